import type { Telling } from './angles.ts';
import { shorten } from './compress.ts';
import { glossed, namedIn, onceMore, titleSentence } from './forms.ts';
import { withFullNames } from './names.ts';
import type { Person } from './people.ts';
import type { Quotable } from './quoting.ts';
import { overlap, type Ranked, worthTelling } from './rank.ts';
import type { Reading, Sentence } from './reading.ts';
import { withSayer } from './sayer.ts';
import type { Vary } from './vary.ts';

/** The longest point, in characters: a line or two on a phone. */
const longestPoint = 170;
const mostPoints = 4;
const fewestPoints = 3;

/**
 * A heading and two to four facts, in the release's order. By seed the facts and their forms vary and a quotation may
 * stand last; the best fact is always there.
 */
export function tellPoints(
  reading: Reading,
  ranked: readonly Ranked[],
  quotes: readonly Quotable[],
  vary: Vary,
): Telling | null {
  const title = titleSentence(reading)?.replace(/\.$/u, '');
  if (title === undefined || title.length > 200) return null;
  const pool: Sentence[] = [];
  const told: string[] = [];
  for (const { sentence, text, score } of ranked) {
    if (pool.length === mostPoints + 3 || score < worthTelling) break;
    const first = shorten(text).find((line) => line.length <= longestPoint);
    if (first === undefined || told.some((one) => overlap(one, first) > 0.6) || overlap(title, first) > 0.95)
      continue;
    told.push(first);
    pool.push(sentence);
  }
  const [best, ...rest] = pool;
  if (best === undefined || rest.length === 0) return null;
  const count = vary.one('how many', [mostPoints, fewestPoints, mostPoints]) - 1;
  const chosen = [best, ...vary.some('points', rest, count)].sort((a, b) => a.at - b.at);
  const points = lines(chosen, reading, vary);
  const quote = quotes.flatMap(({ bodies }) => bodies).find((body) => body.length <= longestPoint);
  const all = pool.length < fewestPoints ? [true] : [false, true];
  const quoted = quote !== undefined && vary.one('quote', all) ? [quote.replace(/\.$/u, '')] : [];
  // Two lines are no list: the summary says them better.
  if (pool.length + (quote === undefined ? 0 : 1) < fewestPoints || points.length + quoted.length < 2)
    return null;
  return { angle: 'points', bodies: [title], points: [...points, ...quoted] };
}

function lines(sentences: readonly Sentence[], reading: Reading, vary: Vary): string[] {
  const known = new Set<Person>();
  return sentences.flatMap((sentence, i) => {
    const named = withFullNames(sentence.text, reading.people, known);
    if (named === null) return [];
    const text = onceMore(named, known, reading);
    const later = sentences.slice(i + 1).map((one) => one.text);
    const full = glossed(text, later);
    const forms = (full === null ? shorten(text) : [full])
      .map((form) => withSayer(form, sentence.sayer, reading.language))
      .filter((one) => one.length <= longestPoint);
    if (forms.length === 0) return [];
    const line = vary.one(`form ${i}`, forms);
    for (const one of namedIn(line, reading)) known.add(one);
    return [line.replace(/\.$/u, '')];
  });
}
