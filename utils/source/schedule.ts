import { limits } from './limits.ts';
import type { Source } from './source.ts';

/**
 * When a source is asked next: more often while it publishes, seldom at night, ever more seldom while it fails, and
 * never before the server's own word. Pure: the clock and the dice are given.
 */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What the next time depends on. */
export interface Occasion {
  /** Epoch milliseconds. */
  now: number;
  /** Minutes east of UTC of the official's clock: `-new Date().getTimezoneOffset()`. */
  zone: number;
  /** When its latest releases came out, epoch milliseconds. */
  rhythm: readonly number[];
  /** Refreshes in a row that failed. */
  failures: number;
  /** The last one found no network at all. */
  offline?: boolean;
  /** Until when the server asked to be left alone, epoch milliseconds. */
  holdUntil?: number;
  /** From 0 to below 1: keeps the sources of one official, and the officials of one city, apart. */
  dice: number;
}

/** When a source is to be asked next, epoch milliseconds. */
export function nextPoll(occasion: Occasion): number {
  const { now, holdUntil } = occasion;
  const next = now + wait(occasion);
  if (holdUntil === undefined || holdUntil <= next) return next;
  return afterHold(holdUntil, occasion.dice);
}

/**
 * When a source is asked again after its server asked for peace: some time later than it said. A server that names an
 * hour names it to everybody, and everybody must not come at that very minute.
 * @param holdUntil epoch milliseconds
 * @param dice as in `Occasion`
 */
export function afterHold(holdUntil: number, dice: number): number {
  return holdUntil + Math.round(limits.spreadMs * dice);
}

function wait({ now, zone, rhythm, failures, offline, dice }: Occasion): number {
  if (offline) return jittered(limits.offlineMs, dice);
  const usual = isNight(now, zone)
    ? untilMorning(now, zone, dice)
    : jittered(dayWait(now, zone, rhythm), dice);
  if (failures === 0) return usual;
  return Math.max(
    usual,
    jittered(Math.min(limits.longestBackOffMs, limits.dayMs * 2 ** (failures - 1)), dice),
  );
}

function dayWait(now: number, zone: number, rhythm: readonly number[]): number {
  return isBusy(now, zone, rhythm) ? limits.busyMs : limits.dayMs;
}

/** Whether the city publishes now, or usually does at this hour. */
export function isBusy(now: number, zone: number, rhythm: readonly number[]): boolean {
  const recent = rhythm.filter((at) => at <= now && now - at < limits.rhythmMs);
  if (recent.some((at) => now - at < HOUR)) return true;
  const minute = minuteOfDay(now, zone);
  const around = recent.filter((at) => {
    const apart = Math.abs(minuteOfDay(at, zone) - minute);
    return Math.min(apart, 24 * 60 - apart) <= 60;
  });
  return around.length >= limits.usual;
}

/** Never longer than said, up to a fifth shorter. */
function jittered(ms: number, dice: number): number {
  return Math.round(ms * (1 - limits.jitter + limits.jitter * dice));
}

/** An hour at night, but no longer than until the morning: the first look of the day is not a late one. */
function untilMorning(now: number, zone: number, dice: number): number {
  const minutesLeft = (limits.nightTo * 60 - minuteOfDay(now, zone) + 24 * 60) % (24 * 60);
  return Math.min(jittered(limits.nightMs, dice), minutesLeft * MINUTE + Math.round(limits.morningMs * dice));
}

/** From 21 until 5 by the official's clock. */
export function isNight(now: number, zone: number): boolean {
  return isWithinHours(now, zone, limits.nightFrom, limits.nightTo);
}

/**
 * Whether the clock stands between two full hours, the first included; over midnight where the first is the later
 * one. The same hour twice is no time at all.
 */
export function isWithinHours(now: number, zone: number, from: number, to: number): boolean {
  const hour = Math.floor(minuteOfDay(now, zone) / 60);
  return from <= to ? hour >= from && hour < to : hour >= from || hour < to;
}

/** The next moment at which the clock shows a full hour, epoch milliseconds. */
export function nextHour(now: number, zone: number, hour: number): number {
  const midnight = Math.floor((now + zone * MINUTE) / DAY) * DAY - zone * MINUTE;
  const today = midnight + hour * HOUR;
  return today > now ? today : today + DAY;
}

function minuteOfDay(at: number, zone: number): number {
  return Math.floor((at + zone * MINUTE) / MINUTE) % (24 * 60);
}

/** Adds publishing times to a source's rhythm: oldest first, the latest 50. */
export function withRhythm(rhythm: readonly number[], times: readonly number[]): number[] {
  // Nearly always there is nothing new.
  if (times.length === 0) return [...rhythm];
  return [...rhythm, ...times].sort((a, b) => a - b).slice(-limits.rhythmKept);
}

/**
 * Until when a server asks to be left alone: `Retry-After` in seconds or as a date (RFC 9110, 10.2.3).
 * @param dateHeader the answer's own `Date`: a server whose clock is wrong counts by it
 * @param now epoch milliseconds
 * @returns milliseconds from now, at most a day; null where the header says nothing
 */
export function retryAfter(header: string | null, dateHeader: string | null, now: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,10}$/.test(text)) return Math.min(Number(text) * 1_000, limits.longestHoldMs);
  // Every HTTP date begins with the name of a day; Date.parse takes much that is none.
  if (!/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/i.test(text)) return null;
  const until = Date.parse(text);
  if (Number.isNaN(until)) return null;
  const serverNow = Date.parse(dateHeader ?? '');
  const left = until - (Number.isNaN(serverNow) ? now : serverNow);
  return Math.min(Math.max(left, 0), limits.longestHoldMs);
}

/** Whether a source may be asked at all: not paused, and its server did not ask to be left alone. */
export function isAskable(source: Pick<Source, 'paused' | 'holdUntil'>, now: number): boolean {
  return !source.paused && (source.holdUntil ?? 0) <= now;
}

/** Whether its next time has come. */
export function isDue(source: Pick<Source, 'nextAt'>, now: number): boolean {
  return (source.nextAt ?? 0) <= now;
}

/** Whether its last refresh is longer ago than this, good or bad. */
export function isStale(source: { outcome?: { at: number } }, now: number, ms: number): boolean {
  return now - (source.outcome?.at ?? 0) > ms;
}

/** The earliest time at which any source is to be asked, epoch milliseconds; null where none is. */
export function earliest(sources: readonly Pick<Source, 'paused' | 'nextAt' | 'holdUntil'>[]): number | null {
  const times = sources.flatMap((source) =>
    source.paused ? [] : [Math.max(source.nextAt ?? 0, source.holdUntil ?? 0)],
  );
  return times.length > 0 ? Math.min(...times) : null;
}

/** What a refresh leaves for the next one; written over the source's row. */
export interface Plan {
  nextAt: number;
  failures: number;
  holdUntil: number;
  rhythm: number[];
}

/**
 * The plan after a refresh.
 * @param told how long the server asked to be left alone, in milliseconds; and when new releases came out
 */
export function planAfter(
  source: Pick<Source, 'failures' | 'rhythm'>,
  outcome: { ok: boolean; at: number; reason?: string },
  clock: { dice: number; zone: number },
  told: { holdMs?: number | null; published?: readonly number[] } = {},
): Plan {
  const offline = outcome.reason === 'offline';
  const failures = outcome.ok ? 0 : (source.failures ?? 0) + (offline ? 0 : 1);
  const holdUntil = told.holdMs ? outcome.at + told.holdMs : 0;
  const rhythm = withRhythm(source.rhythm ?? [], told.published ?? []);
  const nextAt = nextPoll({ now: outcome.at, ...clock, rhythm, failures, offline, holdUntil });
  return { nextAt, failures, holdUntil, rhythm };
}
