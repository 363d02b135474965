import { describe, expect, test } from 'vitest';
import { isForLearning, readCases } from '../bench/match/cases.ts';
import { judge, judgeMiniSearch } from '../bench/match/quality.ts';

const cases = readCases();
if (cases === null) console.warn('skipped: ../shared/data/summaries is not here');

/** The bars of `npm run bench match` on every fourth of its queries. */
describe.skipIf(cases === null)('matching news to articles', () => {
  test('is ahead of MiniSearch, and honest where nothing fits', { timeout: 240_000 }, async () => {
    const { halves = [], fragments = [] } = cases ?? {};
    const queries = fragments.filter(({ doc }) => !isForLearning(doc)).filter((_, at) => at % 4 === 0);
    const ours = await judge(halves, queries);
    const theirs = judgeMiniSearch(halves, queries);
    console.log(
      `${queries.length} queries: ours ${ours.first.toFixed(3)}/${ours.five.toFixed(3)}, MiniSearch ${theirs.first.toFixed(3)}/${theirs.five.toFixed(3)}, empty ${ours.empty.toFixed(3)}, refused ${ours.refused.toFixed(3)}`,
    );
    expect(queries.length).toBeGreaterThan(250);
    expect(ours.first - theirs.first).toBeGreaterThanOrEqual(0.04);
    expect(ours.five - theirs.five).toBeGreaterThanOrEqual(0.04);
    // A quarter of the queries: the share lies within two points of that of all.
    expect(ours.empty).toBeGreaterThanOrEqual(0.93);
    expect(ours.refused).toBeLessThan(0.65);
  });
});
