import type { JubirDatabase } from '../db/database.ts';
import { partFailed, wait } from '../draft/outbox-parts.ts';
import type { Outgoing } from '../draft/outgoing.ts';
import type { NetworkError } from '../platform/network-error.ts';

/** How long a post waits after a server was asked in vain, before anything went out: the last for every further time. */
const pauses = [1, 2, 5, 10, 30].map((minutes) => minutes * 60_000);
/** Where a server asks to be left alone and does not say how long, and while the line is down. */
export const shortPause = 60_000;

/** Its server asked to be left alone: it waits as long as that says. */
export const limited = (
  db: JubirDatabase,
  id: string,
  { wait: ms }: NetworkError,
  now: number,
): Promise<boolean> => wait(db, id, 'limited', now + Math.max(ms, shortPause), now);

/** Its server was not reached before anything went out: it waits, longer each time; offline only for the line. */
export function waitLonger(
  db: JubirDatabase,
  { id, attempts }: Outgoing,
  why: 'offline' | 'no-answer',
  now: number,
): Promise<boolean> {
  const pause = why === 'offline' ? undefined : pauses[Math.min(attempts, pauses.length - 1)];
  return wait(db, id, why, now + (pause ?? shortPause), now);
}

/** A part did not go out, for certain, and why. */
export function fail(
  db: JubirDatabase,
  id: string,
  at: number,
  { reason, code, said }: NetworkError,
  now: number,
): Promise<boolean> {
  return partFailed(db, id, at, { reason, code, said }, now);
}
