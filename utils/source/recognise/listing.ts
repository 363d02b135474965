import type { Element } from 'domhandler';
import { parseUrl } from '../address.ts';
import { type DateOrder, parseDate } from '../date.ts';
import { dateOf, imageOf, ownAddress, type Page, rowsByRecipe } from '../recipe.ts';
import type { PublishedDate, ReadItem, Recipe } from '../source.ts';
import { nodesToLine, nodesToParagraphs } from '../text.ts';
import { type Row, readRows } from './rows.ts';
import { selectorForAll, selectorForEach } from './selector.ts';
import { ancestorsOf, type Kind, type Structure, structureOf } from './structure.ts';
import { AROUND, ASIDE, isUtility, NEWS_PATH, OTHER_LIST } from './words.ts';

/** A listing that was recognised on a page. */
export interface RecognisedListing {
  listing: Recipe['listing'];
  dateFormat: DateOrder;
  /** What the recipe reads on this page. */
  items: ReadItem[];
  /** How sure it is, 0 to 1. */
  confidence: number;
}

/** Groups of elements that are read as rows, best chances first. */
const CANDIDATES = 24;
/** Rows for which a listing without dates, and one with dates, is believed. */
const LEAST = { undated: 4, dated: 2 };

/**
 * Finds the listing of releases on a page: blocks that repeat, each with a link of its own to one of these hosts, a
 * title and, on most portals, a date. Menus, side columns and lists of what is popular lose against it.
 * @returns null where nothing on the page looks like one
 */
export function recogniseListing(page: Page, hosts: readonly string[]): RecognisedListing | null {
  const structure = structureOf(page.document);
  if (!structure) return null;
  const judged = candidatesOf(structure)
    .map((group) => ({ group, rows: readRows(group, structure, page, hosts) }))
    .filter(({ rows }) => rows.length >= LEAST.dated)
    .map((each) => ({ ...each, score: scoreOf(each.rows, structure) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  for (const { group, rows, score } of completeFirst(judged).slice(0, 3)) {
    const found = recipeOf(rows, group, page, hosts, score);
    if (found) return found;
  }
  return null;
}

interface Judged {
  group: readonly Element[];
  rows: readonly Row[];
  score: number;
}

/** A group that holds all rows of the best one and more, and is hardly worse, comes first: no release is to be missed. */
function completeFirst(judged: readonly Judged[]): Judged[] {
  let [best] = judged;
  if (!best) return [];
  for (const other of judged.slice(1)) {
    const urls = new Set(other.rows.map(({ url }) => url));
    const isMore = urls.size > best.rows.length && best.rows.every(({ url }) => urls.has(url));
    if (isMore && other.score >= best.score - 0.3) best = other;
  }
  const first = best;
  return [first, ...judged.filter((each) => each !== first)];
}

/** Groups of alike elements that hold links: each kind whole, all kinds of one tag side by side, and by parent. */
function candidatesOf(structure: Structure): Element[][] {
  const groups: { elements: Element[]; promise: number }[] = [];
  const offer = (elements: Element[]) => {
    if (elements.length < 2) return;
    const telling = elements.slice(0, 200).filter((element) => {
      const known = structure.measures.get(element);
      return known && known.links > 0 && known.chars >= 12 && known.size <= 250;
    });
    if (telling.length < 2) return;
    const dated = telling.filter((element) => (structure.measures.get(element)?.dates ?? 0) > 0).length;
    groups.push({ elements, promise: Math.min(telling.length, 20) + 2 * Math.min(dated, 20) });
  };
  const sides = new Map<Kind | null, Map<string, Kind[]>>();
  for (const kind of structure.kinds) {
    offer(kind.elements);
    const byParent = new Map<Element, Element[]>();
    for (const element of kind.elements) {
      const parent = element.parent?.type === 'tag' ? element.parent : null;
      const group = parent && byParent.get(parent);
      if (group) group.push(element);
      else if (parent) byParent.set(parent, [element]);
    }
    if (byParent.size > 1 && byParent.size <= 12) {
      for (const group of byParent.values()) if (group.length > 2) offer(group);
    }
    const tags = sides.get(kind.parent) ?? new Map<string, Kind[]>();
    sides.set(kind.parent, tags.set(kind.tag, [...(tags.get(kind.tag) ?? []), kind]));
  }
  // The first row is often made larger than the others, by other classes.
  const order = (element: Element) => structure.measures.get(element)?.order ?? 0;
  for (const kinds of [...sides.values()].flatMap((tags) => [...tags.values()])) {
    if (kinds.length > 1 && kinds.length < 6) {
      offer(kinds.flatMap((kind) => kind.elements).sort((a, b) => order(a) - order(b)));
    }
  }
  groups.sort((a, b) => b.promise - a.promise);
  return groups.slice(0, CANDIDATES).map(({ elements }) => elements);
}

/** How much rows look like the releases of a portal; 0 or less where they do not. */
function scoreOf(rows: readonly Row[], structure: Structure): number {
  const count = rows.length;
  const dates = rows.map((row) => row.date && dateOf(row.date, 'D M Y'));
  const dated = dates.filter(Boolean).length / count;
  const words = mean(rows.map((row) => row.titleText.split(' ').length));
  const distinct = new Set(rows.map((row) => row.titleText)).size / count;
  if (distinct < 0.7 || words < 2.5) return 0;
  const slugs = rows.filter(({ url }) => isTelling(url)).length / count;
  if (dated < 0.5 && (count < LEAST.undated || words < 4 || slugs < 0.6)) return 0;
  let score = 1.5 * Math.min(count, 12) * (1 / 12) + 3 * dated + distinct;
  score += 0.7 * (rows.filter((row) => row.image).length / count);
  score += words >= 5 ? 0.7 : 0;
  score += 0.7 * slugs;
  score += 0.6 * (rows.filter(({ url }) => NEWS_PATH.test(parseUrl(url)?.pathname ?? '')).length / count);
  score += isNewestFirst(dates) ? 0.8 : 0;
  score += 0.4 * Math.min(mean(rows.map(({ row }) => structure.measures.get(row)?.chars ?? 0)) / 200, 1);
  score += 0.3 * Math.min(mean(rows.map((row) => row.titleText.length)) / 60, 1);
  // A class of the rows' own outlives a redesign of what is around them.
  const [first] = rows;
  const own = (first ? (structure.measures.get(first.row)?.classes ?? []) : []).filter(
    (name) => !isUtility(name),
  );
  score += own.length > 0 ? 0.1 : 0;
  return score - penalty(rows, structure);
}

/** What the surroundings say against it: menus, side columns, other lists, headings that call them so. */
function penalty(rows: readonly Row[], structure: Structure): number {
  const [first] = rows;
  if (!first) return 0;
  const around = [first.row, ...ancestorsOf(first.row)];
  let against = 0;
  for (const element of around) {
    const names = `${element.attribs.class ?? ''} ${element.attribs.id ?? ''}`.slice(0, 300);
    const isBroad = element.name === 'body' || element.name === 'html' || element.name === 'main';
    if (isBroad) continue;
    if (/^(?:nav|header|footer)$/.test(element.name) || AROUND.test(names)) against = Math.max(against, 3);
    if (element.name === 'aside' || ASIDE.test(names)) against = Math.max(against, 1.6);
    if (OTHER_LIST.test(names)) against = Math.max(against, 1.8);
  }
  const heading = headingBefore(first.row, structure);
  if (heading && OTHER_LIST.test(heading)) against += 1.8;
  return against;
}

/** The heading under which an element stands, where one is near. */
function headingBefore(row: Element, structure: Structure): string | null {
  for (const around of [row, ...ancestorsOf(row)].slice(0, 5)) {
    for (let before = around.prev; before; before = before.prev) {
      if (before.type !== 'tag') continue;
      const known = structure.measures.get(before);
      if (!known || known.chars === 0) continue;
      return known.chars <= 60 ? nodesToLine([before]) : null;
    }
  }
  return null;
}

/** A release's own address: a number or several words in it. */
function isTelling(address: string): boolean {
  const url = parseUrl(address);
  if (!url) return false;
  const last = url.pathname.split('/').filter(Boolean).slice(-2).join('/');
  return /\d/.test(last + url.search) || last.split(/[-_]|%20/).length >= 4;
}

/** Whether nearly all dates are as old as the one before or older. */
export function isNewestFirst(dates: readonly (PublishedDate | null)[]): boolean {
  const known = dates.flatMap((date) => (date ? [date.at] : []));
  if (known.length < 3) return false;
  const falling = known.slice(1).filter((at, index) => at <= (known[index] ?? 0)).length;
  return falling >= 0.85 * (known.length - 1);
}

/** Writes rows down as a recipe, and reads the page by it: what it reads must be those rows. */
function recipeOf(
  rows: readonly Row[],
  group: readonly Element[],
  page: Page,
  hosts: readonly string[],
  score: number,
): RecognisedListing | null {
  const item =
    selectorForAll(
      rows.map(({ row }) => row),
      page.document,
    ) ?? selectorForAll(group, page.document);
  if (!item) return null;
  const dateFormat = orderOf(rows);
  const fields = fieldsOf(rows, page, hosts, dateFormat);
  if (!fields) return null;
  const listing: Recipe['listing'] = { item, ...fields };
  const urls = new Set(rows.map(({ url }) => url));
  const under = commonPath(rows);
  for (const only of under ? [undefined, under] : [undefined]) {
    if (only) listing.under = only;
    const recipe = { listing, release: { title: 'h1', body: 'body' }, dateFormat };
    const { items } = rowsByRecipe(page, recipe, hosts);
    const right = items.filter((each) => each.url && urls.has(each.url)).length;
    if (right >= LEAST.dated && right >= 0.9 * items.length && right >= 0.9 * rows.length) {
      return { listing, dateFormat, items, confidence: confidenceOf(score, Boolean(fields.date), right) };
    }
  }
  return null;
}

/** The selectors of what rows show; null where nothing tells their titles or links apart. */
export function fieldsOf(
  rows: readonly Row[],
  page: Page,
  hosts: readonly string[],
  dateFormat: DateOrder,
): Omit<Recipe['listing'], 'item'> | null {
  const scoped = (pick: (row: Row) => Element | null) =>
    rows.map((row) => ({ scope: row.row, element: pick(row) }));
  const title = selectorForEach(
    scoped((row) => row.title),
    (element) => nodesToLine([element]) || null,
  );
  const link = selectorForEach(
    scoped((row) => row.link),
    (element) => ownAddress(element.attribs.href, page.base, hosts),
  );
  if (!title || !link) return null;
  const hasDates = rows.filter((row) => row.date).length >= rows.length / 2;
  const dates = scoped((row) => row.date);
  const date = hasDates ? selectorForEach(dates, (element) => said(dateOf(element, dateFormat))) : null;
  const images = scoped((row) => row.image);
  const image = selectorForEach(images, (element) => imageOf(element, page.base), 0.7);
  return { title, link, ...(date && { date }), ...(image && { image }) };
}

function said(date: PublishedDate | null): string | null {
  return date && `${date.at} ${date.precision}`;
}

/** 10 is about what a listing gets that has everything. */
function confidenceOf(score: number, dated: boolean, count: number): number {
  const most = dated ? (count >= 3 ? 0.95 : 0.7) : 0.6;
  return Math.round(Math.max(0.1, Math.min(most, score / 9.5)) * 100) / 100;
}

/** Day first, unless the numbers can only be read the American way, or only then the list runs newest first. */
export function orderOf(rows: readonly Row[]): DateOrder {
  const texts = rows.flatMap(({ date }) => (date ? [nodesToParagraphs([date]).join(' ')] : []));
  const numbers = texts.flatMap((text) => {
    const match = /(?<!\d)(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?\d{4}/.exec(text);
    return match ? [[Number(match[1]), Number(match[2])] as const] : [];
  });
  if (numbers.length < 2 || numbers.some(([first]) => first > 12)) return 'D M Y';
  if (numbers.some(([, second]) => second > 12)) return 'M D Y';
  const american = texts.map((text) => parseDate(text, 'M D Y'));
  const ours = texts.map((text) => parseDate(text, 'D M Y'));
  return !isNewestFirst(ours) && isNewestFirst(american) && texts.length >= 5 ? 'M D Y' : 'D M Y';
}

/** "/berita/" where all rows are below it: what else the same blocks hold is announcements, agendas, galleries. */
function commonPath(rows: readonly Row[]): string | null {
  const firsts = new Set(rows.map(({ url }) => parseUrl(url)?.pathname.split('/')[1] ?? ''));
  const [first] = firsts;
  return firsts.size === 1 && first && !/^\d+$/.test(first) ? `/${first}/` : null;
}

function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
}
