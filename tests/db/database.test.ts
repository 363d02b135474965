import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { JubirDatabase, db as shared } from '../../utils/db/database.ts';
import { newestVersion } from '../../utils/db/versions.ts';
import { draft, post, release, source } from '../draft/samples.ts';
import { shapeOf, shipped, versions } from './shipped.ts';

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

test('the newest version is as it was shipped', async () => {
  await db.open();
  expect(shared.name).toBe('jubir');
  expect(db.verno).toBe(versions.length);
  expect(newestVersion).toBe(versions.length);
  expect(shapeOf(db)).toEqual(shipped.at(-1));
});
