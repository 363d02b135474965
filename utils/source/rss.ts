import type { Element } from 'domhandler';
import { resolveAddress } from './address.ts';
import type { Contents } from './contents.ts';
import { parseDate } from './date.ts';
import { enclosuresOf } from './enclosures.ts';
import {
  baseOf,
  childOf,
  childrenOf,
  dateOf,
  distinctNames,
  imageOf,
  lineOf,
  noteRelative,
  paragraphsOf,
  shortText,
} from './feed-parts.ts';
import type { ReadItem } from './source.ts';
import type { Note } from './text.ts';

/** The line that WordPress appends to every feed item; it is the feed's, not the release's. */
const FEED_FOOTER =
  /^(?:The post|Artikel|Postingan) .+ (?:appeared first on|first appeared on|pertama kali (?:tampil|muncul) (?:pada|di)) .+$/i;

/**
 * Maps one RSS item (0.90 to 2.0, and RSS 1.0 in RDF), with the elements that WordPress, Dublin Core, Media RSS,
 * iTunes and Atom add to it. Names are unified before (`names.ts`).
 * https://www.rssboard.org/rss-specification, https://web.resource.org/rss/1.0/spec
 * @param documentUrl the feed's own address, which links are relative to
 */
export function readRssItem(item: Element, documentUrl: string, contents: Contents): ReadItem {
  const base = baseOf(item, documentUrl);
  const content = childOf(item, 'content:encoded', 'body', 'fullitem', 'atom:content');
  const teaser = childOf(
    item,
    'description',
    'atom:summary',
    'itunes:summary',
    'dc:description',
    'media:description',
    'abstract',
  );
  return {
    url: linkOf(item, base, documentUrl, contents.note),
    guid: shortText(childOf(item, 'guid', 'atom:id')) ?? item.attribs['rdf:about']?.trim() ?? null,
    title: lineOf(childOf(item, 'title', 'atom:title', 'dc:title', 'media:title')),
    published: dateOf(
      item,
      'pubdate',
      'dc:date',
      'dcterms:issued',
      'dcterms:created',
      'atom:published',
      'date',
    ),
    updated:
      dateOf(item, 'atom:updated', 'dcterms:modified', 'lastbuilddate') ??
      parseDate(item.attribs.lastmod ?? ''),
    paragraphs: withoutFooter(paragraphsOf(content, contents)),
    summary: withoutFooter(paragraphsOf(teaser, contents)),
    image: imageOf(item, [content, teaser], base, contents),
    authors: distinctNames([
      ...childrenOf(item, 'author', 'dc:creator', 'dc:author', 'itunes:author').map(shortText),
      ...childrenOf(item, 'atom:author').map((author) => shortText(childOf(author, 'atom:name'))),
    ]),
    categories: distinctNames(childrenOf(item, 'category', 'dc:subject', 'media:category').map(shortText)),
    ...enclosuresOf(item, base),
  };
}

function linkOf(item: Element, base: string, documentUrl: string, note: Note): string | null {
  const guid = childOf(item, 'guid');
  const isPermalink = guid && guid.attribs.ispermalink?.toLowerCase() !== 'false';
  const alternate = childrenOf(item, 'atom:link').find(
    (link) => (link.attribs.rel ?? 'alternate') === 'alternate',
  );
  const candidates = [
    // Where a feed service rewrites links to count clicks, this is the publisher's own.
    shortText(childOf(item, 'feedburner:origlink')),
    ...childrenOf(item, 'link').map((link) => shortText(link) ?? link.attribs.href ?? null),
    alternate?.attribs.href ?? null,
    // A guid is only an address when it is a whole one: "7" would be relative to the feed.
    isPermalink && /^https?:/i.test(shortText(guid) ?? '') ? shortText(guid) : null,
    item.attribs['rdf:about'] ?? null,
    // Microsoft's CDF, whose items look the same but keep link and date in attributes.
    item.attribs.href ?? null,
  ];
  for (const candidate of candidates) {
    const address = resolveAddress(candidate, base);
    if (!address) continue;
    noteRelative(candidate ?? '', base, documentUrl, note);
    return address;
  }
  return null;
}

function withoutFooter(paragraphs: string[]): string[] {
  return FEED_FOOTER.test(paragraphs.at(-1) ?? '') ? paragraphs.slice(0, -1) : paragraphs;
}
