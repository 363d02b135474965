import { readHead } from '../backup/snapshot.ts';
import { logFailure } from './log.ts';
import { localShelf } from './shelf.ts';

/** What is told of the place where drafts lie. */
export interface StorageFacts {
  /** The browser's answer: it removes nothing by itself, whatever the disk lacks. */
  persisted: boolean;
  /** Bytes; null where the browser does not tell. */
  used: number | null;
  /** When the latest snapshot was made, epoch milliseconds; null where there is none. */
  snapshotAt: number | null;
}

/**
 * Asks the browser to keep what is stored. With `unlimitedStorage` Firefox 153 says yes without a prompt; Chromium 156
 * says no to every extension without one, and shields it by that permission all the same. Workers cannot ask.
 */
export async function askToKeep(): Promise<boolean> {
  try {
    return (await navigator.storage.persisted()) || (await navigator.storage.persist());
  } catch (error) {
    logFailure('persist', error);
    return false;
  }
}

/** How things stand now. */
export async function storageFacts(): Promise<StorageFacts> {
  const [persisted, estimate, head] = await Promise.all([
    askToKeep(),
    navigator.storage.estimate().catch((error) => {
      logFailure('estimate', error);
      return { usage: undefined };
    }),
    readHead(localShelf),
  ]);
  return { persisted, used: estimate.usage ?? null, snapshotAt: head?.at ?? null };
}
