import { limits } from '../../../utils/source/limits.ts';
import { earliest, isAskable, isDue, isStale } from '../../../utils/source/schedule.ts';
import type { Source } from '../../../utils/source/source.ts';
import { dawn, hour, installed, minute } from './site.ts';

/** When an official's browser runs, and when the popup is opened; epoch milliseconds. */
export interface Habits {
  sessions: readonly (readonly [from: number, to: number])[];
  opens: readonly number[];
}

/** Shares and hours are assumed; the report says so. */
export const assumed = { leftOn: 0.1, evening: 0.25, opens: 4, starts: 7.5, ends: 16.25 };

/** About a normal one: the sum of three, from -1 to 1. */
const around = (dice: () => number): number => ((dice() + dice() + dice()) / 3) * 2 - 1;

/**
 * One official's day. Everybody has installed Jubir the evening before, over a quarter of an hour.
 * @param allOn every computer is left on, and nobody sits at it
 */
export function habitsOf(dice: () => number, allOn: boolean): Habits {
  const first = installed + dice() * 15 * minute;
  const end = dawn + 24 * hour;
  const isLeftOn = dice() < assumed.leftOn;
  const from = dawn + assumed.starts * hour + around(dice) * hour;
  const to = dawn + assumed.ends * hour + around(dice) * 1.5 * hour;
  if (allOn) return { sessions: [[first, end]], opens: [] };
  const opens = Array.from({ length: assumed.opens }, () => from + dice() * (to - from)).sort(
    (a, b) => a - b,
  );
  if (isLeftOn) return { sessions: [[first, end]], opens };
  const sessions: [number, number][] = [[first, first + minute]];
  sessions.push([from, to]);
  const evening = dawn + (19 + dice() * 2) * hour;
  if (dice() < assumed.evening) sessions.push([evening, evening + hour]);
  return { sessions, opens };
}

/**
 * The moments at which the background looks at which source, as `entrypoints/background/schedule.ts` has them: all of
 * them when the browser starts, those that are due when the alarm rings, those that are stale when the popup opens.
 * Whoever takes a look writes its plan and outcome over the source before asking for the next.
 */
export function* looks(
  { sessions, opens }: Habits,
  sources: readonly Source[],
): Generator<{ at: number; source: Source }> {
  let nextOpen = 0;
  for (const [from, to] of sessions) {
    let at = from;
    for (const source of sources) if (isAskable(source, at)) yield { at, source };
    for (;;) {
      while ((opens[nextOpen] ?? Number.POSITIVE_INFINITY) <= at) nextOpen += 1;
      const open = opens[nextOpen] ?? Number.POSITIVE_INFINITY;
      const alarm = Math.max(earliest(sources) ?? Number.POSITIVE_INFINITY, at + limits.soonestMs);
      at = Math.min(open, alarm);
      if (at >= to) break;
      const moment = at;
      const wanted = (source: Source) =>
        open < alarm ? isStale(source, moment, limits.staleMs) : isDue(source, moment);
      for (const source of sources) if (isAskable(source, at) && wanted(source)) yield { at, source };
    }
  }
}
