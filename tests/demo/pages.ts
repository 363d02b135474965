import type { Page } from 'puppeteer-core';
import { poll, type Session } from '../browsers/session.ts';

/** Finds the button, tab, link or box that assistive technology knows by this name, and clicks it. */
export async function click(page: Page, name: string): Promise<void> {
  await page.locator(byName(name)).setTimeout(10_000).click();
}

/** A selector for the element with this accessible name. */
export function byName(name: string): string {
  return `::-p-aria(${JSON.stringify(name).slice(1, -1)})`;
}

/** Waits until a page shows this text somewhere. */
export async function seeText(page: Page, text: string): Promise<void> {
  const shown = (): Promise<boolean> =>
    page.evaluate((wanted) => document.body.innerText.includes(wanted), text);
  await poll(`the text “${text}”`, shown, 10_000);
}

/** The tab at an address that passes, once it is there and has loaded. */
export function tabAt(session: Session, match: (url: URL) => boolean): Promise<Page> {
  return poll('the tab', async () => {
    const pages = await session.browser.pages();
    const page = pages.find((each) => URL.canParse(each.url()) && match(new URL(each.url())));
    const loaded = await page?.evaluate(() => document.readyState === 'complete').catch(() => false);
    return loaded ? page : null;
  });
}

/** Waits until the pictures and fonts of a page are there and nothing moves any more, for a screenshot. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
    // What turns while something is awaited never ends.
    const moves = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY);
    await Promise.all(moves.map((animation) => animation.finished.catch(() => {})));
  });
}
