import { whole as otherRoots, roots } from '../release/search/roots.ts';
import { stem } from '../release/search/stem.ts';
import { isCommon, wordsOf } from '../release/search/words.ts';

/** As much of a text as is read, in UTF-16 units and in words: ten times a long article. */
const mostRead = 40_000;
const mostWords = 4_000;

/** What a word is: it names something, counts or dates something, or neither. */
export type WordKind = 'name' | 'number' | 'word';

/** One different word of a text, however often it stands there. */
export interface TextWord {
  stem: string;
  kind: WordKind;
  /** How often. */
  count: number;
  /** Its spellings, lower case. */
  terms: Set<string>;
  /** It is in the list of Indonesian roots: an ordinary word, whatever an archive says of it. */
  ordinary: boolean;
}

/** A text as the matcher sees it. */
export interface TextWords {
  words: ReadonlyMap<string, TextWord>;
  /** Stems that stand side by side, with one space. */
  pairs: ReadonlySet<string>;
  /** The stems of each sentence. */
  sentences: readonly (readonly string[])[];
}

/** The words of a text with what is needed to compare them; linear, and bounded whatever the text. */
export function readWords(text: string): TextWords {
  const read = text.slice(0, mostRead);
  const words = new Map<string, TextWord>();
  const pairs = new Set<string>();
  const sentences: string[][] = [];
  let before: string | null = null;
  let end = 0;
  let seen = 0;
  for (const { term, start, end: behind } of wordsOf(read)) {
    if (++seen > mostWords) break;
    const first = sentences.length === 0 || /[.!?]["”’')]*\s|\n/u.test(read.slice(end, start));
    if (first) sentences.push([]);
    end = behind;
    if (isCommon(term)) continue;
    const root = stem(term);
    const ordinary = roots.has(root) || otherRoots.has(root);
    const capital = /^\p{Lu}/u.test(read.slice(start, start + 2));
    const kind = /\d/.test(term) ? 'number' : capital && !(first && ordinary) ? 'name' : 'word';
    const known = words.get(root);
    if (known === undefined)
      words.set(root, { stem: root, kind, count: 1, terms: new Set([term]), ordinary });
    else {
      known.count++;
      known.terms.add(term);
      if (kind === 'name') known.kind = kind;
    }
    sentences.at(-1)?.push(root);
    if (before !== null) pairs.add(`${before} ${root}`);
    before = root;
  }
  return { words, pairs, sentences };
}
