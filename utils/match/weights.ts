/**
 * What the matcher learnt. Written by `tests/bench/match/train.ts`: not to be changed by hand.
 *
 * Learnt from 810 articles of IndoSum by Kemal Kurniawan and Samuel Louvan ("IndoSum: A New Benchmark Dataset for
 * Indonesian Text Summarization", 2018, https://github.com/kata-ai/indosum), licensed CC BY-SA 4.0
 * (https://creativecommons.org/licenses/by-sa/4.0/). Nothing of its texts is here; these numbers, adapted from it,
 * are under the same licence.
 */
export const weights: readonly number[] = [
  0.2965, // share
  2.1383, // ahead of third
  0.2954, // ahead of rest
  -1.1006, // words
  -3.6998, // shared
  -0.5696, // rare
  -0.4295, // telling
  0.8955, // names
  1.8545, // names share
  2.7682, // plain words
  0.0352, // pairs
  6.0733, // best
  1.6466, // second
  0.6587, // repeated
  1.7547, // same form
  1.2449, // weakest sentence
  0.1234, // own
  -3.1868, // archive
];

/** The constant beside the traits. */
export const bias = -1.4398;

/** What is less sure than this is not shown as an answer: of texts that nothing fitted, 96.5 % were below. */
export const leastSure = -0.4323;
