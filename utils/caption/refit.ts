import { catalogue } from '../platform/catalogue.ts';
import { room } from '../platform/measure.ts';
import type { Platform, PlatformId } from '../platform/platform.ts';
import { findUrls } from '../platform/urls.ts';
import { clauses } from './fit.ts';
import { findHashtags } from './hashtags.ts';
import { splitSentences } from './sentences.ts';

/** From where to where a text goes. */
interface Move {
  from: PlatformId;
  to: PlatformId;
  /** The release's address; it stays where the text has it. */
  link: string;
}

/** A piece of a text that stays or goes whole, with the white space before it. */
interface Piece {
  gap: string;
  words: string;
  kind: 'sentence' | 'link' | 'tag';
  /** Words that lead to the link ("Selengkapnya: "), part of `words`. */
  lead?: string;
}

/**
 * A person's own words fitted to another network: nothing is added or turned around. Hashtags beyond what the network
 * bears go first, then whole sentences from the last; the link stays. Where not even the first sentence fits, its
 * whole clauses stay, else its first words with "…". What fits is unchanged but for signs of bold that would show as
 * stars. Deterministic.
 *
 * @returns null where nothing of it fits without cutting a word
 */
export function refit(text: string, { from, to, link }: Move): string | null {
  const facts: Platform = catalogue[to];
  const plain = catalogue[from].bold && !facts.bold ? withoutBold(text) : text;
  const fits = (candidate: string): boolean =>
    room(to, candidate).fits && (facts.links === undefined || findUrls(candidate).length <= facts.links);
  if (fits(plain) && findHashtags(plain).length <= facts.hashtags) return plain;
  const pieces = withFewerTags(piecesOf(plain, link), facts.hashtags);
  for (
    let shorter: Piece[] | null = pieces;
    shorter !== null;
    shorter = withoutLast(shorter, 'sentence', 1)
  ) {
    if (fits(joined(shorter))) return joined(shorter);
    if (count(shorter, 'sentence') <= 1) return withinSentence(shorter, fits);
  }
  return null;
}

const boldWords = /(?<![\p{L}\p{N}*])\*(?=\S)([^*\n]*[^*\s])\*(?![\p{L}\p{N}*])/gu;
/** A text without WhatsApp's signs of bold. */
export const withoutBold = (text: string): string => text.replace(boldWords, '$1');

/** One sentence is left: the words before the link and the hashtags go, from the last, then of the sentence what must. */
function withinSentence(pieces: readonly Piece[], fits: (text: string) => boolean): string | null {
  const bare = pieces.map((piece) => ({ ...piece, words: piece.words.slice(piece.lead?.length ?? 0) }));
  for (let gone = 0; gone <= count(pieces, 'tag'); gone += 1) {
    for (const some of [pieces, bare]) {
      const candidate = joined(withoutTags(some, gone));
      if (fits(candidate)) return candidate;
    }
  }
  const least = withoutTags(bare, count(bare, 'tag'));
  const sentence = least.find(({ kind }) => kind === 'sentence')?.words ?? '';
  const put = (words: string): string =>
    joined(least.map((piece) => (piece.kind === 'sentence' ? { ...piece, words } : piece)));
  return [...clauses(sentence), ...beginnings(sentence)].map(put).find(fits) ?? null;
}

/** The first words of a sentence, the longest beginning first; the dots tell that it went on. */
function beginnings(sentence: string): string[] {
  const ends = [...sentence.matchAll(/(?<=\S)\s/gu)].map(({ index }) => index).reverse();
  return ends.map((end) => `${sentence.slice(0, end).replace(/[\s,;:–—-]+$/u, '')}…`);
}

/** Without so many tags, from the last. */
const withoutTags = (pieces: readonly Piece[], gone: number): readonly Piece[] =>
  gone === 0 ? pieces : withoutTags(withoutLast(pieces, 'tag', 0) ?? [], gone - 1);

const count = (pieces: readonly Piece[], kind: Piece['kind']): number =>
  pieces.filter((piece) => piece.kind === kind).length;

/** Without the last piece of a kind; null where only so many are left. */
function withoutLast(pieces: readonly Piece[], kind: Piece['kind'], least: number): Piece[] | null {
  if (count(pieces, kind) <= least) return null;
  return pieces.toSpliced(
    pieces.findLastIndex((piece) => piece.kind === kind),
    1,
  );
}

/** Only hashtags that stand behind the words can go: one within a sentence is a part of it. */
function withFewerTags(pieces: Piece[], most: number): Piece[] {
  const isHashtag = ({ kind, words }: Piece) => kind === 'tag' && !words.startsWith('@');
  let kept = pieces;
  while (findHashtags(joined(kept)).length > most && kept.some(isHashtag))
    kept = kept.toSpliced(kept.findLastIndex(isHashtag), 1);
  return kept;
}

const joined = (pieces: readonly Piece[]): string =>
  pieces.map(({ gap, words }, at) => (at === 0 ? words : `${gap || ' '}${words}`)).join('');

/** The text in its pieces, in order; joined they are the text. */
function piecesOf(text: string, link: string): Piece[] {
  const whole = text.trim();
  const at = link === '' ? -1 : whole.indexOf(link);
  if (at < 0) return partsOf(whole, '');
  const before = whole.slice(0, at);
  const lead = /(?:^|[.!?”\s])([^\s.!?”][^.!?”\n]{0,40}: ?)$/u.exec(before)?.[1] ?? '';
  const told = before.slice(0, before.length - lead.length);
  const after = whole.slice(at + link.length);
  return [
    ...partsOf(told.trimEnd(), ''),
    { gap: /\s*$/u.exec(told)?.[0] ?? '', words: `${lead}${link}`, kind: 'link', lead },
    ...partsOf(after.trim(), /^\s*/u.exec(after)?.[0] ?? ''),
  ];
}

/** Sentences, lines of a list, and the hashtags and mentions at the end. */
function partsOf(text: string, before: string): Piece[] {
  const pieces: Piece[] = [];
  const add = (words: string, start: number, end: number, kind: Piece['kind']) => {
    pieces.push({ gap: start === 0 ? before : text.slice(end, start), words, kind });
    return start + words.length;
  };
  const tail = /(?:(?:^|\s+)[#＃@][\p{L}\p{M}\p{N}_.]+)+$/u.exec(text);
  const body = text.slice(0, tail?.index ?? text.length);
  let end = 0;
  for (const { 0: line, index } of body.matchAll(/[^\n]+/gu)) {
    const whole = line.match(/“/gu)?.length === line.match(/”/gu)?.length;
    // A line of a list is one piece: its mark belongs to it.
    const sentences = /^\s*[•▪*-] /u.test(line) ? [line.trim()] : splitSentences(line, whole);
    let from = index;
    for (const words of sentences) {
      end = add(words, text.indexOf(words, from), end, 'sentence');
      from = end;
    }
  }
  for (const { 0: words, index } of (tail?.[0] ?? '').matchAll(/\S+/gu))
    end = add(words, (tail?.index ?? 0) + index, end, 'tag');
  return pieces;
}
