import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, expect, test, vi } from 'vitest';
import { NothingStoredError, openStored } from '../../utils/db/stored.ts';
import { buildSample, sampleOf } from './shipped.ts';

const name = 'stored';
afterEach(async () => {
  vi.restoreAllMocks();
  await Dexie.delete(name);
});

test('reading what is not there makes nothing', async () => {
  await expect(openStored(name)).rejects.toBeInstanceOf(NothingStoredError);
  expect((await indexedDB.databases()).map((each) => each.name)).not.toContain(name);
});

test('a table that is not there has no rows', async () => {
  await buildSample(name, 1);
  const stored = await openStored(name);
  expect(await stored.rows('revisions')).toEqual({ rows: [], unreadable: 0 });
  stored.close();
});

test('a damaged row costs no other, and is counted', async () => {
  await buildSample(name, 1);
  const stored = await openStored(name);
  const damaged = String(sampleOf(1).drafts?.[1]?.id);
  const fails = () => {
    const request = { error: new DOMException('Internal error', 'UnknownError') } as IDBRequest & {
      onerror: (event: Event) => void;
    };
    setTimeout(() => request.onerror(new Event('error')));
    return request;
  };
  vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(fails);
  const get = IDBObjectStore.prototype.get;
  vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
    return key === damaged ? fails() : get.call(this, key);
  });
  const { rows, unreadable } = await stored.rows('drafts');
  expect(unreadable).toBe(1);
  expect(rows).toEqual(
    sampleOf(1)
      .drafts?.filter(({ id }) => id !== damaged)
      .sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1)),
  );
  vi.spyOn(IDBObjectStore.prototype, 'getAllKeys').mockImplementation(fails);
  expect(await stored.rows('posts')).toEqual({ rows: [], unreadable: 1 });
  stored.close();
});

test('of a table with many rows each is looked at', async () => {
  await buildSample(name, 1);
  const plain = await new Dexie(name).open();
  await plain.table('drafts').bulkPut(Array.from({ length: 700 }, (_, at) => ({ id: `d${1000 + at}` })));
  plain.close();
  const stored = await openStored(name);
  expect(await stored.isDamaged('drafts')).toBe(false);
  expect(await stored.isDamaged('revisions')).toBe(false);
  const { getAll } = IDBObjectStore.prototype;
  const read: number[] = [];
  vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(function (
    this: IDBObjectStore,
    range,
    count,
  ) {
    read.push(count ?? Number.POSITIVE_INFINITY);
    // The last of the rows is in the third batch.
    if (read.length < 3) return getAll.call(this, range, count);
    const request = { error: new DOMException('Internal error', 'UnknownError') } as IDBRequest & {
      onerror: (event: Event) => void;
    };
    setTimeout(() => request.onerror(new Event('error')));
    return request;
  });
  expect(await stored.isDamaged('drafts')).toBe(true);
  expect(read).toEqual([250, 250, 250]);
  stored.close();
});

test('a reader gives way to whoever wants to change the database', async () => {
  await buildSample(name, 1);
  await openStored(name);
  const newer = new Dexie(name);
  newer.version(2).stores({ drafts: 'id' });
  await newer.open();
  expect(newer.verno).toBe(2);
  newer.close();
});
