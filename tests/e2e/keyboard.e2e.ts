import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ReleaseRow } from '../../utils/browser/snapshot.ts';
import { id as texts } from '../../utils/browser/texts/id.ts';
import { poll } from '../browsers/session.ts';
import { useJubir } from './harness.ts';
import {
  boxText,
  closePage,
  closePlatformTabs,
  isFocused,
  labelled,
  openList,
  rowAt,
  rowOf,
  setSettings,
  tabTo,
  waitForReleases,
  waitForSaved,
  waitForText,
} from './steps.ts';

const jubir = useJubir();

let rows: ReleaseRow[] = [];
beforeAll(async () => {
  rows = (await waitForReleases(jubir)).rows;
  await setSettings(jubir, { platforms: ['x', 'whatsapp', 'threads', 'facebook', 'line', 'bluesky'] });
});

const waitForFocus = (page: Page, selector: string): Promise<boolean> =>
  poll(`the focus on ${selector}`, () => isFocused(page, selector));

/** An Enter that may close the popup, like the click that it stands for. */
async function enterAway(page: Page): Promise<void> {
  await page.keyboard.press('Enter').catch((error: Error) => {
    if (!page.isClosed()) throw error;
  });
}

describe('without a mouse', () => {
  test('from the list through the composer into X', async () => {
    const row = rowAt({ rows }, 1);
    const popup = await openList(jubir);
    await tabTo(popup, `${rowOf(row)} .release-title`);
    await popup.keyboard.press('Enter');
    await popup.waitForSelector('textarea');

    // One stop for all tabs; arrows go from platform to platform, and around.
    await tabTo(popup, '[role=tab]');
    expect(await isFocused(popup, '[data-platform=x]')).toBe(true);
    await popup.keyboard.press('ArrowRight');
    await waitForFocus(popup, '[data-platform=whatsapp][aria-selected=true]');
    await popup.keyboard.press('End');
    await waitForFocus(popup, '[data-platform=bluesky][aria-selected=true]');
    await popup.keyboard.press('ArrowRight');
    await waitForFocus(popup, '[data-platform=x][aria-selected=true]');

    await tabTo(popup, '[data-angle=quote]');
    await popup.keyboard.press(' ');
    await popup.waitForSelector('[data-angle=quote][aria-pressed=true]');
    await tabTo(popup, 'textarea');
    await popup.keyboard.down('Control');
    await popup.keyboard.press('End');
    await popup.keyboard.up('Control');
    await popup.keyboard.type(' tanpa tetikus');
    await waitForSaved(popup);
    const text = await boxText(popup);
    expect(text).toMatch(/ tanpa tetikus$/);
    await tabTo(popup, '.open-bar button');
    await enterAway(popup);
    const url = await jubir.waitForUrl(({ host }) => host === 'x.com');
    expect(url.searchParams.get('text')).toBe(text);
    await closePage(popup);
    await closePlatformTabs(jubir);
  });

  test('the question is answered, and the way back from the composer found', async () => {
    const row = rowAt({ rows }, 1);
    const popup = await openList(jubir);
    await popup.waitForSelector('.question');
    await tabTo(popup, '.question .button-main');
    await popup.keyboard.press('Enter');
    await waitForFocus(popup, '#post-link');
    await popup.keyboard.type('https://x.com/kota/status/42');
    await popup.keyboard.press('Enter');
    await waitForText(popup, '.toast span', texts.question.thanks);

    await tabTo(popup, `${rowOf(row)} .release-title`);
    await popup.keyboard.press('Enter');
    await popup.waitForSelector('textarea');
    await tabTo(popup, labelled(texts.app.back), true);
    await popup.keyboard.press('Enter');
    await popup.waitForSelector('.screen:not([hidden]) [data-release]');
    expect(await popup.$('textarea')).toBeNull();
    await closePage(popup);
  });

  test('the menu “…”: arrows move, Escape closes it alone, Enter opens', async () => {
    const row = rowAt({ rows }, 2);
    const popup = await openList(jubir);
    const more = `${rowOf(row)} [aria-haspopup=menu]`;
    await tabTo(popup, more);
    await popup.keyboard.press('Enter');
    await waitForFocus(popup, '[role=menuitem][data-platform=line]');
    await popup.keyboard.press('ArrowDown');
    await waitForFocus(popup, '[role=menuitem][data-platform=bluesky]');
    await popup.keyboard.press('ArrowDown');
    await waitForFocus(popup, '[role=menuitem][data-platform=line]');
    await popup.keyboard.press('Escape');
    await waitForFocus(popup, more);
    expect(await popup.$('[role=menu]')).toBeNull();
    expect(popup.isClosed()).toBe(false);
    await popup.keyboard.press('Enter');
    await waitForFocus(popup, '[role=menuitem][data-platform=line]');
    await enterAway(popup);
    const url = await jubir.waitForUrl(({ host }) => host === 'social-plugins.line.me');
    expect(url.searchParams.get('url')).toBe(row.url);
    await closePage(popup);
    await closePlatformTabs(jubir);
  });
});

describe('a release that comes while the popup is open', () => {
  const titles = (page: Page): Promise<string[]> =>
    page.$$eval('button.release-title', (buttons) => buttons.map(({ title }) => title));

  test('waits behind a button once the pointer has touched the list, and moves nothing', async () => {
    const popup = await openList(jubir);
    await poll('all rows', async () => (await titles(popup)).length === 9);
    const before = await titles(popup);
    const placed = (): Promise<number | undefined> =>
      popup.$eval(rowOf(rowAt({ rows }, 3)), (row) => row.getBoundingClientRect().top);
    await popup.hover(rowOf(rowAt({ rows }, 3)));
    const top = await placed();

    const added = jubir.portal.city.add({ title: 'Rilis yang baru saja terbit' });
    await jubir.send('refresh-now', null);
    const fresh = `${texts.list.fresh(1)} · ${texts.list.showFresh}`;
    await waitForText(popup, '.fresh button', fresh);
    expect(await titles(popup)).toEqual(before);
    expect(await placed()).toBe(top);

    await popup.click('.fresh button');
    await poll('the new release on top', async () => (await titles(popup))[0] === added.title);
    expect(await titles(popup)).toEqual([added.title, ...before]);
    expect(await popup.$('.fresh')).toBeNull();
    await closePage(popup);
  });

  test('takes its place at once in a list that nobody touched', async () => {
    const popup = await jubir.openPage('popup.html');
    await popup.waitForSelector('[data-release]');
    const added = jubir.portal.city.add({ title: 'Satu rilis lagi' });
    await jubir.send('refresh-now', null);
    await poll('the new release on top', async () => (await titles(popup))[0] === added.title);
    expect(await popup.$('.fresh')).toBeNull();
    await closePage(popup);
  });
});
