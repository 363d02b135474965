import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';

/** A browser that one file of tests leaves to the next, and the port of the portal that it was started with. */
export interface SharedBrowser {
  browser: Browser;
  port: number;
}

let shared: SharedBrowser | undefined;

/** The browser that was left, if it still runs. */
export function leftBrowser(): SharedBrowser | undefined {
  if (shared && !shared.browser.connected) shared = undefined;
  return shared;
}

/**
 * Starts the browser that is shared from then on. It ends with this process, and its profile with it.
 * @param start given the profile's folder
 */
export async function startShared(
  port: number,
  start: (profile: string) => Promise<Browser>,
): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'jubir-shared-'));
  const browser = await start(profile);
  // Behind puppeteer's own, which kills the browser.
  process.once('exit', () => rmSync(profile, { recursive: true, force: true, maxRetries: 3 }));
  shared = { browser, port };
  return browser;
}

/**
 * Makes a shared browser as it was before the extension came. One that cannot be brought there is closed, and the next
 * file starts another.
 */
export async function leave(browser: Browser, clean: () => Promise<void>): Promise<void> {
  try {
    await clean();
  } catch (error) {
    console.warn('the browser is not used again:', error);
    shared = undefined;
    await browser.close();
  }
}
