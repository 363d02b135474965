import { type Element, isTag } from 'domhandler';
import { parseUrl, secured } from './address.ts';
import { hostsToAsk, normaliseAddress } from './detect/hosts.ts';
import { idOf } from './detect/naming.ts';
import { ReadError } from './errors.ts';
import { cutLine, foldText } from './fold.ts';
import { parseXml } from './markup.ts';
import { checkRecipe } from './recipe-check.ts';
import type { Recipe, Source, SourceKind } from './source.ts';

/** The namespace of what OPML has no attribute for. A name, not an address. */
const NAMESPACE = 'urn:jubir:opml:1';
const KINDS: readonly SourceKind[] = ['page', 'feed', 'jsonfeed', 'wordpress'];
/** Sources in one file, and characters of a recipe: whoever writes more writes no list of cities. */
const LIMITS = { sources: 500, recipeChars: 8_000, hashtags: 5, hosts: 8 };

/** What a file of sources held. */
export interface Imported {
  /** Ready to be stored once the official allowed their hosts. */
  sources: Source[];
  /** Addresses of pages that come without a recipe: detection finds out how to read them. */
  addresses: { name: string; address: string }[];
  /** What could not be taken, in plain English. */
  repairs: string[];
}

/**
 * Writes sources as OPML 2.0 (http://opml.org/spec2.opml): other readers find feeds in `xmlUrl`, ours finds kind,
 * colour, recipe, hosts and hashtags in attributes of its own namespace. How refreshes went stays here.
 * @param now epoch milliseconds, for the file's date
 */
export function sourcesToOpml(sources: readonly Source[], now = Date.now()): string {
  const outlines = sources.map((source) => {
    const isPage = source.kind === 'page';
    const origin = parseUrl(source.url)?.origin;
    const attributes: [string, string | undefined][] = [
      ['text', source.name],
      ['title', source.name],
      // Readers take "rss" for any feed. A page is none, so it gives no xmlUrl.
      ['type', isPage ? 'link' : source.kind === 'feed' ? 'rss' : source.kind],
      ['xmlUrl', isPage ? undefined : source.url],
      ['htmlUrl', isPage ? source.url : origin && `${origin}/`],
      ['url', isPage ? source.url : undefined],
      ['jubir:kind', source.kind],
      ['jubir:id', source.id],
      ['jubir:colour', source.colour],
      ['jubir:paused', source.paused ? 'true' : undefined],
      ['jubir:hosts', source.hosts.join(' ')],
      ['jubir:imageHosts', source.imageHosts.join(' ') || undefined],
      ['jubir:hashtags', source.hashtags.join(' ') || undefined],
      ['jubir:recipe', source.recipe && JSON.stringify(source.learnt ?? source.recipe)],
    ];
    const written = attributes.flatMap(([name, value]) => (value ? [`${name}="${escapeXml(value)}"`] : []));
    return `    <outline ${written.join(' ')}/>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<opml version="2.0" xmlns:jubir="${NAMESPACE}">`,
    `  <head><title>Jubir</title><dateCreated>${new Date(now).toUTCString()}</dateCreated></head>`,
    '  <body>',
    ...outlines,
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

/**
 * Reads sources from OPML, ours or any feed reader's: folders are flattened, addresses become https, one source for
 * each address. Nothing in the file is trusted: hosts other than an address's own count only below the same site.
 * @param there the sources that are there already: an entry with the address of one gets its id, any other one of its own
 * @throws ReadError `unreadable` when the text is no OPML
 */
export function sourcesFromOpml(text: string, there: readonly Source[] = []): Imported {
  const { document, repairs: cuts } = parseXml(text);
  const opml = document.children.filter(isTag).find((element) => element.name === 'opml');
  if (!opml) throw new ReadError('unreadable', 'no OPML');
  const prefix = prefixOf(opml);
  const imported: Imported = { sources: [], addresses: [], repairs: [...cuts] };
  const taken = there.map(({ id }) => id);
  const seen = new Set<string>();
  let skipped = 0;
  for (const outline of outlinesIn(opml)) {
    const own = (name: string) => (prefix === null ? undefined : outline.attribs[`${prefix}:${name}`]);
    const { xmlurl, htmlurl, url, text: label, title } = outline.attribs;
    const given = xmlurl ?? (outline.children.some(isTag) ? undefined : (url ?? htmlurl));
    if (given === undefined) continue;
    const address = normaliseAddress(secured(given.trim()));
    if (!address || seen.has(address)) {
      skipped++;
      continue;
    }
    if (seen.size >= LIMITS.sources) {
      imported.repairs.push(`only the first ${LIMITS.sources} sources are taken`);
      break;
    }
    seen.add(address);
    const name =
      cutLine(foldText(label || title || '')).slice(0, 80) || (parseUrl(address)?.hostname ?? address);
    const kind = kindOf(own('kind'), xmlurl !== undefined);
    const recipe = kind === 'page' ? recipeIn(own('recipe')) : null;
    if (kind === 'page' && !recipe) {
      imported.addresses.push({ name, address });
      continue;
    }
    const same = there.find((each) => each.url === address);
    const made = makeSource(name, kind, address, own, taken);
    const source = same ? { ...made, id: same.id } : made;
    imported.sources.push(recipe ? { ...source, recipe } : source);
    taken.push(source.id);
  }
  if (skipped > 0)
    imported.repairs.push(`${skipped} entries without an address, or with one that was there already`);
  return imported;
}

function makeSource(
  name: string,
  kind: SourceKind,
  address: string,
  own: (name: string) => string | undefined,
  taken: readonly string[],
): Source {
  const hosts = hostsToAsk(address);
  const site = hosts[0]?.replace(/^www\./, '') ?? '';
  const images = listed(own('imagehosts')).filter(
    (host) => host.endsWith(`.${site}`) && !hosts.includes(host),
  );
  const id = own('id') ?? '';
  const colour = own('colour') ?? '';
  return {
    id: /^[a-z\d][a-z\d-]{0,63}$/.test(id) && !taken.includes(id) ? id : idOf(address, taken),
    name,
    kind,
    url: address,
    hosts,
    imageHosts: images.slice(0, LIMITS.hosts),
    hashtags: listed(own('hashtags'))
      .filter((tag) => /^[\p{L}\p{N}_]{2,60}$/u.test(tag))
      .slice(0, LIMITS.hashtags),
    ...(/^#[\da-f]{6}$/i.test(colour) && { colour }),
    ...(own('paused') === 'true' && { paused: true }),
  };
}

function kindOf(said: string | undefined, isFeed: boolean): SourceKind {
  const kind = KINDS.find((each) => each === said);
  return kind ?? (isFeed ? 'feed' : 'page');
}

function recipeIn(text: string | undefined): Recipe | null {
  if (!text || text.length > LIMITS.recipeChars) return null;
  try {
    return checkRecipe(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function listed(text: string | undefined): string[] {
  return (text ?? '').slice(0, 2_000).split(/\s+/).filter(Boolean);
}

/** The prefix that the file chose for our namespace; null where it does not use it. Names arrive in lower case. */
function prefixOf(opml: Element): string | null {
  for (const [name, value] of Object.entries(opml.attribs)) {
    if (value === NAMESPACE && name.startsWith('xmlns:')) return name.slice('xmlns:'.length);
  }
  return null;
}

function outlinesIn(within: Element): Element[] {
  return within.children.filter(isTag).flatMap((element) => {
    return element.name === 'outline' ? [element, ...outlinesIn(element)] : outlinesIn(element);
  });
}

function escapeXml(text: string): string {
  const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text
    .replace(/[&<>"]/g, (sign) => signs[sign] ?? sign)
    .replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
