import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { env, platform } from 'node:process';
import { fileURLToPath } from 'node:url';

/** The two engines that Jubir is built for. */
export type BrowserKind = 'chromium' | 'firefox';

/** Where browsers of our own go when the machine has none; ignored by git. */
export const browserCache = fileURLToPath(new URL('../../.cache/browsers', import.meta.url));

/** Environment variables that name a browser outright. */
const overrides: Record<BrowserKind, string> = { chromium: 'CHROME_PATH', firefox: 'FIREFOX_PATH' };

/** Names to look for in the PATH. Chromium first: branded Chrome is stricter about extensions that are not from its store. */
const commands: Record<BrowserKind, string[]> = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
  ],
  firefox: ['firefox-esr', 'firefox'],
};

function macPaths(kind: BrowserKind): string[] {
  const apps =
    kind === 'chromium'
      ? ['Chromium', 'Google Chrome', 'Microsoft Edge']
      : ['Firefox', 'Firefox Developer Edition'];
  return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
    apps.map((app) => join(folder, `${app}.app`, 'Contents/MacOS', kind === 'firefox' ? 'firefox' : app)),
  );
}

function windowsPaths(kind: BrowserKind): string[] {
  const roots = [env.LOCALAPPDATA, env.PROGRAMFILES, env['PROGRAMFILES(X86)']];
  const files =
    kind === 'chromium'
      ? [
          'Chromium/Application/chrome.exe',
          'Google/Chrome/Application/chrome.exe',
          'Microsoft/Edge/Application/msedge.exe',
        ]
      : ['Mozilla Firefox/firefox.exe', 'Firefox Developer Edition/firefox.exe'];
  return files.flatMap((file) => roots.flatMap((root) => (root ? [join(root, file)] : [])));
}

function linuxPaths(kind: BrowserKind): string[] {
  const folders = (env.PATH ?? '').split(':').filter(Boolean);
  return commands[kind].flatMap((name) => folders.map((folder) => join(folder, name)));
}

/**
 * Whether a command is only the door to a snap. A snap cannot read profiles and builds where tests put them, so it
 * fails in ways that look like faults of Jubir.
 */
function isSnap(path: string): boolean {
  if (path.startsWith('/snap/') || realpathSync(path) === '/usr/bin/snap') return true;
  return statSync(path).size < 16_384 && readFileSync(path, 'latin1').includes('/snap/bin/');
}

/** Browsers that `install.ts` downloaded earlier: <cache>/<browser>/<platform>-<version>/…/<executable>. */
function cachedPaths(kind: BrowserKind): string[] {
  const names =
    kind === 'chromium' ? ['chrome', 'chrome.exe', 'Google Chrome for Testing'] : ['firefox', 'firefox.exe'];
  const root = join(browserCache, kind === 'chromium' ? 'chrome' : 'firefox');
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && names.includes(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/**
 * The path of an installed browser, or null. `CHROME_PATH` and `FIREFOX_PATH` come first and are taken at their word.
 */
export function findBrowser(kind: BrowserKind): string | null {
  const override = env[overrides[kind]];
  if (override) {
    if (!existsSync(override)) throw new Error(`${overrides[kind]} names ${override}, which is not there`);
    return override;
  }
  const installed =
    platform === 'darwin' ? macPaths(kind) : platform === 'win32' ? windowsPaths(kind) : linuxPaths(kind);
  const usable = installed.find((path) => existsSync(path) && (platform !== 'linux' || !isSnap(path)));
  return usable ?? cachedPaths(kind)[0] ?? null;
}
