import type { Angle } from './caption.ts';
import { tellPoints } from './points.ts';
import { quotables, tellQuote } from './quoting.ts';
import { rankSentences } from './rank.ts';
import type { Reading } from './reading.ts';
import { tellSingles } from './singles.ts';
import { leadOf, tellSummary } from './summary.ts';
import type { Topic } from './topics.ts';
import type { Vary } from './vary.ts';

/** What one angle of a release says, before it is fitted to a network. */
export interface Telling {
  angle: Angle;
  /** The words, fullest first; each is whole and true by itself, so the first that fits is taken. */
  bodies: readonly string[];
  /** The first body as it stands before further sentences: a short name that they use still has its bracket. */
  opening?: string;
  /** Further whole sentences behind a body, where a network has the room; in the order they are told. */
  extra?: readonly string[];
  /** Other choices of such sentences, for networks with less room; each in the order it is told. */
  fewer?: readonly (readonly string[])[];
  /** The lines of a structured text, best kept from the first; `bodies` then holds the heading. */
  points?: readonly string[];
  /** Only for networks of short texts: on the others the summary says the same. */
  shortOnly?: boolean;
}

/**
 * The angles a release carries, in the order they are first offered. A summary is always there; every other one
 * only where the release has the sentence for it.
 *
 * @param vary the seed's choices for an angle
 */
export function tellAngles(
  reading: Reading,
  topics: readonly Topic[],
  vary: (angle: Angle) => Vary,
): Telling[] {
  const ranked = rankSentences(reading);
  const lead = leadOf(ranked);
  const quotes = quotables(reading, topics, vary('quote'));
  const tellings: (Telling | null)[] = [
    tellSummary(reading, ranked, lead, vary('summary')),
    tellQuote(quotes, reading, lead, vary('quote')),
    ...tellSingles(reading, ranked, { lead, quotes }, vary),
    tellPoints(reading, ranked, quotes, vary('points')),
  ];
  return tellings.filter((telling) => telling !== null);
}
