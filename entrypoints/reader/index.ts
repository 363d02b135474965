import { Readability } from '@mozilla/readability';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

/** The longest page that is looked at, in characters, and the longest text that is given back. */
const longestPage = 6_000_000;
const longestText = 40_000;
/** More elements than this take a slow laptop seconds. */
const mostElements = 60_000;
/** Shorter than this it is a menu, not a story. */
const leastText = 200;

/**
 * Reads the running text of the page in view and gives it back as text; null where the page has none. It works on a
 * copy that runs nothing and loads nothing, and asks `document` for nothing: a page may give its elements names that hide
 * what it has.
 */
export default defineUnlistedScript((): { title: string; text: string } | null => {
  const html = new XMLSerializer().serializeToString(document);
  if (html.length > longestPage) return null;
  const copy = new DOMParser().parseFromString(html, 'text/html');
  forgetNames(copy);
  const title = copy.title;
  // Readability takes the copy apart; what it does not find is looked for in what the page says by itself.
  const plain = textOf(copy);
  const found = articleOf(copy);
  const text = found ? found.text : plain;
  return text.length < leastText ? null : { title: found?.title || title, text: text.slice(0, longestText) };
});

/** The elements that a document or a form may list by their `id`; by `name` it may be any. */
const listed = 'object, img, button, fieldset, input, output, select, textarea';

/**
 * Takes away the names by which a page hides what a document or a form has, by the prototypes alone: until they are
 * gone, `copy.body` may be a picture, and a form's parent one of its own fields.
 */
function forgetNames(copy: Document): void {
  for (const element of Document.prototype.querySelectorAll.call(copy, `[name], :is(${listed})[id]`)) {
    Element.prototype.removeAttribute.call(element, 'name');
    if (Element.prototype.matches.call(element, listed))
      Element.prototype.removeAttribute.call(element, 'id');
  }
}

function articleOf(copy: Document): { title: string; text: string } | null {
  try {
    const article = new Readability(copy, { maxElemsToParse: mostElements, charThreshold: 300 }).parse();
    const text = tidy(article?.textContent ?? '');
    return text.length < leastText ? null : { title: tidy(article?.title ?? ''), text };
  } catch (error) {
    // A page that it cannot take apart still has its paragraphs.
    console.debug('jubir: readability', error);
    return null;
  }
}

/** The paragraphs that stand in the page's main part, or in all of it. */
function textOf(copy: Document): string {
  const main = copy.querySelector('article, main, [role=main]') ?? copy.body;
  const paragraphs = [...(main?.querySelectorAll('h1, p') ?? [])].slice(0, 500);
  return tidy(paragraphs.map((each) => each.textContent ?? '').join('\n'));
}

const tidy = (text: string): string =>
  text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
