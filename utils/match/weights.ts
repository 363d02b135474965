/** Learnt; see the trainer. */
export const bias = 0;
export const leastSure = 0;
export const weights: readonly number[] = [1];
