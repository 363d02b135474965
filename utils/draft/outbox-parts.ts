import type { JubirDatabase } from '../db/database.ts';
import type { Sent } from '../platform/network.ts';
import { changeJob } from './outbox.ts';
import type { Outgoing, Part, Waiting } from './outgoing.ts';

/** What becomes of a post on its way, step by step; a thread has a part for each of its posts. */

/** Lets a post wait, and says why. */
export function wait(
  db: JubirDatabase,
  id: string,
  waiting: Waiting,
  until: number,
  now: number,
): Promise<boolean> {
  return changeJob(db, id, ['prepared', 'sending'], now, ({ outgoing }) => ({
    outgoing: {
      ...{ waiting, sendAfter: until, attempts: outgoing.attempts + 1 },
      parts: outgoing.parts.map((part) => (part.state === 'sending' ? { ...part, state: 'prepared' } : part)),
    },
    state: 'prepared',
  }));
}

/**
 * Commits the exact bytes of a part, just before they go out for the first time or again.
 * @returns false where it was taken back meanwhile
 */
export function beginPart(
  db: JubirDatabase,
  id: string,
  at: number,
  bytes: { frozen: string; hash: string },
  now: number,
): Promise<boolean> {
  return changeJob(db, id, ['prepared', 'sending'], now, ({ outgoing }) => {
    if (outgoing.parts[at]?.state !== 'prepared') return null;
    const parts = withPart(outgoing, at, { ...bytes, sentAt: now, state: 'sending' });
    return { outgoing: { parts, waiting: null, failure: null }, state: 'sending' };
  });
}

/** A part is there: with the last one the post is. */
export function partSent(
  db: JubirDatabase,
  id: string,
  at: number,
  sent: Sent,
  now: number,
): Promise<boolean> {
  // Found at last, it may be asked about by then; what the official said meanwhile stands beside it in the changes.
  return changeJob(db, id, ['sending', 'unknown'], now, ({ post, outgoing }) => {
    const parts = withPart(outgoing, at, { state: 'posted', sent });
    const done = parts.every(({ state }) => state === 'posted');
    const rest = post.state === 'unknown' ? ('prepared' as const) : post.state;
    return {
      outgoing: { parts, failure: null, attempts: 0, ...(done && { waiting: null }) },
      state: done ? 'posted' : rest,
      ...(at === 0 && { link: sent.link }),
    };
  });
}

/** A part did not go out, for certain. */
export function partFailed(
  db: JubirDatabase,
  id: string,
  at: number,
  failure: NonNullable<Outgoing['failure']>,
  now: number,
): Promise<boolean> {
  return changeJob(db, id, ['prepared', 'sending', 'unknown'], now, ({ outgoing }) => {
    // What the server would not have is made anew when the official sends it again; what it never got stays as it is.
    const again = failure.reason === 'refused' ? { frozen: null, hash: '' } : {};
    const parts = withPart(outgoing, at, { state: 'failed', ...again });
    return { outgoing: { parts, failure, waiting: null }, state: 'failed' };
  });
}

/** Nobody heard what became of a part. */
export function partUnknown(
  db: JubirDatabase,
  id: string,
  at: number,
  nextLook: number,
  now: number,
): Promise<boolean> {
  return changeJob(db, id, ['sending'], now, ({ outgoing }) => ({
    outgoing: { parts: withPart(outgoing, at, { state: 'unknown' }), nextLook, looks: 0 },
    state: 'unknown',
  }));
}

function withPart({ parts }: Outgoing, at: number, change: Partial<Part>): Part[] {
  return parts.map((part, index) => (index === at ? { ...part, ...change } : part));
}
