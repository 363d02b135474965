import { logFailure } from '../../utils/browser/log.ts';
import { syncPageScripts } from '../../utils/browser/page-scripts.ts';
import { onHostsChanged } from '../../utils/browser/permissions.ts';
import { db } from '../../utils/db/database.ts';
import { isBlank } from './erase.ts';
import { storeReady } from './store.ts';

/** Keeps the button on the pages of the sources that there are: from each start, as an update takes it off them all. */
export function registerPageScripts(): void {
  onHostsChanged(() => void renewPageScripts());
  void renewPageScripts();
}

/** To be called after the sources changed. What fails is in the log, and is made good at the next call. */
export async function renewPageScripts(): Promise<void> {
  try {
    // To look into a database that was erased would make it anew.
    if (await isBlank()) return await syncPageScripts([]);
    await storeReady();
    await syncPageScripts((await db.sources.toArray()).flatMap(({ hosts }) => hosts));
  } catch (error) {
    logFailure('page scripts', error);
  }
}
