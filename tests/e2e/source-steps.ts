import type { Page } from 'puppeteer-core';
import { id as texts } from '../../utils/browser/texts/id.ts';
import type { Release } from '../../utils/release/release.ts';
import type { Source } from '../../utils/source/source.ts';
import { poll } from '../browsers/session.ts';
import type { Jubir } from './jubir.ts';
import { waitForText, worded } from './steps.ts';

/** What a person does with sources in the settings; every wait polls a state. */

/** A source's entry in the settings. */
export const entryOf = (id: string): string => `[data-source="${id}"]`;

/** A preference of Firefox that puppeteer cannot set while it runs, and its own windows. */
interface Bidi {
  send(method: string, parameters: object): Promise<{ result: { contexts?: { context: string }[] } }>;
}

/** Runs code in Firefox's own window. */
export async function inFirefox(jubir: Jubir, expression: string): Promise<void> {
  const bidi = (jubir.session.browser as unknown as { connection: Bidi }).connection;
  const tree = await bidi.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  await bidi.send('script.evaluate', {
    expression,
    target: { context: tree.result.contexts?.[0]?.context },
    awaitPromise: true,
  });
}

/**
 * From now on a person says yes to every prompt. Nothing is allowed by that: a host may be read only once Jubir asked
 * for it.
 */
export function allowSites(jubir: Jubir): Promise<void> {
  return jubir.session.allowHost('https://*/*');
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

/** Opens the form for another source, unless it stands open. */
export async function openForm(page: Page): Promise<void> {
  if (await page.$('#source-address')) return;
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

/** Adds what is found best at an address, under a name, and waits until it was read. */
export async function addSource(jubir: Jubir, page: Page, address: string, name: string): Promise<Source> {
  await page.bringToFront();
  await openForm(page);
  await typeAddress(page, address);
  return confirmSource(jubir, page, name);
}

/** Names what was found, adds it and waits until all of it was read. */
export async function confirmSource(jubir: Jubir, page: Page, name: string): Promise<Source> {
  await page.waitForSelector('.preview li');
  await page.click('#source-name', { count: 3 });
  await page.type('#source-name', name);
  await page.click(worded(texts.sources.confirm));
  await waitForText(page, '.toast span', texts.sources.added(name));
  const source = await waitForSource(jubir, name, (each) => each.name === name && each.outcome?.ok === true);
  await poll('all texts', async () =>
    (await releasesOf(jubir, source.id)).every(({ body }) => body === 'read'),
  );
  return source;
}

/** Waits until one of the stored sources passes. */
export function waitForSource(
  jubir: Jubir,
  what: string,
  pass: (source: Source) => boolean,
): Promise<Source> {
  return poll(what, async () => (await jubir.table<Source>('sources')).find(pass), 30_000);
}

/** What the archive holds of a source. */
export async function releasesOf(jubir: Jubir, id: string): Promise<Release[]> {
  return (await jubir.table<Release>('releases')).filter(({ sourceId }) => sourceId === id);
}

/**
 * Asks for a refresh of all sources and waits until it is done. One that was under way answers for a source that it is
 * still reading; what it read may be older than what just changed, so then it is asked once more.
 */
export async function refreshNow(jubir: Jubir, id = 'kota-bogor'): Promise<void> {
  const since = Date.now();
  await poll('a refresh from now on', async () => {
    await jubir.send('refresh-now', null);
    const source = (await jubir.table<Source>('sources')).find((each) => each.id === id);
    return (source?.outcome?.at ?? 0) >= since;
  });
}
