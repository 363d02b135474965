import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { JubirDatabase } from '../../utils/db/database.ts';
import type { Release } from '../../utils/release/release.ts';
import { coverage, inOrder, isJoined } from '../../utils/release/window.ts';
import { noteMissing, notePage, noteStillMissing } from '../../utils/release/withdrawn.ts';
import { release } from './samples.ts';

const hour = 3_600_000;
const base = Date.UTC(2026, 4, 10);
/** Released so many hours after the beginning; "t9" at nine. */
const at = (hours: number, id = `t${hours}`): Release =>
  release(id, {
    published: { at: base + hours * hour, precision: 'time' },
    order: base + hours * hour,
    body: 'read',
  });
const ids = (releases: Release[]) => releases.map((each) => each.id);

let db: JubirDatabase;
beforeEach(() => {
  db = new JubirDatabase(`withdrawn-${Math.random()}`);
});
afterEach(() => db.delete());

describe('a window', () => {
  test('pinned ones stand out of order and say nothing of it', () => {
    expect(ids(inOrder([at(1), at(9), at(8), at(7)]))).toEqual(['t9', 't8', 't7']);
    expect(ids(inOrder([at(9), at(8), at(8, 'b'), at(7)]))).toEqual(['t9', 't8', 'b', 't7']);
    expect(ids(inOrder([release('a'), at(1), release('b'), at(3), release('c')]))).toEqual([
      'a',
      'b',
      't3',
      'c',
    ]);
  });

  test('joins what is known only by one that is not pinned', () => {
    const known =
      (...names: string[]) =>
      (each: Release) =>
        names.includes(each.id);
    expect(isJoined([at(1), at(9), at(8)], known('t1'))).toBe(false);
    expect(isJoined([at(1), at(9), at(8)], known('t1', 't8'))).toBe(true);
    // One that was taken back let an older one slide in.
    expect(isJoined([at(9), at(8), at(7)], known('t8'))).toBe(true);
    const undated = ['a', 'b', 'c'].map((id) => release(id));
    expect(isJoined(undated, known('a'))).toBe(false);
    expect(isJoined(undated, known('c'))).toBe(true);
    expect(isJoined(undated, known('a', 'b'))).toBe(true);
    expect(isJoined([], known())).toBe(false);
  });

  test('covers what is newer than its oldest, if it is sorted by date at all', () => {
    expect(coverage([at(1), at(9), at(8), at(7)])).toBe(base + 7 * hour);
    expect(coverage([at(1), at(2), at(3), at(4), at(5)])).toBeNull();
    expect(coverage([release('a')])).toBeNull();
    const rows = ['a', 'b', 'c', 'd'].map((id, index) => release(id, { order: 100 - index }));
    const known = new Map(rows.map((row) => [row.id, row]));
    expect(coverage(rows, known)).toBe(98);
  });
});

const listing = (releases: Release[], now: number, from = coverage(releases)) =>
  db.transaction('rw', db.releases, db.checks, () =>
    noteMissing(db, 'kota', releases, { from: from ?? Number.NEGATIVE_INFINITY }, now),
  );
const withdrawn = async () =>
  ids((await db.releases.toArray()).filter((each) => each.withdrawnAt !== undefined));

describe('missing from the listing', () => {
  const all = [9, 8, 7, 6, 5].map((hours) => at(hours));
  beforeEach(() => db.releases.bulkPut(all));
  const without = (...names: string[]) => all.filter((each) => !names.includes(each.id));

  test('once is nothing, twice is withdrawn, and back is back', async () => {
    expect(await listing(without('t7'), 100)).toBe(1);
    expect(await withdrawn()).toEqual([]);
    await listing(without('t7'), 200);
    expect(await db.releases.get('t7')).toMatchObject({ withdrawnAt: 200 });
    expect(await listing(without('t7'), 300)).toBe(0);
    await listing(all, 400);
    expect(await withdrawn()).toEqual([]);
    expect(await db.releases.get('t7')).not.toHaveProperty('withdrawnAt');
  });

  test('once, then there, then once more is nothing', async () => {
    for (const releases of [without('t7'), all, without('t7'), all, without('t7')])
      await listing(releases, 100);
    expect(await withdrawn()).toEqual([]);
  });

  test('below what it covers, or of the moment of its oldest, nothing is missing', async () => {
    await db.releases.bulkPut([at(5, 'sama'), at(4)]);
    for (let time = 1; time <= 3; time++) expect(await listing(all, time)).toBe(0);
  });

  test('a pinned old one does not make it cover years', async () => {
    await db.releases.put(at(2));
    for (let time = 1; time <= 3; time++) await listing([at(1), ...all], time);
    expect(await withdrawn()).toEqual([]);
  });

  test('"nothing changed" counts as the second time', async () => {
    await listing(without('t7'), 100);
    const still = (from: number) =>
      db.transaction('rw', db.releases, db.checks, () => noteStillMissing(db, 'kota', from, 200));
    await still(base + 8 * hour);
    expect(await withdrawn()).toEqual([]);
    await still(base + 5 * hour);
    expect(await withdrawn()).toEqual(['t7']);
  });

  test('the newest may be missing from an old copy: its page decides', async () => {
    for (let time = 1; time <= 5; time++) await listing(without('t9'), time);
    expect(await withdrawn()).toEqual([]);
    const newest = at(9);
    await notePage(db, newest, 'gone', 10);
    expect(await withdrawn()).toEqual([]);
    await notePage(db, newest, 'gone', 20);
    expect(await withdrawn()).toEqual(['t9']);
    await listing(all, 30);
    expect(await withdrawn()).toEqual([]);
  });

  test('another source’s releases are none of its business', async () => {
    await db.releases.put({ ...at(7, 'lain'), sourceId: 'lain' });
    for (let time = 1; time <= 3; time++) await listing(all, time);
    expect(await withdrawn()).toEqual([]);
  });

  test('a listing that lacks nearly all is another listing', async () => {
    const many = Array.from({ length: 30 }, (_, index) => at(40 + index));
    await db.releases.bulkPut(many);
    for (let time = 1; time <= 3; time++) await listing([at(80), ...without('t7')], time);
    expect(await withdrawn()).toEqual([]);
  });
});

describe('a release’s own page', () => {
  test('gone twice is withdrawn, an error of its own says nothing, there is there', async () => {
    const one = at(9);
    await db.releases.put(one);
    await notePage(db, one, 'gone', 1);
    await notePage(db, one, 'unclear', 2);
    expect(await withdrawn()).toEqual([]);
    await notePage(db, one, 'gone', 3);
    expect(await withdrawn()).toEqual(['t9']);
    await notePage(db, one, 'unclear', 4);
    expect(await withdrawn()).toEqual(['t9']);
    await notePage(db, one, 'there', 5, { etag: '"1"' });
    expect(await withdrawn()).toEqual([]);
    expect(await db.checks.get('t9')).toMatchObject({ gone: 0, checkedAt: 5, validators: { etag: '"1"' } });
  });

  test('of a release that was removed is not brought back', async () => {
    await notePage(db, at(9), 'gone', 1);
    await notePage(db, at(9), 'gone', 2);
    expect(await db.releases.count()).toBe(0);
  });
});
