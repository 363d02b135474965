import type { Traits } from './evidence.ts';
import { long, short } from './weights.ts';

/** What was learnt for texts of one kind. */
export interface Model {
  /** One for each trait, in their order. */
  weights: readonly number[];
  bias: number;
}

/** From so many different words on, a text is an article rather than a selection: it shares more by chance. */
export const LONG_FROM = 45;

/**
 * How sure it is that a candidate is about the same matter: above zero it may be shown as an answer.
 * @param words different words of the text
 */
export function sureness(traits: Traits, words: number): number {
  const { weights, bias } = words < LONG_FROM ? short : long;
  return traits.reduce((sum, trait, at) => sum + trait * (weights[at] ?? 0), bias);
}
