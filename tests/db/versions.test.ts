import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readContents, takeContents } from '../../utils/backup/contents.ts';
import { JubirDatabase } from '../../utils/db/database.ts';
import { Door } from '../../utils/db/door.ts';
import { openStored } from '../../utils/db/stored.ts';
import { newestVersion } from '../../utils/db/versions.ts';
import type { Draft, Post, Revision } from '../../utils/draft/draft.ts';
import { revisionsOf, writeDraft } from '../../utils/draft/history.ts';
import { openSearch } from '../../utils/release/search/open.ts';
import { indexPending } from '../../utils/release/search/write.ts';
import { input } from '../draft/samples.ts';
import { buildSample, type Sample, sampleOf, shapeOf, shipped, textsIn, versions } from './shipped.ts';

/** The database as the code of a version opens it. */
function openedBy(name: string, version = newestVersion): JubirDatabase {
  const db = new JubirDatabase(name, new Door(), version);
  onTestFinished(async () => {
    db.close();
    await Dexie.delete(name);
  });
  return db;
}

async function installed(version: number): Promise<string> {
  const name = `versions-${Math.random()}`;
  await buildSample(name, version);
  return name;
}

/** Every row of every table, as it lies there. */
async function lying(name: string): Promise<{ version: number; tables: Sample }> {
  const stored = await openStored(name);
  const tables: Sample = {};
  for (const table of stored.tables) {
    const { rows, unreadable } = await stored.rows(table);
    expect(unreadable).toBe(0);
    tables[table] = rows as Sample[string];
  }
  stored.close();
  return { version: stored.version, tables };
}

const byId = (a: { id?: unknown }, b: { id?: unknown }) => (String(a.id) < String(b.id) ? -1 : 1);

test('there is a sample of every version, and each holds what that version is about', () => {
  expect(versions).toHaveLength(newestVersion);
  for (const version of versions) {
    const sample = sampleOf(version);
    expect(Object.keys(sample).sort()).toEqual(Object.keys(shipped[version - 1] ?? {}).sort());
    expect(textsIn(sample).length).toBeGreaterThan(5);
    expect(sample.posts?.flatMap(({ changes }) => changes).length).toBeGreaterThan(4);
  }
  expect(sampleOf(3).secrets).toHaveLength(1);
  expect(sampleOf(4).revisions?.length).toBeGreaterThan(2);
  expect(sampleOf(5).accounts).toHaveLength(2);
  expect(sampleOf(5).outbox).toHaveLength(2);
});

describe.each(versions)('a database of version %i, taken to the newest', (version) => {
  test('holds every text as a draft, a rival, an earlier text or a post', async () => {
    const db = openedBy(await installed(version));
    const sample = sampleOf(version);
    const drafts: Draft[] = await db.drafts.toArray();
    const posts: Post[] = await db.posts.toArray();
    const revisions: Revision[] = await db.revisions.toArray();
    expect(db.door.state).toBe('open');
    expect(shapeOf(db)).toEqual(shipped.at(-1));
    expect(textsIn({ drafts, posts, revisions } as unknown as Sample).sort()).toEqual(textsIn(sample).sort());
    expect(drafts.map(({ id }) => id).sort()).toEqual(sample.drafts?.map(({ id }) => id).sort());
    for (const { id, text, state, deletedAt, model } of sample.drafts ?? []) {
      expect(await db.drafts.get(String(id))).toMatchObject({
        ...{ text, state, deletedAt },
        ...(model !== undefined && { model }),
      });
    }
    for (const { id, earlier } of sample.drafts ?? []) {
      if (!Array.isArray(earlier)) continue;
      expect((await revisionsOf(db, String(id))).map(({ text }) => text)).toEqual(earlier);
    }
  });

  test('tells of each post what happened to it, in order, and the order of all', async () => {
    const db = openedBy(await installed(version));
    const before = (sampleOf(version).posts ?? []) as unknown as Post[];
    for (const post of before) {
      const now = await db.posts.get(post.id);
      const plain = (changes: Post['changes'] = []) => changes.map(({ state, at }) => ({ state, at }));
      expect(plain(now?.changes)).toEqual(plain(post.changes));
      const counts = now?.changes.map(({ n }) => n) ?? [];
      expect(counts).toEqual([...new Set(counts)].sort((a, b) => a - b));
      const { state, text, link, deletedAt, asked, openedAt } = post;
      expect(now).toMatchObject({ state, text, link, deletedAt, asked, openedAt, order: counts[0] });
    }
    const ordered = (await db.posts.orderBy('order').toArray()).map(({ id }) => id);
    expect(ordered).toEqual([...before].sort((a, b) => a.openedAt - b.openedAt).map(({ id }) => id));
  });

  test('is whole: every row passes what a copy is checked for', async () => {
    const db = openedBy(await installed(version));
    const copy = openedBy(`copy-${Math.random()}`);
    let refused = 0;
    for await (const rows of readContents(db)) refused += (await takeContents(copy, rows)).refused;
    expect(refused).toBe(0);
    expect((await copy.drafts.toArray()).map(({ text }) => text)).toEqual(
      (await db.drafts.toArray()).map(({ text }) => text),
    );
    expect(await copy.posts.count()).toBe(await db.posts.count());
  });

  test('keeps releases, sources, pictures and keys; every release is found; the next write comes last', async () => {
    const db = openedBy(await installed(version));
    const sample = sampleOf(version);
    await db.open();
    const { tables } = await lying(db.name);
    for (const table of [
      'sources',
      'releases',
      'pictures',
      'versions',
      'checks',
      'secrets',
      'accounts',
      'outbox',
    ]) {
      expect(tables[table]?.sort(byId)).toEqual(sample[table]?.sort(byId) ?? []);
    }
    expect(await indexPending(db)).toBe(sample.releases?.length);
    expect((await openSearch(db)).search('otista')).toHaveLength(1);
    const counts = (await db.drafts.toArray()).map(({ revision }) => revision);
    const written = await writeDraft(db, input({ releaseId: 'baru' }), Date.now());
    expect(written.revision).toBeGreaterThan(Math.max(...counts));
  });
});

const pairs = versions.flatMap((stored) => versions.map((code) => [stored, code] as const));

test.each(pairs.filter(([stored, code]) => stored <= code))(
  'stored by version %i, opened by version %i: every text is there, as if taken step by step',
  async (stored, code) => {
    const name = await installed(stored);
    for (let version = stored; version <= code; version += 1) {
      const db = openedBy(name, version);
      await db.open();
      expect(db.door.state).toBe('open');
      expect(shapeOf(db)).toEqual(shipped[version - 1]);
      db.close();
    }
    const atOnce = openedBy(await installed(stored), code);
    await atOnce.open();
    const steps = await lying(name);
    const jump = await lying(atOnce.name);
    expect(steps.version).toBe(code);
    expect(textsIn(steps.tables).sort()).toEqual(textsIn(sampleOf(stored)).sort());
    // Machines are named by chance, and so are the ids that hold their names.
    const counts = ({ tables }: typeof jump) =>
      Object.entries(tables).map(([table, rows]) => [
        table,
        rows.length,
        rows.map(({ n, order }) => [n, order]),
      ]);
    expect(counts(jump)).toEqual(counts(steps));
  },
);

test.each(pairs.filter(([stored, code]) => stored > code))(
  'stored by version %i, opened by version %i: closed as newer, nothing changed, all of it can be read',
  async (stored, code) => {
    const name = await installed(stored);
    const before = await lying(name);
    const db = openedBy(name, code);
    await expect(db.drafts.toArray()).rejects.toMatchObject({ name: 'DatabaseClosedError' });
    await expect(db.drafts.put({ id: 'x' } as Draft)).rejects.toMatchObject({ name: 'DatabaseClosedError' });
    expect(db.door.closed).toBe('newer');
    expect(await lying(name)).toEqual(before);
    expect(before.version).toBe(stored);
    expect(textsIn(before.tables).sort()).toEqual(textsIn(sampleOf(stored)).sort());
  },
);

test.each(pairs.filter(([stored, code]) => stored < code))(
  'stored by version %i, held open while version %i comes: it says that it waits, and goes on once it can',
  async (stored, code) => {
    const name = await installed(stored);
    // A page that hears nothing, such as a frozen one: not even the request to close.
    const holder = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
    });
    const db = openedBy(name, code);
    const states: string[] = [];
    db.door.onState((state) => states.push(state));
    const drafts = db.drafts.toArray();
    await expect.poll(() => db.door.state).toBe('blocked');
    expect(db.door.closed).toBeNull();
    holder.close();
    expect((await drafts).length).toBe(sampleOf(stored).drafts?.length);
    expect(states).toEqual(['blocked', 'open']);
  },
);

test.each(pairs.filter(([stored, code]) => stored < code))(
  'a page of version %i gives way to version %i, never opens again, and can say so at once',
  async (stored, code) => {
    const name = await installed(stored);
    const page = openedBy(name, stored);
    await page.open();
    const told = new Promise<number>((resolve) => {
      page.door.onState((state) => state === 'outdated' && resolve(performance.now()));
    });
    const before = performance.now();
    const db = openedBy(name, code);
    await db.open();
    expect((await told) - before).toBeLessThan(2000);
    expect(db.door.state).toBe('open');
    await expect(page.drafts.toArray()).rejects.toMatchObject({ name: 'DatabaseClosedError' });
    await expect(page.drafts.put({ id: 'x' } as Draft)).rejects.toMatchObject({
      name: 'DatabaseClosedError',
    });
    expect(page.isOpen()).toBe(false);
    expect(page.door.closed).toBe('outdated');
    expect((await lying(name)).version).toBe(code);
  },
);

describe('a step that fails', () => {
  const failing = (name: string, failure: () => unknown): JubirDatabase => {
    const db = openedBy(name);
    db.version(newestVersion + 1)
      .stores({ drafts: 'id, revision' })
      .upgrade(async (tx) => {
        await tx.table('drafts').clear();
        await failure();
      });
    return db;
  };

  test.each([
    ['throws', () => Promise.reject(new TypeError('a row that nobody thought of'))],
    ['finds the disk full', () => Promise.reject(new DOMException('full', 'QuotaExceededError'))],
    ['aborts', () => Dexie.currentTransaction?.abort()],
  ])('because it %s leaves everything as it was, at the old version, and closes', async (_, failure) => {
    for (const version of versions) {
      const name = await installed(version);
      const before = await lying(name);
      const db = failing(name, failure);
      await expect(db.open()).rejects.toThrow();
      expect(db.door.closed).toBe('step-failed');
      await expect(writeDraft(db, input(), 1)).rejects.toMatchObject({ name: 'DatabaseClosedError' });
      expect(await lying(name)).toEqual(before);
      db.close();
      // The next Jubir, with the mistake mended, goes on from there.
      const mended = openedBy(name);
      expect(await mended.drafts.count()).toBe(sampleOf(version).drafts?.length);
      expect(mended.door.state).toBe('open');
    }
  });
});
