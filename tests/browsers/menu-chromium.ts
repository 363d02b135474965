import type { Browser, Page, WebWorker } from 'puppeteer-core';
import type { MenuClick, View } from './view.ts';
import { viewOf } from './view.ts';

interface ChromeMenus {
  chrome: {
    tabs: { query(wanted: object): Promise<object[]> };
    contextMenus: { onClicked: { dispatch(info: object, tab: object | undefined): void } };
  };
}

/**
 * Dispatches the click of the context menu's item, which no automation reaches in Chromium: it carries no gesture, so
 * that a panel refuses to open and the page grants nothing, and proves what comes instead.
 */
export async function dispatchMenu(worker: WebWorker, page: Page, clicked: MenuClick): Promise<void> {
  await page.bringToFront();
  const info = { menuItemId: 'share-as-official', pageUrl: page.url(), ...clicked };
  await worker.evaluate(async (given) => {
    const { chrome } = globalThis as unknown as ChromeMenus;
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    chrome.contextMenus.onClicked.dispatch(given, tab);
  }, info);
}

/** Jubir's page that a click opened: the popup, or the small window. */
export async function openedInChromium(browser: Browser, origin: string): Promise<View> {
  const isOurs = (url: string): boolean =>
    url.startsWith(`${origin}/popup.html`) || url.startsWith(`${origin}/sidepanel.html`);
  const target = await browser.waitForTarget((each) => isOurs(each.url()), { timeout: 15_000 });
  return viewOf(await target.asPage());
}
