import type { Look } from './candidates.ts';
import type { TextWords } from './news.ts';

/** What is measured of a text and a release beside it; `judge.ts` weighs it. */
export const traitNames = [
  'share',
  'ahead of third',
  'ahead of rest',
  'words',
  'shared',
  'rare',
  'telling',
  'names',
  'names share',
  'plain words',
  'pairs',
  'best',
  'second',
  'repeated',
  'same form',
  'weakest sentence',
  'own',
  'archive',
] as const;

/** The measures of one candidate, in the order of `traitNames`. */
export type Traits = number[];

/** Beyond this two words of an archive tell so much that chance does not bring them together. */
const RARE = 0.55;
const TELLING = 0.4;
/** In a small archive there may be no other at all: a lead over nothing counts as one over such a share of what is possible. */
const LEAST_OTHER = 0.08;
/** A lead over the others tells no more than this, as a natural logarithm. */
const MOST_AHEAD = 2;

const log = (value: number): number => Math.log(1 + value);

/**
 * Measures how a text and a release hang together.
 * @param at the candidate's place in the look
 * @param others the words of other candidates: what all of them share tells little
 */
export function traitsOf(
  text: TextWords,
  release: TextWords,
  look: Look,
  at: number,
  others: readonly TextWords[],
): Traits {
  let shared = 0;
  let namesAll = 0;
  let names = 0;
  let plain = 0;
  let rare = 0;
  let telling = 0;
  let repeated = 0;
  let sameForm = 0;
  let own = 0;
  const single: number[] = [];
  for (const [stem, tells] of look.rarity) {
    const word = text.words.get(stem);
    if (!word) continue;
    const weight = tells * tells;
    const there = release.words.get(stem);
    if (word.kind === 'name') namesAll += weight;
    if (!there) continue;
    shared += weight;
    single.push(weight);
    if (tells > RARE) rare++;
    if (tells > TELLING) telling++;
    if (word.kind === 'name' && there.kind === 'name') names += weight;
    if (word.kind === 'word') plain += weight;
    repeated += weight * (1 - 1 / there.count);
    if ([...word.terms].some((term) => there.terms.has(term))) sameForm += weight;
    const elsewhere = others.filter(({ words }) => words.has(stem)).length;
    own += weight * (1 - elsewhere / Math.max(1, others.length));
  }
  single.sort((a, b) => b - a);
  return [
    Math.log((look.candidates[at]?.score ?? 0) / Math.max(0.01, look.possible) + 0.01),
    ...leadOf(look, at),
    Math.log(1 + look.rarity.size),
    log(shared),
    log(rare),
    log(telling),
    log(names),
    names / (namesAll + 0.1),
    log(plain),
    log(pairsShared(text, release, look)),
    single[0] ?? 0,
    single[1] ?? 0,
    log(repeated),
    log(sameForm),
    log(weakest(text, release, look)),
    own / (shared + 0.1),
    Math.log(1 + look.size) / 10,
  ];
}

/** How far a candidate is ahead of the third other one, and of those further down. */
function leadOf({ candidates, possible }: Look, at: number): [third: number, rest: number] {
  const score = candidates[at]?.score ?? 0;
  const others = candidates.filter((_, other) => other !== at).map((other) => other.score);
  const rest = others.slice(4, 19);
  const mean = rest.reduce((sum, each) => sum + each, 0) / Math.max(1, rest.length);
  const ahead = (of: number): number =>
    score <= 0
      ? -MOST_AHEAD
      : Math.max(-MOST_AHEAD, Math.min(MOST_AHEAD, Math.log(score / Math.max(of, LEAST_OTHER * possible))));
  return [ahead(others[1] ?? 0), ahead(mean)];
}

function pairsShared(text: TextWords, release: TextWords, { rarity }: Look): number {
  let sum = 0;
  for (const pair of text.pairs) {
    if (!release.pairs.has(pair)) continue;
    const [first = '', second = ''] = pair.split(' ');
    sum += (rarity.get(first) ?? 0) * (rarity.get(second) ?? 0);
  }
  return sum;
}

/** The sentence of a text that shares least: one that shares nothing may be about another matter. */
function weakest({ sentences }: TextWords, release: TextWords, { rarity }: Look): number {
  const shares = sentences
    .filter(({ length }) => length >= 4)
    .map((stems) =>
      [...new Set(stems)].reduce(
        (sum, stem) => sum + (release.words.has(stem) ? (rarity.get(stem) ?? 0) ** 2 : 0),
        0,
      ),
    );
  return shares.length === 0 ? 0 : Math.min(...shares);
}
