import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { JubirDatabase } from '../../utils/db/database.ts';
import { newest } from '../../utils/release/archive.ts';
import {
  type ArchiveOptions,
  type ArchiveReach,
  archivesToResume,
  fetchArchive,
  stopArchive,
} from '../../utils/release/fetch-archive.ts';
import { FetchError } from '../../utils/source/errors.ts';
import type { ArchiveProgress, Source } from '../../utils/source/source.ts';
import { pageSource, source } from '../source/samples.ts';

const day = 86_400_000;
const start = Date.UTC(2026, 4, 12);
const year = start - 365 * day;
let db: JubirDatabase;
let clock: number;
let asked: number[];
let pauses: number;

beforeEach(() => {
  db = new JubirDatabase(`fetch-archive-${Math.random()}`);
  clock = start;
  asked = [];
  pauses = 0;
});
afterEach(() => db.delete());

/** Ten a page, one a day; what is asked for beyond the last page is not there. */
function reach(
  days: number,
  changes: { fail?: (page: number) => FetchError | null; pages?: boolean } = {},
): ArchiveReach {
  return {
    now: () => clock,
    onProgress: () => {},
    pause: async () => void pauses++,
    downloadText: async (url) => {
      const page = Number(new URL(url).searchParams.get('paged') ?? 1);
      asked.push(page);
      const error = changes.fail?.(page);
      if (error) throw error;
      const from = (changes.pages === false ? 0 : page - 1) * 10;
      const items = Array.from(
        { length: Math.max(0, Math.min(10, days - from)) },
        (_, index) => from + index,
      );
      if (items.length === 0) throw new FetchError('not-found', url, { status: 404 });
      const text = items.map(
        (number) =>
          `<item><title>Rilis ${number}</title><link>https://kota.go.id/r${number}</link><pubDate>${new Date(start - number * day).toUTCString()}</pubDate><description>Isi</description></item>`,
      );
      return {
        url,
        text: `<rss><channel>${text.join('')}</channel></rss>`,
        contentType: null,
        validators: {},
      };
    },
  };
}

const put = async (city: Source = source()): Promise<Source> => {
  await db.sources.put(city);
  return city;
};
const stored = async () => (await db.sources.get('kota'))?.archive as ArchiveProgress;
const fetch = (city: Source, given: ArchiveReach, options: Partial<ArchiveOptions> = {}) =>
  fetchArchive(db, city, { until: year, ...options }, given);

test('a year back and no further, page by page with a pause, as read', async () => {
  const seen: number[] = [];
  const progress = await fetch(await put(), reach(800), {
    onProgress: ({ found, state }) => void seen.push(state === 'running' ? found : -found),
  });
  expect(progress).toMatchObject({ state: 'done', found: 356, reached: start - 379 * day });
  expect(progress).not.toHaveProperty('reason');
  expect(asked).toEqual(Array.from({ length: 37 }, (_, index) => index + 2));
  expect(seen).toEqual([...Array.from({ length: 35 }, (_, index) => (index + 1) * 10), 356, -356]);
  expect(pauses).toBe(36);
  expect(await db.releases.where('unread').equals(1).count()).toBe(0);
  // The page on which a year ago lies, and the one below it, hold older ones: nobody asked for those.
  expect((await db.releases.orderBy('order').first())?.published?.at).toBe(year);
  expect((await newest(db, 3)).map(({ title }) => title)).toEqual(['Rilis 10', 'Rilis 11', 'Rilis 12']);
  expect(await stored()).toEqual(progress);
});

test('ends at the site’s end, and where a site shows one page only', async () => {
  const city = await put();
  expect(await fetch(city, reach(35))).toMatchObject({ state: 'done', reason: 'end-of-site', found: 25 });
  await db.releases.clear();
  asked.length = 0;
  expect(await fetch(city, reach(35, { pages: false }))).toMatchObject({
    state: 'done',
    reason: 'no-paging',
  });
  expect(asked).toEqual([2, 3]);
});

describe('stopped', () => {
  test('by the official: what was read stays, and it goes on from there', async () => {
    const city = await put();
    const stopping = fetch(city, reach(800), {
      onProgress: ({ page }) => void (page === 6 && stopArchive(db, 'kota')),
    });
    expect(await stopping).toMatchObject({ state: 'stopped' });
    expect((await stored()).state).toBe('stopped');
    const kept = await db.releases.count();
    expect(kept).toBeLessThan(80);
    expect(await archivesToResume(db, clock)).toEqual([]);
    asked.length = 0;
    clock += day;
    expect(await fetch(city, reach(800), { until: year + day })).toMatchObject({ state: 'done' });
    expect(asked[0]).toBe((kept + 20) / 10);
    expect(await db.releases.count()).toBe(356);
  });

  test('and asked for again while its last page is still under way, it goes on', async () => {
    const city = await put();
    let again: Promise<ArchiveProgress> | undefined;
    const stopped = await fetch(city, {
      ...reach(800),
      pause: async () => {
        if (pauses++ !== 3) return;
        await stopArchive(db, 'kota');
        again = fetch(city, reach(800));
      },
    });
    expect(stopped).toMatchObject({ state: 'stopped', found: 40 });
    expect(await again).toMatchObject({ state: 'done', found: 356 });
  });

  test('while another, an alarm, was waiting for it: it stays stopped', async () => {
    const city = await put();
    let alarm: Promise<ArchiveProgress> | undefined;
    await fetch(city, {
      ...reach(800),
      pause: async () => {
        if (pauses++ === 2) alarm = fetch(city, reach(800));
        if (pauses === 4) await stopArchive(db, 'kota');
      },
    });
    expect(await alarm).toMatchObject({ state: 'stopped' });
    expect((await stored()).state).toBe('stopped');
  });

  test('by a signal', async () => {
    const control = new AbortController();
    const progress = await fetch(await put(), reach(800), {
      signal: control.signal,
      onProgress: ({ page }) => void (page === 4 && control.abort()),
    });
    expect(progress).toMatchObject({ state: 'stopped', found: 20 });
    expect(await stored()).toEqual(progress);
  });

  test('by a worker that was killed: the alarm finds it, and one page at most is read again', async () => {
    const city = await put();
    const killed: ArchiveReach = {
      ...reach(800),
      pause: async () => {
        if (pauses++ === 3) throw new Error('killed');
      },
    };
    await expect(fetch(city, killed)).rejects.toThrow('killed');
    expect((await archivesToResume(db, clock)).map(({ id }) => id)).toEqual(['kota']);
    asked.length = 0;
    expect(await fetch(city, reach(800))).toMatchObject({ state: 'done', found: 356 });
    expect(asked[0]).toBe(6);
  });

  test('by the source’s removal: nothing is written any more', async () => {
    const city = await put();
    const progress = await fetch(city, reach(800), {
      onProgress: ({ page }) => void (page === 4 && db.sources.delete('kota')),
    });
    expect(progress.state).toBe('stopped');
    expect(await db.sources.count()).toBe(0);
    expect(await db.releases.count()).toBeLessThanOrEqual(30);
  });
});

describe('a site that fails', () => {
  test('is tried again later, ever later, as long as it asks for, and then given up', async () => {
    const city = await put();
    const down = reach(800, { fail: () => new FetchError('timeout', 'x') });
    const waits: number[] = [];
    let progress = await fetch(city, down);
    while (progress.state === 'running') {
      expect(await archivesToResume(db, clock)).toEqual([]);
      waits.push(((progress.retryAt ?? 0) - clock) / 60_000);
      clock = progress.retryAt ?? 0;
      expect(await archivesToResume(db, clock)).toHaveLength(1);
      progress = await fetch(city, down);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
    expect(progress).toMatchObject({ state: 'failed', reason: 'timeout' });
    // By hand it is taken up where it was.
    expect(await fetch(city, reach(800))).toMatchObject({ state: 'done', found: 356 });
  });

  test('with "too many requests" waits as it asks, and goes on where it was', async () => {
    const city = await put();
    let refuse = true;
    const busy = reach(800, {
      fail: (page) =>
        page === 5 && refuse ? new FetchError('status', 'x', { status: 429, retryAfterMs: 7_200_000 }) : null,
    });
    expect(await fetch(city, busy)).toMatchObject({
      state: 'running',
      retryAt: clock + 7_200_000,
      found: 30,
    });
    clock += 7_200_000;
    refuse = false;
    asked.length = 0;
    expect(await fetch(city, busy)).toMatchObject({ state: 'done', found: 356 });
    expect(asked[0]).toBe(5);
  });

  test('for good is told as it is', async () => {
    const gone = reach(800, { fail: () => new FetchError('no-permission', 'x') });
    expect(await fetch(await put(), gone)).toMatchObject({ state: 'failed', reason: 'no-permission' });
  });
});

test('two askers get one; the next is another', async () => {
  const city = await put();
  const [first, second] = await Promise.all([fetch(city, reach(100)), fetch(city, reach(100))]);
  expect(second).toBe(first);
  expect(asked).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
});

test('where the listing has no texts, the pages of its releases are read as well', async () => {
  const city = await put(pageSource());
  const paths: string[] = [];
  const progress = await fetch(city, {
    now: () => clock,
    onProgress: () => {},
    pause: async () => {},
    downloadText: async (url) => {
      const { pathname, searchParams } = new URL(url);
      paths.push(pathname);
      const page = Number(searchParams.get('page') ?? 1);
      if (pathname === '/berita' && page > 4) throw new FetchError('not-found', url, { status: 404 });
      const text =
        pathname === '/berita'
          ? [0, 1, 2]
              .map(
                (row) =>
                  `<li><h3>Judul</h3><a href="/p${page}-${row}">x</a><time>${20 - page} April 2026</time></li>`,
              )
              .join('')
          : `<h1>Judul ${pathname}</h1><article><p>Isi ${pathname}</p></article>`;
      return { url, text, contentType: null, validators: {} };
    },
  });
  expect(progress).toMatchObject({ state: 'done', found: 9 });
  expect(await db.releases.where('body').equals('read').count()).toBe(9);
  expect(paths.slice(0, 5)).toEqual(['/berita', '/p2-0', '/p2-1', '/p2-2', '/berita']);
  expect((await newest(db, 9)).map(({ url }) => url.split('/').pop())).toEqual(
    [2, 3, 4].flatMap((page) => [0, 1, 2].map((row) => `p${page}-${row}`)),
  );
});
