import { parseQuery, type QueryWord } from './query.ts';
import { stem } from './stem.ts';
import { isCommon, wordsOf } from './words.ts';

/** A stretch of a text that answers the query, in UTF-16 units. */
export interface Range {
  start: number;
  end: number;
}

/** A piece of a body, to be shown under a hit's title. */
export interface Snippet {
  /** Where words are left out at either end, "…" stands. */
  text: string;
  ranges: Range[];
}

/** Finds a query's words in the texts of a hit, as the search itself does. */
export interface Highlighter {
  /** The parts of a text to be marked, in order and apart from each other. */
  ranges(text: string): Range[];
  /**
   * The piece of a body that has most of the query's words, whole words only.
   * @param most its length in characters, about
   * @returns null where no paragraph has any of them
   */
  snippet(paragraphs: readonly string[], most: number): Snippet | null;
}

/** Paragraphs that are read for a snippet: lists of hits are drawn at every key. */
const MOST_PARAGRAPHS = 60;
/** Characters of a paragraph that are read. */
const MOST_CHARS = 4_000;
/** Words kept before the first mark, so that it can be read in its sentence. */
const LEAD = 40;

/**
 * Prepares a query for marking.
 * @param now epoch milliseconds, as for the search
 */
export function highlighter(text: string, now: number): Highlighter {
  const { words, date } = parseQuery(text, now);
  const dates: QueryWord[] = (date?.terms ?? []).map((term) => ({ term, stem: term, open: false }));
  const wanted = [...words, ...dates];
  const ranges = (target: string): Range[] =>
    marked(target, wanted).map(({ start, end }) => ({ start, end }));
  return { ranges, snippet: (paragraphs, most) => snippet(paragraphs, most, wanted) };
}

interface Marked extends Range {
  /** Which word of the query it answers. */
  word: number;
}

function marked(text: string, wanted: readonly QueryWord[]): Marked[] {
  const found: Marked[] = [];
  if (wanted.length === 0) return found;
  for (const { term, start, end } of wordsOf(text)) {
    const word = wanted.findIndex((each) => answers(term, each));
    if (word >= 0) found.push({ start, end: partEnd(text, start, end, term, wanted[word]), word });
  }
  return found;
}

function answers(term: string, word: QueryWord): boolean {
  if (term === word.term) return true;
  if (isCommon(term)) return false;
  return term.startsWith(word.term) || stem(term) === word.stem;
}

/** Of a longer word, what was typed is marked; of another form of the word, all of it. */
function partEnd(
  text: string,
  start: number,
  end: number,
  term: string,
  word: QueryWord | undefined,
): number {
  const typed = word?.term.length ?? 0;
  // Only where the text is spelt as it is looked up can letters be counted.
  const plain = term.length === end - start;
  const longer = word && plain && term.startsWith(word.term) && stem(term) !== word.stem;
  return longer && text.length >= start + typed ? start + typed : end;
}

function snippet(paragraphs: readonly string[], most: number, wanted: readonly QueryWord[]): Snippet | null {
  let best: { text: string; from: number; found: Marked[]; words: number } | null = null;
  for (const paragraph of paragraphs.slice(0, MOST_PARAGRAPHS)) {
    const text = paragraph.slice(0, MOST_CHARS);
    const found = marked(text, wanted);
    const { from, words } = densest(found, most - LEAD);
    if (words > (best?.words ?? 0)) best = { text, from, found, words };
    if (best?.words === wanted.length) break;
  }
  return best && cut(best.text, best.from, best.found, most);
}

/** Where the stretch of a length begins that answers the most words of the query, and how many. */
function densest(found: readonly Marked[], length: number): { from: number; words: number } {
  const within = new Map<number, number>();
  let best = { from: 0, words: 0 };
  let behind = 0;
  for (const first of found) {
    for (let next = found[behind]; next && next.end - first.start <= length; next = found[++behind]) {
      within.set(next.word, (within.get(next.word) ?? 0) + 1);
    }
    if (within.size > best.words) best = { from: first.start, words: within.size };
    const left = (within.get(first.word) ?? 0) - 1;
    if (left > 0) within.set(first.word, left);
    else within.delete(first.word);
  }
  return best;
}

function cut(text: string, first: number, found: readonly Marked[], most: number): Snippet {
  if (text.length <= most) return { text, ranges: found.map(({ start, end }) => ({ start, end })) };
  // A little before the first mark, at the beginning of a word; near the end, as much as fits.
  const wish = Math.max(0, Math.min(first - LEAD, text.length - most));
  const start = wish === 0 ? 0 : Math.min(first, text.indexOf(' ', wish) + 1 || first);
  const space = text.lastIndexOf(' ', start + most);
  const end = start + most >= text.length ? text.length : space > first ? space : start + most;
  const before = start > 0 ? '…' : '';
  const ranges = found
    .filter((range) => range.start >= start && range.end <= end)
    .map((range) => ({ start: range.start - start + before.length, end: range.end - start + before.length }));
  return { text: `${before}${text.slice(start, end).trimEnd()}${end < text.length ? '…' : ''}`, ranges };
}
