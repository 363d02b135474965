/**
 * When a source is asked next: more often while it publishes, seldom at night, ever more seldom while it fails, and
 * never before the server's own word. Pure: the clock and the dice are given.
 */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Nobody waits longer for a new release than this by day, in milliseconds. */
export const DAY_MS = 15 * MINUTE;
/** While the city publishes: within an hour of a release, or at its usual hours. */
const BUSY_MS = 8 * MINUTE;
const NIGHT_MS = HOUR;
/** A device without a network: nothing is asked of anybody, so it may try soon. */
const OFFLINE_MS = 5 * MINUTE;
/** A site that fails is left alone ever longer, up to this. */
const LONGEST_BACK_OFF_MS = 6 * HOUR;
/** A server's wish for longer than this is a slip. */
const LONGEST_HOLD_MS = DAY;
/** Night by the official's own clock. */
const NIGHT_FROM = 21;
const NIGHT_TO = 5;
/** Publishing times that are looked at, in days, and kept, in number. */
const RHYTHM_DAYS = 14;
const RHYTHM_KEPT = 50;
/** So many releases around this hour in the last two weeks make it a usual one. */
const USUAL = 3;

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
  // A little later than asked, so that not everybody comes at that very second.
  return holdUntil + Math.round(occasion.dice * MINUTE);
}

function wait({ now, zone, rhythm, failures, offline, dice }: Occasion): number {
  if (offline) return jittered(OFFLINE_MS, dice);
  const usual = isNight(now, zone)
    ? untilMorning(now, zone, dice)
    : jittered(dayWait(now, zone, rhythm), dice);
  if (failures === 0) return usual;
  return Math.max(usual, jittered(Math.min(LONGEST_BACK_OFF_MS, DAY_MS * 2 ** (failures - 1)), dice));
}

function dayWait(now: number, zone: number, rhythm: readonly number[]): number {
  return isBusy(now, zone, rhythm) ? BUSY_MS : DAY_MS;
}

/** Whether the city publishes now, or usually does at this hour. */
export function isBusy(now: number, zone: number, rhythm: readonly number[]): boolean {
  const recent = rhythm.filter((at) => at <= now && now - at < RHYTHM_DAYS * DAY);
  if (recent.some((at) => now - at < HOUR)) return true;
  const minute = minuteOfDay(now, zone);
  const around = recent.filter((at) => {
    const apart = Math.abs(minuteOfDay(at, zone) - minute);
    return Math.min(apart, 24 * 60 - apart) <= 60;
  });
  return around.length >= USUAL;
}

/** Never longer than said, up to a fifth shorter. */
function jittered(ms: number, dice: number): number {
  return Math.round(ms * (0.8 + 0.2 * dice));
}

/** An hour at night, but no longer than until the morning: the first look of the day is not a late one. */
function untilMorning(now: number, zone: number, dice: number): number {
  const minutesLeft = (NIGHT_TO * 60 - minuteOfDay(now, zone) + 24 * 60) % (24 * 60);
  return Math.min(jittered(NIGHT_MS, dice), minutesLeft * MINUTE + Math.round(5 * MINUTE * dice));
}

/** From 21 until 5 by the official's clock. */
export function isNight(now: number, zone: number): boolean {
  return isWithinHours(now, zone, NIGHT_FROM, NIGHT_TO);
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
  return [...rhythm, ...times].sort((a, b) => a - b).slice(-RHYTHM_KEPT);
}

/**
 * Until when a server asks to be left alone: `Retry-After` in seconds or as a date (RFC 9110, 10.2.3).
 * @param dateHeader the answer's own `Date`: a server whose clock is wrong counts by it
 * @param now epoch milliseconds
 * @returns milliseconds from now, at most a day; null where the header says nothing
 */
export function retryAfter(header: string | null, dateHeader: string | null, now: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,10}$/.test(text)) return Math.min(Number(text) * 1_000, LONGEST_HOLD_MS);
  // Every HTTP date begins with the name of a day; Date.parse takes much that is none.
  if (!/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/i.test(text)) return null;
  const until = Date.parse(text);
  if (Number.isNaN(until)) return null;
  const serverNow = Date.parse(dateHeader ?? '');
  const left = until - (Number.isNaN(serverNow) ? now : serverNow);
  return Math.min(Math.max(left, 0), LONGEST_HOLD_MS);
}
