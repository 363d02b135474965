import type { JubirDatabase } from '../db/database.ts';
import { nextStamp } from '../db/machine.ts';
import type { PlatformId } from '../platform/platform.ts';
import type { Draft, Marks, Post, PostState, Revision, Stamp } from './draft.ts';
import { seenBefore } from './purge.ts';
import { type DraftInput, isEcho, revisionOf, takeIn, type Written, written } from './writing.ts';

/** How many earlier texts a draft keeps; the oldest go first. */
export const revisionsKept = 40;

/** Every table that a write to the history touches. */
const tables = (db: JubirDatabase) => [db.drafts, db.posts, db.revisions, db.machine];

/**
 * Writes one input, compared with what stands: see `takeIn`. An echo changes nothing, so a lost acknowledgement is
 * harmless. Writing into a draft that was deleted, put away or posted brings it back: what a person types is never
 * thrown away.
 */
export function writeDraft(db: JubirDatabase, input: DraftInput, now: number): Promise<Written> {
  return db.transaction('rw', tables(db), async () => {
    const known = await db.drafts.get(input.id);
    if (isEcho(known, input)) return written(known, input);
    return written(await put(db, known, input, await nextStamp(db), now), input);
  });
}

async function put(
  db: JubirDatabase,
  known: Draft | undefined,
  input: DraftInput,
  stamp: Stamp,
  now: number,
): Promise<Draft> {
  const { draft, replaced } = takeIn(known, input, stamp, now);
  if (!known) draft.seen = { ...(await seenBefore(db, input.id)), ...draft.seen };
  await db.drafts.put(draft);
  const revisions = replaced.map((wording) => revisionOf(input.id, wording));
  await keepRevisions(db, revisions);
  return draft;
}

/** Keeps earlier texts of drafts, and lets go of the oldest beyond `revisionsKept` of each. */
export async function keepRevisions(db: JubirDatabase, revisions: readonly Revision[]): Promise<void> {
  // One that is there never changes; of ten thousand from a copy most are.
  const known = await db.revisions.bulkGet(revisions.map(({ id }) => id));
  const fresh = revisions.filter((_, at) => known[at] === undefined);
  await db.revisions.bulkPut(fresh);
  const letGo = async (id: string) => {
    const keys = await db.revisions.where('[draftId+n]').between([id, 0], [id, Infinity]).primaryKeys();
    if (keys.length > revisionsKept) await db.revisions.bulkDelete(keys.slice(0, -revisionsKept));
  };
  await Promise.all([...new Set(fresh.map(({ draftId }) => draftId))].map(letGo));
}

/** A draft's earlier texts, newest first. */
export async function revisionsOf(db: JubirDatabase, draftId: string): Promise<Revision[]> {
  return db.revisions.where('[draftId+n]').between([draftId, 0], [draftId, Infinity]).reverse().toArray();
}

/** A post to record; one that Jubir sends itself begins as `prepared`, from a known account. */
export interface NewPost extends Pick<Post, 'id' | 'route' | 'picture'> {
  account?: string;
  state?: 'prepared';
}

/**
 * Records that a platform was opened with this text, or that it is about to be sent: the draft as it stands, and a post
 * in state `opened` or `prepared`. Repeating it with the same post id is the same post.
 */
export function recordOpened(
  db: JubirDatabase,
  input: DraftInput,
  post: NewPost,
  now: number,
): Promise<void> {
  return db.transaction('rw', tables(db), async () => {
    if (await db.posts.get(post.id)) return;
    const stamp = await nextStamp(db);
    const known = await db.drafts.get(input.id);
    // A text that the person typed after this click stays a draft; the post keeps the click's own.
    const draft = isEcho(known, input) ? known : await put(db, known, input, stamp, now);
    if (draft.text === input.text) {
      await db.drafts.put({ ...draft, state: 'opened', stamps: { ...draft.stamps, state: stamp } });
    }
    const { id: draftId, writer: _, count: __, base: ___, step: ____, settles: _____, ...rest } = input;
    const { picture: ______, ...facts } = rest;
    const { state = 'opened', picture } = post;
    await db.posts.add({
      ...facts,
      id: post.id,
      draftId,
      route: post.route,
      account: post.account ?? null,
      ...(picture && { picture }),
      state,
      changes: [{ ...stamp, state, at: now }],
      link: null,
      order: stamp.n,
      openedAt: now,
      // What Jubir sends itself is asked about only where the network cannot tell.
      asked: state === 'prepared' ? 1 : 0,
      deletedAt: 0,
      archivedAt: 0,
      note: '',
      stamps: {},
    });
  });
}

/** The official's word on a post; `opened` takes it back. */
export type PostAnswer = 'posted' | 'not-posted' | 'opened';

/** What a word on a post means for its draft: a "no" gives it back for writing. */
const draftAfter = { posted: 'posted', 'not-posted': 'writing', opened: 'opened' } as const;

/** The official's word on an opened post. */
export function answerPost(
  db: JubirDatabase,
  postId: string,
  answer: PostAnswer,
  link: string | null,
  now: number,
): Promise<void> {
  return db.transaction('rw', tables(db), async () => {
    const post = await db.posts.get(postId);
    if (!post) return;
    // One that Jubir sent itself was never opened: without the official's word nobody knows of it.
    const state: PostState = answer === 'opened' && post.route === 'api' ? 'unknown' : answer;
    const news = post.state !== state || (link !== null && link !== post.link);
    if (!news) return void (await db.posts.update(postId, { asked: 1 }));
    const stamp = await nextStamp(db);
    const changes = [...post.changes, { ...stamp, state, at: now, ...(link !== null && { link }) }];
    await db.posts.put({ ...post, state, changes, asked: 1, link: link ?? post.link });
    const draft = await db.drafts.get(post.draftId);
    // Only about the text that went out: what was written since, or opened since, is not what was asked about.
    if (draft?.text === post.text) {
      const stamps = { ...draft.stamps, state: stamp };
      await db.drafts.put({ ...draft, state: draftAfter[answer], stamps });
    }
  });
}

/** The official's word on several posts: on all of them or, where it cannot be written, on none. */
export function answerPosts(
  db: JubirDatabase,
  postIds: readonly string[],
  state: PostAnswer,
  now: number,
): Promise<void> {
  return db.transaction('rw', tables(db), async () => {
    for (const id of postIds) await answerPost(db, id, state, null, now);
  });
}

/** Notes that the question about this post was shown, so that it is asked only once. */
export async function markAsked(db: JubirDatabase, postId: string): Promise<void> {
  await db.posts.update(postId, { asked: 1 });
}

/** States that only the official can turn into an answer. */
const mayAsk: ReadonlySet<Post['state']> = new Set(['opened', 'unknown']);

/** The newest post that nobody but the official can tell of, and that nobody has been asked about, or undefined. */
export function postToAskAbout(db: JubirDatabase): Promise<Post | undefined> {
  return db.posts
    .orderBy('order')
    .reverse()
    .filter((post) => mayAsk.has(post.state) && post.asked === 0 && post.deletedAt === 0)
    .first();
}

/** Drafts and posts, by id. */
export interface Entries {
  draftIds: string[];
  postIds: string[];
}

/** What the official sets on entries; a reminder is of drafts only. */
export type MarkChange = Partial<Marks & Pick<Draft, 'remindAt'>>;

/** Sets marks on entries: deletes, puts away, stars, notes, reminds, and takes each back. Entries that are gone stay gone. */
export function markEntries(db: JubirDatabase, entries: Entries, change: MarkChange): Promise<void> {
  const { remindAt: _, ...ofPosts } = change;
  return db.transaction('rw', tables(db), async () => {
    const stamp = await nextStamp(db);
    const marked = <E extends Draft | Post>(found: (E | undefined)[], set: MarkChange): E[] =>
      found.flatMap((entry) => {
        if (!entry) return [];
        const stamps = Object.fromEntries(Object.keys(set).map((name) => [name, stamp]));
        return [{ ...entry, ...set, stamps: { ...entry.stamps, ...stamps } }];
      });
    await db.drafts.bulkPut(marked(await db.drafts.bulkGet(entries.draftIds), change));
    await db.posts.bulkPut(marked(await db.posts.bulkGet(entries.postIds), ofPosts));
  });
}

/** The standing drafts of these releases, newest input first. */
export async function draftsOf(db: JubirDatabase, releaseIds: string[]): Promise<Draft[]> {
  const drafts = await db.drafts
    .where('releaseId')
    .anyOf(releaseIds)
    .filter((draft) => draft.deletedAt === 0)
    .toArray();
  return drafts.sort((a, b) => b.revision - a.revision);
}

/** Where a release was shared: per platform the strongest state that is known. */
export async function sharedOn(
  db: JubirDatabase,
  releaseIds: string[],
): Promise<Map<string, Partial<Record<PlatformId, 'opened' | 'posted'>>>> {
  const posts = await db.posts.where('releaseId').anyOf(releaseIds).toArray();
  const shared = new Map<string, Partial<Record<PlatformId, 'opened' | 'posted'>>>();
  for (const post of posts) {
    if (post.deletedAt > 0 || !mayBeOut(post)) continue;
    const row = shared.get(post.releaseId) ?? {};
    if (row[post.platform] !== 'posted') row[post.platform] = post.state === 'posted' ? 'posted' : 'opened';
    shared.set(post.releaseId, row);
  }
  return shared;
}

/** When a release last went out, as far as anybody knows, epoch milliseconds; null where it never did. */
export async function lastSharedAt(db: JubirDatabase, releaseId: string): Promise<number | null> {
  const posts = await db.posts.where('releaseId').equals(releaseId).toArray();
  const out = posts.filter((post) => post.deletedAt === 0 && mayBeOut(post));
  return out.length > 0 ? Math.max(...out.map((post) => post.openedAt)) : null;
}

/** The newest posts that went out, as far as anybody knows. */
export function lastPosts(db: JubirDatabase, count: number): Promise<Post[]> {
  return db.posts
    .orderBy('order')
    .reverse()
    .filter((post) => post.deletedAt === 0 && mayBeOut(post))
    .limit(count)
    .toArray();
}

/** Whether a post went out or may have: only a plain no says that it did not. Of a thread that failed a part may be out. */
export const mayBeOut = ({ state, link }: Post): boolean =>
  state === 'failed' ? link !== null : state !== 'not-posted' && state !== 'removed';
