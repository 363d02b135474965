import type { JubirDatabase } from '../db/database.ts';
import { countOf, mergeListing } from '../release/archive.ts';
import { readPending, recheck } from '../release/bodies.ts';
import { pruneChecks } from '../release/due.ts';
import { withKnownIds } from '../release/moved.ts';
import { normaliseReading } from '../release/normalise.ts';
import { joinGap, startPaging, sweep } from '../release/older.ts';
import { fetchPictures, type PictureReach } from '../release/pictures.ts';
import type { Release } from '../release/release.ts';
import { unsettledBodies } from '../release/settled.ts';
import { coverage, isJoined } from '../release/window.ts';
import { noteMissing, noteStillMissing } from '../release/withdrawn.ts';
import { bounds } from '../source/bounds.ts';
import { presets } from '../source/cities.ts';
import { downloadText } from '../source/download.ts';
import { FetchError, ReadError } from '../source/errors.ts';
import { limits } from '../source/limits.ts';
import { Budget } from '../source/polite.ts';
import { read } from '../source/read.ts';
import { afterHold, isAskable, type Plan, planAfter } from '../source/schedule.ts';
import type { Download, Outcome, Reading, Source, Validators } from '../source/source.ts';
import { trusted } from '../source/trusted.ts';

/** What a refresh needs from outside; the downloads are there for tests and stand-ins. */
export interface RefreshDeps extends PictureReach {
  /** From 0 to below 1, for the next time; chance by default. */
  dice?: () => number;
  /** The official asked for it: pages are looked at again although it is not long since. */
  eager?: boolean;
}

/** A refresh under way. */
interface Run {
  outcome: Promise<Outcome>;
  /** Its listing was taken: whoever asks from now on wants to know what came since. */
  listed: boolean;
  /** The one that follows it, where somebody asked so late. */
  next?: Promise<Outcome>;
}

/** Refreshes under way, so that two askers get one. */
const running = new Map<string, Run>();

/** Puts the preset city, or these sources, where there is no source at all, as on the first run. */
export function ensureSources(db: JubirDatabase, first: readonly Source[] = presets): Promise<void> {
  return db.transaction('rw', db.sources, async () => {
    if ((await db.sources.count()) === 0) await db.sources.bulkPut([...first]);
  });
}

/**
 * Refreshes sources side by side: a slow one holds up no other. One that is paused, or whose server asked to be left
 * alone, is left alone.
 * @param which chooses among the others; all by default
 */
export async function refreshAll(
  db: JubirDatabase,
  deps: RefreshDeps,
  which: (source: Source) => boolean = () => true,
): Promise<Outcome[]> {
  const now = deps.now();
  const sources = (await db.sources.toArray()).filter((source) => isAskable(source, now) && which(source));
  const settled = await Promise.allSettled(sources.map((source) => refreshSource(db, source, deps)));
  // A fault of our own in one source must not end the wait for the others; it is told once all are done.
  const faults = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
  if (faults.length > 0) throw new AggregateError(faults, 'refresh failed');
  return settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
}

/**
 * Brings one source up to date: its listing or feed, the pages between it and what was known, the pages of releases
 * known only from the listing, newest first, a second look at recent ones, then small pictures. Each step is committed
 * as it is done, so a stopped worker loses one page at most. A failure is no exception but the outcome, stored with the
 * source; what was stored before stays untouched. Two refreshes of one source at a time are one, unless the first has
 * read the listing: then the second follows it.
 */
export function refreshSource(db: JubirDatabase, source: Source, deps: RefreshDeps): Promise<Outcome> {
  const key = `${db.name} ${source.id}`;
  const current = running.get(key);
  if (current) {
    if (!current.listed) return current.outcome;
    const again = () => refreshSource(db, source, deps);
    current.next ??= current.outcome.then(again, again);
    return current.next;
  }
  const outcome = refresh(db, source, deps, () => {
    run.listed = true;
  })
    .catch((fault: unknown) => afterFault(db, source, deps, fault))
    .finally(() => running.delete(key));
  const run: Run = { outcome, listed: false };
  running.set(key, run);
  return outcome;
}

/** A fault of our own must not come back every half minute: the source waits as after a failure. */
async function afterFault(
  db: JubirDatabase,
  source: Source,
  deps: RefreshDeps,
  fault: unknown,
): Promise<never> {
  const stored = (await db.sources.get(source.id)) ?? source;
  const plan = planFor(stored, { ok: false, at: deps.now(), reason: 'unreadable' }, deps);
  await change(db, source, (row) => void Object.assign(row, plan));
  throw fault;
}

async function refresh(
  db: JubirDatabase,
  given: Source,
  deps: RefreshDeps,
  onListed: () => void,
): Promise<Outcome> {
  // The stored row is newer than what a caller may have read some time ago.
  const source = (await db.sources.get(given.id)) ?? given;
  const budget = new Budget(limits.pagesARefresh);
  const outcome = await refreshListing(db, source, deps, budget);
  onListed();
  deps.onProgress();
  if (outcome.ok) {
    await joinGap(db, source, deps, budget);
    if (source.kind === 'page') await readPending(db, source, deps, budget);
    await recheck(db, source, deps, budget, deps.eager ?? false);
    await fetchPictures(db, source, deps, budget);
    await pruneChecks(db, source, deps.now());
    if (budget.holdMs !== null) await hold(db, source, budget.holdMs, deps);
  }
  return outcome;
}

async function refreshListing(
  db: JubirDatabase,
  source: Source,
  deps: RefreshDeps,
  budget: Budget,
): Promise<Outcome> {
  try {
    const validators = await usableValidators(db, source, deps.now());
    const download = await getListing(source, deps, validators);
    const at = deps.now();
    if (download === 'not-modified') return await takeUnchanged(db, source, at, deps);
    const reading = read(download, source);
    const releases = await withKnownIds(db, source, normaliseReading(reading, source, at));
    if (releases.length === 0) throw new ReadError('empty', `${source.url} lists nothing`);
    const unsettled = await unsettledBodies(db, source, releases, budget, () => readAgain(db, source, deps));
    const outcome = await takeListing(db, source, { download, reading, releases }, unsettled, at, deps);
    await sweep(db, source, { download, releases }, deps, budget);
    return outcome;
  } catch (error) {
    return await takeFailure(db, source, error, deps);
  }
}

function getListing(source: Source, deps: RefreshDeps, validators?: Validators) {
  return (deps.downloadText ?? downloadText)(source.url, {
    hosts: source.hosts,
    maxBytes: source.kind === 'page' ? bounds.pageBytes : bounds.feedBytes,
    ...(validators && { validators }),
  });
}

/** "Nothing changed" is no answer to an archive that is empty, and no answer to be believed for ever. */
async function usableValidators(
  db: JubirDatabase,
  source: Source,
  now: number,
): Promise<Validators | undefined> {
  const isOld = now - (source.readAt ?? now) >= limits.wholeMs;
  return isOld || (await countOf(db, source.id)) === 0 ? undefined : source.validators;
}

/** The listing once more, whole, right after the first time. */
async function readAgain(db: JubirDatabase, source: Source, deps: RefreshDeps): Promise<Release[]> {
  const again = await getListing(source, deps);
  if (again === 'not-modified') throw new ReadError('unreadable', '304 to an unconditional request');
  return withKnownIds(db, source, normaliseReading(read(again, source), source, deps.now()));
}

interface Listing {
  download: Download;
  reading: Reading;
  releases: Release[];
}

/** Merges a listing and its outcome in one transaction: the validators are only kept with what they vouch for. */
function takeListing(
  db: JubirDatabase,
  source: Source,
  listing: Listing,
  unsettled: ReadonlySet<string>,
  at: number,
  deps: RefreshDeps,
): Promise<Outcome> {
  const { releases, reading, download } = listing;
  const tables = [db.releases, db.pictures, db.versions, db.checks, db.sources];
  return db.transaction('rw', tables, async () => {
    const known = new Map(
      (await db.releases.bulkGet(releases.map((release) => release.id))).flatMap((row) =>
        row ? [[row.id, row]] : [],
      ),
    );
    const first = source.importedAt === undefined && (await countOf(db, source.id)) === 0;
    const newsFrom = source.coveredFrom ?? Number.NEGATIVE_INFINITY;
    const { fresh, total } = await mergeListing(db, source, releases, { unsettled, newsFrom });
    const from = coverage(releases, known);
    if (from !== null) await noteMissing(db, source.id, releases, { from }, at);
    const outcome: Outcome = { ok: true, at, count: total, fresh };
    const joined = first || isJoined(releases, (release) => known.has(release.id));
    const news = first ? [] : releases.filter((release) => !known.has(release.id));
    const plan = planFor(source, outcome, deps, { published: news.map((release) => cameOut(release, at)) });
    await change(db, source, (row) => {
      Object.assign(row, {
        outcome,
        ...plan,
        validators: trusted(download),
        repairs: reading.repairs,
        readAt: at,
      });
      row.importedAt ??= at;
      if (reading.learnt) row.learnt = reading.learnt;
      if (from === null) delete row.coveredFrom;
      else row.coveredFrom = from;
      // The walk begins anew from here; it ends at what was known before the older gap opened.
      if (!joined) row.gap = { ...startPaging(source, listing), since: row.gap?.since ?? at };
    });
    return outcome;
  });
}

/** When it came out, as far as that says something of the city's hours. */
function cameOut(release: Release, at: number): number {
  return release.published?.precision === 'time' ? release.published.at : at;
}

function takeUnchanged(db: JubirDatabase, source: Source, at: number, deps: RefreshDeps): Promise<Outcome> {
  return db.transaction('rw', db.releases, db.checks, db.sources, async () => {
    if (source.coveredFrom !== undefined) await noteStillMissing(db, source.id, source.coveredFrom, at);
    const outcome: Outcome = { ok: true, at, count: await countOf(db, source.id), fresh: 0 };
    const plan = planFor(source, outcome, deps);
    await change(db, source, (row) => void Object.assign(row, { outcome, ...plan }));
    return outcome;
  });
}

async function takeFailure(
  db: JubirDatabase,
  source: Source,
  error: unknown,
  deps: RefreshDeps,
): Promise<Outcome> {
  const outcome = failure(error, deps.now());
  const plan = planFor(source, outcome, deps, {
    holdMs: error instanceof FetchError ? error.retryAfterMs : null,
  });
  await change(db, source, (row) => void Object.assign(row, { outcome, ...plan }));
  return outcome;
}

function planFor(
  source: Source,
  outcome: Outcome,
  deps: RefreshDeps,
  told: Parameters<typeof planAfter>[3] = {},
): Plan {
  const zone = -new Date(outcome.at).getTimezoneOffset();
  return planAfter(source, outcome, { dice: (deps.dice ?? Math.random)(), zone }, told);
}

/** The listing was read, but a page behind it said "too many requests": the next refresh waits as it asked. */
async function hold(db: JubirDatabase, source: Source, holdMs: number, deps: RefreshDeps): Promise<void> {
  const until = deps.now() + holdMs;
  await change(db, source, (row) => {
    row.holdUntil = Math.max(row.holdUntil ?? 0, until);
    row.nextAt = Math.max(row.nextAt ?? 0, afterHold(until, (deps.dice ?? Math.random)()));
  });
}

/** Only the fields that `write` sets change: the official may have renamed or removed the source meanwhile. */
async function change(db: JubirDatabase, source: Source, write: (row: Source) => void): Promise<void> {
  await db.sources.where('id').equals(source.id).modify(write);
}

/** Anything that is not the site's doing, such as a full disk, is not an outcome but a fault, and is thrown on. */
function failure(error: unknown, at: number): Outcome {
  if (error instanceof ReadError) return { ok: false, at, reason: error.reason };
  if (error instanceof FetchError) {
    const { reason, status } = error;
    return { ok: false, at, reason, ...(status !== null && { status }) };
  }
  throw error;
}
