import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import decodeQr from 'qr/decode.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReleaseRow } from '../../utils/browser/snapshot.ts';
import { id as texts } from '../../utils/browser/texts/id.ts';
import { later } from '../../utils/browser/texts/later.ts';
import { type CardFormat, formatSizes, formats } from '../../utils/card/card.ts';
import { contrast, type Rgb } from '../../utils/card/colour.ts';
import { crestSize } from '../../utils/card/crest-size.ts';
import type { Release } from '../../utils/release/release.ts';
import type { Source } from '../../utils/source/source.ts';
import { poll } from '../browsers/session.ts';
import { expectAccessible } from './axe.ts';
import { contrastOfCover, type Pixels, pixelsOfSaved } from './card-pixels.ts';
import { useJubir } from './harness.ts';
import { refreshNow } from './source-steps.ts';
import {
  boxText,
  clickAway,
  closePage,
  closePlatformTabs,
  labelled,
  openComposer,
  rowAt,
  setSettings,
  textOf,
  waitForReleases,
  waitForText,
  worded,
} from './steps.ts';

const jubir = useJubir();
const words = later.id.card;
const folder = mkdtempSync(join(tmpdir(), 'jubir-card-'));
afterAll(() => rmSync(folder, { recursive: true }));

let rows: ReleaseRow[];

beforeAll(async () => {
  await setSettings(jubir, { platforms: ['x', 'instagram'] });
  rows = (await waitForReleases(jubir)).rows;
});

/** A page that keeps the last file that it hands to the browser. */
async function openPanel(): Promise<Page> {
  const page = await jubir.openPage('sidepanel.html');
  await page.setViewport({ width: 1280, height: 800 });
  // Chromium's files go where they can be looked at; Firefox's would fill the folder of whoever runs this.
  if (jubir.kind === 'chromium') {
    const cdp = await page.createCDPSession();
    await cdp.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  }
  await page.evaluate((isFirefox) => {
    const scope = globalThis as unknown as { saved?: Blob; savedAs?: string };
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      scope.saved = blob;
      return make(blob);
    };
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      scope.savedAs = this.download;
      if (!isFirefox) click.call(this);
    };
  }, jubir.kind === 'firefox');
  await page.waitForSelector('[data-release]');
  return page;
}

/** Opens the card of the release in the composer and waits for its photo, or for the reason that there is none. */
async function openCard(page: Page): Promise<void> {
  await page.click('.release-card');
  await page.waitForSelector('.card-preview canvas');
  await poll(
    'the photo',
    async () => (await textOf(page, '.card-side'))?.includes(words.photo.loading) === false,
  );
}

const choose = (page: Page, value: string): Promise<void> =>
  page.$eval(`.card-choices input[value=${value}]`, (radio) => (radio as HTMLElement).click());

async function closeCard(page: Page): Promise<void> {
  await page.click(labelled(words.close));
  await poll('the dialog to close', async () => (await page.$('.card-dialog')) === null);
}

/** Saves the image as it stands and gives its pixels. */
async function save(page: Page): Promise<Pixels> {
  await page.evaluate(() => {
    delete (globalThis as unknown as { saved?: Blob }).saved;
  });
  await page.click(worded(words.saveImage));
  await poll('a file', () => page.evaluate(() => 'saved' in globalThis));
  await waitForText(page, '.card-actions p', words.saved);
  return pixelsOfSaved(page);
}

const colourAt = ({ data, width }: Pixels, x: number, y: number): Rgb =>
  [0, 1, 2].map((i) => data[(y * width + x) * 4 + i] ?? 0) as unknown as Rgb;

describe('a card of a release of the city', () => {
  let page: Page;
  beforeAll(async () => {
    page = await openPanel();
    await openComposer(page, rowAt({ rows }, 0));
    await openCard(page);
  });
  afterAll(() => closePage(page));

  test.each(formats)(
    '%s: its size, readable over the photo, the code says the link',
    async (format: CardFormat) => {
      await choose(page, 'cover');
      await choose(page, format);
      const pixels = await save(page);
      const { width, height } = formatSizes[format];
      expect([pixels.width, pixels.height]).toEqual([width, height]);
      const { lowest, letters } = contrastOfCover(pixels);
      expect(letters).toBeGreaterThan(5_000);
      expect(lowest).toBeGreaterThanOrEqual(4.5);
      expect(decodeQr({ ...pixels, data: new Uint8ClampedArray(pixels.data) })).toBe(rowAt({ rows }, 0).url);
      // The photo is there: a sky is no ground of one colour.
      const sky = new Set([10, 200, 400, 600, 800, 1000].map((x) => colourAt(pixels, x, 150).join()));
      expect(sky.size).toBeGreaterThan(1);
    },
  );

  test('the file has a name that says what it is', async () => {
    await choose(page, 'square');
    await save(page);
    const name = await page.evaluate(() => (globalThis as unknown as { savedAs: string }).savedAs);
    expect(name).toMatch(/^kartu-[a-z\d-]+-1080x1080\.png$/);
    if (jubir.kind === 'chromium') {
      const file = await poll('the download', async () => readdirSync(folder).find((each) => each === name));
      const bytes = await poll('the whole of it', async () => {
        const read = readFileSync(join(folder, file));
        return read.length > 10_000 ? read : null;
      });
      expect(bytes.subarray(1, 4).toString()).toBe('PNG');
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1080, 1080]);
    }
  });

  test('the image is copied as a PNG', async () => {
    await choose(page, 'portrait');
    await page.bringToFront();
    await noteCopies(page);
    await page.click(worded(words.copyImage));
    await waitForText(page, '.card-actions p', words.copied);
    const size = { type: 'image/png', width: 1080, height: 1350 };
    expect(await copied(page)).toEqual(size);
    // Headless Firefox has no desktop whose clipboard would keep a picture; that it took it is what can be said there.
    if (jubir.kind === 'chromium') expect(await pasteImage(page)).toEqual(size);
  });

  test('alternative text and caption go along', async () => {
    const alt = await page.$eval('#card-alt', (box) => (box as HTMLTextAreaElement).value);
    expect(alt).toContain(rowAt({ rows }, 0).title);
    expect(alt).toContain('Kota Bogor');
    expect(alt).toMatch(/\d{1,2} \p{L}+ 20\d\d/u);
    expect(await page.$eval('.card-preview canvas', (canvas) => canvas.getAttribute('aria-label'))).toBe(alt);
    expect(await page.$eval('#card-caption', (box) => (box as HTMLTextAreaElement).value)).toBe(
      await boxText(page),
    );
  });

  test('axe finds nothing, light or dark', async () => {
    await expectAccessible(jubir, page);
  });

  test('Escape closes it, and the keyboard is back where it was', async () => {
    await page.keyboard.press('Escape');
    await poll('the dialog to close', async () => (await page.$('.card-dialog')) === null);
    expect(await page.evaluate(() => document.activeElement?.classList.contains('release-card'))).toBe(true);
  });
});

interface Copied {
  type: string;
  width: number;
  height: number;
}

/** Notes what is handed to the browser's clipboard, and hands it on. */
function noteCopies(page: Page): Promise<void> {
  return page.evaluate(() => {
    const { clipboard } = navigator;
    const write = clipboard.write.bind(clipboard);
    clipboard.write = async (items) => {
      await write(items);
      const blob = await items[0]?.getType('image/png');
      const { width, height } = await createImageBitmap(blob as Blob);
      Object.assign(globalThis, { copied: { type: blob?.type, width, height } });
    };
  });
}

const copied = (page: Page): Promise<Copied> =>
  poll('what was copied', () => page.evaluate(() => (globalThis as { copied?: Copied }).copied ?? null));

/** The image that a person gets who pastes now, into a page of our own. */
async function pasteImage(page: Page): Promise<Copied> {
  await page.evaluate(() => {
    document.addEventListener(
      'paste',
      (event) => {
        const [file] = event.clipboardData?.files ?? [];
        if (!file) return;
        void createImageBitmap(file).then(({ width, height }) => {
          Object.assign(globalThis, { pasted: { type: file.type, width, height } });
        });
      },
      { once: true },
    );
    document.querySelector<HTMLTextAreaElement>('#card-alt')?.focus();
  });
  await page.keyboard.down('Control');
  // The DevTools protocol sends keys, not the editing commands they stand for.
  await page.keyboard.press('v', { commands: ['Paste'] });
  await page.keyboard.up('Control');
  return poll('an image to be pasted', () =>
    page.evaluate(() => (globalThis as { pasted?: Copied }).pasted ?? null),
  );
}

test('where the photo cannot be had the card does without, and says so', async () => {
  const page = await openPanel();
  await openComposer(page, rowAt({ rows }, 1));
  jubir.portal.fault = { kind: '500', parts: ['picture'] };
  await openCard(page);
  await waitForText(page, '.card-side .notice', words.photo.failed);
  const pixels = await save(page);
  // A ground of one colour where the sky would be.
  expect(new Set([10, 200, 400, 600, 800].map((x) => colourAt(pixels, x, 10).join())).size).toBe(1);
  jubir.portal.fault = null;
  await closePage(page);
});

test('in the popup the buttons are at hand', async () => {
  const popup = await jubir.openPopup();
  await popup.waitForSelector('[data-release]');
  await openComposer(popup, rowAt({ rows }, 2));
  await openCard(popup);
  const { top, bottom, height } = await popup.$eval('.card-actions .button-main', (button) => {
    const box = button.getBoundingClientRect();
    return { top: box.top, bottom: box.bottom, height: innerHeight };
  });
  expect(top).toBeGreaterThan(0);
  expect(bottom).toBeLessThanOrEqual(height);
  await closePage(popup);
});

test('a post’s card, in the format of where it went', async () => {
  const panel = await openPanel();
  await openComposer(panel, rowAt({ rows }, 3));
  await panel.click('.composer [data-platform=instagram]');
  const text = await boxText(panel);
  await clickAway(panel, '.open-bar button');
  await jubir.waitForUrl(({ host }) => host === 'www.instagram.com');
  await closePlatformTabs(jubir);
  await closePage(panel);
  const desk = await jubir.openPage('desk.html');
  await desk.setViewport({ width: 1280, height: 800 });
  await desk.waitForSelector('.post');
  await desk.click(worded(words.make));
  await desk.waitForSelector('.card-preview canvas');
  expect(await desk.$eval('#card-caption', (box) => (box as HTMLTextAreaElement).value)).toBe(text);
  expect(await desk.$eval('input[value=portrait]', (radio) => (radio as HTMLInputElement).checked)).toBe(
    true,
  );
  await closeCard(desk);
  await closePage(desk);
});

test('a crest may be a hostile SVG: it becomes a small PNG and loads nothing; colours are the city’s own', async () => {
  const options = await jubir.openPage('options.html');
  const look = '[data-look=kota-bogor]';
  await options.waitForSelector(look);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 80" onload="globalThis.hacked=1">
    <script>globalThis.hacked = 1; fetch('https://jahat.example/a')</script>
    <image href="https://jahat.example/b.png" width="60" height="80"/>
    <rect width="60" height="80" fill="#ff00ff"/></svg>`;
  await options.$eval(
    `${look} input[type=file]`,
    (input, text) => {
      const chosen = new DataTransfer();
      chosen.items.add(new File([text], 'lambang.svg', { type: 'image/svg+xml' }));
      (input as HTMLInputElement).files = chosen.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    svg,
  );
  const bogor = async () => (await jubir.table<Source>('sources')).find(({ id }) => id === 'kota-bogor');
  const crest = await poll('the crest', async () => (await bogor())?.crest);
  expect(crestSize(crest)).not.toBeNull();
  expect(await options.evaluate(() => 'hacked' in globalThis)).toBe(false);
  expect(jubir.portal.seen('jahat.example')).toEqual([]);
  expect(JSON.stringify(await jubir.stored())).not.toContain(crest.slice(30, 90));
  await options.$eval(`${look} input[type=color]`, (input) => {
    (input as HTMLInputElement).value = '#7a1f5c';
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await poll('the colour', async () => (await bogor())?.cardColours?.main === '#7a1f5c');
  await expectAccessible(jubir, options);
  await closePage(options);

  const page = await openPanel();
  await openComposer(page, rowAt({ rows }, 0));
  await openCard(page);
  await choose(page, 'colour');
  await choose(page, 'square');
  const pixels = await save(page);
  expect(colourAt(pixels, 8, 8)).toEqual([0x7a, 0x1f, 0x5c]);
  // In the middle of the crest's place; a PNG of one colour keeps it.
  expect(colourAt(pixels, 72 + 20, 72 + 44)).toEqual([255, 0, 255]);
  expect(contrast(colourAt(pixels, 8, 8), [255, 255, 255])).toBeGreaterThan(4.5);
  await closePage(page);
});

test('a release that strangers wrote gets no card', async () => {
  jubir.portal.city.add({
    title: 'Situs Slot Gacor Hari Ini Gampang Menang Maxwin',
    paragraphs: ['Daftar di situs slot online terpercaya dan dapatkan bonus new member 100 persen hari ini.'],
  });
  await refreshNow(jubir);
  const suspicious = await poll('the release', async () =>
    (await jubir.table<Release>('releases')).find((release) => release.suspicious),
  );
  const page = await openPanel();
  await openComposer(page, suspicious);
  await page.click('.release-card');
  await waitForText(page, '.card-dialog .notice', texts.states.suspiciousHelp);
  expect(await page.$('.card-dialog canvas')).toBeNull();
  await closePage(page);
});
