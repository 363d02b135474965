import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import { id as texts } from '../../utils/browser/texts/id.ts';
import type { SearchSegment } from '../../utils/db/database.ts';
import type { Release } from '../../utils/release/release.ts';
import { poll, popupSize } from '../browsers/session.ts';
import { useJubir } from './harness.ts';
import { refreshNow } from './source-steps.ts';
import {
  closePage,
  labelled,
  setSettings,
  waitForReleases,
  waitForSnapshot,
  waitForText,
  worded,
} from './steps.ts';

const jubir = useJubir({ change: watchPopup });

/** Releases in the archive, and how many of them the first screen has. */
const many = 50_000;
const few = 30;
/** Times that the popup is opened to be measured. */
const rounds = 5;
/** The place of a release that is easily told from all others, far down. */
const rare = 43_210;

beforeAll(async () => {
  await waitForReleases(jubir);
});

/**
 * Puts releases into the archive up to a number, as if they had been fetched: one every 100 minutes, from ten days
 * ago on, so that none of them should stand on the city's listing today.
 */
async function fill(count: number): Promise<void> {
  await jubir.session.inExtension(
    async (wanted, remarkable) => {
      const done = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const pick = (words: string, at: number): string => {
        const all = words.split(' ');
        return all[at % all.length] ?? '';
      };
      const database = await done(indexedDB.open('jubir'));
      let at = await done(database.transaction('releases').objectStore('releases').count());
      while (at < wanted) {
        const transaction = database.transaction('releases', 'readwrite');
        const releases = transaction.objectStore('releases');
        for (const end = Math.min(wanted, at + 5_000); at < end; at += 1) {
          const published = Date.now() - 10 * 86_400_000 - at * 6_000_000;
          const thing = pick('jembatan pasar taman sekolah puskesmas trotoar perpustakaan terminal', at);
          const place = pick('Sempur Katulampa Cibuluh Pamoyanan Kencana Tegallega Baranangsiang', at);
          const row: Release = {
            id: `many-${at}`,
            sourceId: 'kota-bogor',
            url: `https://kotabogor.go.id/berita-detail/m${at}`,
            title: `Pemkot Menata ${thing} di Kelurahan ${place} untuk Warga, Tahap ${at}`,
            paragraphs: [
              `Pekerjaan ${thing} di ${place} dimulai pekan ini dan selesai dalam ${1 + (at % 90)} hari, kata Lurah ${place}.`,
              at === remarkable
                ? 'Seekor trenggiling ditemukan petugas di dekat sana.'
                : `Warga ${place} ikut bekerja.`,
            ],
            body: 'read',
            published: { at: published, precision: 'time' },
            image: null,
            categories: [],
            language: 'id',
            order: published,
            firstSeenAt: published,
            unread: 0,
          };
          releases.put(row);
        }
        await new Promise((resolve, reject) => {
          transaction.oncomplete = resolve;
          transaction.onerror = reject;
        });
      }
      database.close();
    },
    count,
    rare,
  );
  await jubir.send('mark-read', { releaseIds: ['many-20'] });
  await waitForSnapshot(
    jubir,
    `${count} releases`,
    ({ total, rows }) => total === count && rows.length === few,
  );
}

/** Rows that were read from the database, by table. */
type Reads = Record<string, number>;

/**
 * From now on counts what is read, in the page or worker that this runs in, or in the background's page; and when the
 * sixth row of the list has been painted, in milliseconds after the page's beginning.
 * @param where `here`, or `background` to watch that from one of our pages, which only Firefox lets them do
 */
async function watch(where: string): Promise<void> {
  interface Scope {
    reads: Reads;
    paintedAfter?: number;
    IDBObjectStore: { prototype: Record<string, Method | undefined> };
    IDBIndex: { prototype: Record<string, Method | undefined> };
    browser: { runtime: { getBackgroundPage(): Promise<unknown> } };
  }
  type Method = (this: IDBObjectStore | IDBIndex, ...given: unknown[]) => IDBRequest<unknown>;
  const own = globalThis as unknown as Scope;
  const scope = where === 'here' ? own : ((await own.browser.runtime.getBackgroundPage()) as Scope);
  const reads: Reads = {};
  scope.reads = reads;
  const methods = 'get getKey getAll getAllKeys getAllRecords openCursor openKeyCursor'.split(' ');
  for (const { prototype } of [scope.IDBObjectStore, scope.IDBIndex]) {
    for (const method of methods) {
      const real = prototype[method];
      if (!real) continue;
      prototype[method] = function (...given) {
        const request = real.apply(this, given);
        const table = 'objectStore' in this ? this.objectStore.name : this.name;
        // A cursor tells of each row that it comes to, and of the end with null.
        request.addEventListener('success', () => {
          const { result } = request;
          const rows = Array.isArray(result)
            ? result.length
            : Number(result !== undefined && result !== null);
          reads[table] = (reads[table] ?? 0) + rows;
        });
        return request;
      };
    }
  }
  if (typeof document === 'undefined' || where === 'background') return;
  const look = (): void => {
    if (document.querySelectorAll('.release').length < 6) requestAnimationFrame(look);
    else requestAnimationFrame(() => Object.assign(own, { paintedAfter: performance.now() }));
  };
  requestAnimationFrame(look);
}

const readsIn = (page: Page): Promise<Reads> =>
  page.evaluate(() => (globalThis as unknown as { reads: Reads }).reads);

/** The popup stays as shipped but for one script tag before all others. */
function watchPopup(extension: string): void {
  writeFileSync(join(extension, 'watch.js'), `void (${watch})('here');`);
  const popup = join(extension, 'popup.html');
  const html = readFileSync(popup, 'utf8');
  writeFileSync(popup, html.replace('<head>', '<head><script src="/watch.js"></script>'));
}

/** The popup's page once its list stands there. */
async function openWatched(): Promise<Page> {
  const page = await jubir.session.openPage('popup.html', popupSize);
  await poll('all rows', async () => (await page.$$('.release')).length === few);
  return page;
}

/** Milliseconds until the list is painted, the median of some openings. */
async function measure(): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const page = await openWatched();
    times.push(
      await poll('six rows', () =>
        page.evaluate(() => (globalThis as { paintedAfter?: number }).paintedAfter),
      ),
    );
    await closePage(page);
  }
  return times.sort((a, b) => a - b)[rounds >> 1] ?? Number.NaN;
}

test('with 50,000 releases the popup opens from the newest thirty, and reads no others', async () => {
  await fill(few);
  const before = await measure();
  await fill(many);
  const after = await measure();
  console.log(
    `popup, opened ${rounds} times (${jubir.kind}): sixth release painted after ${before.toFixed(0)} ms with ${few} stored, ` +
      `${after.toFixed(0)} ms with ${many}: ratio ${(after / before).toFixed(2)}`,
  );
  const page = await openWatched();
  // What the popup does when nothing else is to be done is done by then.
  await page.waitForSelector(worded(texts.archive.title));
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(await readsIn(page)).toEqual({});
  await closePage(page);
});

test('the first screen itself is made anew from thirty', async () => {
  const worker = await jubir.session.browser
    .targets()
    .find((target) => target.type() === 'service_worker')
    ?.worker();
  if (worker) await worker.evaluate(watch, 'here');
  else await jubir.session.inExtension(watch, 'background');
  await setSettings(jubir, { platforms: ['telegram', 'line'] });
  const reads = worker
    ? await worker.evaluate(() => (globalThis as unknown as { reads: Reads }).reads)
    : await jubir.session.inExtension(async () => {
        const { browser } = globalThis as unknown as {
          browser: { runtime: { getBackgroundPage(): Promise<{ reads: Reads }> } };
        };
        return { ...(await browser.runtime.getBackgroundPage()).reads };
      });
  expect(reads.releases).toBeGreaterThanOrEqual(few);
  // Once or twice: a second change that comes meanwhile has it made once more.
  expect(reads.releases).toBeLessThanOrEqual(2 * few);
});

test('scrolled to its end it leads on to the older ones, fifty at a time', async () => {
  const page = await openWatched();
  const more = await page.waitForSelector(worded(texts.archive.title));
  await more?.scrollIntoView();
  await more?.click();
  const found = (): Promise<number> => page.$$eval('.found', (rows) => rows.length);
  for (const wanted of [50, 100, 150]) {
    await waitForText(page, '.archive-count', texts.archive.resultsFirst(wanted));
    expect(await found()).toBe(wanted);
    if (wanted === 150) break;
    const next = await page.waitForSelector(worded(texts.archive.more));
    await next?.scrollIntoView();
    await next?.click();
  }
  // Newest first, and each step reads what it shows and one more.
  const titles = await page.$$eval('.found .release-title', (rows) =>
    rows.map((row) => row.textContent ?? ''),
  );
  const steps = titles.flatMap((title) => /Tahap (\d+)$/.exec(title)?.slice(1).map(Number) ?? []);
  expect(steps).toEqual(Array.from({ length: 141 }, (_, at) => at + 9));
  const { releases = 0 } = await readsIn(page);
  expect(releases).toBeGreaterThanOrEqual(150);
  expect(releases).toBeLessThanOrEqual(51 + 101 + 151 + 51);
  await closePage(page);
});

/** How many releases the index holds as they are. */
const indexed = (): Promise<number> =>
  jubir.session.inExtension(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open('jubir'));
    const count = await done(
      database.transaction('releases').objectStore('releases').index('indexed').count(),
    );
    database.close();
    return count;
  });

test('all of them can be searched, and one that comes is found without indexing the others again', async () => {
  const started = performance.now();
  await refreshNow(jubir);
  await poll('the index', async () => (await indexed()) === many, 80_000);
  console.log(`indexed in ${((performance.now() - started) / 1_000).toFixed(1)} s (${jubir.kind})`);
  const segments = await jubir.table<SearchSegment>('searchSegments');
  const page = await openWatched();
  await page.click(labelled(texts.archive.searchShort));
  const look = async (words: string): Promise<void> => {
    await page.click('.archive .search input', { count: 3 });
    await page.type('.archive .search input', words);
  };
  await page.waitForSelector('.found');
  await look('trenggiling');
  await waitForText(page, '.archive-count', texts.archive.results(1));
  await waitForText(page, '.found .release-title', new RegExp(`Tahap ${rare}$`));
  await look('penataan katulampa');
  await waitForText(page, '.archive-count', texts.archive.resultsFirst(50));
  await look('komodo');
  await waitForText(page, '.empty-state h2', texts.archive.none);

  const { title } = jubir.portal.city.add({ title: 'Anak Komodo Menetas di Taman Satwa', scene: null });
  await refreshNow(jubir);
  await waitForText(page, '.found .release-title', title);
  await poll('its text', async () => (await indexed()) === many + 1);
  const largest = segments.sort((a, b) => b.docs - a.docs)[0];
  expect(largest?.docs).toBeGreaterThan(many / 4);
  expect(await jubir.table<SearchSegment>('searchSegments')).toContainEqual(largest);
  await closePage(page);
});
