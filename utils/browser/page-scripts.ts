import browser from 'webextension-polyfill';
import { logFailure } from './log.ts';

/** Where the build puts the content script of `entrypoints/release.content`. */
const file = 'content-scripts/release.js';
const id = 'release';

let last: Promise<void> = Promise.resolve();

/**
 * Registers the content script for the pages of exactly these hosts, as far as Jubir may read them, and for no others;
 * the browser keeps that over restarts, and drops it with an update. Pages of new hosts that are open already get the
 * script too, so that after an update the old one gives way. Call it when the background starts and whenever sources
 * or permissions change: where nothing is new it changes nothing. Calls wait for each other.
 * @param hosts exact host names of sources; what is none, such as a pattern, is left out
 */
export function syncPageScripts(hosts: readonly string[]): Promise<void> {
  const synced = last.then(() => sync(hosts));
  // A failure is the caller's to tell; the next call starts afresh.
  last = synced.catch(() => {});
  return synced;
}

async function sync(hosts: readonly string[]): Promise<void> {
  const wanted = await allowed(hosts);
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  const before = registered?.matches ?? [];
  const fresh = wanted.filter((pattern) => !before.includes(pattern));
  if (fresh.length === 0 && before.length === wanted.length) return;
  if (wanted.length === 0) await browser.scripting.unregisterContentScripts({ ids: [id] });
  else if (registered) await browser.scripting.updateContentScripts([{ id, matches: wanted }]);
  else {
    await browser.scripting.registerContentScripts([
      { id, js: [file], matches: wanted, runAt: 'document_idle', persistAcrossSessions: true },
    ]);
  }
  if (fresh.length > 0) await runInOpenPages(fresh);
}

/** The match patterns of those hosts that may be read now. */
async function allowed(hosts: readonly string[]): Promise<string[]> {
  const patterns = [...new Set(hosts)].filter(isHostName).map((host) => `https://${host}/*`);
  const given = await Promise.all(
    patterns.map((pattern) => browser.permissions.contains({ origins: [pattern] })),
  );
  return patterns.filter((_, at) => given[at]);
}

/** A source can come out of a file that anyone wrote: "*" as its host would be every site. */
function isHostName(host: string): boolean {
  return /^[a-z\d-]+(?:\.[a-z\d-]+)+$/.test(host);
}

async function runInOpenPages(patterns: string[]): Promise<void> {
  for (const { id: tabId } of await browser.tabs.query({ url: patterns })) {
    if (tabId === undefined) continue;
    try {
      await browser.scripting.executeScript({ target: { tabId }, files: [file] });
    } catch (error) {
      // A tab may be at an error page, or gone: its next load gets the script by itself.
      logFailure('page script', error);
    }
  }
}
