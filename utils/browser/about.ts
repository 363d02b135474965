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
  return [ownBrowser().name, await systemName()].filter(Boolean).join(', ');
}

/** The browser with its main version, and the system: "Firefox 153, Windows". */
export async function browserLabel(): Promise<string> {
  const { name, version } = ownBrowser();
  return [`${name} ${version}`.trim(), await systemName()].filter(Boolean).join(', ');
}

async function systemName(): Promise<string> {
  const { os } = await browser.runtime.getPlatformInfo();
  return systems[os] ?? os;
}

/** By what it calls itself; Edge and Opera call themselves Chrome, too. */
function ownBrowser(): { name: string; version: string } {
  const agent = navigator.userAgent.replace(/Chrome(?=.*(?:Edg|OPR)\/)/, '');
  const [, name = '', version = ''] = /(Firefox|Edg|OPR|Chrome)\/(\d+)/.exec(agent) ?? [];
  const called: Record<string, string> = { Edg: 'Edge', OPR: 'Opera' };
  return { name: called[name] ?? name, version };
}
