import { type Block, cleanRelease } from './clean.ts';
import { type Fact, findFacts } from './facts.ts';
import { type Figure, findFigures } from './figures.ts';
import { leans, leansOn, withoutConnective } from './lean.ts';
import { findPeople, type People, type Person } from './people.ts';
import { findQuotes, type Quote } from './quotes.ts';
import { sayerToldBy, saysWho } from './sayer.ts';
import { splitSentences } from './sentences.ts';

/** One sentence of a release's running text. */
export interface Sentence {
  /** Without a connective at its head that only ties it to the one before. */
  text: string;
  /** Place among all sentences, from 0. */
  at: number;
  /** Index of its paragraph. */
  block: number;
  /** It quotes somebody's words: told as a quotation, not as news. */
  quoting: boolean;
  /** It stands on its own: ends, opens with no pronoun, points at nothing outside itself. */
  alone: boolean;
  /** It only names again a thing that the sentence before it names: the two may stand together. */
  follows: boolean;
  /** Who said it, where only the next sentence tells ("Hal itu dikatakan …"): it is told with that name. */
  sayer?: Person;
}

/** A release as the caption rules see it; every piece knows the sentence it came from. */
export interface Reading {
  language: 'id' | 'en';
  title: string;
  sentences: readonly Sentence[];
  quotes: readonly Quote[];
  people: People;
  /** When, where, how to take part, whom to ask. */
  facts: readonly Fact[];
  figures: readonly Figure[];
  /** Words that are parts of place names. */
  places: ReadonlySet<string>;
}

interface Readable {
  title: string;
  paragraphs: readonly string[];
  language: 'id' | 'en';
}

/** Readings of releases that are still in use: one is composed for each network, and checked with every letter. */
const known = new WeakMap<Readable, Readable & { city: string; reading: Reading }>();

/**
 * Reads a release: sentences, people, quotations, facts, figures. Linear in the (bounded) length of the body; the same
 * object with the same texts is read once.
 */
export function readRelease(release: Readable, city: string): Reading {
  const { title, paragraphs, language } = release;
  const before = known.get(release);
  if (
    before?.city === city &&
    before.title === title &&
    before.paragraphs === paragraphs &&
    before.language === language
  ) {
    return before.reading;
  }
  const reading = read(release, city);
  known.set(release, { title, paragraphs, language, city, reading });
  return reading;
}

function read(release: Readable, city: string): Reading {
  const { title, blocks } = cleanRelease(release.title, release.paragraphs);
  const split = blocks.map((block) =>
    block.kind === 'prose' ? splitSentences(block.text, !block.broken) : [],
  );
  const places = findPlaces(city, title, blocks);
  const people = findPeople(split.flat(), places);
  const quotes = findQuotes(blocks, (block) => split[block] ?? [], people);
  const sentences = readSentences(blocks, split, people);
  tellSayers(sentences, people);
  const facts = findFacts(sentences, people);
  const figures = findFigures(sentences);
  return { language: release.language, title, sentences, quotes, people, facts, figures, places };
}

function readSentences(
  blocks: readonly Block[],
  split: readonly (readonly string[])[],
  people: People,
): Sentence[] {
  const named = (word: string): boolean => /^\p{Lu}/u.test(word) && people.byWord(word) !== null;
  const sentences: Sentence[] = [];
  blocks.forEach((block, index) => {
    if (block.broken) return;
    const own = split[index] ?? [];
    own.forEach((raw, i) => {
      const text = withoutConnective(raw);
      const previous = sentences.at(-1);
      const last = i === own.length - 1;
      const whole = /[.!?)”]$/u.test(text) || (last && index < blocks.length - 1 && !/[,:;–-]$/u.test(text));
      const good = whole && balanced(text) && text.split(' ').length >= 4;
      sentences.push({
        text,
        at: sentences.length,
        block: index,
        quoting: /“[^“”]*\s[^“”]*\s[^“”]*\s[^“”]*”/u.test(text),
        alone: good && !leans(text, named),
        follows: good && previous !== undefined && i > 0 && leansOn(text, previous.text),
      });
    });
  });
  return sentences;
}

/** Puts who said it to the sentences before "Hal itu dikatakan …"; where that is nobody known, they stand alone no more. */
function tellSayers(sentences: Sentence[], people: People): void {
  sentences.forEach((sentence, i) => {
    const sayer = sayerToldBy(sentence.text, people);
    if (sayer === undefined) return;
    const block = sentences[i - 1]?.block;
    for (let at = i - 1; at >= 0 && sentences[at]?.block === block; at -= 1) {
      const before = sentences[at] as Sentence;
      if (before.quoting || saysWho(before.text, sayer)) continue;
      if (sayer === null) before.alone = false;
      else before.sayer = sayer;
    }
  });
}

/** Brackets pair, and so do the marks of quotations. */
function balanced(text: string): boolean {
  const count = (mark: RegExp): number => text.match(mark)?.length ?? 0;
  return count(/\(/g) === count(/\)/g) && count(/“/g) === count(/”/g);
}

const direction = '(?: (?:Utara|Selatan|Barat|Timur|Tengah|Pusat|Raya|Jaya))?';
// "Wakil Wali Kota Jenal Mutaqin" names nobody's city: behind an office only a word before a comma is a place.
const placeName = new RegExp(
  `(?:(?<![Ww](?:ali|akil) )[Kk]ota|[Ww]ali [Kk]ota(?= [\\p{L}-]+,)|[Kk]abupaten|[Kk]ecamatan|[Kk]elurahan|Desa|Provinsi|Pemkot|Pemkab|Pemprov|Pemkot\\)|Pemkab\\)|Kampung|City of|Regency) (\\p{Lu}[\\p{L}-]+(?: \\p{Lu}[\\p{L}-]+(?=[,.)]))?${direction})`,
  'gu',
);

function findPlaces(city: string, title: string, blocks: readonly Block[]): Set<string> {
  const places = new Set(
    'Kota Kabupaten Kecamatan Kelurahan Provinsi Utara Selatan Barat Timur Tengah Pusat Jawa Indonesia'.split(
      ' ',
    ),
  );
  for (const word of city.split(/\s+/)) if (/^\p{Lu}/u.test(word)) places.add(word);
  for (const text of [title, ...blocks.map((block) => block.text)]) {
    for (const match of text.matchAll(placeName)) {
      for (const word of (match[1] ?? '').split(' ')) places.add(word);
    }
  }
  return places;
}
