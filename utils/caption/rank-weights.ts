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
    0.5576, // constant
    0.1239, // first
    -0.9827, // second
    -0.9171, // third
    -0.9744, // fourth
    -0.0752, // fifth
    0.3003, // log place
    -0.0092, // log place squared
    0.1024, // inverse place
    -0.7663, // relative place
    -1.004, // log sentences
    0.0876, // log sentences × place
    -1.1003, // words before
    -0.082, // start fills the room
    -1.2912, // fits behind the start
    2.1584, // share that fits
    -2.6106, // in first paragraph
    -1.2985, // log paragraph
    -0.3844, // opens paragraph
    -0.0485, // opens paragraph × place
    -0.0676, // alone in paragraph
    -0.6982, // last
    1.129, // log words
    -0.3861, // log words × place
    -0.8073, // under 6 words
    0.5164, // under 10
    -0.1251, // under 15
    -0.3453, // over 25
    -1.3737, // over 35
    -0.3422, // log words of first
    0.3059, // log words of first, if second or third
    0.1843, // log words of previous
    0.1266, // log words of next
    1.4339, // log mean frequency
    0.7187, // repeated words
    -0.2715, // repeated words × place
    7.8884, // centrality
    -3.412, // centrality × place
    0.5674, // of it in first
    -4.3382, // of first in it
    1.7257, // new words
    0.0726, // like previous
    -0.5175, // like next
    0.0167, // of it in title
    4.7711, // of title in it
    1.2724, // of title in it, if first
    -1.6471, // quotes
    1.5068, // quotes early
    -4.5369, // opens quoting
    -4.7874, // inside a quotation
    -1.1822, // says who said
    0.5264, // said, not quoting
    0.467, // reports
    1.5326, // previous quotes
    0.4241, // next quotes
    0.6351, // next opens with pronoun
    1.0769, // opens with pronoun
    -0.1969, // opens with connective
    0.5666, // points back
    -0.2799, // first person
    -1.6993, // first person early
    0.5126, // digit
    -0.093, // date
    -0.1212, // amount
    1.2373, // names per word
    -0.167, // no end
    2.4034, // colon
    -2.6826, // question
    -3.497, // site text
    -0.0381, // dash
    0.7711, // dash, if first
  ],
  // Neighbours told together, sentences alike, a sentence without the one it leans on.
  together: [0.1326, -0.0573, -0.1038],
};
