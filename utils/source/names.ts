import { type Document, type Element, isTag } from 'domhandler';
import { bounds } from './bounds.ts';

/** The prefix that each namespace goes by in our readers; '' is RSS itself, and XHTML inside of entries. */
const PREFIXES: ReadonlyMap<string, string> = new Map(
  Object.entries({
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
  }),
);

/** What names mean at one place of the tree: a chain from the innermost binding to the outermost. */
interface Scope {
  /** What a name without a prefix gets. */
  unprefixed: string;
  binding: Binding | null;
}

interface Binding {
  prefix: string;
  standsFor: string;
  outer: Binding | null;
  /** How many bindings there are from here outwards. */
  depth: number;
}

/** The prefixes that were declared and used anywhere in the document. */
interface Prefixes {
  declared: Set<string>;
  used: Set<string>;
  /** What the namespaces met so far stand for: a feed repeats the same few. */
  namespaces: Map<string, string | undefined>;
}

/**
 * Renames every element of a feed to the name that its namespace gives it (`atom:title`, `dc:date`, `title`),
 * whatever prefix the publisher chose. A prefix bound to nothing, or to a namespace we do not read, stays as
 * written: feeds that forget the binding use the customary prefix.
 * @returns whether a prefix is used that is declared nowhere
 */
export function unifyNames(document: Document): { unbound: boolean } {
  const prefixes: Prefixes = { declared: new Set(['xml']), used: new Set(), namespaces: new Map() };
  for (const root of document.children.filter(isTag)) {
    rename(root, { unprefixed: '', binding: null }, prefixes);
  }
  return { unbound: [...prefixes.used].some((prefix) => !prefixes.declared.has(prefix)) };
}

/** Recursion is safe: a feed's tree is at most 64 levels deep. */
function rename(element: Element, outer: Scope, prefixes: Prefixes): void {
  const scope = scopeOf(element, outer, prefixes);
  const colon = element.name.indexOf(':');
  if (colon < 0) {
    element.name = scope.unprefixed + element.name;
  } else {
    const prefix = element.name.slice(0, colon);
    const known = standsFor(prefix, scope);
    prefixes.used.add(prefix);
    if (known !== undefined) element.name = known + element.name.slice(colon + 1);
  }
  for (const child of element.children) if (isTag(child)) rename(child, scope, prefixes);
}

function standsFor(prefix: string, scope: Scope): string | undefined {
  for (let each = scope.binding; each; each = each.outer) if (each.prefix === prefix) return each.standsFor;
  return undefined;
}

function scopeOf(element: Element, outer: Scope, prefixes: Prefixes): Scope {
  let { unprefixed, binding } = outer;
  for (const name in element.attribs) {
    if (!name.startsWith('xmlns')) continue;
    const uri = element.attribs[name] ?? '';
    if (name === 'xmlns') unprefixed = prefixOf(uri, prefixes) ?? '';
    if (!name.startsWith('xmlns:')) continue;
    const prefix = name.slice('xmlns:'.length);
    prefixes.declared.add(prefix);
    const known = (binding?.depth ?? 0) < bounds.prefixes ? prefixOf(uri, prefixes) : undefined;
    if (known === undefined) continue;
    binding = {
      prefix,
      standsFor: known,
      outer: binding,
      depth: (binding?.depth ?? 0) + 1,
    };
  }
  // Whatever namespace its publisher made up: the root of an Atom feed is called `feed`, and nothing else is.
  if (element.name === 'feed' && unprefixed === '') unprefixed = 'atom:';
  return unprefixed === outer.unprefixed && binding === outer.binding ? outer : { unprefixed, binding };
}

function prefixOf(uri: string, { namespaces }: Prefixes): string | undefined {
  if (uri.length > 100) return undefined;
  if (namespaces.has(uri)) return namespaces.get(uri);
  const name = uri.trim().toLowerCase();
  const prefix = PREFIXES.get(name.replace(/[/#]+$/, ''));
  if (namespaces.size < 1_000) namespaces.set(uri, prefix);
  return prefix;
}
