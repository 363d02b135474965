import { describe, expect, it } from 'vitest';
import { rouge, rougeTokens } from '../bench/captions/rouge.ts';

const of = (summary: string[], reference: string[]) =>
  rouge(summary.map(rougeTokens), reference.map(rougeTokens));

describe('ROUGE', () => {
  it('reads runs of letters and digits in lower case', () => {
    expect(rougeTokens('Rp 13,3 miliar: "U - 19" di RT02/03, Jum’at.')).toEqual([
      ...['rp', '13', '3', 'miliar', 'u', '19', 'di', 'rt02', '03', 'jum', 'at'],
    ]);
  });

  it('is 1 for the same text, 0 for nothing in common and for nothing at all', () => {
    expect(of(['pasar murah dibuka'], ['Pasar murah dibuka.'])).toEqual({ r1: 1, r2: 1, rl: 1, rlJoined: 1 });
    expect(of(['a b c'], ['d e f'])).toEqual({ r1: 0, r2: 0, rl: 0, rlJoined: 0 });
    expect(of([], ['d e f'])).toEqual({ r1: 0, r2: 0, rl: 0, rlJoined: 0 });
  });

  it('agrees with Lin’s example of 2004', () => {
    // "police killed the gunman": 3 of 4 words in order; "the gunman kill police": 3 words, 2 in order.
    const first = of(['police kill the gunman'], ['police killed the gunman']);
    expect(first.r1).toBeCloseTo(3 / 4);
    expect(first.r2).toBeCloseTo(1 / 3);
    expect(first.rl).toBeCloseTo(3 / 4);
    const second = of(['the gunman kill police'], ['police killed the gunman']);
    expect(second.r1).toBeCloseTo(3 / 4);
    expect(second.r2).toBeCloseTo(1 / 3);
    expect(second.rl).toBeCloseTo(2 / 4);
  });

  it('takes the union of the longest common subsequences of a sentence (Lin’s w1 … w5)', () => {
    const { rl, rlJoined } = of(['w1 w2 w6 w7 w8', 'w1 w3 w8 w9 w5'], ['w1 w2 w3 w4 w5']);
    // The union is w1 w2 w3 w5: recall 4/5, precision 4/10. Joined, w1 w2 w3 w5 stand in order too.
    expect(rl).toBeCloseTo(8 / 15);
    expect(rlJoined).toBeCloseTo(8 / 15);
    const turned = of(['w1 w3 w8 w9 w5', 'w1 w2 w6 w7 w8'], ['w1 w2 w3 w4 w5']);
    expect(turned.rl).toBeCloseTo(8 / 15);
    // In the other order only three stand one behind the other.
    expect(turned.rlJoined).toBeCloseTo(6 / 15);
  });

  it('counts nothing oftener than both have it', () => {
    const { r1, r2, rl } = of(['dan dan dan'], ['dan lalu', 'dan']);
    expect(r1).toBeCloseTo(4 / 6);
    expect(r2).toBe(0);
    expect(rl).toBeCloseTo(4 / 6);
    // One "a" of the summary may not stand for those of two sentences.
    expect(of(['a'], ['a', 'a']).rl).toBeCloseTo(2 / 3);
  });

  it('counts pairs over the ends of sentences', () => {
    expect(of(['a b', 'c'], ['a', 'b c']).r2).toBe(1);
  });
});
