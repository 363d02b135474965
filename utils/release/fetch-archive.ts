import type { JubirDatabase } from '../db/database.ts';
import { bounds } from '../source/bounds.ts';
import { FetchError, ReadError } from '../source/errors.ts';
import { limits } from '../source/limits.ts';
import { Budget, isSilence, type Reach } from '../source/polite.ts';
import type { ArchiveProgress, Source } from '../source/source.ts';
import { mergeListing } from './archive.ts';
import { readPending } from './bodies.ts';
import { type OlderPage, readOlder } from './older.ts';

/** What fetching an archive needs from outside. */
export interface ArchiveReach extends Reach {
  /** Waits between two pages; for tests. */
  pause?: (ms: number) => Promise<void>;
}

export interface ArchiveOptions {
  /** How far back to go, epoch milliseconds. Ignored when an unfinished one is taken up again. */
  until: number;
  /** Told after every page, when it is in the archive. */
  onProgress?: (progress: ArchiveProgress) => void;
  /** Stops it after the page under way; what was read stays. */
  signal?: AbortSignal;
}

/** Archives under way in this context, so that an alarm does not start one twice. */
const running = new Map<string, Promise<ArchiveProgress>>();

/**
 * "Ambil arsip": pages back through a source, newest first, until a date. Every page is committed with the place it
 * came to, so that a stopped worker loses one page at most: call it again, on an alarm, and it goes on. What it finds is
 * no news: it counts as read. `stopArchive` ends it from anywhere.
 * @returns how it stands: `running` when a failure that may pass is to be tried again at `retryAt`
 */
export function fetchArchive(
  db: JubirDatabase,
  source: Source,
  options: ArchiveOptions,
  reach: ArchiveReach,
): Promise<ArchiveProgress> {
  const key = `${db.name} ${source.id}`;
  const current = running.get(key);
  if (current) return join(db, source, current, options, reach);
  const started = walk(db, source, options, reach).finally(() => running.delete(key));
  running.set(key, started);
  return started;
}

/**
 * One that is under way answers for whoever asks meanwhile; but one that was told to stop, and is still at its last
 * page, is waited for and begun again.
 */
async function join(
  db: JubirDatabase,
  source: Source,
  current: Promise<ArchiveProgress>,
  options: ArchiveOptions,
  reach: ArchiveReach,
): Promise<ArchiveProgress> {
  const isStopping = (await db.sources.get(source.id))?.archive?.state === 'stopped';
  const progress = await current;
  return isStopping ? fetchArchive(db, source, options, reach) : progress;
}

/** Stops a source's archive where it is; it can be taken up again from there. */
export async function stopArchive(db: JubirDatabase, sourceId: string): Promise<void> {
  await db.sources
    .where('id')
    .equals(sourceId)
    .modify((row) => {
      if (row.archive?.state === 'running') row.archive.state = 'stopped';
    });
}

/** The sources whose archive is to go on now: unfinished, and not waiting for a site to recover. */
export async function archivesToResume(db: JubirDatabase, now: number): Promise<Source[]> {
  const sources = await db.sources.toArray();
  return sources.filter(
    ({ archive }) =>
      archive?.state === 'running' && (archive.retryAt === undefined || archive.retryAt <= now),
  );
}

async function walk(
  db: JubirDatabase,
  source: Source,
  options: ArchiveOptions,
  reach: ArchiveReach,
): Promise<ArchiveProgress> {
  const pause = reach.pause ?? ((ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)));
  let progress = await begin(db, source, options.until, reach.now());
  while (progress.state === 'running' && progress.retryAt === undefined) {
    if (options.signal?.aborted)
      return (await keep(db, source.id, { ...progress, state: 'stopped' })) ?? progress;
    const next = await step(db, source, progress, options.signal, reach);
    // A source that was removed, or an archive that was stopped meanwhile, is not written back.
    if (!next) return { ...progress, state: 'stopped' };
    progress = next;
    options.onProgress?.(progress);
    reach.onProgress();
    if (progress.state === 'running' && progress.retryAt === undefined) {
      if (source.kind === 'page') await readPending(db, source, reach, new Budget(limits.archiveBodies));
      await pause(limits.archivePauseMs);
    }
  }
  return progress;
}

async function begin(
  db: JubirDatabase,
  source: Source,
  until: number,
  now: number,
): Promise<ArchiveProgress> {
  const stored = (await db.sources.get(source.id))?.archive;
  const unfinished =
    stored && (stored.state === 'running' || (stored.state !== 'done' && until >= stored.until));
  if (unfinished) {
    const { retryAt: _, reason: __, ...rest } = stored;
    const resumed: ArchiveProgress = { ...rest, state: 'running' };
    // Asked for again by hand, it has all its tries again.
    if (stored.state !== 'running') delete resumed.failures;
    await db.sources.update(source.id, { archive: resumed });
    return resumed;
  }
  const oldest = await db.releases
    .where('[sourceId+order]')
    .between([source.id, Number.NEGATIVE_INFINITY], [source.id, Number.POSITIVE_INFINITY], true, true)
    .first();
  const fresh: ArchiveProgress = {
    state: 'running',
    startedAt: now,
    until,
    found: 0,
    reached: null,
    page: 2,
    next: null,
    // Below everything that a front page holds.
    count: bounds.items,
    order: oldest?.order ?? null,
    last: null,
  };
  await db.sources.update(source.id, { archive: fresh });
  return fresh;
}

/** Reads and stores one page; null when somebody stopped it meanwhile. */
async function step(
  db: JubirDatabase,
  source: Source,
  progress: ArchiveProgress,
  signal: AbortSignal | undefined,
  reach: ArchiveReach,
): Promise<ArchiveProgress | null> {
  // Before the city is asked for a page that would be thrown away.
  if ((await db.sources.get(source.id))?.archive?.state !== 'running') return null;
  let older: OlderPage | 'end-of-site' | 'no-paging';
  try {
    older = await readOlder(db, source, progress, reach, signal);
  } catch (error) {
    if (signal?.aborted) return keep(db, source.id, { ...progress, state: 'stopped' });
    return keep(db, source.id, failed(progress, error, reach.now()));
  }
  if (typeof older === 'string') {
    // A site that shows its first page whatever is asked for has no second one.
    return keep(db, source.id, { ...progress, state: 'done', reason: older });
  }
  const { releases, paging } = older;
  return db.transaction('rw', [db.releases, db.pictures, db.versions, db.sources], async () => {
    if ((await db.sources.get(source.id))?.archive?.state !== 'running') return null;
    // The last page reaches further back than was asked for.
    const wanted = releases.filter(({ published }) => (published?.at ?? progress.until) >= progress.until);
    const { added } = await mergeListing(db, source, wanted, { newsFrom: Number.POSITIVE_INFINITY });
    const dates = releases.flatMap((release) => release.published?.at ?? []);
    const reached =
      dates.length > 0 ? Math.min(...dates, progress.reached ?? Number.POSITIVE_INFINITY) : progress.reached;
    const { failures: _, ...rest } = progress;
    const next: ArchiveProgress = { ...rest, ...paging, found: progress.found + added, reached };
    // A pinned old release must not end it: all of the page is older.
    if (dates.length > 0 && Math.max(...dates) < progress.until) next.state = 'done';
    else if (next.page > limits.archivePages) Object.assign(next, { state: 'done', reason: 'page-limit' });
    await db.sources.update(source.id, { archive: next });
    return next;
  });
}

function failed(progress: ArchiveProgress, error: unknown, now: number): ArchiveProgress {
  if (!(error instanceof FetchError || error instanceof ReadError)) throw error;
  const { reason } = error;
  const failures = (progress.failures ?? 0) + 1;
  const mayPass = isSilence(error) || reason === 'status';
  if (!mayPass || failures > limits.archiveRetries) return { ...progress, state: 'failed', reason, failures };
  const asked = error instanceof FetchError ? (error.retryAfterMs ?? 0) : 0;
  const backOff = Math.min(limits.archiveFirstRetryMs * 2 ** (failures - 1), limits.archiveLastRetryMs);
  return { ...progress, reason, failures, retryAt: now + Math.max(asked, backOff) };
}

/** Stores a state, unless the archive was stopped or the source removed. */
async function keep(
  db: JubirDatabase,
  sourceId: string,
  progress: ArchiveProgress,
): Promise<ArchiveProgress | null> {
  let kept: ArchiveProgress | null = null;
  await db.sources
    .where('id')
    .equals(sourceId)
    .modify((row) => {
      if (row.archive?.state !== 'running') return;
      row.archive = progress;
      kept = progress;
    });
  return kept;
}
