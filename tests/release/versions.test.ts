import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { JubirDatabase } from '../../utils/db/database.ts';
import { mergeListing } from '../../utils/release/archive.ts';
import type { Release } from '../../utils/release/release.ts';
import {
  acknowledgeChange,
  blockedReason,
  happenedSince,
  releaseState,
  versionAt,
  versionsOf,
} from '../../utils/release/versions.ts';
import { source } from '../source/samples.ts';
import { release } from './samples.ts';

const city = source();
let db: JubirDatabase;
beforeEach(() => {
  db = new JubirDatabase(`versions-${Math.random()}`);
});
afterEach(() => db.delete());

const said = (text: string, now: number, changes: Partial<Release> = {}) =>
  release('a', { paragraphs: [text], body: 'read', readWith: 'feed', firstSeenAt: now, ...changes });
const merge = (...releases: Release[]) => mergeListing(db, city, releases);
const stored = async () => (await db.releases.get('a')) as Release;

describe('a change', () => {
  test('of the text is marked, and the earlier text kept', async () => {
    await merge(said('Rp2 miliar', 1_000));
    expect(await merge(said('Rp3 miliar', 2_000))).toMatchObject({ changed: 1 });
    expect(await stored()).toMatchObject({
      paragraphs: ['Rp3 miliar'],
      changedAt: 2_000,
      firstSeenAt: 1_000,
      unread: 1,
    });
    expect(await versionsOf(db, 'a')).toMatchObject([
      { paragraphs: ['Rp2 miliar'], title: 'Judul a', since: 1_000, until: 2_000 },
    ]);
  });

  test('of title or date, too', async () => {
    const published = { at: 500_000_000, precision: 'time' as const };
    await merge(said('Isi', 1_000, { published }));
    await merge(said('Isi', 2_000, { published, title: 'Ralat', listedTitle: 'Ralat' }));
    expect(await stored()).toMatchObject({ title: 'Ralat', changedAt: 2_000 });
    const later = { ...published, at: published.at + 3_600_000 };
    await merge(said('Isi', 3_000, { published: later, title: 'Ralat', listedTitle: 'Ralat' }));
    expect(await stored()).toMatchObject({ published: later, changedAt: 3_000 });
    expect((await versionsOf(db, 'a')).map((version) => version.published?.at)).toEqual([
      published.at,
      published.at,
    ]);
  });

  test('of looks is none, and leaves the text as it was', async () => {
    await merge(said('Isi “rilis”', 1_000));
    expect(await merge(said('Isi "rilis"  ', 2_000))).toMatchObject({ changed: 0 });
    expect(await stored()).toMatchObject({ paragraphs: ['Isi “rilis”'] });
    expect(await stored()).not.toHaveProperty('changedAt');
  });

  test('of a date to the moment of asking is believed when it stands the next time', async () => {
    const now = 1_800_000_000_000;
    const published = { at: now - 86_400_000, precision: 'time' as const };
    await merge(said('Isi', now, { published }));
    const redated = { at: now + 900_000, precision: 'time' as const };
    await merge(said('Isi', now + 900_000, { published: redated }));
    expect(await stored()).toMatchObject({ published });
    await merge(said('Isi', now + 1_800_000, { published: { ...redated, at: now + 1_800_000 } }));
    expect(await stored()).not.toHaveProperty('changedAt');
    await merge(said('Isi', now + 2_700_000, { published: redated }));
    expect(await stored()).toMatchObject({ published: redated, changedAt: now + 2_700_000 });
  });

  test('of the way it is read is none; a teaser takes nothing from a whole text', async () => {
    await merge(said('Isi lengkap rilis', 1_000));
    await merge(said('Isi…', 2_000, { readWith: 'teaser' }));
    expect(await stored()).toMatchObject({ paragraphs: ['Isi lengkap rilis'] });
    await merge(said('Isi lengkap rilis, dibaca dari halaman', 3_000, { readWith: 'page x' }));
    expect(await stored()).toMatchObject({ paragraphs: ['Isi lengkap rilis, dibaca dari halaman'] });
    expect(await stored()).not.toHaveProperty('changedAt');
    expect(await db.versions.count()).toBe(0);
  });

  test('that was not settled is left for the next time', async () => {
    await merge(said('Isi', 1_000));
    await mergeListing(db, city, [said('Isi lain', 2_000)], { unsettled: new Set(['a']) });
    expect(await stored()).toMatchObject({ paragraphs: ['Isi'] });
    await merge(said('Isi lain', 3_000));
    expect(await stored()).toMatchObject({ paragraphs: ['Isi lain'], changedAt: 3_000 });
  });

  test('into an advertisement for gambling makes it suspicious, and back', async () => {
    await merge(said('Wali Kota membuka taman', 1_000));
    await merge(said('Situs slot gacor maxwin', 2_000));
    expect(releaseState(await stored())).toBe('suspicious');
    await merge(said('Wali Kota membuka taman', 3_000));
    expect(releaseState(await stored())).toBe('changed');
  });

  test('after change, ten are kept: the first one and the latest', async () => {
    for (let time = 0; time <= 30; time++) await merge(said(`Isi ${time}`, 1_000 + time));
    const kept = (await versionsOf(db, 'a')).map((version) => version.paragraphs[0]);
    expect(kept).toHaveLength(10);
    expect(kept[0]).toBe('Isi 29');
    expect(kept.at(-1)).toBe('Isi 0');
  });
});

test('one change that listing and page tell of at the same time keeps what stood before both', async () => {
  await merge(said('satu', 1_000));
  await merge(said('dua', 2_000));
  await merge(said('tiga', 2_000));
  expect((await versionsOf(db, 'a')).map((version) => version.paragraphs[0])).toEqual(['satu']);
});

describe('what a draft or a post was made from', () => {
  test('is the text of that time', async () => {
    for (const [text, now] of [
      ['satu', 1_000],
      ['dua', 2_000],
      ['tiga', 3_000],
    ] as const)
      await merge(said(text, now));
    const versions = await versionsOf(db, 'a');
    expect([500, 1_500, 2_500].map((at) => versionAt(versions, at)?.paragraphs[0])).toEqual([
      'satu',
      'satu',
      'dua',
    ]);
    expect(versionAt(versions, 3_500)).toBeNull();
    expect(versionAt([], 1)).toBeNull();
  });

  test('a change before it is no concern of it, a withdrawal always is', () => {
    expect(happenedSince({ changedAt: 100 }, 200)).toBeNull();
    expect(happenedSince({ changedAt: 300 }, 200)).toBe('changed');
    expect(happenedSince({ changedAt: 100, withdrawnAt: 150 }, 200)).toBe('withdrawn');
    expect(happenedSince({ changedAt: 100, suspicious: true }, 200)).toBe('suspicious');
    expect(happenedSince({}, 0)).toBeNull();
    expect(happenedSince(undefined, 0)).toBeNull();
  });
});

test('a change that was seen stops one click no more, until the next; the others always do', async () => {
  await merge(said('satu', 1_000));
  expect(blockedReason(await stored())).toBeNull();
  await merge(said('dua', 2_000));
  expect(blockedReason(await stored())).toBe('changed');
  await acknowledgeChange(db, 'a', 2_500);
  expect(blockedReason(await stored())).toBeNull();
  expect(releaseState(await stored())).toBe('changed');
  await merge(said('tiga', 3_000));
  expect(blockedReason(await stored())).toBe('changed');
  expect(blockedReason({ withdrawnAt: 1, acknowledgedAt: 2 })).toBe('withdrawn');
  expect(blockedReason({ suspicious: true, withdrawnAt: 1, acknowledgedAt: 2 })).toBe('suspicious');
});
