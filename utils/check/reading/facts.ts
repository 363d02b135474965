import { cleanRelease } from '../../caption/clean.ts';
import type { People } from '../../caption/people.ts';
import { type Reading, readRelease } from '../../caption/reading.ts';
import { splitSentences } from '../../caption/sentences.ts';
import { houseStyle } from '../../caption/style.ts';
import { type Source, sourceOf } from './align.ts';
import { findMoments, type Moment } from './moments.ts';
import { findPlaceKinds } from './places.ts';
import { findQuantities, type Quantity } from './quantities.ts';
import { romanValue } from './spelled.ts';
import { keyOf, type Token, tokensOf } from './tokens.ts';

/** What a release says, as the checks compare a draft with it; made once per release. */
export interface ReleaseFacts {
  language: 'id' | 'en';
  /** The title and every sentence, in house style. */
  sources: readonly Source[];
  /** Every word's key, also the parts of joined ones; and what the city itself is called. */
  words: ReadonlySet<string>;
  /** Neighbouring words, joined without a space: "balaikota" for "Balai Kota". */
  joined: ReadonlySet<string>;
  /** Neighbouring words with one space. */
  pairs: ReadonlySet<string>;
  /** Words that the release writes with a capital inside a sentence, by key, as it writes them. */
  names: ReadonlyMap<string, string>;
  /** First letters of three to seven words in a row: "bcc" for "Bogor Creative Center". */
  initials: ReadonlySet<string>;
  /** Kinds of place that each place's name stands behind: "genteng" is a "kelurahan". */
  placeKinds: ReadonlyMap<string, ReadonlySet<string>>;
  /** All words in a row, one space between, in house style and as written, for quotations. */
  streams: readonly string[];
  /** The whole text as it stands, title first. */
  raw: string;
  quantities: readonly Quantity[];
  /** What its Roman numbers say: 14 for "XIV". */
  romans: ReadonlySet<number>;
  moments: readonly Moment[];
  /** Digits of the release's telephone numbers and the like: every run of digits, separators aside. */
  digits: string;
  people: People;
  /** Words that are parts of place names, as written. */
  places: ReadonlySet<string>;
  quotes: Reading['quotes'];
  /** What stands between quotation marks, as streams; null where its marks cannot be trusted. */
  spoken: readonly string[] | null;
  /** Words in capitals that are no shouting: acronyms. */
  acronyms: ReadonlySet<string>;
}

/** What there must be of a release. */
interface Given {
  title: string;
  paragraphs: readonly string[];
  language: 'id' | 'en';
  publishedAt: number | null;
}

/** As much of a body as is compared, in UTF-16 units; as much as captions read. */
const mostRead = 40_000;

/** Reads a release for the checks. Pure; linear in the (bounded) length of the body. */
export function factsOf(release: Given, city: { name: string; hashtags: readonly string[] }): ReleaseFacts {
  const reading = readRelease(release, city.name);
  const raw = `${release.title}\n${release.paragraphs.join('\n')}`.slice(0, mostRead);
  const { title, blocks } = cleanRelease(release.title, release.paragraphs);
  const sentences = [title, ...blocks.flatMap(({ text, broken }) => splitSentences(text, !broken))];
  const styled = sentences.map(houseStyle);
  const rawTokens = tokensOf(raw);
  const styledTokens = styled.map((sentence) => tokensOf(sentence));
  const keys = [...rawTokens, ...styledTokens.flat()].map(({ key }) => key);
  const words = new Set<string>();
  for (const key of [...keys, ...tokensOf(city.name).map((token) => token.key)]) {
    words.add(key);
    for (const part of key.split(/[-./:,]/)) if (part !== '') words.add(part);
  }
  for (const tag of city.hashtags) words.add(keyOf(tag.replace(/^#/, '')));
  const pairs = new Set<string>();
  for (let i = 1; i < keys.length; i += 1) pairs.add(`${keys[i - 1]} ${keys[i]}`);
  const { names, acronyms } = capitals(sentences.concat(release.paragraphs), raw);
  return {
    language: release.language,
    sources: styled.map(sourceOf).filter(({ tokens }) => tokens.length > 0),
    words,
    joined: new Set([...pairs].map((pair) => pair.replace(' ', ''))),
    pairs,
    names,
    initials: initialsOf(rawTokens),
    placeKinds: findPlaceKinds([raw, city.name, ...styled]),
    streams: [raw, styled.join(' ')].map(streamOf),
    raw,
    quantities: findQuantities(raw),
    romans: new Set(rawTokens.flatMap(({ text }) => romanValue(text) ?? [])),
    moments: [...findMoments(raw), ...publishedMoments(release.publishedAt)],
    digits: ` ${(raw.match(/\+?\d[\d\s().-]{5,}\d/gu) ?? []).map((run) => run.replace(/\D/g, '')).join(' ')} `,
    people: reading.people,
    places: reading.places,
    quotes: reading.quotes,
    spoken: blocks.some(({ broken }) => broken)
      ? null
      : [...styled.join('\n').matchAll(/“([^“”]+)”/gu)].map((match) => streamOf(match[1] ?? '')),
    acronyms,
  };
}

/** The words of a text in a row, with one space before and behind each. */
export function streamOf(text: string): string {
  return ` ${tokensOf(text)
    .map(({ key }) => key)
    .join(' ')} `;
}

/** Words written with a capital where none is due, and words all in capitals; not from a headline that shouts. */
function capitals(
  texts: readonly string[],
  raw: string,
): { names: Map<string, string>; acronyms: Set<string> } {
  const names = new Map<string, string>();
  const acronyms = new Set<string>();
  for (const text of [...texts, ...raw.split('\n')]) {
    const tokens = tokensOf(text);
    const loud = tokens.filter((token) => /^\p{Lu}{3,}$/u.test(token.text)).length > tokens.length / 2;
    tokens.forEach((token, i) => {
      if (/^\p{Lu}[\p{Lu}\d.-]+$/u.test(token.text) && !loud) acronyms.add(token.key);
      if (i > 0 && /^\p{Lu}\p{L}{2,}/u.test(token.text) && !loud) names.set(token.key, token.text);
    });
  }
  return { names, acronyms };
}

const links = new Set(['dan', 'di', 'ke', 'untuk', 'of', 'and', 'for', 'the']);

/** Of three words only where all have a capital: by chance, three letters stand in every text. */
function initialsOf(tokens: readonly Token[]): Set<string> {
  const found = new Set<string>();
  const telling = tokens.filter(({ key }) => !links.has(key) && /^\p{L}/u.test(key));
  for (let i = 0; i < telling.length; i += 1) {
    for (let count = 3; count <= 8 && i + count <= telling.length; count += 1) {
      const run = telling.slice(i, i + count);
      if (count > 3 || run.every(({ text }) => /^\p{Lu}/u.test(text))) {
        found.add(run.map(({ key }) => key[0]).join(''));
      }
    }
  }
  return found;
}

/** The day it was published is a fact of the release, too. */
function publishedMoments(at: number | null): Moment[] {
  if (at === null) return [];
  // The cities are in Indonesia: their day, as the westernmost and most of them count it (UTC+7).
  const date = new Date(at + 7 * 3_600_000);
  const [day, month, year] = [date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCFullYear()];
  return [{ kind: 'date', days: [day], month, year, weekday: date.getUTCDay(), start: 0, end: 0 }];
}
