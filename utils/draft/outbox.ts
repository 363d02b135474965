import type { Account } from '../account/account.ts';
import type { JubirDatabase } from '../db/database.ts';
import { nextStamp } from '../db/machine.ts';
import type { Sent } from '../platform/network.ts';
import type { Post, PostState } from './draft.ts';
import { recordOpened } from './history.ts';
import type { Outgoing, Part, Waiting } from './outgoing.ts';
import type { DraftInput } from './writing.ts';

/** Everything that a write here touches: what is to be sent and what the history says of it change together or not at all. */
const tables = (db: JubirDatabase) => [db.drafts, db.posts, db.revisions, db.machine, db.outbox];

/** A post of the outbox with what there is to send. */
export interface Job {
  post: Post;
  outgoing: Outgoing;
}

/** An intent as the official confirmed it. */
export interface Confirmed {
  draft: DraftInput;
  account: Account;
  outgoing: Outgoing;
}

/**
 * Commits what the official confirmed, all of it or none, before anything is asked of any network. The same post twice
 * is the same post.
 */
export function commitIntents(
  db: JubirDatabase,
  confirmed: readonly Confirmed[],
  now: number,
): Promise<void> {
  return db.transaction('rw', tables(db), async () => {
    for (const { draft, account, outgoing } of confirmed) {
      if (await db.posts.get(outgoing.id)) continue;
      const post = {
        id: outgoing.id,
        route: 'api',
        account: account.handle,
        state: 'prepared',
      } as const;
      await recordOpened(db, draft, post, now);
      await db.outbox.add(outgoing);
    }
  });
}

/** A post with what there is to send of it on this machine; null where either is not here. */
export async function jobOf(db: JubirDatabase, id: string): Promise<Job | null> {
  const [post, outgoing] = await Promise.all([db.posts.get(id), db.outbox.get(id)]);
  return post && outgoing ? { post, outgoing } : null;
}

/** The posts in one of these states that this machine has to see to, oldest first. */
export async function jobsIn(db: JubirDatabase, states: readonly PostState[]): Promise<Job[]> {
  const posts = await db.posts
    .where('state')
    .anyOf([...states])
    .sortBy('order');
  const rows = await db.outbox.bulkGet(posts.map(({ id }) => id));
  return posts.flatMap((post, at) => {
    const outgoing = rows[at];
    return outgoing ? [{ post, outgoing }] : [];
  });
}

/** What a change makes of a job: the row to keep, and the post's state where it is another. */
interface Change {
  outgoing?: Partial<Outgoing>;
  state?: PostState;
  link?: string;
  /** The question goes to the official again. */
  ask?: true;
}

/**
 * Changes a job in one transaction, where it still is in one of these states.
 * @returns whether it was
 */
export function changeJob(
  db: JubirDatabase,
  id: string,
  from: readonly PostState[],
  now: number,
  change: (job: Job) => Change | null,
): Promise<boolean> {
  return db.transaction('rw', tables(db), async () => {
    const job = await jobOf(db, id);
    if (!job || !from.includes(job.post.state)) return false;
    const made = change(job);
    if (!made) return false;
    await putChange(db, job, made, now);
    return true;
  });
}

async function putChange(
  db: JubirDatabase,
  { post, outgoing }: Job,
  made: Change,
  now: number,
): Promise<void> {
  const next: Outgoing = { ...outgoing, ...made.outgoing };
  if (made.outgoing) await db.outbox.put(next);
  const { state = post.state, link } = made;
  const asked = made.ask ? 0 : post.asked;
  if (state === post.state && (link === undefined || link === post.link)) {
    if (asked !== post.asked) await db.posts.update(post.id, { asked });
    return;
  }
  const stamp = await nextStamp(db);
  const told = { ...stamp, state, at: now, ...(link !== undefined && { link }) };
  await db.posts.put({
    ...post,
    ...{ state, asked, link: link ?? post.link },
    changes: [...post.changes, told],
  });
  await markDraft(db, post, state, next, stamp);
}

/** The draft says what became of its text, as long as it is that text. */
async function markDraft(
  db: JubirDatabase,
  { draftId, text }: Post,
  state: PostState,
  outgoing: Outgoing,
  stamp: { n: number; by: string },
): Promise<void> {
  const after = draftAfter(state, outgoing);
  const draft = await db.drafts.get(draftId);
  if (!after || draft?.text !== text || draft.state === after) return;
  await db.drafts.put({ ...draft, state: after, stamps: { ...draft.stamps, state: stamp } });
}

function draftAfter(state: PostState, { parts }: Outgoing): 'writing' | 'posted' | 'opened' | null {
  if (state === 'posted') return 'posted';
  if (state === 'prepared') return 'opened';
  if (state !== 'failed' && state !== 'not-posted') return null;
  // Of a thread that stopped a part is out: its text is not to be written on.
  return parts.some((part) => part.sent !== null) ? null : 'writing';
}

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
