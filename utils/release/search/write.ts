import type { JubirDatabase, SearchSegment } from '../../db/database.ts';
import type { Release } from '../release.ts';
import { cityDay } from './dates.ts';
import { FORMAT, openSegment } from './layout.ts';
import { markOf, marks, unmarked } from './mark.ts';
import { mergeSegments } from './merge.ts';
import { type IndexDoc, packSegment } from './pack.ts';

/** Releases that are indexed at a time: a stopped worker loses no more. */
const BATCH = 250;
/** So many segments of a size, or smaller ones, make one of the next size; each is four times the one before. */
const FAN = 4;
const SMALLEST_TIER = 16;

/** The one who writes; the background alone does, and one step follows the other. */
const queues = new Map<string, Promise<unknown>>();

function inTurn<T>(db: JubirDatabase, work: () => Promise<T>): Promise<T> {
  const before = queues.get(db.name) ?? Promise.resolve();
  const result = before.then(work, work);
  queues.set(
    db.name,
    result.catch(() => {}),
  );
  return result;
}

/**
 * Indexes releases, new or changed, as one more segment, and marks them as indexed in the same transaction; older
 * entries of theirs no longer count. Then merges small segments, step by step.
 */
export function indexReleases(db: JubirDatabase, releases: readonly Release[]): Promise<void> {
  return inTurn(db, () => write(db, releases));
}

/** Takes releases out of the index. */
export function removeFromIndex(db: JubirDatabase, ids: readonly string[]): Promise<void> {
  return inTurn(db, async () => {
    if (ids.length === 0) return;
    await db.transaction('rw', db.searchSegments, db.searchData, () => append(db, packSegment([], ids), 0));
    await mergeAll(db);
  });
}

/**
 * Indexes whatever is not, newest first, in small batches each committed by itself: started again after a worker was
 * stopped, it goes on where that one left off. Costs two counts when there is nothing to do.
 * @param proceed asked before each batch with how many are done; false stops
 * @returns how many releases were indexed
 */
export async function indexPending(
  db: JubirDatabase,
  proceed: (done: number) => boolean = () => true,
): Promise<number> {
  await inTurn(db, () => dropOtherFormats(db));
  const pending = await pendingIds(db);
  let done = 0;
  while (done < pending.length && proceed(done)) {
    const ids = pending.slice(done, done + BATCH);
    await inTurn(db, async () => {
      const releases = await db.releases.bulkGet(ids);
      await write(
        db,
        releases.filter((release) => release !== undefined),
      );
    });
    done += ids.length;
  }
  return Math.min(done, pending.length);
}

/** Ids of the releases that the index does not hold as they are, newest first where they are many. */
async function pendingIds(db: JubirDatabase): Promise<string[]> {
  const marked = () => db.releases.where('indexed').between(...marks, true, true);
  const missing = (await db.releases.count()) - (await marked().count());
  if (missing === 0) return [];
  // A few new ones must not cost a walk through all that are there.
  if (missing <= BATCH) {
    const unheld = await db.releases.where('indexed').equals(unmarked).primaryKeys();
    if (unheld.length === missing) return unheld;
  }
  const done = new Set(await marked().primaryKeys());
  const all = await db.releases.orderBy('order').reverse().primaryKeys();
  return all.filter((id) => !done.has(id));
}

async function write(db: JubirDatabase, releases: readonly Release[]): Promise<void> {
  if (releases.length === 0) return;
  const data = packSegment(releases.map(toDoc));
  const changes = releases.map((release) => ({ key: release.id, changes: { indexed: markOf(release) } }));
  await db.transaction('rw', db.releases, db.searchSegments, db.searchData, async () => {
    await append(db, data, releases.length);
    // If a release was changed meanwhile, its mark does not hold (`mark.ts`), and its turn comes again.
    await db.releases.bulkUpdate(changes);
  });
  await mergeAll(db);
}

function toDoc(release: Release): IndexDoc {
  const { id, sourceId, title, paragraphs, categories, published, firstSeenAt } = release;
  const at = published?.at ?? firstSeenAt;
  return {
    id,
    sourceId,
    title,
    body: [...categories, ...paragraphs],
    minute: Math.min(Math.max(0, Math.floor(at / 60_000)), 2 ** 32 - 1),
    day: published ? Math.min(Math.max(1, cityDay(published.at)), 65_535) : 0,
  };
}

/**
 * Adds a segment, within the caller's transaction.
 * @param inPlaceOf the segments it was merged from, oldest first: it is as old as the newest of them
 */
async function append(
  db: JubirDatabase,
  data: ArrayBuffer,
  docs: number,
  inPlaceOf: readonly SearchSegment[] = [],
): Promise<void> {
  const last = await db.searchSegments.orderBy('id').last();
  // Never one that was used before, not even after all were dropped: open pages know segments by it.
  const id = Math.max((last?.id ?? 0) + 1, Date.now());
  const ids = inPlaceOf.map((row) => row.id);
  await db.searchSegments.bulkDelete(ids);
  await db.searchData.bulkDelete(ids);
  const age = inPlaceOf.at(-1)?.age ?? id;
  await db.searchSegments.add({ id, age, format: FORMAT, docs, bytes: data.byteLength });
  await db.searchData.add({ id, data });
}

async function dropOtherFormats(db: JubirDatabase): Promise<void> {
  await db.transaction('rw', db.searchSegments, db.searchData, async () => {
    const others = await db.searchSegments.filter(({ format }) => format !== FORMAT).primaryKeys();
    await db.searchSegments.bulkDelete(others);
    await db.searchData.bulkDelete(others);
  });
}

async function mergeAll(db: JubirDatabase): Promise<void> {
  while (await mergeOnce(db));
}

/** Merges one run of segments, the newest ones, in one transaction: stopped in the middle, nothing has happened. */
function mergeOnce(db: JubirDatabase): Promise<boolean> {
  return db.transaction('rw', db.releases, db.searchSegments, db.searchData, async () => {
    const rows = await db.searchSegments.orderBy('age').toArray();
    const from = runToMerge(rows);
    const run = rows.slice(from);
    if (run.length < 2) return false;
    const ids = run.map(({ id }) => id);
    const segments = (await db.searchData.bulkGet(ids)).flatMap((row) => {
      const segment = row && openSegment(row.data);
      return segment ? [segment] : [];
    });
    if (segments.length < run.length) {
      await startAnew(db);
      return false;
    }
    const kept = from === 0 ? new Set(await db.releases.toCollection().primaryKeys()) : null;
    const data = mergeSegments(segments, from === 0, (id) => kept?.has(id) ?? true);
    await append(db, data, openSegment(data)?.docs ?? 0, run);
    return true;
  });
}

/** A segment that is damaged cannot be told apart by its releases: all are indexed again, in their turn. */
async function startAnew(db: JubirDatabase): Promise<void> {
  await db.searchSegments.clear();
  await db.searchData.clear();
  await db.releases
    .where('indexed')
    .above(0)
    .modify((release) => {
      delete release.indexed;
    });
}

/**
 * Where the run of newest segments begins that is due to be merged; behind the last where none is.
 * @param rows oldest first
 */
export function runToMerge(rows: readonly Pick<SearchSegment, 'docs'>[]): number {
  const tiers = rows.map(({ docs }) =>
    Math.max(0, Math.floor(Math.log(docs / SMALLEST_TIER) / Math.log(FAN))),
  );
  for (let tier = 0; tier <= Math.max(0, ...tiers); tier++) {
    let from = rows.length;
    while (from > 0 && (tiers[from - 1] ?? 0) <= tier) from--;
    if (tiers.slice(from).filter((each) => each === tier).length >= FAN) return from;
  }
  return rows.length;
}
