import { stem } from '../../release/search/stem.ts';
import { type Token, tokensOf } from './tokens.ts';

/** A sentence of a release, ready to be compared with. */
export interface Source {
  text: string;
  tokens: readonly Token[];
  /** Per token, what it shares with its other forms. */
  stems: readonly string[];
  content: ReadonlySet<string>;
}

/** A sentence of a release beside a draft's sentence. */
export interface Aligned {
  source: Source;
  /** Per word of the draft's sentence, the place of the same word in the source, or -1. */
  at: readonly number[];
  /** The share of the draft's telling words that stand in the source, 0 to 1. */
  share: number;
}

const empty = new Set(
  (
    'yang dan di ke dari untuk pada dengan oleh dalam ini itu adalah akan juga telah sudah para saat serta atau agar ' +
    'tersebut sebagai antara bagi hingga secara bisa dapat tidak tak bukan belum ada hanya masih tapi tetapi tentang seperti lebih ' +
    'the of and to in on for at a an is was with by from will not be has have that this it'
  ).split(' '),
);

/** Whether a word carries meaning by itself. */
export const tells = (key: string): boolean => !empty.has(key) && (key.length > 2 || /\d/.test(key));

/** Prepares a sentence of a release. */
export function sourceOf(text: string): Source {
  const tokens = tokensOf(text);
  const stems = tokens.map(({ key }) => stem(key));
  return { text, tokens, stems, content: new Set(stems.filter((one, i) => tells(tokens[i]?.key ?? one))) };
}

/** Below this share of its words a sentence tells something else. */
const least = 0.5;
const mostKept = 3;
/** Longer ones are no sentences. */
const longest = 120;

/**
 * The sentences of a release that a draft's sentence most likely comes from, best first, word beside word. Empty
 * where the sentence is the official's own.
 */
export function align(tokens: readonly Token[], sources: readonly Source[]): Aligned[] {
  if (tokens.length > longest) return [];
  const stems = tokens.map(({ key }) => stem(key));
  const content = new Set(stems.filter((_, i) => tells(tokens[i]?.key ?? '')));
  if (content.size < 2) return [];
  const found: { source: Source; share: number }[] = [];
  for (const source of sources) {
    let shared = 0;
    for (const one of content) if (source.content.has(one)) shared += 1;
    const share = shared / content.size;
    if (shared >= 2 && share >= least && source.tokens.length <= longest) found.push({ source, share });
  }
  found.sort((a, b) => b.share - a.share);
  return found
    .slice(0, mostKept)
    .map(({ source, share }) => ({ source, share, at: matched(stems, source.stems) }));
}

/**
 * The longest run of words that both have in the same order. A number or a day counts half: two that changed places
 * stand where the other stood, with the words around them kept.
 */
function matched(a: readonly string[], b: readonly string[]): number[] {
  const width = b.length + 1;
  const length = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      length[i * width + j] =
        a[i] === b[j]
          ? (length[(i + 1) * width + j + 1] ?? 0) + (light.test(a[i] ?? '') ? 1 : 2)
          : Math.max(length[(i + 1) * width + j] ?? 0, length[i * width + j + 1] ?? 0);
    }
  }
  const at = a.map(() => -1);
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      at[i] = j;
      i += 1;
      j += 1;
    } else if ((length[(i + 1) * width + j] ?? 0) > (length[i * width + j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return at;
}

const light = /\d|^(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu)$/;

/** Words of a draft that stand where the source has others, between words that both have. */
export interface Slot {
  /** First and last place in the draft's sentence. */
  from: number;
  to: number;
  /** What the source has there. */
  instead: readonly Token[];
}

/** The places where a draft says something else than its source, with at most `most` words on either side. */
export function slots({ source, at }: Aligned, most = 4): Slot[] {
  const found: Slot[] = [];
  let before = -1;
  let last = -1;
  for (let i = 0; i <= at.length; i += 1) {
    const here = i === at.length ? source.tokens.length : (at[i] ?? -1);
    if (here < 0) continue;
    const own = i - before - 1;
    const theirs = here - last - 1;
    // At the head and at the end only word for word: there a draft may just begin later or stop earlier.
    const inside = before >= 0 && i < at.length;
    const fits = inside ? own <= most && theirs <= most : own === theirs && own <= 2;
    if (own > 0 && theirs > 0 && fits) {
      found.push({ from: before + 1, to: i - 1, instead: source.tokens.slice(last + 1, here) });
    }
    before = i;
    last = here;
  }
  return found;
}
