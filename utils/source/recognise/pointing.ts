import type { Document, Element } from 'domhandler';
import { ReadError } from '../errors.ts';
import { foldText } from '../fold.ts';
import { dateOf, openPage, ownAddress, type Page, pageByRecipe, queryAll, rowsByRecipe } from '../recipe.ts';
import { isPlainSelector } from '../recipe-check.ts';
import type { Download, ReadItem, Recipe, ReleasePage } from '../source.ts';
import { nodesToLine, nodesToParagraphs } from '../text.ts';
import { findBody, partsToDrop } from './body.ts';
import { fieldsOf, isNewestFirst, orderOf } from './listing.ts';
import { writeDown } from './release.ts';
import { isWithin, type Row } from './rows.ts';
import { selectorForAll } from './selector.ts';
import { ancestorsOf, insideOf, type Structure, structureOf } from './structure.ts';

/** What the official pointed at: its place in the page, its text, or both. */
export interface Pick {
  /** A CSS path, as a page's script can write one: "body > div:nth-child(2) > h3". */
  path?: string;
  /** What the element says; its beginning is enough. */
  text?: string;
}

/** What the official pointed at on the listing and on one of its release pages. */
export interface Picks {
  title: Pick;
  date?: Pick;
  image?: Pick;
  /** On the release page: its heading, by default what the listing's title says; and anything in its text. */
  heading?: Pick;
  body?: Pick;
}

/** A recipe made from what was pointed at, and what it reads. */
export interface Pointed {
  recipe: Recipe;
  items: ReadItem[];
  /** The release page by the recipe; null where none was given. */
  page: Omit<ReleasePage, 'repairs' | 'learnt'> | null;
}

/** What could not be made out; `pick` says at which the official should point again. */
export class PointingError extends ReadError {
  readonly pick: keyof Picks;

  constructor(pick: keyof Picks, message: string) {
    super('empty', message);
    this.name = 'PointingError';
    this.pick = pick;
  }
}

/**
 * Makes a recipe from a title and a date that the official pointed at on a listing, and from a body on a release
 * page. It holds for all rows: those alike to the one that holds both. Pure; reads nothing but what it is given.
 * @param hosts where the releases must be
 * @param old the recipe so far, for what was not pointed at
 * @throws PointingError where something pointed at is not there, or nothing else on the page is like it
 * @throws ReadError `unreadable` when a document is no page
 */
export function recipeFromPointing(
  listing: Download,
  picks: Picks,
  hosts: readonly string[],
  release?: Download,
  old?: Recipe,
): Pointed {
  const page = openPage(listing);
  const { rows, group, pointed } = pointedRows(page, picks, hosts);
  const dateFormat = orderOf(rows);
  const own = rows.map(({ row }) => row);
  const item = selectorForAll(own, page.document) ?? selectorForAll(group, page.document);
  const fields = item ? fieldsOf(rows, page, hosts, dateFormat) : null;
  if (!item || !fields)
    throw new PointingError('title', 'nothing tells these rows from the rest of the page');
  if (picks.date && !fields.date)
    throw new PointingError('date', 'the other rows have no date in that place');
  const listed = rows.find(({ url }) => url === release?.url)?.titleText ?? pointed;
  const written = release ? pointedRelease(release, picks, listed) : old?.release;
  const recipe: Recipe = {
    listing: { item, ...fields },
    release: written ?? { title: 'h1', body: 'article' },
    dateFormat,
  };
  const { items } = rowsByRecipe(page, recipe, hosts);
  return { recipe, items, page: release ? pageByRecipe(openPage(release), recipe) : null };
}

interface PointedRows {
  rows: Row[];
  /** The elements among which the rows are; some lead nowhere, such as a table's head. */
  group: readonly Element[];
  /** The title that was pointed at. */
  pointed: string;
}

/** The rows alike to the one that holds what was pointed at: the smallest that repeats. */
function pointedRows(page: Page, picks: Picks, hosts: readonly string[]): PointedRows {
  const structure = structureOf(page.document);
  if (!structure) throw new PointingError('title', 'the page is too large');
  const title = find(picks.title, page.document, structure);
  if (!title) throw new PointingError('title', 'no such title on the page');
  const date = picks.date ? find(picks.date, page.document, structure, title) : null;
  if (picks.date && !date) throw new PointingError('date', 'no such date on the page');
  const image = picks.image ? find(picks.image, page.document, structure, title) : null;
  let best: PointedRows | null = null;
  for (const row of [title, ...ancestorsOf(title)]) {
    if (row.name === 'body' || row.name === 'html') break;
    if (date && !isWithin(date, row)) continue;
    for (const group of groupsWith(row, structure)) {
      const pattern = { row, title, date, image };
      const rows = group.flatMap((each) => readRow(each, pattern, structure, page, hosts));
      const distinct = new Set(rows.map(({ url }) => url)).size;
      const isWhole = rows.length >= 2 && distinct === rows.length && rows.length >= group.length / 2;
      // The same rows are found around themselves again, and sometimes one more: the first, made larger.
      if (!isWhole || !isOneList(rows) || rows.length <= (best?.rows.length ?? 0)) continue;
      best = { rows: inOrder(rows, structure), group, pointed: nodesToLine([title]) };
    }
  }
  if (best) return best;
  throw new PointingError('title', 'nothing else on the page is like it, with a link of its own');
}

/** What may be the rows of one list: all of its kind, those with it in one place, or all beside it, whatever their classes. */
function groupsWith(row: Element, structure: Structure): Element[][] {
  const kind = structure.kinds.find(({ elements }) => elements.includes(row));
  if (!kind) return [];
  // The first row is often larger than the others, by other classes.
  const beside = structure.kinds
    .filter((each) => each.parent === kind.parent && each.tag === row.name)
    .flatMap(({ elements }) => elements);
  const here = (elements: readonly Element[]) => elements.filter((each) => each.parent === row.parent);
  return [beside, kind.elements, here(beside), here(kind.elements)].filter((group) => group.length > 1);
}

/** Rows in several places are one list where they run on from place to place, newest first; else they are two lists. */
function isOneList(rows: readonly Row[]): boolean {
  const places = new Set(rows.map(({ row }) => row.parent));
  const dates = rows.map(({ date }) => date && dateOf(date, 'D M Y'));
  return places.size === 1 || dates.filter(Boolean).length < 3 || isNewestFirst(dates);
}

function inOrder(rows: readonly Row[], structure: Structure): Row[] {
  const order = (element: Element) => structure.measures.get(element)?.order ?? 0;
  return [...rows].sort((a, b) => order(a.row) - order(b.row));
}

interface Pattern {
  row: Element;
  title: Element;
  date: Element | null;
  image: Element | null;
}

/** Another row by the pattern of the one pointed at: its elements at the same places. */
function readRow(
  row: Element,
  pattern: Pattern,
  structure: Structure,
  page: Page,
  hosts: readonly string[],
): Row[] {
  const title = samePlace(pattern.title, pattern.row, row, structure);
  const titleText = title ? nodesToLine([title]) : '';
  if (!title || !titleText) return [];
  const around = ancestorsOf(title).filter((each) => isWithin(each, row));
  const links = [title, ...around, ...insideOf(title, structure), row, ...insideOf(row, structure)];
  const link = links.find((each) => each.name === 'a' && ownAddress(each.attribs.href, page.base, hosts));
  const url = ownAddress(link?.attribs.href, page.base, hosts);
  if (!link || !url) return [];
  const date = pattern.date && samePlace(pattern.date, pattern.row, row, structure);
  const image =
    (pattern.image && samePlace(pattern.image, pattern.row, row, structure)) ??
    insideOf(row, structure).find((each) => each.name === 'img');
  return [
    {
      row,
      url,
      link,
      title,
      titleText,
      date: date && dateOf(date, 'D M Y') ? date : null,
      image: image ?? null,
    },
  ];
}

/** The element of another row that stands where this one stands in its own: by tags and classes, then by tags. */
function samePlace(element: Element, from: Element, to: Element, structure: Structure): Element | null {
  if (element === from) return to;
  const path = (each: Element, root: Element, named: boolean) =>
    [each, ...ancestorsOf(each)]
      .slice(0, [each, ...ancestorsOf(each)].indexOf(root))
      .map((step) => (named ? `${step.name}.${structure.measures.get(step)?.classes.join('.')}` : step.name))
      .join('<');
  const inside = insideOf(to, structure).filter((each) => each !== to && each.name === element.name);
  for (const named of [true, false]) {
    const wanted = path(element, from, named);
    const own = insideOf(from, structure).filter(
      (each) => each !== from && path(each, from, named) === wanted,
    );
    const found = inside.filter((each) => path(each, to, named) === wanted)[own.indexOf(element)];
    if (found) return found;
  }
  return null;
}

/** The release page: the heading and what holds the text that was pointed at. */
function pointedRelease(release: Download, picks: Picks, listed: string): Recipe['release'] {
  const page = openPage(release);
  const structure = structureOf(page.document);
  if (!structure) throw new PointingError('body', 'the page is too large');
  const inBody =
    picks.body && (find(picks.body, page.document, structure) ?? holding(picks.body.text ?? '', structure));
  if (!inBody) throw new PointingError('body', 'no such text on the release page');
  const heading = find(picks.heading ?? { text: listed }, page.document, structure, inBody);
  if (!heading) throw new PointingError('heading', 'no such heading on the release page');
  // Where recognition agrees with what was pointed at, it knows best how far the text goes.
  const guess = findBody(structure);
  const container = guess && isWithin(inBody, guess.container) ? guess.container : holderOf(inBody);
  const dropped = partsToDrop(container, structure);
  if (isWithin(heading, container) && !dropped.some((each) => isWithin(heading, each))) dropped.push(heading);
  const written = writeDown(page, structure, { container, dropped }, heading);
  if (!written) throw new PointingError('body', 'nothing tells this text from the rest of the page');
  return written;
}

/** Pointing at one paragraph means the text that it is part of. */
function holderOf(element: Element): Element {
  const isPart = (each: Element) => /^(?:p|li|ul|ol|h[1-6]|span|b|strong|em|i|a|blockquote)$/.test(each.name);
  const block = [element, ...ancestorsOf(element)].find((each) => !isPart(each));
  return block && block.name !== 'body' ? block : element;
}

/** The element at a path, if it also says the text; else the smallest that says it, nearest to another. */
function find(pick: Pick, document: Document, structure: Structure, near?: Element): Element | null {
  const said = pick.text === undefined ? null : foldText(pick.text.slice(0, 2_000));
  const says = (element: Element) => said === null || sameText(nodesToLine([element]), said);
  if (pick.path && isPlainSelector(pick.path)) {
    const [at] = queryAll(pick.path, document);
    // A browser puts <tbody> into tables where the page has none.
    const [other] = at
      ? []
      : queryAll(pick.path.replace(/\s*>\s*tbody(?::nth-\w+-?\w*\(\d+\))?/g, ''), document);
    const found = at ?? other;
    if (found && structure.measures.has(found) && says(found)) return found;
  }
  if (!said) return null;
  const order = (element: Element) => structure.measures.get(element)?.order ?? 0;
  const matching = structure.elements.filter((element) => {
    const chars = structure.measures.get(element)?.chars ?? 0;
    return chars >= said.length / 3 && chars <= Math.max(said.length * 3, 1_500) && says(element);
  });
  const some = matching.slice(0, 200);
  // Of an element and what it holds, the inner one; of several places, the one nearest to what was found before.
  const inner = some.filter((element) => !some.some((each) => each !== element && isWithin(each, element)));
  const distance = (element: Element) => (near ? Math.abs(order(element) - order(near)) : 0);
  return inner.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** The smallest element with this text in it: bodies whose lines are kept apart by <br> have no paragraphs. */
function holding(said: string, structure: Structure): Element | null {
  const wanted = plain(said.slice(0, 2_000));
  if (wanted.length < 20) return null;
  const all = structure.elements.filter((element) => {
    const chars = structure.measures.get(element)?.chars ?? 0;
    return chars >= wanted.length && chars < 60_000;
  });
  const sizeOf = (element: Element) => structure.measures.get(element)?.size ?? 0;
  const holders = all.filter((element) => sizeOf(element) < 400).slice(0, 3_000);
  return (
    holders
      .sort((a, b) => sizeOf(a) - sizeOf(b))
      .find((element) => plain(nodesToParagraphs([element]).join(' ')).includes(wanted)) ?? null
  );
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** What was pointed at may have been copied cut short, or without what a style sheet hides. */
function sameText(text: string, said: string): boolean {
  const [a, b] = [plain(text), plain(said)];
  if (!a || !b) return false;
  return a === b || (b.length >= 12 && a.startsWith(b)) || (a.length >= 30 && b.startsWith(a));
}
