import { findHashtags } from '../../caption/hashtags.ts';
import { findUrls } from '../../platform/urls.ts';

/** A word or number with its place. */
export interface Token {
  /** As written. */
  text: string;
  /** For comparing: lower case, without accents and a final dot. */
  key: string;
  start: number;
  end: number;
}

const word =
  /[\p{L}\p{N}][\p{M}]*(?:[\p{L}\p{M}\p{N}]|[’'‘`](?=\p{L})|[.,:/](?=\p{N})|-(?=[\p{L}\p{N}])|\.(?=\p{L}))*/gu;

/** The words and numbers of a text: "Rp", "1.200,5", "S.Kom", "ibu-ibu", "Jum'at", "09.00". */
export function tokensOf(text: string): Token[] {
  return [...text.matchAll(word)].map((match) => ({
    text: match[0],
    key: keyOf(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** A word for comparing: lower case, without accents, apostrophes and final dots. */
export function keyOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}’'‘`]/gu, '')
    .toLowerCase();
}

const mention = /(?<![\p{L}\p{N}._@/])@[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?/gu;

/** Accounts named with "@", as they stand. */
export function findMentions(text: string): { text: string; start: number; end: number }[] {
  return [...text.matchAll(mention)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The text with its links, hashtags and mentions blanked out: every other offset stays. */
export function withoutLinks(text: string): string {
  const gone = [...findUrls(text), ...findHashtags(text), ...findMentions(text)];
  let plain = text;
  for (const { start, end } of gone) {
    plain = plain.slice(0, start) + ' '.repeat(end - start) + plain.slice(end);
  }
  return plain;
}

/** The words of a text without links, hashtags and mentions. */
export function plainTokens(text: string): Token[] {
  return tokensOf(withoutLinks(text));
}
