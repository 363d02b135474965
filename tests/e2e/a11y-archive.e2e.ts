import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { id as texts } from '../../utils/browser/texts/id.ts';
import type { Source } from '../../utils/source/source.ts';
import { poll } from '../browsers/session.ts';
import { sites, welcome } from '../city/sites.ts';
import { expectAccessible } from './axe.ts';
import { useJubir } from './harness.ts';
import { addSource, allowSites, entryOf, openForm, openSettings, typeAddress } from './source-steps.ts';
import { type Changes, changes } from './states.ts';
import {
  closePage,
  labelled,
  openComposer,
  rowOf,
  setSettings,
  shareButton,
  waitForReleases,
  worded,
} from './steps.ts';
import { sticksOut } from './zoom.ts';

const jubir = useJubir();

const host = {
  wordpress: 'kotawordpress.go.id',
  listing: 'kotadaftar.go.id',
  unknown: 'kotabaru.go.id',
  empty: 'kotakosong.go.id',
} as const;
/** As long as such offices are called. */
const longName = 'Dinas Komunikasi, Informatika, Statistik, dan Persandian Kota Contoh';

/** Releases of the first city by what it did with them. */
let rows: Changes;
let wordpress: Source;

beforeAll(async () => {
  const { portal } = jubir;
  portal.sites.set(host.wordpress, sites.wordpress);
  portal.sites.set(host.listing, sites.listing);
  portal.sites.set(host.unknown, sites.hiddenWordPress);
  portal.sites.set(host.empty, (_, origin) => ({ [`${origin}/`]: welcome('') }));
  await waitForReleases(jubir);
  await allowSites(jubir);
  await setSettings(jubir, { platforms: ['x', 'whatsapp', 'threads', 'facebook', 'line'] });
  const options = await openSettings(jubir);
  wordpress = await addSource(jubir, options, host.wordpress, longName);
  const listing = await addSource(jubir, options, host.listing, 'Kota Daftar');
  await options.click(`${entryOf(listing.id)} ${labelled(texts.sources.pause)}`);
  await closePage(options);
  rows = await changes(jubir, 2);
});

/** In both themes, and at 200 %, where a page has half the room in CSS pixels and nothing may be out of reach. */
async function expectGood(page: Page, size: { width: number; height: number }): Promise<void> {
  await expectAccessible(jubir, page);
  const [width, height] = [size.width / 2, size.height / 2];
  await page.setViewport({ width, height, deviceScaleFactor: 2 });
  expect(await sticksOut(page)).toEqual([]);
  await page.setViewport(size);
}

const full = { width: 1280, height: 800 };
const small = { width: 400, height: 600 };

/** The popup's page, in a tab that can be made half as wide. */
async function openSmall(): Promise<Page> {
  const page = await jubir.openPage('popup.html');
  await page.setViewport(small);
  await page.waitForSelector('.state-mark');
  return page;
}

async function openFull(name: 'desk.html' | 'options.html', hash: string, ready: string): Promise<Page> {
  const page = await jubir.openPage(name, hash);
  await page.setViewport(full);
  await page.waitForSelector(ready);
  return page;
}

describe('axe finds nothing, light or dark, and nothing sticks out at 200 %,', () => {
  test('in the settings with several sources, one paused, one about to be removed', async () => {
    const options = await openFull('options.html', '', `${entryOf(wordpress.id)} .source-name`);
    await options.click(`${entryOf(wordpress.id)} ${labelled(texts.sources.remove)}`);
    await options.waitForSelector('[role=alertdialog]');
    await expectGood(options, full);
    await closePage(options);
  });

  test('while a source is added: with what was found, and with what was tried', async () => {
    const options = await openFull('options.html', '', '[data-source]');
    await openForm(options);
    await typeAddress(options, host.unknown);
    await options.waitForSelector('.preview li');
    await expectGood(options, full);
    await typeAddress(options, host.empty);
    await options.waitForSelector('.add-source details');
    await options.click('.add-source summary');
    await options.waitForSelector('.add-source details[open]');
    await expectGood(options, full);
    await closePage(options);
  });

  test('while the way of reading is corrected', async () => {
    const options = await openFull('options.html', '', `${entryOf('kota-bogor')} .source-correct`);
    await options.click(`${entryOf('kota-bogor')} .source-correct`);
    await options.waitForSelector('.point-lines button');
    await expectGood(options, full);
    await closePage(options);
  });

  test('on the archive’s shelf while an archive is fetched, and with a release in the composer', async () => {
    // A site that never answers: it goes on for as long as this looks at it.
    const answers = jubir.portal.sites.get(host.wordpress);
    jubir.portal.sites.set(host.wordpress, () => new Proxy({}, { get: () => 'timeout' }));
    const desk = await openFull('desk.html', '#arsip', '.found');
    const fetch = `::-p-xpath(//div[contains(@class,"archive-progress")][contains(.,"${longName}")]//button)`;
    await desk.waitForSelector(fetch);
    await desk.click(fetch);
    await desk.waitForSelector('.archive-progress progress');
    await expectGood(desk, full);
    await desk.click(fetch);
    if (answers) jubir.portal.sites.set(host.wordpress, answers);
    await desk.click(`.found${rowOf(rows.changed)} .release-title`);
    await desk.waitForSelector('.desk-detail textarea');
    await desk.click(worded(texts.states.seeChange));
    await desk.waitForSelector('.difference');
    await expectGood(desk, full);
    await closePage(desk);
  });

  test('on the desk, in a post whose release was changed since', async () => {
    const desk = await openFull('desk.html', '', '.entry .state-mark');
    await desk.click('.entry:has(.state-mark)');
    await desk.waitForSelector('.since-opened');
    await desk.click(worded(texts.states.seeChange));
    await desk.waitForSelector('.difference');
    await expectGood(desk, full);
    await closePage(desk);
  });

  test('in the popup’s rows that are changed, withdrawn or suspicious, and in the question', async () => {
    const popup = await openSmall();
    await expectGood(popup, small);
    for (const state of ['changed', 'withdrawn'] as const) {
      await popup.click(shareButton(rows[state], 'whatsapp'));
      await popup.waitForSelector('dialog[open]');
      await expectGood(popup, small);
      await popup.click(worded(texts.app.cancel));
      await poll('the question to go', async () => (await popup.$('dialog')) === null);
    }
    await closePage(popup);
  });

  test('in the popup’s composer, for each of them', async () => {
    const popup = await openSmall();
    for (const [state, row] of Object.entries(rows)) {
      await openComposer(popup, row);
      if (state === 'changed') await popup.click(worded(texts.states.seeChange));
      await popup.waitForSelector(state === 'changed' ? '.difference' : '.notice-warn');
      await expectGood(popup, small);
      await popup.click('.composer-head .icon-button');
      await poll('the list', async () => (await popup.$('textarea')) === null);
    }
    await closePage(popup);
  });

  test('in the popup’s search, with results and without', async () => {
    const popup = await openSmall();
    await popup.click(labelled(texts.archive.searchShort));
    await popup.waitForSelector('.archive input');
    await popup.type('.archive input', 'bogor');
    await popup.waitForSelector('.found mark');
    await expectGood(popup, small);
    await popup.click('.archive input', { count: 3 });
    await popup.type('.archive input', 'zzyzx');
    await popup.waitForSelector('.archive .empty-state');
    await expectGood(popup, small);
    await closePage(popup);
  });
});
