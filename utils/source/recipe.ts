import { is, selectAll, selectOne } from 'css-select';
import { type AnyNode, type Document, type Element, isTag, isText } from 'domhandler';
import { isOn, parseUrl, rebase, resolveAddress, secured } from './address.ts';
import { bounds } from './bounds.ts';
import { dateOrder, parseDate } from './date.ts';
import { readDateNear, settleRows, type ToldDate, trustedDate } from './date-near.ts';
import { ReadError } from './errors.ts';
import { parseHtml } from './markup.ts';
import type { Download, PublishedDate, ReadItem, Recipe, ReleasePage } from './source.ts';
import { nodesToLine, nodesToParagraphs } from './text.ts';

/** A parsed page. */
export interface Page {
  url: string;
  document: Document;
  /** What relative links are relative to. */
  base: string;
  /** BCP 47 tag of the page, if it says one. */
  language: string | null;
  /** When it was read, which dates without a year are near to; epoch milliseconds. */
  receivedAt?: number;
  repairs: string[];
}

/** What a recipe found on a listing page. */
export interface Rows {
  items: ReadItem[];
  /** Rows without a title or without a link to the source's own hosts. */
  dropped: number;
}

/**
 * Parses a page.
 * @throws ReadError `unreadable` when the document is no page
 */
export function openPage(download: Download): Page {
  const { document, repairs } = parseHtml(download.text);
  if (!document.children.some(isTag)) throw new ReadError('unreadable', `${download.url} is no HTML page`);
  const base = selectOne<AnyNode, Element>('base[href]', document)?.attribs.href;
  return {
    url: download.url,
    document,
    base: rebase(base, download.url),
    language: selectOne<AnyNode, Element>('html', document)?.attribs.lang ?? null,
    ...(download.receivedAt !== undefined && { receivedAt: download.receivedAt }),
    repairs: [...(download.repairs ?? []), ...repairs],
  };
}

/**
 * The rows of a listing page. A row without a title or without a link to one of these hosts is left out: on a
 * hacked page such rows are advertisements.
 * @throws ReadError `unreadable` when a selector is broken
 */
export function rowsByRecipe(page: Page, recipe: Recipe, hosts: readonly string[]): Rows {
  const { listing, dateFormat } = recipe;
  const items: ReadItem[] = [];
  const dates: (ToldDate | null)[] = [];
  let dropped = 0;
  for (const row of queryAll(listing.item, page.document).slice(0, bounds.items)) {
    const title = queryFirst(listing.title, row);
    const link = queryFirst(listing.link, row);
    const url = ownAddress(link?.attribs.href, page.base, hosts);
    const text = title ? nodesToLine([title]) : '';
    if (!url || !text) {
      dropped++;
      continue;
    }
    if (listing.under !== undefined && !isUnder(url, listing.under)) continue;
    dates.push(rowDate(listing.date ? queryFirst(listing.date, row) : null, dateFormat, page.receivedAt));
    items.push({
      url,
      guid: null,
      title: text,
      published: null,
      updated: null,
      paragraphs: [],
      summary: [],
      image: imageIn(listing.image, row, page.base),
      authors: [],
      categories: [],
    });
  }
  const settled = settleRows(dates);
  return { items: items.map((item, index) => ({ ...item, published: settled[index] ?? null })), dropped };
}

/** A row's date; where it tells no year, by the moment at which the listing was read. */
function rowDate(element: Element | null, format: string, receivedAt: number | undefined): ToldDate | null {
  if (!element) return null;
  const date = dateOf(element, format);
  if (date) return { date, withoutYear: false, weekdayFits: null };
  if (receivedAt === undefined) return null;
  const order = dateOrder(format);
  return (
    readDateNear(nodesToParagraphs([element]).join(' '), receivedAt, order) ??
    readDateNear(piecesOf(element).join(' '), receivedAt, order)
  );
}

/** What a release page tells by a recipe, and whether its selectors were there at all. */
export interface ByRecipe extends Omit<ReleasePage, 'repairs' | 'learnt'> {
  /** False where no element is what the recipe calls the body: an empty body is no missing one. */
  hasBody: boolean;
}

/**
 * Reads a release page by a recipe. Whether an empty body matters is the caller's to judge.
 * @throws ReadError `unreadable` when a selector is broken
 */
export function pageByRecipe(page: Page, recipe: Recipe): ByRecipe {
  const { release, dateFormat } = recipe;
  const heading = queryFirst(release.title, page.document);
  const title = heading ? nodesToLine([heading]) : '';
  const drop = (element: Element) => release.drop !== undefined && matches(element, release.drop);
  const parts = outermost(queryAll(release.body, page.document));
  return {
    title: title || null,
    paragraphs: nodesToParagraphs(parts, drop),
    image: imageIn(release.image, page.document, page.base),
    published: ownDateIn(release.date, page.document, dateFormat),
    hasBody: parts.length > 0,
  };
}

/** Every match inside, in document order. @throws ReadError `unreadable` for a broken selector */
export function queryAll(selector: string, within: Document | Element): Element[] {
  return guard(selector, () => selectAll<AnyNode, Element>(selector, within));
}

/** The first match; the element itself counts, for a recipe may name a row that is itself the link. */
export function queryFirst(selector: string, within: Document | Element): Element | null {
  if (within.type !== 'root' && matches(within, selector)) return within;
  return guard(selector, () => selectOne<AnyNode, Element>(selector, within));
}

function matches(element: Element, selector: string): boolean {
  return guard(selector, () => is<AnyNode, Element>(element, selector));
}

/** Recipes can come from an administrator's settings: a selector with a slip in it is told as what it is. */
function guard<Result>(selector: string, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    throw new ReadError('unreadable', `selector "${selector}" cannot be used`, { cause: error });
  }
}

/** Matches without those inside another match, whose text would come twice. */
function outermost(elements: readonly Element[]): Element[] {
  const set = new Set<AnyNode>(elements);
  return elements.filter((element) => {
    for (let parent = element.parent; parent; parent = parent.parent) if (set.has(parent)) return false;
    return true;
  });
}

/** A link's address, https, where it leads to one of these hosts. */
export function ownAddress(href: string | undefined, base: string, hosts: readonly string[]): string | null {
  const address = resolveAddress(href, base);
  if (!address) return null;
  const safe = secured(address);
  return isOn(safe, hosts) ? safe : null;
}

/** Whether the path of an address begins with this. */
export function isUnder(address: string, prefix: string): boolean {
  return parseUrl(address)?.pathname.startsWith(prefix) ?? false;
}

/** The date in an element: a machine's first, then what it shows. */
export function dateOf(element: Element, format: string): PublishedDate | null {
  const order = dateOrder(format);
  // A <time datetime> is written for machines, and so is a <meta content>; what it shows is the fallback.
  const written = element.attribs.datetime ?? (element.name === 'meta' ? element.attribs.content : undefined);
  const machine = written ? parseDate(written, order) : null;
  if (machine) return machine;
  return (
    parseDate(nodesToParagraphs([element]).join(' '), order) ??
    // "24" in one box and "Nov 2026" in the next: style sheets keep them apart, the text does not.
    parseDate(piecesOf(element).join(' '), order)
  );
}

/** The pieces of text in an element, as far as a date can reach. */
function piecesOf(element: Element, limit = 12): string[] {
  const pieces: string[] = [];
  for (const child of element.children) {
    if (pieces.length >= limit) break;
    if (isText(child) && child.data.trim()) pieces.push(child.data);
    else if (isTag(child)) pieces.push(...piecesOf(child, limit - pieces.length));
  }
  return pieces;
}

/** A release page's own date, if it can be believed. */
function ownDateIn(selector: string | undefined, within: Document, format: string): PublishedDate | null {
  const element = selector ? queryFirst(selector, within) : null;
  const date = element && dateOf(element, format);
  if (!element || !date) return null;
  const told = readDateNear(nodesToParagraphs([element]).join(' '), date.at, dateOrder(format));
  return trustedDate({ date, withoutYear: false, weekdayFits: told?.weekdayFits ?? null });
}

/** Where lazy-loading scripts keep the true address while `src` holds a placeholder. */
const IMAGE_ATTRIBUTES = ['data-src', 'data-lazy-src', 'data-original', 'src', 'content', 'href'];

/** The address of a picture element, https; null for none, or a placeholder written as `data:`. */
export function imageOf(element: Element, base: string): string | null {
  for (const name of IMAGE_ATTRIBUTES) {
    const address = resolveAddress(element.attribs[name], base);
    if (address) return secured(address);
  }
  return null;
}

function imageIn(selector: string | undefined, within: Document | Element, base: string): string | null {
  const element = selector ? queryFirst(selector, within) : null;
  return element ? imageOf(element, base) : null;
}
