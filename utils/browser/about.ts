import browser from 'webextension-polyfill';

/** Jubir's own version, as in its manifest. */
export const version = (): string => browser.runtime.getManifest().version;

/** The keys that open the popup, as the browser has them now; null where none are set or can be. */
export async function openingShortcut(): Promise<string | null> {
  // Absent in Firefox for Android.
  const commands = await browser.commands?.getAll();
  return commands?.find((command) => command.name === '_execute_action')?.shortcut || null;
}
