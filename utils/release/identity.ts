import { parseUrl, secured } from '../source/address.ts';
import type { ReadItem } from '../source/source.ts';

/** Parameters that tell where a reader came from, never what is read. */
const TRACKING =
  /^(?:utm_.*|at_.*|mc_[ce]id|_hs(?:enc|mi)|_g[al]|(?:fb|g|d|y)clid|g[bw]?raid|gclsrc|wbraid|msclkid|twclid|ttclid|li_fat_id|igsh(?:id)?|mkt_tok|spm|fb_(?:action_ids|action_types|source|ref)|action_(?:object|type|ref)_map)$/i;

/**
 * The address of a release as it is stored and shared: https, host in lower case, without fragment (unless it
 * is a `#!` route), default port and tracking parameters; the other parameters in the city's own order.
 * @returns null where the text is no address
 */
export function canonicalUrl(address: string): string | null {
  const url = parseUrl(secured(address));
  if (!url) return null;
  if (!url.hash.startsWith('#!')) url.hash = '';
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  return url.href;
}

/** What of an item tells it from others. */
type Identified = Pick<ReadItem, 'url' | 'guid' | 'title' | 'published'>;

/**
 * The stable identity of a release: 16 hexadecimal digits (FNV-1a, 64 bits) over the source's id and
 * - its address, where that points at one release: canonical, parameters sorted, without `www.` and the last slash;
 * - else its guid, if it is one (feeds were seen that number their items 1 to 9 and start again);
 * - else its title and the day it was published.
 *
 * So an address read twice is one release whatever its guid, and a guid used again for another address is another.
 * @param frontPage the source's own address: a link to it, or to a bare host, points at no release
 */
export function releaseId(sourceId: string, item: Identified, frontPage: string): string {
  return fnv1a64(`${sourceId}\n${identityKey(item, frontPage)}`);
}

/** The identity of a release that is known by its address alone. */
export function addressId(sourceId: string, address: string, frontPage: string): string {
  return releaseId(sourceId, { url: address, guid: null, title: '', published: null }, frontPage);
}

function identityKey(item: Identified, frontPage: string): string {
  const link = item.url && addressKey(item.url);
  if (link && link !== addressKey(frontPage) && !isBareHost(link)) return `url ${link}`;
  if (item.guid && isTelling(item.guid)) return `guid ${item.guid}`;
  const day = item.published ? Math.floor(item.published.at / 86_400_000) : '';
  return `title ${item.title} ${day}`;
}

/** What two addresses of one release have in common: without scheme, `www.` and the last slash. Null where it is no address. */
export function addressKey(address: string): string | null {
  const canonical = canonicalUrl(address);
  const url = canonical && parseUrl(canonical);
  if (!url) return null;
  url.searchParams.sort();
  return `${url.host.replace(/^www\./, '')}${url.pathname.replace(/\/+$/, '')}${url.search}${url.hash}`;
}

function isBareHost(key: string): boolean {
  return !/[/?#]/.test(key);
}

/** A short number is a position in the feed, and a guid that is the address of a front page says nothing either. */
function isTelling(guid: string): boolean {
  const key = /^https?:/i.test(guid) ? addressKey(guid) : null;
  return key === null ? guid.length >= 8 && !/^\d{1,8}$/.test(guid) : !isBareHost(key);
}

const PRIME = 0x100000001b3n;
const BASIS = 0xcbf29ce484222325n;

/** http://www.isthe.com/chongo/tech/comp/fnv/, over UTF-8. Synchronous, so that it can be used inside a transaction. */
function fnv1a64(text: string): string {
  let hash = BASIS;
  for (const byte of new TextEncoder().encode(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME);
  }
  return hash.toString(16).padStart(16, '0');
}
