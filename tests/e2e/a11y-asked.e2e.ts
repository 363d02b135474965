import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import type { Asked } from '../../utils/browser/asked.ts';
import type { ReleaseRow } from '../../utils/browser/snapshot.ts';
import { idPage } from '../../utils/browser/texts/id-page.ts';
import type { Found } from '../../utils/flow/share-page.ts';
import { poll } from '../browsers/session.ts';
import { expectAccessible } from './axe.ts';
import { useJubir } from './harness.ts';
import { closePage, setSettings, waitForReleases } from './steps.ts';
import { sticksOut } from './zoom.ts';

const jubir = useJubir();

let rows: ReleaseRow[] = [];
let panel: Page;
beforeAll(async () => {
  rows = (await waitForReleases(jubir)).rows;
  await setSettings(jubir, { platforms: ['x', 'whatsapp'] });
  panel = await jubir.openPage('sidepanel.html');
});

const news = {
  url: 'https://koran.example/bogor/pasar-murah-di-enam-kecamatan',
  title: 'Warga keluhkan antrean Pasar Pangan Murah',
  text: 'Antrean terlihat di Lapangan Kelurahan Sukaresmi. Ratna Wulandari menyebut harga 12 persen di bawah harga pasar; minyak goreng Rp 15.500 per liter.',
};
const failed = { kind: 'failed' as const, url: news.url, title: news.title, sourceId: '', sourceName: '' };
const city = { kind: 'failed' as const, url: 'https://kotabogor.go.id/profil', title: 'Profil' };
const kota = { sourceId: 'kota-bogor', sourceName: 'Kota Bogor' };

/** Every answer to a click that has a screen of its own, and what stands on it. */
const answers: [string, Found | null, string][] = [
  ['reading', null, idPage.reading],
  ['news', { kind: 'news', news }, idPage.news.answer],
  [
    'no match',
    { kind: 'news', news: { ...news, title: '', text: 'Harga karet turun.' } },
    idPage.news.nothing,
  ],
  ['listing', { kind: 'listing', ...kota }, idPage.listing.title],
  ['no release', { ...city, ...kota, reason: 'not-release' }, idPage.link.ownTitle],
  ['unreadable', { ...failed, reason: 'unreadable' }, idPage.link.title],
  ['no permission', { ...city, ...kota, reason: 'no-permission' }, idPage.allow('kotabogor.go.id')],
  ['broken', { ...failed, reason: 'broken' }, idPage.failed.broken],
  [
    'imitation',
    { kind: 'look-alike', host: 'kotabogor.go.id.berita-terbaru.example.com', real: 'kotabogor.go.id' },
    idPage.lookAlike.title,
  ],
];

/** As the background keeps it, for the window of the panel's page. */
async function answer(found: Found | null): Promise<void> {
  await panel.evaluate(async (given) => {
    const { browser = undefined, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Api>;
    const api = browser ?? chrome;
    const { id: windowId } = await api.windows.getCurrent();
    const clicked = { on: 'page' as const, page: 'https://a.id/', title: '', link: '', words: '', image: '' };
    const asked: Asked = {
      id: crypto.randomUUID(),
      windowId,
      tabId: 0,
      clicked,
      at: Date.now(),
      found: given,
    };
    await api.storage.session.set({ asked });
  }, found);
}

interface Api {
  windows: { getCurrent(): Promise<{ id: number }> };
  storage: { session: { set(items: object): Promise<void> } };
}

const says = (words: string) =>
  poll(words, () => panel.evaluate((wanted) => document.body.innerText.includes(wanted), words));

test.each(answers)('%s: axe finds nothing, and at 200 % nothing sticks out', async (_name, found, words) => {
  await panel.setViewport({ width: 400, height: 600 });
  await answer(found);
  await says(words);
  await expectAccessible(jubir, panel);
  // The popup at 200 %.
  await panel.setViewport({ width: 200, height: 300 });
  expect(await sticksOut(panel)).toEqual([]);
});

test('the counterweight, too', async () => {
  await panel.setViewport({ width: 400, height: 600 });
  await answer({ kind: 'news', news });
  await panel.waitForSelector(`[data-release="${rows[0]?.id}"] .button-main`);
  await panel.click(`[data-release="${rows[0]?.id}"] .button-main`);
  await panel.waitForSelector('[data-angle=counterweight][aria-pressed=true]');
  await expectAccessible(jubir, panel);
  await panel.setViewport({ width: 200, height: 300 });
  expect(await sticksOut(panel)).toEqual([]);
  await closePage(panel);
});
