import type { Document, Element } from 'domhandler';
import { type Page, pageByRecipe, queryFirst } from '../recipe.ts';
import type { Recipe } from '../source.ts';
import { nodesToLine, nodesToParagraphs } from '../text.ts';
import { findDate, findImage, isAround } from './beside.ts';
import { type Body, findBody } from './body.ts';
import { isWithin } from './rows.ts';
import { selectorForAll, selectorForOne } from './selector.ts';
import { ancestorsOf, insideOf, type Structure, structureOf } from './structure.ts';
import { GENERIC, isUtility, stableClasses, TITLE } from './words.ts';

/** A release page that was recognised. */
export interface RecognisedRelease {
  release: Recipe['release'];
  /** How sure it is, 0 to 1. */
  confidence: number;
}

/** A text with more foreign parts in it than this is no release. */
const FOREIGN_PARTS = 40;
/** Less text is a notice ("halaman tidak ditemukan"), not a release. */
const LEAST_CHARS = 160;

/**
 * Recognises a release on its own page: the heading, the container of the text, the picture and the date.
 * @param listed what the listing calls it: the heading that says the same is the right one
 * @returns null where the page holds no running text or no heading for it
 */
export function recogniseRelease(page: Page, listed?: string): RecognisedRelease | null {
  const structure = structureOf(page.document);
  const body = structure && findBody(structure);
  if (!body) return null;
  const heading = findTitle(structure, page, body, listed);
  if (!heading) return null;
  const dropped = [...body.dropped];
  const lies = isWithin(heading.element, body.container);
  if (lies && !dropped.some((each) => isWithin(heading.element, each))) dropped.push(heading.element);
  if (dropped.length > FOREIGN_PARTS) return null;
  const isDropped = new Set(dropped);
  const paragraphs = nodesToParagraphs([body.container], (element) => isDropped.has(element));
  const chars = paragraphs.reduce((sum, each) => sum + each.length, 0);
  if (chars < LEAST_CHARS || !paragraphs.some((each) => each.length >= 60)) return null;

  const release = writeDown(page, structure, { ...body, dropped }, heading.element);
  if (!release) return null;
  const read = pageByRecipe(page, {
    listing: { item: 'a', title: 'a', link: 'a' },
    release,
    dateFormat: 'D M Y',
  });
  if (read.title !== nodesToLine([heading.element])) return null;
  const kept = new Set(read.paragraphs);
  const missing = paragraphs.filter((each) => !kept.has(each)).length;
  if (missing > 0) return null;
  const extra = read.paragraphs.length - paragraphs.length;
  let confidence = 0.45 + heading.sure + (chars >= 600 ? 0.15 : 0.05) + (paragraphs.length >= 3 ? 0.1 : 0);
  confidence -= 0.05 * Math.min(extra, 4);
  return { release, confidence: Math.round(Math.max(0.1, Math.min(confidence, 0.95)) * 100) / 100 };
}

interface Heading {
  element: Element;
  /** What it adds to the confidence. */
  sure: number;
}

/** The heading of the release: what the listing or the page's own head calls it, else the nearest above the text. */
function findTitle(structure: Structure, page: Page, body: Body, listed: string | undefined): Heading | null {
  const start = structure.measures.get(body.container)?.order ?? 0;
  const first = firstTextOrder(body, structure) ?? start;
  const head = headTitles(page.document);
  let best: Heading | null = null;
  let most = 0;
  for (const element of structure.elements) {
    const known = structure.measures.get(element);
    if (!known || known.chars < 8 || known.chars > 400 || known.size > 8) continue;
    const isHeading = /^h[1-6]$/.test(element.name);
    const isNamed = known.classes.some((name) => TITLE.test(name));
    const text = nodesToLine([element]);
    const isListed = listed !== undefined && sameTitle(text, listed);
    if (!isHeading && !isNamed && !isListed) continue;
    if (GENERIC.test(text) || text.split(' ').length < 2 || isAround(element)) continue;
    // A heading that leads to another page is the heading of that page.
    if (leadsAway(element, page, structure)) continue;
    const inHead = head.some((title) => title.includes(text) || sameTitle(title, text));
    const distance = first - known.order;
    let points = isHeading ? 2 - 0.1 * Number(element.name[1]) : 1;
    points += isListed ? 6 : 0;
    points += inHead ? 3 : 0;
    points += isNamed ? 0.5 : 0;
    points += text.split(' ').length >= 4 ? 1 : 0;
    points += distance >= 0 ? 2 / (1 + distance / 15) : -2.5;
    // The innermost of several that say the same is the one to point at.
    if (points > most || (points === most && best && isWithin(element, best.element))) {
      most = points;
      best = { element, sure: isListed ? 0.3 : inHead ? 0.25 : 0.1 };
    }
  }
  return best && most >= 2.5 ? best : null;
}

function firstTextOrder(body: Body, structure: Structure): number | null {
  const dropped = new Set(body.dropped);
  for (const element of insideOf(body.container, structure)) {
    const known = structure.measures.get(element);
    if (element === body.container || !known || known.chars < 40) continue;
    if (/^h[1-6]$/.test(element.name) || dropped.has(element)) continue;
    if (/^(?:p|div|td|blockquote|li)$/.test(element.name)) return known.order;
  }
  return null;
}

/** What the page's head calls the release. Many portals have one title for every page: then nothing matches it. */
function headTitles(document: Document): string[] {
  const og = queryFirst('meta[property="og:title"]', document)?.attribs.content ?? '';
  const title = queryFirst('title', document);
  return [og, title ? nodesToLine(title.children) : '']
    .map((text) => text.trim())
    .filter((text) => text.length > 7);
}

/** Equal but for case and marks, or one the cut beginning of the other. */
function sameTitle(a: string, b: string): boolean {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/(?:…|\.\.\.)\s*$/, '')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const [short, long] = [plain(a), plain(b)].sort((x, y) => x.length - y.length);
  if (!short || !long) return false;
  return short === long || (short.length >= 20 && long.startsWith(short));
}

function leadsAway(element: Element, page: Page, structure: Structure): boolean {
  const links = [...insideOf(element, structure), ...ancestorsOf(element).slice(0, 2)].filter(
    (each) => each.name === 'a' && each.attribs.href,
  );
  const here = page.url.replace(/[#?].*$/, '');
  return links.some((link) => {
    const href = link.attribs.href ?? '';
    const target = URL.canParse(href, page.base)
      ? new URL(href, page.base).href.replace(/[#?].*$/, '')
      : href;
    return target !== here && !href.startsWith('#') && !/^javascript:/i.test(href);
  });
}

/** Writes a release page down as selectors; null where none tells its heading or its text from the rest. */
export function writeDown(
  page: Page,
  structure: Structure,
  body: Body,
  heading: Element,
): Recipe['release'] | null {
  const { document } = page;
  const title = selectorForOne(heading, document, (element) => nodesToLine([element]) || null);
  const container = selectorForAll([body.container], document);
  if (!title || !container) return null;
  const drop = dropSelectors(body, structure, container);
  const image = findImage(page, structure, body, heading);
  const date = findDate(page, structure, body, heading);
  return { title, body: container, ...(drop && { drop }), ...(image && { image }), ...(date && { date }) };
}

/** Selectors of what is dropped, none of which matches what is kept. */
function dropSelectors(body: Body, structure: Structure, container: string): string | null {
  const inside = insideOf(body.container, structure).slice(1);
  const isIn = (element: Element) => body.dropped.some((each) => isWithin(element, each));
  const holders = inside.filter((element) =>
    body.dropped.some((each) => each !== element && isWithin(each, element)),
  );
  const kept = inside.filter(
    (element) => !isIn(element) && (structure.measures.get(element)?.chars ?? 0) > 0,
  );
  const selectors: string[] = [];
  const names = (element: Element) => stableClasses(element.attribs.class);
  for (const element of body.dropped) {
    const telling = names(element).filter((name) => !isUtility(name));
    const name = telling.find((each) => !kept.some((other) => names(other).includes(each)));
    if (name) {
      selectors.push(`.${name}`);
      continue;
    }
    const sameTag =
      kept.some((other) => other.name === element.name) || holders.some((each) => each.name === element.name);
    if (!sameTag) {
      selectors.push(
        element.name === 'div' || element.name === 'span' ? `${container} ${element.name}` : element.name,
      );
      continue;
    }
    const around = element.parent;
    const holder =
      around?.type === 'tag' && around !== body.container
        ? names(around).find((each) => !isUtility(each))
        : undefined;
    const base = around === body.container ? container : holder ? `.${holder}` : null;
    if (base) selectors.push(`${base} > ${element.name}:nth-of-type(${placeOf(element)})`);
  }
  return selectors.length > 0 ? [...new Set(selectors)].slice(0, 12).join(', ') : null;
}

function placeOf(element: Element): number {
  let at = 1;
  for (let before = element.prev; before; before = before.prev) {
    if (before.type === 'tag' && before.name === element.name) at++;
  }
  return at;
}
