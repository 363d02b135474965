import type { Checked, Finding, Mark } from './check.ts';
import type { DraftReading } from './reading/draft.ts';
import { partsOf, segmented } from './reading/hashtag-parts.ts';
import { unfortunate } from './reading/unfortunate.ts';

/** From so many letters on a hashtag in lower case alone is hard to read, also for a screen reader. */
const longest = 12;

/** Hashtags that do not work or read wrongly: only digits, cut by a sign, words that run together, accents. */
export function oddHashtag({ text, facts }: Checked, { hashtags }: DraftReading): Finding[] {
  const found: Finding[] = [];
  const digits = [...text.matchAll(/(?<![\p{L}\p{N}_&/])[#＃]\d+(?![\p{L}\p{N}_])/gu)]
    // "#1" is how a rank is written; from four digits on a year was meant to be a hashtag.
    .filter((match) => match[0].length >= 5)
    .map(spanOf);
  if (digits.length > 0) found.push(finding('hashtagDigits', digits, []));

  for (const { tag, start, end } of hashtags) {
    const tail = /^[-’'.&/+](?=[\p{L}\p{N}])[\p{L}\p{N}’'.&/+-]*[\p{L}\p{N}]/u.exec(text.slice(end))?.[0];
    if (tail !== undefined) {
      const mended =
        tag +
        tail
          .split(/[^\p{L}\p{N}]+/u)
          .map(capital)
          .join('');
      found.push(
        finding(
          'hashtagBroken',
          [{ start, end: end + tail.length }],
          [put(text, start, end + tail.length, mended)],
        ),
      );
      continue;
    }
    const word = unfortunate(tag, partsOf(tag), segmented(tag.slice(1), facts));
    if (word !== null) {
      found.push({
        ...finding('hashtagUnfortunate', [{ start, end }], []),
        reason: { key: 'hashtagUnfortunate', args: [word] },
      });
      continue;
    }
    const readable = easier(tag, facts);
    if (readable !== null) {
      found.push(
        finding(
          'hashtagHardToRead',
          [{ start, end }],
          readable === tag ? [] : [put(text, start, end, readable)],
        ),
      );
    }
  }
  for (const match of text.matchAll(/(?<![\p{L}\p{N}_&/])[#＃]\s+(?=\p{L})/gu)) {
    const end = match.index + match[0].length;
    // A line that opens with "# " is a heading to some; within a line it is a slip.
    if (/(?:^|\n)$/u.test(text.slice(0, match.index))) continue;
    found.push(finding('hashtagBroken', [{ start: match.index, end }], [put(text, match.index, end, '#')]));
  }
  const glued = /[#＃][\p{L}\p{N}_]+(?=[#＃]\p{L})/gu;
  for (const match of text.matchAll(glued)) {
    const at = match.index + match[0].length;
    found.push(finding('hashtagBroken', [{ start: at, end: at + 1 }], [put(text, at, at, ' ')]));
  }
  return found;
}

function finding(
  key: 'hashtagDigits' | 'hashtagBroken' | 'hashtagHardToRead' | 'hashtagUnfortunate',
  marks: readonly Mark[],
  texts: readonly string[],
): Finding {
  const reason = key === 'hashtagUnfortunate' ? { key, args: [''] as [string] } : { key, args: [] as [] };
  return { severity: 'warn', reason, marks, mends: texts.map((text) => ({ key: 'mendHashtag', text })) };
}

const spanOf = (match: RegExpMatchArray): Mark => ({
  start: match.index ?? 0,
  end: (match.index ?? 0) + match[0].length,
});
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const put = (text: string, start: number, end: number, word: string): string =>
  text.slice(0, start) + word + text.slice(end);

/** A hashtag as a reader and a screen reader take it in; itself where that cannot be told; null where it is fine. */
function easier(tag: string, facts: Checked['facts']): string | null {
  const bare = tag
    .replace(/[\u0300-\u036f]|\p{M}/gu, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC');
  if (bare !== tag && /\p{Script=Latin}/u.test(tag)) return bare;
  const letters = tag.slice(1);
  if (letters.length < longest || !/^[\p{Ll}\d]+$/u.test(letters)) return null;
  const words = segmented(letters.replace(/\d+$/u, ''), facts);
  if (words === null) return tag;
  if (words.length < 2) return null;
  return `#${words.map(capital).join('')}${/\d+$/u.exec(letters)?.[0] ?? ''}`;
}
