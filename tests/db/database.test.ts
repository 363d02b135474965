import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { JubirDatabase, db as shared } from '../../utils/db/database.ts';
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
  expect(await db.releases.get('r1')).toEqual(release());
  expect(await db.pictures.get('r1')).toMatchObject({ fetchedAt: 1 });
  expect(await db.drafts.get(draft().id)).toEqual(draft());
  expect(await db.posts.get('p1')).toEqual(post());
});

test('a committed word survives a power cut: writes are strict', () => {
  expect(db._options.chromeTransactionDurability).toBe('strict');
});

test('version 1 stays as it was shipped', async () => {
  await db.open();
  expect(db.name).not.toBe(shared.name);
  expect(shared.name).toBe('jubir');
  const tables = Object.fromEntries(
    db.tables.map(({ name, schema }) => [
      name,
      [schema.primKey.src, ...schema.indexes.map(({ src }) => src)].join(', '),
    ]),
  );
  expect(db.verno).toBeGreaterThanOrEqual(1);
  // What version 1 declares may only be added to: an index that goes away breaks what was stored before.
  for (const [name, indexes] of Object.entries({
    sources: ['id'],
    releases: ['id', 'order', '[sourceId+order]', 'unread', 'body'],
    pictures: ['releaseId'],
    drafts: ['id', 'updatedAt', 'state', 'releaseId'],
    posts: ['id', 'openedAt', 'state', 'draftId', 'releaseId'],
  })) {
    for (const index of indexes) expect(tables[name]?.split(', '), name).toContain(index);
  }
});

test('what version 1 stored is still there for the code of today', async () => {
  const name = `old-${Math.random()}`;
  const old = new Dexie(name);
  old.version(1).stores({
    sources: 'id',
    releases: 'id, order, [sourceId+order], unread, body',
    pictures: 'releaseId',
    drafts: 'id, updatedAt, state, releaseId',
    posts: 'id, openedAt, state, draftId, releaseId',
  });
  await old.table('drafts').add(draft({ text: 'dari versi lama' }));
  old.close();
  const today = new JubirDatabase(name);
  expect((await today.drafts.toArray()).map(({ text }) => text)).toEqual(['dari versi lama']);
  await today.delete();
});
