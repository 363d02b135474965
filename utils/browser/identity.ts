import browser from 'webextension-polyfill';
import type { AuthWindow } from '../platform/mastodon/sign-in.ts';

/** A server's page to sign in on, in a window of the browser's own. */
export const authWindow = (): AuthWindow => ({
  redirectUri: browser.identity.getRedirectURL(),
  show: (url) => browser.identity.launchWebAuthFlow({ url, interactive: true }),
});
