import type { JubirDatabase } from '../db/database.ts';
import { changeJob, jobsIn } from './outbox.ts';
import { partUnknown } from './outbox-parts.ts';
import type { Outgoing } from './outgoing.ts';

/** What the official says about a post in the outbox, and what is left when a background has ended. */

/**
 * What is said to be on its way and is not, because the background that sent it has ended, is unknown; a thread that
 * stopped between two posts goes on. To be called before anything is sent.
 * @param underWay the posts that this very background is sending
 */
export async function recoverJobs(
  db: JubirDatabase,
  now: number,
  underWay: ReadonlySet<string> = new Set(),
): Promise<void> {
  for (const { post, outgoing } of await jobsIn(db, ['sending'])) {
    if (underWay.has(post.id)) continue;
    const at = outgoing.parts.findIndex(({ state }) => state === 'sending');
    if (at >= 0) await partUnknown(db, post.id, at, now, now);
    else await changeJob(db, post.id, ['sending'], now, () => ({ state: 'prepared' }));
  }
}

/** Takes a post back that waits. @returns false where it is on its way, or out */
export function cancelJob(db: JubirDatabase, id: string, now: number): Promise<boolean> {
  return changeJob(db, id, ['prepared'], now, () => ({
    outgoing: { waiting: null },
    state: 'not-posted',
  }));
}

/**
 * The official wants a post that failed, or that they did not find, to be sent (again): what is out stays as it is, the
 * rest goes under the same keys. One that waits for their word goes on.
 * @param seen what they were told of the release
 */
export function resumeJob(
  db: JubirDatabase,
  id: string,
  seen: Outgoing['seen'],
  now: number,
): Promise<boolean> {
  return changeJob(db, id, ['failed', 'not-posted', 'prepared'], now, ({ outgoing }) => ({
    outgoing: {
      parts: outgoing.parts.map((part) => (part.state === 'posted' ? part : { ...part, state: 'prepared' })),
      ...{ waiting: null, failure: null, sendAfter: now, attempts: 0, seen, confirmedAt: now },
    },
    state: 'prepared',
  }));
}

/** A post was deleted at its network. */
export function jobRemoved(db: JubirDatabase, id: string, now: number): Promise<boolean> {
  return changeJob(db, id, ['posted', 'failed'], now, ({ outgoing }) => ({
    outgoing: { parts: outgoing.parts.map((part) => ({ ...part, sent: null })) },
    state: 'removed',
  }));
}

/** Removes what is left of posts that are gone from the history. */
export async function purgeOutbox(db: JubirDatabase): Promise<void> {
  await db.transaction('rw', db.posts, db.outbox, async () => {
    const ids = await db.outbox.toCollection().primaryKeys();
    const posts = await db.posts.bulkGet(ids);
    await db.outbox.bulkDelete(ids.filter((_, at) => !posts[at]));
  });
}
