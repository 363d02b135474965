import type { Element } from 'domhandler';
import { resolveAddress } from './address.ts';
import { bounds } from './bounds.ts';
import { decodeBytes } from './charset.ts';
import type { Contents } from './contents.ts';
import { enclosuresOf } from './enclosures.ts';
import {
  baseOf,
  childOf,
  childrenOf,
  dateOf,
  distinctNames,
  hasMarkup,
  imageOf,
  lineOf,
  noteRelative,
  paragraphsOf,
  rawText,
  shortText,
} from './feed-parts.ts';
import { cutLine, plainToParagraphs } from './fold.ts';
import type { ReadItem } from './source.ts';
import { htmlToLine, type Note, showsMarkup } from './text.ts';

/** Types of content that are text to read; anything else is a file or data. */
const READABLE =
  /^(?:text|html|xhtml|text\/(?:plain|html|x-markdown)|application\/(?:xhtml\+xml|octet-stream))$/i;

/**
 * Maps one Atom entry (1.0 by RFC 4287, and 0.3), with the elements that Dublin Core and Media RSS add to it.
 * Names are unified before (`names.ts`).
 * @param feedAuthors who wrote entries that name nobody (RFC 4287, 4.1.2)
 */
export function readAtomEntry(
  entry: Element,
  documentUrl: string,
  feedAuthors: string[],
  contents: Contents,
): ReadItem {
  const base = baseOf(entry, documentUrl);
  const content = childrenOf(entry, 'atom:content').find(isReadable) ?? childOf(entry, 'content:encoded');
  const summary = childOf(entry, 'atom:summary', 'media:description') ?? groupDescription(entry);
  const published = dateOf(
    entry,
    'atom:published',
    'atom:issued',
    'dcterms:issued',
    'dc:date',
    'atom:created',
  );
  const updated = dateOf(entry, 'atom:updated', 'atom:modified', 'dcterms:modified');
  const authors = authorsOf(entry);
  return {
    url: linkOf(entry, documentUrl, contents.note),
    guid: shortText(childOf(entry, 'atom:id')),
    title: titleOf(childOf(entry, 'atom:title', 'dc:title', 'media:title')),
    // Only `updated` is required of an entry: many feeds have no other date.
    published: published ?? updated,
    updated,
    paragraphs: constructOf(content ?? null, contents),
    summary: constructOf(summary, contents),
    image: imageOf(entry, [content ?? null, summary], base, contents),
    authors: authors.length > 0 ? authors : feedAuthors,
    categories: distinctNames([
      ...childrenOf(entry, 'atom:category').map((each) => each.attribs.label ?? each.attribs.term ?? null),
      ...childrenOf(entry, 'dc:subject', 'media:category').map(shortText),
    ]),
    ...enclosuresOf(entry, base),
  };
}

/** YouTube and others put all that they say of a video into one group. */
function groupDescription(entry: Element): Element | null {
  const group = childOf(entry, 'media:group');
  return group && childOf(group, 'media:description');
}

/** The names of a feed's or an entry's authors. */
export function authorsOf(element: Element): string[] {
  return distinctNames([
    ...childrenOf(element, 'atom:author').map((author) => shortText(childOf(author, 'atom:name'))),
    ...childrenOf(element, 'dc:creator').map(shortText),
  ]);
}

/** A text construct on one line: plain unless it says otherwise (RFC 4287, 3.1). */
export function titleOf(element: Element | null): string {
  if (!element) return '';
  const hidden = base64Text(element);
  if (hidden !== null) return htmlToLine(hidden);
  return isPlain(element) ? cutLine(plainToParagraphs(rawText(element)).join(' ')) : lineOf(element);
}

function constructOf(element: Element | null, contents: Contents): string[] {
  if (!element) return [];
  const hidden = base64Text(element);
  if (hidden !== null) return contents.paragraphs(hidden);
  return isPlain(element) ? plainToParagraphs(rawText(element)) : paragraphsOf(element, contents);
}

function isPlain(element: Element): boolean {
  const type = element.attribs.type?.toLowerCase() ?? 'text';
  const saysPlain = ['text', 'text/plain'].includes(type) && element.attribs.mode !== 'escaped';
  // A publisher that forgot the type shows its tags and entities; a reader is better served by what was meant.
  return saysPlain && !hasMarkup(element) && !showsMarkup(rawText(element));
}

function isReadable(content: Element): boolean {
  const { type } = content.attribs;
  return (type === undefined || READABLE.test(type)) && content.children.length > 0;
}

/** HTML that Atom 0.3 (`mode="base64"`), or 1.0 for a type that is no text, carries in base64; null where it does not. */
function base64Text(element: Element): string | null {
  const { mode, type } = element.attribs;
  if (mode !== 'base64' && type !== 'application/octet-stream') return null;
  const code = rawText(element).slice(0, bounds.contentChars).replace(/\s+/g, '');
  if (!/^(?:[\w+/]{4})*(?:[\w+/]{2}==|[\w+/]{3}=)?$/.test(code)) return null;
  const bytes = Uint8Array.from(atob(code), (character) => character.charCodeAt(0));
  return decodeBytes(bytes, null).text;
}

/** The page that an entry or a feed stands for, by RFC 4287, 4.2.7.2. */
export function alternateOf(element: Element, documentUrl: string, note?: Note): string | null {
  const links = childrenOf(element, 'atom:link');
  const alternates = links.filter((link) => /^(?:alternate)?$/i.test(link.attribs.rel ?? ''));
  const pages = alternates.filter((link) => /html/i.test(link.attribs.type ?? 'html'));
  for (const link of [...pages, ...alternates]) {
    const href = link.attribs.href ?? shortText(link);
    const base = baseOf(link, documentUrl);
    const address = resolveAddress(href, base);
    if (!address) continue;
    if (note) noteRelative(href ?? '', base, documentUrl, note);
    return address;
  }
  return null;
}

function linkOf(entry: Element, documentUrl: string, note: Note): string | null {
  const address = alternateOf(entry, documentUrl, note);
  if (address) return address;
  // Some feeds use the page's address as the id and leave out the link.
  const id = shortText(childOf(entry, 'atom:id'));
  return id && /^https?:/i.test(id) ? resolveAddress(id, documentUrl) : null;
}
