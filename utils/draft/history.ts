import type { Angle } from '../caption/caption.ts';
import type { JubirDatabase } from '../db/database.ts';
import type { PlatformId, Route } from '../platform/platform.ts';
import type { Draft, Post, PostState } from './draft.ts';

/** One input in a text box: the whole draft as the page has it. */
export interface DraftInput {
  id: string;
  releaseId: string;
  releaseTitle: string;
  releaseUrl: string;
  platform: PlatformId;
  angle: Angle;
  text: string;
  /** Id of the page that writes, made when it opens. */
  writer: string;
  /** That page's count of inputs. */
  revision: number;
}

/** How many replaced texts a draft keeps. */
const earlierKept = 20;

/** The draft after an input, or after the click that opened a platform with it. */
function nextDraft(known: Draft | undefined, input: DraftInput, state: Draft['state'], now: number): Draft {
  const replaced = known && known.writer !== input.writer && known.text !== input.text ? [known.text] : [];
  return {
    ...input,
    state,
    earlier: [...replaced, ...(known?.earlier ?? [])].slice(0, earlierKept),
    createdAt: known?.createdAt ?? now,
    updatedAt: now,
    deletedAt: 0,
  };
}

/** An older input of the same page that arrives late, or a second time. */
const isEcho = (known: Draft | undefined, input: DraftInput, newest: boolean): known is Draft =>
  known?.writer === input.writer &&
  (newest ? known.revision >= input.revision : known.revision > input.revision);

/**
 * Writes one input. An echo changes nothing, so a lost acknowledgement is harmless. Writing into a deleted
 * or posted draft brings it back: what a person types is never thrown away.
 * @returns the revision of this writer that is now stored.
 */
export function writeDraft(db: JubirDatabase, input: DraftInput, now: number): Promise<number> {
  return db.transaction('rw', db.drafts, async () => {
    const known = await db.drafts.get(input.id);
    if (isEcho(known, input, true)) return known.revision;
    await db.drafts.put(nextDraft(known, input, 'writing', now));
    return input.revision;
  });
}

/**
 * Records that a platform was opened with this text: the draft as it stands, and a post in state `opened`.
 * Repeating it with the same post id is the same post.
 */
export function recordOpened(
  db: JubirDatabase,
  input: DraftInput,
  post: { id: string; route: Route },
  now: number,
): Promise<void> {
  return db.transaction('rw', db.drafts, db.posts, async () => {
    if (await db.posts.get(post.id)) return;
    const known = await db.drafts.get(input.id);
    // A text that the person typed after this click stays a draft; the post keeps the click's own.
    if (!isEcho(known, input, false)) await db.drafts.put(nextDraft(known, input, 'opened', now));
    await db.posts.add({
      id: post.id,
      draftId: input.id,
      releaseId: input.releaseId,
      releaseTitle: input.releaseTitle,
      releaseUrl: input.releaseUrl,
      platform: input.platform,
      angle: input.angle,
      route: post.route,
      text: input.text,
      state: 'opened',
      changes: [{ state: 'opened', at: now }],
      link: null,
      openedAt: now,
      asked: 0,
      deletedAt: 0,
    });
  });
}

/** The official's word on an opened post. A "no" gives the draft back for writing. */
export function answerPost(
  db: JubirDatabase,
  postId: string,
  state: Exclude<PostState, 'opened'>,
  link: string | null,
  now: number,
): Promise<void> {
  return db.transaction('rw', db.drafts, db.posts, async () => {
    const post = await db.posts.get(postId);
    if (!post) return;
    const changes = post.state === state ? post.changes : [...post.changes, { state, at: now }];
    await db.posts.put({ ...post, state, changes, asked: 1, link: link ?? post.link });
    const draft = await db.drafts.get(post.draftId);
    // Only about the text that went out: what was written since, or opened since, is not what was asked about.
    if (draft?.text === post.text) {
      await db.drafts.put({ ...draft, state: state === 'posted' ? 'posted' : 'writing' });
    }
  });
}

/** Notes that the question about this post was shown, so that it is asked only once. */
export async function markAsked(db: JubirDatabase, postId: string): Promise<void> {
  await db.posts.update(postId, { asked: 1 });
}

/** The newest opened post that nobody has been asked about, or undefined. */
export function postToAskAbout(db: JubirDatabase): Promise<Post | undefined> {
  return db.posts
    .orderBy('openedAt')
    .reverse()
    .filter((post) => post.state === 'opened' && post.asked === 0 && post.deletedAt === 0)
    .first();
}

/** Drafts and posts to delete or bring back, by id. */
export interface Entries {
  draftIds: string[];
  postIds: string[];
}

/** Marks entries as deleted at `now`, or as standing with 0. They stay in the database until purged. */
export function setDeleted(db: JubirDatabase, entries: Entries, deletedAt: number): Promise<void> {
  return db.transaction('rw', db.drafts, db.posts, async () => {
    for (const id of entries.draftIds) await db.drafts.update(id, { deletedAt });
    for (const id of entries.postIds) await db.posts.update(id, { deletedAt });
  });
}

/** Removes for good what was deleted before `before` (epoch milliseconds). */
export function purgeDeleted(db: JubirDatabase, before: number): Promise<void> {
  const due = (entry: { deletedAt: number }) => entry.deletedAt > 0 && entry.deletedAt < before;
  return db.transaction('rw', db.drafts, db.posts, async () => {
    await db.drafts.filter(due).delete();
    await db.posts.filter(due).delete();
  });
}

/** The standing drafts of these releases, newest input first. */
export async function draftsOf(db: JubirDatabase, releaseIds: string[]): Promise<Draft[]> {
  const drafts = await db.drafts
    .where('releaseId')
    .anyOf(releaseIds)
    .filter((draft) => draft.deletedAt === 0)
    .toArray();
  return drafts.sort((a, b) => b.updatedAt - a.updatedAt);
}

/** Where a release was shared: per platform the strongest state that is known. */
export async function sharedOn(
  db: JubirDatabase,
  releaseIds: string[],
): Promise<Map<string, Partial<Record<PlatformId, 'opened' | 'posted'>>>> {
  const posts = await db.posts.where('releaseId').anyOf(releaseIds).toArray();
  const shared = new Map<string, Partial<Record<PlatformId, 'opened' | 'posted'>>>();
  for (const post of posts) {
    if (post.deletedAt > 0 || post.state === 'not-posted') continue;
    const row = shared.get(post.releaseId) ?? {};
    if (row[post.platform] !== 'posted') row[post.platform] = post.state;
    shared.set(post.releaseId, row);
  }
  return shared;
}

/** The newest posts that went out, as far as anybody knows. */
export function lastPosts(db: JubirDatabase, count: number): Promise<Post[]> {
  return db.posts
    .orderBy('openedAt')
    .reverse()
    .filter((post) => post.deletedAt === 0 && post.state !== 'not-posted')
    .limit(count)
    .toArray();
}
