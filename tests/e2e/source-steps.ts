import type { Page } from 'puppeteer-core';
import { id as texts } from '../../utils/browser/texts/id.ts';
import type { Source } from '../../utils/source/source.ts';
import { poll } from '../browsers/session.ts';
import type { Jubir } from './harness.ts';
import { worded } from './steps.ts';

/** What a person does with sources in the settings; every wait polls a state. */

/** A source's entry in the settings. */
export const entryOf = (id: string): string => `[data-source="${id}"]`;

/** A preference of Firefox that puppeteer cannot set while it runs, and its own windows. */
interface Bidi {
  send(method: string, parameters: object): Promise<{ result: { contexts?: { context: string }[] } }>;
}

/** Runs code in Firefox's own window. */
async function inFirefox(jubir: Jubir, expression: string): Promise<void> {
  const bidi = (jubir.session.browser as unknown as { connection: Bidi }).connection;
  const tree = await bidi.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  await bidi.send('script.evaluate', {
    expression,
    target: { context: tree.result.contexts?.[0]?.context },
    awaitPromise: true,
  });
}

/** A person would say yes to the prompt for a host and its twin with `www`. */
export async function allowSite(jubir: Jubir, host: string): Promise<void> {
  await jubir.session.allowHost(`https://${host}/*`);
  await jubir.session.allowHost(`https://www.${host}/*`);
}

/**
 * Does what brings the prompt, and says no to it. In Firefox the prompt is the real one and its button is pressed; in
 * headless Chromium nothing reaches the prompt, which stands until the browser ends: there the answer is put in its
 * place, in this page.
 */
export async function refuseWhile(jubir: Jubir, page: Page, act: () => Promise<void>): Promise<void> {
  if (jubir.kind === 'chromium') {
    await page.evaluate(() => {
      const home = globalThis as unknown as Record<'browser' | 'chrome', Api | undefined>;
      for (const api of new Set([home.browser, home.chrome])) {
        if (api) api.permissions.request = () => Promise.resolve(false);
      }
      interface Api {
        permissions: { request: () => Promise<boolean> };
      }
    });
    return act();
  }
  const ask = (prompts: boolean): Promise<void> =>
    inFirefox(jubir, `Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', ${prompts})`);
  await ask(true);
  await act();
  await inFirefox(
    jubir,
    `(async () => {
      for (let tries = 0; tries < 200; tries += 1) {
        const button = document.querySelector('#addon-webext-permissions-notification:not([hidden])')?.secondaryButton;
        if (button) return button.click();
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    })()`,
  );
  await ask(false);
}

/** The settings, once they show what sources there are. */
export async function openSettings(jubir: Jubir): Promise<Page> {
  const page = await jubir.openPage('options.html');
  await page.setViewport({ width: 1000, height: 900 });
  await page.waitForSelector('[data-source]');
  return page;
}

/** Opens the form for another source. */
export async function openForm(page: Page): Promise<void> {
  await page.waitForSelector(worded(texts.sources.add));
  await page.click(worded(texts.sources.add));
  await page.waitForSelector('#source-address');
}

/** Types an address and looks for releases there. */
export async function typeAddress(page: Page, address: string): Promise<void> {
  await page.waitForSelector('#source-address');
  await page.click('#source-address', { count: 3 });
  await page.type('#source-address', address);
  await page.click(worded(texts.sources.find));
}

/** The titles in the preview, as they stand there. */
export function previewed(page: Page): Promise<string[]> {
  return page.$$eval('.preview li strong', (titles) => titles.map((title) => title.textContent ?? ''));
}

/** Waits until the stored source at an address passes. */
export function waitForSource(
  jubir: Jubir,
  what: string,
  pass: (source: Source) => boolean,
): Promise<Source> {
  return poll(what, async () => (await jubir.table<Source>('sources')).find(pass), 30_000);
}

/** Asks for a refresh of all sources and waits until it is done. */
export async function refreshNow(jubir: Jubir): Promise<void> {
  await jubir.send('refresh-now', null);
}
