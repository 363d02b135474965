import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Settings } from '../../utils/browser/settings.ts';
import type { ReleaseRow } from '../../utils/browser/snapshot.ts';
import { id as texts } from '../../utils/browser/texts/id.ts';
import { idPage } from '../../utils/browser/texts/id-page.ts';
import type { Release } from '../../utils/release/release.ts';
import type { Source } from '../../utils/source/source.ts';
import { poll } from '../browsers/session.ts';
import { type View, viewOf } from '../browsers/view.ts';
import { useJubir } from './harness.ts';
import { type Attack, installHostile, type Sent } from './hostile-extension.ts';
import { spoofs } from './hostile-messages.ts';
import { changes, settledState } from './hostile-state.ts';
import { askedBy, clickButton, closeOwn, forgetAsked, settle, waitForButton } from './page-button.ts';
import { labelled, setSettings, waitForReleases } from './steps.ts';

const jubir = useJubir();
let rows: ReleaseRow[] = [];
let hostile: { target: string; origin: string };
const done = { messages: 0, events: 0, actions: 0, crashes: 0 };

beforeAll(async () => {
  rows = (await waitForReleases(jubir)).rows;
  await setSettings(jubir, { platforms: ['x', 'whatsapp'] });
  hostile = await installHostile(jubir);
});
afterEach(async () => {
  await closeOwn(jubir);
  await forgetAsked(jubir);
  await jubir.session.closeTabs(({ protocol }) => protocol === 'https:');
});
afterAll(() => {
  console.log(
    `${jubir.kind}: ${spoofs.length} spoofed messages sent ${done.messages} times, ${done.events} forged events: ` +
      `${done.actions} privileged actions, ${done.crashes} crashes`,
  );
});

const rowAt = (at: number): ReleaseRow => {
  const row = rows[at];
  if (!row) throw new Error(`no row ${at}`);
  return row;
};

async function open(url: string): Promise<Page> {
  const page = await jubir.session.browser.newPage();
  await page.goto(url);
  return page;
}

/** Does something hostile, and counts what it changed in Jubir. */
async function attack(what: () => Promise<void>): Promise<string[]> {
  const before = await settledState(jubir);
  await what();
  await settle();
  const changed = changes(before, await settledState(jubir));
  done.actions += changed.length;
  return changed;
}

/** Lets the second extension send everything from a page, and gives what came of it. */
async function attackFrom(page: Page, whole: boolean): Promise<Attack> {
  const order = JSON.stringify({ ...hostile, spoofs, whole });
  const frames = page.frames();
  for (const frame of frames) {
    await frame.evaluate((detail) => {
      dispatchEvent(new CustomEvent('serang', { detail }));
    }, order);
  }
  const all = [];
  for (const frame of frames) {
    const told = await poll(
      'the second extension to be done',
      () => frame.evaluate(() => document.documentElement.dataset.serangan),
      40_000,
    );
    all.push(JSON.parse(told) as Attack);
  }
  const [first] = all;
  if (!first) throw new Error('no frame');
  return { ...first, routes: Object.assign({}, ...all.map(({ routes }) => routes)) };
}

const total = (routes: Record<string, Sent>): Sent => {
  const all = Object.values(routes);
  return {
    sent: all.reduce((sum, { sent }) => sum + sent, 0),
    answered: all.reduce((sum, { answered }) => sum + answered, 0),
  };
};

describe('messages', () => {
  test('a change by a page of our own is seen by the measure', async () => {
    const before = await settledState(jubir);
    const [city] = await jubir.table<Source>('sources');
    await jubir.send('edit-source', { id: city?.id, edit: { name: 'Kota Lain' } });
    await poll('the change', async () =>
      changes(before, await settledState(jubir)).includes('table sources'),
    );
    await jubir.send('edit-source', { id: city?.id, edit: { name: city?.name } });
  });

  test('of another extension, of its scripts on the city’s page and in a frame, and by ports: none is answered', async () => {
    expect(spoofs.length).toBeGreaterThanOrEqual(60);
    const page = await open(rowAt(0).url);
    await page.evaluate(async () => {
      const frame = document.createElement('iframe');
      frame.src = '/berita';
      document.body.append(frame);
      await new Promise((resolve) => frame.addEventListener('load', resolve));
    });
    let got: Attack | undefined;
    const changed = await attack(async () => {
      got = await attackFrom(page, true);
    });
    expect(got).toMatchObject({ alive: true, read: 0, injected: 0 });
    const { sent, answered } = total(got?.routes ?? {});
    console.log(Object.keys(got?.routes ?? {}).join(', '));
    expect(sent).toBe(6 * spoofs.length);
    expect(answered).toBe(0);
    done.messages += sent;
    expect(changed).toEqual([]);
  });

  test('of the page itself: by postMessage, by events, by the browser’s own door and by addresses: none does anything', async () => {
    const page = await open(rowAt(1).url);
    await waitForButton(page);
    let sent = 0;
    const changed = await attack(async () => {
      sent = await page.evaluate(byPage, { ...hostile, spoofs });
    });
    expect(sent).toBeGreaterThanOrEqual(3 * spoofs.length);
    done.messages += sent;
    expect(changed).toEqual([]);
    await waitForButton(page);
  });

  test('addresses of our own pages with commands in them, opened by another extension, do nothing', async () => {
    const changed = await attack(async () => {
      for (const path of [
        'popup.html?asked=__proto__#/erase-everything',
        'sidepanel.html?asked=<img src=x onerror=alert(1)>',
        'desk.html?jubir=erase-everything#"><script>alert(1)</script>',
        'options.html?page=hide-button#constructor',
      ]) {
        const opened = await jubir.openPage(
          path.split(/[?#]/)[0] as 'popup.html',
          path.slice(path.search(/[?#]/)),
        );
        await opened.close();
      }
    });
    // To look at a page is no action: what it notes is that it was seen.
    expect(changed).toEqual([]);
  });
});

/** Runs in a page of the web. Gives how many messages it sent. */
async function byPage({
  target,
  origin,
  spoofs,
}: {
  target: string;
  origin: string;
  spoofs: { json: string }[];
}): Promise<number> {
  const scope = globalThis as unknown as {
    chrome?: { runtime?: { sendMessage?(target: string, message: unknown): Promise<unknown> } };
  };
  let sent = 0;
  for (const { json } of spoofs) {
    const message = JSON.parse(json) as unknown;
    postMessage(message, '*');
    postMessage({ ...(message as object), direction: 'from-content-script', type: 'wxt' }, '*');
    for (const name of ['jubir', 'message', 'wxt:content-script-started', 'wxt:locationchange', 'focus']) {
      for (const on of [window, document, document.documentElement])
        on.dispatchEvent(new CustomEvent(name, { detail: message, bubbles: true, composed: true }));
    }
    const told = scope.chrome?.runtime?.sendMessage?.(target, message);
    if (told) sent += 1;
    await Promise.race([told?.catch(() => {}), new Promise((resolve) => setTimeout(resolve, 50))]);
    sent += 3;
  }
  for (const path of ['/popup.html', '/desk.html', '/options.html?x', '/sidepanel.html?asked=1']) {
    for (const name of ['iframe', 'embed', 'object', 'img', 'script', 'link']) {
      const element = document.createElement(name);
      element.setAttribute(name === 'link' ? 'href' : name === 'object' ? 'data' : 'src', origin + path);
      document.body.append(element);
    }
    await fetch(origin + path).catch(() => {});
    await import(/* @vite-ignore */ origin + path).catch(() => {});
    try {
      new Worker(origin + path);
    } catch {
      // Refused, as it has to be.
    }
  }
  return sent;
}

describe('forged clicks', () => {
  test('on the page’s button, from within its closed root: nothing is asked, nothing is hidden', async () => {
    const page = await open(rowAt(2).url);
    await waitForButton(page);
    let told = { buttons: 0, clicks: 0 };
    const changed = await attack(async () => {
      await page.evaluate(() => dispatchEvent(new Event('klik')));
      told = JSON.parse(
        await poll('the clicks', () => page.evaluate(() => document.documentElement.dataset.klik)),
      );
      done.events += await page.evaluate(() => {
        const host = document.querySelector<HTMLElement>('html > [data-jubir]');
        const { right = 0, bottom = 0 } = host?.getBoundingClientRect() ?? {};
        let count = 0;
        for (const [dx, dy] of [
          [100, 34],
          [34, 34],
          [120, 34],
        ] as const) {
          const at = { clientX: right - dx, clientY: bottom - dy, bubbles: true, composed: true };
          for (const on of [host, document.elementFromPoint(at.clientX, at.clientY)]) {
            on?.dispatchEvent(new PointerEvent('pointerdown', at));
            on?.dispatchEvent(new PointerEvent('click', at));
            on?.dispatchEvent(new KeyboardEvent('keydown', { ...at, key: 'Enter' }));
            (on as HTMLElement | null)?.click();
            count += 4;
          }
        }
        return count;
      });
    });
    // The second extension did get hold of them all.
    expect(told.buttons).toBe(3);
    done.events += told.clicks;
    expect(changed).toEqual([]);
    expect((await jubir.stored<{ settings: Settings }>()).settings.hiddenOn ?? []).toEqual([]);
  });
});

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

/** Serves a news page and asks Jubir about it, as a person does; gives what Jubir's page says once it says that. */
async function askAbout(html: string, wanted: RegExp): Promise<string> {
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
    return await poll(
      `Jubir to say ${wanted}`,
      async () => {
        last = (await view.read()).text;
        return wanted.test(last) ? last : null;
      },
      30_000,
    ).catch((error: Error) => {
      throw new Error(`${error.message}; it says ${last}`);
    });
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

describe('pages', () => {
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
    const said = await askAbout(newsPage(clobbering(names)), /Pasar Pangan Murah|Ratna Wulandari/);
    expect(said).toContain(rowAt(0).title);
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
});
