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

function sigmoid(row: ArrayLike<number>, weights: Float64Array): number {
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

/**
 * The sets of one article for one length, end to end in arrays of numbers: there are some hundred for each of thousands
 * of articles, and the search reads all of them each time.
 */
interface Choice {
  rows: Float64Array[];
  /** How much it counts. */
  share: number;
  /** Where the sentences of each set start, and behind the last where they end. */
  starts: Uint32Array;
  chosen: Uint16Array;
  kept: Uint16Array;
  /** Per set. */
  rouge: Float64Array;
  /** Three per set: what `together` makes of it. */
  side: Float64Array;
}

function choicesOf(article: Article, marked: Float64Array, room: number, share: number): Choice | null {
  const traits = article.traits(room);
  const worth = worths(traits, { sentence: [...marked], together: [0, 0, 0] });
  const score = scorer(article);
  const sets = fillings(traits.words, bestOf(traits, worth), room);
  if (sets.length < 2) return null;
  const starts = new Uint32Array(sets.length + 1);
  sets.forEach(({ chosen }, at) => {
    starts[at + 1] = (starts[at] ?? 0) + chosen.length;
  });
  return {
    rows: traits.rows.map((row) => Float64Array.from(row)),
    share,
    starts,
    chosen: Uint16Array.from(sets.flatMap(({ chosen }) => chosen)),
    kept: Uint16Array.from(sets.flatMap(({ kept }) => kept)),
    rouge: Float64Array.from(sets, score),
    side: Float64Array.from(sets.flatMap(({ chosen }) => together(traits, chosen))),
  };
}

/** Mean of ROUGE-1 and ROUGE-2 of a filling; as `rouge`, but with what never changes counted once. */
function scorer({ tokens, summary }: Article): (filling: Filling) => number {
  const words = rougeTokens(summary.join(' '));
  const places = new Map([...new Set(words)].map((word, place) => [word, place]));
  const width = places.size;
  // How often the summary has each word, and each word behind another.
  const counts = new Uint16Array(width);
  const pairCounts = new Uint16Array(width * width);
  words.forEach((word, at) => {
    const place = places.get(word) ?? 0;
    counts[place] = (counts[place] ?? 0) + 1;
    if (at === 0) return;
    const pair = (places.get(words[at - 1] ?? '') ?? 0) * width + place;
    pairCounts[pair] = (pairCounts[pair] ?? 0) + 1;
  });
  // -1 for a word that the summary does not have.
  const placed = tokens.map((sentence) => Int32Array.from(sentence, (word) => places.get(word) ?? -1));
  const [left, pairsLeft] = [new Uint16Array(width), new Uint16Array(width * width)];
  return ({ chosen, kept }) => {
    left.set(counts);
    pairsLeft.set(pairCounts);
    let [single, pairs, told, last] = [0, 0, 0, -1];
    for (let turn = 0; turn < chosen.length; turn += 1) {
      const sentence = placed[chosen[turn] ?? -1] ?? new Int32Array();
      const end = Math.min(sentence.length, kept[turn] ?? 0);
      told += end;
      for (let at = 0; at < end; at += 1) {
        const place = sentence[at] ?? -1;
        if (place >= 0) {
          const more = left[place] ?? 0;
          if (more > 0) {
            left[place] = more - 1;
            single += 1;
          }
          const pair = last * width + place;
          const morePairs = last >= 0 ? (pairsLeft[pair] ?? 0) : 0;
          if (morePairs > 0) {
            pairsLeft[pair] = morePairs - 1;
            pairs += 1;
          }
        }
        last = place;
      }
    }
    const size = told + words.length;
    return single / size + pairs / Math.max(1, size - 2);
  };
}

/** Adds one article's part to the gradient; gives its part of the risk: minus the ROUGE to be expected. */
function addRisk(
  { rows, share, starts, chosen, kept, rouge, side: sides }: Choice,
  sentence: Float64Array,
  side: readonly number[],
  spread: Float64Array,
  gradient: Float64Array,
): number {
  const worth = Float64Array.from(rows, (row) => sigmoid(row, sentence));
  const sets = rouge.length;
  const odds = new Float64Array(sets);
  let top = Number.NEGATIVE_INFINITY;
  for (let set = 0; set < sets; set += 1) {
    let sum = 0;
    for (let turn = starts[set] ?? 0; turn < (starts[set + 1] ?? 0); turn += 1)
      sum += ((worth[chosen[turn] ?? 0] ?? 0) * (kept[turn] ?? 0)) / wordUnit;
    for (let k = 0; k < 3; k += 1) sum += (sides[3 * set + k] ?? 0) * (side[k] ?? 0);
    odds[set] = sum * sharpness;
    top = Math.max(top, sum * sharpness);
  }
  let all = 0;
  for (let set = 0; set < sets; set += 1) {
    odds[set] = Math.exp((odds[set] ?? 0) - top);
    all += odds[set] ?? 0;
  }
  let expected = 0;
  for (let set = 0; set < sets; set += 1) expected += ((odds[set] ?? 0) / all) * (rouge[set] ?? 0);
  const byWorth = new Float64Array(rows.length);
  for (let set = 0; set < sets; set += 1) {
    const lean = (-stake * share * sharpness * (odds[set] ?? 0) * ((rouge[set] ?? 0) - expected)) / all;
    if (Math.abs(lean) < 1e-9) continue;
    for (let turn = starts[set] ?? 0; turn < (starts[set + 1] ?? 0); turn += 1) {
      const place = chosen[turn] ?? 0;
      byWorth[place] = (byWorth[place] ?? 0) + (lean * (kept[turn] ?? 0)) / wordUnit;
    }
    for (let k = 0; k < 3; k += 1) {
      const where = featureNames.length + k;
      gradient[where] = (gradient[where] ?? 0) + lean * (sides[3 * set + k] ?? 0) * togetherUnit;
    }
  }
  rows.forEach((row, at) => {
    const much = (byWorth[at] ?? 0) * (worth[at] ?? 0) * (1 - (worth[at] ?? 0));
    if (much === 0) return;
    for (let k = 0; k < row.length; k += 1)
      gradient[k] = (gradient[k] ?? 0) + (much * (row[k] ?? 0)) / (spread[k] ?? 1);
  });
  return -stake * share * expected;
}
