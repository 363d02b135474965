import type { JubirDatabase } from '../db/database.ts';
import type { Draft, Post, Stamp } from './draft.ts';
import type { History } from './merge.ts';

/**
 * What was removed for good, so that no older copy of it brings it back: a machine that was off for long, or a file
 * that one left in the city's folder. It lies beside the machine's name.
 */
interface Purged {
  id: 'purged';
  drafts: Record<string, { seen: Draft['seen']; deleted: Stamp | null }>;
  posts: Record<string, { deleted: Stamp | null }>;
}

const tables = (db: JubirDatabase) => [db.drafts, db.posts, db.revisions, db.machine];
const row = (db: JubirDatabase) => db.table<Purged, string>('machine');

async function purgedFrom(db: JubirDatabase): Promise<Purged> {
  return (await row(db).get('purged')) ?? { id: 'purged', drafts: {}, posts: {} };
}

/** Removes for good what was deleted before `before` (epoch milliseconds). */
export function purgeDeleted(db: JubirDatabase, before: number): Promise<void> {
  const due = (entry: { deletedAt: number }) => entry.deletedAt > 0 && entry.deletedAt < before;
  return db.transaction('rw', tables(db), async () => {
    const drafts = await db.drafts.filter(due).toArray();
    const posts = await db.posts.filter(due).toArray();
    if (drafts.length + posts.length === 0) return;
    const purged = await purgedFrom(db);
    for (const { id, seen, stamps } of drafts)
      purged.drafts[id] = { seen, deleted: stamps.deletedAt ?? null };
    for (const { id, stamps } of posts) purged.posts[id] = { deleted: stamps.deletedAt ?? null };
    await row(db).put(purged);
    const ids = drafts.map(({ id }) => id);
    await db.drafts.bulkDelete(ids);
    await db.revisions.where('draftId').anyOf(ids).delete();
    await db.posts.bulkDelete(posts.map(({ id }) => id));
  });
}

/**
 * A history without what was removed for good here. What somebody wrote into since, or took back from where it was
 * deleted, not knowing of that, comes again.
 */
export async function withoutPurged(db: JubirDatabase, theirs: History): Promise<History> {
  const { drafts, posts } = await purgedFrom(db);
  const isGone = (draft: Draft) => {
    const known = drafts[draft.id];
    return known !== undefined && !isNewer(draft, known) && hasSeen(known.seen, draft.seen);
  };
  const isGonePost = (post: Post) => {
    const known = posts[post.id];
    return known !== undefined && !isNewer(post, known);
  };
  const kept = theirs.drafts.filter((draft) => !isGone(draft));
  const coming = new Set(kept.map(({ id }) => id));
  const away = theirs.revisions.map(({ draftId }) => draftId).filter((id) => drafts[id] && !coming.has(id));
  const here = new Set((await db.drafts.bulkGet([...new Set(away)])).map((draft) => draft?.id));
  return {
    drafts: kept,
    posts: theirs.posts.filter((post) => !isGonePost(post)),
    revisions: theirs.revisions.filter(
      ({ draftId }) => !drafts[draftId] || coming.has(draftId) || here.has(draftId),
    ),
  };
}

/** What a draft that was removed for good had replaced knowingly, so that it stays replaced when it is written anew. */
export async function seenBefore(db: JubirDatabase, draftId: string): Promise<Draft['seen']> {
  return (await purgedFrom(db)).drafts[draftId]?.seen ?? {};
}

/** Whether an entry was deleted or taken back later than the one that was removed. */
const isNewer = (
  { stamps: { deletedAt } }: { stamps: { deletedAt?: Stamp } },
  { deleted }: { deleted: Stamp | null },
): boolean =>
  deletedAt !== undefined &&
  (deleted === null || deletedAt.n > deleted.n || (deletedAt.n === deleted.n && deletedAt.by > deleted.by));

const hasSeen = (seen: Draft['seen'], theirs: Draft['seen']): boolean =>
  Object.entries(theirs).every(([by, n]) => n <= (seen[by] ?? 0));
