import type { Account } from '../account/account.ts';
import type { JubirDatabase } from '../db/database.ts';
import { nextStamp } from '../db/machine.ts';
import { isPictureAddress, type Post, type PostState } from './draft.ts';
import { recordOpened } from './history.ts';
import type { Outgoing } from './outgoing.ts';
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
        ...({ id: outgoing.id, route: 'api', account: account.handle, state: 'prepared' } as const),
        ...pictureOf(outgoing),
      };
      await recordOpened(db, draft, post, now);
      await db.outbox.add(outgoing);
    }
  });
}

/** For the record: the picture that goes by itself. A card's is the release's, and may be left out. */
function pictureOf({ picture }: Outgoing): Pick<Post, 'picture'> {
  if (picture?.as !== 'picture' || !isPictureAddress(picture.url ?? '')) return {};
  return { picture: { url: picture.url ?? '', alt: picture.alt } };
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
