import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { JubirDatabase } from '../../utils/db/database.ts';
import { answerPosts, markEntries, writeDraft } from '../../utils/draft/history.ts';
import { type Seen, watchEntries } from '../../utils/draft/watch-entries.ts';
import { draft, input, post } from './samples.ts';

let db: JubirDatabase;
let seen: Seen[] = [];
let errors: Error[] = [];
let stop = () => {};

beforeEach(() => {
  db = new JubirDatabase(`watch-${Math.random()}`);
  seen = [];
  errors = [];
});
afterEach(async () => {
  stop();
  await db.delete();
});

function start() {
  stop = watchEntries(db, { next: (next) => seen.push(next), failed: (error) => errors.push(error) });
}
const now = () => seen.at(-1);
const ids = () => now()?.entries.map(({ id }) => id);
const complete = () => vi.waitFor(() => expect(now()?.complete).toBe(true));

const many = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) =>
    draft({ id: `d${String((at * 7919) % count).padStart(5, '0')}`, revision: from + at + 1 }),
  );

describe('reading', () => {
  test('nothing there: told at once, as all there is', async () => {
    start();
    await complete();
    for (const each of seen) expect(each).toEqual({ entries: [], complete: true });
  });

  test('a few: all of them in one go', async () => {
    await db.drafts.bulkAdd(many(5));
    await db.posts.add(post({ order: 99 }));
    start();
    await complete();
    expect(seen[0]).toMatchObject({ complete: true });
    expect(ids()).toHaveLength(6);
    expect(ids()?.[0]).toBe('p1');
  });

  test('many: the newest of both first, then every one of them, by count', async () => {
    await db.drafts.bulkAdd(many(1234));
    await db.posts.bulkAdd(
      Array.from({ length: 40 }, (_, at) => post({ id: `p${at}`, order: 1200 + at + 0.5 })),
    );
    start();
    await complete();
    const [first, last] = seen;
    expect(first?.complete).toBe(false);
    const orders = (list: Seen | undefined) => list?.entries.map(({ order }) => order) ?? [];
    // Nothing unread can stand between these: they are the beginning of the whole list.
    expect(orders(first).length).toBeGreaterThan(10);
    expect(orders(last).slice(0, orders(first).length)).toEqual(orders(first));
    expect(orders(last)).toEqual(orders(last).toSorted((a, b) => b - a));
    expect(orders(last)).toHaveLength(1274);
  });

  test('a database that cannot be read is told, and read once it can be', async () => {
    await db.drafts.add(draft());
    const failing = vi.spyOn(db.posts, 'orderBy').mockImplementation(() => {
      throw new Error('damaged');
    });
    start();
    await vi.waitFor(() => expect(errors.map(({ message }) => message)).toEqual(['damaged']));
    expect(seen).toEqual([]);
    failing.mockRestore();
    await writeDraft(db, input({ releaseId: 'r9' }), 5);
    await complete();
    expect(ids()).toHaveLength(2);
  });
});

describe('what is written while it is watched', () => {
  beforeEach(async () => {
    await db.drafts.bulkAdd(many(600));
    await db.posts.bulkAdd([post({ id: 'p1', order: 700 }), post({ id: 'p2', order: 701 })]);
    await db.machine.put({ id: 'machine', name: 'm', n: 800 });
    start();
    await complete();
  });

  test('an input comes to the top, and nothing else is read again', async () => {
    const all = vi.spyOn(db.drafts, 'where');
    await writeDraft(db, input({ id: 'd00007', writer: 'page', base: 800 }), 5);
    await vi.waitFor(() => expect(ids()?.[0]).toBe('d00007'));
    expect(ids()).toHaveLength(602);
    expect(new Set(ids()).size).toBe(602);
    expect(all).toHaveBeenCalledTimes(1);
    expect(now()?.entries[0]).toMatchObject({ order: 801, draft: { writer: 'page' } });
  });

  test('rows that are not touched stay the very same objects', async () => {
    const before = now()?.entries[300];
    await writeDraft(db, input({ id: 'd00007', writer: 'page', base: 800, text: 'baru' }), 5);
    await vi.waitFor(() => expect(ids()?.[0]).toBe('d00007'));
    expect(now()?.entries).toContain(before);
  });

  test('marks, answers and deletions of rows', async () => {
    await markEntries(db, { draftIds: ['d00001'], postIds: ['p1'] }, { deletedAt: 9 });
    await answerPosts(db, ['p2'], 'posted', 9);
    await db.drafts.delete('d00002');
    await vi.waitFor(() => {
      const entries = now()?.entries ?? [];
      expect(entries.find(({ id }) => id === 'd00001')).toMatchObject({ draft: { deletedAt: 9 } });
      expect(entries.find(({ id }) => id === 'p1')).toMatchObject({ post: { deletedAt: 9 } });
      expect(entries.find(({ id }) => id === 'p2')).toMatchObject({ post: { state: 'posted' } });
      expect(entries).toHaveLength(601);
    });
  });

  test('hundreds at once, and a table that is emptied', async () => {
    const draftIds = many(600).map(({ id }) => id);
    await markEntries(db, { draftIds, postIds: [] }, { archivedAt: 9 });
    await vi.waitFor(() => {
      const put = now()?.entries.filter((each) => each.kind === 'draft' && each.draft.archivedAt === 9);
      expect(put).toHaveLength(600);
    });
    await db.drafts.clear();
    await vi.waitFor(() => expect(ids()).toEqual(['p2', 'p1']));
  });

  test('a draft that is opened leaves, and comes back as its post', async () => {
    await db.drafts.update('d00003', { state: 'opened' });
    await vi.waitFor(() => expect(ids()).not.toContain('d00003'));
    expect(ids()).toHaveLength(601);
  });

  test('writes in quick succession: the last one counts', async () => {
    for (let count = 1; count <= 30; count += 1) {
      await writeDraft(db, input({ id: 'd00004', writer: 'page', count, base: 800, text: `t${count}` }), 5);
    }
    await vi.waitFor(() => expect(now()?.entries[0]).toMatchObject({ draft: { text: 't30' } }));
    expect(ids()).toHaveLength(602);
  });

  test('nothing is told once it is ended', async () => {
    stop();
    const told = seen.length;
    await writeDraft(db, input({ id: 'd00007', writer: 'page', base: 800, text: 'baru' }), 5);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(seen).toHaveLength(told);
  });
});
