/**
 * What the matcher learnt. Written by `tests/bench/match/train.ts`: not to be changed by hand.
 *
 * Learnt from 810 articles of IndoSum by Kemal Kurniawan and Samuel Louvan ("IndoSum: A New Benchmark Dataset for
 * Indonesian Text Summarization", 2018, https://github.com/kata-ai/indosum), licensed CC BY-SA 4.0
 * (https://creativecommons.org/licenses/by-sa/4.0/). Nothing of its texts is here; these numbers, adapted from it,
 * are under the same licence.
 */
export const weights: readonly number[] = [
  0.512, // share
  1.717, // ahead of third
  1.1394, // ahead of rest
  -0.4934, // words
  -3.8498, // shared
  -0.7799, // rare
  -0.4038, // telling
  0.9778, // names
  1.9567, // names share
  2.9198, // plain words
  -0.0666, // pairs
  5.8982, // best
  1.3168, // second
  0.3407, // repeated
  1.6956, // same form
  1.1675, // weakest sentence
  0.0994, // own
  -1.9313, // archive
];

/** The constant beside the traits. */
export const bias = -2.4654;

/** What is less sure than this is not shown as an answer: of texts that nothing fitted, 95.8 % were below. */
export const leastSure = 1.0029;
