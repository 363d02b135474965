import type { Telling } from './angles.ts';
import { fullName } from './people.ts';
import type { Quote } from './quotes.ts';
import type { Reading } from './reading.ts';
import { splitSentences } from './sentences.ts';
import { houseStyle } from './style.ts';

/**
 * The angle of the words that the official selected in a release: exactly those, as a quotation with its speaker where
 * somebody says them. Where a network has no room for all, whole sentences of them from the first.
 * @param words as they stand in the release, from `wordsIn`
 */
export function tellSelected(words: string, reading: Reading): Telling {
  const quote = quoteOf(words, reading.quotes);
  const said = quote ? bare(words) : words.trim();
  const sentences = splitSentences(said, true);
  const bodies: string[] = [];
  for (let count = sentences.length; count > 0; count -= 1) {
    const part = count === sentences.length ? said : sentences.slice(0, count).join(' ');
    bodies.push(quote ? attributed(part, quote) : part);
  }
  return { angle: 'selection', bodies: bodies.length > 0 ? bodies : [said] };
}

/** The quotation that these words are of; words with their own quotation marks inside speak for themselves. */
function quoteOf(words: string, quotes: readonly Quote[]): Quote | null {
  const said = plain(bare(words));
  if (said.length < 8 || /[“”"]/u.test(bare(words))) return null;
  return quotes.find(({ sentences }) => plain(sentences.join(' ')).includes(said)) ?? null;
}

/** Without quotation marks around them, and what only ties them to their speaker. */
const bare = (words: string): string =>
  words
    .trim()
    .replace(/^[“"‘']+|[”"’']+$/gu, '')
    .replace(/,$/u, '')
    .trim();

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** `“…,” kata Wali Kota Bogor Bima Arya.` */
function attributed(said: string, { verb, speaker }: Quote): string {
  const mark = /[!?…]$/u.test(said) ? '' : ',';
  return `“${said.replace(/[.,]$/u, '')}${mark}” ${verb} ${houseStyle(fullName(speaker))}.`;
}
