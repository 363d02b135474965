import { describe, expect, it } from 'vitest';
import { featureNames } from '../../utils/caption/features.ts';
import { weights } from '../../utils/caption/rank-weights.ts';
import { type Article, articlesFile, readArticles } from '../bench/captions/articles.ts';
import { fillings, learn, rounded } from '../bench/captions/learn.ts';
import { minimise, solve } from '../bench/captions/numbers.ts';
import { rouge, rougeTokens } from '../bench/captions/rouge.ts';
import { budgets, peers, summarise, type Way } from '../bench/captions/select.ts';

const train = articlesFile('train');
const dev = articlesFile('dev');
if (train === null || dev === null) console.warn('skipped: ../shared/data/summaries is not here');

/** ROUGE-1 of ways over articles, at 62 words. */
function rouge1(articles: readonly Article[], way: Way): number {
  const [budget] = budgets;
  if (budget === undefined) throw new Error('no budget');
  const all = articles.map((article) => {
    const told = summarise(article, way, budget, false);
    expect(told.flat().length).toBeLessThanOrEqual(62);
    return rouge(told, article.summary.map(rougeTokens)).r1;
  });
  return (100 * all.reduce((sum, one) => sum + one, 0)) / all.length;
}

const lead = peers.find(({ name }) => name === 'lead to budget') as Way;

describe('the learnt numbers', () => {
  it('are one per feature, and few', () => {
    expect(weights.sentence).toHaveLength(featureNames.length);
    expect(new Set(featureNames).size).toBe(featureNames.length);
    expect(weights.sentence.length + weights.together.length).toBeLessThan(80);
    // Neighbours read on, repetition and a sentence without its antecedent do not.
    const [next, alike, orphan] = weights.together;
    expect(next).toBeGreaterThan(0);
    expect(alike).toBeLessThan(0);
    expect(orphan).toBeLessThan(0);
  });

  it.skipIf(train === null)(
    'are what the script learns from the articles',
    () => {
      const learnt = rounded(learn(readArticles(train as string)));
      // Another machine's logarithms may differ in the last bit, and the search carries that on.
      const apart = [...learnt.sentence, ...learnt.together].map((number, at) =>
        Math.abs(number - ([...weights.sentence, ...weights.together][at] ?? Number.NaN)),
      );
      expect(Math.max(...apart)).toBeLessThan(0.01);
    },
    240_000,
  );

  it.skipIf(train === null)(
    'are worth more than the lead on articles they did not see',
    () => {
      const articles = readArticles(train as string).slice(0, 600);
      const unseen = articles.filter((_, at) => at % 3 === 0);
      const learnt = rounded(learn(articles.filter((_, at) => at % 3 !== 0)));
      const [ours, theirs] = [rouge1(unseen, { name: 'ours', weights: learnt }), rouge1(unseen, lead)];
      expect(ours).toBeGreaterThan(theirs + 1);
    },
    120_000,
  );

  it.skipIf(dev === null)('are worth more than the lead on the articles set apart', () => {
    const articles = readArticles(dev as string);
    expect(articles).toHaveLength(150);
    expect(rouge1(articles, { name: 'ours', weights })).toBeGreaterThan(rouge1(articles, lead) + 1);
  });
});

describe('fillings', () => {
  it('are all sets that reach the length, the last one cut', () => {
    expect(fillings([3, 4, 5], [0, 1, 2], 6)).toEqual([
      { chosen: [0, 1], kept: [3, 3] },
      { chosen: [0, 2], kept: [3, 3] },
      { chosen: [1, 2], kept: [4, 2] },
      { chosen: [2], kept: [5] },
    ]);
  });
});

describe('the arithmetic', () => {
  it('solves equations', () => {
    const matrix = [Float64Array.of(4, 0), Float64Array.of(2, 3)];
    const [x = 0, y = 0] = solve(matrix, [10, 8]);
    expect(4 * x + 2 * y).toBeCloseTo(10);
    expect(2 * x + 3 * y).toBeCloseTo(8);
  });
  it('finds the least value of a bent valley', () => {
    const valley = (at: Float64Array): [number, Float64Array] => {
      const [x = 0, y = 0] = at;
      const value = (1 - x) ** 2 + 100 * (y - x * x) ** 2;
      return [value, Float64Array.of(-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x))];
    };
    const [x, y] = minimise(valley, Float64Array.of(-1.2, 1), 200);
    expect(x).toBeCloseTo(1, 3);
    expect(y).toBeCloseTo(1, 3);
  });
});
