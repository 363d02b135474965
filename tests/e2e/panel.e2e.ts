import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import type { ReleaseRow } from '../../utils/browser/snapshot.ts';
import { id as texts } from '../../utils/browser/texts/id.ts';
import { poll } from '../browsers/session.ts';
import { useJubir } from './harness.ts';
import {
  boxText,
  clickAway,
  closePage,
  draftOn,
  focusBox,
  labelled,
  openComposer,
  openList,
  rowAt,
  setSettings,
  waitForBox,
  waitForReleases,
  waitForSaved,
} from './steps.ts';

const jubir = useJubir();

let rows: ReleaseRow[] = [];
beforeAll(async () => {
  rows = (await waitForReleases(jubir)).rows;
  await setSettings(jubir, { platforms: ['x', 'whatsapp'] });
});

const typed = ' sampai huruf terakhir & “kutip” 🎉';

const handedOver = (): Promise<object | undefined> =>
  jubir.session.inExtension(async () => {
    const { browser } = globalThis as unknown as {
      browser: { storage: { session: { get(): Promise<{ 'hand-over'?: object }> } } };
    };
    return (await browser.storage.session.get())['hand-over'];
  });

/**
 * The side panel after the popup's button was pressed. Chromium's is the real one, opened by that very click. No
 * automation presses a button of Firefox's popup, and from a tab its sidebar refuses to open; there the button's
 * message is sent by hand, and the panel's page is opened in a tab.
 */
async function panelAfterHandOver(popup: Page, target: object): Promise<Page> {
  if (jubir.kind === 'firefox') {
    await jubir.send('hand-over', target);
    expect(await handedOver()).toEqual(target);
    await closePage(popup);
    return jubir.openPage('sidepanel.html');
  }
  await clickAway(popup, labelled(texts.app.openPanel));
  const found = await jubir.session.browser.waitForTarget((each) => each.url().endsWith('/sidepanel.html'));
  const panel = await found.asPage();
  await poll('the popup to close', async () => popup.isClosed());
  return panel;
}

test('the panel takes over what is being typed, to the last letter', async () => {
  const row = rowAt({ rows }, 0);
  const popup = await openList(jubir);
  await openComposer(popup, row);
  const first = await boxText(popup);
  await focusBox(popup);
  await popup.keyboard.type(typed);
  const panel = await panelAfterHandOver(popup, { releaseId: row.id, platform: 'x', angle: 'summary' });
  await waitForBox(panel, first + typed);
  expect((await draftOn(jubir, row, 'x'))?.text).toBe(first + typed);
  // Taken once: the next panel begins with the list.
  await poll('the hand-over to be taken', async () => (await handedOver()) === undefined);

  await focusBox(panel);
  await panel.keyboard.type(' lanjut di panel');
  await waitForSaved(panel);
  expect((await draftOn(jubir, row, 'x'))?.text).toBe(`${first + typed} lanjut di panel`);
  await closePage(panel);
});

test('the platform and the angle in view come along', async () => {
  const row = rowAt({ rows }, 1);
  const popup = await openList(jubir);
  await openComposer(popup, row);
  await popup.click('[role=tab][data-platform=whatsapp]');
  await popup.click('[data-angle=quote]');
  await popup.waitForSelector('[data-angle=quote][aria-pressed=true]');
  const text = await boxText(popup);
  const panel = await panelAfterHandOver(popup, { releaseId: row.id, platform: 'whatsapp', angle: 'quote' });
  await panel.waitForSelector('[role=tab][data-platform=whatsapp][aria-selected=true]');
  await panel.waitForSelector('[data-angle=quote][aria-pressed=true]');
  await waitForBox(panel, text);
  await closePage(panel);
});

test('an open panel follows the next hand-over, and both windows show one text', async () => {
  const row = rowAt({ rows }, 2);
  const panel = await jubir.openPage('sidepanel.html');
  await panel.waitForSelector('[data-release]');
  const target = { releaseId: row.id, platform: 'x', angle: 'summary' };
  await jubir.send('hand-over', target);
  await panel.waitForSelector('textarea');
  const first = await boxText(panel);
  expect(first).toBe(row.captions.x?.text);

  const popup = await openList(jubir);
  await openComposer(popup, row);
  await focusBox(popup);
  await popup.keyboard.type(' dari popup');
  await waitForSaved(popup);
  await closePage(popup);
  await waitForBox(panel, `${first} dari popup`);
  await closePage(panel);
});
