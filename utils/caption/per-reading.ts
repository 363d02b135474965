import type { Reading } from './reading.ts';

/**
 * A rule that looks at nothing but the reading, applied once to each that is still in use: every seed, network and
 * house style asks for the same. Its answer is shared, so nobody may change it.
 */
export function perReading<Answer extends object>(
  rule: (reading: Reading) => Answer,
): (reading: Reading) => Answer {
  const known = new WeakMap<Reading, Answer>();
  return (reading) => {
    const before = known.get(reading);
    if (before) return before;
    const answer = rule(reading);
    known.set(reading, answer);
    return answer;
  };
}
