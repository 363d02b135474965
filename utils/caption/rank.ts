import { shallow } from './cues.ts';
import { type Traits, traitsOf, usualRoom } from './features.ts';
import { figureMark, invitationMark } from './marks.ts';
import { withFullNames } from './names.ts';
import { perReading } from './per-reading.ts';
import { weights } from './rank-weights.ts';
import type { Reading, Sentence } from './reading.ts';
import { chooseSentences, worths } from './worth.ts';

/** A sentence that may be told by itself, with names in full, and how much of the news it carries. */
export interface Ranked {
  sentence: Sentence;
  /** The sentence with full names, in house style. */
  text: string;
  /** Higher is more of the news; only its order counts. */
  score: number;
}

/** Below this score a sentence is not worth a line of a caption. */
export const worthTelling = 0.45;

/** Lower-case words that carry meaning. */
export function contentWords(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\d][\p{L}\d.-]*[\p{L}\d]/gu) ?? []).filter(
    (word) => !shallow.has(word) && word.length > 2,
  );
}

/**
 * The sentences of a release that can stand alone, best first: those that carry the news as summaries tell it (what
 * the ranker learnt), share words with the title, and have what a caption lives on (figures, places, something to
 * come), neither very short nor endless. Ties keep the release's order.
 */
export const rankSentences = perReading((reading): readonly Ranked[] => {
  const title = new Set(contentWords(reading.title));
  const worth = worths(traitsFor(reading), weights);
  const ranked: Ranked[] = [];
  for (const sentence of reading.sentences) {
    if (!sentence.alone || sentence.quoting) continue;
    const text = withFullNames(sentence.text, reading.people);
    if (text === null) continue;
    ranked.push({ sentence, text, score: score(sentence, text, title, worth[sentence.at] ?? 0) });
  }
  return ranked.sort((a, b) => b.score - a.score || a.sentence.at - b.sentence.at);
});

/** By the room in words: every wording of a release asks for the same few. */
const traitsKnown = new WeakMap<Reading, Map<number, Traits>>();

function traitsFor(reading: Reading, room = usualRoom): Traits {
  const known = traitsKnown.get(reading) ?? new Map<number, Traits>();
  traitsKnown.set(reading, known);
  const before = known.get(room);
  if (before) return before;
  const lines = reading.sentences.map(({ text, block }) => ({ text, paragraph: block }));
  const traits = traitsOf(lines, reading.title, room);
  known.set(room, traits);
  return traits;
}

/**
 * The learnt worth with its ends drawn in (a quarter of its log odds): a release's later sentences hardly ever are in
 * a summary, but among them some make a better point, invitation or figure than others.
 */
function softened(worth: number): number {
  return 1 / (1 + (1 / worth - 1) ** 0.25);
}

function score(sentence: Sentence, text: string, title: ReadonlySet<string>, worth: number): number {
  const words = text.split(' ').length;
  const shared = new Set(contentWords(text).filter((word) => title.has(word))).size / Math.max(1, title.size);
  const foreign = shared === 0 && title.size > 3 ? -0.3 : 0;
  // True only on the day itself, or no news: thanks, and asides such as "PBI kata Sita, baru saja …".
  const fleeting =
    /(?<!\p{L})(?:hari ini|besok|kemarin|tadi|malam ini|nanti malam|today|tomorrow|yesterday)(?!\p{L})/iu.test(
      text,
    )
      ? -1
      : 0;
  const thanks = /(?:mengucapkan|menyampaikan) (?:ucapan )?terima ?kasih|thanked|^Semoga /iu.test(text)
    ? -0.5
    : 0;
  const aside = /\p{L} kata \p{Lu}/u.test(text) ? -0.5 : 0;
  const adding = /(?:menambahkan|melanjutkan|added),? /iu.test(text) ? -0.3 : 0;
  // A release opens with its news; drawn in, the learnt worth of two good sentences does not tell them apart.
  const opens = sentence.at === 0 ? 0.2 : 0;
  const facts = (/\d/.test(text) ? 0.15 : 0) + (/ (?:di|ke|at|in) \p{Lu}/u.test(text) ? 0.1 : 0);
  const call = (invitationMark(text) > 0 ? 0.35 : 0) + (figureMark(text) > 0 ? 0.1 : 0);
  const length = words < 7 ? -0.3 : words > 45 ? -0.4 : words > 35 ? -0.15 : 0;
  return (
    1.2 * softened(worth) +
    opens +
    1.1 * shared +
    facts +
    call +
    length +
    foreign +
    adding +
    fleeting +
    thanks +
    aside
  );
}

/** Words of Indonesian or English take about so many characters, with the space behind them. */
const charactersPerWord = 7.2;

/**
 * The sentences that make the best summary of a room in characters, as the ranker learnt it: whole, in the release's
 * order.
 *
 * @param ranked the sentences that may be told
 * @param always one of them that is told in any case
 */
export function bestTogether(
  reading: Reading,
  ranked: readonly Ranked[],
  always: Ranked,
  room: number,
): Ranked[] {
  const traits = traitsFor(reading, room / charactersPerWord);
  const byPlace = new Map(ranked.map((one) => [one.sentence.at, one]));
  const lengths = reading.sentences.map(({ at }) => (byPlace.get(at)?.text.length ?? 0) + 1);
  return chooseSentences(traits, weights, lengths, room + 1, {
    usable: (at) => byPlace.has(at),
    always: always.sentence.at,
  }).flatMap((at) => byPlace.get(at) ?? []);
}

/** How much of the words of the shorter text stand in the other, 0 to 1. */
export function overlap(a: string, b: string): number {
  const [x, y] = [new Set(contentWords(a)), new Set(contentWords(b))];
  const [small, large] = x.size <= y.size ? [x, y] : [y, x];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const word of small) if (large.has(word)) shared += 1;
  return shared / small.size;
}
