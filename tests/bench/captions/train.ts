import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { featureNames } from '../../../utils/caption/features.ts';
import { binOf, root } from '../../browsers/build.ts';
import { articlesFile, readArticles } from './articles.ts';
import { learn, rounded } from './learn.ts';

/** `node --experimental-strip-types tests/bench/captions/train.ts`: learns the ranker's numbers and writes them down. */
const from = articlesFile('train');
if (from === null) {
  console.error('../shared/data/summaries/indosum-train.jsonl is not here: nothing to learn from.');
  process.exit(1);
}
const articles = readArticles(from);
const { sentence, together } = rounded(learn(articles));
const target = join(root, 'utils/caption/rank-weights.ts');
writeFileSync(
  target,
  `import type { Weights } from './worth.ts';

/**
 * What the ranker learnt. Written by \`tests/bench/captions/train.ts\`: not to be changed by hand.
 *
 * Learnt from ${articles.length} articles of IndoSum by Kemal Kurniawan and Samuel Louvan ("IndoSum: A New Benchmark Dataset for
 * Indonesian Text Summarization", 2018, https://github.com/kata-ai/indosum), licensed CC BY-SA 4.0
 * (https://creativecommons.org/licenses/by-sa/4.0/). Nothing of its texts is here; these numbers, adapted from it,
 * are under the same licence.
 */
export const weights: Weights = {
  sentence: [
${sentence.map((weight, at) => `    ${weight}, // ${featureNames[at]}`).join('\n')}
  ],
  // Neighbours told together, sentences alike, a sentence without the one it leans on.
  together: [${together.join(', ')}],
};
`,
);
spawnSync(process.execPath, [binOf('@biomejs/biome', 'biome'), 'format', '--write', target], {
  stdio: 'inherit',
});
console.log(`${sentence.length + together.length} numbers from ${articles.length} articles`);
