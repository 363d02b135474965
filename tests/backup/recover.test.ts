import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Ledger, Notes, readLedger } from '../../utils/backup/ledger.ts';
import { isDamaged, ledgerFor, look, mayBeDamage, refill, replace } from '../../utils/backup/recover.ts';
import { takeSnapshot } from '../../utils/backup/snapshot.ts';
import { JubirDatabase } from '../../utils/db/database.ts';
import { machineOf } from '../../utils/db/machine.ts';
import { recordOpened, writeDraft } from '../../utils/draft/history.ts';
import { draft, input, release, source } from '../draft/samples.ts';
import { TestShelf } from './shelf.ts';

let db: JubirDatabase;
let shelf: TestShelf;
let notes: Notes;
/** What a browser that was started anew does first. */
async function start(name = db.name): Promise<void> {
  db.close();
  db = new JubirDatabase(name);
  notes = new Notes(shelf);
  notes.watch(db);
  await db.open();
}
const type = async (releaseId: string, text: string, count = 1) => {
  await db.releases.put(release({ id: releaseId, title: `Rilis ${releaseId}` }));
  await writeDraft(db, input({ releaseId, releaseTitle: `Rilis ${releaseId}`, text, count }), count);
  await notes.settle(0);
};
const snapshot = async (at: number) => {
  notes.take();
  await takeSnapshot(db, shelf, at);
  await notes.taken();
};
/** As if so many drafts were written since the snapshot that the notes hold the names of these alone. */
const forgetRows = async () => {
  const ledger = (await readLedger(shelf)) as Ledger;
  for (const noted of Object.values(ledger.drafts)) delete noted.rows;
  await shelf.set({ 'copy-ledger': ledger });
};
const texts = async () => (await db.drafts.toArray()).map(({ text }) => text).sort();

beforeEach(async () => {
  shelf = new TestShelf();
  db = new JubirDatabase(`recover-${Math.random()}`);
  await start();
  await notes.begin(await ledgerFor(db, shelf));
  await db.sources.put(source());
  await db.secrets.put({ id: 'model', address: 'https://a.id/v1', value: 'kunci' });
  await type('r1', 'Satu.');
  await type('r2', 'Dua.');
  await recordOpened(
    db,
    input({ releaseId: 'r2', text: 'Dua.', count: 2 }),
    { id: 'p1', route: 'composer' },
    3,
  );
  await snapshot(1000);
  await type('r3', 'Tiga, sesudah salinan.');
  await type('r1', 'Satu, sesudah salinan.', 2);
});
afterEach(async () => {
  vi.restoreAllMocks();
  db.close();
  await Dexie.delete(db.name);
});

test('a database that was never seen is new; one that is as it was left is sound', async () => {
  expect(await look(db, new TestShelf())).toBe('new');
  expect(await look(db, shelf)).toBe('sound');
  await start();
  expect(await look(db, shelf)).toBe('sound');
  expect(await isDamaged(db.name)).toBe(false);
});

test('one that went on without its notes is sound, and its next snapshot is of everything', async () => {
  db.close();
  const other = new JubirDatabase(db.name);
  await writeDraft(other, input({ releaseId: 'r9', text: 'Ditulis Jubir lain.' }), 9);
  other.close();
  await start();
  expect(await look(db, shelf)).toBe('sound');
  expect((await ledgerFor(db, shelf)).all).toBe(true);
});

describe('files that were deleted', () => {
  beforeEach(async () => {
    db.close();
    await Dexie.delete(db.name);
    await start();
  });

  test('are had back whole, from the snapshot and from the notes of what was written after it', async () => {
    expect(await refill(db, shelf, 5000)).toEqual({
      ...{ at: 5000, from: 1000, drafts: 3, posts: 1, lost: [], more: 0, secrets: true },
    });
    expect(await texts()).toEqual(['Dua.', 'Satu, sesudah salinan.', 'Tiga, sesudah salinan.']);
    const earlier = await db.revisions.toArray();
    expect(new Set(earlier.map(({ id }) => id)).size).toBe(earlier.length);
  });

  test('what is neither in the snapshot nor in the notes is named', async () => {
    await forgetRows();
    expect(await look(db, shelf)).toBe('set-back');
    const { machine, n } = (await readLedger(shelf)) as { machine: string; n: number };
    expect(await refill(db, shelf, 5000)).toEqual({
      at: 5000,
      from: 1000,
      drafts: 2,
      posts: 1,
      lost: [
        { title: 'Rilis r1', platform: 'x' },
        { title: 'Rilis r3', platform: 'x' },
      ],
      more: 0,
      secrets: true,
    });
    expect(await texts()).toEqual(['Dua.', 'Satu.']);
    expect(await db.releases.count()).toBe(2);
    expect(await db.sources.count()).toBe(1);
    // Under the old name, new counts would stand for the lost ones.
    const now = await db.machine.get('machine');
    expect(now?.name).not.toBe(machine);
    expect(now?.n).toBeGreaterThanOrEqual(n);
    await notes.begin(await ledgerFor(db, shelf));
    expect(await look(db, shelf)).toBe('sound');
    expect(notes.ledger.all).toBe(true);
  });

  test('with a window that went on writing before it was seen: both are there', async () => {
    await writeDraft(db, input({ releaseId: 'r1', text: 'Ditulis di basis data kosong.' }), 9);
    expect(await look(db, shelf)).toBe('set-back');
    await refill(db, shelf, 5000);
    const first = await db.drafts.get(input({ releaseId: 'r1' }).id);
    expect([first?.text, ...(first?.rivals.map(({ text }) => text) ?? [])].sort()).toEqual([
      'Ditulis di basis data kosong.',
      'Satu, sesudah salinan.',
    ]);
  });

  test('interrupted at any moment, it is done the next time', async () => {
    const put = vi
      .spyOn(db.machine, 'put')
      .mockRejectedValueOnce(new DOMException('full', 'QuotaExceededError'));
    await expect(refill(db, shelf, 5000)).rejects.toThrow();
    put.mockRestore();
    await start();
    expect(await look(db, shelf)).toBe('set-back');
    expect(await refill(db, shelf, 6000)).toMatchObject({ drafts: 3, posts: 1, from: 1000, lost: [] });
  });
});

test('before the first snapshot, what was written is had back from the notes, or named', async () => {
  await shelf.remove(['copy-head']);
  db.close();
  await Dexie.delete(db.name);
  await start();
  const before = await shelf.get(['copy-ledger']);
  expect(await refill(db, shelf, 5000)).toMatchObject({ from: null, drafts: 2, lost: [] });
  await shelf.set(before);
  await forgetRows();
  db.close();
  await Dexie.delete(db.name);
  await start();
  expect(await refill(db, shelf, 5000)).toMatchObject({
    ...{ from: null, drafts: 0, more: 0 },
    lost: [{ title: 'Rilis r1' }, { title: 'Rilis r3' }],
  });
});

test('a database that was cut off is an older state: it is filled up, and only what came after is named', async () => {
  const before = await machineOf(db);
  // As a log of which the end is missing: everything since the last draft but one.
  await db.drafts.put({
    ...draft({ releaseId: 'r1', id: input({ releaseId: 'r1' }).id }),
    text: 'Satu.',
    revision: 1,
  });
  await db.machine.put({ ...before, n: before.n - 1 });
  await start();
  await forgetRows();
  expect(await look(db, shelf)).toBe('set-back');
  expect(await refill(db, shelf, 5000)).toMatchObject({
    ...{ from: 1000, drafts: 3, posts: 1, secrets: false },
    lost: [{ title: 'Rilis r1', platform: 'x' }],
  });
  expect(await texts()).toEqual(['Dua.', 'Satu.', 'Tiga, sesudah salinan.']);
});

test('a snapshot that was whole when the notes were not yet told of it loses nothing', async () => {
  await forgetRows();
  await takeSnapshot(db, shelf, 2000);
  db.close();
  await Dexie.delete(db.name);
  await start();
  expect(await refill(db, shelf, 5000)).toMatchObject({ from: 2000, drafts: 3, lost: [] });
});

test('an older state that lacks nothing of what was written is no news', async () => {
  await snapshot(2000);
  const before = await machineOf(db);
  await db.machine.put({ ...before, n: before.n - 1 });
  expect(await refill(db, shelf, 5000)).toBeNull();
});

/** Makes reading a draft fail as Chromium and Firefox do where a page of a file is damaged. */
function damage(isDamagedKey: (key: unknown) => boolean): void {
  const fails = (error = new DOMException('Internal error', 'UnknownError')) => {
    const request = { error } as IDBRequest & { onerror: (event: Event) => void };
    setTimeout(() => request.onerror(new Event('error')));
    return request;
  };
  const { get, getAll } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(function (this: IDBObjectStore, ...all) {
    return this.name === 'drafts' ? fails() : getAll.apply(this, all);
  });
  vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
    return this.name === 'drafts' && isDamagedKey(key) ? fails() : get.call(this, key);
  });
  // The files are gone with it.
  const { deleteDatabase } = IDBFactory.prototype;
  vi.spyOn(IDBFactory.prototype, 'deleteDatabase').mockImplementation(function (this: IDBFactory, name) {
    vi.restoreAllMocks();
    return deleteDatabase.call(this, name);
  });
}

describe('a database of which some rows cannot be read', () => {
  const lost = input({ releaseId: 'r1' }).id;

  test('is found out, and made anew with every row that can, the keys, and the rest from the snapshot', async () => {
    damage((key) => key === lost);
    await forgetRows();
    expect(await isDamaged(db.name)).toBe(true);
    const incident = await replace(db, shelf, 5000);
    expect(incident).toEqual({
      ...{ at: 5000, from: 1000, drafts: 3, posts: 1, more: 0, secrets: false },
      lost: [{ title: 'Rilis r1', platform: 'x' }],
    });
    expect(await texts()).toEqual(['Dua.', 'Satu.', 'Tiga, sesudah salinan.']);
    expect(await db.secrets.get('model')).toMatchObject({ value: 'kunci' });
    expect(await isDamaged(db.name)).toBe(false);
    expect([...shelf.items.keys()].filter((key) => key.startsWith('copy-rescue'))).toEqual([]);
    expect(JSON.stringify([...shelf.items])).not.toContain('kunci');
  });

  test('interrupted after the old one was deleted, nothing that could be read is lost', async () => {
    damage((key) => key === lost);
    db.open = () => Dexie.Promise.reject(new DOMException('no', 'UnknownError'));
    await expect(replace(db, shelf, 5000)).rejects.toMatchObject({ name: 'UnknownError' });
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(db.name);
    await start();
    expect(await look(db, shelf)).toBe('set-back');
    await refill(db, shelf, 6000);
    expect(await texts()).toEqual(['Dua.', 'Satu, sesudah salinan.', 'Tiga, sesudah salinan.']);
    expect([...shelf.items.keys()].filter((key) => key.startsWith('copy-rescue'))).toEqual([]);
  });

  test('of which nothing can be read comes from the snapshot and the notes', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    });
    expect(await replace(db, shelf, 5000)).toMatchObject({
      ...{ drafts: 3, posts: 1, from: 1000, lost: [], secrets: true },
    });
    expect(await texts()).toEqual(['Dua.', 'Satu, sesudah salinan.', 'Tiga, sesudah salinan.']);
  });

  test('whose place cannot be freed stays, and so does what was saved of it', async () => {
    vi.spyOn(indexedDB, 'deleteDatabase').mockImplementation(() => {
      const request = { error: new DOMException('no', 'UnknownError') } as IDBOpenDBRequest;
      setTimeout(() => request.onerror?.(new Event('error')));
      return request;
    });
    await expect(replace(db, shelf, 5000)).rejects.toMatchObject({ name: 'UnknownError' });
    vi.restoreAllMocks();
    expect([...shelf.items.keys()].some((key) => key.startsWith('copy-rescue'))).toBe(true);
    await start();
    expect(await texts()).toEqual(['Dua.', 'Satu, sesudah salinan.', 'Tiga, sesudah salinan.']);
  });
});

test('only what damaged files cause is taken for damage', () => {
  for (const name of ['UnknownError', 'DataError', 'NotReadableError']) {
    expect(mayBeDamage(new DOMException('x', name))).toBe(true);
  }
  for (const name of ['QuotaExceededError', 'AbortError', 'VersionError', 'InvalidStateError']) {
    expect(mayBeDamage(new DOMException('x', name))).toBe(false);
  }
});

test('a connection that is closed while it is read says nothing of what is stored', async () => {
  vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(() => {
    throw new DOMException('closing', 'InvalidStateError');
  });
  expect(await isDamaged(db.name)).toBe(false);
});
