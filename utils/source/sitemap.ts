import { type Document, type Element, isTag } from 'domhandler';
import { resolveAddress, secured } from './address.ts';
import { bounds } from './bounds.ts';
import { parseDate } from './date.ts';
import { ReadError } from './errors.ts';
import { rawText } from './feed-parts.ts';
import { cutLine, foldText } from './fold.ts';
import { parseXml } from './markup.ts';
import { isUnder, ownAddress } from './recipe.ts';
import type { Download, PublishedDate, ReadItem, Reading } from './source.ts';

/** A map lists a whole site: more addresses than these are not looked at. */
const ADDRESSES = 5_000;

interface Entry {
  url: string;
  changed: PublishedDate | null;
  item: ReadItem;
}

/** Whether a document is a map of a site or of such maps. https://www.sitemaps.org/protocol.html */
export function isSitemap(text: string): boolean {
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*|<\?[^>]*>\s*)*<(?:\w+:)?(?:urlset|sitemapindex)[\s>]/i.test(
    text.slice(0, 4_000),
  );
}

/**
 * Reads a map of a site as a listing: the addresses on these hosts, newest first. A news map
 * (https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap) tells titles and dates. A plain one tells when a page
 * last changed, which is no date of publication: the release's own page gives that, and its title; until then the words
 * in its address stand for the title.
 * @param under only paths that begin like this
 * @throws ReadError `unreadable` when the document is no map, `empty` when nothing in it is a release
 */
export function readSitemap(download: Download, hosts: readonly string[], under?: string): Reading {
  const { document, repairs } = parseXml(download.text);
  if (!isSitemap(download.text)) throw new ReadError('unreadable', `${download.url} is no sitemap`);
  const entries: Entry[] = [];
  for (const element of named(document, 'url', ADDRESSES)) {
    const entry = readEntry(element, download.url, hosts);
    if (entry && (under === undefined || isUnder(entry.url, under))) entries.push(entry);
  }
  if (entries.length === 0) throw new ReadError('empty', `${download.url} lists no release`);
  entries.sort((a, b) => (b.changed?.at ?? 0) - (a.changed?.at ?? 0));
  return {
    title: null,
    language: null,
    items: entries.slice(0, bounds.items).map(({ item }) => item),
    repairs: [...(download.repairs ?? []), ...repairs],
  };
}

/** The maps that an index lists, newest first; empty for a plain map. */
export function mapsIn(download: Download, hosts: readonly string[]): string[] {
  const { document } = parseXml(download.text);
  const maps = named(document, 'sitemap', 500).flatMap((element) => {
    const url = ownAddress(textIn(element, 'loc'), download.url, hosts);
    return url ? [{ url, at: parseDate(textIn(element, 'lastmod'))?.at ?? 0 }] : [];
  });
  return maps.sort((a, b) => b.at - a.at).map(({ url }) => url);
}

function readEntry(element: Element, base: string, hosts: readonly string[]): Entry | null {
  const url = ownAddress(textIn(element, 'loc'), base, hosts);
  if (!url) return null;
  const published = parseDate(textIn(element, 'publication_date'));
  const changed = parseDate(textIn(element, 'lastmod'));
  const title = cutLine(foldText(textIn(element, 'title'))) || titleFrom(url);
  if (!title) return null;
  const [picture] = named(element, 'image', 1);
  const image = picture ? resolveAddress(textIn(picture, 'loc'), base) : null;
  const item: ReadItem = {
    url,
    guid: null,
    title,
    published,
    updated: changed,
    paragraphs: [],
    summary: [],
    image: image && secured(image),
    authors: [],
    categories: [],
  };
  return { url, changed: published ?? changed, item };
}

/** "/berita/12/pasar-murah-digelar-di-enam-kecamatan.html" names its release; "/profil" and "/?p=12" do not. */
function titleFrom(url: string): string {
  const last = new URL(url).pathname.split('/').filter(Boolean).at(-1) ?? '';
  const words = last
    .replace(/\.\w{2,5}$/, '')
    .split(/[-_+]|%20/)
    .filter((word) => /[a-z]/i.test(word) && !word.includes('%'));
  const text = words.join(' ');
  return words.length >= 3 ? cutLine(foldText(text.charAt(0).toUpperCase() + text.slice(1))) : '';
}

function localName(element: Element): string {
  return element.name.slice(element.name.indexOf(':') + 1);
}

/** The text of the first element of this name inside, whatever its prefix; empty where there is none. */
function textIn(element: Element, name: string): string {
  const child = element.children.filter(isTag).find((each) => localName(each) === name);
  if (child) return rawText(child).slice(0, bounds.rawTitleChars).trim();
  const [deep] = named(element, name, 1);
  return deep ? rawText(deep).slice(0, bounds.rawTitleChars).trim() : '';
}

function named(within: Document | Element, name: string, limit: number): Element[] {
  const found: Element[] = [];
  const visit = (parent: Document | Element) => {
    for (const child of parent.children) {
      if (found.length >= limit) return;
      if (!isTag(child)) continue;
      if (localName(child) === name) found.push(child);
      else visit(child);
    }
  };
  visit(within);
  return found;
}
