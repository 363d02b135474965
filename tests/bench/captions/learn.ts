import { featureNames, usualRoom } from '../../../utils/caption/features.ts';
import { bestOf, together, type Weights, wordUnit, worths } from '../../../utils/caption/worth.ts';
import type { Article } from './articles.ts';
import { minimise, solve } from './numbers.ts';
import { rougeTokens } from './rouge.ts';

/** The lengths for which the ranker is taught, in words, and how much each counts: a summary, and a post on X. */
const taught = [
  { room: usualRoom, share: 1 },
  { room: 39, share: 0.3 },
];
/** Strength of the pull towards zero while learning marks, and towards the marks' weights while learning ROUGE. */
const pull = { marks: 3, rouge: 1 };
/** How sharply the better set is preferred, and how much ROUGE counts against the pull. */
const sharpness = 25;
const stake = 20;
const rounds = { marks: 12, rouge: 40 };
const togetherUnit = 0.1;

/**
 * Learns the ranker's numbers from articles, always the same from the same articles.
 *
 * First a logistic regression on the sentences that people marked. From there the numbers are moved so that of all
 * sets of the ten best sentences that fill the length those with a high ROUGE (mean of 1 and 2) are preferred
 * (minimum risk training). Settings were chosen by cross-validation within the training articles.
 */
export function learn(articles: readonly Article[]): Weights {
  const rows = articles.flatMap(({ traits }) => traits(usualRoom).rows);
  const marks = articles.flatMap(({ marked }) => marked);
  const marked = logistic(rows, marks);
  const spread = spreads(rows);
  const choices = taught.flatMap(({ room, share }) =>
    articles.flatMap((article) => choicesOf(article, marked, room, share) ?? []),
  );
  const size = featureNames.length;
  const sentenceOf = (moved: Float64Array): Float64Array =>
    marked.map((weight, k) => weight + (moved[k] ?? 0) / (spread[k] ?? 1));
  const risk = (moved: Float64Array): [number, Float64Array] => {
    const gradient = new Float64Array(size + 3);
    const sentence = sentenceOf(moved);
    const side = Array.from(moved.subarray(size), (one) => one * togetherUnit);
    let total = 0;
    for (const choice of choices) total += addRisk(choice, sentence, side, spread, gradient);
    for (let k = 0; k < moved.length; k += 1) {
      total += (pull.rouge / 2) * (moved[k] ?? 0) ** 2;
      gradient[k] = (gradient[k] ?? 0) + pull.rouge * (moved[k] ?? 0);
    }
    return [total, gradient];
  };
  const moved = minimise(risk, new Float64Array(size + 3), rounds.rouge);
  const [next = 0, alike = 0, orphan = 0] = Array.from(moved.subarray(size), (one) => one * togetherUnit);
  return { sentence: [...sentenceOf(moved)], together: [next, alike, orphan] };
}

/** Weights with as many digits as matter. */
export function rounded(weights: Weights): Weights {
  const short = (number: number): number => Math.round(number * 10_000) / 10_000;
  const [next, alike, orphan] = weights.together;
  return { sentence: weights.sentence.map(short), together: [short(next), short(alike), short(orphan)] };
}

/** Logistic regression with ridge, by Newton's method. */
function logistic(rows: readonly number[][], marks: readonly boolean[]): Float64Array {
  const size = featureNames.length;
  const weights = new Float64Array(size);
  for (let round = 0; round < rounds.marks; round += 1) {
    const slope = Array.from(weights, (weight) => -pull.marks * weight);
    const curve = Array.from({ length: size }, (_, k) => {
      const line = new Float64Array(size);
      line[k] = pull.marks;
      return line;
    });
    rows.forEach((row, at) => {
      const worth = sigmoid(row, weights);
      const miss = (marks[at] ? 1 : 0) - worth;
      const steep = Math.max(worth * (1 - worth), 1e-4);
      for (let k = 0; k < size; k += 1) {
        const trait = row[k] ?? 0;
        if (trait === 0) continue;
        slope[k] = (slope[k] ?? 0) + miss * trait;
        const line = curve[k] as Float64Array;
        for (let m = 0; m <= k; m += 1) line[m] = (line[m] ?? 0) + steep * trait * (row[m] ?? 0);
      }
    });
    const step = solve(curve, slope);
    let largest = 0;
    step.forEach((by, k) => {
      weights[k] = (weights[k] ?? 0) + by;
      largest = Math.max(largest, Math.abs(by));
    });
    if (largest < 1e-7) break;
  }
  return weights;
}

function sigmoid(row: readonly number[], weights: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < row.length; k += 1) sum += (row[k] ?? 0) * (weights[k] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

function spreads(rows: readonly number[][]): Float64Array {
  return Float64Array.from(featureNames, (_, k) => {
    const mean = rows.reduce((sum, row) => sum + (row[k] ?? 0), 0) / rows.length;
    const variance = rows.reduce((sum, row) => sum + ((row[k] ?? 0) - mean) ** 2, 0) / rows.length;
    return Math.sqrt(variance) || 1;
  });
}

/** One set of sentences that fills the length, the last one cut at it. */
export interface Filling {
  chosen: number[];
  /** Tokens of each that are told. */
  kept: number[];
}

/** Every set of these sentences that fills a length, the last one cut. Without enough words, all of them. */
export function fillings(words: readonly number[], pool: readonly number[], length: number): Filling[] {
  const found: Filling[] = [];
  const grow = (from: number, chosen: number[], kept: number[], used: number): void => {
    for (let turn = from; turn < pool.length; turn += 1) {
      const at = pool[turn] ?? 0;
      const some = Math.min(words[at] ?? 0, length - used);
      const [sets, parts] = [
        [...chosen, at],
        [...kept, some],
      ];
      if (used + some >= length) found.push({ chosen: sets, kept: parts });
      else grow(turn + 1, sets, parts, used + some);
    }
    if (from === pool.length && chosen.length > 0) found.push({ chosen, kept });
  };
  grow(0, [], [], 0);
  return found;
}

interface Choice {
  rows: number[][];
  /** How much it counts. */
  share: number;
  sets: (Filling & { rouge: number; side: readonly number[] })[];
}

function choicesOf(article: Article, marked: Float64Array, room: number, share: number): Choice | null {
  const traits = article.traits(room);
  const worth = worths(traits, { sentence: [...marked], together: [0, 0, 0] });
  const score = scorer(article);
  const sets = fillings(traits.words, bestOf(traits, worth), room).map((filling) => ({
    ...filling,
    rouge: score(filling),
    side: together(traits, filling.chosen),
  }));
  return sets.length < 2 ? null : { rows: traits.rows, share, sets };
}

/** Mean of ROUGE-1 and ROUGE-2 of a filling; as `rouge`, but with what never changes counted once. */
function scorer({ tokens, summary }: Article): (filling: Filling) => number {
  const words = rougeTokens(summary.join(' '));
  const counts = new Map<string, number>();
  words.forEach((word, at) => {
    counts.set(word, (counts.get(word) ?? 0) + 1);
    if (at === 0) return;
    const pair = `${words[at - 1]} ${word}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  });
  return ({ chosen, kept }) => {
    const told = chosen.flatMap((at, turn) => (tokens[at] ?? []).slice(0, kept[turn]));
    const used = new Map<string, number>();
    const hit = (what: string): number => {
      const count = used.get(what) ?? 0;
      if (count >= (counts.get(what) ?? 0)) return 0;
      used.set(what, count + 1);
      return 1;
    };
    let [single, pairs] = [0, 0];
    told.forEach((word, at) => {
      single += hit(word);
      if (at > 0) pairs += hit(`${told[at - 1]} ${word}`);
    });
    const size = told.length + words.length;
    return single / size + pairs / Math.max(1, size - 2);
  };
}

/** Adds one article's part to the gradient; gives its part of the risk: minus the ROUGE to be expected. */
function addRisk(
  { rows, share, sets }: Choice,
  sentence: Float64Array,
  side: readonly number[],
  spread: Float64Array,
  gradient: Float64Array,
): number {
  const worth = rows.map((row) => sigmoid(row, sentence));
  const scores = sets.map((set) => {
    let sum = 0;
    set.chosen.forEach((at, turn) => {
      sum += ((worth[at] ?? 0) * (set.kept[turn] ?? 0)) / wordUnit;
    });
    for (let k = 0; k < 3; k += 1) sum += (set.side[k] ?? 0) * (side[k] ?? 0);
    return sum * sharpness;
  });
  const top = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
  const odds = scores.map((score) => Math.exp(score - top));
  const all = odds.reduce((sum, one) => sum + one, 0);
  const expected = odds.reduce((sum, one, at) => sum + (one / all) * (sets[at]?.rouge ?? 0), 0);
  const byWorth = new Float64Array(rows.length);
  sets.forEach((set, at) => {
    const lean = (-stake * share * sharpness * (odds[at] ?? 0) * (set.rouge - expected)) / all;
    if (Math.abs(lean) < 1e-9) return;
    set.chosen.forEach((place, turn) => {
      byWorth[place] = (byWorth[place] ?? 0) + (lean * (set.kept[turn] ?? 0)) / wordUnit;
    });
    for (let k = 0; k < 3; k += 1) {
      const where = featureNames.length + k;
      gradient[where] = (gradient[where] ?? 0) + lean * (set.side[k] ?? 0) * togetherUnit;
    }
  });
  rows.forEach((row, at) => {
    const much = (byWorth[at] ?? 0) * (worth[at] ?? 0) * (1 - (worth[at] ?? 0));
    if (much === 0) return;
    for (let k = 0; k < row.length; k += 1)
      gradient[k] = (gradient[k] ?? 0) + (much * (row[k] ?? 0)) / (spread[k] ?? 1);
  });
  return -stake * share * expected;
}
