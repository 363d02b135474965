import browser from 'webextension-polyfill';
import { originOf } from '../../utils/account/account.ts';
import { folderOrigin } from '../../utils/backup/folder-choice.ts';
import { loadFolder } from '../../utils/browser/folder.ts';
import { loadSettings } from '../../utils/browser/settings.ts';
import { modelOrigin } from '../../utils/caption/model-choice.ts';
import { db } from '../../utils/db/database.ts';
import { feedOrigin } from '../../utils/humas/wanted.ts';
import type { Source } from '../../utils/source/source.ts';

/** The permissions that a source needs, as match patterns. */
export const originsOf = ({ hosts, imageHosts }: Source): string[] =>
  [...hosts, ...imageHosts].map((host) => `https://${host}/*`);

/** Gives back permissions that nothing needs any more; those of the manifest cannot be given back, and stay. */
export async function giveBack(origins: readonly string[]): Promise<void> {
  const [{ model, captionFeed }, { choice }] = await Promise.all([loadSettings(), loadFolder()]);
  const needed = new Set([
    ...(await db.sources.toArray()).flatMap(originsOf),
    ...(await db.accounts.toArray()).map(originOf),
    ...(model.kind === 'address' ? [modelOrigin(model.address)] : []),
    ...(captionFeed ? [feedOrigin(captionFeed.url)] : []),
    ...(choice.on ? [folderOrigin(choice.address)] : []),
    ...(browser.runtime.getManifest().host_permissions ?? []),
  ]);
  const idle = origins.filter((origin) => !needed.has(origin));
  if (idle.length > 0) await browser.permissions.remove({ origins: idle });
}
