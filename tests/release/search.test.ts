import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { JubirDatabase } from '../../utils/db/database.ts';
import { markRead, mergeListing, storeBody } from '../../utils/release/archive.ts';
import type { Release } from '../../utils/release/release.ts';
import { openSearch } from '../../utils/release/search/open.ts';
import {
  indexPending,
  indexReleases,
  removeFromIndex,
  runToMerge,
} from '../../utils/release/search/write.ts';
import { source } from '../source/samples.ts';
import { release } from './samples.ts';

const now = Date.UTC(2026, 7, 20);
let db: JubirDatabase;

beforeEach(() => {
  db = new JubirDatabase(`search-${Math.random()}`);
});
afterEach(() => db.delete());

const on = (year: number, month: number, day: number) => ({
  at: Date.UTC(year, month - 1, day) - 7 * 3_600_000,
  precision: 'day' as const,
});

const archive: Release[] = [
  release('salur', {
    title: 'Wali Kota Salurkan Bantuan Pangan',
    paragraphs: ['Pemkot Bogor menyalurkan bantuan pangan kepada warga Tanah Sareal.'],
    published: on(2026, 8, 17),
  }),
  release('00000000000000aa', {
    title: 'Penyaluran beras berjalan lancar',
    paragraphs: ['Beras disalurkan di Kecamatan Bogor Selatan.', 'Menteri Sosial hadir.'],
    published: on(2026, 7, 2),
  }),
  release('ffffffffffffffff', {
    title: 'Menari di Alun-Alun',
    paragraphs: ['Penari cilik tampil pada HUT RI 17 Agustus.'],
    published: on(2025, 8, 16),
    sourceId: 'dinas',
  }),
  release('jalan', {
    title: 'Perbaikan Jalan Pajajaran Dimulai',
    paragraphs: ['Anggaran 2026 sebesar Rp1,5 miliar.', "Salat Jum'at tetap di Masjid Agung."],
    published: null,
  }),
];

async function found(query: string, options: { sources?: string[]; limit?: number } = {}): Promise<string[]> {
  const search = await openSearch(db);
  return search.search(query, { now, ...options }).map(({ releaseId }) => releaseId);
}

async function complete(query: string): Promise<string[]> {
  const search = await openSearch(db);
  return search.search(query, { now }).flatMap((hit) => (hit.complete ? [hit.releaseId] : []));
}

describe('searching', () => {
  beforeEach(async () => {
    await db.releases.bulkPut(archive);
    await indexPending(db);
  });

  test.each([
    ['as it is typed', 'tanah sar', ['salur']],
    ['from a single letter', 'p', ['jalan', 'ffffffffffffffff', 'salur', '00000000000000aa']],
    ['other forms of the word', 'penyaluran', ['00000000000000aa', 'salur']],
    ['and again', 'disalurkan', ['00000000000000aa', 'salur']],
    ['no false friends', 'menteri', ['00000000000000aa']],
    ['nor this way round', 'penari', ['ffffffffffffffff']],
    ['capitals and accents', 'PAJAJÁRAN', ['jalan']],
    ['an apostrophe or none', 'jumat', ['jalan']],
    ['an apostrophe of any kind', 'jum’at', ['jalan']],
    ['a word that reads like a date', 'agustus', ['salur', 'ffffffffffffffff']],
    ['words that are everywhere', 'beras di kecamatan', ['00000000000000aa']],
    ['nothing', '  ', []],
    ['marks alone', '?! …', []],
    ['a word that is nowhere', 'zzz', []],
  ])('%s: %s', async (_, query, ids) => {
    expect((await complete(query)).sort()).toEqual([...ids].sort());
  });

  test('those with every word come before those that lack one', async () => {
    expect(await found('bantuan pangan beras')).toEqual(['salur']);
    expect(await complete('bantuan pangan beras')).toEqual([]);
    expect(await found('beras bogor')).toEqual(['00000000000000aa', 'salur']);
  });

  test('the title counts more than the body', async () => {
    expect((await found('salurkan'))[0]).toBe('salur');
    expect((await found('beras'))[0]).toBe('00000000000000aa');
  });

  test('by source, and as many as asked for', async () => {
    expect(await found('p', { sources: ['dinas'] })).toEqual(['ffffffffffffffff']);
    expect(await found('p', { sources: [] })).toEqual([]);
    expect(await found('p', { limit: 2 })).toHaveLength(2);
  });

  test.each([
    ['agustus 2026', ['salur']],
    ['17 agustus 2026', ['salur']],
    ['17-08-2026', ['salur']],
    ['2026-08-17', ['salur']],
    ['agus 2026', ['salur']],
    ['2026', ['salur', '00000000000000aa']],
    ['2025', ['ffffffffffffffff']],
    ['bulan lalu', ['00000000000000aa']],
    ['pekan ini', ['salur']],
    ['kemarin', []],
    ['bantuan agustus 2026', ['salur']],
    ['beras agustus 2026', []],
    // An undated release is never put into a year, but a text may speak of it.
    ['anggaran 2026', ['jalan']],
    ['17 agustus', ['salur', 'ffffffffffffffff']],
  ])('the time "%s"', async (query, ids) => {
    expect(await complete(query)).toEqual(ids);
  });

  test('a release that changed is found by what it says now', async () => {
    await db.releases.update('salur', { title: 'Wali Kota Tunda Bantuan', paragraphs: ['Ditunda.'] });
    expect((await db.releases.get('salur'))?.indexed).toBe(0);
    expect(await indexPending(db)).toBe(1);
    expect(await complete('tanah sareal')).toEqual([]);
    expect(await complete('ditunda')).toEqual(['salur']);
    expect((await openSearch(db)).size).toBe(4);
  });

  test('a release that was removed is not found; one that comes again is', async () => {
    await removeFromIndex(db, ['salur', 'unknown']);
    expect(await found('tanah sareal')).toEqual([]);
    expect((await openSearch(db)).size).toBe(3);
    await indexReleases(db, archive);
    expect(await found('tanah sareal')).toEqual(['salur']);
  });

  test('an open search takes in what is indexed later, and says whether there was anything', async () => {
    const search = await openSearch(db);
    expect(await search.refresh()).toBe(false);
    await db.releases.put(release('baru', { title: 'Festival Kopi', paragraphs: [] }));
    await indexPending(db);
    expect(search.search('festival', { now })).toEqual([]);
    expect(await search.refresh()).toBe(true);
    expect(search.search('festival', { now }).map(({ releaseId }) => releaseId)).toEqual(['baru']);
    expect(search.bytes).toBeGreaterThan(0);
  });
});

describe('what is still to be indexed', () => {
  test('is found after a worker was stopped in the middle', async () => {
    await db.releases.bulkPut(
      Array.from({ length: 600 }, (_, at) => release(`r${at}`, { title: `Rilis nomor${at}`, order: at })),
    );
    expect(await indexPending(db, (done) => done < 250)).toBe(250);
    // The newest come first.
    expect(await found('nomor599')).toEqual(['r599']);
    expect(await found('nomor1')).toEqual([]);
    expect(await indexPending(db)).toBe(350);
    expect(await indexPending(db)).toBe(0);
    expect((await found('nomor1'))[0]).toBe('r1');
    expect((await openSearch(db)).size).toBe(600);
  });

  test('is what the archive writes by its own ways; reading and unread marks are not', async () => {
    await mergeListing(db, source(), [release('a', { title: 'Vaksinasi' }), release('b')]);
    expect(await indexPending(db)).toBe(2);
    await markRead(db, 'all');
    await mergeListing(db, source(), [release('a', { title: 'Vaksinasi' })]);
    expect(await indexPending(db)).toBe(0);
    await storeBody(db, 'a', {
      title: null,
      paragraphs: ['Puskesmas Merdeka'],
      image: null,
      published: null,
      repairs: [],
    });
    expect(await indexPending(db)).toBe(1);
    expect(await complete('vaksinasi puskesmas')).toEqual(['a']);
  });

  test('a release deleted without a word is gone from the index when it is next merged whole', async () => {
    await db.releases.bulkPut(archive);
    await indexPending(db);
    await db.releases.delete('salur');
    for (let at = 0; at < 4; at++) {
      await db.releases.put(release(`n${at}`));
      await indexPending(db);
    }
    expect(await found('tanah sareal')).toEqual([]);
  });

  test('segments of another format or damaged ones are built anew', async () => {
    await db.releases.bulkPut(archive);
    await indexPending(db);
    await db.searchSegments.toCollection().modify({ format: 999 });
    await db.releases.toCollection().modify((each) => {
      each.indexed = 1;
    });
    expect((await openSearch(db)).size).toBe(0);
    expect(await indexPending(db)).toBe(4);
    expect(await found('tanah sareal')).toEqual(['salur']);
    await db.searchData.toCollection().modify({ data: new ArrayBuffer(8) });
    for (let at = 0; at < 3; at++) await indexReleases(db, [release(`x${at}`)]);
    await indexPending(db);
    expect(await found('tanah sareal')).toEqual(['salur']);
  });
});

describe('merging', () => {
  test('any history of additions, changes and removals finds what a fresh index finds', async () => {
    // A linear congruential generator (Numerical Recipes): the same history every time.
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32;
      return Math.floor((seed / 2 ** 32) * below);
    };
    const words =
      'pasar bantuan menyalurkan penyaluran jalan warga vaksin sekolah taman kota hujan banjir'.split(' ');
    const text = () => Array.from({ length: 6 }, () => words[random(words.length)]).join(' ');
    for (let step = 0; step < 60; step++) {
      const id = `r${random(40)}`;
      if (random(5) === 0) {
        await db.releases.delete(id);
        await removeFromIndex(db, [id]);
      } else {
        await db.releases.put(release(id, { title: text(), paragraphs: [text(), text()], order: step }));
        await indexPending(db);
      }
    }
    const fresh = new JubirDatabase(`fresh-${Math.random()}`);
    await fresh.releases.bulkPut(await db.releases.toArray());
    await fresh.releases.toCollection().modify((each) => {
      delete each.indexed;
    });
    await indexPending(fresh);
    const [grown, whole] = [await openSearch(db), await openSearch(fresh)];
    expect(grown.size).toBe(whole.size);
    for (const word of words) {
      const ids = (search: typeof grown) =>
        search
          .search(word, { now, limit: 100 })
          .map(({ releaseId }) => releaseId)
          .sort();
      expect(ids(grown)).toEqual(ids(whole));
    }
    expect(await db.searchSegments.count()).toBeLessThan(12);
    await fresh.delete();
  });

  test('few segments remain however many releases come one by one', () => {
    const rows: { docs: number }[] = [];
    let moved = 0;
    for (let at = 0; at < 20_000; at++) {
      rows.push({ docs: 1 });
      for (let from = runToMerge(rows); from < rows.length; from = runToMerge(rows)) {
        const docs = rows.splice(from).reduce((sum, row) => sum + row.docs, 0);
        moved += docs;
        rows.push({ docs });
      }
    }
    expect(rows.length).toBeLessThan(24);
    // Each release is written again some times, never as often as there are releases.
    expect(moved / 20_000).toBeLessThan(20);
  });
});
