import type { Account } from '../account/account.ts';
import type { FolderChoice } from '../backup/folder-choice.ts';
import { lookupServers } from '../platform/bluesky/lookup.ts';
import { catalogue } from '../platform/catalogue.ts';
import { composerUrl } from '../platform/links.ts';
import { type PlatformId, platformIds } from '../platform/platform.ts';
import type { Source } from '../source/source.ts';
import type { Settings } from './settings.ts';

/** Everything on which it depends whom Jubir contacts. */
export interface HostFacts {
  settings: Pick<Settings, 'addresses' | 'captionFeed' | 'mastodonServer' | 'model'>;
  sources: readonly Pick<Source, 'name' | 'hosts' | 'imageHosts' | 'paused'>[];
  accounts: readonly Pick<Account, 'handle' | 'server'>[];
  folder: FolderChoice;
  /** Match patterns that the browser lets Jubir read now, those of the manifest too. */
  allowed: readonly string[];
}

/** What Jubir asks a host for; each has a text that says when. */
export type HostUse =
  | 'releases'
  | 'releases-paused'
  | 'pictures'
  | 'captions'
  | 'account'
  | 'lookup'
  | 'folder'
  | 'model'
  /** It may be asked, and nothing asks it: an address that was tried, a source that is gone. */
  | 'allowed';

/** One host that Jubir itself contacts. */
export interface ContactedHost {
  /** "https://kotabogor.go.id": without a port, as the browser's permissions are. */
  origin: string;
  /** Never empty. `of` is the source's name or the account's handle, '' where there is no more to say. */
  uses: { use: HostUse; of: string }[];
}

/** One host that a tab shows after a click, and Jubir never asks. */
export interface OpenedHost {
  host: string;
  platform: PlatformId;
}

/**
 * Every host that Jubir contacts by itself as things stand: the list in the options, the one by which permissions are
 * given back, and the one that the end-to-end tests hold against every request they see. What is asked for once, in the
 * click in which an official types its address, is on it as soon as the official has allowed it.
 */
export function contactedHosts(facts: HostFacts): ContactedHost[] {
  const { sources, accounts, folder, allowed, settings } = facts;
  const { captionFeed, model } = settings;
  const hosts = new Map<string, ContactedHost>();
  const add = (address: string, use: HostUse, of = ''): void => {
    const { protocol, hostname } = new URL(address);
    const origin = `${protocol}//${hostname}`;
    const host = hosts.get(origin) ?? { origin, uses: [] };
    hosts.set(origin, host);
    if (!host.uses.some((each) => each.use === use && each.of === of)) host.uses.push({ use, of });
  };
  for (const source of sources) {
    const use = source.paused ? 'releases-paused' : 'releases';
    for (const host of source.hosts) add(`https://${host}`, use, source.name);
    for (const host of source.imageHosts) add(`https://${host}`, 'pictures', source.name);
  }
  if (captionFeed) add(captionFeed.url, 'captions');
  for (const { server, handle } of accounts) add(server, 'account', handle);
  if (folder.on) add(folder.address, 'folder');
  if (model.kind === 'address') add(model.address, 'model');
  for (const server of lookupServers) add(server, 'lookup');
  for (const pattern of allowed) {
    const address = pattern.replace(/\/\*$/, '');
    // A browser can be told to allow every site at once; that names none.
    if (pattern.includes('://*') || pattern.startsWith('<') || !URL.canParse(address)) continue;
    const { protocol, hostname } = new URL(address);
    if (!hosts.has(`${protocol}//${hostname}`)) add(address, 'allowed');
  }
  return [...hosts.values()];
}

/** Every host that a platform's button opens in a tab: the official's click, and the network's own page. */
export function openedHosts({ addresses, mastodonServer }: HostFacts['settings']): OpenedHost[] {
  return platformIds.flatMap((platform) => {
    const template = addresses[platform] ?? catalogue[platform].address;
    if (mastodonServer === null && template.includes('{server}')) return [];
    const { hostname } = new URL(composerUrl(platform, { text: '', link: '', mastodonServer }, template));
    return [{ host: hostname, platform }];
  });
}
