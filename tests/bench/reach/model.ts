import { limits } from '../../../utils/source/limits.ts';
import { planAfter, retryAfter } from '../../../utils/source/schedule.ts';
import type { Outcome, Source } from '../../../utils/source/source.ts';
import { diceOf } from './dice.ts';
import { habitsOf, looks } from './habits.ts';
import { type Kind, kindOf, type Site, sources, zone } from './site.ts';

/** What the host does that day. Hours are epoch milliseconds; `asks` sends `Retry-After` with the hour of its end. */
export interface Trouble {
  how: 'gone' | 'asks';
  from: number;
  to: number;
}

/** A day that is simulated. */
export interface Scenario {
  allOn: boolean;
  trouble: Trouble | null;
  /** When it is over, epoch milliseconds. */
  until: number;
}

/** Told of every request: when, what for, and its status; 0 where nobody answered. */
export type OnRequest = (at: number, kind: Kind, status: number) => void;

export const troubleAt = ({ trouble }: Scenario, at: number): Trouble | null =>
  trouble && at >= trouble.from && at < trouble.to ? trouble : null;

/** How long the host then asks to be left alone: it names the hour at which it will be back. */
export const askedFor = (trouble: Trouble, at: number): number | null =>
  trouble.how === 'asks'
    ? retryAfter(new Date(trouble.to).toUTCString(), new Date(at).toUTCString(), at)
    : null;

/** An official by number: habits, and the dice of each source, always the same. */
export function official(number: number, { allOn, until }: Scenario) {
  const habits = habitsOf(diceOf(number * 4), allOn);
  const sessions = habits.sessions.flatMap(([from, to]) =>
    from < until ? [[from, Math.min(to, until)] as const] : [],
  );
  const rows = sources();
  const dice = new Map(rows.map((source, index) => [source.id, diceOf(number * 4 + 1 + index)]));
  return { habits: { ...habits, sessions }, rows, dice };
}

/** What one source's file holds, and what the official's archive knows of it. */
interface Known {
  path: string;
  kind: Kind;
  /** Version of the file that was last read, and when it was last read whole. */
  version: number;
  readAt: number;
  /** Releases from the oldest that is known, and how many are. */
  from: number;
  count: number;
  /** Per release, by its place in the site's list: when its page was looked at, and which version was seen. */
  checkedAt: Float64Array;
  seen: Uint8Array;
}

/** The site in numbers that a hundred thousand officials can be counted by. */
export class Model {
  private readonly site: Site;
  private readonly scenario: Scenario;
  private readonly times: ReadonlyMap<string, number[]>;
  private readonly rechecks: { at: number; index: number }[] = [];

  constructor(site: Site, scenario: Scenario) {
    this.site = site;
    this.scenario = scenario;
    this.times = new Map([...site.files].map(([path, versions]) => [path, versions.map(({ at }) => at)]));
  }

  /** One official's whole day: what Jubir asks the server for, as its own schedule and limits have it. */
  live(number: number, tell: OnRequest): void {
    const { habits, rows, dice } = official(number, this.scenario);
    const known = new Map(rows.map((source) => [source.id, this.nothing(source)]));
    for (const { at, source } of looks(habits, rows)) {
      const state = known.get(source.id);
      if (!state) throw new Error(`no source ${source.id}`);
      this.refresh(source, state, at, (dice.get(source.id) ?? Math.random)(), tell);
    }
  }

  private nothing(source: Source): Known {
    const path = new URL(source.url).pathname;
    const { length } = this.site.releases;
    const whole = { version: 0, readAt: 0, from: 0, count: 0 };
    return {
      ...{ path, kind: kindOf(path), ...whole },
      ...{ checkedAt: new Float64Array(length), seen: new Uint8Array(length) },
    };
  }

  /** As `refreshSource`, with the archive in a few numbers. */
  private refresh(source: Source, known: Known, at: number, dice: number, tell: OnRequest): void {
    const trouble = troubleAt(this.scenario, at);
    if (trouble) {
      const status = trouble.how === 'asks' ? 503 : 0;
      tell(at, known.kind, status);
      const outcome: Outcome = { ok: false, at, reason: status ? 'status' : 'no-answer' };
      const plan = planAfter(source, outcome, { dice, zone }, { holdMs: askedFor(trouble, at) });
      Object.assign(source, plan, { outcome });
      return;
    }
    const version = this.version(known.path, at);
    const isWhole = known.count === 0 || at - known.readAt >= limits.wholeMs;
    const isRead = isWhole || version !== known.version;
    tell(at, known.kind, isRead ? 200 : 304);
    const before = known.count;
    if (isRead) this.take(known, version, at, tell);
    const news = before === 0 ? [] : this.site.releases.slice(known.from + before, known.from + known.count);
    const outcome: Outcome = { ok: true, at, count: known.count, fresh: news.length };
    // A listing tells the day alone: then the moment of reading it is the sign of the city's hours.
    const times = news.map((release) => (known.kind === 'listing' ? at : release.at));
    const plan = planAfter(source, outcome, { dice, zone }, { published: times });
    Object.assign(source, plan, { outcome });
    if (known.kind === 'listing') this.readPages(known, before, at, tell);
    if (known.kind !== 'feed') this.fetchPictures(known, before, at, tell);
  }

  private version(path: string, at: number): number {
    const times = this.times.get(path) ?? [];
    let count = 0;
    while (count < times.length && (times[count] ?? 0) <= at) count += 1;
    return count;
  }

  private take(known: Known, version: number, at: number, tell: OnRequest): void {
    const { releases, pageSize } = this.site;
    let out = releases.length;
    while (out > 0 && (releases[out - 1]?.at ?? 0) > at) out -= 1;
    if (known.count === 0) known.from = known.kind === 'listing' ? Math.max(0, out - pageSize) : 0;
    const wasRead = known.readAt;
    // A text that changed in a feed is read twice before it is believed.
    const isCorrected = releases
      .slice(known.from, known.from + known.count)
      .some(({ editedAt }) => editedAt > wasRead && editedAt <= at);
    if (known.kind !== 'listing' && isCorrected) tell(at, known.kind, 200);
    known.count = out - known.from;
    known.version = version;
    known.readAt = at;
  }

  /** The pages of new releases, then those of recent ones again. */
  private readPages(known: Known, before: number, at: number, tell: OnRequest): void {
    const { releases } = this.site;
    let budget: number = limits.pagesARefresh;
    const end = known.from + known.count;
    for (let index = end - 1; index >= known.from + before; index -= 1) {
      budget -= 1;
      this.see(known, index, at);
      tell(at, 'page', 200);
    }
    this.rechecks.length = 0;
    for (let index = end - 1; index >= known.from; index -= 1) {
      const age = at - (releases[index]?.midnight ?? 0);
      if (age > limits.recentMs) break;
      const interval = limits.recheckMs.find(([limit]) => age < limit)?.[1] ?? limits.recentMs;
      const checkedAt = known.checkedAt[index] ?? 0;
      if (at - checkedAt >= interval) this.rechecks.push({ at: checkedAt, index });
    }
    this.rechecks.sort((a, b) => a.at - b.at);
    for (const { at: checkedAt, index } of this.rechecks.slice(0, limits.rechecksARefresh)) {
      if (budget <= 0) break;
      budget -= 1;
      const isRead = this.see(known, index, at);
      tell(at, 'page', isRead ? 200 : 304);
      const editedAt = releases[index]?.editedAt ?? 0;
      if (isRead && editedAt > checkedAt && editedAt <= at && budget > 0) {
        budget -= 1;
        tell(at, 'page', 200);
      }
    }
  }

  /** Whether the page had changed since it was last seen. */
  private see(known: Known, index: number, at: number): boolean {
    const version = this.version(this.site.releases[index]?.path ?? '', at);
    const isRead = version !== known.seen[index];
    known.seen[index] = version;
    known.checkedAt[index] = at;
    return isRead;
  }

  private fetchPictures(known: Known, before: number, at: number, tell: OnRequest): void {
    for (let index = known.from + before; index < known.from + known.count; index += 1) {
      if (this.site.releases[index]?.picture) tell(at, 'picture', 200);
    }
  }
}
