import type { Element } from 'domhandler';
import { dateOf, imageOf, type Page, queryAll, queryFirst } from '../recipe.ts';
import type { Body } from './body.ts';
import { isWithin } from './rows.ts';
import { selectorForOne } from './selector.ts';
import { ancestorsOf, insideOf, type Structure } from './structure.ts';
import { AROUND, ASIDE, DATE, OTHER_LIST, stableClasses, TITLE } from './words.ts';

/** Whether an element stands in a menu, a side column or a list of other releases. */
export function isAround(element: Element): boolean {
  return [element, ...ancestorsOf(element)].some((each) => {
    if (each.name === 'body' || each.name === 'html') return false;
    if (/^(?:nav|footer|aside)$/.test(each.name)) return true;
    const names = `${stableClasses(each.attribs.class).join(' ')} ${each.attribs.id ?? ''}`;
    return AROUND.test(names) || ASIDE.test(names) || (OTHER_LIST.test(names) && !TITLE.test(names));
  });
}

/** The smallest element that holds both the heading and the text. */
function articleOf(body: Body, heading: Element): Element {
  return (
    [body.container, ...ancestorsOf(body.container)].find((each) => isWithin(heading, each)) ?? body.container
  );
}

/** The release's picture: the first between heading and text or beside them, else what the page's head names. */
export function findImage(page: Page, structure: Structure, body: Body, heading: Element): string | null {
  const telling = (element: Element): boolean => {
    const address = imageOf(element, page.base);
    return (
      address !== null && !/(?:logo|icon|avatar|spacer|blank|placeholder|banner|emoji)[^/]*$/i.test(address)
    );
  };
  const article = articleOf(body, heading);
  const inside = [article, ...besides(article, structure)].flatMap((each) => insideOf(each, structure));
  const images = inside.filter(
    (element) =>
      element.name === 'img' && telling(element) && !isAround(element) && !inLinkAway(element, page),
  );
  for (const image of images) {
    const selector = selectorForOne(image, page.document, (element) => imageOf(element, page.base));
    if (selector) return selector;
  }
  const og = queryFirst('meta[property="og:image"]', page.document);
  return og && telling(og) ? 'meta[property="og:image"]' : null;
}

/** What stands just before the article with hardly any text, as a picture above it does; two levels up. */
function besides(article: Element, structure: Structure): Element[] {
  const levels = [article, ...ancestorsOf(article)].slice(0, 2).filter((each) => each.name !== 'body');
  return levels.flatMap((level) => {
    const found: Element[] = [];
    for (let before = level.prev; before && found.length < 3; before = before.prev) {
      if (before.type === 'tag' && (structure.measures.get(before)?.chars ?? 200) < 120) found.push(before);
    }
    return found;
  });
}

function inLinkAway(image: Element, page: Page): boolean {
  const link = ancestorsOf(image).find((each) => each.name === 'a');
  const href = link?.attribs.href ?? '';
  return (
    href !== '' && !/\.(?:jpe?g|png|webp|gif)(?:$|\?)/i.test(href) && !page.url.endsWith(href) && href !== '#'
  );
}

/** The release's date near its heading, never one inside its text or the clock in the page's header. */
export function findDate(page: Page, structure: Structure, body: Body, heading: Element): string | null {
  const dropped = new Set(body.dropped);
  const from = structure.measures.get(heading)?.order ?? 0;
  let best: Element | null = null;
  let most = 0;
  for (const element of insideOf(articleOf(body, heading), structure)) {
    const known = structure.measures.get(element);
    if (!known || known.chars > 120 || isWithin(heading, element) || isWithin(element, heading)) continue;
    const isText = isWithin(element, body.container) && ![...dropped].some((each) => isWithin(element, each));
    if (isText || isAround(element)) continue;
    const date = dateOf(element, 'D M Y');
    if (!date) continue;
    const isNamed = element.name === 'time' || known.classes.some((name) => DATE.test(name));
    const points =
      (isNamed ? 1.5 : 0.5) +
      (date.precision === 'time' ? 0.3 : 0) +
      1 / (1 + Math.abs(known.order - from) / 10) -
      known.chars / 200 -
      known.size / 50;
    if (points > most) {
      most = points;
      best = element;
    }
  }
  const value = (element: Element) => {
    const date = dateOf(element, 'D M Y');
    return date && `${date.at} ${date.precision}`;
  };
  if (best) return selectorForOne(best, page.document, value);
  const meta = 'meta[property="article:published_time"]';
  const [written] = queryAll(meta, page.document);
  return written && value(written) ? meta : null;
}
