import type { JubirDatabase } from '../db/database.ts';
import { isWithinHours, nextHour } from '../source/schedule.ts';
import { newest } from './archive.ts';
import type { Release } from './release.ts';
import { releaseState } from './versions.ts';

const HOUR = 3_600_000;
/** News is looked for among so many of the newest. */
const AMONG = 100;

/**
 * Releases that the official has not been told of: unread, first seen after a time, not among the first ones of a
 * source that was just added, and nothing that is better not spread.
 * @param since epoch milliseconds
 */
export async function newsSince(db: JubirDatabase, since: number): Promise<Release[]> {
  const [releases, sources] = await Promise.all([newest(db, AMONG), db.sources.toArray()]);
  const imported = new Map(
    sources.map((source) => [source.id, source.importedAt ?? Number.POSITIVE_INFINITY]),
  );
  return releases.filter(
    (release) =>
      release.unread === 1 &&
      release.firstSeenAt > since &&
      release.firstSeenAt > (imported.get(release.sourceId) ?? Number.POSITIVE_INFINITY) &&
      (releaseState(release) ?? 'changed') === 'changed',
  );
}

/** The official's wishes about notifications, and the clock. */
export interface Quiet {
  /** Epoch milliseconds. */
  now: number;
  /** Minutes east of UTC of the official's clock. */
  zone: number;
  /** When the last notification was shown; 0 before the first. */
  lastAt: number;
  /** Full hours between which none is shown. */
  quietFrom: number;
  quietTo: number;
}

/** The earliest moment at which a notification may be shown: an hour after the last, and not in quiet hours. */
export function notificationTime({ now, zone, lastAt, quietFrom, quietTo }: Quiet): number {
  // A clock that was set back must not silence it for years.
  const sinceLast = lastAt > now ? now : Math.max(now, lastAt + HOUR);
  return isWithinHours(sinceLast, zone, quietFrom, quietTo) ? nextHour(sinceLast, zone, quietTo) : sinceLast;
}
