import { rmSync } from 'node:fs';
import { copyBuild, ensureBuild } from './build.ts';
import { launchChromium } from './chromium.ts';
import type { BrowserKind } from './find.ts';
import { launchFirefox } from './firefox.ts';
import { ensureBrowsers } from './install.ts';
import type { LaunchOptions, Session } from './session.ts';

/**
 * Starts a browser with the shipped build in it; builds, and installs the browser, where that is still to be done.
 * @param change may add to the browser's own copy of the build, whose folder it is given
 */
export async function launch(
  kind: BrowserKind,
  options: Omit<LaunchOptions, 'extension'>,
  change: (extension: string) => void = () => {},
): Promise<Session> {
  await Promise.all([ensureBrowsers([kind]), ensureBuild(kind)]);
  const extension = copyBuild(kind, options.profile);
  change(extension);
  const full = { ...options, extension };
  const session = await (kind === 'chromium' ? launchChromium(full) : launchFirefox(full));
  const remove = (): void => {
    if (!options.profile) rmSync(extension, { recursive: true, force: true });
  };
  if (!options.shared) {
    session.browser.once('disconnected', remove);
    return session;
  }
  return { ...session, close: () => session.close().finally(remove) };
}
