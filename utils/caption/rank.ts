import { figureMark, invitationMark } from './marks.ts';
import { withFullNames } from './names.ts';
import type { Reading, Sentence } from './reading.ts';

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

const stop = new Set(
  (
    'yang dan di ke dari untuk pada dengan oleh dalam ini itu adalah akan juga telah sudah para saat serta atau agar ' +
    'tersebut sebagai antara bagi hingga secara bisa dapat tidak ada the of and to in on for at a an is was with by from'
  ).split(' '),
);

/** Lower-case words that carry meaning. */
export function contentWords(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\d][\p{L}\d.-]*[\p{L}\d]/gu) ?? []).filter(
    (word) => !stop.has(word) && word.length > 2,
  );
}

/**
 * The sentences of a release that can stand alone, best first: near the start, sharing words with the title, with
 * facts (figures, places, names), neither very short nor endless. Ties keep the release's order.
 */
export function rankSentences(reading: Reading): Ranked[] {
  const title = new Set(contentWords(reading.title));
  const ranked: Ranked[] = [];
  for (const sentence of reading.sentences) {
    if (!sentence.alone || sentence.quoting) continue;
    const text = withFullNames(sentence.text, reading.people);
    if (text === null) continue;
    ranked.push({ sentence, text, score: score(sentence, text, title) });
  }
  return ranked.sort((a, b) => b.score - a.score || a.sentence.at - b.sentence.at);
}

function score(sentence: Sentence, text: string, title: ReadonlySet<string>): number {
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
  const place = 1 / (1 + sentence.at / 3);
  const facts = (/\d/.test(text) ? 0.15 : 0) + (/ (?:di|ke|at|in) \p{Lu}/u.test(text) ? 0.1 : 0);
  const call = (invitationMark(text) > 0 ? 0.35 : 0) + (figureMark(text) > 0 ? 0.1 : 0);
  const length = words < 7 ? -0.3 : words > 45 ? -0.4 : words > 35 ? -0.15 : 0;
  return 1.2 * place + 1.1 * shared + facts + call + length + foreign + adding + fleeting + thanks + aside;
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
