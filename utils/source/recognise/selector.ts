import type { Document, Element } from 'domhandler';
import { queryAll, queryFirst } from '../recipe.ts';
import { ancestorsOf } from './structure.ts';
import { isUtility, stableClasses, stableId } from './words.ts';

/** Selectors tried before giving up: a page is read in milliseconds or not at all. */
const TRIES = 70;
/** Rows on which a selector is tried before all of them decide. */
const SAMPLE = 8;
/** Share of the rows that a field's selector must get right. */
const ENOUGH = 0.9;

/** The class names that all of these elements have: what a thing is first, how it looks last. */
function commonClasses(elements: readonly Element[]): string[] {
  const [first, ...others] = elements;
  if (!first) return [];
  let common = stableClasses(first.attribs.class);
  for (const other of others) {
    if (common.length === 0) break;
    const names = new Set(stableClasses(other.attribs.class));
    common = common.filter((name) => names.has(name));
  }
  return [...common.filter((name) => !isUtility(name)), ...common.filter(isUtility)];
}

/**
 * A selector that matches exactly these elements in the document: by a class of their own, by one under a class or
 * an id of what surrounds them, by tag under such; by position only where nothing else tells them apart.
 * @returns null where none was found
 */
export function selectorForAll(elements: readonly Element[], document: Document): string | null {
  const wanted = new Set(elements);
  let tries = 0;
  for (const selector of rowSelectors(elements)) {
    if (++tries > TRIES) break;
    const found = queryAll(selector, document);
    if (found.length === wanted.size && found.every((element) => wanted.has(element))) return selector;
  }
  return null;
}

function* rowSelectors(elements: readonly Element[]): Generator<string> {
  const [first] = elements;
  if (!first) return;
  const tag = elements.every((element) => element.name === first.name) ? first.name : '';
  const classes = commonClasses(elements);
  const plain = classes.filter((name) => !isUtility(name));
  const utilities = classes.filter(isUtility);
  for (const name of plain) yield `.${name}`;
  if (tag) for (const name of plain) yield `${tag}.${name}`;
  for (const pair of pairs(plain)) yield pair;
  const own = [...plain.slice(0, 4).map((name) => `.${name}`), ...(tag ? [tag] : [])];
  for (const [distance, around] of surroundings(elements).entries()) {
    for (const outer of namesOf(around)) {
      for (const inner of own) {
        if (distance === 0) yield `${outer} > ${inner}`;
        yield `${outer} ${inner}`;
      }
    }
  }
  for (const name of utilities.slice(0, 4)) yield `${tag}.${name}`;
  for (const pair of pairs(classes)) yield `${tag}${pair}`;
  // Last: a path of child steps from the nearest surrounding that has a name, by position where it must be.
  if (tag) yield* pathSelectors(elements, tag);
}

/** For each level above them, the distinct elements that surround them; up to eight levels. */
function surroundings(elements: readonly Element[]): Element[][] {
  const chains = elements.slice(0, 60).map((element) => ancestorsOf(element));
  return Array.from({ length: 8 }, (_, level) => [
    ...new Set(chains.flatMap((chain) => chain.slice(level, level + 1))),
  ]).filter((level) => level.length > 0);
}

/** How selectors may call an element, or several alike: by id, by class. */
function namesOf(elements: readonly Element[]): string[] {
  const [first] = elements;
  const id = elements.length === 1 ? stableId(first?.attribs.id) : null;
  const names = commonClasses(elements).map((name) => `.${name}`);
  return [...(id ? [`#${id}`] : []), ...names.slice(0, 3)];
}

function pairs(classes: readonly string[]): string[] {
  const few = classes.slice(0, 4);
  return few.flatMap((a, i) => few.slice(i + 1).map((b) => `.${a}.${b}`));
}

function* pathSelectors(elements: readonly Element[], tag: string): Generator<string> {
  let plain = tag;
  let placed = tag;
  for (const around of surroundings(elements)) {
    const [first] = around;
    if (!first) return;
    const names = namesOf(around);
    for (const outer of names) {
      yield `${outer} > ${plain}`;
      yield `${outer} > ${placed}`;
    }
    if (first.name === 'body') {
      yield `body > ${plain}`;
      yield `body > ${placed}`;
      return;
    }
    plain = `${first.name} > ${plain}`;
    placed =
      around.length === 1
        ? `${first.name}:nth-of-type(${place(first)}) > ${placed}`
        : `${first.name} > ${placed}`;
  }
}

/** Where an element stands among its siblings of the same tag, from 1. */
function place(element: Element): number {
  let at = 1;
  for (let before = element.prev; before; before = before.prev) {
    if (before.type === 'tag' && before.name === element.name) at++;
  }
  return at;
}

/** One wanted element inside of one scope; null where this scope has none. */
export interface Wanted {
  scope: Document | Element;
  element: Element | null;
}

/**
 * A selector whose first match in each scope says the same as the wanted element does.
 * @param value what an element says; two that say the same are as good as one another
 * @param share of the scopes that must be right, those without a wanted element included
 */
export function selectorForEach(
  wanted: readonly Wanted[],
  value: (element: Element) => string | null,
  share = ENOUGH,
): string | null {
  const present = wanted.filter((each): each is Wanted & { element: Element } => each.element !== null);
  if (present.length === 0) return null;
  const expected = new Map(present.map((each) => [each.scope, value(each.element)]));
  const isRight = (selector: string, among: readonly Wanted[]) => {
    const right = among.filter(({ scope }) => {
      const found = queryFirst(selector, scope);
      const said = found ? value(found) : null;
      return said === (expected.get(scope) ?? null);
    });
    return right.length >= share * among.length;
  };
  let tries = 0;
  for (const selector of fieldSelectors(present)) {
    if (++tries > TRIES) break;
    if (isRight(selector, wanted.slice(0, SAMPLE)) && isRight(selector, wanted)) return selector;
  }
  return null;
}

function* fieldSelectors(
  wanted: readonly { scope: Document | Element; element: Element }[],
): Generator<string> {
  const elements = wanted.map((each) => each.element);
  const tags = new Set(elements.map((element) => element.name));
  const tag = tags.size === 1 ? (elements[0]?.name ?? '') : '';
  const classes = commonClasses(elements);
  const plain = classes.filter((name) => !isUtility(name));
  for (const name of plain) {
    yield `.${name}`;
    if (tag) yield `${tag}.${name}`;
  }
  for (const pair of pairs(plain)) yield pair;
  const isTelling = /^(?:h[1-6]|time|img|article|main)$/.test(tag);
  // A bare <img> on another page of the site may be anything; in a row it is the row's.
  const isLoose = tag === 'img' && wanted.some(({ scope }) => scope.type === 'root');
  if (isTelling && !isLoose) yield tag;
  const own = [...plain.slice(0, 2).map((name) => `.${name}`), ...(tag ? [tag] : [])];
  // What surrounds each element, no farther than its scope.
  const chains = wanted.map(({ scope, element }) => {
    const chain = ancestorsOf(element);
    const end = scope.type === 'root' ? -1 : chain.indexOf(scope);
    return end < 0 ? chain : chain.slice(0, end);
  });
  for (let level = 0; level < 5; level++) {
    const around = chains.flatMap((chain) => chain.slice(level, level + 1));
    if (around.length < chains.length * ENOUGH) break;
    const ids = new Set(around.map((each) => stableId(each.attribs.id)));
    const id = ids.size === 1 ? [...ids][0] : null;
    const outers = [
      ...(id ? [`#${id}`] : []),
      ...commonClasses(around)
        .slice(0, 3)
        .map((name) => `.${name}`),
      ...(around.every((each) => each.name === around[0]?.name && each.name !== 'div')
        ? [`${around[0]?.name}`]
        : []),
    ];
    for (const outer of outers) {
      for (const inner of own) {
        if (level === 0) yield `${outer} > ${inner}`;
        yield `${outer} ${inner}`;
      }
    }
  }
  if (tag && (!isTelling || isLoose)) yield tag;
  for (const name of classes.filter(isUtility).slice(0, 6)) yield `${tag}.${name}`;
  for (const pair of pairs(classes)) yield `${tag}${pair}`;
  const places = new Set(elements.map(place));
  const at = places.size === 1 ? [...places][0] : undefined;
  if (tag && at !== undefined) {
    yield `${tag}:nth-of-type(${at})`;
    const outer = chains.map((chain) => chain[0]);
    const outerPlaces = new Set(
      outer.map((each) => (each ? `${each.name}:nth-of-type(${place(each)})` : '')),
    );
    const [only] = outerPlaces;
    if (outerPlaces.size === 1 && only) {
      yield `${only} > ${tag}`;
      yield `${only} > ${tag}:nth-of-type(${at})`;
    }
  }
}

/** As `selectorForEach`, for one element of a page. */
export function selectorForOne(
  element: Element,
  document: Document,
  value: (element: Element) => string | null,
): string | null {
  return selectorForEach([{ scope: document, element }], value, 1) ?? selectorForAll([element], document);
}
