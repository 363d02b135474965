import browser from 'webextension-polyfill';
import { loadFolder } from '../../utils/browser/folder.ts';
import { contactedHosts } from '../../utils/browser/hosts.ts';
import { loadSettings } from '../../utils/browser/settings.ts';
import { db } from '../../utils/db/database.ts';
import type { Source } from '../../utils/source/source.ts';

/** The permissions that a source needs, as match patterns. */
export const originsOf = ({ hosts, imageHosts }: Source): string[] =>
  [...hosts, ...imageHosts].map((host) => `https://${host}/*`);

/** Gives back permissions that nothing needs any more; those of the manifest cannot be given back, and stay. */
export async function giveBack(origins: readonly string[]): Promise<void> {
  const [settings, folder] = await Promise.all([loadSettings(), loadFolder()]);
  const [sources, accounts] = await Promise.all([db.sources.toArray(), db.accounts.toArray()]);
  const asked = contactedHosts({ settings, sources, accounts, folder: folder.choice, allowed: [] });
  const needed = new Set([
    ...asked.map(({ origin }) => `${origin}/*`),
    ...(browser.runtime.getManifest().host_permissions ?? []),
  ]);
  const idle = origins.filter((origin) => !needed.has(origin));
  if (idle.length > 0) await browser.permissions.remove({ origins: idle });
}
