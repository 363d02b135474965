import { catalogue } from './catalogue.ts';
import { composerUrl } from './links.ts';
import { type PlatformId, platformIds } from './platform.ts';

/** Addresses that stand in for those of the catalogue, where a network changed its own before Jubir did. */
export type Addresses = Partial<Record<PlatformId, string>>;

/** The address that opens a network where none stands in for it; on a phone the one that its app listens to. */
export const addressOf = (platform: PlatformId, phone: boolean): string =>
  (phone && catalogue[platform].appAddress) || catalogue[platform].address;

/** The longest such address, in characters. */
const longest = 500;

/**
 * Whether this can be a network's address: https, a fixed host (only Mastodon's may be the official's own server), and
 * the text or the link in it where the catalogue's has one: a composer that opens empty would lose what was written.
 */
export function isAddress(platform: PlatformId, address: string): boolean {
  if (address.length > longest || !address.startsWith('https://')) return false;
  const carries = /\{(?:text|link|body)\}/;
  if (carries.test(catalogue[platform].address) && !carries.test(address)) return false;
  const host = address.slice('https://'.length).split(/[/?#]/)[0] ?? '';
  if (host.includes('{') && !(platform === 'mastodon' && host === '{server}')) return false;
  const input = { text: 'a', link: 'https://a.id/', mastodonServer: 'a.id' };
  const made = composerUrl(platform, input, address);
  if (!URL.canParse(made)) return false;
  const { username, password, hostname } = new URL(made);
  return username === '' && password === '' && hostname.includes('.') && !/[{}]/.test(made);
}

/** Addresses from what storage or a policy gave; those that cannot be are left out, one by one. */
export function readAddresses(value: unknown): Addresses {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const read: Addresses = {};
  for (const platform of platformIds) {
    const address = Object.hasOwn(given, platform) ? given[platform] : undefined;
    if (typeof address === 'string' && isAddress(platform, address)) read[platform] = address;
  }
  return read;
}
