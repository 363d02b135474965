import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Asked } from '../../utils/browser/asked.ts';
import { id as texts } from '../../utils/browser/texts/id.ts';
import { idPage } from '../../utils/browser/texts/id-page.ts';
import type { Release } from '../../utils/release/release.ts';
import { poll } from '../browsers/session.ts';
import { type View, viewOf } from '../browsers/view.ts';
import { useJubir } from './harness.ts';
import { countCrashes, noHarm, told } from './hostile-state.ts';
import { askedBy, clickButton, closeOwn, forgetAsked, waitForButton } from './page-button.ts';
import { labelled, setSettings, waitForReleases } from './steps.ts';

const jubir = useJubir();
const done = { ...noHarm(), pages: 0 };

beforeAll(async () => {
  await waitForReleases(jubir);
  await setSettings(jubir, { platforms: ['x', 'whatsapp'] });
});
afterEach(async () => {
  countCrashes(jubir, done);
  // Nothing of a hostile page's is ever written or sent but for what the official presses.
  done.actions += (await jubir.table('posts')).length + (await jubir.table('outbox')).length;
  await closeOwn(jubir);
  await forgetAsked(jubir);
  await jubir.session.closeTabs(({ protocol }) => protocol === 'https:');
});
afterAll(() => {
  console.log(`${jubir.kind}: ${done.pages} hostile pages: ${told(done)}`);
});

async function open(url: string): Promise<Page> {
  const page = await jubir.session.browser.newPage();
  page.on('error', () => {
    done.crashes += 1;
  });
  done.pages += 1;
  await page.goto(url);
  return page;
}

/** Elements by the names of all that a document, a form and an element have. */
const clobbering = (names: string[]): string =>
  `<form>${names.map((name) => `<input id="${name}" name="${name}">`).join('')}</form>` +
  names.map((name) => `<img name="${name}" id="${name}"><form name="${name}" id="${name}"></form>`).join('') +
  names.map((name) => `<object id="${name}"></object><a id="${name}" name="${name}"></a>`).join('');

/** The names, from the browser itself. */
const everyName = (): Promise<string[]> =>
  jubir.session.inExtension(() => {
    const names = new Set<string>();
    for (const kind of [Document, Element, HTMLElement, HTMLFormElement, Node, EventTarget])
      for (const name of Object.getOwnPropertyNames(kind.prototype)) names.add(name);
    return [...names, 'location', '__proto__', 'chrome', 'browser', 'XMLSerializer', 'DOMParser'];
  });

const market = 'https://koran.example/bogor/pasar-murah';
const story = `<article><h1>Warga keluhkan antrean Pasar Pangan Murah</h1>
  <p>Antrean panjang terlihat di Lapangan Kelurahan Sukaresmi saat Pasar Pangan Murah digelar Pemkot Bogor. Sejumlah warga
  mempertanyakan mengapa beras medium hanya dijual Rp 58.000 per 5 kilogram di enam kecamatan.</p>
  <p>Kepala Dinas Ketahanan Pangan dan Pertanian Kota Bogor Ratna Wulandari sebelumnya menyebut harga di sana 12 persen di
  bawah harga pasar. Minyak goreng dijual Rp 15.500 per liter dan gula pasir Rp 16.000 per kilogram.</p></article>`;
const newsPage = (more: string): string =>
  `<!DOCTYPE html><html lang="id"><head><title>Warga keluhkan antrean pasar murah</title></head><body>${story}${more}</body></html>`;

/** Serves a news page and asks Jubir about it, as a person does. */
async function askAbout(
  html: string,
  wanted: RegExp,
  check: (asked: Asked) => void = () => {},
): Promise<void> {
  jubir.portal.sites.set('koran.example', () => ({ [market]: html }));
  const page = await open(market);
  await page.bringToFront();
  let view: View;
  if (jubir.kind === 'firefox') {
    await jubir.session.chooseMenu(page, idPage.menu, 'article p');
    view = await jubir.session.openedView();
  } else {
    const popup = await jubir.openPopup();
    await popup.waitForSelector('[data-release]');
    await popup.click(labelled(texts.app.sharePage));
    view = viewOf(popup);
  }
  let last = '';
  try {
    await poll(
      `Jubir to say ${wanted}`,
      async () => {
        last = (await view.read()).text;
        return wanted.test(last);
      },
      30_000,
    ).catch((error: Error) => {
      throw new Error(`${error.message}; it says ${last}`);
    });
    const asked = await jubir.session.inExtension(async () => {
      const { browser } = globalThis as unknown as {
        browser: { storage: { session: { get(): Promise<{ asked: Asked }> } } };
      };
      return (await browser.storage.session.get()).asked;
    });
    check(asked);
  } finally {
    await view.close();
  }
}

/** The stored release of an address, once its text is there. */
const stored = (url: string): Promise<Release> =>
  poll('the release in the archive', async () =>
    (await jubir.table<Release>('releases')).find((release) => release.url === url),
  );

const releaseMarkup = (title: string, text: string): string =>
  `<h3 class="blog-details__title">${title}</h3><div class="blog-details__content">${text}</div>`;

test('elements by the names of all that a document has: the release and the news are read all the same', async () => {
  const names = await everyName();
  expect(names.length).toBeGreaterThan(300);
  const url = 'https://kotabogor.go.id/berita-detail/8101';
  const text = `<p>Pemkot Bogor membuka taman baru untuk semua warga kota.</p>`;
  jubir.portal.pages.set(
    url,
    `<!DOCTYPE html><body>${releaseMarkup('Taman Baru', text)}${clobbering(names)}`,
  );
  const page = await open(url);
  await waitForButton(page);
  await askedBy(
    jubir,
    () => clickButton(page, 'share'),
    ({ found }) => found?.kind === 'release',
  );
  expect(await stored(url)).toMatchObject({ title: 'Taman Baru', body: 'read' });
  await closeOwn(jubir);
  await forgetAsked(jubir);
  await askAbout(newsPage(clobbering(names)), /koran\.example/, ({ found }) => {
    if (found?.kind !== 'news') throw new Error(`not read: ${JSON.stringify(found)}`);
    expect(found.news.text).toMatch(/^Antrean panjang[\s\S]*Rp 16\.000 per kilogram\.$/);
    expect(found.news.title).toBe('Warga keluhkan antrean pasar murah');
  });
});

test('a page that rewrites itself while it is read is one of its texts, whole', async () => {
  const url = 'https://kotabogor.go.id/berita-detail/8102';
  const script = `<script>let n = 0; const write = () => { n += 1;
      for (const p of document.querySelectorAll('.blog-details__content p')) p.textContent = 'Naskah nomor ' + n + ' dari Pemkot Bogor.';
      document.title = 'Naskah ' + n; };
      new MutationObserver(() => {}).observe(document, { childList: true, subtree: true });
      setInterval(write); (function next() { write(); requestAnimationFrame(next); })();</script>`;
  const text = Array.from({ length: 40 }, (_, at) => `<p>Paragraf ${at}</p>`).join('');
  jubir.portal.pages.set(url, `<!DOCTYPE html><body>${releaseMarkup('Naskah Berganti', text)}${script}`);
  const page = await open(url);
  await waitForButton(page);
  await askedBy(
    jubir,
    () => clickButton(page, 'share'),
    ({ found }) => found?.kind === 'release',
  );
  const { paragraphs } = await stored(url);
  expect(new Set(paragraphs).size).toBe(1);
  expect(paragraphs[0]).toMatch(/^Naskah nomor \d+ dari Pemkot Bogor\.$/);
});

test('a page of 20 MB is refused and told, on the city’s site and elsewhere, and everything goes on', async () => {
  const long = `<p>${'Pemkot Bogor. '.repeat(100)}</p>`.repeat(15_000);
  expect(long.length).toBeGreaterThan(20_000_000);
  const url = 'https://kotabogor.go.id/berita-detail/8103';
  jubir.portal.pages.set(url, `<!DOCTYPE html><body>${releaseMarkup('Panjang', long)}`);
  const page = await open(url);
  await waitForButton(page);
  const { found } = await askedBy(
    jubir,
    () => clickButton(page, 'share'),
    (asked) => asked.found !== null,
  );
  console.log(`20 MB on the city's site: ${JSON.stringify(found).slice(0, 200)}`);
  expect(found).toMatchObject({ kind: 'failed' });
  expect(await page.evaluate(() => 1 + 1)).toBe(2);
  await closeOwn(jubir);
  await forgetAsked(jubir);
  await page.close();
  jubir.portal.pages.delete(url);
  await askAbout(newsPage(long), new RegExp(idPage.failed.unreadable));
  expect((await jubir.table<Release>('releases')).some((release) => release.url === url)).toBe(false);
});
