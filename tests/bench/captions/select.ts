import { bestOf, chooseSentences, scoreSet, type Weights, worths } from '../../../utils/caption/worth.ts';
import { weightedLength } from '../../../utils/platform/weighted.ts';
import type { Article } from './articles.ts';
import { fillings } from './learn.ts';
import { lexRank, textRank } from './peers.ts';
import { rougeTokens } from './rouge.ts';

/** A length that every summary of a table keeps to. */
export interface Budget {
  name: string;
  limit: number;
  unit: 'word' | 'weighted';
  /** About as many words of Indonesian. */
  words: number;
}

export const budgets: readonly Budget[] = [
  { name: '62 words', limit: 62, unit: 'word', words: 62 },
  { name: '280 weighted characters', limit: 280, unit: 'weighted', words: 39 },
  { name: '500 weighted characters', limit: 500, unit: 'weighted', words: 70 },
];

/** An article cut into what a budget counts. */
interface Measured {
  article: Article;
  /** Per sentence its pieces: words as ROUGE counts them, or what stands between spaces. */
  pieces: string[][];
  /** What each piece takes of the limit. */
  costs: number[][];
  /** What each sentence takes of the limit. */
  sizes: number[];
  limit: number;
  words: number;
}

/** One way to summarise: sentences by place, the most wanted first, or sets that it makes itself. */
export interface Way {
  name: string;
  order?: (article: Article) => number[];
  /** Behind a sentence that has no room comes no other: a lead has no holes. */
  stops?: boolean;
  weights?: Weights;
  /** Looks at the article as if its title were not known. */
  untitled?: boolean;
}

const every = ({ sentences }: Article): number[] => sentences.map((_, at) => at);
const byRank =
  (rank: (sentences: readonly string[]) => number[]) =>
  (article: Article): number[] => {
    const ranks = rank(article.sentences);
    return every(article).sort((a, b) => (ranks[b] ?? 0) - (ranks[a] ?? 0) || a - b);
  };

/** The ways that ours is measured beside; each is given all it can use of the length. */
export const peers: readonly Way[] = [
  { name: 'lead-1', order: (article) => every(article).slice(0, 1), stops: true },
  { name: 'lead-2', order: (article) => every(article).slice(0, 2), stops: true },
  { name: 'lead-3', order: (article) => every(article).slice(0, 3), stops: true },
  { name: 'lead to budget', order: every, stops: true },
  { name: 'TextRank', order: byRank(textRank) },
  { name: 'LexRank', order: byRank(lexRank) },
  {
    name: 'oracle (marked by people)',
    order: (article) => every(article).filter((at) => article.marked[at]),
  },
];

function measured(article: Article, budget: Budget): Measured {
  const byWord = budget.unit === 'word';
  const pieces = byWord
    ? article.tokens
    : article.sentences.map((sentence) => sentence.split(/\s+/).filter((piece) => piece !== ''));
  const costs = pieces.map((all) => all.map((piece) => (byWord ? 1 : weightedLength(piece) + 1)));
  const sizes = costs.map((all) => all.reduce((sum, cost) => sum + cost, 0));
  // Between words stands a space, behind the last none.
  return { article, pieces, costs, sizes, limit: budget.limit + (byWord ? 0 : 1), words: budget.words };
}

/**
 * The summary of an article in one way, as sentences of tokens, in the article's order.
 *
 * @param whole true: only whole sentences; false: the last one is cut at the limit, so that all are of equal length
 */
export function summarise(article: Article, way: Way, budget: Budget, whole: boolean): string[][] {
  const measures = measured(article, budget);
  const chosen = way.weights
    ? ours(measures, way.weights, whole)
    : ordered(measures, way.order?.(article) ?? [], way.stops === true, whole);
  const told: string[][] = [];
  let left = measures.limit;
  for (const at of chosen) {
    const kept: string[] = [];
    for (const [turn, piece] of (measures.pieces[at] ?? []).entries()) {
      left -= measures.costs[at]?.[turn] ?? 0;
      if (left < 0) break;
      kept.push(piece);
    }
    told.push(rougeTokens(kept.join(' ')));
  }
  return told;
}

function ordered({ sizes, limit }: Measured, wanted: number[], stops: boolean, whole: boolean): number[] {
  const chosen: number[] = [];
  let used = 0;
  for (const at of wanted) {
    if (used >= limit) break;
    const size = sizes[at] ?? 0;
    if (whole && used + size > limit) {
      if (stops) break;
      continue;
    }
    chosen.push(at);
    used += size;
  }
  return chosen.sort((a, b) => a - b);
}

function ours({ article, sizes, limit, words }: Measured, weights: Weights, whole: boolean): number[] {
  const traits = article.traits(words);
  if (whole) return chooseSentences(traits, weights, sizes, limit);
  const worth = worths(traits, weights);
  let best: number[] = [];
  let most = Number.NEGATIVE_INFINITY;
  for (const { chosen, kept } of fillings(sizes, bestOf(traits, worth), limit)) {
    const told = kept.map((part, turn) => {
      const at = chosen[turn] ?? 0;
      return (part / Math.max(1, sizes[at] ?? 0)) * (traits.words[at] ?? 0);
    });
    const score = scoreSet(traits, worth, weights, chosen, told);
    if (score <= most) continue;
    most = score;
    best = chosen;
  }
  return best;
}
