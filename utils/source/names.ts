import { type Document, type Element, isTag } from 'domhandler';

/** The prefix that each namespace goes by in our readers; '' is RSS itself, and XHTML inside of entries. */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://www.w3.org/2005/atom': 'atom:',
  'http://purl.org/atom/ns': 'atom:',
  'http://www.w3.org/1999/xhtml': '',
  'http://purl.org/rss/1.0': '',
  'http://purl.org/net/rss1.1': '',
  'http://my.netscape.com/rdf/simple/0.9': '',
  'http://channel.netscape.com/rdf/simple/0.9': '',
  'http://backend.userland.com/rss': '',
  'http://backend.userland.com/rss2': '',
  'http://purl.org/rss/1.0/modules/content': 'content:',
  'http://purl.org/dc/elements/1.0': 'dc:',
  'http://purl.org/dc/elements/1.1': 'dc:',
  'http://purl.org/dc/terms': 'dcterms:',
  'http://search.yahoo.com/mrss': 'media:',
  'http://www.itunes.com/dtds/podcast-1.0.dtd': 'itunes:',
  'http://rssnamespace.org/feedburner/ext/1.0': 'feedburner:',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns': 'rdf:',
};

interface Scope {
  /** What a name without a prefix gets. */
  unprefixed: string;
  /** What the prefixes bound so far stand for. */
  bound: ReadonlyMap<string, string>;
}

/**
 * Renames every element of a feed to the name that its namespace gives it (`atom:title`, `dc:date`, `title`),
 * whatever prefix the publisher chose. A prefix bound to nothing, or to a namespace we do not read, stays as
 * written: feeds that forget the binding use the customary prefix.
 */
export function unifyNames(document: Document): void {
  for (const root of document.children.filter(isTag)) {
    rename(root, { unprefixed: '', bound: new Map() });
  }
}

/** Recursion is safe: a feed's tree is at most 64 levels deep. */
function rename(element: Element, outer: Scope): void {
  const scope = scopeOf(element, outer);
  const colon = element.name.indexOf(':');
  if (colon < 0) {
    element.name = scope.unprefixed + element.name;
  } else {
    const known = scope.bound.get(element.name.slice(0, colon));
    if (known !== undefined) element.name = known + element.name.slice(colon + 1);
  }
  for (const child of element.children) if (isTag(child)) rename(child, scope);
}

function scopeOf(element: Element, outer: Scope): Scope {
  let { unprefixed, bound } = outer;
  for (const [name, uri] of Object.entries(element.attribs)) {
    if (name === 'xmlns') unprefixed = prefixOf(uri) ?? '';
    if (!name.startsWith('xmlns:')) continue;
    const prefix = prefixOf(uri);
    if (prefix !== undefined) bound = new Map(bound).set(name.slice('xmlns:'.length), prefix);
  }
  // Whatever namespace its publisher made up: the root of an Atom feed is called `feed`, and nothing else is.
  if (element.name === 'feed' && unprefixed === '') unprefixed = 'atom:';
  return unprefixed === outer.unprefixed && bound === outer.bound ? outer : { unprefixed, bound };
}

function prefixOf(uri: string): string | undefined {
  return PREFIXES[
    uri
      .trim()
      .toLowerCase()
      .replace(/[/#]+$/, '')
  ];
}
