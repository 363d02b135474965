import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { JubirDatabase } from '../../utils/db/database.ts';
import { mergeListing, newest } from '../../utils/release/archive.ts';
import { withKnownIds } from '../../utils/release/moved.ts';
import type { Release } from '../../utils/release/release.ts';
import { source } from '../source/samples.ts';
import { release } from './samples.ts';

const city = source();
const day = 86_400_000;
const title = 'Wali Kota Bogor Meresmikan Taman';
let db: JubirDatabase;
beforeEach(() => {
  db = new JubirDatabase(`moved-${Math.random()}`);
});
afterEach(() => db.delete());

const dated = (id: string, at: number, changes: Partial<Release> = {}): Release =>
  release(id, { title, listedTitle: title, published: { at, precision: 'day' }, order: at, ...changes });
const idsOf = async (...listed: Release[]) => (await withKnownIds(db, city, listed)).map(({ id }) => id);

describe('a release at a new address', () => {
  test('of the same title and day has the id that it had, for good', async () => {
    await db.releases.put(dated('lama', 10 * day));
    expect(await idsOf(dated('baru', 10 * day))).toEqual(['lama']);
    // Known by its address from now on, whatever the title says.
    expect(await idsOf(dated('baru', 10 * day, { title: 'Ralat' }))).toEqual(['lama']);
    await mergeListing(db, city, await withKnownIds(db, city, [dated('baru', 10 * day)]));
    expect(await db.releases.toArray()).toMatchObject([{ id: 'lama', url: 'https://kota.go.id/baru' }]);
  });

  test.each<[string, Release, Release[]]>([
    ['of another day', dated('baru', 11 * day), []],
    ['of another title', dated('baru', 10 * day, { title: 'Taman Baru di Tanah Sareal' }), []],
    ['whose old address is still listed', dated('baru', 10 * day), [dated('lama', 10 * day)]],
  ])('%s is another', async (_, listed, others) => {
    await db.releases.put(dated('lama', 10 * day));
    expect(await idsOf(listed, ...others)).toEqual(['baru', ...others.map(({ id }) => id)]);
  });

  test('with a title that says little, or that two have, is another', async () => {
    await db.releases.put(dated('lama', 10 * day, { title: 'Pengumuman', listedTitle: 'Pengumuman' }));
    expect(await idsOf(dated('baru', 10 * day, { title: 'Pengumuman' }))).toEqual(['baru']);
    await db.releases.bulkPut([dated('satu', 10 * day), dated('dua', 10 * day)]);
    expect(await idsOf(dated('baru', 10 * day))).toEqual(['baru']);
  });

  test('without dates its text decides', async () => {
    const read = { title, listedTitle: title, body: 'read', paragraphs: ['Isi rilis'] } as const;
    await db.releases.put(release('lama', { ...read, paragraphs: ['Isi rilis'] }));
    expect(await idsOf(release('baru', { ...read, paragraphs: ['Isi lain'] }))).toEqual(['baru']);
    expect(await idsOf(release('baru', { ...read, paragraphs: ['Isi  rilis'] }))).toEqual(['lama']);
  });

  test('of another source is none of its business', async () => {
    await db.releases.put(dated('lama', 10 * day, { sourceId: 'lain' }));
    expect(await idsOf(dated('baru', 10 * day))).toEqual(['baru']);
  });
});

test('releases of one day keep the city’s order when more came than a page holds', async () => {
  const all = Array.from({ length: 12 }, (_, index) => `r${11 - index}`);
  const page = (from: number, now: number) =>
    all
      .slice(from, from + 4)
      .map((id, index) =>
        dated(id, 10 * day, { title: `Rilis ${id}`, order: 10 * day - index, firstSeenAt: now }),
      );
  for (const [time, from] of [8, 7, 4, 3, 0].entries())
    await mergeListing(db, city, page(from, 20 * day + time));
  expect((await newest(db, 20)).map(({ id }) => id)).toEqual(all);
});
