import { bounds } from './bounds.ts';

/** Whether a host name (as `URL.hostname` gives it) is this very machine, where plain http is allowed. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
}

/** Parses an address; null instead of an exception where it is none. */
export function parseUrl(text: string, base?: string): URL | null {
  return URL.canParse(text, base) ? new URL(text, base) : null;
}

/**
 * The absolute address of a link found in a document, or null where it is nothing that a person could follow
 * on the web: `javascript:`, `data:` and `mailto:` links, credentials in the address, more than 2,048 characters.
 */
export function resolveAddress(href: string | null | undefined, base: string): string | null {
  const text = href?.trim();
  if (!text || text.length > bounds.urlChars) return null;
  const url = parseUrl(text, base);
  if (!url || !isWeb(url) || url.username || url.password) return null;
  return url.href.length > bounds.urlChars ? null : url.href;
}

/** Whether a link found in a document depends on where the document, or its base, is. */
export function isRelative(href: string): boolean {
  return !/^\s*[a-z][a-z\d+.-]*:/i.test(href);
}

/** The base that an `xml:base` or `<base href>` sets; the outer base where the attribute is not a web address. */
export function rebase(attribute: string | undefined, base: string): string {
  return (attribute && resolveAddress(attribute, base)) || base;
}

/**
 * A city's site is asked over https only, yet many portals behind a proxy write their own links with http:
 * the same address with https. Loopback and addresses with their own port stay as they are.
 */
export function secured(address: string): string {
  const url = parseUrl(address);
  if (url?.protocol !== 'http:' || url.port || isLoopback(url.hostname)) return address;
  url.protocol = 'https:';
  return url.href;
}

/** Whether an address is on exactly one of these hosts, over https (or http on loopback). */
export function isOn(address: string, hosts: readonly string[]): boolean {
  const url = parseUrl(address);
  return url !== null && isSafe(url) && hosts.includes(url.hostname);
}

/**
 * Whether an address belongs to the site of one of these hosts: the host itself with or without `www`, or a
 * host below it (`dinkes.kotabogor.go.id` belongs to `kotabogor.go.id`, never the other way round).
 */
export function isOnSite(address: string, hosts: readonly string[]): boolean {
  const hostname = parseUrl(address)?.hostname;
  if (!hostname) return false;
  return hosts.some((host) => {
    const site = host.replace(/^www\./, '');
    return hostname === site || hostname.endsWith(`.${site}`);
  });
}

/** https, or http to this very machine. */
export function isSafe(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
}

function isWeb(url: URL): boolean {
  return url.protocol === 'https:' || url.protocol === 'http:';
}
