import type { Page } from 'puppeteer-core';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ReleaseRow } from '../../utils/browser/snapshot.ts';
import { enPage } from '../../utils/browser/texts/en-page.ts';
import { id as texts } from '../../utils/browser/texts/id.ts';
import { idPage } from '../../utils/browser/texts/id-page.ts';
import type { Draft } from '../../utils/draft/draft.ts';
import type { Release } from '../../utils/release/release.ts';
import type { Source } from '../../utils/source/source.ts';
import { poll } from '../browsers/session.ts';
import { type MenuClick, type View, viewOf } from '../browsers/view.ts';
import { releasePage } from '../city/pages.ts';
import { useJubir } from './harness.ts';
import type { Jubir } from './jubir.ts';
import { labelled, setSettings, waitForReleases } from './steps.ts';

const jubir = useJubir();

let rows: ReleaseRow[] = [];
let page: Page;
let view: View | undefined;
beforeAll(async () => {
  rows = (await waitForReleases(jubir)).rows;
  await setSettings(jubir, { platforms: ['x', 'whatsapp'] });
  serve(news, newsPage);
  jubir.portal.pages.set('https://kotabogor.go.id/profil/walikota', '<h1>Profil</h1><p>Wali Kota Bogor.</p>');
  page = await jubir.session.browser.newPage();
});
afterEach(async () => {
  await view?.close();
  view = undefined;
});

const news = 'https://koran.example/ekonomi/harga-beras-naik';
const paragraph =
  'Harga jual karet di tingkat petani Sumatra turun dalam dua pekan terakhir, kata seorang pengepul yang ditemui kemarin sore.';
const newsPage = `<!DOCTYPE html><html lang="id"><head><title>Harga karet turun - Koran</title></head><body>
  <p><a id="keluar" href="https://kotabogor.go.id/profil/walikota">profil</a></p>
  <article><h1>Harga karet turun</h1>${`<p>${paragraph}</p>`.repeat(5)}</article></body></html>`;

/** Lets another site than the city's answer, with these pages. */
const served: Record<string, string> = {};
const serve = (url: string, html: string): void => {
  served[url] = html;
  jubir.portal.sites.set(new URL(url).hostname, () => served);
};

const market = 'https://koran.example/bogor/pasar-murah';
const marketPage = `<!DOCTYPE html><html lang="id"><head><title>Warga keluhkan antrean pasar murah</title></head><body>
  <nav>${'<a href="/">kanal</a> '.repeat(30)}</nav><article><h1>Warga keluhkan antrean Pasar Pangan Murah</h1>
  <p>Antrean panjang terlihat di Lapangan Kelurahan Sukaresmi saat Pasar Pangan Murah digelar Pemkot Bogor. Sejumlah warga
  mempertanyakan mengapa beras medium hanya dijual Rp 58.000 per 5 kilogram di enam kecamatan.</p>
  <p>Kepala Dinas Ketahanan Pangan dan Pertanian Kota Bogor Ratna Wulandari sebelumnya menyebut harga di sana 12 persen di
  bawah harga pasar. Minyak goreng dijual Rp 15.500 per liter dan gula pasir Rp 16.000 per kilogram.</p></article></body></html>`;

/** The popup over a page, by a click on the toolbar, with its button for that page pressed. */
async function popupOverPage(jubir: Jubir, over: Page): Promise<Page> {
  await over.bringToFront();
  const popup = await jubir.openPopup();
  await popup.waitForSelector('[data-release]');
  await popup.click(labelled(texts.app.sharePage));
  return popup;
}

const rowAt = (at: number): ReleaseRow => {
  const row = rows[at];
  if (!row) throw new Error(`no row ${at}`);
  return row;
};

/** Chooses Jubir's item on what a selector finds, or on what is selected, and waits until it is answered. */
async function choose(selector: string, clicked: MenuClick = {}): Promise<View> {
  await jubir.session.chooseMenu(page, idPage.menu, selector, clicked);
  const opened = await jubir.session.openedView();
  view = opened;
  return opened;
}

/** Waits until Jubir's page says it, and gives what stands there. */
async function says(opened: View, wanted: RegExp | string): Promise<{ text: string; box: string | null }> {
  let last = '';
  return poll(`Jubir to say ${wanted}`, async () => {
    const read = await opened.read();
    last = read.text;
    const fits = typeof wanted === 'string' ? last.includes(wanted) : wanted.test(last);
    return fits ? read : null;
  }).catch((error: Error) => {
    throw new Error(`${error.message}; it says ${last}`);
  });
}

/** Waits until the composer's box is filled. */
async function boxOf(opened: View): Promise<string> {
  let last = '';
  return poll('the box to be filled', async () => {
    const { text, box } = await opened.read();
    last = text;
    return box || null;
  }).catch((error: Error) => {
    throw new Error(`${error.message}; it says ${last}`);
  });
}

/** Selects the words of an element, or their beginning. */
const select = (selector: string, length = Number.MAX_SAFE_INTEGER): Promise<string> =>
  page.evaluate(
    (wanted, most) => {
      const found = [...document.querySelectorAll(wanted)].find(
        ({ textContent }) => (textContent ?? '').trim().length > 60,
      );
      const text = found?.firstChild;
      if (!text) throw new Error(`nothing to select in ${wanted}`);
      const range = document.createRange();
      range.setStart(text, 0);
      range.setEnd(text, Math.min(most, text.textContent?.length ?? 0));
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
      return String(getSelection());
    },
    selector,
    length,
  );

const releaseAt = async (url: string): Promise<Release | undefined> =>
  (await jubir.table<Release>('releases')).find((release) => release.url === url);

describe('on the city’s site', () => {
  test('a release page opens its best caption', async () => {
    const row = rowAt(0);
    await page.goto(row.url);
    const opened = await choose('h3.blog-details__title');
    expect(await boxOf(opened)).toBe(row.captions.x?.text);
    expect((await opened.read()).text).toContain(row.title);
  });

  test('a link to a release that is not in the archive is fetched, stored, and no news', async () => {
    const older = jubir.portal.city.releases[11];
    if (!older) throw new Error('the city has too few releases');
    const url = `https://kotabogor.go.id/berita-detail/${older.id}`;
    expect(await releaseAt(url)).toBeUndefined();
    serve(news, newsPage.replace('https://kotabogor.go.id/profil/walikota', url));
    await page.goto(news);
    const opened = await choose('#keluar', { linkUrl: url });
    expect(await boxOf(opened)).toContain(url);
    expect(await releaseAt(url)).toMatchObject({ title: older.title, body: 'read', unread: 0 });
    serve(news, newsPage);
  });

  test('the listing offers its releases', async () => {
    await page.goto('https://kotabogor.go.id/berita');
    const opened = await choose('body');
    await poll('the listing’s releases', async () => {
      const { text } = await opened.read();
      return text.includes(idPage.listing.title) && text.includes(rowAt(1).title);
    });
    await poll('the release to open', () => opened.press(`[data-release="${rowAt(1).id}"] .button`));
    expect(await boxOf(opened)).toBe(rowAt(1).captions.x?.text);
  });

  test('selected words lead, exactly', async () => {
    await page.goto(rowAt(2).url);
    const words = await select('.blog-details__content p');
    const opened = await choose('body', { selectionText: words });
    const box = await boxOf(opened);
    expect(box.startsWith(words.trim())).toBe(true);
    expect(box).toContain(rowAt(2).url);
    expect((await opened.read()).text).toContain(texts.angles.selection);
  });

  test('words selected anew take the place of a draft of others, which is kept', async () => {
    await page.goto(rowAt(2).url);
    const words = await select('.blog-details__content p', 40);
    const opened = await choose('body', { selectionText: words });
    await poll('the new words', async () => (await opened.read()).box?.startsWith(words.trim()));
  });

  test('a page that is no release says so, and offers it as a plain link', async () => {
    await page.goto('https://kotabogor.go.id/profil/walikota');
    const opened = await choose('h1');
    const { text } = await says(opened, idPage.failed['not-release']);
    expect(text).toContain(idPage.next['not-release']);
    expect(text).toContain(idPage.link.share);
  });

  test('a release that is gone says so', async () => {
    const url = 'https://kotabogor.go.id/berita-detail/1';
    serve(news, newsPage.replace('https://kotabogor.go.id/profil/walikota', url));
    await page.goto(news);
    const opened = await choose('#keluar', { linkUrl: url });
    await says(opened, idPage.failed.gone);
    serve(news, newsPage);
  });

  test('a release that is stored opens with the network off; one that is not says so, and is tried again', async () => {
    await page.goto(rowAt(3).url);
    await jubir.session.setOffline(true);
    try {
      const opened = await choose('h3.blog-details__title');
      expect(await boxOf(opened)).toBe(rowAt(3).captions.x?.text);
      await opened.close();
      const other = jubir.portal.city.releases[12];
      const link = `https://kotabogor.go.id/berita-detail/${other?.id}`;
      await page.evaluate((href) => {
        document.body.innerHTML = `<a id="lain" href="${href}">rilis lain</a>`;
      }, link);
      const again = await choose('#lain', { linkUrl: link });
      await says(again, new RegExp(`${idPage.failed.offline}|${idPage.failed['no-answer']}`));
      await jubir.session.setOffline(false);
      await poll('to try again', () => again.press('.empty-state .button-main'));
      expect(await boxOf(again)).toContain(link);
    } finally {
      await jubir.session.setOffline(false);
    }
  });
});

describe('elsewhere', () => {
  test('a picture of a release goes along with its draft, and asks for words', async () => {
    // A test's page does not load another host's pictures, under a certificate of our own: in Firefox there is nothing to
    // click on.
    // What comes after the click is in draft-picture.e2e.ts, in both.
    if (jubir.kind === 'firefox') return;
    await page.goto(rowAt(4).url);
    const src = await page.$eval('.blog-details__img img', (img) => (img as HTMLImageElement).src);
    const opened = await choose('.blog-details__img img', { srcUrl: src, mediaType: 'image' });
    expect(await boxOf(opened)).toContain(rowAt(4).url);
    await says(opened, 'Teks alternatif');
    const stored = await poll('the draft with its picture', async () =>
      (await jubir.table<Draft>('drafts')).find(
        ({ releaseId, picture }) => releaseId === rowAt(4).id && picture,
      ),
    );
    expect(stored.picture?.url).toBe(src);
  });

  test('words that no release is about: it says so, and shares the page as a plain link, marked as not the city’s', async () => {
    await page.goto(news);
    const words = await select('article p');
    const opened = await choose('body', { selectionText: words });
    const { text } = await says(opened, idPage.news.nothing);
    expect(text).toContain('koran.example');
    await poll('the plain link', () => opened.press('.plain-link .button'));
    const box = await boxOf(opened);
    // A dispatched click grants nothing, so that Chromium does not tell the page's title.
    const title = jubir.kind === 'firefox' ? 'Harga karet turun - Koran' : 'koran.example';
    expect(box).toBe(`${title} (koran.example)\n\n${news}`);
    expect((await opened.read()).text).toContain(idPage.link.notice('koran.example'));
    const [draft] = (await jubir.table<Draft>('drafts')).filter(({ releaseUrl }) => releaseUrl === news);
    expect(draft).toMatchObject({ text: box, sourceId: '', releaseId: expect.stringMatching(/^link-/) });
  });

  test('a news page finds the city’s own releases on the matter, says why, and answers with one', async () => {
    serve(market, marketPage);
    await page.goto(market);
    const row = rowAt(0);
    // The click on the toolbar lets Chromium read the page, as the menu's would; Firefox's menu is clicked for real.
    const opened =
      jubir.kind === 'firefox' ? await choose('article p') : viewOf(await popupOverPage(jubir, page));
    view = opened;
    const { text } = await says(opened, idPage.news.why);
    expect(text).toContain(row.title);
    expect(text).toMatch(/Pasar Pangan Murah|Ratna Wulandari/);
    await poll('to answer with it', () => opened.press(`[data-release="${row.id}"] .button-main`));
    const box = await boxOf(opened);
    expect(box).toContain(row.url);
    expect((await opened.read()).text).toContain(texts.angles.counterweight);
  });

  test('a link to an imitation of the city’s site is refused, and both are named', async () => {
    await page.goto(news);
    const link = 'https://kotabogor.go.id.koran.example/berita-detail/1';
    await page.evaluate((href) => {
      document.querySelector('#keluar')?.setAttribute('href', href);
    }, link);
    const opened = await choose('#keluar', { linkUrl: link });
    await says(opened, idPage.lookAlike.help('kotabogor.go.id.koran.example', 'kotabogor.go.id'));
    expect(await opened.press('.plain-link .button')).toBe(false);
  });
});

describe('a source that Jubir may not read yet', () => {
  const url = 'https://berita.kotalain.go.id/berita-detail/7';
  beforeAll(async () => {
    const [city] = await jubir.table<Source>('sources');
    await jubir.send('add-source', {
      ...city,
      ...{ id: 'lain', name: 'Kota Lain', url: 'https://berita.kotalain.go.id/berita' },
      ...{
        hosts: ['berita.kotalain.go.id'],
        imageHosts: [],
        paused: true,
        otherPaths: ['/berita-detail/{id}'],
      },
    });
    const [first] = jubir.portal.city.releases;
    if (!first) throw new Error('no release');
    const html = releasePage(jubir.portal.city, first);
    serve(url, html);
    serve(news, newsPage.replace('https://kotabogor.go.id/profil/walikota', url));
  });

  test('is told, is not asked, and is read once it is allowed', async () => {
    await jubir.session.allowHost('https://berita.kotalain.go.id/*');
    await page.goto(news);
    const opened = await choose('#keluar', { linkUrl: url });
    await says(opened, idPage.failed['no-permission']);
    expect(jubir.portal.seen('berita.kotalain.go.id')).toEqual([]);
    await poll('to allow', () => opened.press('.empty-state .button-main'));
    expect(await boxOf(opened)).toContain(url);
  });
});

test('in a private window, where the official allowed that, the same happens, and nothing of the window is kept', async () => {
  // Firefox's private windows are out of automation's reach.
  if (jubir.kind !== 'chromium') return;
  await jubir.session.allowPrivate();
  const own = await jubir.session.browser.createBrowserContext();
  const hidden = await own.newPage();
  await hidden.goto(rowAt(5).url);
  await jubir.session.chooseMenu(hidden, idPage.menu, 'h3.blog-details__title');
  view = await jubir.session.openedView();
  expect(await boxOf(view)).toBe(rowAt(5).captions.x?.text);
  await view.close();
  await own.close();
});

test('the item speaks the UI’s language', async () => {
  // Only Firefox's menu can be read; in both, the item is the one that the background made.
  if (jubir.kind !== 'firefox') return;
  await page.goto(rowAt(0).url);
  await setSettings(jubir, { language: 'en' });
  await jubir.session.chooseMenu(page, enPage.menu, 'h3.blog-details__title');
  view = await jubir.session.openedView();
  await says(view, 'Angle of the caption');
});
