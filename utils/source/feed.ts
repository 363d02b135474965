import { type Document, type Element, isTag } from 'domhandler';
import { resolveAddress } from './address.ts';
import { alternateOf, authorsOf, readAtomEntry, titleOf } from './atom.ts';
import { bounds } from './bounds.ts';
import { Contents } from './contents.ts';
import { decodeNamedEntities } from './entities.ts';
import { ReadError } from './errors.ts';
import { baseOf, childOf, childrenOf, lineOf, noteGaps, shortText } from './feed-parts.ts';
import { parseXml } from './markup.ts';
import { MOJIBAKE, mendReferences } from './mojibake.ts';
import { unifyNames } from './names.ts';
import { readRssItem } from './rss.ts';
import type { Download, ReadItem, Reading } from './source.ts';
import type { Note } from './text.ts';

/**
 * Reads RSS 0.90 to 2.0, RSS 1.0 and Atom, however broken: white space or warnings before the declaration,
 * unbound prefixes, HTML entities in XML, tags left open, a document cut short (what came whole is kept).
 * @throws ReadError `unreadable` when there is no feed in the document; a feed without items is read as such
 */
export function readFeed(download: Download): Reading {
  const repairs = new Set(download.repairs);
  const note = (repair: string) => void repairs.add(repair);
  noteBeginning(download.text, note);
  const references = mendReferences(download.text.slice(0, bounds.feedBytes + 1));
  if (references.repaired) note(MOJIBAKE);
  const { text, repaired } = decodeNamedEntities(references.text);
  if (repaired) note('HTML entities in XML');
  const { document, unfinished, repairs: cuts } = parseXml(text);
  for (const cut of cuts) note(cut);
  if (unifyNames(document).unbound) note('prefix without a namespace');
  const contents = new Contents(note);

  const items = elementsNamed(document, ['item', 'atom:entry'], bounds.items + 1);
  const feed = elementsNamed(document, ['atom:feed', 'channel', 'rss', 'rdf:rdf'], 1)[0];
  if (!feed && items.length === 0) throw new ReadError('unreadable', `${download.url} is no feed`);
  if (items.length > bounds.items) note(`only the first ${bounds.items} items are read`);

  const feedAuthors = feed ? authorsOf(feed) : [];
  const readItem = (item: Element): ReadItem =>
    item.name === 'item'
      ? readRssItem(item, download.url, contents)
      : readAtomEntry(item, download.url, feedAuthors, contents);
  const last = items.length <= bounds.items ? items.at(-1) : undefined;
  const cut = last && unfinished.has(last) ? last : null;
  const read = (cut ? items.slice(0, -1) : items.slice(0, bounds.items)).map(readItem);
  if (cut) read.push(...withoutText(cut, unfinished, readItem, note));
  noteGaps(read, note);
  return { ...describe(document, feed, download.url), items: read, repairs: [...repairs] };
}

/**
 * The last item of a document that was cut short, if its title and its link are whole: the archive then knows of the
 * release, and takes its text when the document comes whole. What was being written when it broke off is left out,
 * and so is all of its text, because half of a release must not pass for one.
 */
function withoutText(
  item: Element,
  unfinished: ReadonlySet<unknown>,
  readItem: (item: Element) => ReadItem,
  note: Note,
): ReadItem[] {
  item.children = item.children.filter((child) => !unfinished.has(child));
  const read = readItem(item);
  if (!read.title || !read.url) {
    note('cut short: the last item is left out');
    return [];
  }
  note('cut short: the last item is read without its text');
  return [{ ...read, paragraphs: [], summary: [] }];
}

/** An XML declaration may have nothing before it; portals print blank lines and PHP warnings there. */
function noteBeginning(text: string, note: Note): void {
  const [, before = '', first] = /^([^<]*)(<\?xml\b)?/i.exec(text.slice(0, bounds.rawTitleChars)) ?? [];
  if (before.trim()) note('text before the document');
  else if (before && first) note('white space before the declaration');
}

function describe(
  document: Document,
  feed: Element | undefined,
  documentUrl: string,
): Pick<Reading, 'title' | 'link' | 'language'> {
  const channel = elementsNamed(document, ['channel', 'atom:feed'], 1)[0] ?? feed;
  if (!channel) return { title: null, language: null };
  const atomTitle = childOf(channel, 'atom:title');
  const title = childOf(channel, 'title');
  const root = document.children.find(isTag);
  const said = shortText(childOf(channel, 'language', 'dc:language'));
  const link = siteOf(channel, documentUrl);
  return {
    ...(link && { link }),
    title: (title ? lineOf(title) : titleOf(atomTitle)) || null,
    // BCP 47 writes a hyphen where POSIX locales, which some systems print, have an underscore.
    language: (said ?? channel.attribs['xml:lang'] ?? root?.attribs['xml:lang'])?.replace('_', '-') ?? null,
  };
}

/** The site's own address: RSS's link, Atom's alternate one, or the `href` of a channel in CDF. */
function siteOf(channel: Element, documentUrl: string): string | null {
  const base = baseOf(channel, documentUrl);
  const links = childrenOf(channel, 'link').map((link) => shortText(link) ?? link.attribs.href);
  for (const candidate of [...links, channel.attribs.href]) {
    const address = resolveAddress(candidate, base);
    if (address) return address;
  }
  return alternateOf(channel, documentUrl);
}

/** Elements of these names anywhere, in document order; an item left open holds the next one, which counts too. */
function elementsNamed(within: Document | Element, names: readonly string[], limit: number): Element[] {
  const found: Element[] = [];
  const visit = (parent: Document | Element) => {
    for (const child of parent.children) {
      if (found.length >= limit) return;
      if (!isTag(child)) continue;
      if (names.includes(child.name)) found.push(child);
      visit(child);
    }
  };
  visit(within);
  return found;
}
