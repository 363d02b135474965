import type { Weights } from './worth.ts';

/**
 * What the ranker learnt. Written by `tests/bench/captions/train.ts`: not to be changed by hand.
 *
 * Learnt from 1882 articles of IndoSum by Kemal Kurniawan and Samuel Louvan ("IndoSum: A New Benchmark Dataset for
 * Indonesian Text Summarization", 2018, https://github.com/kata-ai/indosum), licensed CC BY-SA 4.0
 * (https://creativecommons.org/licenses/by-sa/4.0/). Nothing of its texts is here; these numbers, adapted from it,
 * are under the same licence.
 */
export const weights: Weights = {
  sentence: [
    0.5679, // constant
    0.2176, // first
    -0.4732, // second
    -0.6189, // third
    -0.8772, // fourth
    -0.1002, // fifth
    0.1949, // log place
    -0.0359, // log place squared
    0.5652, // inverse place
    -1.2087, // relative place
    -1.1338, // log sentences
    0.0836, // log sentences × place
    -1.2193, // words before
    0.219, // more than 62 words before
    -1.5956, // fits behind the start
    2.2367, // share that fits
    -2.7201, // in first paragraph
    -1.0061, // log paragraph
    -0.533, // opens paragraph
    -0.03, // opens paragraph × place
    -0.3513, // alone in paragraph
    -1.1506, // last
    1.4546, // log words
    -0.4161, // log words × place
    -0.702, // under 6 words
    0.592, // under 10
    -0.2232, // under 15
    -0.0191, // over 25
    -1.513, // over 35
    -0.2249, // log words of first
    0.362, // log words of first, if second or third
    0.0348, // log words of previous
    0.076, // log words of next
    1.5994, // log mean frequency
    0.0277, // repeated words
    -0.1407, // repeated words × place
    7.1313, // centrality
    -2.2099, // centrality × place
    0.2306, // of it in first
    -3.6795, // of first in it
    1.4559, // new words
    -0.6387, // like previous
    -1.0018, // like next
    2.8114, // of it in title
    3.1864, // of title in it
    4.2158, // of title in it, if first
    -0.8743, // quotes
    0.9761, // quotes early
    -4.7837, // opens quoting
    -4.5331, // inside a quotation
    -2.3776, // says who said
    0.6226, // said, not quoting
    0.3768, // reports
    1.5698, // previous quotes
    0.7635, // next quotes
    0.7286, // next opens with pronoun
    1.2902, // opens with pronoun
    -0.293, // opens with connective
    0.454, // points back
    -0.1406, // first person
    -1.7058, // first person early
    0.3851, // digit
    -0.1016, // date
    0.5359, // amount
    2.0215, // names per word
    -0.6875, // no end
    2.0562, // colon
    -3.0433, // question
    -3.5167, // site text
    -0.0676, // dash
    1.1706, // dash, if first
  ],
  // Neighbours told together, sentences alike, a sentence without the one it leans on.
  together: [0.147, -0.0372, -0.0939],
};
