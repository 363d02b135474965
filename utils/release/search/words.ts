/** How text becomes words, the same for releases, for queries and for what is highlighted. */

/** One word of a text: as it is looked up, and where it stands in the text as written. */
export interface Word {
  /** Lower case, without accents and apostrophes. */
  term: string;
  /** Range in the text, in UTF-16 units. */
  start: number;
  end: number;
}

/** Longer words are cut: nobody types them, and a hostile page could be one word of 256 KiB. */
const LONGEST = 32;

/** Letters, marks and digits; an apostrophe inside a word belongs to it ("Jum'at", "Qur’an"). */
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’ʼ`][\p{L}\p{M}\p{N}]+)*/gu;
const PLAIN = /^[\da-z]*$/;
const ASTRAL = /[\ud800-\udfff]/g;
const NOT_SOUND = /[\p{M}'’ʼ`]/gu;

/** The words of a text, in order. */
export function* wordsOf(text: string): Generator<Word> {
  for (const match of text.matchAll(WORD)) {
    const term = termOf(match[0]);
    if (term) yield { term, start: match.index, end: match.index + match[0].length };
  }
}

/** A word as it is looked up; empty where nothing of it can be. */
export function termOf(word: string): string {
  const lower = word.toLowerCase();
  if (PLAIN.test(lower)) return lower.slice(0, LONGEST);
  // Letters beyond the basic plane are no word of any city; without them, terms sort alike as text and as bytes.
  return lower.normalize('NFKD').replace(NOT_SOUND, '').replace(ASTRAL, '').toLowerCase().slice(0, LONGEST);
}

/** Words in nearly every release, Indonesian and English: they find nothing and would be a third of the index. */
const COMMON: ReadonlySet<string> = new Set(
  (
    'yang dan di ke dari untuk dengan ini itu pada dalam juga akan oleh adalah para serta atau sebagai telah tersebut ' +
    'bahwa karena agar bisa dapat saat hingga secara kami kita ada tidak sudah lebih bagi kepada ' +
    'the and of to in for with this that is are was were by on from as at be an it its has have'
  ).split(' '),
);

/** Whether a word is too common to be indexed or looked for. */
export function isCommon(term: string): boolean {
  return COMMON.has(term);
}
