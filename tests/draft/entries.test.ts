import { describe, expect, test } from 'vitest';
import { entriesOf, type Filter, factsOf, filterEntries, isOn, withCity } from '../../utils/draft/entries.ts';
import { draft, post, release } from './samples.ts';

const drafts = [
  draft({ id: 'd1', updatedAt: 10, text: 'Pasar malam di Bogor' }),
  draft({ id: 'd2', updatedAt: 30, text: 'Naskah lain', platform: 'threads' }),
  draft({ id: 'opened', updatedAt: 40, state: 'opened' }),
  draft({ id: 'out', updatedAt: 41, state: 'posted' }),
  draft({ id: 'deleted', updatedAt: 42, deletedAt: 1 }),
];
const posts = [
  post({ id: 'p1', openedAt: 20, text: 'Jembatan dibuka', releaseTitle: 'Jembatan Otto Iskandardinata' }),
  post({ id: 'p2', openedAt: 5, state: 'posted', text: 'Café warga', link: 'https://x.com/a/status/77' }),
  post({ id: 'p3', openedAt: 6, state: 'not-posted', platform: 'threads' }),
  post({ id: 'gone', openedAt: 50, deletedAt: 1 }),
];
const all = entriesOf(drafts, posts);
const ids = (filter: Partial<Filter>) =>
  filterEntries(all, { shelf: 'all', platform: null, search: '', ...filter }).map(({ id }) => id);

test('drafts and posts together, newest first; a draft that went out is told by its post alone', () => {
  expect(all.map(({ kind, id, at }) => `${kind} ${id} ${at}`)).toEqual([
    'draft d2 30',
    'post p1 20',
    'draft d1 10',
    'post p3 6',
    'post p2 5',
  ]);
});

test('what a list shows comes from either kind', () => {
  expect(all.map((entry) => factsOf(entry).text)).toContain('Jembatan dibuka');
  expect(factsOf(all[0] as (typeof all)[number]).platform).toBe('threads');
});

describe('what the city did with the release since', () => {
  const of = (change: Parameters<typeof release>[0]) =>
    Object.fromEntries(
      withCity(all, new Map([['r1', release(change)]])).map(({ id, city }) => [id, city ?? null]),
    );

  test('of a post, what happened after it was opened', () => {
    expect(of({})).toEqual({ d2: null, p1: null, d1: null, p3: null, p2: null });
    expect(of({ changedAt: 10 })).toMatchObject({ p1: null, p2: 'changed', p3: 'changed' });
    expect(of({ changedAt: 10, withdrawnAt: 12 })).toMatchObject({ p1: 'withdrawn', p2: 'withdrawn' });
    expect(of({ suspicious: true })).toMatchObject({ p1: 'suspicious' });
  });

  test('of a draft, what the official has not yet seen', () => {
    expect(of({ changedAt: 10 })).toMatchObject({ d1: 'changed', d2: 'changed' });
    expect(of({ changedAt: 10, acknowledgedAt: 11 })).toMatchObject({ d1: null, d2: null, p2: 'changed' });
    expect(of({ withdrawnAt: 12, acknowledgedAt: 13 })).toMatchObject({ d1: 'withdrawn' });
  });

  test('a release that is not in the archive any more says nothing', () => {
    expect(withCity(all, new Map())).toEqual(all);
  });
});

describe('shelves', () => {
  test.each([
    ['all', ['d2', 'p1', 'd1', 'p3', 'p2']],
    ['drafts', ['d2', 'd1']],
    ['opened', ['p1']],
    ['posted', ['p2']],
  ] as const)('%s', (shelf, expected) => {
    expect(ids({ shelf })).toEqual(expected);
    expect(all.filter((entry) => isOn(shelf, entry))).toHaveLength(expected.length);
  });
});

describe('filter and search', () => {
  test('by platform', () => {
    expect(ids({ platform: 'threads' })).toEqual(['d2', 'p3']);
    expect(ids({ platform: 'line' })).toEqual([]);
  });

  test.each([
    ['malam bogor', ['d1']],
    ['  MALAM   pasar ', ['d1']],
    ['iskandardinata', ['p1']],
    ['cafe', ['p2']],
    ['CAFÉ', ['p2']],
    ['status/77', ['p2']],
    ['pasar jembatan', []],
    ['   ', ['d2', 'p1', 'd1', 'p3', 'p2']],
    ['.*', []],
  ])('"%s"', (search, expected) => {
    expect(ids({ search })).toEqual(expected);
  });

  test('shelf, platform and words all hold', () => {
    expect(ids({ shelf: 'drafts', platform: 'threads', search: 'naskah' })).toEqual(['d2']);
    expect(ids({ shelf: 'posted', platform: 'threads', search: 'naskah' })).toEqual([]);
  });
});
