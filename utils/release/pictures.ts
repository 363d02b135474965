import type { JubirDatabase } from '../db/database.ts';
import { downloadPicture } from '../source/download.ts';
import { FetchError } from '../source/errors.ts';
import { limits } from '../source/limits.ts';
import { type Budget, eachUntilSilent, isSilence, type Reach } from '../source/polite.ts';
import type { Source } from '../source/source.ts';
import { missingPictures, storePicture } from './archive.ts';
import { scalePicture } from './picture.ts';
import type { Release } from './release.ts';

/** What fetching pictures needs from outside. */
export interface PictureReach extends Reach {
  scalePicture?: typeof scalePicture;
}

/** Fetches the small pictures of a source's newest releases that are not there yet. */
export async function fetchPictures(
  db: JubirDatabase,
  source: Source,
  reach: PictureReach,
  budget: Budget,
): Promise<void> {
  const missing = await missingPictures(db, source.id, limits.pictures, reach.now());
  const hosts = [...source.imageHosts, ...source.hosts];
  await eachUntilSilent(missing, async (release) => {
    if (budget.holdMs !== null) return 'silent';
    try {
      await storePicture(db, release.id, await fetchPicture(release, hosts, reach), reach.now());
    } catch (error) {
      if (!(error instanceof FetchError)) throw error;
      budget.heed(error);
      if (error.reason === 'offline') return 'silent';
      // A list can do without: whatever went wrong, a day passes before it is asked for again.
      await storePicture(db, release.id, null, reach.now());
      if (isSilence(error)) return 'silent';
    }
    reach.onProgress();
    return 'answered';
  });
}

async function fetchPicture(
  release: Release & { image: string },
  hosts: string[],
  reach: PictureReach,
): Promise<string | null> {
  const blob = await (reach.downloadPicture ?? downloadPicture)(release.image, { hosts });
  return (reach.scalePicture ?? scalePicture)(blob);
}
