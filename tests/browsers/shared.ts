import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
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
  const pid = browser.process()?.pid;
  if (!pid) throw new Error('this browser was not started here');
  endWithUs(pid, profile);
  shared = { browser, port };
  return browser;
}

/**
 * Leaves a small process behind that ends the browser and removes its profile once this process is gone, however it
 * goes: vitest kills its workers, and a browser that is being killed still writes.
 */
function endWithUs(pid: number, profile: string): void {
  const script = `
    const { rmSync } = require('node:fs');
    const end = () => {
      try { process.kill(-${pid}, 'SIGKILL'); } catch (error) { if (error.code !== 'ESRCH') console.error(error); }
      setTimeout(() => rmSync(${JSON.stringify(profile)}, { recursive: true, force: true, maxRetries: 5 }), 2000);
    };
    process.stdin.on('end', end).on('error', end).resume();`;
  const child = spawn(process.execPath, ['-e', script], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.unref();
  (child.stdin as unknown as { unref(): void }).unref();
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
