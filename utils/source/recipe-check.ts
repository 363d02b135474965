import { isObject } from './json.ts';
import type { Recipe } from './source.ts';

/**
 * What a selector from outside may be made of: names, classes, ids, attributes, steps and places. `:has`, `:is` and
 * `:contains` go: nested, they take a browser's minutes on a large page.
 */
const SELECTOR = /^[\w\s.#>+~,*="'[\]:()^$|/-]{1,300}$/;
const PSEUDO =
  /:(?!(?:first-child|last-child|first-of-type|last-of-type|nth-child\(\d{1,3}\)|nth-of-type\(\d{1,3}\)|not\([\w.#-]{1,60}\))(?![\w-]))/;
const FORMATS: readonly string[] = ['D M Y', 'M D Y', 'Y M D'];

/** Whether a selector is one that a recipe from a file or from settings may hold. */
export function isPlainSelector(selector: unknown): selector is string {
  if (typeof selector !== 'string' || !SELECTOR.test(selector) || selector.trim() === '') return false;
  if (PSEUDO.test(selector.replace(/"[^"]*"|'[^']*'/g, '""'))) return false;
  return selector.split(',').length <= 16 && selector.split(/[\s>+~]+/).length <= 40;
}

/** A recipe from outside, with nothing in it but what a recipe has; null where it is none. */
export function checkRecipe(value: unknown): Recipe | null {
  if (!isObject(value) || !isObject(value.listing) || !isObject(value.release)) return null;
  const { listing, release, dateFormat } = value;
  const { item, title, link } = listing;
  if (!isPlainSelector(item) || !isPlainSelector(title) || !isPlainSelector(link)) return null;
  if (!isPlainSelector(release.title) || !isPlainSelector(release.body)) return null;
  const { under } = listing;
  const optional = (from: typeof listing, name: 'date' | 'image' | 'drop') => {
    const selector = from[name];
    return isPlainSelector(selector) ? { [name]: selector } : {};
  };
  return {
    listing: {
      item,
      title,
      link,
      ...(typeof under === 'string' && /^\/[\w%./-]{0,200}$/.test(under) && { under }),
      ...optional(listing, 'date'),
      ...optional(listing, 'image'),
    },
    release: {
      title: release.title,
      body: release.body,
      ...optional(release, 'drop'),
      ...optional(release, 'image'),
      ...optional(release, 'date'),
    },
    dateFormat: typeof dateFormat === 'string' && FORMATS.includes(dateFormat) ? dateFormat : 'D M Y',
  };
}
