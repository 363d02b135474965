import type { Model } from './judge.ts';

/*
 * What the matcher learnt. Written by `tests/bench/match/train.ts`: not to be changed by hand.
 *
 * Learnt from 810 articles of IndoSum by Kemal Kurniawan and Samuel Louvan ("IndoSum: A New Benchmark Dataset for
 * Indonesian Text Summarization", 2018, https://github.com/kata-ai/indosum), licensed CC BY-SA 4.0
 * (https://creativecommons.org/licenses/by-sa/4.0/). Nothing of its texts is here; these numbers, adapted from it,
 * are under the same licence.
 *
 * The constants are such that of the texts that nothing fitted, 96.0 % (of selections) and 96.0 % (of articles) were below zero.
 */

/** For a selection of some sentences. */
export const short: Model = {
  weights: [
    0.4746, // share
    2.29, // ahead of third
    -0.4287, // ahead of rest
    -0.9067, // words
    -3.2918, // shared
    -0.5929, // rare
    -0.6475, // telling
    0.8853, // names
    1.6629, // names share
    2.8509, // plain words
    -0.0179, // pairs
    6.532, // best
    1.8893, // second
    0.8019, // repeated
    2.0037, // same form
    1.0908, // weakest sentence
    0.7577, // own
    -4.4427, // archive
  ],
  bias: -0.7226,
};

/** For an article. */
export const long: Model = {
  weights: [
    0.8315, // share
    2.8779, // ahead of third
    0.0527, // ahead of rest
    1.9153, // words
    -0.8329, // shared
    -0.531, // rare
    -1.204, // telling
    1.2208, // names
    -0.7153, // names share
    1.3187, // plain words
    -0.9673, // pairs
    5.1811, // best
    0.4155, // second
    0.7238, // repeated
    1.4873, // same form
    1.1385, // weakest sentence
    4.3447, // own
    -4.3279, // archive
  ],
  bias: -11.8239,
};
