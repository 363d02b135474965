import browser, { type Manifest } from 'webextension-polyfill';

const patternOf = (host: string): string => `https://${host}/*`;

/**
 * Asks for these hosts. Call it as the first thing in a click's listener, on a tab page: the prompt can close a popup,
 * and neither browser shows it without the click.
 * @returns whether the official allowed them
 */
export function askHosts(hosts: readonly string[]): Promise<boolean> {
  return askOrigins(hosts.map(patternOf));
}

/** As `askHosts`, for match patterns. */
export function askOrigins(origins: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: [...origins] });
}

/**
 * What goes with a post, to the city's folder and to a language model, by the names that Mozilla gives to kinds of data
 * (https://extensionworkshop.com/documentation/develop/firefox-builtin-data-consent/): who signs in and by what, the
 * official's own texts, and what the city's page says. Firefox asks for them; Chrome knows no such question.
 */
export const leaving: Manifest.OptionalDataCollectionPermission[] = [
  'authenticationInfo',
  'personalCommunications',
  'websiteContent',
];

const inFirefox = (): boolean => import.meta.env.BROWSER === 'firefox';

/**
 * As `askOrigins`, for what the official's own texts will be sent to; in Firefox for that, too. A language model may
 * answer without https on this very machine.
 */
export function askToSend(origins: readonly string[]): Promise<boolean> {
  const data = inFirefox() ? { data_collection: leaving } : {};
  return browser.permissions.request({ origins: [...origins], ...data });
}

/** Whether the official's texts may leave this computer: Firefox lets that be taken back at any time. */
export async function maySend(): Promise<boolean> {
  return !inFirefox() || browser.permissions.contains({ data_collection: leaving });
}

/** Whether all of these hosts may be read now. */
export function hasHosts(hosts: readonly string[]): Promise<boolean> {
  return browser.permissions.contains({ origins: hosts.map(patternOf) });
}

/** As `hasHosts`, for match patterns. */
export function hasOrigins(origins: readonly string[]): Promise<boolean> {
  return browser.permissions.contains({ origins: [...origins] });
}

/** Calls back when a permission is given or taken back; returns what stops it. */
export function onHostsChanged(listener: () => void): () => void {
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
  return () => {
    browser.permissions.onAdded.removeListener(listener);
    browser.permissions.onRemoved.removeListener(listener);
  };
}

/** Every site that the browser lets Jubir read now, as match patterns; those of the manifest too. */
export async function allowedOrigins(): Promise<string[]> {
  return (await browser.permissions.getAll()).origins ?? [];
}
