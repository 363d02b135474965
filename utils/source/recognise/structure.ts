import { type AnyNode, type Document, type Element, isTag, isText } from 'domhandler';
import { parseDate } from '../date.ts';
import { stableClasses } from './words.ts';

/** What a template repeats: elements in the same place of the page's tree, of one tag and alike in their classes. */
export interface Kind {
  tag: string;
  elements: Element[];
  /** What they stand in. */
  parent: Kind | null;
}

/** What is known of one element; counts cover everything inside of it. */
export interface Measure {
  /** Place in the document, in reading order. */
  order: number;
  /** Elements inside, itself included. */
  size: number;
  /** Characters of text, and those of them inside links. */
  chars: number;
  linkChars: number;
  /** Links with an address. */
  links: number;
  /** Short texts that look like dates. */
  dates: number;
  classes: readonly string[];
}

/** A page as its template sees it. */
export interface Structure {
  kinds: Kind[];
  measures: ReadonlyMap<Element, Measure>;
  /** Every visible element in reading order. */
  elements: readonly Element[];
}

/** Elements that hold no text of the page. */
const SKIPPED = new Set(
  'script style noscript template svg iframe object select option textarea canvas audio video head link meta'.split(
    ' ',
  ),
);

/** A template with more different rows side by side than this is no template. */
const KINDS_IN_ONE_PLACE = 32;
/** The largest portals' front pages have some 5,000 elements; on what is larger nothing is recognised. */
const ELEMENTS = 10_000;

/**
 * Reads the structure of a page. Linear in its elements; the tree's depth is bounded by the parser.
 * @returns null for a page of more than 10,000 elements, which no portal's template writes
 */
export function structureOf(document: Document): Structure | null {
  const measures = new Map<Element, Measure>();
  const elements: Element[] = [];
  const roots = bodyOf(document);
  if (countBelow(document, ELEMENTS + 1) > ELEMENTS) return null;
  for (const root of roots) measure(root, measures, elements, false);
  const kinds: Kind[] = [];
  let level: Kind[] = roots.map((root) => ({ tag: root.name, elements: [root], parent: null }));
  while (level.length > 0) {
    kinds.push(...level);
    level = level.flatMap((kind) => kindsBelow(kind, measures));
  }
  return { kinds, measures, elements };
}

/** How many elements there are, counted up to a limit. */
function countBelow(within: Document | Element, limit: number): number {
  let count = 0;
  for (const child of within.children) {
    if (count >= limit) break;
    if (isTag(child)) count += 1 + countBelow(child, limit - count - 1);
  }
  return count;
}

/** The body, or everything where there is none (fragments). */
function bodyOf(document: Document): Element[] {
  const top = document.children.filter(isTag);
  const html = top.find((element) => element.name === 'html');
  const body = (html ? html.children.filter(isTag) : top).find((element) => element.name === 'body');
  if (body) return [body];
  return top.filter((element) => !SKIPPED.has(element.name));
}

function measure(
  element: Element,
  measures: Map<Element, Measure>,
  elements: Element[],
  inLink: boolean,
): Measure {
  const own: Measure = {
    order: elements.length,
    size: 1,
    chars: 0,
    linkChars: 0,
    links: 0,
    dates: 0,
    classes: stableClasses(element.attribs.class),
  };
  measures.set(element, own);
  elements.push(element);
  const isLink = element.name === 'a' && Boolean(element.attribs.href);
  if (isLink) own.links = 1;
  let text = '';
  for (const child of element.children) {
    if (isText(child)) {
      const line = child.data.replace(/\s+/g, ' ').trim();
      own.chars += line.length;
      if (inLink || isLink) own.linkChars += line.length;
      if (text.length < 80) text += ` ${line}`;
    } else if (isTag(child) && !SKIPPED.has(child.name) && !isHidden(child)) {
      const inner = measure(child, measures, elements, inLink || isLink);
      own.size += inner.size;
      own.chars += inner.chars;
      own.linkChars += inner.linkChars;
      own.links += inner.links;
      own.dates += inner.dates;
    }
  }
  if (element.attribs.datetime || (/\d/.test(text) && text.length < 80 && parseDate(text))) own.dates++;
  return own;
}

function isHidden(element: Element): boolean {
  return 'hidden' in element.attribs || /(?:^|;)\s*display\s*:\s*none/i.test(element.attribs.style ?? '');
}

/** A kind with the class names of its first element. */
interface Alike extends Kind {
  classes: readonly string[];
}

/** The kinds in one place, and which one a class attribute belongs to. */
interface Place {
  kinds: Alike[];
  byClass: Map<string, Kind>;
}

/** The kinds among all children of alike parents: three columns in each of four grid rows are twelve of one kind. */
function kindsBelow(parent: Kind, measures: ReadonlyMap<Element, Measure>): Kind[] {
  const places = new Map<string, Place>();
  for (const each of parent.elements) {
    for (const child of each.children) {
      if (!isTag(child)) continue;
      const known = measures.get(child);
      if (!known) continue;
      const place: Place = places.get(child.name) ?? { kinds: [], byClass: new Map() };
      places.set(child.name, place);
      const key = known.classes.join(' ');
      let kind = place.byClass.get(key);
      if (!kind) {
        const alike = place.kinds.find(({ classes }) => isAlike(classes, known.classes));
        kind = alike ?? (place.kinds.length < KINDS_IN_ONE_PLACE ? undefined : place.kinds[0]);
        if (!kind) {
          const fresh: Alike = { tag: child.name, elements: [], parent, classes: known.classes };
          place.kinds.push(fresh);
          kind = fresh;
        }
        place.byClass.set(key, kind);
      }
      kind.elements.push(child);
    }
  }
  return [...places.values()].flatMap((place) => place.kinds);
}

/** More than half of their class names are the same. */
function isAlike(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return a.length === b.length;
  const common = a.filter((name) => b.includes(name)).length;
  return common / (a.length + b.length - common) > 0.5;
}

/** The elements around an element, nearest first. */
export function ancestorsOf(element: Element): Element[] {
  const found: Element[] = [];
  for (let parent: AnyNode | null = element.parent; parent; parent = parent.parent) {
    if (isTag(parent)) found.push(parent);
  }
  return found;
}

/** All elements inside an element in reading order, itself first, as far as the structure knows them. */
export function insideOf(element: Element, structure: Structure): readonly Element[] {
  const known = structure.measures.get(element);
  return known ? structure.elements.slice(known.order, known.order + known.size) : [];
}
