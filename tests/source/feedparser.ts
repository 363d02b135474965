import { readFileSync } from 'node:fs';
import { decodeBytes } from '../../utils/source/charset.ts';
import { foldText } from '../../utils/source/fold.ts';
import { read } from '../../utils/source/read.ts';
import type { Enclosure, ReadItem, Reading } from '../../utils/source/source.ts';
import { htmlToParagraphs } from '../../utils/source/text.ts';
import { shared, source } from './samples.ts';

/** Where the suite lies: the feeds of Python's feedparser, each with what it must yield. */
export const suite = 'conformance/feedparser';

/** One expectation: `path` into feedparser's result ("entries", 0, "title") and the value that has to stand there. */
interface Assertion {
  op: string;
  path: (string | number)[];
  value?: unknown;
}

interface Line {
  path: string;
  headers?: Record<string, string>;
  asserts: Assertion[] | null;
}

/** One feed of the suite, with those of its expectations that apply to us. */
export interface Case {
  path: string;
  headers: Record<string, string>;
  checks: Check[];
}

/** What the case got and what it should have got, or null where both agree. */
export type Check = (reading: Reading, text: string, bytes: Uint8Array) => string | null;

/** Feedparser's tests give their feeds this address, which relative links are relative to. */
const ADDRESS = 'http://127.0.0.1:8097/';

/**
 * The cases of the suite that apply to us, by this rule:
 * - of every case whose `asserts` were extracted, those assertions count that are plain equalities (`Eq`, and `lenEq`
 *   on the entries) on something that a `Reading` or a `ReadItem` has: see `checkOf`. A case applies when at least
 *   one of its assertions does; assertions on what we keep no field for (`bozo`, which says whether XML was
 *   well-formed; rights, taglines, generators, link lists, schemes, `*_detail` other than values and names) are passed over;
 * - every case of the folder `encoding` applies, also where nothing was extracted (`UNEXTRACTED`): where the case
 *   says nothing else, its text has to come out as the charset that it names would give it.
 */
export function applyingCases(): Case[] {
  const lines = readFileSync(`${shared}/${suite}/expect.jsonl`, 'utf8').split('\n').filter(Boolean);
  return lines
    .map((line) => JSON.parse(line) as Line)
    .map(({ path, headers, asserts }) => {
      const found = (UNEXTRACTED[path] ?? asserts ?? []).map(checkOf).filter((check) => check !== null);
      const checks = path.startsWith('encoding/') && found.length === 0 ? [readsAtAll] : found;
      return { path, headers: headers ?? {}, checks };
    })
    .filter(({ checks }) => checks.length > 0);
}

/** What is wrong with a case; empty where nothing is. */
export function faultsOf({ path, headers, checks }: Case): string[] {
  const bytes = readFileSync(`${shared}/${suite}/${path}`);
  const contentType = headers['content-type'] ?? null;
  const { text, repairs } = decodeBytes(bytes, contentType);
  // The address a document says to have (RFC 9110, 8.7) is left to the caller: here, as feedparser's tests do it.
  const url = new URL(headers['content-location'] ?? path, ADDRESS).href;
  const subject = source({ kind: 'feed', url });
  const reading = read({ url, text, contentType, validators: {}, repairs }, subject);
  return checks.map((check) => check(reading, text, bytes)).filter((fault) => fault !== null);
}

/** What the cases without extracted assertions expect, read from their own comments. */
const UNEXTRACTED: Readonly<Record<string, Assertion[]>> = {
  'encoding/bozo_http_i18n.xml': [{ op: 'Eq', path: ['feed', 'title'], value: 'Iñtërnâtiônàlizætiøn' }],
  'encoding/double-encoded-html.xml': [{ op: 'Eq', path: ['entries', 0, 'description'], value: '…' }],
  'encoding/u16.xml': [{ op: 'Eq', path: ['encoding'], value: 'utf-16be' }],
  'encoding/utf-16be-autodetect.xml': [{ op: 'Eq', path: ['encoding'], value: 'utf-16be' }],
  'encoding/utf-16be.xml': [{ op: 'Eq', path: ['encoding'], value: 'utf-16be' }],
  'encoding/utf-16le-autodetect.xml': [{ op: 'Eq', path: ['encoding'], value: 'utf-16le' }],
  'encoding/utf-16le-bom.xml': [{ op: 'Eq', path: ['encoding'], value: 'utf-16le' }],
  'encoding/utf-32le.xml': [{ op: 'Eq', path: ['encoding'], value: 'utf-32le' }],
};

const readsAtAll: Check = (reading) => (Array.isArray(reading.items) ? null : 'not read');

/** The check that an assertion asks for; null where it is about nothing that we have. */
function checkOf({ op, path, value }: Assertion): Check | null {
  const [scope, index] = path;
  if (op === 'lenEq' && path.length === 1 && scope === 'entries') {
    return ({ items }) => compare(items.length, value);
  }
  if (op !== 'Eq') return null;
  if (scope === 'encoding' && typeof value === 'string')
    return (_, text, bytes) => encoded(text, bytes, value);
  if (scope === 'feed') return feedCheck(path.slice(1).join('.'), value);
  if (scope !== 'entries' || typeof index !== 'number') return null;
  const check = itemCheck(path.slice(2).join('.'), value);
  return check && (({ items }) => (items[index] ? check(items[index]) : `no item ${index}`));
}

function feedCheck(field: string, value: unknown): Check | null {
  switch (field) {
    case 'title':
    case 'title_detail.value':
      return ({ title }) => compareText(title ?? '', value);
    case 'link':
      return ({ link }) => compareAddress(link ?? null, value);
    case 'language':
      return ({ language }) => compare(language, value);
  }
  return null;
}

function itemCheck(field: string, value: unknown): ((item: ReadItem) => string | null) | null {
  switch (field) {
    case 'title':
    case 'title_detail.value':
      return ({ title }) => compareText(title, value);
    case 'summary':
    case 'summary_detail.value':
    case 'description':
      // Feedparser calls the content a summary where there is no other.
      return ({ summary, paragraphs }) =>
        compareText((summary.length > 0 ? summary : paragraphs).join('\n'), value);
    case 'content.0.value':
      return ({ paragraphs }) => compareText(paragraphs.join('\n'), value);
    case 'link':
      return ({ url }) => compareAddress(url, value);
    case 'id':
    case 'guid':
      return ({ guid }) => compare(guid, value);
    case 'author':
    case 'author_detail.name':
      return ({ authors }) => compare(authors.join(', '), value);
    case 'image.href':
      return ({ image }) => compareAddress(image, value);
    case 'updated':
    case 'updated_parsed':
      return ({ updated }) => compareTime(updated?.at, value);
    case 'published':
    case 'published_parsed':
    case 'created':
    case 'created_parsed':
      return ({ published }) => compareTime(published?.at, value);
  }
  const [list, position, name] = field.split('.');
  const at = Number(position);
  if (list === 'tags' && (name === 'term' || name === 'label')) {
    return ({ categories }) => compare(categories[at], value);
  }
  if (list === 'authors' && name === 'name') return ({ authors }) => compare(authors[at], value);
  if (list === 'enclosures') return ({ enclosures }) => compareEnclosure(enclosures?.[at], name, value);
  return null;
}

function compare(got: unknown, want: unknown): string | null {
  return got === want ? null : `got ${JSON.stringify(got)}, want ${JSON.stringify(want)}`;
}

/** HTML by the text that it shows, plain text as it stands, either with its white space folded. */
function compareText(got: string, want: unknown): string | null {
  const shown = foldText(htmlToParagraphs(String(want)).join(' '));
  const folded = foldText(got);
  return folded === foldText(String(want)) ? null : compare(folded, shown);
}

function compareAddress(got: string | null, want: unknown): string | null {
  // As the standard writes it: `HTTP://A` and `http://a/` are one address.
  return compare(got, typeof want === 'string' && URL.canParse(want) ? new URL(want).href : want);
}

/** Python's nine numbers (UTC), or a date as the feed writes it. */
function compareTime(got: number | undefined, want: unknown): string | null {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = Array.isArray(want) ? want : [];
  const time = Array.isArray(want)
    ? Date.UTC(year, month - 1, day, hour, minute, second)
    : Date.parse(String(want));
  return compare(got, time);
}

function compareEnclosure(
  got: Enclosure | undefined,
  name: string | undefined,
  want: unknown,
): string | null {
  if (name === undefined) {
    const { href, length, type } = want as { href: string; length: string; type: string };
    const bytes = Number(length);
    return compare(JSON.stringify(got), JSON.stringify({ url: href, type, bytes }));
  }
  if (name === 'length') return compare(got?.bytes, Number(want));
  return name === 'type' ? compare(got?.type, want) : compareAddress(got?.url ?? null, want);
}

/** A charset is right when the text is what it gives. */
function encoded(text: string, bytes: Uint8Array, charset: string): string | null {
  const want =
    charset === 'utf-32le'
      ? String.fromCodePoint(...new Uint32Array(Uint8Array.from(bytes).buffer))
      : new TextDecoder(charset).decode(bytes);
  return compare(text, want);
}
