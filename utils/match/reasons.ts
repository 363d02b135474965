import { common } from '../check/reading/known.ts';
import { findMoments, type Moment } from '../check/reading/moments.ts';
import { findQuantities, type Quantity } from '../check/reading/quantities.ts';
import { stem } from '../release/search/stem.ts';
import { termOf } from '../release/search/words.ts';
import type { TextWords } from './news.ts';

/** One thing that a news text and a release share, in the news text's own words. */
export interface Reason {
  kind: 'name' | 'place' | 'figure' | 'date' | 'word';
  text: string;
}

/** Reasons of one kind, and in all: what a line can hold. */
const most = { name: 3, place: 2, figure: 2, date: 2, word: 3 };
const mostInAll = 6;
/** Rarer than this, a name tells of the matter; the city's own stands in every release. */
const TELLING_NAME = 0.45;
/** A bare count below this is shared by chance. */
const LEAST_COUNT = 10;
/** As much of a text as is searched for figures and dates, in UTF-16 units. */
const mostRead = 20_000;

const nameRun = /\p{Lu}[\p{L}\p{N}’'-]*(?: \p{Lu}[\p{L}\p{N}’'-]*){0,4}/gu;
const placeBefore =
  /(?<!\p{L})(?:di|ke|dari|kota|kabupaten|kecamatan|kelurahan|desa|kampung|jalan|jl\.?|in|at|from) $/iu;
const placeHead =
  /^(?:Kota|Kabupaten|Kecamatan|Kelurahan|Desa|Kampung|Jalan|Stasiun|Terminal|Pasar|Taman|Puskesmas|RSUD) \p{Lu}/u;

/** A news text with what of it can be shared. */
export interface NewsFacts {
  text: string;
  words: TextWords;
  figures: readonly Quantity[];
  dates: readonly Moment[];
}

/** Reads a news text once, for every release that it is compared with. */
export function factsOfNews(text: string, words: TextWords): NewsFacts {
  const read = text.slice(0, mostRead);
  return { text: read, words, figures: findQuantities(read).filter(tellsOf), dates: datesIn(read) };
}

/** What the matcher knows of a release beside a news text. */
interface Beside {
  /** Title and body as they stand. */
  told: string;
  words: TextWords;
  rarity: ReadonlyMap<string, number>;
}

/**
 * Why a release is about the same matter, best first: shared names, places, figures and dates; plain words only where
 * there are few of those, since beside them they say nothing more.
 */
export function reasonsFor(news: NewsFacts, release: Beside): Reason[] {
  const told = release.told.slice(0, mostRead);
  // Finding figures and dates is what costs: only lines that have any.
  const numbered = told
    .split('\n')
    .filter((line) => /\d/.test(line))
    .join('\n');
  const found = [
    ...sharedNames(news, release, told),
    ...sharedFigures(news, numbered),
    ...sharedDates(news, numbered),
  ];
  const words = found.length < 3 ? sharedWords(news, release, found) : [];
  const kept = [...found, ...words].filter(
    (reason, at, all) =>
      all.slice(0, at).filter(({ kind }) => kind === reason.kind).length < most[reason.kind] &&
      all.findIndex((one) => one.text.toLowerCase() === reason.text.toLowerCase()) === at,
  );
  return kept.slice(0, mostInAll);
}

function sharedNames({ text }: NewsFacts, { rarity, words: known }: Beside, told: string): Reason[] {
  const plain = told.toLowerCase().replace(/\s+/g, ' ');
  const found: (Reason & { tells: number })[] = [];
  for (const match of text.matchAll(nameRun)) {
    const words = match[0].split(' ');
    const stems = words.map((word) => stem(termOf(word)));
    const run = longestRun(
      words.length,
      (from, to) =>
        stems.slice(from, to).every((one) => known.words.get(one)?.kind === 'name') &&
        plain.includes(words.slice(from, to).join(' ').toLowerCase()),
    );
    if (run === null) continue;
    const [from, to] = run;
    const shared = words.slice(from, to).join(' ');
    const tells = Math.max(...stems.slice(from, to).map((one) => rarity.get(one) ?? 0));
    if (tells < TELLING_NAME || shared.length < 3) continue;
    const before = text.slice(Math.max(0, match.index - 14), match.index);
    const kind = placeHead.test(shared) || (from === 0 && placeBefore.test(before)) ? 'place' : 'name';
    found.push({ kind, text: shared, tells: tells + to - from });
  }
  found.sort((a, b) => b.tells - a.tells);
  // "Bima" says nothing more beside "Bima Arya".
  return found
    .filter((one, at) => !found.slice(0, at).some((longer) => ` ${longer.text} `.includes(` ${one.text} `)))
    .map(({ kind, text: words }) => ({ kind, text: words }));
}

/** The longest stretch of so many words that holds, the first of several; null where no word does. */
function longestRun(
  count: number,
  holds: (from: number, to: number) => boolean,
): [from: number, to: number] | null {
  for (let length = count; length > 0; length--) {
    for (let from = 0; from + length <= count; from++)
      if (holds(from, from + length)) return [from, from + length];
  }
  return null;
}

function sharedFigures({ text, figures }: NewsFacts, told: string): Reason[] {
  if (figures.length === 0) return [];
  const theirs = findQuantities(told);
  return figures
    .filter((one) => theirs.some((other) => isSame(one, other)))
    .map(({ kind, start, end }) => {
      const noun = kind === 'count' ? (/^ \p{Ll}[\p{Ll}-]{2,}/u.exec(text.slice(end))?.[0] ?? '') : '';
      return { kind: 'figure', text: `${text.slice(start, end)}${told.includes(noun) ? noun : ''}` };
    });
}

const tellsOf = ({ kind, values }: Quantity): boolean =>
  kind === 'money' || kind === 'share' || (kind === 'count' && (values[0] ?? 0) >= LEAST_COUNT);

const isSame = (one: Quantity, other: Quantity): boolean =>
  one.kind === other.kind && one.values.some((value) => other.values.includes(value));

function sharedDates({ text, dates }: NewsFacts, told: string): Reason[] {
  if (dates.length === 0) return [];
  const theirs = datesIn(told);
  return dates
    .filter((one) => theirs.some((other) => isSameDay(one, other)))
    .map(({ start, end }) => ({ kind: 'date', text: text.slice(start, end) }));
}

const datesIn = (text: string): Moment[] => findMoments(text).filter(({ kind }) => kind === 'date');

const isSameDay = (one: Moment, other: Moment): boolean =>
  one.month === other.month &&
  (one.year === undefined || other.year === undefined || one.year === other.year) &&
  (one.days ?? []).some((day) => other.days?.includes(day));

/** Plain words of the matter, the most telling first, as the news writes them. */
function sharedWords({ text, words }: NewsFacts, release: Beside, found: readonly Reason[]): Reason[] {
  const said = new Set(found.flatMap((reason) => reason.text.split(' ').map((word) => stem(termOf(word)))));
  return [...release.rarity]
    .filter(
      ([root]) =>
        release.words.words.has(root) && !said.has(root) && words.words.get(root)?.kind !== 'number',
    )
    .sort((a, b) => b[1] - a[1])
    .flatMap(([root]) => {
      const [term = ''] = words.words.get(root)?.terms ?? [];
      const written = new RegExp(`(?<![\\p{L}\\p{N}])${term}(?![\\p{L}\\p{N}])`, 'iu').exec(text)?.[0];
      return written === undefined || written.length < 4 || common.has(term)
        ? []
        : [{ kind: 'word' as const, text: written }];
    })
    .slice(0, most.word);
}
