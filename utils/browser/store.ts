import browser from 'webextension-polyfill';
import type { Incident } from '../backup/recover.ts';
import type { DoorState } from '../db/door.ts';

/** How the database is, as the background has it: every page says so, the popup without opening it. */
export type StoreState = Exclude<DoorState, 'outdated'> | 'restoring';

export interface StoreTold {
  state: StoreState;
  /** What was damaged and had back, until the official has read it. */
  incident?: Incident;
}

/** Key in `storage.local`; read by the popup together with others in one call. */
export const storeKey = 'store';

const states: readonly unknown[] = ['open', 'blocked', 'newer', 'step-failed', 'unreadable', 'restoring'];

/** What storage gave. */
function readStore(stored: unknown): StoreTold {
  const told = stored as StoreTold | undefined;
  return told && states.includes(told.state) ? told : { state: 'open' };
}

/** What was told last. */
export async function loadStore(): Promise<StoreTold> {
  return readStore((await browser.storage.local.get(storeKey))[storeKey]);
}

/** Tells every page. Called by the background only. */
export async function tellStore(told: StoreTold): Promise<void> {
  // Nothing to tell is told by nothing: the key is there only while something is wrong.
  if (told.state === 'open' && !told.incident) await browser.storage.local.remove(storeKey);
  else await browser.storage.local.set({ [storeKey]: told });
}

/** Calls back on every later change; returns what stops it. */
export function onStore(listener: (told: StoreTold) => void): () => void {
  const heard = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && storeKey in changes) listener(readStore(changes[storeKey]?.newValue));
  };
  browser.storage.onChanged.addListener(heard);
  return () => browser.storage.onChanged.removeListener(heard);
}
