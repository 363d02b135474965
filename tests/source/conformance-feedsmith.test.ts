import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { foldText } from '../../utils/source/fold.ts';
import { read } from '../../utils/source/read.ts';
import type { ReadItem } from '../../utils/source/source.ts';
import { htmlToLine, htmlToParagraphs } from '../../utils/source/text.ts';
import { download, isAbsent, shared, source } from './samples.ts';

/** Feedsmith's own parse of an item, the parts that we have fields for; RSS, RDF and Atom differ in names. */
interface Oracle {
  title?: string;
  link?: string;
  id?: string;
  guid?: { value: string };
  pubDate?: string;
  published?: string;
  updated?: string;
  description?: string;
  summary?: string;
  content?: string | { encoded?: string };
  authors?: (string | { name?: string })[];
  categories?: { name?: string; term?: string; label?: string }[];
  enclosures?: { url: string; type?: string; length?: number }[];
  links?: { href: string; rel?: string; type?: string; length?: number }[];
  dc?: { dates?: string[]; creators?: string[] };
  media?: { descriptions?: unknown };
}

interface OracleFeed {
  title?: string;
  link?: string;
  language?: string;
  links?: { href: string; rel?: string }[];
  items?: Oracle[];
  entries?: Oracle[];
}

const folder = 'conformance/feedsmith/src/feeds';
const base = 'http://example.org/';
const absolute = (address: string | undefined) =>
  address === undefined ? undefined : new URL(address, base).href;
const shown = (html: string | undefined) => foldText(htmlToParagraphs(html ?? '').join(' '));
const time = (text: string | undefined) => (text === undefined ? undefined : Date.parse(text));

/** What feedsmith says of an item, in our words; what it does not say is left out, and so not compared. */
function expected(item: Oracle): Record<string, unknown> {
  const { content } = item;
  const alternate = item.links?.find(({ rel }) => (rel ?? 'alternate') === 'alternate')?.href;
  const body = typeof content === 'object' ? content.encoded : content;
  const files = [
    ...(item.enclosures ?? []),
    ...(item.links ?? [])
      .filter(({ rel }) => rel === 'enclosure')
      .map((link) => ({ ...link, url: link.href })),
  ];
  const all = {
    title: item.title === undefined ? undefined : htmlToLine(item.title),
    url: absolute(item.link ?? alternate),
    guid: item.id ?? item.guid?.value,
    published: time(item.pubDate ?? item.published ?? item.dc?.dates?.[0] ?? item.updated),
    updated: time(item.updated),
    content: body === undefined ? undefined : shown(body),
    summary: (item.description ?? item.summary) ? shown(item.description ?? item.summary) : undefined,
    authors: item.authors?.map((author) => {
      const name = typeof author === 'string' ? author : (author.name ?? '');
      return /\((.+)\)$/.exec(name)?.[1] ?? name;
    }),
    categories: item.categories?.map(({ name, label, term }) => name ?? label ?? term),
    enclosures:
      files.length > 0
        ? files.map(({ url, type, length }) => ({
            url: absolute(url),
            type: type ?? null,
            bytes: length ?? null,
          }))
        : undefined,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** The same fields of ours, those that feedsmith speaks of. */
function got(item: ReadItem | undefined, want: Record<string, unknown>): Record<string, unknown> {
  if (!item) return {};
  const ours: Record<string, unknown> = {
    title: item.title,
    url: item.url,
    guid: item.guid,
    published: item.published?.at,
    updated: item.updated?.at,
    content: foldText(item.paragraphs.join(' ')),
    summary: foldText(item.summary.join(' ')),
    // Dublin Core's come after the format's own, which are those that feedsmith calls authors.
    authors: item.authors.slice(0, Array.isArray(want.authors) ? want.authors.length : 0),
    categories: item.categories.slice(0, Array.isArray(want.categories) ? want.categories.length : 0),
    enclosures: item.enclosures,
  };
  return Object.fromEntries(Object.keys(want).map((name) => [name, ours[name]]));
}

const absent = isAbsent(folder);
const pairs = absent
  ? []
  : ['atom', 'rdf', 'rss'].flatMap((kind) =>
      readdirSync(`${shared}/${folder}/${kind}/references`)
        .filter((name) => name.endsWith('.json'))
        .map((name) => `${kind}/references/${name.slice(0, -'.json'.length)}`),
    );

test.skipIf(absent)('feedsmith has thirteen pairs', () => {
  expect(pairs).toHaveLength(13);
});

for (const pair of pairs) {
  const oracle = JSON.parse(readFileSync(`${shared}/${folder}/${pair}.json`, 'utf8')) as OracleFeed;
  const items = oracle.items ?? oracle.entries ?? [];
  const wants = items.map(expected);
  const values = wants.reduce((sum, want) => sum + Object.keys(want).length, 0);
  test(`feedsmith: ${pair}, ${items.length} items, ${values} values`, () => {
    const text = readFileSync(`${shared}/${folder}/${pair}.xml`, 'utf8');
    const reading = read(download(text, base), source());
    expect(reading.title ?? '').toBe(htmlToLine(oracle.title ?? ''));
    if (oracle.language) expect(reading.language).toBe(oracle.language);
    if (oracle.link) expect(reading.link).toBe(absolute(oracle.link));
    expect(reading.items).toHaveLength(items.length);
    expect(reading.items.map((item, index) => got(item, wants[index] ?? {}))).toEqual(wants);
  });
}
