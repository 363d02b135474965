import browser from 'webextension-polyfill';
import type { Shelf } from '../backup/snapshot.ts';

/**
 * `storage.local` as the place of snapshots. It lies apart from the extension's IndexedDB in both browsers, as seen in
 * real profiles: in Chromium 156 `Local Extension Settings/<id>` beside `IndexedDB/chrome-extension_<id>_0…`, in
 * Firefox 153 `storage/default/moz-extension+++<uuid>^userContextId=4294967295` beside `…/moz-extension+++<uuid>`.
 */
export const localShelf: Shelf = {
  get: (keys) => browser.storage.local.get(keys),
  set: (items) => browser.storage.local.set(items),
  remove: (keys) => browser.storage.local.remove(keys),
  // `getKeys` is newer than Chrome 120 and Firefox 140; elsewhere every value is read to know its key.
  keys: async () => (await local.getKeys?.()) ?? Object.keys(await browser.storage.local.get(null)),
};

const local: { getKeys?: () => Promise<string[]> } = browser.storage.local;
