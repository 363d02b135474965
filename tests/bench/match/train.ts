import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Candidates, type Look } from '../../../utils/match/candidates.ts';
import { type Traits, traitNames, traitsOf } from '../../../utils/match/evidence.ts';
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
  { docs: 8, archives: 120, queries: 5 },
];
/** Of the learning queries whose article was taken out, so many have to be told "nothing fits". */
const told = 0.955;
const pull = 1;

/** The best candidate of a query, with its article in the archive and taken out. */
interface Example {
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
    return { inside: best(look), isRight: look.candidates[0]?.releaseId === own, outside: best(without) };
  });
}

const cases = readCases();
if (cases === null) {
  console.error('../shared/data/summaries is not here: nothing to learn from.');
  process.exit(1);
}
const random = randomFrom(7);
const all = cases.halves.map((_, at) => at);
const { halves, wholes, fragments, summaries } = cases;
const large = examplesOf(halves, fragments, all, all.length);
const longer = examplesOf(wholes, summaries, all, all.length);
const examples = [...large, ...longer];
for (const { docs, archives, queries } of sizes) {
  for (let each = 0; each < archives; each += 1) {
    const some = all.map((doc) => ({ doc, by: random() })).sort((a, b) => a.by - b.by);
    const few = some.slice(0, docs).map(({ doc }) => doc);
    examples.push(...examplesOf(halves, fragments, few, queries));
  }
}
const marked = examples.flatMap(({ inside, isRight, outside }) => [
  ...(inside && isRight ? [{ traits: inside, right: true }] : []),
  ...(outside ? [{ traits: outside, right: false }] : []),
]);

/** Logistic regression on traits of one spread, the constant last. */
const mean = traitNames.map(
  (_, k) => marked.reduce((sum, { traits }) => sum + (traits[k] ?? 0), 0) / marked.length,
);
const spread = traitNames.map((_, k) =>
  Math.max(
    1e-6,
    Math.sqrt(
      marked.reduce((sum, { traits }) => sum + ((traits[k] ?? 0) - (mean[k] ?? 0)) ** 2, 0) / marked.length,
    ),
  ),
);
const rows = marked.map(({ traits, right }) => ({
  right,
  row: [...traits.map((trait, k) => (trait - (mean[k] ?? 0)) / (spread[k] ?? 1)), 1],
}));
const learnt = minimise(
  (at) => {
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
  },
  new Float64Array(traitNames.length + 1),
  300,
);
const round = (value: number): number => Number(value.toFixed(4));
const weights = spread.map((wide, k) => round((learnt[k] ?? 0) / wide));
const bias = round(
  (learnt.at(-1) ?? 0) - weights.reduce((sum, weight, k) => sum + weight * (mean[k] ?? 0), 0),
);
const sure = (traits: Traits): number =>
  traits.reduce((sum, trait, k) => sum + trait * (weights[k] ?? 0), bias);
/** How sure the most doubtful of them would be that are told as matches though nothing fits. */
const least = (some: readonly Example[]): number => {
  const outside = some.flatMap((one) => (one.outside ? [sure(one.outside)] : [])).sort((a, b) => a - b);
  return outside[Math.floor(outside.length * told)] ?? 0;
};
// A longer text shares more by chance: how much more, the words' own weight says, until short and long err as often.
const atWords = traitNames.indexOf('words');
for (let step = 0; step < 40; step += 1) {
  weights[atWords] = round((weights[atWords] ?? 0) - (least(longer) - least(large)) / 2);
}
const leastSure = round(Math.max(least(large), least(longer)));
const target = join(root, 'utils/match/weights.ts');
writeFileSync(
  target,
  `/**
 * What the matcher learnt. Written by \`tests/bench/match/train.ts\`: not to be changed by hand.
 *
 * Learnt from ${large.length} articles of IndoSum by Kemal Kurniawan and Samuel Louvan ("IndoSum: A New Benchmark Dataset for
 * Indonesian Text Summarization", 2018, https://github.com/kata-ai/indosum), licensed CC BY-SA 4.0
 * (https://creativecommons.org/licenses/by-sa/4.0/). Nothing of its texts is here; these numbers, adapted from it,
 * are under the same licence.
 */
export const weights: readonly number[] = [
${weights.map((weight, k) => `  ${weight}, // ${traitNames[k]}`).join('\n')}
];

/** The constant beside the traits. */
export const bias = ${bias};

/** What is less sure than this is not shown as an answer: of texts that nothing fitted, ${(told * 100).toFixed(1)} % were below. */
export const leastSure = ${leastSure};
`,
);
spawnSync(process.execPath, [binOf('@biomejs/biome', 'biome'), 'format', '--write', target], {
  stdio: 'inherit',
});
console.log(`${weights.length + 2} numbers from ${marked.length} examples`);
