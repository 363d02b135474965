import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { saveFile } from '../../../components/ui/save-file.ts';
import { platformName, readEntries, saveCopy } from '../../../entrypoints/desk/copy-out.ts';
import { takeSnapshot } from '../../../utils/backup/snapshot.ts';
import { localShelf } from '../../../utils/browser/shelf.ts';
import { id as texts } from '../../../utils/browser/texts/id.ts';
import { JubirDatabase } from '../../../utils/db/database.ts';
import { buildSample, type Sample, sampleOf, textsIn, versions } from '../../db/shipped.ts';

vi.mock('../../../components/ui/save-file.ts', () => ({ saveFile: vi.fn() }));

const name = 'copy-out';
const now = Date.UTC(2026, 10, 24, 2);
const saved = async (): Promise<Record<string, string>> => {
  const files = await Promise.all(
    vi.mocked(saveFile).mock.calls.map(async ([file, blob]) => [file, await blob.text()] as const),
  );
  return Object.fromEntries(files);
};

beforeEach(() => {
  fakeBrowser.reset();
  const { local } = fakeBrowser.storage;
  Object.assign(local, { getKeys: async () => Object.keys(await local.get(null)) });
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.mocked(saveFile).mockClear();
  await Dexie.delete(name);
});

test.each(versions)(
  'of version %i: every row as it lies there but keys, and every text to read',
  async (version) => {
    await buildSample(name, version);
    expect(await saveCopy(name, texts, now)).toBe(0);
    const { 'jubir-2026-11-24.json': raw = '', 'jubir-2026-11-24.txt': readable = '' } = await saved();
    const copy = JSON.parse(raw) as { version: number; tables: Sample };
    expect(copy.version).toBe(version);
    const sample = sampleOf(version);
    for (const table of ['drafts', 'posts', 'releases', 'sources']) {
      const byId = (rows: Sample[string] = []) =>
        [...rows].sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
      expect(byId(copy.tables[table])).toEqual(byId(sample[table]));
    }
    expect(textsIn(copy.tables).sort()).toEqual(textsIn(sample).sort());
    expect(raw).not.toContain('kunci-rahasia-model');
    const standing = (rows: Sample[string] = []) => rows.filter(({ deletedAt }) => !deletedAt);
    for (const text of textsIn({ drafts: standing(sample.drafts), posts: standing(sample.posts) })) {
      expect(readable).toContain(text);
    }
  },
);

test('where the database does not open, the latest snapshot is what can be read', async () => {
  const db = new JubirDatabase(name);
  for (const [table, rows] of Object.entries(sampleOf(4))) await db.table(table).bulkPut(rows);
  await takeSnapshot(db, localShelf, 1);
  db.close();
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('Internal error', 'UnknownError');
  });
  const { drafts = [], posts = [] } = sampleOf(4);
  const entries = await readEntries(name);
  expect(entries.map(({ text }) => text).sort()).toEqual(
    [...drafts, ...posts].map(({ text }) => text).sort(),
  );
  expect(await saveCopy(name, texts, now)).toBe(0);
  expect((await saved())['jubir-2026-11-24.json']).toContain('Otista rampung, silakan melintas.');
});

test('with neither, it says so', async () => {
  await expect(readEntries(name)).rejects.toMatchObject({ name: 'NothingStoredError' });
  await expect(saveCopy(name, texts, now)).rejects.toMatchObject({ name: 'NothingStoredError' });
  expect(saveFile).not.toHaveBeenCalled();
});

test('a platform that only a newer Jubir knows has its own name', () => {
  expect(platformName('whatsapp')).toBe('WhatsApp');
  expect(platformName('besok')).toBe('besok');
  expect(platformName('constructor')).toBe('constructor');
});
