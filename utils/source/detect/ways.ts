import type { Element } from 'domhandler';
import { isOn, parseUrl, resolveAddress, secured } from '../address.ts';
import { type Page, queryAll, queryFirst } from '../recipe.ts';
import { NEWS_PATH } from '../recognise/words.ts';
import type { FoundBy, SourceKind } from '../source.ts';
import { nodesToLine } from '../text.ts';
import { siteOf } from './hosts.ts';

/** An address to try, and as what. */
export interface Candidate {
  url: string;
  kind: SourceKind;
  foundBy: FoundBy;
}

/** What the site runs on, as far as its front page shows. */
export type Software = 'wordpress' | 'joomla' | 'drupal' | 'blogger' | 'opensid' | 'popoji' | 'unknown';

const FEED_TYPE = /^(?:application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json|xml)|text\/xml)\b/i;
/** Feeds of comments, and of oEmbed, are no releases. */
const NOT_RELEASES = /comments?(?:\/|%20|\b)|komentar|oembed|replies/i;

/** Tells the software by its generator mark and by the paths that only it has. */
export function softwareOf(page: Page): Software {
  const generator = queryFirst('meta[name="generator"]', page.document)?.attribs.content ?? '';
  const assets = queryAll('link[href], script[src]', page.document)
    .slice(0, 80)
    .map(({ attribs }) => attribs.href ?? attribs.src ?? '')
    .join(' ');
  if (/wordpress/i.test(generator) || /\/wp-(?:content|includes|json)\//.test(assets)) return 'wordpress';
  if (queryFirst('link[rel="https://api.w.org/"]', page.document)) return 'wordpress';
  if (/joomla/i.test(generator) || /\/media\/(?:system|jui)\//.test(assets)) return 'joomla';
  if (/drupal/i.test(generator) || /\/(?:sites\/default\/files|core\/misc)\//.test(assets)) return 'drupal';
  if (/blogger/i.test(generator) || /www\.blogger\.com|blogspot/.test(assets)) return 'blogger';
  if (/opensid/i.test(generator) || /\/desa\/themes\/|opensid/i.test(assets)) return 'opensid';
  if (/popoji/i.test(generator) || /\/po-content\//.test(assets)) return 'popoji';
  return 'unknown';
}

/** Feeds that the page names in its head, WordPress's interface first; at most five. */
export function namedWays(page: Page): Candidate[] {
  const found: Candidate[] = [];
  const api = resolved(queryFirst('link[rel="https://api.w.org/"]', page.document), page.base);
  if (api) found.push({ url: postsOf(api), kind: 'wordpress', foundBy: 'wordpress' });
  for (const link of queryAll('link[rel~="alternate"][type][href]', page.document)) {
    const { type = '', title = '' } = link.attribs;
    const url = resolved(link, page.base);
    if (!url || !FEED_TYPE.test(type) || NOT_RELEASES.test(`${url} ${title}`)) continue;
    found.push({ url, kind: /json/i.test(type) ? 'jsonfeed' : 'feed', foundBy: 'alternate' });
  }
  return distinct(found).slice(0, 5);
}

/**
 * The list of posts of a WordPress interface, whose address may hide in a parameter.
 * https://developer.wordpress.org/rest-api/using-the-rest-api/discovery/
 */
function postsOf(api: string): string {
  const url = new URL(api);
  const route = url.searchParams.get('rest_route');
  if (route === null) url.pathname = `${url.pathname.replace(/\/+$/, '')}/wp/v2/posts`;
  else url.searchParams.set('rest_route', '/wp/v2/posts');
  url.searchParams.set('per_page', '20');
  url.searchParams.set('_embed', '1');
  return url.href;
}

/** Where feeds usually are, by the software; what any site may have follows. */
const PATHS: Readonly<Record<Software, readonly string[]>> = {
  wordpress: ['/feed/'],
  joomla: ['/index.php?format=feed&type=rss', '/?format=feed&type=rss'],
  drupal: ['/rss.xml'],
  blogger: ['/feeds/posts/default?alt=rss'],
  opensid: ['/feed', '/index.php/feed'],
  popoji: ['/rss.xml', '/feed'],
  unknown: [],
};
const ANY = ['/feed/', '/rss.xml', '/rss', '/feed.xml', '/atom.xml', '/index.xml'];

/** Addresses worth a try although nothing names them, likeliest first. */
export function usualWays(origin: string, software: Software): Candidate[] {
  const ways: Candidate[] = [];
  if (software === 'wordpress') {
    ways.push({ url: postsOf(`${origin}/wp-json/`), kind: 'wordpress', foundBy: 'wordpress' });
    ways.push({ url: postsOf(`${origin}/?rest_route=/`), kind: 'wordpress', foundBy: 'wordpress' });
  }
  for (const path of [...PATHS[software], ...ANY]) {
    ways.push({ url: `${origin}${path}`, kind: 'feed', foundBy: 'usual-path' });
  }
  return distinct(ways);
}

const NEWS_TEXT = /\b(?:berita|siaran pers|press release|rilis|news|kabar|warta|publikasi|artikel)\b/i;
const SINGLE = /\d{3,}|(?:[^/]*-){4}/;

/** Pages of the same site that promise to list its news, likeliest first; at most three. */
export function newsPages(page: Page, hosts: readonly string[]): string[] {
  const found = new Map<string, number>();
  for (const link of queryAll('a[href]', page.document).slice(0, 2_000)) {
    const url = resolved(link, page.base);
    if (!url || !isOn(url, hosts) || url === page.url) continue;
    const path = parseUrl(url)?.pathname ?? '/';
    if (path === '/' || path.length > 60 || SINGLE.test(path) || /\.(?:pdf|docx?|jpe?g|png)$/i.test(path))
      continue;
    const text = nodesToLine([link]).slice(0, 60);
    if (text.split(' ').length > 5) continue;
    let points = NEWS_TEXT.test(text) ? 2 : 0;
    points += NEWS_PATH.test(path) ? 1.5 : 0;
    points -= path.split('/').filter(Boolean).length * 0.25;
    points -= /foto|video|galeri|hoax|hoaks/i.test(`${path} ${text}`) ? 1 : 0;
    if (points >= 1.5) found.set(url, Math.max(found.get(url) ?? 0, points));
  }
  return [...found]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 3)
    .map(([url]) => url);
}

const NEWS_HOST =
  /^(?:berita|news|mediacenter|mc|media|humas|kabar|warta|prokompim|diskominfo|kominfo|adpim|infopublik)\./;

/** Hosts of the same city that may be asked next, with another permission: where it seems to keep its news. */
export function newsHosts(page: Page, hosts: readonly string[]): string[] {
  const own = new Set(hosts.map(siteOf));
  const found = new Set<string>();
  for (const link of queryAll('a[href]', page.document).slice(0, 2_000)) {
    const hostname = parseUrl(resolved(link, page.base) ?? '')?.hostname;
    if (!hostname || hosts.includes(hostname) || !NEWS_HOST.test(hostname)) continue;
    if (own.has(siteOf(hostname))) found.add(hostname);
  }
  return [...found].slice(0, 5);
}

function resolved(element: Element | null, base: string): string | null {
  const address = resolveAddress(element?.attribs.href, base);
  if (!address) return null;
  const url = new URL(secured(address));
  url.hash = '';
  return url.href;
}

function distinct(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ url }) => !seen.has(url) && seen.add(url));
}
