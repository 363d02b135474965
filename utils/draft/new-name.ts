import type { JubirDatabase } from '../db/database.ts';
import { machineOf } from '../db/machine.ts';
import type { Draft, Post, Stamp } from './draft.ts';
import { revisionOf } from './writing.ts';

/**
 * Gives this machine a new name, because another one writes under the same: its profile was copied, or set back to an
 * earlier day. The two have counted alike since, so what this one wrote after `since` gets the new name as well, and
 * counts for nothing that the other wrote.
 * @param since this machine's count when both still were one
 */
export function takeNewName(db: JubirDatabase, since: number): Promise<void> {
  return db.transaction('rw', [db.drafts, db.posts, db.revisions, db.machine], async () => {
    const machine = await machineOf(db);
    const [old, name] = [machine.name, crypto.randomUUID()];
    const renamed = <S extends Stamp>(stamp: S): S =>
      stamp.by === old && stamp.n > since ? { ...stamp, by: name } : stamp;
    const stampsOf = <S extends Draft['stamps'] | Post['stamps']>(stamps: S): S =>
      Object.fromEntries(Object.entries(stamps).map(([of, stamp]) => [of, stamp && renamed(stamp)])) as S;

    const drafts = await db.drafts.filter(({ seen }) => (seen[old] ?? 0) > since).toArray();
    await db.drafts.bulkPut(
      drafts.map((draft) => ({
        ...draft,
        machine: renamed({ n: draft.revision, by: draft.machine }).by,
        rivals: draft.rivals.map(renamed),
        seen: { ...draft.seen, [old]: since, [name]: draft.seen[old] ?? 0 },
        stamps: stampsOf(draft.stamps),
      })),
    );
    const revisions = await db.revisions.filter(({ by, n }) => by === old && n > since).toArray();
    await db.revisions.bulkDelete(revisions.map(({ id }) => id));
    await db.revisions.bulkPut(
      revisions.map(({ draftId, id: _, ...wording }) => revisionOf(draftId, renamed(wording))),
    );
    const posts = await db.posts.toArray();
    await db.posts.bulkPut(
      posts.map((post) => ({
        ...post,
        changes: post.changes.map(renamed),
        stamps: stampsOf(post.stamps),
      })),
    );
    await db.machine.put({ ...machine, name });
  });
}
