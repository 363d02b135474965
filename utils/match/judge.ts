import type { Traits } from './evidence.ts';
import { bias, leastSure, weights } from './weights.ts';

/** How likely it is that a candidate is about the same matter, as a logit; only its order and `leastSure` mean anything. */
export function confidence(traits: Traits): number {
  return traits.reduce((sum, trait, at) => sum + trait * (weights[at] ?? 0), bias);
}

/** Whether a candidate may be shown as an answer. */
export function isSure(sureness: number): boolean {
  return sureness >= leastSure;
}
