import browser from 'webextension-polyfill';
import type { AuthWindow } from '../platform/mastodon/sign-in.ts';

/** Whether the browser can show a server's page to sign in on; Firefox for Android cannot. */
export const hasAuthWindow = (): boolean => Boolean(browser.identity);

/** A server's page to sign in on, in a window of the browser's own; null where the browser has none (Firefox for Android). */
export function authWindow(): AuthWindow | null {
  const redirectUri = browser.identity?.getRedirectURL();
  if (redirectUri === undefined) return null;
  return { redirectUri, show: (url) => browser.identity?.launchWebAuthFlow({ url, interactive: true }) };
}
