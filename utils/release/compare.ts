import { foldText } from '../source/fold.ts';
import type { PublishedDate } from '../source/source.ts';

/**
 * What of a release's text counts when it is compared with an earlier reading. A city's pages move by themselves:
 * view counters count, lists of related news rotate, an editor's program turns quotes into other quotes. None of
 * that is the city saying something else.
 */

const HOUR = 3_600_000;
/** Indonesia's clocks differ by two hours, and a day in one source may be a time in another. */
const HALF_KNOWN_MS = 36 * HOUR;
/** Feeds were seen that date every item with the moment they were asked. */
const NOW_MS = 2 * 60_000;

/** The same letters for what looks the same, and no white space at all: where a line breaks says nothing. */
export function textKey(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u201a\u201b\u00b4\u02bc`]/g, "'")
    .replace(/[\u201c-\u201f\u00ab\u00bb]|''/g, '"')
    .replace(/[\u2010-\u2015\u2212]|--+/g, '-')
    .replace(/\s+/g, '');
}

/** A part of a line of data about the article, such as "Dilihat: 1.234 kali" or "5 menit yang lalu". */
const NUMBER = String.raw`[\d.,]+\s*(?:k|m|rb|ribu|jt|juta)?\s*\+?`;
const COUNTED =
  '(?:x|kali|orang|times?)?\\s*(?:telah\\s+)?(?:dilihat|dibaca|views?|viewed|hits?|reads?|pembaca|pengunjung|tayangan|komentar|comments?|likes?|suka|shares?|dibagikan|reaksi)';
const COUNTERS: readonly RegExp[] = [
  new RegExp(
    `^(?:telah\\s+|jumlah\\s+|post\\s+|total\\s+)?(?:dilihat|dibaca|views?|viewed|hits?|reads?|pembaca|pengunjung|tayangan|komentar|comments?|likes?|suka|shares?|dibagikan|reaksi)\\s*[:=(]?\\s*(?:sebanyak\\s+)?${NUMBER}\\s*(?:x|kali|orang|times?|views?)?\\)?$`,
    'i',
  ),
  new RegExp(`^${NUMBER}\\s*${COUNTED}$`, 'i'),
  /^\d+\s*(?:detik|menit|jam|hari|minggu|pekan|bulan|tahun|seconds?|minutes?|mins?|hours?|days?|weeks?|months?|years?)\s*(?:yang\s+)?(?:lalu|ago)$/i,
  /^(?:terakhir\s+)?(?:diperbarui|di-?update|last\s+updated?|updated)\b.{0,60}$/i,
];

/** A line that leads to other articles. */
const READ_ALSO =
  /^(?:•\s*)?(?:baca|simak|lihat|tonton|read|see)\s+(?:juga|pula|lagi|selengkapnya|also|more)\b|^also\s+read\b/i;
/** A heading above such lines. */
const RELATED_HEADING =
  /^(?:(?:berita|artikel|rilis|kabar|postingan|info)\s+(?:lainnya|terkait|terbaru|terkini|populer|terpopuler|sebelumnya|selanjutnya|serupa)|terkait|related(?:\s+(?:posts?|articles?|news|stories))?|you\s+(?:may|might)\s+also\s+like|(?:most\s+)?popular(?:\s+posts?)?|recent\s+posts?|bagikan(?:\s+(?:ini|artikel))?|share(?:\s+this)?|like\s+this|menyukai\s+ini)\s*[:.]?$/i;

/**
 * The paragraphs that are the release's own, in order, as keys.
 * @param titles keys of the titles of other releases of the source: a paragraph that is one of them is a link to it
 */
function ownParagraphs(paragraphs: readonly string[], titles: ReadonlySet<string> = new Set()): string[] {
  const kept: string[] = [];
  let related = false;
  for (const paragraph of paragraphs) {
    const line = foldText(paragraph).replace(/^•\s*/, '');
    if (RELATED_HEADING.test(line)) {
      related = true;
      continue;
    }
    // Below such a heading stand links; a sentence, which ends like one, is text again.
    if (related && line.length <= 200 && !/[.!?]["”'’)]*$/.test(line)) continue;
    related = false;
    const own = withoutCounters(line);
    if (!own || READ_ALSO.test(line) || titles.has(textKey(line))) continue;
    kept.push(textKey(own));
  }
  return kept;
}

/** Only short lines can be data about the article; a sentence that tells of 5,000 visitors is the release's own. */
function withoutCounters(line: string): string {
  if (line.length > 160) return line;
  const parts = line.split(/\s*[|•·]\s*/);
  return parts.filter((part) => !COUNTERS.some((counter) => counter.test(part))).join('|');
}

/** Whether two readings of a body say the same. */
export function isSameText(
  a: readonly string[],
  b: readonly string[],
  titles: ReadonlySet<string> = new Set(),
): boolean {
  if (a.length === b.length && a.every((paragraph, index) => paragraph === b[index])) return true;
  return ownParagraphs(a, titles).join('') === ownParagraphs(b, titles).join('');
}

/** Whether two titles say the same: a listing cuts long ones short. */
export function isSameTitle(a: string, b: string): boolean {
  const [one, two] = [textKey(a), textKey(b)];
  return one === two || isCutOf(one, two) || isCutOf(two, one);
}

function isCutOf(cut: string, whole: string): boolean {
  const head = /^(.{20,}?)\.{3,}$/s.exec(cut)?.[1];
  return head !== undefined && whole.startsWith(head);
}

/**
 * Whether a body changed for good, given two readings of it taken one right after the other. What differs between
 * those two (a counter, links chosen by lot) moves by itself; what both have in common and the earlier text does
 * not is the city's.
 */
export function isSettledChange(
  before: readonly string[],
  first: readonly string[],
  second: readonly string[],
  titles: ReadonlySet<string> = new Set(),
): boolean {
  const [old, one, two] = [before, first, second].map((text) => ownParagraphs(text, titles)) as [
    string[],
    string[],
    string[],
  ];
  if (one.join('') === two.join('')) return old.join('') !== one.join('');
  // A page that was broken for a moment.
  if (old.join('') === two.join('')) return false;
  const moving = new Set([...without(one, two), ...without(two, one)]);
  const added = without(one, old).filter((paragraph) => !moving.has(paragraph));
  if (added.length > 0) return true;
  // Gone, and nothing that moves stands in its place.
  const gone = without(old, one).length - without(one, old).length;
  return gone > 0;
}

/** The paragraphs of `a` that `b` has not, as often as they are missing there. */
function without(a: readonly string[], b: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const paragraph of b) left.set(paragraph, (left.get(paragraph) ?? 0) + 1);
  return a.filter((paragraph) => {
    const count = left.get(paragraph) ?? 0;
    if (count > 0) left.set(paragraph, count - 1);
    return count === 0;
  });
}

/**
 * Whether the city gave a release another date. A date that was unknown before is no change, nor is a day that is
 * now told to the minute.
 */
export function isOtherDate(before: PublishedDate | null, after: PublishedDate | null): boolean {
  if (!before || !after) return false;
  const apart = Math.abs(before.at - after.at);
  if (before.precision !== after.precision) return apart > HALF_KNOWN_MS;
  return before.precision === 'day' ? apart > 0 : apart >= 60_000;
}

/** Whether a date is just the moment at which the feed was asked: it is believed when it still stands next time. */
export function isJustNow(date: PublishedDate | null, now: number): boolean {
  return date?.precision === 'time' && Math.abs(now - date.at) < NOW_MS;
}
