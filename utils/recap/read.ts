import type { Month } from '../backup/csv.ts';
import type { JubirDatabase } from '../db/database.ts';
import type { Post } from '../draft/draft.ts';
import type { Release } from '../release/release.ts';
import { postsToWatch } from './facts.ts';
import { dayInCity, monthInCity } from './month.ts';

/** Releases of one day keep the city's own order, so the first and last of a month may stand a day beside it. */
const margin = 24 * 60 * 60 * 1000;

/** The releases that a month's recap is about: those published in it, and those of its posts. */
export async function releasesFor(
  db: JubirDatabase,
  month: Month,
  posts: readonly Post[],
): Promise<Release[]> {
  const [from, to] = monthInCity(month);
  const ids = [...new Set(postsToWatch(posts, month).map(({ releaseId }) => releaseId))];
  const [near, posted] = await Promise.all([
    db.releases
      .where('order')
      .between(from - margin, to + margin)
      .toArray(),
    db.releases.bulkGet(ids),
  ]);
  const found = new Map<string, Release>();
  for (const release of near) {
    if (release.published && dayInCity(release.published.at, month) !== null) found.set(release.id, release);
  }
  for (const release of posted) if (release) found.set(release.id, release);
  return [...found.values()];
}
