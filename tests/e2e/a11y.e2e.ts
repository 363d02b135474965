import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ReleaseRow } from '../../utils/browser/snapshot.ts';
import { id as texts } from '../../utils/browser/texts/id.ts';
import { expectAccessible } from './axe.ts';
import { useJubir } from './harness.ts';
import { openedPost } from './states.ts';
import {
  closePage,
  fillBox,
  labelled,
  openComposer,
  openList,
  rowAt,
  rowOf,
  setSettings,
  waitForReleases,
  waitForSaved,
  worded,
} from './steps.ts';
import { sticksOut } from './zoom.ts';

const jubir = useJubir();

let rows: ReleaseRow[] = [];

beforeAll(async () => {
  rows = (await waitForReleases(jubir)).rows;
});

const expectNoViolations = (page: Page): Promise<void> => expectAccessible(jubir, page);

describe('axe finds nothing, light or dark,', () => {
  test('in the popup’s list with the question, its form and an open menu', async () => {
    await openedPost(jubir, rowAt({ rows }, 0));
    const popup = await openList(jubir);
    await popup.waitForSelector('.question');
    await expectNoViolations(popup);
    await popup.click(worded(texts.question.yes));
    await popup.type('#post-link', 'bukan tautan');
    await popup.keyboard.press('Enter');
    await popup.waitForSelector('#post-link-error');
    await expectNoViolations(popup);
    const row = rowAt({ rows }, 1);
    await popup.click(`${rowOf(row)} ${labelled(texts.list.otherPlatforms(row.title))}`);
    await popup.waitForSelector('[role=menu]');
    await expectNoViolations(popup);
    await closePage(popup);
  });

  test('in the composer with warnings, and with the release to read', async () => {
    const popup = await openList(jubir);
    await openComposer(popup, rowAt({ rows }, 0));
    await expectNoViolations(popup);
    await fillBox(popup, `${'Terlalu panjang. '.repeat(18)}#a #b #c #d #e`);
    await waitForSaved(popup);
    await popup.waitForSelector('.notice');
    await popup.click(worded(texts.composer.readRelease));
    await popup.waitForSelector('article');
    await expectNoViolations(popup);
    await closePage(popup);
  });

  test('in the side panel, in the list and in the composer', async () => {
    const panel = await jubir.openPage('sidepanel.html');
    await panel.waitForSelector('[data-release]');
    await expectNoViolations(panel);
    await openComposer(panel, rowAt({ rows }, 2));
    await expectNoViolations(panel);
    await closePage(panel);
  });

  test('on the desk, with a post and with a draft', async () => {
    const desk = await jubir.openPage('desk.html');
    await desk.setViewport({ width: 1280, height: 800 });
    await desk.waitForSelector('.entry');
    const of = (state: string): string => `::-p-xpath(//*[@role="option"][contains(.,"${state}")])`;
    await desk.click(of(texts.desk.stateOpened));
    await desk.waitForSelector('.post');
    await expectNoViolations(desk);
    await desk.click(of(texts.desk.stateDraft));
    await desk.waitForSelector('textarea');
    await expectNoViolations(desk);
    await closePage(desk);
  });

  test('in the options, and in the welcome before and after', async () => {
    const options = await jubir.openPage('options.html');
    await options.waitForSelector('[data-source]');
    // What the bundler put in, read from the file that it was shipped with.
    await options.click('.licences > summary');
    await options.waitForSelector('.licences li');
    expect(await options.$$eval('.licences li summary', (all) => all.map((one) => one.textContent))).toEqual(
      expect.arrayContaining(['IndoSum 2018 CC-BY-SA-4.0', expect.stringMatching(/^preact [\d.]+ MIT$/)]),
    );
    await options.click('.licences li summary');
    await expectNoViolations(options);
    await closePage(options);
    const welcome = await jubir.openPage('welcome.html');
    await welcome.waitForSelector('.picker');
    await expectNoViolations(welcome);
    await welcome.click(worded(texts.welcome.start));
    await welcome.waitForSelector('.welcome-done');
    await expectNoViolations(welcome);
    await closePage(welcome);
  });
});

describe('at 200 % nothing has to be scrolled sideways', () => {
  beforeAll(() => openedPost(jubir, rowAt({ rows }, 4)));

  /** Half of a laptop's page, of the popup and of a narrow side panel, in CSS pixels. */
  test.each([
    ['desk.html', 640, 400, '.entry'],
    ['options.html', 640, 400, '[data-source]'],
    ['welcome.html', 640, 400, '.picker'],
    ['sidepanel.html', 200, 400, '[data-release]'],
    ['popup.html', 200, 300, '[data-release]'],
  ] as const)('in %s', async (name, width, height, ready) => {
    await setSettings(jubir, { welcomed: false });
    const page = await jubir.openPage(name);
    await page.setViewport({ width, height, deviceScaleFactor: 2 });
    await page.waitForSelector(ready);
    expect(await sticksOut(page)).toEqual([]);
    if (name === 'popup.html') {
      await openComposer(page, rowAt({ rows }, 0));
      expect(await sticksOut(page)).toEqual([]);
    }
    await closePage(page);
  });
});
