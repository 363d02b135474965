import type { JubirDatabase } from '../db/database.ts';
import type { Budget } from '../source/polite.ts';
import type { Source } from '../source/source.ts';
import { differingBodies, linkedTitles } from './archive.ts';
import { isSettledChange } from './compare.ts';
import type { Release } from './release.ts';

/**
 * Texts of a feed that differ from the stored ones are read a second time: what differs between the two readings
 * moves by itself (counters, links chosen by lot) and is no change.
 * @param again reads the listing once more
 * @returns the ids of releases whose text is not to be believed this time
 */
export async function unsettledBodies(
  db: JubirDatabase,
  source: Source,
  releases: readonly Release[],
  budget: Budget,
  again: () => Promise<Release[]>,
): Promise<Set<string>> {
  const differing = await differingBodies(db, source, releases);
  const unsettled = new Set(differing.map((release) => release.id));
  if (differing.length === 0 || !budget.take()) return unsettled;
  const second = byId(await again());
  const first = byId(releases);
  const titles = await linkedTitles(db, source.id, releases);
  for (const { id, paragraphs } of differing) {
    const one = first.get(id);
    // One that slid out of the window meanwhile is believed; it will not be there to be read a third time.
    const two = second.get(id) ?? one;
    if (one && two && isSettledChange(paragraphs, one.paragraphs, two.paragraphs, titles))
      unsettled.delete(id);
  }
  return unsettled;
}

const byId = (releases: readonly Release[]): Map<string, Release> =>
  new Map(releases.map((release) => [release.id, release]));
