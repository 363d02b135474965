import { fileURLToPath } from 'node:url';
import { launchChromium } from './chromium.ts';
import type { BrowserKind } from './find.ts';
import { launchFirefox } from './firefox.ts';
import { ensureBrowsers } from './install.ts';
import type { LaunchOptions, Session } from './session.ts';

/** The folder of the shipped build for each engine. */
export const builds: Record<BrowserKind, string> = {
  chromium: fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url)),
  firefox: fileURLToPath(new URL('../../.output/firefox-mv3', import.meta.url)),
};

/** Starts a browser with the shipped build in it, installing the browser first if the machine has none. */
export async function launch(
  kind: BrowserKind,
  options: Omit<LaunchOptions, 'extension'> & { extension?: string },
): Promise<Session> {
  await ensureBrowsers([kind]);
  const full = { extension: builds[kind], ...options };
  return kind === 'chromium' ? launchChromium(full) : launchFirefox(full);
}
