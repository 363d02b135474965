import browser from 'webextension-polyfill';
import type { HandOver } from './messages.ts';

/** Key in `storage.session` of what the popup handed to the side panel. */
export const handOverKey = 'hand-over';

/** Takes what was handed over, once; then calls back on every later hand-over. Returns what stops it. */
export function onHandOver(listener: (target: HandOver) => void): () => void {
  const take = async () => {
    const stored = (await browser.storage.session.get(handOverKey))[handOverKey] as HandOver | undefined;
    if (!stored) return;
    await browser.storage.session.remove(handOverKey);
    listener(stored);
  };
  const heard = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'session' && changes[handOverKey]?.newValue) void take();
  };
  browser.storage.onChanged.addListener(heard);
  void take();
  return () => browser.storage.onChanged.removeListener(heard);
}
