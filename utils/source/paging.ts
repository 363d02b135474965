import { selectAll, selectOne } from 'css-select';
import type { AnyNode, Element } from 'domhandler';
import { isOn, parseUrl, resolveAddress, secured } from './address.ts';
import { parseHtml, parseXml } from './markup.ts';
import type { Download, Source } from './source.ts';
import { nodesToLine } from './text.ts';

/**
 * The address of a source's older page.
 * @param page its number; the front page is 1
 * @param named the address that the page before gave for it, from `nextPage`; null where it gave none
 */
export function pageAddress(source: Source, page: number, named: string | null): string {
  if (named !== null) return named;
  const url = new URL(source.url);
  // WordPress: `page` in its REST interface, `paged` in its feeds. https://developer.wordpress.org/rest-api/using-the-rest-api/pagination/
  const isFeed = source.kind === 'feed' && !/\/wp-json\/|[?&]rest_route=/.test(source.url);
  url.searchParams.set(isFeed ? 'paged' : 'page', String(page));
  return url.href;
}

/**
 * The address that a document gives for the next, older page, on the source's own hosts: `rel="next"` (RFC 5005 in
 * feeds), `next_url` of JSON Feed, else a listing's link that is labelled with the page's number.
 * @param page the number of the page that is wanted
 */
export function nextPage(download: Download, source: Source, page: number): string | null {
  const href = source.kind === 'page' ? nextInHtml(download, page) : nextInFeed(download);
  const address = resolveAddress(href, download.url);
  if (!address) return null;
  const safe = secured(address);
  const isOther = parseUrl(safe)?.href !== parseUrl(download.url)?.href;
  return isOther && isOn(safe, source.hosts) ? safe : null;
}

function nextInFeed(download: Download): string | null {
  const first = /\S/.exec(download.text)?.[0];
  if (first === '{')
    return (
      /"next_url"\s*:\s*"((?:[^"\\]|\\.){1,2048})"/.exec(download.text)?.[1]?.replaceAll('\\/', '/') ?? null
    );
  if (first === '[') return null;
  // Items may come before it, so the whole is looked through, but only where the word stands at all.
  if (!/rel\s*=\s*["']next["']/i.test(download.text)) return null;
  const link = allLinks(parseXml(download.text).document.children).find(
    (element) => element.attribs.rel?.toLowerCase() === 'next',
  );
  return link?.attribs.href ?? null;
}

function allLinks(nodes: readonly AnyNode[]): Element[] {
  const found: Element[] = [];
  const queue = [...nodes];
  for (let node = queue.shift(); node; node = queue.shift()) {
    if (!('children' in node)) continue;
    if ('name' in node && /^(?:\w+:)?link$/.test(node.name)) found.push(node);
    // A link inside an item is the item's.
    const inside = 'name' in node && /^(?:item|(?:\w+:)?entry)$/.test(node.name);
    if (!inside) queue.push(...node.children);
  }
  return found;
}

function nextInHtml(download: Download, page: number): string | null {
  const { document } = parseHtml(download.text);
  const named = selectOne<AnyNode, Element>('link[rel~="next" i][href], a[rel~="next" i][href]', document);
  if (named) return named.attribs.href ?? null;
  const links = selectAll<AnyNode, Element>('a[href]', document).filter(
    (link) =>
      nodesToLine([link]) === String(page) && new RegExp(`\\b${page}\\b`).test(link.attribs.href ?? ''),
  );
  return links[0]?.attribs.href ?? null;
}
