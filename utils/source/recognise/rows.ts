import type { Element } from 'domhandler';
import { parseUrl } from '../address.ts';
import { parseDate } from '../date.ts';
import { dateOf, imageOf, ownAddress, type Page } from '../recipe.ts';
import { nodesToLine } from '../text.ts';
import { insideOf, type Structure } from './structure.ts';
import { DATE, GENERIC, isUtility, LIST_PATH, NEWS_PATH, OTHER_PATH, TITLE } from './words.ts';

/** What a listing shows of one release, as elements of the page. */
export interface Row {
  row: Element;
  url: string;
  link: Element;
  title: Element;
  titleText: string;
  date: Element | null;
  image: Element | null;
}

/** A row with more elements than this is a section of the page, not a release. */
const ROW_SIZE = 250;
/** Fewer characters name no release, more are a teaser. */
const TITLE_CHARS = { least: 8, most: 400 };
const DATE_CHARS = 110;

/** An element in a row with the name of its place there: the same in every row that the template wrote. */
interface Part {
  element: Element;
  place: string;
}

/**
 * Reads elements as the rows of a listing: the address that each leads to, its title, its date, its picture, each
 * at the same place in most rows. Rows that lead nowhere of their own are left out.
 */
export function readRows(
  candidates: readonly Element[],
  structure: Structure,
  page: Page,
  hosts: readonly string[],
): Row[] {
  const sized = candidates
    .filter((row) => (structure.measures.get(row)?.size ?? 0) <= ROW_SIZE)
    .slice(0, 200);
  const parts = new Map(sized.map((row) => [row, partsOf(row, structure)]));
  const leads = releaseLinks(parts, page, hosts);
  const rows = sized.filter((row) => leads.has(row));
  if (rows.length < 2) return [];
  const titles = bestPlace(rows, parts, (part, row) => titleScore(part, leads.get(row), structure), true);
  const titled = rows.filter((row) => titles.has(row));
  const dates = bestPlace(titled, parts, (part, row) => dateScore(part, titles.get(row), structure), false);
  const images = bestPlace(titled, parts, ({ element }) => imageScore(element, page), false);
  return titled.flatMap((row): Row[] => {
    const lead = leads.get(row);
    const title = titles.get(row);
    if (!lead || !title) return [];
    const link = lead.links.find((each) => isWithin(each, title) || isWithin(title, each)) ?? lead.links[0];
    if (!link) return [];
    return [
      {
        row,
        url: lead.url,
        link,
        title,
        titleText: nodesToLine([title]),
        date: dates.get(row) ?? null,
        image: images.get(row) ?? null,
      },
    ];
  });
}

function partsOf(row: Element, structure: Structure): Part[] {
  const places = new Map<Element, string>();
  return insideOf(row, structure).map((element) => {
    const parent = element.parent?.type === 'tag' ? places.get(element.parent) : undefined;
    const known = structure.measures.get(element)?.classes ?? [];
    const name = `${element.name}.${known.filter((each) => !isUtility(each)).join('.')}`;
    const place = element === row ? '' : `${parent ?? ''}>${name}`;
    places.set(element, place);
    return { element, place };
  });
}

interface Lead {
  url: string;
  links: Element[];
}

/** The address that is a row's own: not the page itself, no category or author that other rows share. */
function releaseLinks(
  parts: ReadonlyMap<Element, readonly Part[]>,
  page: Page,
  hosts: readonly string[],
): Map<Element, Lead> {
  const perRow = new Map<Element, Map<string, Element[]>>();
  const rowsOf = new Map<string, number>();
  for (const [row, inside] of parts) {
    const links = new Map<string, Element[]>();
    for (const { element } of inside) {
      if (element.name !== 'a') continue;
      const url = ownAddress(element.attribs.href, page.base, hosts);
      if (!url || !isOther(url, page.url)) continue;
      links.set(url, [...(links.get(url) ?? []), element]);
    }
    perRow.set(row, links);
    for (const url of links.keys()) rowsOf.set(url, (rowsOf.get(url) ?? 0) + 1);
  }
  const most = Math.max(1, Math.floor(parts.size / 5));
  const found = new Map<Element, Lead>();
  const taken = new Set<string>();
  for (const [row, links] of perRow) {
    let best: Lead | null = null;
    for (const [url, elements] of links) {
      if ((rowsOf.get(url) ?? 0) > most || taken.has(url)) continue;
      if (!best || elements.length > best.links.length) best = { url, links: elements };
    }
    if (!best) continue;
    taken.add(best.url);
    found.set(row, best);
  }
  return found;
}

/** Whether an address is another document than the page, and one that could be a release. */
function isOther(address: string, pageUrl: string): boolean {
  const url = parseUrl(address);
  const own = parseUrl(pageUrl);
  if (!url || (url.pathname === '/' && !url.search)) return false;
  if (url.pathname === own?.pathname && url.search === own.search) return false;
  if (/\.(?:pdf|docx?|xlsx?|pptx?|zip|rar|jpe?g|png|gif|webp|mp[34])$/i.test(url.pathname)) return false;
  if (LIST_PATH.test(url.pathname)) return false;
  return !OTHER_PATH.test(url.pathname) || NEWS_PATH.test(url.pathname);
}

/**
 * The place in the rows' template that scores best over all rows, and each row's element there.
 * @param needed a row without the element counts against a place twice
 */
function bestPlace(
  rows: readonly Element[],
  parts: ReadonlyMap<Element, readonly Part[]>,
  score: (part: Part, row: Element) => number | null,
  needed: boolean,
): Map<Element, Element> {
  const places = new Map<string, { sum: number; found: Map<Element, Element> }>();
  for (const row of rows) {
    for (const part of parts.get(row) ?? []) {
      const known = places.get(part.place);
      if (known?.found.has(row)) continue;
      const points = score(part, row);
      if (points === null) continue;
      const place = known ?? { sum: 0, found: new Map<Element, Element>() };
      place.sum += points;
      place.found.set(row, part.element);
      places.set(part.place, place);
    }
  }
  let best = new Map<Element, Element>();
  let most = 0;
  for (const { sum, found } of places.values()) {
    const coverage = found.size / rows.length;
    if (coverage < 0.4) continue;
    const points = (sum / found.size) * (needed ? coverage * coverage : coverage);
    if (points <= most) continue;
    most = points;
    best = found;
  }
  return best;
}

/** How much a part looks like the title; null where it cannot be. */
function titleScore({ element }: Part, lead: Lead | undefined, structure: Structure): number | null {
  const known = structure.measures.get(element);
  if (!known || known.chars < TITLE_CHARS.least || known.chars > TITLE_CHARS.most) return null;
  if (!lead || known.size > 12) return null;
  const isHeading = /^h[1-6]$/.test(element.name);
  const inLink = lead.links.some((link) => isWithin(element, link));
  const aroundLink = lead.links.some((link) => isWithin(link, element));
  const isNamed = known.classes.some((name) => TITLE.test(name));
  if (!isHeading && !inLink && !aroundLink && !isNamed) return null;
  const text = nodesToLine([element]);
  if (!text || GENERIC.test(text) || isDateAlone(text)) return null;
  const words = text.split(' ').length;
  if (text.length < TITLE_CHARS.least || words < 2) return null;
  let points = isHeading ? 3 : isNamed ? 2.5 : 1;
  if (isHeading && isNamed) points += 0.3;
  if (inLink || aroundLink) points += 1.2;
  points += words >= 4 && words <= 30 ? 1 : words > 40 ? -1.5 : 0;
  // A card that is one link holds title, date and teaser: the smaller part is the title.
  if (!isHeading && known.size > 3) points -= 1;
  if (hasInside(element, structure, (inner) => /^(?:p|h[1-6]|time|img)$/.test(inner.name)))
    points -= isHeading ? 0.2 : 1.5;
  return Math.max(points, 0.1);
}

function dateScore({ element }: Part, title: Element | undefined, structure: Structure): number | null {
  const known = structure.measures.get(element);
  if (!known || !title || isWithin(element, title)) return null;
  if (known.dates === 0 && known.chars > DATE_CHARS) return null;
  const around = isWithin(title, element);
  if (around) return dateBesideTitle(element, title, structure);
  const isTime = element.attribs.datetime !== undefined;
  if (!isTime && (known.chars < 6 || known.chars > DATE_CHARS)) return null;
  const date = dateOf(element, 'D M Y');
  if (!date) return null;
  const isNamed = element.name === 'time' || known.classes.some((name) => DATE.test(name));
  // A teaser can begin with a date of its own: what holds little else is the better one.
  const words = nodesToLine([element]).split(' ').length;
  return (
    3 +
    (isNamed ? 1 : 0) +
    (isTime ? 0.5 : 0) +
    (date.precision === 'time' ? 0.4 : 0) -
    words / 20 -
    known.size / 100
  );
}

/** "Judul - 24 November 2026" in one element: a date only where the title cannot be what holds it. */
function dateBesideTitle(element: Element, title: Element, structure: Structure): number | null {
  const known = structure.measures.get(element);
  const inner = structure.measures.get(title);
  if (!known || !inner || known.chars - inner.chars > 60 || known.size - inner.size > 8) return null;
  if (parseDate(nodesToLine([title]))) return null;
  const date = dateOf(element, 'D M Y');
  return date ? 1 : null;
}

function imageScore(element: Element, page: Page): number | null {
  if (element.name !== 'img') return null;
  const address = imageOf(element, page.base);
  if (!address || /(?:logo|icon|avatar|spacer|blank|placeholder)[^/]*$/i.test(address)) return null;
  return 1;
}

/** A title that is only a date, as in calendars. */
function isDateAlone(text: string): boolean {
  return text.length < 40 && parseDate(text) !== null && text.replace(/[^a-z]/gi, '').length < 22;
}

function hasInside(element: Element, structure: Structure, test: (inner: Element) => boolean): boolean {
  return insideOf(element, structure).some((inner) => inner !== element && test(inner));
}

/** Whether an element is another one or inside of it. */
export function isWithin(element: Element, outer: Element): boolean {
  for (let each: Element | null = element; each; each = each.parent?.type === 'tag' ? each.parent : null) {
    if (each === outer) return true;
  }
  return false;
}
