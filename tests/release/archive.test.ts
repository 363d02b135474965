import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { JubirDatabase } from '../../utils/db/database.ts';
import {
  countOf,
  markRead,
  mergeListing,
  missingPictures,
  newest,
  noteFailedBody,
  pendingBodies,
  storeBody,
  storePicture,
  unreadCount,
} from '../../utils/release/archive.ts';
import type { ReleasePage } from '../../utils/source/source.ts';
import { source } from '../source/samples.ts';
import { release } from './samples.ts';

const city = source();
const day = 24 * 60 * 60 * 1000;
let db: JubirDatabase;

beforeEach(() => {
  db = new JubirDatabase(`archive-${Math.random()}`);
});
afterEach(() => db.delete());

function page(changes: Partial<ReleasePage> = {}): ReleasePage {
  return { title: null, paragraphs: ['Isi'], image: null, published: null, repairs: [], ...changes };
}

describe('merging a listing', () => {
  test('says how many are new and how many there are', async () => {
    expect(await mergeListing(db, city, [release('a'), release('b')])).toEqual({
      fresh: 2,
      total: 2,
      added: 2,
      changed: 0,
    });
    expect(await mergeListing(db, city, [release('c'), release('a')])).toEqual({
      fresh: 1,
      total: 3,
      added: 1,
      changed: 0,
    });
    expect(await mergeListing(db, city, [])).toMatchObject({ fresh: 0, total: 3 });
    expect(await countOf(db, 'lain')).toBe(0);
  });

  test('leaves alone what the official did, when it was first seen, and a body that was read', async () => {
    await mergeListing(db, city, [release('a')]);
    await storeBody(db, 'a', page());
    await markRead(db, ['a']);
    await mergeListing(db, city, [release('a', { firstSeenAt: 9_000, unread: 1 })]);
    expect(await db.releases.get('a')).toMatchObject({
      firstSeenAt: 1_000,
      unread: 0,
      body: 'read',
      paragraphs: ['Isi'],
    });
  });

  test('follows title, date, order and picture', async () => {
    const published = { at: 500, precision: 'day' as const };
    await mergeListing(db, city, [
      release('a', { published, order: 500, image: 'https://kota.go.id/a.jpg' }),
    ]);
    await storePicture(db, 'a', 'data:x', 1);
    const later = { at: 700, precision: 'day' as const };
    const changed = {
      title: 'Baru',
      listedTitle: 'Baru',
      published: later,
      order: 699,
      image: 'https://kota.go.id/b.jpg',
    };
    await mergeListing(db, city, [release('a', changed)]);
    expect(await db.releases.get('a')).toMatchObject(changed);
    // The stored picture was of the old address.
    expect(await db.pictures.get('a')).toBeUndefined();
  });

  test('takes nothing back when the listing falls silent', async () => {
    const published = { at: 500, precision: 'day' as const };
    await mergeListing(db, city, [
      release('a', { published, order: 500, image: 'https://kota.go.id/a.jpg', categories: ['x'] }),
    ]);
    await mergeListing(db, city, [release('a', { order: 9_999 })]);
    expect(await db.releases.get('a')).toMatchObject({
      published,
      order: 500,
      image: 'https://kota.go.id/a.jpg',
      categories: ['x'],
    });
  });

  test('without a date a release does not rise with every refresh', async () => {
    await mergeListing(db, city, [release('a', { order: 1_000 })]);
    await mergeListing(db, city, [release('a', { order: 50_000, firstSeenAt: 50_000 })]);
    expect((await db.releases.get('a'))?.order).toBe(1_000);
  });

  test("keeps the page's heading until the listing says something new", async () => {
    await mergeListing(db, city, [release('a', { title: 'Judul panjang…', listedTitle: 'Judul panjang…' })]);
    await storeBody(db, 'a', page({ title: 'Judul panjang sekali' }));
    await mergeListing(db, city, [release('a', { title: 'Judul panjang…', listedTitle: 'Judul panjang…' })]);
    expect((await db.releases.get('a'))?.title).toBe('Judul panjang sekali');
    await mergeListing(db, city, [release('a', { title: 'Ralat', listedTitle: 'Ralat' })]);
    expect((await db.releases.get('a'))?.title).toBe('Ralat');
  });

  test('a body that a feed brings later is taken', async () => {
    await mergeListing(db, city, [release('a', { body: 'missing' })]);
    await mergeListing(db, city, [release('a', { body: 'read', paragraphs: ['Isi'] })]);
    expect(await db.releases.get('a')).toMatchObject({ body: 'read', paragraphs: ['Isi'] });
  });

  test('what is older than news is stored as read, and counts as no news', async () => {
    const old = release('b', { published: { at: 5, precision: 'time' }, order: 5 });
    expect(await mergeListing(db, city, [release('a', { order: 20 }), old], { newsFrom: 10 })).toMatchObject({
      fresh: 1,
      added: 2,
    });
    expect((await db.releases.bulkGet(['a', 'b'])).map((each) => each?.unread)).toEqual([1, 0]);
  });

  test('writes nothing when nothing changed', async () => {
    await mergeListing(db, city, [release('a'), release('b')]);
    let writes = 0;
    db.releases.hook('updating', () => void writes++);
    db.releases.hook('creating', () => void writes++);
    await mergeListing(db, city, [release('a'), release('b')]);
    expect(writes).toBe(0);
  });
});

describe('bodies', () => {
  test("the heading wins, the listing's date and picture stay, what was unknown is filled in", async () => {
    const published = { at: 5, precision: 'day' as const };
    await mergeListing(db, city, [
      release('a', { published, image: 'https://kota.go.id/a.jpg' }),
      release('b'),
    ]);
    const told = page({
      title: 'The mayor and the people of the city',
      image: 'https://kota.go.id/p.jpg',
      published: { at: 9, precision: 'time' },
    });
    await storeBody(db, 'a', told);
    await storeBody(db, 'b', told);
    expect(await db.releases.get('a')).toMatchObject({
      title: told.title,
      published,
      image: 'https://kota.go.id/a.jpg',
      language: 'en',
    });
    expect(await db.releases.get('b')).toMatchObject({ published: told.published, image: told.image });
  });

  test('pending ones come newest first, of one source, as many as asked for', async () => {
    await mergeListing(db, city, [
      release('a', { order: 1 }),
      release('b', { order: 3 }),
      release('c', { order: 2 }),
      release('d', { order: 4, body: 'read' }),
      release('e', { order: 5, sourceId: 'lain' }),
    ]);
    expect((await pendingBodies(db, 'kota', 2)).map((each) => each.id)).toEqual(['b', 'c']);
  });

  test('a page that is gone is given up at once, one that cannot be read the fifth time', async () => {
    await mergeListing(db, city, [release('a'), release('b')]);
    await noteFailedBody(db, 'a', true);
    for (let time = 1; time <= 4; time++) await noteFailedBody(db, 'b', false);
    expect(await db.releases.bulkGet(['a', 'b'])).toMatchObject([
      { body: 'missing' },
      { body: 'pending', attempts: 4 },
    ]);
    await noteFailedBody(db, 'b', false);
    expect((await db.releases.get('b'))?.body).toBe('missing');
  });

  test('a success forgets the failures', async () => {
    await mergeListing(db, city, [release('a')]);
    await noteFailedBody(db, 'a', false);
    await storeBody(db, 'a', page());
    expect(await db.releases.get('a')).not.toHaveProperty('attempts');
  });

  test('a release that was removed meanwhile is not brought back', async () => {
    await storeBody(db, 'tidak-ada', page());
    expect(await db.releases.count()).toBe(0);
  });
});

describe('reading the archive', () => {
  test('the newest of all sources; in one place, the one that was seen later', async () => {
    await mergeListing(db, city, [
      release('a', { order: 1 }),
      release('b', { order: 5, sourceId: 'lain' }),
      release('c', { order: 3, firstSeenAt: 1 }),
      release('d', { order: 3, firstSeenAt: 2 }),
    ]);
    expect((await newest(db, 3)).map((each) => each.id)).toEqual(['b', 'd', 'c']);
  });

  test('unread ones are counted, marked one by one or all at once', async () => {
    await mergeListing(db, city, [release('a'), release('b'), release('c')]);
    await markRead(db, ['a', 'tidak-ada']);
    expect(await unreadCount(db)).toBe(2);
    await markRead(db, 'all');
    expect(await unreadCount(db)).toBe(0);
  });
});

test('pictures are missing until they are stored; a failed one is asked for again after a day', async () => {
  const image = 'https://kota.go.id/a.jpg';
  await mergeListing(db, city, [
    release('a', { order: 4, image }),
    release('b', { order: 3, image }),
    release('c', { order: 2, image }),
    release('d', { order: 1 }),
    release('e', { order: 0, image }),
  ]);
  await storePicture(db, 'a', 'data:x', 1_000);
  await storePicture(db, 'b', null, 1_000);
  const ids = async (among: number, now: number) =>
    (await missingPictures(db, 'kota', among, now)).map((each) => each.id);
  expect(await ids(30, 2_000)).toEqual(['c', 'e']);
  expect(await ids(3, 2_000)).toEqual(['c']);
  expect(await ids(30, 1_000 + day)).toEqual(['b', 'c', 'e']);
});
