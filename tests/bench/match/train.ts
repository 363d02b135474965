import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Candidates, type Look } from '../../../utils/match/candidates.ts';
import { type Traits, traitNames, traitsOf } from '../../../utils/match/evidence.ts';
import { LONG_FROM, type Model } from '../../../utils/match/judge.ts';
import { readWords } from '../../../utils/match/news.ts';
import { binOf, root } from '../../browsers/build.ts';
import { minimise } from '../captions/numbers.ts';
import { randomFrom } from '../search/generate.ts';
import { type Doc, indexOf, isForLearning, type Query, readCases } from './cases.ts';

/** `node --experimental-strip-types tests/bench/match/train.ts`: learns when a match is one, and writes the numbers down. */

/** Sizes of the archives that are learnt from, how many of each and how many queries in each. */
const sizes = [
  { docs: 300, archives: 6, queries: 100 },
  { docs: 40, archives: 30, queries: 14 },
  { docs: 8, archives: 40, queries: 5 },
];
/** Of the learning queries whose article was taken out, so many have to be told "nothing fits". */
const told = { short: 0.96, long: 0.96 };
const pull = 1;

/** The best candidate of a query, with its article in the archive and taken out. */
interface Example {
  /** Different words of the query. */
  words: number;
  inside: Traits | null;
  isRight: boolean;
  outside: Traits | null;
}

function examplesOf(
  all: readonly Doc[],
  asked: readonly Query[],
  docs: readonly number[],
  most: number,
): Example[] {
  const held = new Set(docs);
  const words = new Map(
    docs.map((doc) => {
      const { id, title, paragraphs } = all[doc] as Doc;
      return [id, readWords([title, ...paragraphs].join('\n'))] as const;
    }),
  );
  const archive = new Candidates([indexOf(docs.map((doc) => all[doc] as Doc))]);
  const queries = asked.filter(({ doc }) => held.has(doc) && isForLearning(doc)).slice(0, most);
  return queries.map(({ text, doc }) => {
    const news = readWords(text);
    const look = archive.look(news.words.values(), 24);
    const own = all[doc]?.id ?? '';
    const without = { ...look, candidates: look.candidates.filter(({ releaseId }) => releaseId !== own) };
    const best = (one: Look): Traits | null => {
      const close = one.candidates.slice(0, 8).flatMap(({ releaseId }) => words.get(releaseId) ?? []);
      const [first, ...others] = close;
      return first === undefined ? null : traitsOf(news, first, one, 0, others);
    };
    return {
      words: news.words.size,
      inside: best(look),
      isRight: look.candidates[0]?.releaseId === own,
      outside: best(without),
    };
  });
}

/** Logistic regression with ridge, by L-BFGS, on traits of one spread; the constant last. */
function learn(examples: readonly Example[]): Model {
  const marked = examples.flatMap(({ inside, isRight, outside }) => [
    ...(inside && isRight ? [{ traits: inside, right: true }] : []),
    ...(outside ? [{ traits: outside, right: false }] : []),
  ]);
  const mean = traitNames.map((_, k) => average(marked.map(({ traits }) => traits[k] ?? 0)));
  const spread = mean.map((middle, k) =>
    Math.max(1e-6, Math.sqrt(average(marked.map(({ traits }) => ((traits[k] ?? 0) - middle) ** 2)))),
  );
  const rows = marked.map(({ traits, right }) => ({
    right,
    row: [...traits.map((trait, k) => (trait - (mean[k] ?? 0)) / (spread[k] ?? 1)), 1],
  }));
  const learnt = minimise((at) => lossOf(rows, at), new Float64Array(traitNames.length + 1), 300);
  const weights = spread.map((wide, k) => round((learnt[k] ?? 0) / wide));
  return {
    weights,
    bias: (learnt.at(-1) ?? 0) - weights.reduce((sum, weight, k) => sum + weight * (mean[k] ?? 0), 0),
  };
}

function lossOf(
  rows: readonly { row: number[]; right: boolean }[],
  at: Float64Array,
): [number, Float64Array] {
  let loss = 0;
  const slope = new Float64Array(at.length);
  for (const { row, right } of rows) {
    const sum = row.reduce((total, trait, k) => total + trait * (at[k] ?? 0), 0);
    const guess = 1 / (1 + Math.exp(-sum));
    loss -= Math.log(Math.max(1e-12, right ? guess : 1 - guess));
    row.forEach((trait, k) => {
      slope[k] = (slope[k] ?? 0) + (guess - (right ? 1 : 0)) * trait;
    });
  }
  for (let k = 0; k < at.length - 1; k += 1) {
    loss += (pull / 2) * (at[k] ?? 0) ** 2;
    slope[k] = (slope[k] ?? 0) + pull * (at[k] ?? 0);
  }
  return [loss, slope];
}

const average = (numbers: readonly number[]): number =>
  numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
const round = (value: number): number => Number(value.toFixed(4));

/** The constant moved so that of each group's queries whose article was taken out, enough are below zero. */
function calibrated({ weights, bias }: Model, share: number, groups: readonly (readonly Example[])[]): Model {
  const least = groups.map((group) => {
    const sure = group.flatMap(({ outside }) =>
      outside ? [outside.reduce((sum, trait, k) => sum + trait * (weights[k] ?? 0), bias)] : [],
    );
    return sure.sort((a, b) => a - b)[Math.floor(sure.length * share)] ?? 0;
  });
  console.log(`least sure by group: ${least.map((one) => one.toFixed(2)).join(', ')}`);
  return { weights, bias: round(bias - Math.max(...least)) };
}

const cases = readCases();
if (cases === null) {
  console.error('../shared/data/summaries is not here: nothing to learn from.');
  process.exit(1);
}
const random = randomFrom(7);
const { halves, wholes, fragments, seconds, summaries } = cases;
const all = halves.map((_, at) => at);
const isLong = ({ words }: Example): boolean => words >= LONG_FROM;
const pieces = examplesOf(halves, fragments, all, all.length);
const longer = [examplesOf(halves, seconds, all, all.length), examplesOf(wholes, summaries, all, all.length)];
const examples = [...pieces, ...longer.flat()];
for (const { docs, archives, queries } of sizes) {
  for (let each = 0; each < archives; each += 1) {
    const some = all.map((doc) => ({ doc, by: random() })).sort((a, b) => a.by - b.by);
    const few = some.slice(0, docs).map(({ doc }) => doc);
    for (const asked of [fragments, seconds]) examples.push(...examplesOf(halves, asked, few, queries));
  }
}
const short = calibrated(learn(examples.filter((one) => !isLong(one))), told.short, [
  pieces.filter((one) => !isLong(one)),
]);
const long = calibrated(
  learn(examples.filter(isLong)),
  told.long,
  longer.map((group) => group.filter(isLong)),
);
const written = ({ weights, bias }: Model): string => `{
  weights: [
${weights.map((weight, k) => `    ${weight}, // ${traitNames[k]}`).join('\n')}
  ],
  bias: ${bias},
}`;
const target = join(root, 'utils/match/weights.ts');
writeFileSync(
  target,
  `import type { Model } from './judge.ts';

/*
 * What the matcher learnt. Written by \`tests/bench/match/train.ts\`: not to be changed by hand.
 *
 * Learnt from ${pieces.length} articles of IndoSum by Kemal Kurniawan and Samuel Louvan ("IndoSum: A New Benchmark Dataset for
 * Indonesian Text Summarization", 2018, https://github.com/kata-ai/indosum), licensed CC BY-SA 4.0
 * (https://creativecommons.org/licenses/by-sa/4.0/). Nothing of its texts is here; these numbers, adapted from it,
 * are under the same licence.
 *
 * The constants are such that of the texts that nothing fitted, ${(told.short * 100).toFixed(1)} % (of selections) and ${(told.long * 100).toFixed(1)} % (of articles) were below zero.
 */

/** For a selection of some sentences. */
export const short: Model = ${written(short)};

/** For an article. */
export const long: Model = ${written(long)};
`,
);
spawnSync(process.execPath, [binOf('@biomejs/biome', 'biome'), 'format', '--write', target], {
  stdio: 'inherit',
});
console.log(`${2 * (short.weights.length + 1)} numbers from ${examples.length} queries`);
