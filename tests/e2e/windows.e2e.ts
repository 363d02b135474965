import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import type { ReleaseRow } from '../../utils/browser/snapshot.ts';
import { id as texts } from '../../utils/browser/texts/id.ts';
import { draftId } from '../../utils/draft/draft.ts';
import type { DraftInput } from '../../utils/draft/writing.ts';
import { poll } from '../browsers/session.ts';
import { expectAccessible } from './axe.ts';
import { useJubir } from './harness.ts';
import {
  boxText,
  closePage,
  draftOn,
  fillBox,
  focusBox,
  openComposer,
  openList,
  rowAt,
  setSettings,
  waitForBox,
  waitForReleases,
  waitForSaved,
  worded,
} from './steps.ts';

const jubir = useJubir();

let rows: ReleaseRow[] = [];
beforeAll(async () => {
  rows = (await waitForReleases(jubir)).rows;
  await setSettings(jubir, { platforms: ['x', 'whatsapp'] });
});

/** An input of another window that had seen nothing of the draft. */
function fromElsewhere(row: ReleaseRow, text: string, angle: DraftInput['angle']): DraftInput {
  return {
    id: draftId(row.id, 'x', angle),
    releaseId: row.id,
    releaseTitle: row.title,
    releaseUrl: row.url,
    sourceId: row.sourceId,
    platform: 'x',
    angle,
    text,
    writer: 'another window',
    count: 1,
    base: 0,
  };
}

const rivalTexts = (page: Page): Promise<(string | null)[]> =>
  page.$$eval('.rival-text', (all) => all.map(({ textContent }) => textContent));

/** Waits for the two texts to choose from, in whichever order. */
async function waitForRivals(page: Page, wanted: string[]): Promise<void> {
  let last: (string | null)[] = [];
  const read = async (): Promise<boolean> => {
    last = await rivalTexts(page);
    return JSON.stringify([...last].sort()) === JSON.stringify([...wanted].sort());
  };
  await poll('the rivals', read).catch((error: Error) => {
    throw new Error(`${error.message}: ${JSON.stringify(last)}`);
  });
}

async function choose(page: Page, text: string): Promise<void> {
  const at = (await rivalTexts(page)).indexOf(text);
  await page.$$eval('.rivals li button', (all, n) => (all[n] as HTMLElement | undefined)?.click(), at);
}

test('what another window wrote unseen stands beside the official’s own text, until one is chosen', async () => {
  const row = rowAt({ rows }, 0);
  const popup = await openList(jubir);
  await openComposer(popup, row);
  await fillBox(popup, 'Tulisan saya di jendela ini');
  await waitForSaved(popup);
  const mine = await draftOn(jubir, row, 'x');
  if (!mine) throw new Error('no draft');
  const answer = await jubir.send('write-draft', fromElsewhere(row, 'Tulisan dari rumah', mine.angle));
  expect(answer).toMatchObject({ rival: true });
  await waitForRivals(popup, ['Tulisan saya di jendela ini', 'Tulisan dari rumah']);
  expect(await boxText(popup)).toBe('Tulisan saya di jendela ini');
  await expectAccessible(jubir, popup);
  await closePage(popup);

  // The choice waits for whoever opens the draft again.
  const again = await openList(jubir);
  await openComposer(again, row);
  await waitForRivals(again, ['Tulisan saya di jendela ini', 'Tulisan dari rumah']);
  await choose(again, 'Tulisan dari rumah');
  await waitForBox(again, 'Tulisan dari rumah');
  await again.waitForSelector('.rivals', { hidden: true });
  expect(await draftOn(jubir, row, 'x')).toMatchObject({ text: 'Tulisan dari rumah', rivals: [] });

  // What was not chosen is one tap away.
  await again.click('.earlier summary');
  await again.click('.earlier li button');
  await waitForBox(again, 'Tulisan saya di jendela ini');
  await waitForSaved(again);
  await closePage(again);
});

test('two windows typing at the same moment: both show both texts, and the choice reaches both', async () => {
  const row = rowAt({ rows }, 1);
  const open = async (): Promise<Page> => {
    const page = await jubir.openPage('sidepanel.html');
    await page.waitForSelector('[data-release]');
    await openComposer(page, row);
    return page;
  };
  const pages = [await open(), await open()] as const;
  const start = await boxText(pages[0]);
  // Neither can have seen the other's: both pages wait, doing nothing else, for the same moment.
  const moment = Date.now() + 1000;
  await Promise.all(
    pages.map((page, at) =>
      page.$eval(
        'textarea',
        (box, word, then) => {
          while (Date.now() < then);
          box.value += word;
          box.dispatchEvent(new Event('input', { bubbles: true }));
        },
        ` jendela ${at + 1}`,
        moment,
      ),
    ),
  );
  const both = [`${start} jendela 1`, `${start} jendela 2`];
  for (const page of pages) await waitForRivals(page, both);
  const texts = await Promise.all(pages.map(boxText));
  // The one that came first goes on with its own text; the later one's stays in its own box.
  expect(texts.sort()).toEqual(both);
  await choose(pages[0], both[0] as string);
  for (const page of pages) await waitForRivals(page, []);
  for (const page of pages) await waitForBox(page, both[0] as string);
  expect(await draftOn(jubir, row, 'x')).toMatchObject({ text: both[0], rivals: [] });
  for (const page of pages) await closePage(page);
});

test('earlier texts of a draft come back after the window was closed', async () => {
  const row = rowAt({ rows }, 2);
  const popup = await openList(jubir);
  await openComposer(popup, row);
  await fillBox(popup, 'Kalimat yang panjang sekali dan berharga untuk warga kota');
  await waitForSaved(popup);
  await focusBox(popup, 'all');
  await popup.keyboard.press('Backspace');
  await waitForSaved(popup);
  await closePage(popup);
  const again = await openList(jubir);
  await openComposer(again, row);
  await waitForBox(again, '');
  await again.waitForSelector('.earlier summary');
  await again.click('.earlier summary');
  await again.click(worded(texts.drafts.useEarlier));
  await waitForBox(again, 'Kalimat yang panjang sekali dan berharga untuk warga kota');
  await waitForSaved(again);
  await closePage(again);
});
