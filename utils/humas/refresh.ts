import type { JubirDatabase } from '../db/database.ts';
import { downloadText } from '../source/download.ts';
import { FetchError } from '../source/errors.ts';
import { limits } from '../source/limits.ts';
import { planAfter } from '../source/schedule.ts';
import type { Download, FetchReason, Validators } from '../source/source.ts';
import { FeedError, type FeedReason, most } from './caption-feed.ts';
import { type FeedReading, readCaptionFeed } from './read.ts';
import { verify } from './signature.ts';
import { type FeedOutcome, type FeedRow, feedId, preferredRow } from './store.ts';
import type { WantedFeed } from './wanted.ts';

/** What reading the feed needs from outside; the download is there for tests. */
export interface FeedDeps {
  now: () => number;
  /** Whether the official has allowed the host of this address. */
  isAllowed: (url: string) => Promise<boolean>;
  downloadText?: typeof downloadText;
  dice?: () => number;
}

/** The reading under way, so that two askers get one. */
const running = new Map<string, Promise<FeedOutcome | null>>();

/**
 * Takes in where the feed is. Another address, or another key, is another feed: what was held of the one before goes at
 * once, for nobody vouches for it any more.
 */
export async function settleFeed(db: JubirDatabase, wanted: WantedFeed | null): Promise<FeedRow | null> {
  return db.transaction('rw', db.captionFeeds, db.preferred, async () => {
    const row = await db.captionFeeds.get(feedId);
    if (row && wanted && row.url === wanted.url && row.key === wanted.key) return row;
    if (row) {
      await db.captionFeeds.clear();
      await db.preferred.clear();
    }
    if (!wanted) return null;
    const fresh: FeedRow = { id: feedId, ...wanted, title: '', city: '', issued: 0 };
    await db.captionFeeds.put(fresh);
    return fresh;
  });
}

/**
 * Reads the caption feed. What it says takes the place of what was held, in one transaction with how it went: a worker
 * that dies leaves the old or the new, whole. A feed that is refused, or does not come, changes nothing of what is held.
 * @returns how it went; null where there is no feed
 */
export function refreshFeed(db: JubirDatabase, deps: FeedDeps): Promise<FeedOutcome | null> {
  const current = running.get(db.name);
  if (current) return current;
  const run = refresh(db, deps).finally(() => running.delete(db.name));
  running.set(db.name, run);
  return run;
}

async function refresh(db: JubirDatabase, deps: FeedDeps): Promise<FeedOutcome | null> {
  const row = await db.captionFeeds.get(feedId);
  if (!row) return null;
  try {
    const download = await get(row, deps);
    if (download === 'not-modified') return await takeUnchanged(db, row, deps);
    const reading = await checked(row, readCaptionFeed(download.text));
    return await take(db, row, reading, download.validators, deps);
  } catch (error) {
    return await takeFailure(db, row, error, deps);
  }
}

async function get(row: FeedRow, deps: FeedDeps): Promise<Download | 'not-modified'> {
  const { hostname } = new URL(row.url);
  // Without the permission a request would look like a dead server.
  if (!(await deps.isAllowed(row.url))) throw new FetchError('no-permission', row.url);
  const isOld = deps.now() - (row.readAt ?? 0) >= limits.wholeMs;
  return (deps.downloadText ?? downloadText)(row.url, {
    hosts: [hostname],
    maxBytes: most.bytes,
    ...(row.validators && !isOld && { validators: row.validators }),
  });
}

/** A feed that may be believed. Without a key the host's word is all there is. */
async function checked(row: FeedRow, reading: FeedReading): Promise<FeedReading> {
  if (row.key === '') return reading;
  await verify(reading.raw, row.key);
  // Whoever holds the host could put an old file back, with the signature that it had.
  if (reading.feed.issued < row.issued) throw new FeedError('older', 'a newer one is held');
  return reading;
}

function take(
  db: JubirDatabase,
  row: FeedRow,
  { feed, leftOut }: FeedReading,
  validators: Validators,
  deps: FeedDeps,
): Promise<FeedOutcome> {
  const at = deps.now();
  const rows = feed.items.flatMap((item) => preferredRow(item) ?? []);
  const outcome: FeedOutcome = { ok: true, at, count: rows.length, leftOut };
  const published = feed.issued > row.issued && row.issued > 0 ? [Math.min(feed.issued, at)] : [];
  return db.transaction('rw', db.captionFeeds, db.preferred, async () => {
    // Another feed may have been set while this one was on its way.
    const changed = await change(db, row, {
      ...planFor(row, outcome, deps, { published }),
      ...{ outcome, validators, readAt: at, title: feed.title, city: feed.city, issued: feed.issued },
    });
    if (!changed) return outcome;
    await db.preferred.clear();
    await db.preferred.bulkPut(rows);
    return outcome;
  });
}

async function takeUnchanged(db: JubirDatabase, row: FeedRow, deps: FeedDeps): Promise<FeedOutcome> {
  const at = deps.now();
  const leftOut = row.outcome?.ok ? row.outcome.leftOut : 0;
  const outcome: FeedOutcome = { ok: true, at, count: await db.preferred.count(), leftOut };
  await change(db, row, { outcome, ...planFor(row, outcome, deps) });
  return outcome;
}

/** A fault of our own is thrown on, and must not come back every half minute: the feed waits as after a failure. */
async function takeFailure(
  db: JubirDatabase,
  row: FeedRow,
  error: unknown,
  deps: FeedDeps,
): Promise<FeedOutcome> {
  const told = reasonOf(error);
  const outcome: FeedOutcome = { ok: false, at: deps.now(), ...(told ?? { reason: 'unreadable' }) };
  const holdMs = error instanceof FetchError ? error.retryAfterMs : null;
  const plan = planFor(row, outcome, deps, { holdMs });
  await change(db, row, told ? { outcome, ...plan } : plan);
  if (!told) throw error;
  return outcome;
}

/** Null for what is neither the host's doing nor the feed's. */
function reasonOf(error: unknown): { reason: FetchReason | FeedReason; status?: number } | null {
  if (error instanceof FeedError) return { reason: error.reason };
  if (!(error instanceof FetchError)) return null;
  return { reason: error.reason, ...(error.status !== null && { status: error.status }) };
}

function planFor(
  row: FeedRow,
  outcome: FeedOutcome,
  deps: FeedDeps,
  told: Parameters<typeof planAfter>[3] = {},
) {
  const zone = -new Date(outcome.at).getTimezoneOffset();
  return planAfter(row, outcome, { dice: (deps.dice ?? Math.random)(), zone }, told);
}

/** Only while it is the same feed. @returns whether it was */
async function change(db: JubirDatabase, { url, key }: FeedRow, fields: Partial<FeedRow>): Promise<boolean> {
  const changed = await db.captionFeeds
    .where('id')
    .equals(feedId)
    .modify((row) => {
      if (row.url === url && row.key === key) Object.assign(row, fields);
    });
  const row = changed > 0 ? await db.captionFeeds.get(feedId) : undefined;
  return row?.url === url && row.key === key;
}
