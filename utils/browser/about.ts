import browser from 'webextension-polyfill';

/** Jubir's own version, as in its manifest. */
export const version = (): string => browser.runtime.getManifest().version;

/** The keys that open the popup, as the browser has them now; null where none are set or can be. */
export async function openingShortcut(): Promise<string | null> {
  // Absent in Firefox for Android.
  const commands = await browser.commands?.getAll();
  return commands?.find((command) => command.name === '_execute_action')?.shortcut || null;
}

/** Names of systems as their makers write them. */
const systems: Record<string, string> = {
  win: 'Windows',
  mac: 'macOS',
  linux: 'Linux',
  cros: 'ChromeOS',
  android: 'Android',
  openbsd: 'OpenBSD',
};

/** This computer in words that its official knows it by: "Firefox, Windows". */
export async function machineLabel(): Promise<string> {
  const { os } = await browser.runtime.getPlatformInfo();
  const [, name] =
    /(Firefox|Edg|OPR|Chrome)\//.exec(navigator.userAgent.replace(/Chrome(?=.*(?:Edg|OPR)\/)/, '')) ?? [];
  const called: Record<string, string> = { Edg: 'Edge', OPR: 'Opera' };
  return [called[name ?? ''] ?? name, systems[os] ?? os].filter(Boolean).join(', ');
}
