import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readContents, rehearseContents, takeContents } from '../../utils/backup/contents.ts';
import { Notes } from '../../utils/backup/ledger.ts';
import { ledgerFor, refill } from '../../utils/backup/recover.ts';
import type { Row } from '../../utils/backup/rows.ts';
import { renewSnapshot, takeSnapshot } from '../../utils/backup/snapshot.ts';
import { JubirDatabase } from '../../utils/db/database.ts';
import { type HumasItem, writeHumas } from '../../utils/humas/desk.ts';
import { source } from '../draft/samples.ts';
import { TestShelf } from './shelf.ts';

/** What a Humas officer writes is an evening's work as a draft is: it comes back from a copy, and from the snapshot. */

let mine: JubirDatabase;
let theirs: JubirDatabase;
beforeEach(() => {
  mine = new JubirDatabase(`mine-${Math.random()}`);
  theirs = new JubirDatabase(`theirs-${Math.random()}`);
});
afterEach(async () => {
  await mine.delete();
  await theirs.delete();
});

const url = 'https://kotabogor.go.id/berita-detail/3001';

async function wrote(db: JubirDatabase, text: string, at: number, release = url): Promise<void> {
  const place = { platform: 'x', angle: 'summary' } as const;
  await writeHumas(db, { do: 'desk', edit: { name: 'Sari' } }, at);
  await writeHumas(db, { do: 'add', release, title: 'Taman dibuka', ...place, text }, at);
  const [item] = await db.humasItems.filter((each) => each.release === release).toArray();
  const edit = {
    ...{ topic: 'Taman', expires: 9_000_000, notBefore: 5 },
    // Being typed: no address yet, and not to be lost all the same.
    picture: { url: 'https', alt: 'Warga' },
  };
  await writeHumas(db, { do: 'edit', id: item?.id ?? '', edit }, at);
}

async function copyOf(db: JubirDatabase): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const batch of readContents(db)) rows.push(...batch);
  return rows;
}

const items = (db: JubirDatabase): Promise<HumasItem[]> => db.humasItems.toArray();

test('comes back whole, is told before, and changes nothing the second time', async () => {
  await wrote(theirs, 'Taman dibuka hari ini.', 1);
  await wrote(theirs, 'Jalan diperbaiki.', 2, 'https://kotabogor.go.id/berita-detail/3002');
  const rows = await copyOf(theirs);
  expect(await rehearseContents(mine, rows)).toMatchObject({ added: 2, changed: 0, refused: 0 });
  expect(await items(mine)).toEqual([]);
  expect(await takeContents(mine, rows)).toMatchObject({ added: 2, changed: 0, refused: 0 });
  expect(await items(mine)).toEqual(await items(theirs));
  expect(await takeContents(mine, rows)).toMatchObject({ added: 0, changed: 0, refused: 0 });
});

test('of the same release the later one holds, whichever side it is on', async () => {
  await wrote(mine, 'Nanti.', 5);
  await wrote(theirs, 'Dulu.', 1);
  const [before] = await items(mine);
  expect(await takeContents(mine, await copyOf(theirs))).toMatchObject({ added: 0, changed: 0 });
  expect(await items(mine)).toEqual([before]);
  expect(await takeContents(theirs, await copyOf(mine))).toMatchObject({ added: 0, changed: 1 });
  expect(await items(theirs)).toEqual([before]);
});

test('is in the snapshot from the next one on, and comes back where the browser lost the database', async () => {
  const shelf = new TestShelf();
  const notes = new Notes(shelf);
  notes.watch(mine);
  await mine.sources.put(source());
  await notes.begin(await ledgerFor(mine, shelf));
  await takeSnapshot(mine, shelf, 1);
  notes.take();
  await notes.taken();
  expect(notes.isBehind).toBe(false);
  await wrote(mine, 'Taman dibuka hari ini.', 2);
  expect(notes.isBehind).toBe(true);
  const { drafts, sources } = notes.take();
  await renewSnapshot(mine, shelf, { drafts: Object.keys(drafts), sources }, 3);
  const written = await items(mine);
  expect(written).toHaveLength(1);
  await mine.humasItems.clear();
  await mine.machine.clear();
  expect(await refill(mine, shelf, 4)).not.toBeNull();
  expect(await items(mine)).toEqual(written);
  expect(await mine.sources.count()).toBe(1);
});

test('a row that is none is left out alone', async () => {
  await wrote(theirs, 'Taman dibuka hari ini.', 1);
  const [row] = (await copyOf(theirs)).filter(({ kind }) => kind === 'humas');
  const value = row?.value as unknown as HumasItem;
  const bad = [
    { ...value, id: 'lain' },
    { ...value, release: 'javascript:alert(1)' },
    { ...value, captions: [{ platform: 'x', angle: 'selection', texts: ['a'] }] },
    { ...value, captions: [{ platform: 'myspace', angle: 'summary', texts: ['a'] }] },
    { ...value, captions: [{ platform: 'x', angle: 'summary', texts: 'a' }] },
    { ...value, updated: '1' },
    { ...value, expires: -1 },
    { ...value, title: 'a'.repeat(501) },
    { ...value, picture: 'https://kotabogor.go.id/a.jpg' },
  ].map((each) => ({ kind: 'humas', value: each }));
  expect(await takeContents(mine, [...bad, row])).toMatchObject({ added: 1, refused: bad.length });
  expect(await items(mine)).toEqual([value]);
});
