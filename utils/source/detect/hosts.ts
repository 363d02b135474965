import { parseUrl } from '../address.ts';
import { PUBLIC, registered, SHARED } from '../registrable.ts';

/**
 * What an official typed or pasted, as an https address: a bare host, a page, with or without a scheme. Fragments,
 * user names and stray marks around it go.
 * @returns null where it is no address of a public web site
 */
export function normaliseAddress(typed: string): string | null {
  const text = typed
    .trim()
    .replace(/^[<("'“‘[]+|[>)"'”’\],;.]+$/g, '')
    .trim();
  if (!text || text.length > 2_048 || /\s/.test(text)) return null;
  const scheme = /^([a-z][a-z\d+.-]*):(?!\d)/i.exec(text)?.[1]?.toLowerCase();
  if (scheme && scheme !== 'http' && scheme !== 'https') return null;
  const url = parseUrl(scheme ? text : `https://${text.replace(/^\/\//, '')}`);
  // "humas@kota.go.id" is a mailbox, although a browser would read a user name in it.
  if (!url || url.username || url.password) return null;
  url.protocol = 'https:';
  if (url.port === '80') url.port = '';
  url.hash = '';
  url.hostname = url.hostname.replace(/\.$/, '');
  return isPublicHost(url.hostname) ? url.href : null;
}

/** A name of at least two labels under which somebody has a site: no number, no "localhost", no bare "go.id". */
function isPublicHost(hostname: string): boolean {
  if (hostname.startsWith('[') || /^[\d.]+$/.test(hostname) || hostname.length > 253) return false;
  const labels = hostname.split('.');
  if (labels.length < 2 || labels.some((label) => !/^(?!-)[a-z\d_-]{1,63}(?<!-)$/.test(label))) return false;
  return /^(?:[a-z]{2,}|xn--[a-z\d-]+)$/.test(labels.at(-1) ?? '') && !PUBLIC.has(hostname);
}

/**
 * The exact hosts to ask permission for before an address can be looked at: the one named, and its twin with or
 * without `www`, because sites redirect from one to the other and a redirect without permission fails. Pure and
 * synchronous: it is the first thing in the click.
 * @returns the named host first; empty where the text is no address
 */
export function hostsToAsk(typed: string): string[] {
  const address = normaliseAddress(typed);
  const hostname = address && parseUrl(address)?.hostname;
  if (!hostname) return [];
  const bare = hostname.replace(/^www\./, '');
  const twin = bare === hostname ? `www.${hostname}` : bare;
  const isTwin = isPublicHost(twin) && !SHARED.test(hostname);
  return isTwin ? [hostname, twin] : [hostname];
}

/** The site that a host belongs to: the shortest name above it that somebody can own. "dinkes.kota.go.id" → "kota.go.id". */
export function siteOf(hostname: string): string {
  return registered(hostname)?.domain ?? hostname;
}
