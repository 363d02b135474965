/**
 * What the matcher learnt. Written by `tests/bench/match/train.ts`: not to be changed by hand.
 *
 * Learnt from 810 articles of IndoSum by Kemal Kurniawan and Samuel Louvan ("IndoSum: A New Benchmark Dataset for
 * Indonesian Text Summarization", 2018, https://github.com/kata-ai/indosum), licensed CC BY-SA 4.0
 * (https://creativecommons.org/licenses/by-sa/4.0/). Nothing of its texts is here; these numbers, adapted from it,
 * are under the same licence.
 */
export const weights: readonly number[] = [
  0.5166, // share
  2.1335, // ahead of third
  -0.7333, // ahead of rest
  -1.5509, // words
  -3.7323, // shared
  -0.6617, // rare
  -0.6984, // telling
  1.0451, // names
  1.5518, // names share
  2.8875, // plain words
  0.1179, // pairs
  5.9552, // best
  2.2536, // second
  1.2827, // repeated
  2.2311, // same form
  1.2401, // weakest sentence
  1.7029, // own
  -3.7745, // archive
];

/** The constant beside the traits. */
export const bias = -0.6236;

/** What is less sure than this is not shown as an answer: of texts that nothing fitted, 95.5 % were below. */
export const leastSure = -1.6312;
