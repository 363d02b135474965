import type { Page } from 'puppeteer-core';
import type { Asked } from '../../utils/browser/asked.ts';
import { idPage } from '../../utils/browser/texts/id-page.ts';
import type { Found } from '../../utils/flow/share-page.ts';
import { poll } from '../browsers/session.ts';

/** A news page on a matter that the city has a release about. */
export const news = {
  url: 'https://koran.example/bogor/pasar-murah-di-enam-kecamatan',
  title: 'Warga keluhkan antrean Pasar Pangan Murah',
  text: 'Antrean terlihat di Lapangan Kelurahan Sukaresmi. Ratna Wulandari menyebut harga 12 persen di bawah harga pasar; minyak goreng Rp 15.500 per liter.',
};
const failed = { kind: 'failed' as const, url: news.url, title: news.title, sourceId: '', sourceName: '' };
const city = { kind: 'failed' as const, url: 'https://kotabogor.go.id/profil', title: 'Profil' };
const kota = { sourceId: 'kota-bogor', sourceName: 'Kota Bogor' };

/** Every answer to a click that has a screen of its own, and what stands on it. */
export const answers: [string, Found | null, string][] = [
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
export async function answer(panel: Page, found: Found | null): Promise<void> {
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

/** Waits until a page shows this text somewhere. */
export const says = (page: Page, words: string): Promise<boolean> =>
  poll(words, () => page.evaluate((wanted) => document.body.innerText.includes(wanted), words));
