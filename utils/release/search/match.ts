import type { Segment } from './layout.ts';
import type { QueryWord } from './query.ts';
import { stem } from './stem.ts';
import { findTerm, rangeOf, termBytes, termsWithStem } from './terms.ts';

/** A term of a segment that a word of the query means, and how surely. */
export interface Match {
  term: number;
  /** 1 for the word as typed, less for its other forms and for longer words that begin with it. */
  weight: number;
}

/** Another form of the word: as good as the word for finding, not quite for ranking. */
const FORM = 0.8;
/** A longer word: what is being typed may well become it, what was finished hardly. */
const LONGER = { open: 0.6, closed: 0.25 };
/** Longer words of one query word that are looked up, the most frequent; "k" begins thousands. */
const MOST_LONGER = 48;
/** Bytes of their postings for each letter typed, up to four: what a search may cost at each key. */
const BYTES_A_LETTER = 12 * 1024;
/** From a beginning this long, with few words to choose from, their other forms are meant too. */
const TELLING = 5;
const FEW = 8;

const decoder = new TextDecoder();

/** The terms of a segment that a word of the query means. */
export function matchesOf(segment: Segment, word: QueryWord): Match[] {
  const weights = new Map<number, number>();
  const add = (term: number, weight: number): void => {
    if (weight > (weights.get(term) ?? 0)) weights.set(term, weight);
  };
  const exact = findTerm(segment, word.term);
  if (exact >= 0) add(exact, 1);
  for (const term of termsWithStem(segment, word.stem)) add(term, FORM);
  // What was finished and is a word means that word; what is none, such as "vak bogor", is a beginning after all.
  const longer = word.open || weights.size === 0 ? longerTerms(segment, word.term) : [];
  const most = word.open ? LONGER.open : LONGER.closed;
  for (const term of longer) {
    const length = (segment.termStart[term + 1] ?? 0) - (segment.termStart[term] ?? 0);
    add(term, most * (0.5 + 0.5 * (word.term.length / Math.max(length, word.term.length))));
  }
  if (word.open && word.term.length >= TELLING && longer.length <= FEW) {
    const roots = new Set(longer.map((term) => stem(decoder.decode(termBytes(segment, term)))));
    for (const root of roots) {
      for (const term of termsWithStem(segment, root)) add(term, LONGER.open * 0.5);
    }
  }
  return [...weights].map(([term, weight]) => ({ term, weight }));
}

/** Of the terms that begin with a text and go on, the most frequent, as far as their postings are affordable. */
function longerTerms(segment: Segment, prefix: string): number[] {
  const { postStart } = segment;
  const [from, to] = rangeOf(segment, prefix);
  const size = (term: number): number => (postStart[term + 1] ?? 0) - (postStart[term] ?? 0);
  // Sorted by size, largest first, never longer than is wanted.
  const best: number[] = [];
  let least = 0;
  for (let term = from; term < to; term++) {
    const bytes = size(term);
    if (best.length === MOST_LONGER && bytes <= least) continue;
    let at = best.length;
    while (at > 0 && size(best[at - 1] ?? 0) < bytes) at--;
    best.splice(at, 0, term);
    if (best.length > MOST_LONGER) best.pop();
    least = size(best.at(-1) ?? from);
  }
  const most = Math.min(4, prefix.length) * BYTES_A_LETTER;
  let spent = 0;
  return best.filter((term) => {
    spent += size(term);
    return spent <= most || size(term) < 64;
  });
}
