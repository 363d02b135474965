import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { Account } from '../../utils/account/account.ts';
import { noFolder } from '../../utils/backup/folder-choice.ts';
import { readFolder } from '../../utils/browser/folder.ts';
import { contactedHosts, type HostFacts } from '../../utils/browser/hosts.ts';
import { defaultSettings, settingsFrom } from '../../utils/browser/settings.ts';
import { presets } from '../../utils/source/cities.ts';
import type { Source } from '../../utils/source/source.ts';
import { redirectTarget } from '../city/faults.ts';
import type { SeenRequest } from '../city/portal.ts';
import { type Jubir, started } from './jubir.ts';

/**
 * Holds every request that the portal saw in a file of tests against "Host yang dihubungi", the list that the options
 * show: what Jubir asked and the list did not name, at the end of some test, fails the file. It is set up for all of them
 * in `vitest.config.ts`, so no file can leave it out.
 */

/** Hosts that some list of this file's Jubirs named. */
let listed = new Set<string>();

beforeAll(() => {
  started.clear();
  // The one place that a city's answer may lead the browser to, in the fault "redirect"; the list says so in words.
  listed = new Set([new URL(redirectTarget).hostname]);
  // What the list names from the installation on.
  list({ settings: defaultSettings, sources: presets, accounts: [], folder: noFolder, allowed: [] });
});

afterEach(async () => {
  for (const jubir of started) {
    // The list is asked for only where it matters: opening a page of Jubir is no part of most tests.
    if (unlisted().length > 0 && jubir.session.browser.connected) await readList(jubir);
  }
});

afterAll(() => {
  expect(unlisted(), 'asked by Jubir, and not on the list “Host yang dihubungi”').toEqual([]);
});

/** Hosts that Jubir asked so far and no list named. */
function unlisted(): string[] {
  const requests = [...new Set([...started].map(({ portal }) => portal))].flatMap(
    (portal) => portal.requests,
  );
  return [...new Set(requests.filter(isJubirs).map(({ host }) => host))].filter((host) => !listed.has(host));
}

/** Services of Chromium's own, which it asks without a page or an extension behind it. */
const chromiums = /^(?:accounts|clients2|sb-ssl|www)\.google\.com$|\.googleapis\.com$|\.gvt1\.com$/;

/**
 * Whether a request came from Jubir. By the fetch metadata that both browsers send (https://www.w3.org/TR/fetch-metadata/):
 * a page that is opened is a `document`; what a page of the web loads has that page behind it, and counts where it is on
 * another host, since a content script of ours could have put it there. Firefox's own services send none.
 */
export function isJubirs({ headers, host }: Pick<SeenRequest, 'headers' | 'host'>): boolean {
  const { origin = '', referer = '' } = headers;
  if (/^(?:chrome|moz)-extension:/.test(origin)) return true;
  const [mode, destination] = [headers['sec-fetch-mode'], headers['sec-fetch-dest']];
  if (destination === undefined || destination === 'document') return false;
  const behind = [origin, referer].find((address) => /^https?:/.test(address));
  if (behind !== undefined && new URL(behind).hostname === host) return false;
  return !(mode === 'no-cors' && chromiums.test(host));
}

async function readList(jubir: Jubir): Promise<void> {
  const stored = await jubir.stored<Record<string, unknown>>();
  list({
    settings: settingsFrom(stored),
    sources: await jubir.table<Source>('sources'),
    accounts: await jubir.table<Account>('accounts'),
    folder: readFolder(stored.folder).choice,
    allowed: await jubir.allowed(),
  });
}

function list(facts: HostFacts): void {
  for (const { origin } of contactedHosts(facts)) listed.add(new URL(origin).hostname);
}
