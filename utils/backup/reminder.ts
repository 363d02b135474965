/** When the official was last safe, and what they said to the reminder. */
export interface LastCopy {
  /** Epoch milliseconds of the last copy, a file or to the city's folder; 0 before the first. */
  at: number;
  /** This machine's count of writes then. */
  n: number;
  /** Not to be reminded before, epoch milliseconds. */
  later: number;
}

const day = 24 * 60 * 60 * 1000;
/** Drafts from which on a loss would hurt. */
const manyDrafts = 10;
const monthly = 30 * day;
/** How long "Nanti" is. */
export const laterFor = 7 * day;

/** From what storage gave; what is damaged is no copy. */
export function readLastCopy(value: unknown): LastCopy {
  const raw = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const whole = (field: unknown) => (Number.isSafeInteger(field) ? Math.max(0, Number(field)) : 0);
  return { at: whole(raw.at), n: whole(raw.n), later: whole(raw.later) };
}

/**
 * Whether to remind of a copy: from the tenth draft on, once a month, if something was written since. Each copy to the
 * city's folder counts, so while that works there is nothing to remind of.
 * @param n this machine's count of writes
 * @param now epoch milliseconds
 */
export function isCopyDue(
  last: LastCopy,
  { drafts, n, now }: { drafts: number; n: number; now: number },
): boolean {
  if (drafts < manyDrafts || n <= last.n) return false;
  // A clock that was set back must not silence it for years.
  const isPast = (until: number, length: number) => now >= until || now < until - length - day;
  return isPast(last.later, laterFor) && isPast(last.at + monthly, monthly);
}
