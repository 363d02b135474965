import { spawn, spawnSync } from 'node:child_process';
import { getuid, platform, stdout } from 'node:process';
import { Browser, detectBrowserPlatform, install, resolveBuildId } from '@puppeteer/browsers';
import { type BrowserKind, browserCache, findBrowser } from './find.ts';

/** Says what is going on; the installer is slow and must never look stuck. */
export type Say = (line: string) => void;

/** Debian's packages; without the fonts, emoji and many scripts are boxes in screenshots. */
const packages: Record<BrowserKind, string> = { chromium: 'chromium', firefox: 'firefox-esr' };
const fonts = ['fonts-noto-core', 'fonts-noto-color-emoji'];

function run(command: string, args: string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    child.once('error', () => resolve(false)).once('exit', (code) => resolve(code === 0));
  });
}

function canUseApt(): boolean {
  return platform === 'linux' && getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
}

async function installWithApt(kinds: BrowserKind[], say: Say): Promise<void> {
  const wanted = [...kinds.map((kind) => packages[kind]), ...fonts];
  say(`No ${kinds.join(' and no ')} here: installing ${wanted.join(', ')} with apt (about a minute)…`);
  // Another apt may be at work on a fresh machine; wait for it.
  const patient = ['-q', '-o', 'DPkg::Lock::Timeout=180'];
  await run('apt-get', ['update', ...patient]);
  await run('apt-get', ['install', '-y', '--no-install-recommends', ...patient, ...wanted]);
}

async function installWithPuppeteer(kind: BrowserKind, say: Say): Promise<void> {
  const host = detectBrowserPlatform();
  if (!host)
    throw new Error('no browser is known for this kind of machine: set CHROME_PATH and FIREFOX_PATH');
  const browser = kind === 'chromium' ? Browser.CHROME : Browser.FIREFOX;
  say(`No ${kind} here: downloading one into .cache/browsers…`);
  const buildId = await resolveBuildId(browser, host, 'stable');
  let told = 0;
  await install({
    browser,
    buildId,
    platform: host,
    cacheDir: browserCache,
    installDeps: platform === 'linux' && getuid?.() === 0,
    downloadProgressCallback: (bytes, total) => {
      const share = Math.floor((bytes / total) * 10) * 10;
      if (share > told) stdout.write(`  ${kind} ${share} % of ${Math.round(total / 1_048_576)} MB\n`);
      told = Math.max(told, share);
    },
  });
}

/**
 * The paths of both browsers that were asked for, installed if need be: with apt as root on Debian and its kin, else
 * from the browsers' own download sites into `.cache/browsers`. Fails with what a person can do about it.
 */
export async function ensureBrowsers(
  kinds: BrowserKind[],
  say: Say = console.log,
): Promise<Map<BrowserKind, string>> {
  const missing = () => kinds.filter((kind) => !findBrowser(kind));
  if (missing().length > 0 && canUseApt()) await installWithApt(missing(), say);
  for (const kind of missing()) {
    await installWithPuppeteer(kind, say).catch((error: Error) => {
      say(`  ${error.message}`);
    });
  }
  const paths = new Map<BrowserKind, string>();
  for (const kind of kinds) {
    const path = findBrowser(kind);
    if (!path) {
      throw new Error(
        `no ${kind} was found and none could be installed: install ${kind === 'chromium' ? 'Chromium or Chrome' : 'Firefox'}, ` +
          `or name it in ${kind === 'chromium' ? 'CHROME_PATH' : 'FIREFOX_PATH'}`,
      );
    }
    paths.set(kind, path);
  }
  return paths;
}
