import browser from 'webextension-polyfill';
import { news } from './texts/news.ts';

/** An update that brought something to tell. */
export interface Updated {
  /** The version's first two numbers: "0.2". */
  version: string;
  /** When it came, epoch milliseconds. */
  at: number;
}

/** Key in `storage.local`; read by the popup together with others in one call. */
export const updatedKey = 'updated';

/** How long it is told to one who neither reads nor closes it, in milliseconds: a week. */
const toldFor = 7 * 24 * 60 * 60 * 1000;

/** "0.2" of "0.2.1": what follows mends, and is not told. */
const minorOf = (version: string): string => version.split('.').slice(0, 2).join('.');

/** Notes an update that brought something to tell. Called by the background only. */
export async function noteUpdate(from: string, to: string, now: number): Promise<void> {
  const version = minorOf(to);
  if (version === minorOf(from) || !Object.hasOwn(news, version)) return;
  await browser.storage.local.set({ [updatedKey]: { version, at: now } satisfies Updated });
}

/** The version to tell of, from what storage gave; null where there is none, or where it is no news any more. */
export function readUpdated(stored: unknown, now: number): string | null {
  const { version, at } = (stored ?? {}) as Partial<Updated>;
  if (typeof version !== 'string' || typeof at !== 'number' || !Object.hasOwn(news, version)) return null;
  return now - at < toldFor ? version : null;
}

/** The official has read it: it is not told again. */
export const forgetUpdate = (): Promise<void> => browser.storage.local.remove(updatedKey);
