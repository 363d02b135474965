import { type DateWish, findDate } from './dates.ts';
import { stem } from './stem.ts';
import { isCommon, wordsOf } from './words.ts';

/** One word that is looked for. */
export interface QueryWord {
  term: string;
  stem: string;
  /** Nothing was typed behind it: it may be the beginning of a longer one. */
  open: boolean;
}

/** What a query asks for. */
export interface Query {
  words: QueryWord[];
  /** The time that it names, if any. */
  date: DateWish | null;
  /** Only what was published then is wanted; else a date counts like a word, and a text may say it too. */
  onlyDate: boolean;
}

/** Words of a query that are looked for: whoever pastes a whole text is searching for its beginning. */
const MOST_WORDS = 12;
/** Characters of a query that are read. */
const MOST_CHARS = 500;

/**
 * Reads what was typed. A day with month and year, or a month with its year, limits the search to releases of that
 * time; so does any date that stands alone with its year ("2026", "kemarin"). "apbd 2026" finds what was published in
 * 2026 or speaks of it.
 * @param now epoch milliseconds, for "kemarin"
 */
export function parseQuery(text: string, now: number): Query {
  const typed = text.slice(0, MOST_CHARS);
  const found = [...wordsOf(typed)].slice(0, MOST_WORDS);
  const date = findDate(
    found.map(({ term }) => term),
    now,
  );
  const rest = date ? found.filter((_, at) => at < date.at || at >= date.at + date.length) : found;
  const end = found.at(-1)?.end === typed.length ? typed.length : -1;
  const words = rest.map((word) => ({ term: word.term, stem: stem(word.term), open: word.end === end }));
  // "di" alone is the beginning of something; behind "vaksin" it tells nothing yet.
  const rare = words.filter(({ term }) => !isCommon(term));
  const telling = rare.length > 0 || date ? rare : words.filter(({ open }) => open);
  const wish = date?.wish ?? null;
  const onlyDate = wish !== null && (wish.full || (wish.year && telling.length === 0));
  return { words: distinct(telling), date: wish, onlyDate };
}

function distinct(words: QueryWord[]): QueryWord[] {
  return words.filter((word, at) => words.findIndex(({ term }) => term === word.term) === at || word.open);
}
