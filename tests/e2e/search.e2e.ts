import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { id as texts } from '../../utils/browser/texts/id.ts';
import type { Release } from '../../utils/release/release.ts';
import type { Source } from '../../utils/source/source.ts';
import { poll } from '../browsers/session.ts';
import { City, type CityRelease } from '../city/city.ts';
import { sites } from '../city/sites.ts';
import { useJubir } from './harness.ts';
import { addSource, allowSites, entryOf, openSettings, refreshNow, releasesOf } from './source-steps.ts';
import {
  boxText,
  closePage,
  labelled,
  openList,
  setSettings,
  tabTo,
  waitForReleases,
  waitForText,
} from './steps.ts';

/** A release of some day, at ten in the city's morning. */
function release(id: number, date: string, title: string, paragraph: string): CityRelease {
  const published = Date.parse(`${date}T10:00:00+07:00`);
  return { id, title, paragraphs: [paragraph], scene: null, tags: [], published, updated: published };
}

const bogor = {
  rice: release(
    903,
    '2026-08-17',
    'Penyaluran Bantuan Beras untuk 1.200 Keluarga di Tanah Sareal',
    'Bantuan dibagikan di enam kelurahan dan selesai dalam satu hari, kata Lurah Kencana.',
  ),
  chairs: release(
    902,
    '2026-08-05',
    'Wali Kota Menyalurkan Kursi Roda bagi Lansia',
    'Kursi roda itu disumbangkan oleh para perajin logam dari Bogor Utara.',
  ),
  trees: release(
    901,
    '2026-07-09',
    'Pohon Trembesi Ditanam di Tepi Cisadane',
    'Bibitnya disalurkan gratis kepada warga yang mau merawatnya selama dua tahun pertama.',
  ),
};
const other = {
  trade: release(
    803,
    '2026-08-20',
    'Modal Usaha Disalurkan kepada Pedagang Pasar Induk',
    'Sebanyak 150 pedagang menerima pinjaman tanpa bunga, tutur Camat Sukaharja, Wira Kusnadi.',
  ),
  boats: release(
    802,
    '2026-08-09',
    'Lomba Perahu Hias Digelar di Situ Gede',
    'Sebanyak 24 perahu dihias oleh warga kampung nelayan.',
  ),
  coffee: release(
    801,
    '2026-09-02',
    'Festival Kopi Nusantara Dibuka Pekan Ini',
    'Petani dari sebelas desa menyeduh kopi robusta di alun-alun.',
  ),
};
const host = 'kotacari.go.id';
const otherName = 'Kota Pencarian';

const jubir = useJubir({
  prepare: ({ city, sites: hosts }) => {
    city.releases = [...city.releases.slice(0, 5), ...Object.values(bogor)];
    const second = new City(Date.now);
    second.releases = [other.coffee, other.trade, other.boats];
    hosts.set(host, (_, origin) => sites.wordpress(second, origin));
  },
});

let source: Source;
beforeAll(async () => {
  await waitForReleases(jubir, 8);
  await allowSites(jubir);
  await setSettings(jubir, { platforms: ['x', 'whatsapp'] });
  const options = await openSettings(jubir);
  source = await addSource(jubir, options, host, otherName);
  await closePage(options);
  await waitForIndex();
});
afterAll(() => jubir.session?.setOffline(false));

/** Waits until the index holds all of the archive. */
async function waitForIndex(): Promise<void> {
  await poll('the index', async () =>
    (await jubir.table<Release>('releases')).every(({ indexed }) => indexed !== undefined),
  );
}

/** The popup with the archive's search in view. */
async function openSearch(): Promise<Page> {
  const popup = await openList(jubir);
  await popup.click(labelled(texts.archive.searchShort));
  await popup.waitForSelector('.found');
  return popup;
}

async function openShelf(): Promise<Page> {
  const desk = await jubir.openPage('desk.html', '#arsip');
  await desk.setViewport({ width: 1280, height: 900 });
  await desk.waitForSelector('.found');
  return desk;
}

const box = '.archive .search input';
const title = '.found .release-title';

/** Types in place of what stands in the box. */
async function look(page: Page, words: string): Promise<void> {
  await page.click(box, { count: 3 });
  await page.keyboard.press('Backspace');
  await page.type(box, words);
}

/** Waits until these are what is found, in any order. */
async function waitForFound(page: Page, ...wanted: Pick<CityRelease, 'title'>[]): Promise<void> {
  const sorted = wanted.map((each) => each.title).sort();
  let last: string[] = [];
  await poll('what is found', async () => {
    last = (await page.$$eval(title, (titles) => titles.map((each) => each.textContent ?? ''))).sort();
    return JSON.stringify(last) === JSON.stringify(sorted);
  }).catch((error: Error) => {
    throw new Error(`${error.message} ${JSON.stringify(sorted)}; it shows ${JSON.stringify(last)}`);
  });
  await waitForText(page, '.archive-count', texts.archive.results(wanted.length));
}

/** What is marked in the titles and under them, once each. */
const marked = (page: Page): Promise<string[]> =>
  page.$$eval('.found mark', (marks) => [...new Set(marks.map((mark) => mark.textContent ?? ''))].sort());

const stemmed = [bogor.rice, bogor.chairs, bogor.trees, other.trade];
const august = [bogor.rice, bogor.chairs, other.trade, other.boats];

test.each([
  ['the popup', openSearch],
  ['the desk', openShelf],
])(
  '%s finds beginnings, other forms of a word and dates as one types, with what it found marked',
  async (_, open) => {
    const page = await open();
    const all = jubir.portal.city.releases.length + Object.keys(other).length;
    await waitForText(page, '.archive-count', texts.archive.results(all));
    await look(page, 'trem');
    await waitForFound(page, bogor.trees);
    expect(await marked(page)).toEqual(['Trem']);
    await page.keyboard.type('besi');
    await waitForFound(page, bogor.trees);
    await poll('the whole word', async () => (await marked(page)).join() === 'Trembesi');
    await look(page, 'menyalurkan');
    await waitForFound(page, ...stemmed);
    expect(await marked(page)).toEqual(['Disalurkan', 'Menyalurkan', 'Penyaluran', 'disalurkan']);
    await look(page, 'kusnadi');
    await waitForFound(page, other.trade);
    expect(await marked(page)).toEqual(['Kusnadi']);
    await look(page, 'agustus 2026');
    await waitForFound(page, ...august);
    await page.select(`.archive select[aria-label="${texts.sources.choose}"]`, source.id);
    await waitForFound(page, other.trade, other.boats);
    await look(page, 'penyaluran');
    await waitForFound(page, other.trade);
    await look(page, 'beras');
    await waitForText(page, '.empty-state h2', texts.archive.none);
    expect(await page.$$(title)).toEqual([]);
    await closePage(page);
  },
);

test('by keyboard alone: into the search, to a hit, into the composer and back to the hit', async () => {
  const popup = await openList(jubir);
  await tabTo(popup, labelled(texts.archive.searchShort));
  await popup.keyboard.press('Enter');
  // The box has the focus by itself.
  await popup.waitForSelector(`${box}:focus`);
  await popup.keyboard.type('salurkan beras');
  await waitForText(popup, title, bogor.rice.title);
  const id = await popup.$eval('.found', (row) => row.getAttribute('data-release') ?? '');
  const hit = `.found[data-release="${id}"] .release-title`;
  await tabTo(popup, hit);
  await popup.keyboard.press('Enter');
  await popup.waitForSelector('textarea');
  expect(await boxText(popup)).toContain('enam kelurahan');
  await tabTo(popup, labelled(texts.app.back), true);
  await popup.keyboard.press('Enter');
  await popup.waitForSelector(`${hit}:focus`);
  expect(await popup.$eval(box, (input) => (input as HTMLInputElement).value)).toBe('salurkan beras');
  await closePage(popup);
});

test('with the network off popup and desk search as before', async () => {
  await jubir.session.setOffline(true);
  try {
    const asked = jubir.portal.requests.length;
    for (const open of [openSearch, openShelf]) {
      const page = await open();
      await look(page, 'menyalurkan');
      await waitForFound(page, ...stemmed);
      await closePage(page);
    }
    expect(jubir.portal.requests).toHaveLength(asked);
  } finally {
    await jubir.session.setOffline(false);
  }
});

test('a release that just came is found in the search that stands open', async () => {
  const desk = await openShelf();
  await look(desk, 'komodo');
  await waitForText(desk, '.empty-state h2', texts.archive.none);
  const fresh = jubir.portal.city.add({ title: 'Anak Komodo Menetas di Taman Satwa Kota', scene: null });
  await refreshNow(jubir);
  await waitForFound(desk, fresh);
  expect(await marked(desk)).toEqual(['Komodo']);
  await closePage(desk);
  const popup = await openSearch();
  await look(popup, 'menetas');
  await waitForFound(popup, fresh);
  await closePage(popup);
});

test('what a removed source had said is found no more', async () => {
  const desk = await openShelf();
  await look(desk, 'penyaluran');
  await waitForFound(desk, ...stemmed);
  const options = await openSettings(jubir);
  await options.click(`${entryOf(source.id)} ${labelled(texts.sources.remove)}`);
  await waitForText(
    options,
    `${entryOf(source.id)} [role=alertdialog] p`,
    texts.sources.removeAsk(otherName),
  );
  await options.click(`${entryOf(source.id)} [role=alertdialog] .button-main`);
  await waitForText(options, '.toast span', texts.sources.removed(otherName));
  await closePage(options);
  expect(await releasesOf(jubir, source.id)).toEqual([]);
  await desk.bringToFront();
  await waitForFound(desk, bogor.rice, bogor.chairs, bogor.trees);
  await look(desk, 'kopi');
  await waitForText(desk, '.empty-state h2', texts.archive.none);
  await look(desk, 'agustus 2026');
  await waitForFound(desk, bogor.rice, bogor.chairs);
  await closePage(desk);
});
