import { table } from '../report.ts';
import { clock, type Day, type Waits, type Weights } from './figures.ts';
import { assumed } from './habits.ts';
import type { Scenario } from './model.ts';

/** One day, as it was counted. */
export interface Lived {
  name: string;
  scenario: Scenario;
  day: Day;
  waits: Waits | null;
  /** Requests that Jubir's own refresh made, and those of them that the simulation counted otherwise. */
  count: number;
  odd: number;
  weights: Weights;
}

/** A stampede is more than so many times the usual worst minute. */
const stampede = 2;
/** Regencies and cities of Indonesia: 416 and 98. */
const regions = 514;

const whole = (value: number): string => Math.round(value).toLocaleString('en');
const perSecond = (requests: number): string => (requests / 60).toFixed(0);
const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

export function introduce(
  officials: number,
  sampled: { usual: number; trouble: number },
  version: string,
): void {
  const { leftOn, evening, opens, starts, ends } = assumed;
  console.log(`
${whole(officials)} officials, one server, a Tuesday with six releases and one correction. Each has three sources there: the
listing with its pages, an Atom feed, and the Humas office's captions (JSON Feed).
Simulated: when Jubir asks, and for what, by its own schedule.ts and limits.ts. Really sent: every request of ${sampled.usual} of
them (${sampled.trouble} on the days with trouble), by Jubir's own refresh with its conditional headers, to ${version} over plain HTTP; all
others are counted, and weigh what nginx measured of those. TLS, TCP and the first reading on install are not in it.
Assumed: browsers start about ${clock(starts * 60)} and end about ${clock(ends * 60)}, ${percent(leftOn)} are left on, ${percent(evening)} of the others
have an hour in the evening; the popup is opened ${opens} times a day; the host is down, or asks for peace, as named.
`);
}

/** @returns whether every bar is kept; none is one of absolute time */
export function report(lived: readonly Lived[], officials: number): boolean {
  const [usual] = lived;
  if (!usual) return false;
  const weights = merged(lived);
  console.log(
    table(
      ['what nginx measured', 'sampled', 'bytes asked', 'bytes sent', 'of an official, a usual day'],
      [...weights]
        .sort()
        .map(([name, { count, asked, sent }]) => [
          name,
          whole(count),
          whole(asked / count),
          whole(sent / count),
          ((usual.day.counts.get(name) ?? 0) / officials).toFixed(1),
        ]),
    ),
  );
  console.log(
    table(
      head,
      lived.map((each) => row(each, weights, officials)),
    ),
  );
  for (const { name, waits } of lived) {
    if (!waits) continue;
    const [half, most, nearly] = [0.5, 0.95, 0.99].map((share) => waits.within(share).toFixed(0));
    console.log(
      `  ${name}: of those at work then, half have read the listing ${half} min after 11, 95% ${most} min, 99% ${nearly} min`,
    );
  }
  extrapolate(usual.day, weights, officials);
  return bars(lived, usual.day);
}

const head = [
  'a day of all',
  'requests',
  'worst minute',
  'at',
  'requests/s then',
  '304',
  'KB in/official',
  'KB out',
];

function row({ name, day }: Lived, weights: Weights, officials: number): string[] {
  const worst = day.worst();
  const { asked, sent } = day.bytes(weights);
  return [
    name,
    whole(day.total),
    whole(worst.requests),
    worst.at,
    perSecond(worst.requests),
    percent(day.share(304)),
    (sent / officials / 1000).toFixed(0),
    (asked / officials / 1000).toFixed(0),
  ];
}

/** What was measured on all days together. */
function merged(lived: readonly Lived[]): Weights {
  const all = new Map<string, { count: number; asked: number; sent: number }>();
  for (const [name, { count, asked, sent }] of lived.flatMap(({ weights }) => [...weights])) {
    const sum = all.get(name) ?? { count: 0, asked: 0, sent: 0 };
    all.set(name, { count: sum.count + count, asked: sum.asked + asked, sent: sum.sent + sent });
  }
  return all;
}

function extrapolate(day: Day, weights: Weights, officials: number): void {
  const { sent } = day.bytes(weights);
  const without = day.bytes(weights, (status) => (status === '304' ? '200' : status)).sent;
  const worst = day.worst().requests;
  console.log(`
  A server that gives no validators would send ${(without / officials / 1000).toFixed(0)} KB to each official instead of ${(sent / officials / 1000).toFixed(0)}.
  All ${regions} regencies and cities (nothing of Jubir's own stands between an official and a city, so nothing adds up there):
    as many officials at each (${whole(officials * regions)}): ${perSecond(worst)} requests/s at each server's worst minute, as above;
      ${whole((worst * regions) / 60)} requests/s and ${((sent * regions) / 1e12).toFixed(1)} TB a day in the whole country
    these ${whole(officials)} spread over them (${whole(officials / regions)} each): ${(worst / 60 / regions).toFixed(1)} requests/s at each server's worst minute, ${(sent / regions / 1e6).toFixed(0)} MB a day
`);
}

function bars(lived: readonly Lived[], usual: Day): boolean {
  const kept: boolean[] = [];
  const check = (what: string, ok: boolean, figure: string) => {
    kept.push(ok);
    console.log(`  ${ok ? '✓' : '✗'} ${what.padEnd(62)} ${figure}`);
  };
  const sampled = lived.reduce((sum, { count }) => sum + count, 0);
  const odd = lived.reduce((sum, each) => sum + each.odd, 0);
  const figure = `${whole(odd)} of ${whole(sampled)} sampled requests differ`;
  check(
    'the simulation asks what Jubir asks, and nginx answers as it said',
    odd === 0 && sampled > 0,
    figure,
  );
  for (const { name, scenario, day } of lived) {
    if (!scenario.trouble && !scenario.allOn) continue;
    const [here, beside, when] = scenario.allOn
      ? [day.worst(0, 6), day.worst(6, 8), 'the morning']
      : [day.worst(11), usual.worst(), 'after it'];
    const ratio = here.requests / beside.requests;
    const times = `${ratio.toFixed(2)} times the usual worst minute, at ${here.at}`;
    check(`${name}: ${when}`, ratio <= stampede, times);
  }
  console.log('');
  return kept.every(Boolean);
}
