import { likeness, type Traits } from './features.ts';

/** What the ranker learnt: a number per feature of a sentence, and what it makes of sentences side by side. */
export interface Weights {
  /** In the order of `featureNames`. */
  sentence: readonly number[];
  /** For two neighbours of the text told together, for sentences that say the same, for one without its antecedent. */
  together: readonly [next: number, alike: number, orphan: number];
}

/** How much of its news each sentence of a text carries, from 0 to 1. */
export function worths(traits: Traits, weights: Weights): number[] {
  return traits.rows.map((row) => {
    let sum = 0;
    for (let at = 0; at < row.length; at += 1) sum += (row[at] ?? 0) * (weights.sentence[at] ?? 0);
    return 1 / (1 + Math.exp(-sum));
  });
}

/** Words are counted in twenties, so that a sentence of ordinary length weighs about one. */
export const wordUnit = 20;

/** Of sentences told together, in order: pairs of neighbours, likeness, and those whose antecedent is left out. */
export function together(traits: Traits, chosen: readonly number[]): [number, number, number] {
  let [next, alike, orphan] = [0, 0, 0];
  chosen.forEach((at, turn) => {
    const follows = turn > 0 && chosen[turn - 1] === at - 1;
    if (follows) next += 1;
    else if (at > 0 && traits.leaning[at]) orphan += 1;
    for (let other = 0; other < turn; other += 1)
      alike += likeness(traits.content[at] ?? new Set(), traits.content[chosen[other] ?? -1]);
  });
  return [next, alike, orphan];
}

/**
 * How good sentences are as one summary.
 *
 * @param kept how many words of each are told
 */
export function scoreSet(
  traits: Traits,
  worth: readonly number[],
  weights: Weights,
  chosen: readonly number[],
  kept: readonly number[],
): number {
  let sum = 0;
  chosen.forEach((at, turn) => {
    sum += ((worth[at] ?? 0) * (kept[turn] ?? 0)) / wordUnit;
  });
  const side = together(traits, chosen);
  return sum + side[0] * weights.together[0] + side[1] * weights.together[1] + side[2] * weights.together[2];
}

/** As many of the best sentences are looked at together: more change nothing and double the time. */
const pooled = 10;

/** Which sentences of a text may be told, and one that must. */
export interface Choice {
  usable?: (at: number) => boolean;
  always?: number;
}

/** The best sentences of a text of which sets are made, in its order; those of a word or two are none. */
export function bestOf(
  traits: Traits,
  worth: readonly number[],
  { usable = () => true, always }: Choice = {},
): number[] {
  const rank = (at: number): number => (at === always ? 2 : (worth[at] ?? 0));
  return worth
    .map((_, at) => at)
    .filter((at) => (traits.words[at] ?? 0) > 2 && usable(at))
    .sort((a, b) => rank(b) - rank(a) || a - b)
    .slice(0, pooled)
    .sort((a, b) => a - b);
}

/**
 * The sentences to tell within a budget: whole, in the text's order, the best of all sets of the best ten.
 *
 * Room that is left over costs something: of two sets that carry as much news by the word, the fuller one is taken.
 *
 * @param lengths what each sentence takes of the budget, in any unit
 */
export function chooseSentences(
  traits: Traits,
  weights: Weights,
  lengths: readonly number[],
  budget: number,
  choice: Choice = {},
): number[] {
  const worth = worths(traits, weights);
  const pool = bestOf(traits, worth, choice);
  const { always } = choice;
  let best: number[] = [];
  let most = Number.NEGATIVE_INFINITY;
  const grow = (from: number, chosen: number[], kept: number[], used: number): void => {
    if (chosen.length > 0 && (always === undefined || chosen.includes(always))) {
      const score = scoreSet(traits, worth, weights, chosen, kept) / (used + budget / 2);
      if (score > most) {
        most = score;
        best = chosen;
      }
    }
    for (let turn = from; turn < pool.length; turn += 1) {
      const at = pool[turn] ?? 0;
      const next = used + (lengths[at] ?? 0);
      if (next <= budget) grow(turn + 1, [...chosen, at], [...kept, traits.words[at] ?? 0], next);
    }
  };
  grow(0, [], [], 0);
  return best;
}
