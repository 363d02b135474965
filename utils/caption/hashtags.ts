import { findUrls } from '../platform/urls.ts';
import { tagKey } from './house.ts';

/** A hashtag as it stands in a text, "#" included; `start` and `end` are UTF-16 offsets. */
export interface FoundHashtag {
  tag: string;
  start: number;
  end: number;
}

const letter = '\\p{L}\\p{M}';
const body = `[${letter}\\p{Nd}_\\u200C\\u200D\\uA67E\\u05BE\\u05F3\\u05F4\\uFF5E\\u301C\\u309B\\u309C\\u30A0\\u30FB\\u3003\\u0F0B\\u0F0C\\u00B7]`;
const hashtag = new RegExp(
  `(?<=^|[^&${letter}\\p{Nd}_]|\\uFE0E|\\uFE0F)(?<![&${letter.replace('\\p{M}', '')}\\p{Nd}_])[#＃](?!\\uFE0F|\\u20E3)(${body}*[${letter}]${body}*)`,
  'gu',
);

/** The hashtags in a text, as X finds them (twitter-text); none inside an address. */
export function findHashtags(text: string): FoundHashtag[] {
  const urls = findUrls(text);
  const found: FoundHashtag[] = [];
  for (const match of text.matchAll(hashtag)) {
    const start = match.index;
    const end = start + match[0].length;
    if (/^(?:[#＃]|:\/\/)/.test(text.slice(end))) continue;
    if (urls.some((url) => start < url.end && end > url.start)) continue;
    found.push({ tag: match[0], start, end });
  }
  return found;
}

/** As many hashtags as an official is offered, the ones in the text included. */
const mostOffered = 8;

/**
 * Hashtags for a release, with "#", best first: the city's own, then what the release is about, then the city's
 * further ones. What the official took up before comes before what they never did, the city's own stays first. No
 * common nouns, no names of people.
 *
 * @param taken how often the official took up a hashtag, by `tagKey`
 */
export function suggestHashtags(
  topics: readonly string[],
  city: readonly string[],
  taken: Readonly<Record<string, number>> = {},
): string[] {
  const own = city.map((tag) => `#${tag.replace(/^[#＃]+/u, '')}`).filter(isHashtag);
  const others = [...topics.filter(isHashtag), ...own.slice(1)];
  const liked = (tag: string): number => taken[tagKey(tag)] ?? 0;
  const all = [...own.slice(0, 1), ...others.sort((a, b) => liked(b) - liked(a))];
  return all.filter((tag, i) => all.findIndex((other) => same(other, tag)) === i).slice(0, mostOffered);
}

function isHashtag(tag: string): boolean {
  const [found] = findHashtags(tag);
  return found !== undefined && found.start === 0 && found.end === tag.length;
}

/** The text with a hashtag at its end, unless it has it already, whatever its case. `tag` may lack its "#". */
export function addHashtag(text: string, tag: string): string {
  const wanted = tag.startsWith('#') ? tag : `#${tag}`;
  if (findHashtags(text).some((found) => same(found.tag, wanted))) return text;
  const body = text.trimEnd();
  return body === '' ? wanted : `${body} ${wanted}`;
}

/** The text without a hashtag wherever it stands, and without the gap it leaves. Other words stay untouched. */
export function removeHashtag(text: string, tag: string): string {
  const wanted = tag.startsWith('#') ? tag : `#${tag}`;
  let kept = text;
  for (const { tag: found, start, end } of findHashtags(text).reverse()) {
    if (!same(found, wanted)) continue;
    kept = joined(kept.slice(0, start), kept.slice(end));
  }
  return kept;
}

/** What stood before and behind a tag, with one gap where it left two. */
function joined(before: string, after: string): string {
  if (after.trim() === '') return before.trimEnd();
  if (before.trim() === '') return after.trimStart();
  const left = /\s+$/u.exec(before)?.[0] ?? '';
  if (left === '') return before + after;
  const right = /^\s+/u.exec(after)?.[0] ?? '';
  // Behind a tag at the head of its line the rest moves up; the tag's own line goes with it.
  if (right.includes('\n'))
    return (
      before.slice(0, -left.length) +
      (left.includes('\n') && left.length > right.length ? left : right) +
      after.slice(right.length)
    );
  return /^[.,;:!?)]/u.test(after)
    ? before.slice(0, -left.length) + after
    : before + after.slice(right.length);
}

function same(a: string, b: string): boolean {
  return a.replace('＃', '#').toLowerCase() === b.toLowerCase();
}
