import { type AnyNode, type Element, isTag, isText } from 'domhandler';
import { parseDate } from '../date.ts';
import { nodesToLine } from '../text.ts';
import { ancestorsOf, insideOf, type Structure } from './structure.ts';
import {
  AROUND,
  ASIDE,
  BODY,
  BYLINE,
  NOT_BODY,
  NOT_PARAGRAPH,
  OTHER_LIST,
  stableClasses,
  TITLE,
} from './words.ts';

/** Elements that stand on lines of their own and can hold a paragraph. */
const BLOCK = /^(?:p|div|td|li|blockquote|section|article|main|center|dd|figure|pre|h[1-6])$/;
/** A block with less text of its own is no paragraph. */
const PARAGRAPH_CHARS = 40;

/** A release's body on its page. */
export interface Body {
  container: Element;
  /** Elements inside that are no text of the release. */
  dropped: Element[];
}

/**
 * Finds the container of a release's body: where the text is dense and the links are few. Paragraphs speak for what
 * they stand in; side columns, menus, comments and lists of other releases do not speak at all.
 * @returns null where there is no running text
 */
export function findBody(structure: Structure): Body | null {
  const own = ownText(structure);
  const votes = new Map<Element, number>();
  const text = new Map<Element, number>();
  for (const [block, { chars, linkChars }] of own) {
    if (chars < PARAGRAPH_CHARS || linkChars > chars / 2 || isLabel(block, chars)) continue;
    const around = ancestorsOf(block);
    if ([block, ...around].some(isElsewhere)) continue;
    const weight = 1 + Math.min(chars / 100, 4);
    for (const [distance, each] of [block, ...around].entries()) {
      text.set(each, (text.get(each) ?? 0) + chars);
      // A <p> is a paragraph, never what holds them; a <div> may be both, with <br> between its lines.
      if (each === block && /^(?:p|li|h[1-6]|pre)$/.test(block.name)) continue;
      if (distance <= 3) votes.set(each, (votes.get(each) ?? 0) + weight / (distance <= 1 ? 1 : distance));
    }
  }
  let container: Element | null = null;
  let most = 0;
  for (const [element, vote] of votes) {
    const known = structure.measures.get(element);
    if (!known || element.name === 'body' || element.name === 'html') continue;
    const density = 1 - known.linkChars / Math.max(known.chars, 1);
    const score = vote * density * (BODY.test(namesOf(element)) ? 1.25 : 1);
    if (score > most) {
      most = score;
      container = element;
    }
  }
  if (!container) return null;
  container = widen(container, text, structure);
  return { container, dropped: partsToDrop(container, structure, own) };
}

/**
 * Blocks of one body may lie in containers of their own: then what holds them all is the body, unless it also
 * holds something else with text in it.
 */
function widen(start: Element, text: ReadonlyMap<Element, number>, structure: Structure): Element {
  let container = start;
  let inner = text.get(start) ?? 0;
  for (const around of ancestorsOf(start).slice(0, 3)) {
    if (/^(?:body|html|main)$/.test(around.name)) break;
    const others = around.children.filter(isTag).filter((child) => child !== container && text.has(child));
    const isOne = others.every((child) => isMoreText(child, structure));
    if (!isOne) break;
    const outer = text.get(around) ?? 0;
    if (outer < inner * 1.1) continue;
    container = around;
    inner = outer;
  }
  return container;
}

/** A heading, or a line that tells who wrote it and when. */
function isLabel(block: Element, chars: number): boolean {
  if (/^h[1-6]$/.test(block.name) || stableClasses(block.attribs.class).some((name) => TITLE.test(name)))
    return true;
  if (chars > 110) return false;
  const text = nodesToLine([block]);
  return isDateLine(text) || (BYLINE.test(text) && parseDate(text) !== null);
}

/** Running text without a heading or links to elsewhere. */
function isMoreText(element: Element, structure: Structure): boolean {
  const known = structure.measures.get(element);
  if (!known || known.linkChars > known.chars / 10) return false;
  return !insideOf(element, structure).some((inner) => /^(?:h[1-6]|form|img)$/.test(inner.name));
}

interface Own {
  chars: number;
  linkChars: number;
}

/** Every block's own text, without that of blocks inside of it. */
function ownText(structure: Structure): Map<Element, Own> {
  const found = new Map<Element, Own>();
  const visit = (node: AnyNode, block: Own | null, inLink: boolean): void => {
    if (isText(node)) {
      const { length } = node.data.replace(/\s+/g, ' ').trim();
      if (block) block.chars += length;
      if (block && inLink) block.linkChars += length;
      return;
    }
    if (!isTag(node) || !structure.measures.has(node)) return;
    let inner = block;
    if (BLOCK.test(node.name)) {
      inner = { chars: 0, linkChars: 0 };
      found.set(node, inner);
    }
    for (const child of node.children) visit(child, inner, inLink || node.name === 'a');
  };
  const [root] = structure.elements;
  if (root) for (const each of root.parent?.children ?? [root]) visit(each, null, false);
  return found;
}

function namesOf(element: Element): string {
  return `${stableClasses(element.attribs.class).join(' ')} ${element.attribs.id ?? ''}`;
}

/** Menus, side columns, lists of other releases: by tag or by name. */
function isElsewhere(element: Element): boolean {
  if (/^(?:nav|header|footer|aside|form|button)$/.test(element.name)) {
    // <article><header> holds a release's own title and date.
    return element.name !== 'header' || element.parent?.type !== 'tag' || element.parent.name !== 'article';
  }
  if (element.name === 'body' || element.name === 'html') return false;
  const names = namesOf(element);
  return (
    AROUND.test(names) ||
    ASIDE.test(names) ||
    (OTHER_LIST.test(names) && !BODY.test(names)) ||
    isNoText(element)
  );
}

/** "entry-meta", "share-buttons"; what ends in a word for content is content, whatever its name begins with. */
function isNoText(element: Element): boolean {
  return namesOf(element)
    .split(' ')
    .some((name) => NOT_BODY.test(name) && !/(?:content|konten|isi|body|text|teks)$/i.test(name));
}

/** Inside the container: headings of the release itself, bylines, buttons, links to other releases. */
export function partsToDrop(
  container: Element,
  structure: Structure,
  own: ReadonlyMap<Element, Own> = ownText(structure),
): Element[] {
  const inside = insideOf(container, structure).filter((element) => element !== container);
  const firstText = inside.find((element) => {
    const text = own.get(element);
    return text && text.chars >= 80 && text.linkChars < text.chars / 3 && !isElsewhere(element);
  });
  const start = (firstText && structure.measures.get(firstText)?.order) ?? Number.POSITIVE_INFINITY;
  const dropped: Element[] = [];
  let end = -1;
  for (const element of inside) {
    const known = structure.measures.get(element);
    // What lies in something dropped is dropped with it; what holds paragraphs is looked into instead.
    if (!known || known.order < end || known.chars === 0) continue;
    const holdsText = insideOf(element, structure).some((each) => (own.get(each)?.chars ?? 0) >= 120);
    if (holdsText && !isNoText(element)) continue;
    if (!isForeign(element, structure, known.order < start)) continue;
    dropped.push(element);
    end = known.order + known.size;
  }
  return dropped;
}

function isForeign(element: Element, structure: Structure, isBefore: boolean): boolean {
  const known = structure.measures.get(element);
  if (!known) return false;
  if (/^(?:nav|aside|form|button|header|footer)$/.test(element.name) || isElsewhere(element)) return true;
  const isBlock = BLOCK.test(element.name) || /^(?:ul|ol|table|small|time|span)$/.test(element.name);
  if (!isBlock) return false;
  if (isBefore && /^h[1-4]$/.test(element.name)) return true;
  if (known.chars > 240) return false;
  const linkShare = known.linkChars / Math.max(known.chars, 1);
  if (/^(?:ul|ol|div|p|section)$/.test(element.name) && known.links >= 2 && linkShare > 0.7) return true;
  const text = nodesToLine([element]);
  if (NOT_PARAGRAPH.test(text) && known.chars < 160) return true;
  if (!isBefore || known.chars > 110) return false;
  if (!/^(?:div|p|ul|small|time|span|h[5-6])$/.test(element.name)) return false;
  // "Bogor, 17 Mei 2022" in a paragraph of its own is the release's first line.
  return BYLINE.test(text) || (element.name !== 'p' && isDateLine(text));
}

/** A line before the text that is a date and little else; a dateline ("Bogor, 3 Mei") opens a paragraph instead. */
function isDateLine(text: string): boolean {
  return text.length < 60 && parseDate(text) !== null;
}
