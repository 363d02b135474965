import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { draftId } from '../../utils/draft/draft.ts';
import { poll, popupSize } from '../browsers/session.ts';
import type { Jubir } from '../e2e/jubir.ts';
import {
  boxText,
  closePage,
  draftOn,
  openComposer,
  rowAt,
  rowOf,
  setSettings,
  waitForReleases,
} from '../e2e/steps.ts';
import { between, emptyTally, type InnerFault, type Tally } from './fault.ts';
import { rowsOf, textsOf } from './rows.ts';

/** Two windows write into one draft at the same moment. */
export const windowsRacing: InnerFault = {
  name: 'windows',
  what: 'two windows racing on one draft',
  count: { chromium: 200, firefox: 200 },
  within: race,
};

/** Races before both windows begin with a draft anew, with the next release. */
const perDraft = 8;

async function race(jubir: Jubir, count: number): Promise<Tally> {
  const tally = emptyTally();
  const { rows } = await waitForReleases(jubir);
  await setSettings(jubir, { platforms: ['x', 'whatsapp'] });
  let collisions = 0;
  for (let done = 0, round = 0; done < count; done += perDraft, round += 1) {
    const row = rowAt({ rows }, round % rows.length);
    const pages = await openBoth(jubir, row);
    for (let run = done; run < Math.min(done + perDraft, count); run += 1) {
      if (await raceOnce(jubir, row, pages, run, tally)) collisions += 1;
    }
    await Promise.all(pages.map(closePage));
  }
  // Without a collision nothing was put to the test.
  if (collisions === 0) tally.wrong.push('the windows never met');
  tally.notes.push(`${collisions} left two texts to choose from`);
  return tally;
}

/** The panel's page and the popup, both in view: what is hidden is slowed down. */
async function openBoth({ kind, session }: Jubir, row: { id: string }): Promise<[Page, Page]> {
  const compose = async (page: Page): Promise<Page> => {
    await page.waitForSelector(rowOf(row));
    await openComposer(page, row);
    return page;
  };
  const apart = kind === 'firefox' ? 'window' : 'tab';
  // In this order: a click beside Chromium's real popup would close it.
  const panel = await compose(await session.openPage('sidepanel.html', undefined, apart));
  const popup = kind === 'firefox' ? session.openPage('popup.html', popupSize, apart) : session.openPopup();
  return [panel, await compose(await popup)];
}

/** Both type; then everything that either window calls stored has to be found. Gives whether two texts were left. */
async function raceOnce(
  jubir: Jubir,
  row: { id: string },
  pages: [Page, Page],
  run: number,
  tally: Tally,
): Promise<boolean> {
  const id = draftId(row.id, 'x', 'summary');
  tally.runs += 1;
  await Promise.all(pages.map((page, window) => typeInto(page, ` ${'ab'[window]}${run}`)));
  await Promise.all(pages.map(isStored));
  const shown = await Promise.all(pages.map(boxText));
  const kept = textsOf(await rowsOf(jubir, row.id), id);
  for (const [window, text] of shown.entries()) {
    tally.checked += 1;
    if (!kept.includes(text)) tally.lost.push(`run ${run}, window ${window}: “…${text.slice(-24)}”`);
  }
  const draft = await draftOn(jubir, row, 'x');
  if (!draft || draft.rivals.length === 0) return false;
  const sideBySide = [draft.text, ...draft.rivals.map(({ text }) => text)].sort();
  for (const page of pages) {
    const offered = async (): Promise<boolean> => {
      const texts = await page.$$eval('.rival-text', (all) =>
        all.map(({ textContent }) => textContent ?? ''),
      );
      return texts.sort().join('\n') === sideBySide.join('\n');
    };
    await poll('both texts to be shown', offered, 5_000).catch((error: Error) => {
      tally.wrong.push(`run ${run}: ${error.message}`);
    });
  }
  await choose(jubir, row, pages, run, sideBySide, tally);
  return true;
}

/** The official chooses in one of the windows: both go on with it, and what was not chosen is an earlier text. */
async function choose(
  jubir: Jubir,
  row: { id: string },
  pages: [Page, Page],
  run: number,
  sideBySide: string[],
  tally: Tally,
): Promise<void> {
  const page = pages[run % 2 === 0 ? 0 : 1];
  const chosen = await page.$$eval('.rivals li', (all) => all.at(-1)?.querySelector('p')?.textContent ?? '');
  await page.$$eval('.rivals li button', (all) => (all.at(-1) as HTMLButtonElement).click());
  const settled = async (): Promise<boolean> => (await draftOn(jubir, row, 'x'))?.rivals.length === 0;
  await poll('the choice to be stored', settled);
  const kept = textsOf(await rowsOf(jubir, row.id), draftId(row.id, 'x', 'summary'));
  for (const text of sideBySide) {
    tally.checked += 1;
    if (!kept.includes(text)) tally.lost.push(`run ${run}, not chosen: “…${text.slice(-24)}”`);
  }
  if ((await draftOn(jubir, row, 'x'))?.text !== chosen)
    tally.wrong.push(`run ${run}: another text was chosen`);
  for (const [window, each] of pages.entries()) {
    const follows = async (): Promise<boolean> => (await boxText(each)) === chosen;
    await poll('the window to show the chosen text', follows, 5_000).catch((error: Error) => {
      tally.wrong.push(`run ${run}, window ${window}: ${error.message}`);
    });
  }
}

/** Letters at the end of the text, as fast as a hand that hammers; by script, since only one window at a time has the keyboard. */
async function typeInto(page: Page, word: string): Promise<void> {
  await sleep(between(0, 30));
  for (const letter of word) {
    await page.$eval(
      'textarea',
      (box, content) => {
        box.focus();
        box.setSelectionRange(box.value.length, box.value.length);
        document.execCommand('insertText', false, content);
      },
      letter,
    );
    await sleep(between(0, 20));
  }
}

/** Waits until the page says "tersimpan". */
const isStored = (page: Page): Promise<boolean> =>
  poll('“tersimpan”', () =>
    page.$eval('.save-mark', (mark) => (mark as HTMLElement).dataset.state === 'saved'),
  );
