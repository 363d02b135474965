import { any, type Known, randomFrom } from './generate.ts';

/** What somebody types who knows one release, and which that is. */
export interface KnownQuery {
  text: string;
  id: string;
  /** The verb is in another form than the release has it. */
  otherForm: boolean;
}

/** Two to four words of each release, a third of them with its verb in another form. */
export function knownQueries(known: readonly Known[], seed: number): KnownQuery[] {
  const random = randomFrom(seed);
  return known.map(({ release, verb, words }) => {
    const wanted = 2 + Math.floor(random() * 3);
    const left = [...words];
    const chosen: string[] = [];
    while (chosen.length < wanted && left.length > 0) {
      chosen.push(...left.splice(Math.floor(random() * left.length), 1));
    }
    const otherForm = random() < 0.33;
    if (otherForm) chosen[0] = any(verb.slice(1), random);
    return { text: chosen.join(' ').toLowerCase(), id: release.id, otherForm };
  });
}

/** Every state of the box from the second letter on, as a query is typed. */
export function keystrokes(queries: readonly KnownQuery[]): string[] {
  return queries.flatMap(({ text }) =>
    Array.from({ length: text.length - 1 }, (_, at) => text.slice(0, at + 2)),
  );
}

/** Mean reciprocal rank: 1 where the release comes first, 1/2 where second, 0 where it is not among the hits. */
export function meanReciprocalRank(ranks: readonly number[]): number {
  return ranks.reduce((sum, rank) => sum + (rank > 0 ? 1 / rank : 0), 0) / Math.max(1, ranks.length);
}

/** The value below which that share of the numbers lies. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
