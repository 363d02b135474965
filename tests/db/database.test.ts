import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { JubirDatabase, db as shared } from '../../utils/db/database.ts';
import { openSearch } from '../../utils/release/search/open.ts';
import { indexPending } from '../../utils/release/search/write.ts';
import { draft, post, release, source } from '../draft/samples.ts';

let db: JubirDatabase;
beforeEach(() => {
  db = new JubirDatabase(`db-${Math.random()}`);
});
afterEach(() => db.delete());

test('every table takes what it is for and finds it by its key', async () => {
  await db.sources.put(source());
  await db.releases.put(release());
  await db.pictures.put({ releaseId: 'r1', data: 'data:image/webp;base64,AA==', fetchedAt: 1 });
  await db.drafts.put(draft());
  await db.posts.put(post());
  expect(await db.sources.get('kota-bogor')).toEqual(source());
  expect(await db.releases.get('r1')).toEqual(release({ indexed: 0 }));
  expect(await db.pictures.get('r1')).toMatchObject({ fetchedAt: 1 });
  expect(await db.drafts.get(draft().id)).toEqual(draft());
  expect(await db.posts.get('p1')).toEqual(post());
});

test('a committed word survives a power cut: writes are strict', () => {
  expect(db._options.chromeTransactionDurability).toBe('strict');
});

/** What each version was shipped with; a line here is never edited. */
const shipped = [
  {
    sources: 'id',
    releases: 'id, order, [sourceId+order], unread, body',
    pictures: 'releaseId',
    drafts: 'id, updatedAt, state, releaseId',
    posts: 'id, openedAt, state, draftId, releaseId',
  },
  {
    sources: 'id',
    releases: 'id, order, [sourceId+order], unread, body, *aliases, indexed',
    pictures: 'releaseId',
    drafts: 'id, updatedAt, state, releaseId',
    posts: 'id, openedAt, state, draftId, releaseId',
    versions: 'id, releaseId',
    checks: 'releaseId, sourceId',
    searchSegments: 'id, age',
    searchData: 'id',
  },
  {
    sources: 'id',
    releases: 'id, order, [sourceId+order], unread, body, *aliases, indexed',
    pictures: 'releaseId',
    drafts: 'id, updatedAt, state, releaseId',
    posts: 'id, openedAt, state, draftId, releaseId',
    versions: 'id, releaseId',
    checks: 'releaseId, sourceId',
    searchSegments: 'id, age',
    searchData: 'id',
    secrets: 'id',
  },
];

const shapeOf = (dexie: Dexie): Record<string, string> =>
  Object.fromEntries(
    dexie.tables.map(({ name, schema }) => [
      name,
      [schema.primKey.src, ...schema.indexes.map(({ src }) => src)].join(', '),
    ]),
  );

test('the newest version is as it was shipped', async () => {
  await db.open();
  expect(shared.name).toBe('jubir');
  expect(db.verno).toBe(shipped.length);
  expect(shapeOf(db)).toEqual(shipped.at(-1));
});

test.each(shipped.map((stores, at) => [at + 1, stores] as const))(
  'what version %i stored is still there for the code of today, which finds every release',
  async (version, stores) => {
    const name = `old-${Math.random()}`;
    const old = new Dexie(name);
    old.version(version).stores(stores);
    await old.table('drafts').add(draft({ text: 'dari versi lama' }));
    await old.table('releases').add(release({ title: 'Taman Sempur dibuka' }));
    old.close();
    const today = new JubirDatabase(name);
    expect((await today.drafts.toArray()).map(({ text }) => text)).toEqual(['dari versi lama']);
    expect(shapeOf(today)).toEqual(shipped.at(-1));
    expect(await indexPending(today)).toBe(1);
    expect((await openSearch(today)).search('sempur')).toHaveLength(1);
    await today.delete();
  },
);
