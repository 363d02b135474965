import { emoji } from './graphemes.ts';
import { findUrls } from './urls.ts';

/** What an address counts, whatever its length (twitter-text, transformedURLLength). */
const urlWeight = 23;

/**
 * X's length of a text, by twitter-text's configuration v3: NFC; code points of Latin and most alphabets and
 * general punctuation weigh 1, others 2; an emoji sequence 2; an address 23. The limit is 280.
 *
 * @param discountEmoji false counts each code point of an emoji, as configuration v2 did
 */
export function weightedLength(text: string, discountEmoji = true): number {
  const normal = text.normalize('NFC');
  let length = 0;
  let at = 0;
  for (const { start, end } of findUrls(normal)) {
    length += plainWeight(normal.slice(at, start), discountEmoji) + urlWeight;
    at = end;
  }
  return length + plainWeight(normal.slice(at), discountEmoji);
}

function plainWeight(text: string, discountEmoji: boolean): number {
  let length = 0;
  const rest = discountEmoji
    ? text.replace(emoji, () => {
        length += 2;
        return '';
      })
    : text;
  for (const char of rest) length += light(char.codePointAt(0) ?? 0) ? 1 : 2;
  return length;
}

function light(code: number): boolean {
  return (
    code <= 0x10ff ||
    (code >= 0x2000 && code <= 0x200d) ||
    (code >= 0x2010 && code <= 0x201f) ||
    (code >= 0x2032 && code <= 0x2037)
  );
}
