import browser from 'webextension-polyfill';
import { isCopyDue, type LastCopy, laterFor, readLastCopy } from '../backup/reminder.ts';
import type { JubirDatabase } from '../db/database.ts';
import { machineOf } from '../db/machine.ts';

/** Key in `storage.local`. */
const lastCopyKey = 'last-copy';

/** When the official last made a copy. */
export async function loadLastCopy(): Promise<LastCopy> {
  return readLastCopy((await browser.storage.local.get(lastCopyKey))[lastCopyKey]);
}

/** Notes that a whole copy was made, up to this machine's count `n`. */
export async function noteCopy(n: number, now: number): Promise<void> {
  await browser.storage.local.set({ [lastCopyKey]: { at: now, n, later: 0 } satisfies LastCopy });
}

/** "Nanti": not before a week has passed. */
export async function remindLater(now: number): Promise<void> {
  await browser.storage.local.set({ [lastCopyKey]: { ...(await loadLastCopy()), later: now + laterFor } });
}

/** Calls back on every later change; returns what stops it. */
export function onLastCopy(listener: () => void): () => void {
  const heard = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && lastCopyKey in changes) listener();
  };
  browser.storage.onChanged.addListener(heard);
  return () => browser.storage.onChanged.removeListener(heard);
}

/** Whether the official is to be reminded of a copy now. */
export async function isReminderDue(db: JubirDatabase): Promise<boolean> {
  const [last, drafts, { n }] = await Promise.all([loadLastCopy(), db.drafts.count(), machineOf(db)]);
  return isCopyDue(last, { drafts, n, now: Date.now() });
}
