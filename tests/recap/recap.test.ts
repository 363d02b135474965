import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { JubirDatabase } from '../../utils/db/database.ts';
import type { Post } from '../../utils/draft/draft.ts';
import { factsOf, type MonthRows } from '../../utils/recap/facts.ts';
import { joinFacts } from '../../utils/recap/join.ts';
import { releasesFor } from '../../utils/recap/read.ts';
import { folded, recapOf } from '../../utils/recap/recap.ts';
import type { Release } from '../../utils/release/release.ts';
import { post, release } from '../draft/samples.ts';
import { at, monthOfPosts } from './samples.ts';

const month = { year: 2026, month: 10 };
const sources = new Map([['kota-bogor', 'Kota Bogor']]);
/** The city's clock. */
const city = (day: number, hour = 8, minute = 0) => Date.UTC(2026, 10, day, hour - 7, minute);
const dated = (id: string, published: number, change: Partial<Release> = {}): Release =>
  release({
    ...{ id, url: `https://kotabogor.go.id/${id}`, title: `Rilis ${id}`, firstSeenAt: published },
    ...{ published: { at: published, precision: 'time' }, order: published },
    ...change,
  });
let count = 0;
const posted = (releaseId: string, openedAt: number, change: Partial<Post> = {}): Post => {
  count += 1;
  return post({ id: `p${count}`, releaseId, openedAt, state: 'posted', ...change });
};
const recap = (rows: Partial<MonthRows>) =>
  recapOf(factsOf(month, { posts: [], releases: [], sources, ...rows }));

describe('the numbers of a month', () => {
  test('an empty month is all zeros, with a place for every day', () => {
    const { days, pace, ...rest } = recap({});
    expect(days).toEqual(Array.from({ length: 30 }, () => ({ posted: 0, waiting: 0 })));
    expect(pace).toBeNull();
    expect(rest).toMatchObject({ posted: 0, waiting: 0, published: 0, taken: 0, platforms: [], lines: [] });
  });

  test('posts by day, platform, source and angle; a wait is not a yes', () => {
    const found = recap({
      posts: [
        posted('a', at(month, 1, 0, 0)),
        posted('a', at(month, 1, 10), { platform: 'whatsapp', angle: 'quote' }),
        posted('a', at(month, 30, 23, 59), {
          state: 'opened',
          sourceId: 'hilang',
          releaseUrl: 'https://dinas.go.id/1',
        }),
        posted('a', at(month, 2), { state: 'unknown' }),
        // None of these went out in this month.
        posted('a', at(month, 2), { state: 'not-posted' }),
        posted('a', at(month, 2), { state: 'failed' }),
        posted('a', at(month, 2), { state: 'removed' }),
        posted('a', at(month, 2), { deletedAt: 1 }),
        posted('a', at(month, 0, 23, 59)),
        posted('a', at(month, 31, 0, 0)),
      ],
    });
    expect(found).toMatchObject({ posted: 2, waiting: 2 });
    expect(found.days[0]).toEqual({ posted: 2, waiting: 0 });
    expect(found.days[1]).toEqual({ posted: 0, waiting: 1 });
    expect(found.days[29]).toEqual({ posted: 0, waiting: 1 });
    expect(found.platforms).toEqual([
      { name: 'x', posted: 1, waiting: 2 },
      { name: 'whatsapp', posted: 1, waiting: 0 },
    ]);
    expect(found.sources).toEqual([
      { name: 'Kota Bogor', posted: 2, waiting: 1 },
      { name: 'dinas.go.id', posted: 0, waiting: 1 },
    ]);
    expect(found.angles.map(({ name, posted: out, waiting }) => [name, out + waiting])).toEqual([
      ['summary', 3],
      ['quote', 1],
    ]);
    expect(found.waitingPosts.map(({ day }) => day)).toEqual([2, 30]);
  });

  test('a thread that failed half way may be out', () => {
    const half = posted('a', at(month, 3), { state: 'failed', link: 'https://x.com/a/1' });
    expect(recap({ posts: [half] })).toMatchObject({ posted: 0, waiting: 1 });
  });

  test('releases published, taken up and left; by the city’s days', () => {
    const releases = [
      dated('first', city(1, 0)),
      dated('last', city(30, 23, 59)),
      dated('before', city(1, 0) - 1),
      dated('undated', city(5), { published: null }),
      dated('broken-into', city(6), { suspicious: true }),
      dated('taken-back', city(7), { withdrawnAt: city(8) }),
      dated('next-month', city(9)),
    ];
    // The month after, it is still taken up.
    const found = recap({ releases, posts: [posted('next-month', at(month, 33))] });
    expect(found).toMatchObject({ published: 3, taken: 1, posted: 0 });
    expect(found.untaken.map(({ title, day }) => [title, day])).toEqual([
      ['Rilis first', 1],
      ['Rilis last', 30],
    ]);
  });

  test('pace: the middle of what is known; the mean of the two middles', () => {
    const start = dated('a', city(3));
    const after = (minutes: number) => posted('a', city(3) + minutes * 60_000);
    const pace = (...minutes: number[]) => recap({ releases: [start], posts: minutes.map(after) }).pace;
    expect(pace(5, 600, 11)).toEqual({ minutes: 11, posts: 3 });
    expect(pace(5, 600, 11, 20)).toEqual({ minutes: 16, posts: 4 });
    expect(pace(7)).toEqual({ minutes: 7, posts: 1 });
    // A post before its release, by a clock that is wrong, tells nothing.
    expect(pace(-1)).toBeNull();
  });

  test('where the city tells the day alone, pace counts from the first sight on that day, else not at all', () => {
    const day = (firstSeenAt: number) =>
      dated('a', city(3, 0), { published: { at: city(3, 0), precision: 'day' }, firstSeenAt });
    const posts = [posted('a', city(3, 12))];
    expect(recap({ releases: [day(city(3, 11))], posts }).pace).toEqual({ minutes: 60, posts: 1 });
    expect(recap({ releases: [day(city(4, 1))], posts: [posted('a', city(4, 12))] }).pace).toBeNull();
  });

  test('a wait has no pace', () => {
    const posts = [posted('a', city(3, 9), { state: 'opened' })];
    expect(recap({ releases: [dated('a', city(3))], posts }).pace).toBeNull();
  });

  test('what the city changed or took back after it was posted, and only then', () => {
    const releases = [
      dated('changed', city(3), { changedAt: city(10) }),
      dated('gone', city(4), { withdrawnAt: city(11) }),
      dated('changed-before', city(5), { changedAt: city(6) }),
      // Posted the month before, taken back in this one.
      dated('old', city(1) - 5 * 86_400_000, { withdrawnAt: city(12) }),
      // All of it the month before.
      dated('older', city(1) - 9 * 86_400_000, { changedAt: city(1) - 8 * 86_400_000 }),
    ];
    const posts = [
      posted('changed', city(4)),
      posted('changed', city(4), { platform: 'line' }),
      posted('changed', city(20), { platform: 'facebook' }),
      posted('gone', city(5)),
      posted('changed-before', city(7)),
      posted('old', city(1) - 4 * 86_400_000),
      posted('older', city(1) - 8.5 * 86_400_000),
    ];
    const { moved } = recap({ releases, posts });
    expect(moved.map(({ title, moved: how, platforms }) => [title, how, platforms])).toEqual([
      ['Rilis old', 'withdrawn', ['x']],
      ['Rilis changed', 'changed', ['x', 'line']],
      ['Rilis gone', 'withdrawn', ['x']],
    ]);
  });

  test('the best lines are those with a star, in the month’s order, with their texts; no other text is in the facts', () => {
    const posts = [
      posted('a', at(month, 9), { text: 'kedua', starredAt: 5 }),
      posted('a', at(month, 3), { text: 'pertama', starredAt: 9 }),
      posted('a', at(month, 4), { text: 'dilepas', starredAt: 0 }),
      posted('a', at(month, 5), { text: 'rahasia', note: 'catatan' }),
    ];
    const facts = factsOf(month, { posts, releases: [], sources });
    expect(recapOf(facts).lines.map(({ line }) => line)).toEqual(['pertama', 'kedua']);
    expect(JSON.stringify(facts)).not.toMatch(/rahasia|catatan|dilepas/);
  });

  test('three thousand posts add up, and soon', () => {
    const { posts, releases } = monthOfPosts(month, 3_000);
    const began = performance.now();
    const found = recap({ posts, releases });
    expect(performance.now() - began).toBeLessThan(1_000);
    const sum = (shares: readonly { posted: number; waiting: number }[]) =>
      shares.reduce((all, share) => all + share.posted + share.waiting, 0);
    for (const part of [found.days, found.platforms, found.sources, found.angles])
      expect(sum(part)).toBe(3_000);
    expect(found).toMatchObject({ posted: 2_500, waiting: 500 });
    expect(found.untaken).toHaveLength(4);
  });
});

test('more names than there is room for: the smallest are one', () => {
  const shares = [9, 5, 3, 2, 1].map((n) => ({ name: `n${n}`, posted: n, waiting: 1 }));
  expect(folded(shares, 5)).toEqual({ shown: shares, rest: null });
  const { shown, rest } = folded(shares, 3);
  expect(shown.map(({ name }) => name)).toEqual(['n9', 'n5']);
  expect(rest).toEqual({ posted: 6, waiting: 3, count: 3 });
});

describe('several computers’ months', () => {
  const facts = (posts: Post[], releases: Release[]) => factsOf(month, { posts, releases, sources });

  test('a post that two know of counts once, and the later file’s word holds', () => {
    const early = posted('a', at(month, 3), { state: 'opened' });
    const late = { ...early, state: 'posted' as const };
    const joined = joinFacts(month, [facts([early], []), facts([late, posted('a', at(month, 4))], [])]);
    expect(recapOf(joined)).toMatchObject({ posted: 2, waiting: 0 });
  });

  test('a release is one by its address, taken up where anybody did, and as grave as anybody saw it', () => {
    const [mine, theirs] = [
      facts([posted('a', city(3, 9))], [dated('a', city(3), { changedAt: city(4) }), dated('b', city(4))]),
      facts(
        [posted('lain', city(3, 9), { platform: 'line' })],
        [
          dated('lain', city(3), { url: 'https://kotabogor.go.id/a', withdrawnAt: city(9) }),
          dated('b', city(4)),
        ],
      ),
    ];
    for (const all of [
      [mine, theirs],
      [theirs, mine],
    ]) {
      const found = recapOf(joinFacts(month, all));
      expect(found).toMatchObject({ published: 2, taken: 1, posted: 2 });
      expect(found.untaken.map(({ title }) => title)).toEqual(['Rilis b']);
      expect(found.moved).toHaveLength(1);
      expect(found.moved[0]?.moved).toBe('withdrawn');
      expect([...(found.moved[0]?.platforms ?? [])].sort()).toEqual(['line', 'x']);
    }
  });
});

describe('the releases of a month', () => {
  let db: JubirDatabase;
  beforeEach(() => {
    db = new JubirDatabase(`recap-${Math.random()}`);
  });
  afterEach(() => db.delete());

  test('those published in it, and those that were posted, by themselves or in the three months before', async () => {
    await db.releases.bulkPut([
      dated('in', city(1, 0)),
      // Kept in the city's own order, a day's last one may stand a little beside its date.
      dated('beside', city(30, 23), { order: city(31, 4) }),
      dated('after', city(31, 0)),
      dated('posted', city(1) - 60 * 86_400_000),
      dated('old', city(1) - 300 * 86_400_000),
      dated('nobody', city(1) - 60 * 86_400_000),
    ]);
    const posts = [
      posted('posted', at(month, -40)),
      posted('old', at(month, -200)),
      posted('gone', at(month, 3)),
    ];
    const found = await releasesFor(db, month, posts);
    expect(found.map(({ id }) => id).sort()).toEqual(['beside', 'in', 'posted']);
  });
});
