import { type AnyNode, type ChildNode, type Element, hasChildren, isTag, isText } from 'domhandler';
import { isRelative, rebase, resolveAddress } from './address.ts';
import { bounds } from './bounds.ts';
import type { Contents } from './contents.ts';
import { parseDate } from './date.ts';
import type { PublishedDate, ReadItem } from './source.ts';
import { htmlToLine, type Note, nodesToLine, nodesToParagraphs } from './text.ts';

/** Direct children of one of these names, in the order of the document. */
export function childrenOf(element: Element, ...names: string[]): Element[] {
  const found: Element[] = [];
  for (const child of element.children) if (isTag(child) && names.includes(child.name)) found.push(child);
  return found;
}

/** The first child that says something, by the order of the names: the first name is the preferred one. */
export function childOf(element: Element, ...names: string[]): Element | null {
  for (const name of names) {
    const found = childrenOf(element, name).find((child) => child.children.length > 0);
    if (found) return found;
  }
  return null;
}

/** An element's text as written, entities of XML decoded, tags left out; empty for null. */
export function rawText(node: AnyNode | null): string {
  if (!node) return '';
  if (isText(node)) return node.data;
  return hasChildren(node) ? node.children.map(rawText).join('') : '';
}

/** A name, an address or another short value; null where there is none. */
export function shortText(element: Element | null): string | null {
  const text = rawText(element).slice(0, bounds.rawTitleChars).trim();
  return text === '' ? null : text;
}

/** The first of these dates that can be read. */
export function dateOf(element: Element, ...names: string[]): PublishedDate | null {
  for (const name of names) {
    for (const child of childrenOf(element, name)) {
      const date = parseDate(rawText(child).trim());
      if (date) return date;
    }
  }
  return null;
}

/** A title: text, escaped HTML, or HTML that the publisher forgot to escape, on one line. */
export function lineOf(element: Element | null): string {
  if (!element) return '';
  return hasMarkup(element) ? nodesToLine(element.children) : htmlToLine(rawText(element));
}

/** A body: escaped HTML, or HTML that the publisher forgot to escape, as paragraphs. */
export function paragraphsOf(element: Element | null, contents: Contents): string[] {
  if (!element) return [];
  return hasMarkup(element) ? nodesToParagraphs(element.children) : contents.paragraphs(rawText(element));
}

/** Whether an element holds elements, not only text. */
export function hasMarkup(element: Element): boolean {
  return element.children.some(isTag);
}

/** What links inside an element are relative to: its own and its ancestors' `xml:base`, outermost first. */
export function baseOf(element: Element, documentUrl: string): string {
  const parent = element.parent && isTag(element.parent) ? baseOf(element.parent, documentUrl) : documentUrl;
  return rebase(element.attribs['xml:base'], parent);
}

/** What a feed should have said and did not. */
export function noteGaps(items: readonly ReadItem[], note: Note): void {
  if (items.some((item) => item.guid === null)) note('items without a guid');
  if (items.some((item) => item.url === null)) note('items without a link');
}

/** Notes that a link had to be completed, and by what. */
export function noteRelative(href: string, base: string, documentUrl: string, note: Note): void {
  if (!isRelative(href)) return;
  note(base === documentUrl ? 'relative links' : 'relative links, resolved by xml:base');
}

/** The item's picture: what the feed names as one, else the first in its text. */
export function imageOf(
  item: Element,
  texts: readonly (Element | null)[],
  base: string,
  contents: Contents,
): string | null {
  for (const address of namedImages(item)) {
    const resolved = resolveAddress(address, base);
    if (resolved) return resolved;
  }
  for (const text of texts) {
    if (!text) continue;
    const nodes = hasMarkup(text) ? text.children : contents.nodes(rawText(text));
    const found = firstImage(nodes, base);
    if (found) return found;
  }
  return null;
}

/** The address of the first picture in parsed HTML that is more than an emoji or a counting pixel. */
export function firstImage(nodes: readonly ChildNode[], base: string): string | null {
  for (const node of nodes) {
    if (!isTag(node)) continue;
    const own = node.name === 'img' && !isOrnament(node) ? imageAddress(node, base) : null;
    const found = own ?? firstImage(node.children, base);
    if (found) return found;
  }
  return null;
}

function imageAddress(image: Element, base: string): string | null {
  const { attribs } = image;
  return resolveAddress(attribs['data-src'] ?? attribs['data-lazy-src'] ?? attribs.src, base);
}

function isOrnament(image: Element): boolean {
  const isTiny = [image.attribs.width, image.attribs.height].some((side) => /^[012](px)?$/.test(side ?? ''));
  return isTiny || /\b(emoji|wp-smiley)\b/.test(image.attribs.class ?? '');
}

function* namedImages(item: Element): Generator<string | undefined> {
  const media = [item, ...childrenOf(item, 'media:group')];
  for (const group of media) {
    for (const content of childrenOf(group, 'media:content')) {
      if (isImage(content)) yield content.attribs.url;
      for (const inner of childrenOf(content, 'media:thumbnail')) yield inner.attribs.url;
    }
  }
  for (const group of media)
    for (const thumb of childrenOf(group, 'media:thumbnail')) yield thumb.attribs.url;
  for (const enclosure of childrenOf(item, 'enclosure')) if (isImage(enclosure)) yield enclosure.attribs.url;
  for (const link of childrenOf(item, 'atom:link')) {
    if (link.attribs.rel === 'enclosure' && isImage(link)) yield link.attribs.href;
  }
  for (const image of childrenOf(item, 'itunes:image', 'image', 'thumbnail')) {
    yield image.attribs.href ?? image.attribs.url ?? shortText(childOf(image, 'url') ?? image) ?? undefined;
  }
}

function isImage(element: Element): boolean {
  const { medium, type } = element.attribs;
  if (medium || type) return medium === 'image' || /^image\//i.test(type ?? '');
  return /\.(?:jpe?g|png|gif|webp|avif)(?:$|\?)/i.test(element.attribs.url ?? element.attribs.href ?? '');
}

/** Names from "name@host (Name)", "Name <name@host>" or a bare name; at most 20, each once. */
export function distinctNames(values: readonly (string | null)[]): string[] {
  const names = values.map((value) => {
    const text = htmlToLine(value ?? '');
    return text.match(/^\S+@\S+\s*\((.+)\)$/)?.[1] ?? text;
  });
  return [...new Set(names.filter(Boolean))].slice(0, bounds.names);
}
