import type { Page } from 'puppeteer-core';
import { id as texts } from '../../utils/browser/texts/id.ts';
import { later } from '../../utils/browser/texts/later.ts';
import { monthKey, monthsLater } from '../../utils/recap/month.ts';
import { poll } from '../browsers/session.ts';
import { welcome as emptySite, sites } from '../city/sites.ts';
import { storeHistory } from '../e2e/history.ts';
import type { Jubir, PageName } from '../e2e/jubir.ts';
import { addSource, allowSites, entryOf, openForm, typeAddress } from '../e2e/source-steps.ts';
import type { Changes } from '../e2e/states.ts';
import {
  closePage,
  fillBox,
  labelled,
  openComposer,
  readSnapshot,
  rowAt,
  rowOf,
  setSettings,
  waitForSaved,
  worded,
} from '../e2e/steps.ts';
import { monthOfPosts } from '../recap/samples.ts';
import type { Camera } from './camera.ts';

/** The states of the full pages: welcome, desk, settings. */

async function openFull(jubir: Jubir, name: PageName, hash: string, ready: string): Promise<Page> {
  const page = await jubir.openPage(name, hash);
  await page.setViewport({ width: 1280, height: 800 });
  await page.waitForSelector(ready);
  return page;
}

/** As long as such offices are called. */
const longName = 'Dinas Komunikasi, Informatika, Statistik, dan Persandian Kota Contoh';

/** The first page that an official sees, and what it says once they began. */
export async function welcome(jubir: Jubir, camera: Camera): Promise<void> {
  await setSettings(jubir, { welcomed: false });
  const page = await openFull(jubir, 'welcome.html', '', '.picker');
  await camera.take('welcome', page, 'page');
  await page.click(worded(texts.welcome.start));
  await page.waitForSelector('.welcome-done');
  await camera.take('welcome done', page, 'page');
  await closePage(page);
}

/** The desk with nothing, with drafts and posts, with the archive. */
export async function desks(jubir: Jubir, camera: Camera, rows: Changes): Promise<void> {
  const desk = await openFull(jubir, 'desk.html', '', '.entry');
  const of = (state: string): string => `::-p-xpath(//*[@role="option"][contains(.,"${state}")])`;
  await desk.click(of(texts.desk.stateDraft));
  await desk.waitForSelector('textarea');
  await camera.take('desk with a draft', desk, 'page');
  await desk.click(of(texts.desk.stateOpened));
  await desk.waitForSelector('.post');
  await camera.take('desk with a post', desk, 'page');
  await closePage(desk);
  const archive = await openFull(jubir, 'desk.html', '#arsip', '.found');
  await archive.click(`.found${rowOf(rows.changed)} .release-title`);
  await archive.waitForSelector('.desk-detail textarea');
  await archive.click(worded(texts.states.seeChange));
  await archive.waitForSelector('.difference');
  await camera.take('desk with a changed release', archive, 'page');
  await closePage(archive);
}

/** The desk before anything was written. */
export async function emptyDesk(jubir: Jubir, camera: Camera): Promise<void> {
  const desk = await openFull(jubir, 'desk.html', '', '.empty-state');
  await camera.take('desk empty', desk, 'page');
  await closePage(desk);
}

/** The Humas office's shelf, and a caption of theirs in the composer. */
export async function humas(jubir: Jubir, camera: Camera): Promise<void> {
  await setSettings(jubir, { writesHumas: true });
  const row = rowAt(await readSnapshot(jubir), 5);
  const desk = await openFull(jubir, 'desk.html', '#arsip', rowOf(row));
  await openComposer(desk, row);
  await fillBox(desk, `Mari datang bersama keluarga. ${row.url}`);
  await waitForSaved(desk);
  await desk.waitForSelector(worded(later.id.humasDesk.add));
  await desk.click(worded(later.id.humasDesk.add));
  await closePage(desk);
  const shelf = await openFull(jubir, 'desk.html', '#humas', '.humas-card textarea');
  await camera.take('captions of the Humas office', shelf, 'page');
  await closePage(shelf);
}

/** A month with nothing, and one with three thousand posts. */
export async function recaps(jubir: Jubir, camera: Camera): Promise<void> {
  const now = new Date();
  const full = monthsLater({ year: now.getFullYear(), month: now.getMonth() }, -1);
  const before = monthsLater(full, -1);
  const { posts, releases } = monthOfPosts(full, 3_000);
  await storeHistory(jubir.session, [], posts, releases);
  // One post before it, or the empty month would not be offered.
  const first = monthOfPosts(monthsLater(before, -1), 1);
  await storeHistory(jubir.session, [], first.posts, first.releases);
  for (const [name, month] of [
    ['recap', full],
    ['recap of an empty month', before],
  ] as const) {
    const desk = await openFull(jubir, 'desk.html', '#rekap', '.recap-month select');
    await desk.select('.recap-month select', monthKey(month));
    await poll('the month', async () => (await desk.title()).includes(monthKey(month)));
    await desk.waitForSelector('.recap');
    await camera.take(name, desk, 'page');
    await closePage(desk);
  }
}

/** The settings from top to bottom, and what can be asked there. */
export async function options(jubir: Jubir, camera: Camera): Promise<void> {
  const { portal } = jubir;
  portal.sites.set('kotawordpress.go.id', sites.wordpress);
  portal.sites.set('kotabaru.go.id', sites.hiddenWordPress);
  portal.sites.set('kotakosong.go.id', (_, origin) => ({ [`${origin}/`]: emptySite('') }));
  await allowSites(jubir);
  const page = await openFull(jubir, 'options.html', '', '[data-source]');
  const wordpress = await addSource(jubir, page, 'kotawordpress.go.id', longName);
  await page.evaluate(() => scrollTo(0, 0));
  const headings = await page.$$eval('main section[aria-labelledby]', (sections) =>
    sections.map((section) => section.getAttribute('aria-labelledby') ?? ''),
  );
  for (const heading of headings) {
    await page.$eval(`[aria-labelledby="${heading}"]`, (section) => section.scrollIntoView());
    await camera.take(`settings ${heading}`, page, 'page');
  }
  await page.click(worded(later.id.report.make));
  await page.waitForSelector('.report');
  await page.$eval('.report', (report) => report.scrollIntoView({ block: 'center' }));
  await camera.take('the problem report', page, 'page');
  await page.click(`${entryOf(wordpress.id)} ${labelled(texts.sources.remove)}`);
  await page.waitForSelector('[role=alertdialog]');
  await camera.take('removing a source', page, 'page');
  await page
    .click(`[role=alertdialog] ${worded(texts.app.cancel)}`)
    .catch(() => page.keyboard.press('Escape'));
  await openForm(page);
  await typeAddress(page, 'kotabaru.go.id');
  await page.waitForSelector('.preview li');
  await page.$eval('.preview', (found) => found.scrollIntoView({ block: 'center' }));
  await camera.take('a source that was found', page, 'page');
  await typeAddress(page, 'kotakosong.go.id');
  await page.waitForSelector('.add-source details');
  await page.click('.add-source summary');
  await page.waitForSelector('.add-source details[open]');
  await page.$eval('.add-source details', (tried) => tried.scrollIntoView({ block: 'center' }));
  await camera.take('no source found', page, 'page');
  await closePage(page);
}
