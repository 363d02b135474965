import { describe, expect, test } from 'vitest';
import type { Draft, Post } from '../../utils/draft/draft.ts';
import {
  cityOf,
  countShelves,
  draftEntry,
  type Entry,
  everything,
  type Filter,
  facetsOf,
  factsOf,
  filterEntries,
  isOn,
  newestFirst,
  postEntry,
  runsByDay,
  type Shelf,
  shelfOf,
  shelves,
} from '../../utils/draft/entries.ts';
import { draft, post, release } from './samples.ts';

const listOf = (drafts: Draft[], posts: Post[]): Entry[] =>
  [...drafts.flatMap((each) => draftEntry(each) ?? []), ...posts.map(postEntry)].sort(newestFirst);

const rival = { n: 40, by: 'other', text: 'Versi rumah', writer: 'w', at: 40 };
const drafts = [
  draft({ id: 'd1', revision: 10, updatedAt: 10, text: 'Pasar malam di Bogor', note: 'tunggu Pak Lurah' }),
  draft({ id: 'd2', revision: 30, updatedAt: 30, text: 'Naskah lain', platform: 'threads', angle: 'quote' }),
  draft({ id: 'opened', revision: 40, state: 'opened' }),
  draft({ id: 'out', revision: 41, state: 'posted' }),
  draft({ id: 'two', revision: 39, state: 'posted', text: 'Versi kantor', rivals: [rival] }),
  draft({ id: 'deleted', revision: 42, deletedAt: 1, archivedAt: 1 }),
  draft({ id: 'away', revision: 43, archivedAt: 1 }),
];
const posts = [
  post({ id: 'p1', order: 20, openedAt: 20, text: 'Jembatan dibuka', releaseTitle: 'Jembatan Otista' }),
  post({ id: 'p2', order: 5, state: 'posted', text: 'Café warga', link: 'https://x.com/a/status/77' }),
  post({ id: 'p3', order: 6, state: 'not-posted', platform: 'threads', sourceId: 'kota-lain' }),
  post({ id: 'p4', order: 4, state: 'failed' }),
  post({ id: 'p5', order: 3, state: 'unknown' }),
  post({ id: 'gone', order: 50, deletedAt: 1 }),
];
const all = listOf(drafts, posts);
const ids = (filter: Partial<Filter>) => filterEntries(all, { ...everything, ...filter }).map(({ id }) => id);
const onTheDesk = ['two', 'd2', 'p1', 'd1', 'p3', 'p2', 'p4', 'p5'];

test('drafts and posts together by count; a draft that went out is told by its post, unless it asks for a choice', () => {
  expect(all.map(({ kind, id, order }) => `${kind} ${id} ${order}`)).toEqual([
    'post gone 50',
    'draft away 43',
    'draft deleted 42',
    'draft two 39',
    'draft d2 30',
    'post p1 20',
    'draft d1 10',
    'post p3 6',
    'post p2 5',
    'post p4 4',
    'post p5 3',
  ]);
});

test('clocks that are days off change no order, in whichever order they are read', () => {
  const day = 24 * 60 * 60 * 1000;
  const made = [1, 2, 3, 4].map((n) =>
    draft({ id: `n${n}`, revision: n, updatedAt: 10 * day + (n % 2 === 0 ? 2 : -2) * day }),
  );
  for (const read of [made, made.toReversed()]) {
    expect(listOf(read, []).map(({ id }) => id)).toEqual(['n4', 'n3', 'n2', 'n1']);
  }
});

test('two machines may have counted the same: the order is the same whoever reads first', () => {
  const two = [draft({ id: 'b', revision: 7 }), draft({ id: 'a', revision: 7 })];
  expect(listOf(two, []).map(({ id }) => id)).toEqual(['a', 'b']);
  expect(listOf(two.toReversed(), []).map(({ id }) => id)).toEqual(['a', 'b']);
});

test('what a list shows comes from either kind', () => {
  expect(all.map((entry) => factsOf(entry).text)).toContain('Jembatan dibuka');
  expect(all.map((entry) => factsOf(entry).text)).toContain('Versi kantor');
});

describe('what the city did with the release since', () => {
  const of = (id: string, change: Parameters<typeof release>[0]) =>
    cityOf(
      listOf([draft({ id: 'd' })], [post({ id: 'p', openedAt: 20 })]).find((each) => each.id === id) as Entry,
      release(change),
    );

  test('of a post, what happened after it was opened', () => {
    expect(of('p', {})).toBeNull();
    expect(of('p', { changedAt: 20 })).toBeNull();
    expect(of('p', { changedAt: 21 })).toBe('changed');
    expect(of('p', { changedAt: 10, withdrawnAt: 12 })).toBe('withdrawn');
    expect(of('p', { suspicious: true })).toBe('suspicious');
  });

  test('of a draft, what the official has not yet seen', () => {
    expect(of('d', { changedAt: 10 })).toBe('changed');
    expect(of('d', { changedAt: 10, acknowledgedAt: 11 })).toBeNull();
    expect(of('d', { withdrawnAt: 12, acknowledgedAt: 13 })).toBe('withdrawn');
  });

  test('a release that is not in the archive any more says nothing', () => {
    for (const entry of all) expect(cityOf(entry, undefined)).toBeNull();
  });
});

describe('shelves', () => {
  const expected: Record<Shelf, string[]> = {
    all: onTheDesk,
    drafts: ['two', 'd2', 'd1'],
    opened: ['p1'],
    posted: ['p2'],
    unsure: ['p3', 'p4', 'p5'],
    away: ['away'],
    deleted: ['gone', 'deleted'],
  };

  test.each(shelves)('%s', (shelf) => {
    expect(ids({ shelf })).toEqual(expected[shelf]);
    expect(all.filter((entry) => isOn(shelf, entry))).toHaveLength(expected[shelf].length);
  });

  test('each entry stands on one, and counts agree with what stands there', () => {
    const counts = countShelves(all);
    for (const shelf of shelves) expect(counts[shelf], shelf).toBe(expected[shelf].length);
    expect(new Set(all.map(shelfOf)).size).toBe(6);
    expect(countShelves([]).all).toBe(0);
  });
});

describe('filter and search', () => {
  test('by platform, source and angle', () => {
    expect(ids({ platform: 'threads' })).toEqual(['d2', 'p3']);
    expect(ids({ platform: 'line' })).toEqual([]);
    expect(ids({ sourceId: 'kota-lain' })).toEqual(['p3']);
    expect(ids({ angle: 'quote' })).toEqual(['d2']);
  });

  test.each([
    ['malam bogor', ['d1']],
    ['  MALAM   pasar ', ['d1']],
    ['otista', ['p1']],
    ['cafe', ['p2']],
    ['CAFÉ', ['p2']],
    ['status/77', ['p2']],
    ['pak lurah', ['d1']],
    ['versi rumah', ['two']],
    ['pasar jembatan', []],
    ['   ', onTheDesk],
    ['.*', []],
  ])('"%s"', (search, expected) => {
    expect(ids({ search })).toEqual(expected);
  });

  test('all that is asked for has to hold', () => {
    expect(ids({ shelf: 'drafts', platform: 'threads', angle: 'quote', search: 'naskah' })).toEqual(['d2']);
    expect(ids({ shelf: 'posted', platform: 'threads', search: 'naskah' })).toEqual([]);
    expect(ids({ platform: 'threads', angle: 'figure' })).toEqual([]);
  });

  test('only what occurs on the shelf is offered, and what is chosen', () => {
    const offered = (filter: Partial<Filter>) => {
      const { platforms, angles, sources } = facetsOf(all, { ...everything, ...filter });
      return { platforms: [...platforms].sort(), angles: [...angles].sort(), sources: [...sources.keys()] };
    };
    expect(offered({})).toEqual({
      platforms: ['threads', 'x'],
      angles: ['quote', 'summary'],
      sources: ['kota-bogor', 'kota-lain'],
    });
    expect(offered({ shelf: 'posted' })).toEqual({
      platforms: ['x'],
      angles: ['summary'],
      sources: ['kota-bogor'],
    });
    expect(offered({ shelf: 'posted', platform: 'line', sourceId: 'kota-lain' })).toMatchObject({
      platforms: ['line', 'x'],
      sources: ['kota-lain', 'kota-bogor'],
    });
  });

  test('a source without a name left is known by an address; one that was never known is not offered', () => {
    const old = listOf([draft({ sourceId: '' })], [post({ sourceId: 'hilang' })]);
    const { sources } = facetsOf(old, { ...everything, sourceId: 'hilang' });
    expect([...sources]).toEqual([['hilang', 'https://kotabogor.go.id/berita/taman-baru']]);
  });
});

describe('days', () => {
  const at = (day: number, hour: number) => new Date(2026, 10, day, hour).getTime();
  const runs = (...times: number[]) =>
    runsByDay(
      listOf(
        times.map((updatedAt, n) => draft({ id: `${n}`, revision: 100 - n, updatedAt })),
        [],
      ),
    );

  test('entries of one day that follow each other stand together', () => {
    expect(runs(at(23, 9), at(23, 0), at(22, 23), at(20, 5))).toEqual([
      { at: at(23, 9), start: 0, count: 2 },
      { at: at(22, 23), start: 2, count: 1 },
      { at: at(20, 5), start: 3, count: 1 },
    ]);
    expect(runs()).toEqual([]);
  });

  test('one whose clock was two days off keeps its place, under a heading of its own', () => {
    expect(runs(at(23, 9), at(25, 8), at(23, 8)).map(({ start, count }) => [start, count])).toEqual([
      [0, 1],
      [1, 1],
      [2, 1],
    ]);
  });
});
