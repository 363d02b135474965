import browser from 'webextension-polyfill';
import { tellErased } from '../../utils/browser/erased.ts';
import { logFailure } from '../../utils/browser/log.ts';
import { syncPageScripts } from '../../utils/browser/page-scripts.ts';
import { forgetSnapshot } from '../../utils/browser/snapshot.ts';
import { db } from '../../utils/db/database.ts';
import { signOutAll } from './accounts.ts';
import { beginStore, forgetStore, storeReady } from './store.ts';

/** Something was still there afterwards. What is erased stays erased; the same once more erases the rest. */
class EraseError extends Error {
  override name = 'EraseError';
}

/** How often, and how long apart in milliseconds, it is looked whether a job that was under way wrote once more. */
const looks = 5;
const pause = 200;

let erasedHere = false;

/** Opens the database again where this life of the worker erased it. */
export async function openAnew(): Promise<void> {
  if (!erasedHere) return;
  erasedHere = false;
  beginStore();
  await storeReady();
}

/**
 * Erases everything that Jubir keeps in this browser. From then on nothing is written until a person opens Jubir:
 * no alarm is left to ring, and the database stays closed to jobs that are still under way.
 * @throws EraseError where something is left
 */
export async function eraseEverything(): Promise<void> {
  erasedHere = true;
  tellErased();
  await signOutAll();
  db.close();
  forgetSnapshot();
  forgetStore();
  for (let look = 0; look < looks; look += 1) {
    for (const [what, erase] of Object.entries(steps)) {
      await erase().catch((error) => logFailure(`erase ${what}`, error));
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (await isBlank()) return;
  }
  throw new EraseError('something is left');
}

/** Whether nothing at all is stored, as after everything was erased: then nobody wants anything done. */
export async function isBlank(): Promise<boolean> {
  // In this order: what is stored can be long.
  if ((await indexedDB.databases()).length > 0) return false;
  return Object.keys(await browser.storage.local.get(null)).length === 0;
}

/** Each for itself: what one cannot erase must not keep the others. */
const steps: Record<string, () => Promise<unknown>> = {
  alarms: () => browser.alarms.clearAll(),
  'page scripts': () => syncPageScripts([]),
  notifications: async () => {
    for (const id of Object.keys(await browser.notifications.getAll())) await browser.notifications.clear(id);
  },
  databases: async () => {
    const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
    await Promise.all(names.map(deleteDatabase));
  },
  local: () => browser.storage.local.clear(),
  session: () => browser.storage.session.clear(),
  sync: () => browser.storage.sync.clear(),
  permissions: async () => {
    const needed = new Set(browser.runtime.getManifest().host_permissions ?? []);
    const { origins = [] } = await browser.permissions.getAll();
    const given = origins.filter((origin) => !needed.has(origin));
    if (given.length > 0) await browser.permissions.remove({ origins: given });
  },
  badge: () => browser.action.setBadgeText({ text: '' }),
};

/** Pages that have it open leave it now; the browser waits for them. */
function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new EraseError(`${name} is open elsewhere`));
  });
}
