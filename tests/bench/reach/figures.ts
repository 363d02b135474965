import type { OnRequest, Trouble } from './model.ts';
import type { Served } from './nginx.ts';
import { dawn, type Kind, minute } from './site.ts';

/** What a request weighs, by what it was for and what came: bytes with their headers, as nginx counted them. */
export type Weights = ReadonlyMap<string, { count: number; asked: number; sent: number }>;

const key = (kind: Kind, status: number): string => `${kind} ${status}`;

export function weigh(served: readonly Served[]): Weights {
  const sums = new Map<string, { count: number; asked: number; sent: number }>();
  for (const { kind, status, asked, sent } of served) {
    const sum = sums.get(key(kind, status)) ?? { count: 0, asked: 0, sent: 0 };
    sums.set(key(kind, status), {
      count: sum.count + 1,
      asked: sum.asked + asked,
      sent: sum.sent + sent,
    });
  }
  return sums;
}

/** A day of all officials, counted by the minute. What nobody answered reached no server and is not among it. */
export class Day {
  readonly perMinute = new Uint32Array(24 * 60);
  readonly counts = new Map<string, number>();

  readonly add: OnRequest = (at, kind, status) => {
    if (status === 0 || at < dawn) return;
    const place = Math.floor((at - dawn) / minute);
    this.perMinute[place] = (this.perMinute[place] ?? 0) + 1;
    this.counts.set(key(kind, status), (this.counts.get(key(kind, status)) ?? 0) + 1);
  };

  get total(): number {
    return [...this.counts.values()].reduce((sum, count) => sum + count, 0);
  }

  /** The minute with the most requests, between two hours of the day. */
  worst(from = 0, to = 24): { requests: number; at: string } {
    let [requests, place] = [0, from * 60];
    for (let each = Math.round(from * 60); each < Math.round(to * 60); each += 1) {
      const here = this.perMinute[each] ?? 0;
      if (here > requests) [requests, place] = [here, each];
    }
    return { requests, at: clock(place) };
  }

  /** Of all that was answered, the share with this status. */
  share(status: number): number {
    const these = [...this.counts].filter(([name]) => name.endsWith(` ${status}`));
    return these.reduce((sum, [, count]) => sum + count, 0) / this.total;
  }

  /**
   * Bytes of the whole day.
   * @param weightOf as which the requests with a status count: "not modified" as a whole answer, say
   * @throws Error where none of a kind was measured
   */
  bytes(weights: Weights, weightOf = (status: string) => status): { asked: number; sent: number } {
    const total = { asked: 0, sent: 0 };
    for (const [name, count] of this.counts) {
      const [kind = '', status = ''] = name.split(' ');
      const weight = weights.get(`${kind} ${weightOf(status)}`);
      if (!weight) throw new Error(`no request was sampled that is like "${name}"`);
      total.asked += (weight.asked / weight.count) * count;
      total.sent += (weight.sent / weight.count) * count;
    }
    return total;
  }
}

/** How long officials whose computers run at the end of a trouble wait for the first good look at the listing. */
export class Waits {
  readonly #waits: number[] = [];
  readonly #end: number;

  constructor(trouble: Trouble) {
    this.#end = trouble.to;
  }

  /** For one official: wraps what is told of the requests. @returns it, and what is called when the day is over */
  of(tell: OnRequest): { tell: OnRequest; done: (isOn: boolean) => void } {
    let first = Number.POSITIVE_INFINITY;
    return {
      tell: (at, kind, status) => {
        if (kind === 'listing' && at >= this.#end && (status === 200 || status === 304))
          first = Math.min(first, at);
        tell(at, kind, status);
      },
      done: (isOn) => {
        if (isOn && Number.isFinite(first)) this.#waits.push((first - this.#end) / minute);
      },
    };
  }

  /** Minutes within which a share of them has had it. */
  within(share: number): number {
    const sorted = Float64Array.from(this.#waits).sort();
    return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  }
}

export function clock(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
