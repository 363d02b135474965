import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { takeContents } from '../../utils/backup/contents.ts';
import type { Row } from '../../utils/backup/rows.ts';
import {
  ChunkError,
  type Head,
  readHead,
  renewSnapshot,
  snapshotRows,
  takeSnapshot,
} from '../../utils/backup/snapshot.ts';
import { JubirDatabase } from '../../utils/db/database.ts';
import { answerPost, recordOpened, writeDraft } from '../../utils/draft/history.ts';
import { input, release, source } from '../draft/samples.ts';
import { TestShelf } from './shelf.ts';

let db: JubirDatabase;
let shelf: TestShelf;
beforeEach(async () => {
  db = new JubirDatabase(`snapshot-${Math.random()}`);
  shelf = new TestShelf();
  await db.sources.put(source());
});
afterEach(() => db.delete());

const releaseId = (at: number) => `rilis-${at}`;

/** Drafts of as many releases, three posts among them, one of them answered; a key that nobody is to see. */
async function fill(count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) {
    await db.releases.put(release({ id: releaseId(at), title: `Rilis ke-${at}`, order: at }));
    await writeDraft(db, input({ releaseId: releaseId(at), text: `Teks ke-${at}.` }), at);
    await writeDraft(
      db,
      input({ releaseId: releaseId(at), text: `Teks ke-${at} diubah.`, count: 2, step: true }),
      at,
    );
  }
  for (let at = 0; at < 3; at += 1) {
    const draft = input({ releaseId: releaseId(at), text: `Teks ke-${at} diubah.`, count: 3 });
    await recordOpened(db, draft, { id: `p${at}`, route: 'composer' }, 10_000 + at);
  }
  await answerPost(db, 'p1', 'posted', 'https://x.com/a/status/1', 20_000);
  await db.secrets.put({ id: 'model', address: 'https://a.id/v1', value: 'rahasia-besar' });
}

async function rowsOf(head: Head | null): Promise<Row[]> {
  expect(head).not.toBeNull();
  const rows: Row[] = [];
  for await (const some of snapshotRows(shelf, head as Head, (error) => expect.unreachable(String(error)))) {
    rows.push(...some);
  }
  return rows;
}

/** A new database with what the snapshot holds in it. */
async function restored(): Promise<JubirDatabase> {
  const fresh = new JubirDatabase(`restored-${Math.random()}`);
  for await (const rows of snapshotRows(shelf, (await readHead(shelf)) as Head, () => {})) {
    expect((await takeContents(fresh, rows)).refused).toBe(0);
  }
  return fresh;
}

async function expectSame(fresh: JubirDatabase): Promise<void> {
  expect(await fresh.drafts.toArray()).toEqual(await db.drafts.toArray());
  expect(await fresh.posts.toArray()).toEqual(await db.posts.toArray());
  expect(await fresh.revisions.toArray()).toEqual(await db.revisions.toArray());
  expect((await fresh.sources.toArray()).map(({ id }) => id)).toEqual(['kota-bogor']);
  const releases = await db.releases.bulkGet((await db.drafts.toArray()).map(({ releaseId: id }) => id));
  expect((await fresh.releases.toArray()).map(({ title }) => title).sort()).toEqual(
    releases.flatMap((one) => one?.title ?? []).sort(),
  );
  await fresh.delete();
}

const chunks = (keys: Iterable<string>) => [...keys].filter((key) => key.startsWith('copy-chunk-'));

test('holds every draft with its earlier texts, post, source and release; no secret', async () => {
  await fill(60);
  await db.releases.put(release({ id: 'tak-terpakai' }));
  const head = await takeSnapshot(db, shelf, 5000);
  expect(head).toMatchObject({ at: 5000, drafts: 60, posts: 3, n: (await db.machine.get('machine'))?.n });
  await expectSame(await restored());
  const rows = await rowsOf(head);
  expect(rows.map(({ kind }) => kind)).not.toContain('secret');
  expect(JSON.stringify(rows)).not.toMatch(/rahasia-besar|tak-terpakai/);
});

test('compressed it takes less than a third', async () => {
  await fill(60);
  const plain = JSON.stringify(await rowsOf(await takeSnapshot(db, shelf, 1))).length;
  const packed = chunks(shelf.items.keys()).reduce(
    (sum, key) => sum + (shelf.items.get(key)?.length ?? 0),
    0,
  );
  console.log(`60 drafts: ${plain} letters as they are, ${packed} compressed`);
  expect(packed).toBeLessThan(plain / 3);
});

test('made twice of the same, nothing but the head is written', async () => {
  await fill(20);
  await takeSnapshot(db, shelf, 1);
  shelf.written = [];
  await takeSnapshot(db, shelf, 2);
  expect(shelf.written).toEqual(['copy-head']);
  expect((await readHead(shelf))?.at).toBe(2);
});

test('one changed draft rewrites one chunk, then the head, and the old chunk goes', async () => {
  await fill(200);
  const before = await takeSnapshot(db, shelf, 1);
  shelf.written = [];
  const changed = input({ releaseId: releaseId(7), text: 'Teks ketujuh, baru.', count: 9 });
  await writeDraft(db, changed, 30_000);
  const head = await renewSnapshot(db, shelf, { drafts: [changed.id], sources: false }, 2);
  expect(head).toMatchObject({ at: 2, fullAt: 1, drafts: 200 });
  expect(chunks(shelf.written)).toHaveLength(1);
  expect(shelf.written.at(-1)).toBe('copy-head');
  expect(shelf.removed).toHaveLength(1);
  expect(Object.keys(before.chunks).length).toBeGreaterThan(20);
  await expectSame(await restored());
});

test('new drafts, posts, releases and sources are taken in by name', async () => {
  await fill(10);
  await takeSnapshot(db, shelf, 1);
  await db.releases.put(release({ id: 'baru', title: 'Rilis baru' }));
  await db.versions.put({
    ...{ id: 'baru:1', releaseId: 'baru', title: 'Rilis lama', paragraphs: [] },
    ...{ published: null, since: 0, until: 1 },
  });
  const fresh = input({ releaseId: 'baru', text: 'Draf baru.' });
  await writeDraft(db, fresh, 40_000);
  await recordOpened(db, fresh, { id: 'p-baru', route: 'composer' }, 40_001);
  await db.sources.put(source({ id: 'kota-depok', url: 'https://depok.go.id', hosts: ['depok.go.id'] }));
  await renewSnapshot(db, shelf, { drafts: [fresh.id], sources: true }, 2);
  const again = await restored();
  expect(await again.posts.get('p-baru')).toEqual(await db.posts.get('p-baru'));
  expect(await again.versions.get('baru:1')).toEqual(await db.versions.get('baru:1'));
  expect((await again.sources.toArray()).map(({ id }) => id)).toEqual(['kota-bogor', 'kota-depok']);
  await again.sources.delete('kota-depok');
  await expectSame(again);
});

test('a draft that was removed for good is not brought back, nor its release', async () => {
  await fill(5);
  await takeSnapshot(db, shelf, 1);
  const { id } = input({ releaseId: releaseId(4) });
  await db.drafts.delete(id);
  await db.revisions.where('draftId').equals(id).delete();
  await renewSnapshot(db, shelf, { drafts: [id], sources: false }, 2);
  const some = await restored();
  expect(await some.drafts.count()).toBe(4);
  await some.delete();
  await takeSnapshot(db, shelf, 3);
  await expectSame(await restored());
});

test('one of another database, or one that it has outgrown, has to be made anew', async () => {
  const changed = { drafts: [], sources: false };
  expect(await renewSnapshot(db, shelf, changed, 1)).toBeNull();
  await fill(3);
  await takeSnapshot(db, shelf, 1);
  expect(await renewSnapshot(db, shelf, changed, 2)).not.toBeNull();
  for (let at = 0; at < 80; at += 1) await writeDraft(db, input({ releaseId: `banyak-${at}` }), at);
  expect(await renewSnapshot(db, shelf, changed, 2)).toBeNull();
  await takeSnapshot(db, shelf, 3);
  await db.machine.put({ id: 'machine', name: 'lain', n: 900 });
  expect(await renewSnapshot(db, shelf, changed, 4)).toBeNull();
});

describe('the power goes', () => {
  test('at any moment of the first: there is none, or a whole one', async () => {
    await fill(40);
    for (let left = 0; ; left += 1) {
      shelf = new TestShelf();
      shelf.left = left;
      const made = await takeSnapshot(db, shelf, 1).catch((error: Error) => error.name);
      shelf.left = Number.POSITIVE_INFINITY;
      const head = await readHead(shelf);
      if (made !== 'AbortError') break;
      expect(head).toBeNull();
    }
    expect(shelf.written.length).toBeGreaterThan(4);
  });

  test('at any moment of a later one: the one before is whole, or the new one is; the next one tidies up', async () => {
    await fill(40);
    await takeSnapshot(db, shelf, 1);
    const whole = [...shelf.items];
    const old = await rowsOf(await readHead(shelf));
    const ids = [0, 1, 2, 3].map((at) => input({ releaseId: releaseId(at) }).id);
    for (const [at, id] of ids.entries()) {
      await writeDraft(
        db,
        input({ releaseId: releaseId(at), id, text: `Sesudah listrik ${at}`, count: 50 }),
        50_000,
      );
    }
    let moments = 0;
    for (let left = 0; ; left += 1) {
      shelf = new TestShelf();
      for (const [key, value] of whole) shelf.items.set(key, value);
      shelf.left = left;
      const made = await renewSnapshot(db, shelf, { drafts: ids, sources: false }, 2).catch(
        () => 'cut' as const,
      );
      shelf.left = Number.POSITIVE_INFINITY;
      const head = await readHead(shelf);
      const rows = await rowsOf(head);
      if (head?.at === 1) expect(rows).toEqual(old);
      else expect(JSON.stringify(rows)).toContain('Sesudah listrik 3');
      await takeSnapshot(db, shelf, 3);
      expect(chunks(shelf.items.keys()).sort()).toEqual(
        [...new Set(Object.values((await readHead(shelf))?.chunks ?? {}))].sort(),
      );
      await expectSame(await restored());
      moments += 1;
      if (made !== 'cut') break;
    }
    expect(moments).toBeGreaterThan(4);
  });
});

test.each([
  ['is gone', () => undefined],
  ['is cut off', (value: string) => `${value.slice(0, value.length / 2)}"`],
  ['says something else', () => JSON.stringify('S07LzE0sSQUA')],
])('a chunk that %s costs no other, is told of, and the next snapshot starts over', async (_, damage) => {
  await fill(100);
  const head = await takeSnapshot(db, shelf, 1);
  const { id } = input({ releaseId: releaseId(5) });
  const [bucket] = Object.entries(head.chunks).find(([name]) => name.startsWith('draft')) ?? [];
  const key = head.chunks[bucket ?? ''] ?? '';
  const damagedValue = damage(shelf.items.get(key) ?? '');
  if (damagedValue === undefined) shelf.items.delete(key);
  else shelf.items.set(key, damagedValue);
  const told: unknown[] = [];
  let drafts = 0;
  for await (const rows of snapshotRows(shelf, head, (error) => told.push(error))) {
    drafts += rows.filter(({ kind }) => kind === 'draft').length;
  }
  expect(told).toEqual([expect.any(ChunkError)]);
  expect(drafts).toBeGreaterThan(80);
  expect(drafts).toBeLessThan(100);
  const all = (await db.drafts.toArray()).map((draft) => draft.id);
  await expect(renewSnapshot(db, shelf, { drafts: all, sources: false }, 2)).rejects.toBeInstanceOf(
    ChunkError,
  );
  expect(all).toContain(id);
});
