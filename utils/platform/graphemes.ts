/** Emoji and graphemes: what a person sees as one character. */

const pictograph =
  '(?:[\\u00A9\\u00AE\\u2122\\u265F]\\uFE0F|(?![\\u00A9\\u00AE\\u2122\\u265F])\\p{ExtPict}(?!\\uFE0E))';
const tagged = '[\\u{E0020}-\\u{E007E}]+\\u{E007F}';
const one = `${pictograph}(?:\\p{EMod}\\uFE0F?|\\uFE0F|${tagged})?`;
const sequence = `[0-9#*]\\uFE0F?\\u20E3|\\p{RI}{2}|${one}(?:\\u200D(?:${one}|[♀♂⚕⚖✈❤]\\uFE0F?))*|\\p{EMod}`;

/** Every emoji sequence: keycaps, flags, skin tones, families. A text-style `©` or `☺︎` is none. */
export const emoji: RegExp = new RegExp(sequence, 'gu');

let segmenter: Intl.Segmenter | undefined;

/** How many graphemes `text` has, by Unicode's default rules. */
export function graphemes(text: string): number {
  // Latin letters and common punctuation form no clusters; this is most of what is counted.
  if (/^[\x20-\x7e\n\u00A0-\u02FF\u2010-\u2027]*$/.test(text)) return text.length;
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}
