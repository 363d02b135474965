import browser from 'webextension-polyfill';
import { logFailure } from '../../utils/browser/log.ts';
import { onSnapshot } from '../../utils/browser/snapshot.ts';

/** The toolbar badge counts unread releases; it follows the first screen, which carries that number. */
export function registerBadge(): void {
  onSnapshot(({ snapshot }) => {
    if (snapshot) showBadge(snapshot.unread).catch((error) => logFailure('badge', error));
  });
}

async function showBadge(unread: number): Promise<void> {
  const text = unread === 0 ? '' : unread > 99 ? '99+' : String(unread);
  await browser.action.setBadgeBackgroundColor({ color: '#0a6652' });
  await browser.action.setBadgeTextColor({ color: '#ffffff' });
  await browser.action.setBadgeText({ text });
}
