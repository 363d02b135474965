import { is, selectAll, selectOne } from 'css-select';
import { type AnyNode, type Document, type Element, isTag } from 'domhandler';
import { isOn, rebase, resolveAddress, secured } from './address.ts';
import { bounds } from './bounds.ts';
import { dateOrder, parseDate } from './date.ts';
import { ReadError } from './errors.ts';
import { parseHtml } from './markup.ts';
import type { Download, PublishedDate, ReadItem, Reading, Recipe, ReleasePage, Source } from './source.ts';
import { nodesToLine, nodesToParagraphs } from './text.ts';

type Query = (selector: string, within: Document | Element) => Element[];

/**
 * Reads a listing page by the source's recipe. A row without a title or without a link to the source's own hosts
 * is left out: on a hacked page such rows are advertisements.
 * @throws ReadError `unreadable` when the document is no page or the recipe is broken, `empty` when no row matches.
 */
export function readListing(download: Download, source: Source): Reading {
  const { listing, dateFormat } = recipeOf(source);
  const page = open(download);
  const repairs = [...page.repairs];
  const items: ReadItem[] = [];
  let dropped = 0;
  for (const row of query(listing.item, page.document).slice(0, bounds.items)) {
    const title = first(listing.title, row);
    const link = first(listing.link, row);
    const url = ownAddress(link?.attribs.href, page.base, source);
    const text = title ? nodesToLine([title]) : '';
    if (!url || !text) {
      dropped++;
      continue;
    }
    items.push({
      url,
      guid: null,
      title: text,
      published: dateIn(listing.date, row, dateFormat),
      updated: null,
      paragraphs: [],
      summary: [],
      image: imageIn(listing.image, row, page.base),
      authors: [],
      categories: [],
    });
  }
  if (items.length === 0) throw new ReadError('empty', `no row of ${download.url} matches the recipe`);
  if (dropped > 0) repairs.push(`${dropped} rows without a title or a link to the source's own hosts`);
  const root = selectOne<AnyNode, Element>('html', page.document);
  return { title: null, language: root?.attribs.lang ?? null, items, repairs };
}

/**
 * Reads one release page by the source's recipe. Whether an empty body matters is the caller's to judge.
 * @throws ReadError `unreadable` when the document is no page, `empty` when the recipe matches nothing on it.
 */
export function readReleasePage(download: Download, source: Source): ReleasePage {
  const { release, dateFormat } = recipeOf(source);
  const page = open(download);
  const heading = first(release.title, page.document);
  const title = heading ? nodesToLine([heading]) : '';
  const drop = (element: Element) => release.drop !== undefined && matches(element, release.drop);
  const parts = outermost(query(release.body, page.document));
  const paragraphs = nodesToParagraphs(parts, drop);
  if (!title && paragraphs.length === 0) {
    throw new ReadError('empty', `nothing on ${download.url} matches the recipe`);
  }
  return {
    title: title || null,
    paragraphs,
    image: imageIn(release.image, page.document, page.base),
    published: dateIn(release.date, page.document, dateFormat),
    repairs: page.repairs,
  };
}

interface Page {
  document: Document;
  /** What relative links are relative to. */
  base: string;
  repairs: string[];
}

function open(download: Download): Page {
  const { document, repairs } = parseHtml(download.text);
  if (!document.children.some(isTag)) throw new ReadError('unreadable', `${download.url} is no HTML page`);
  const base = selectOne<AnyNode, Element>('base[href]', document)?.attribs.href;
  return {
    document,
    base: rebase(base, download.url),
    repairs: [...(download.repairs ?? []), ...repairs],
  };
}

function recipeOf(source: Source): Recipe {
  if (!source.recipe) throw new ReadError('unreadable', `source ${source.id} has no recipe`);
  return source.recipe;
}

const query: Query = (selector, within) =>
  guard(selector, () => selectAll<AnyNode, Element>(selector, within));

function first(selector: string, within: Document | Element): Element | null {
  // A recipe may name the row itself, for instance a listing whose rows are links.
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

function ownAddress(href: string | undefined, base: string, source: Source): string | null {
  const address = resolveAddress(href, base);
  if (!address) return null;
  const safe = secured(address);
  return isOn(safe, source.hosts) ? safe : null;
}

function dateIn(
  selector: string | undefined,
  within: Document | Element,
  format: string,
): PublishedDate | null {
  const element = selector ? first(selector, within) : null;
  if (!element) return null;
  const order = dateOrder(format);
  // A <time datetime> is written for machines; what it shows is the fallback.
  const machine = element.attribs.datetime ? parseDate(element.attribs.datetime, order) : null;
  return machine ?? parseDate(nodesToParagraphs([element]).join(' '), order);
}

/** Where lazy-loading scripts keep the true address while `src` holds a placeholder. */
const IMAGE_ATTRIBUTES = ['data-src', 'data-lazy-src', 'data-original', 'src', 'content', 'href'];

function imageIn(selector: string | undefined, within: Document | Element, base: string): string | null {
  const element = selector ? first(selector, within) : null;
  if (!element) return null;
  for (const name of IMAGE_ATTRIBUTES) {
    const address = resolveAddress(element.attribs[name], base);
    if (address) return secured(address);
  }
  return null;
}
