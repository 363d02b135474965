import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { JubirDatabase } from '../../utils/db/database.ts';
import { machineOf } from '../../utils/db/machine.ts';
import { draftsOf, keepRevisions, markEntries, sharedOn } from '../../utils/draft/history.ts';
import { purgeDeleted } from '../../utils/draft/purge.ts';
import { draft, post } from './samples.ts';

let db: JubirDatabase;
beforeEach(() => {
  db = new JubirDatabase(`shelf-${Math.random()}`);
});
afterEach(() => db.delete());

const a = draft({ angle: 'summary', id: 'a' });
const b = draft({ angle: 'quote', id: 'b' });

test('deleting touches only what was named, and restoring brings it back whole', async () => {
  await db.drafts.bulkAdd([a, b]);
  await db.posts.bulkAdd([post({ id: 'p1' }), post({ id: 'p2' })]);
  await markEntries(db, { draftIds: ['a'], postIds: ['p2', 'gone'] }, { deletedAt: 5000 });
  const { name: by } = await machineOf(db);
  expect((await db.drafts.toArray()).map(({ deletedAt }) => deletedAt)).toEqual([5000, 0]);
  expect((await db.posts.toArray()).map(({ deletedAt }) => deletedAt)).toEqual([0, 5000]);
  await markEntries(db, { draftIds: ['a'], postIds: ['p2'] }, { deletedAt: 0 });
  expect(await db.drafts.toArray()).toEqual([{ ...a, stamps: { ...a.stamps, deletedAt: { n: 2, by } } }, b]);
  expect(await db.posts.count()).toBe(2);
});

test('purging removes what was deleted before the day, and nothing that stands', async () => {
  await db.drafts.bulkAdd([a, { ...b, deletedAt: 4999 }, draft({ id: 'c', deletedAt: 5000 })]);
  await db.posts.bulkAdd([
    post({ id: 'p1' }),
    post({ id: 'p2', deletedAt: 1 }),
    post({ id: 'p3', deletedAt: 9000 }),
  ]);
  await keepRevisions(db, [
    { id: 'b:m:1', draftId: 'b', n: 1, by: 'm', text: 'dulu', writer: 'popup', at: 1 },
    { id: 'c:m:1', draftId: 'c', n: 1, by: 'm', text: 'dulu', writer: 'popup', at: 1 },
  ]);
  await purgeDeleted(db, 5000);
  expect(await db.drafts.toCollection().primaryKeys()).toEqual(['a', 'c']);
  expect(await db.posts.toCollection().primaryKeys()).toEqual(['p1', 'p3']);
  expect(await db.revisions.toCollection().primaryKeys()).toEqual(['c:m:1']);
});

test('marks are set on drafts and posts, a reminder on drafts only, and each says when', async () => {
  await db.drafts.add(a);
  await db.posts.add(post());
  await markEntries(db, { draftIds: ['a'], postIds: ['p1'] }, { note: 'tunggu Pak Camat', remindAt: 9000 });
  const { name: by } = await machineOf(db);
  expect(await db.drafts.get('a')).toMatchObject({
    note: 'tunggu Pak Camat',
    remindAt: 9000,
    stamps: { note: { n: 1, by }, remindAt: { n: 1, by } },
  });
  const marked = await db.posts.get('p1');
  expect(marked).toMatchObject({ note: 'tunggu Pak Camat', stamps: { note: { n: 1, by } } });
  expect(marked).not.toHaveProperty('remindAt');
});

test('drafts of releases: newest input first, whatever their state, none that is deleted', async () => {
  await db.drafts.bulkAdd([
    draft({ id: '1', revision: 1 }),
    draft({ id: '3', revision: 3, state: 'opened' }),
    draft({ id: '2', revision: 2, releaseId: 'r2' }),
    draft({ id: '4', revision: 4, deletedAt: 4 }),
    draft({ id: '5', revision: 5, releaseId: 'r3' }),
  ]);
  expect((await draftsOf(db, ['r1', 'r2'])).map(({ id }) => id)).toEqual(['3', '2', '1']);
  expect(await draftsOf(db, [])).toEqual([]);
});

test('where a release was shared: posted is stronger than opened, in whichever order they came', async () => {
  await db.posts.bulkAdd([
    post({ id: '1', platform: 'x', state: 'posted' }),
    post({ id: '2', platform: 'x', state: 'opened' }),
    post({ id: '3', platform: 'threads', state: 'opened' }),
    post({ id: '4', platform: 'threads', state: 'posted' }),
    post({ id: '5', platform: 'facebook', state: 'opened' }),
    post({ id: '6', platform: 'line', state: 'not-posted' }),
    post({ id: '7', platform: 'bluesky', state: 'posted', deletedAt: 7 }),
    post({ id: '8', platform: 'x', state: 'opened', releaseId: 'r2' }),
    post({ id: '9', platform: 'x', state: 'posted', releaseId: 'r3' }),
  ]);
  const shared = await sharedOn(db, ['r1', 'r2', 'r4']);
  expect([...shared]).toEqual([
    ['r1', { x: 'posted', threads: 'posted', facebook: 'opened' }],
    ['r2', { x: 'opened' }],
  ]);
});
