import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Ledger, Notes, readLedger } from '../../utils/backup/ledger.ts';
import { ledgerFor } from '../../utils/backup/recover.ts';
import { JubirDatabase } from '../../utils/db/database.ts';
import { markEntries, recordOpened, writeDraft } from '../../utils/draft/history.ts';
import { takeNewName } from '../../utils/draft/new-name.ts';
import { draft, input, source } from '../draft/samples.ts';
import { TestShelf } from './shelf.ts';

let db: JubirDatabase;
let shelf: TestShelf;
let notes: Notes;
beforeEach(async () => {
  db = new JubirDatabase(`ledger-${Math.random()}`);
  shelf = new TestShelf();
  notes = new Notes(shelf);
  notes.watch(db);
  await db.open();
  await notes.begin(await ledgerFor(db, shelf));
  notes.take();
  await notes.taken();
  shelf.written = [];
});
afterEach(() => db.delete());

const stored = async (): Promise<Ledger> => (await readLedger(shelf)) as Ledger;
const type = (count: number, releaseId = 'r1') =>
  writeDraft(db, input({ releaseId, count, text: `Teks ${count}` }), count);

test('the first input of a draft is noted by name when it is acknowledged; those that follow wait for nothing', async () => {
  await type(1);
  await notes.settle(0);
  const { id } = input();
  expect((await stored()).drafts).toEqual({ [id]: { title: 'Taman baru dibuka', platform: 'x', n: 1 } });
  expect(shelf.written).toHaveLength(1);
  for (let count = 2; count < 50; count += 1) {
    await type(count);
    await notes.settle(Date.now());
  }
  expect(shelf.written.length).toBeLessThan(4);
  // A second later the newest count is stored, so that an older state of the database is known for one.
  await notes.settle(Date.now() + 1_500);
  await expect.poll(async () => (await stored()).n).toBe(49);
  expect((await stored()).drafts[id]?.n).toBe(49);
});

test('what is not committed is not noted', async () => {
  await db
    .transaction('rw', db.drafts, async () => {
      await db.drafts.put(draft({ id: 'batal' }));
      throw new Error('taken back');
    })
    .catch(() => {});
  expect(notes.isBehind).toBe(false);
  await db.drafts.put(draft({ id: 'jadi' }));
  expect(Object.keys(notes.ledger.drafts)).toEqual(['jadi']);
});

test('a note is there by the time that the write is known to be done', async () => {
  for (let count = 1; count < 30; count += 1) {
    await type(count, `r${count}`);
    expect(Object.keys(notes.ledger.drafts)).toHaveLength(count);
  }
});

test('posts, marks, sources, keys and a new name are noted; a removal asks for a snapshot of everything', async () => {
  await recordOpened(db, input({ releaseId: 'r2' }), { id: 'p1', route: 'composer' }, 1);
  expect(Object.keys(notes.ledger.drafts)).toEqual([input({ releaseId: 'r2' }).id]);
  await markEntries(db, { draftIds: [], postIds: ['p1'] }, { note: 'catatan' });
  expect(notes.ledger.n).toBe((await db.machine.get('machine'))?.n);
  expect(notes.ledger).toMatchObject({ sources: false, secrets: false, all: false });
  await db.sources.put(source());
  await db.secrets.put({ id: 'model', address: 'https://a.id', value: 'x' });
  expect(notes.ledger).toMatchObject({ sources: true, secrets: true, all: false });
  await takeNewName(db, 0);
  await notes.settle(0);
  expect((await stored()).machine).toBe((await db.machine.get('machine'))?.name);
  await db.drafts.clear();
  expect(notes.ledger.all).toBe(true);
});

test('what was written while a snapshot was made is noted for the next one, and so is what it failed to take', async () => {
  await type(1, 'r1');
  await notes.settle(0);
  expect(Object.keys(notes.take().drafts)).toHaveLength(1);
  await type(1, 'r2');
  await notes.settle(0);
  // Until the snapshot is whole, both are behind it.
  expect(Object.keys((await stored()).drafts)).toHaveLength(2);
  await notes.taken();
  expect(Object.keys((await stored()).drafts)).toEqual([input({ releaseId: 'r2' }).id]);
  notes.take();
  await type(1, 'r3');
  notes.giveBack();
  expect(Object.keys(notes.ledger.drafts)).toHaveLength(2);
});

test('a note that could not be stored is stored with the next write', async () => {
  shelf.left = 0;
  await type(1);
  await expect(notes.settle(0)).rejects.toThrow('off');
  shelf.left = Number.POSITIVE_INFINITY;
  await type(2);
  await notes.settle(0);
  expect(Object.keys((await stored()).drafts)).toHaveLength(1);
});

test('more than it can name is noted as everything', async () => {
  await db.drafts.bulkPut(Array.from({ length: 300 }, (_, at) => draft({ id: `d${at}` })));
  expect(notes.ledger.all).toBe(true);
  expect(Object.keys(notes.ledger.drafts)).toHaveLength(200);
});

test('where everything was erased nothing is noted until it begins again', async () => {
  await type(1);
  notes.forget();
  await type(2);
  await notes.settle(Date.now());
  expect(notes.isBehind).toBe(false);
  expect(shelf.written).toEqual([]);
});
