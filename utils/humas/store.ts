import type { JubirDatabase } from '../db/database.ts';
import { addressKey } from '../release/identity.ts';
import type { FetchReason, Validators } from '../source/source.ts';
import type { FeedItem, FeedReason } from './caption-feed.ts';
import type { WantedFeed } from './wanted.ts';

/** How a reading of the feed went. */
export type FeedOutcome =
  | { ok: true; at: number; count: number; leftOut: number }
  | { ok: false; at: number; reason: FetchReason | FeedReason; status?: number };

/** The one caption feed that is read. Its time goes by the same schedule as a source's. */
export interface FeedRow extends WantedFeed {
  id: typeof feedId;
  title: string;
  city: string;
  /** When the file that is held was saved, epoch milliseconds; 0 before the first. */
  issued: number;
  outcome?: FeedOutcome;
  validators?: Validators;
  /** When the whole was last read, epoch milliseconds. */
  readAt?: number;
  nextAt?: number;
  holdUntil?: number;
  failures?: number;
  rhythm?: number[];
}

/** What the feed says of one release; the id is what all addresses of the release have in common. */
export interface PreferredRow extends FeedItem {
  id: string;
}

/** An official reads one feed: their city's. */
export const feedId = 'feed';

/** A feed's item as a row; null where its address is none. */
export function preferredRow(item: FeedItem): PreferredRow | null {
  const id = addressKey(item.release);
  return id === null ? null : { ...item, id };
}

/**
 * What the Humas office prefers for releases, by their address: whichever source a release came from. What is over is
 * left out.
 * @param now epoch milliseconds
 */
export async function preferredFor(
  db: JubirDatabase,
  addresses: readonly string[],
  now: number,
): Promise<Map<string, PreferredRow>> {
  const keys = addresses.map((address) => addressKey(address) ?? '');
  const rows = await db.preferred.bulkGet(keys);
  return new Map(
    addresses.flatMap((address, at) => {
      const row = rows[at];
      return row && isCurrent(row, now) ? [[address, row] as const] : [];
    }),
  );
}

/** Whether it is still offered. */
export const isCurrent = ({ expires }: Pick<FeedItem, 'expires'>, now: number): boolean =>
  expires === undefined || now < expires;
