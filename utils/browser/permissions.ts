import browser from 'webextension-polyfill';

const patternOf = (host: string): string => `https://${host}/*`;

/**
 * Asks for these hosts. Call it as the first thing in a click's listener, on a tab page: the prompt can close a popup,
 * and neither browser shows it without the click.
 * @returns whether the official allowed them
 */
export function askHosts(hosts: readonly string[]): Promise<boolean> {
  return askOrigins(hosts.map(patternOf));
}

/** As `askHosts`, for match patterns: a language model may answer without https on this very machine. */
export function askOrigins(origins: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: [...origins] });
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
