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
const textsIn = async (id: string) =>
  ((await stored()).drafts[id]?.rows ?? []).flatMap(({ kind, value }) =>
    kind === 'draft' ? value.text : [],
  );
const type = (count: number, releaseId = 'r1') =>
  writeDraft(db, input({ releaseId, count, text: `Teks ${count}` }), count);

test('what is acknowledged lies in the notes whole, with its earlier texts and posts', async () => {
  await type(1);
  await notes.settle(0);
  const { id } = input();
  expect((await stored()).drafts[id]).toMatchObject({ title: 'Taman baru dibuka', platform: 'x', n: 1 });
  expect((await stored()).drafts[id]?.rows).toMatchObject([{ kind: 'draft', value: { text: 'Teks 1' } }]);
  for (let count = 2; count < 9; count += 1) {
    await type(count);
    await notes.settle(Date.now());
    expect(await textsIn(id)).toContain(`Teks ${count}`);
  }
  await recordOpened(db, input({ count: 9, text: 'Teks 9' }), { id: 'p1', route: 'composer' }, 9);
  await notes.settle(9);
  const rows = (await stored()).drafts[id]?.rows ?? [];
  const known = await Promise.all([db.drafts.get(id), db.posts.get('p1'), db.revisions.toArray()]);
  expect(rows.filter(({ kind }) => kind === 'draft')).toEqual([{ kind: 'draft', value: known[0] }]);
  expect(rows.filter(({ kind }) => kind === 'post')).toEqual([{ kind: 'post', value: known[1] }]);
  expect(rows.filter(({ kind }) => kind === 'revision').map(({ value }) => value)).toEqual(known[2]);
});

test('of many drafts, those written last are kept whole, and the others by name', async () => {
  for (let at = 1; at <= 40; at += 1) await type(at, `r${at}`);
  await notes.settle(0);
  const whole = Object.values((await stored()).drafts).filter(({ rows }) => rows);
  expect(whole.map(({ n }) => n)).toEqual(Array.from({ length: 24 }, (_, at) => 17 + at));
  // Whoever goes on with one of the others is not told that all of it is there.
  await type(41, 'r1');
  await notes.settle(0);
  expect((await stored()).drafts[input({ releaseId: 'r1' }).id]).toMatchObject({ n: 41, part: true });
});

test('what is removed leaves the notes', async () => {
  await recordOpened(db, input(), { id: 'p1', route: 'composer' }, 1);
  await db.posts.delete('p1');
  await notes.settle(0);
  const kinds = Object.values((await stored()).drafts).flatMap(({ rows }) => rows?.map(({ kind }) => kind));
  expect(kinds).not.toContain('post');
  await db.drafts.clear();
  await notes.settle(0);
  expect(JSON.stringify((await stored()).drafts)).not.toContain('"kind":"draft"');
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
  await type(2, 'r2');
  notes.giveBack();
  expect(Object.keys(notes.ledger.drafts)).toHaveLength(2);
  expect(notes.ledger.drafts[input({ releaseId: 'r2' }).id]?.rows).toMatchObject([
    { kind: 'draft', value: { text: 'Teks 2' } },
  ]);
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
