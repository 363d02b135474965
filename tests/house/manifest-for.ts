import type { ConfigEnv, UserManifest } from 'wxt';
import config from '../../wxt.config.ts';

/** The manifest that is shipped to a browser, as far as this project writes it. */
export async function manifestFor(browser: 'chrome' | 'firefox'): Promise<UserManifest> {
  const env: ConfigEnv = { browser, mode: 'production', command: 'build', manifestVersion: 3 };
  const { manifest } = config;
  return typeof manifest === 'function' ? manifest(env) : ((await manifest) ?? {});
}
