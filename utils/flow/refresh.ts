import type { JubirDatabase } from '../db/database.ts';
import {
  countOf,
  mergeListing,
  missingPictures,
  noteFailedBody,
  pendingBodies,
  storeBody,
  storePicture,
} from '../release/archive.ts';
import { normaliseReading } from '../release/normalise.ts';
import { scalePicture } from '../release/picture.ts';
import type { Release } from '../release/release.ts';
import { bounds } from '../source/bounds.ts';
import { presets } from '../source/cities.ts';
import { downloadPicture, downloadText } from '../source/download.ts';
import { FetchError, ReadError } from '../source/errors.ts';
import { readReleasePage } from '../source/page.ts';
import { read } from '../source/read.ts';
import type { Download, Outcome, Source } from '../source/source.ts';

/** What a refresh needs from outside; the downloads are there for tests and stand-ins. */
export interface RefreshDeps {
  /** The time, in epoch milliseconds. */
  now: () => number;
  /** Called after each commit: something that a list shows may have changed. */
  onProgress: () => void;
  downloadText?: typeof downloadText;
  downloadPicture?: typeof downloadPicture;
  scalePicture?: typeof scalePicture;
}

/** A city's server is a small one: never more than this many of its pages at a time, or in one refresh. */
const AT_A_TIME = 2;
const PAGES_A_REFRESH = 20;
/** Pictures are wanted for what lists show. */
const PICTURES_AMONG = 30;
/** After this many requests in a row without an answer the site is taken to be down until the next refresh. */
const SILENCES = 3;

/** Refreshes under way, so that two askers get one. */
const running = new Map<string, Promise<Outcome>>();

/** Puts the preset city where there is no source at all, as on the first run. */
export function ensureSources(db: JubirDatabase): Promise<void> {
  return db.transaction('rw', db.sources, async () => {
    if ((await db.sources.count()) === 0) await db.sources.bulkPut([...presets]);
  });
}

/** Refreshes every source, side by side: a slow one holds up no other. */
export async function refreshAll(db: JubirDatabase, deps: RefreshDeps): Promise<Outcome[]> {
  const sources = await db.sources.toArray();
  const settled = await Promise.allSettled(sources.map((source) => refreshSource(db, source, deps)));
  // A fault of our own in one source must not end the wait for the others; it is told once all are done.
  const faults = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
  if (faults.length > 0) throw new AggregateError(faults, 'refresh failed');
  return settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
}

/**
 * Brings one source up to date: its listing or feed, then the pages of releases known only from the listing, newest
 * first, then small pictures. Each step is committed as it is done, so a stopped worker loses one page at most.
 * A failure is no exception but the outcome, stored with the source; what was stored before stays untouched.
 * Two refreshes of one source at a time are one.
 */
export function refreshSource(db: JubirDatabase, source: Source, deps: RefreshDeps): Promise<Outcome> {
  const key = `${db.name} ${source.id}`;
  const current = running.get(key);
  if (current) return current;
  const started = refresh(db, source, deps).finally(() => running.delete(key));
  running.set(key, started);
  return started;
}

async function refresh(db: JubirDatabase, given: Source, deps: RefreshDeps): Promise<Outcome> {
  // The stored row is newer than what a caller may have read some time ago.
  const source = (await db.sources.get(given.id)) ?? given;
  const outcome = await refreshListing(db, source, deps);
  deps.onProgress();
  if (outcome.ok) {
    if (source.kind === 'page') await refreshBodies(db, source, deps);
    await refreshPictures(db, source, deps);
  }
  return outcome;
}

async function refreshListing(db: JubirDatabase, source: Source, deps: RefreshDeps): Promise<Outcome> {
  const get = deps.downloadText ?? downloadText;
  try {
    const stored = await countOf(db, source.id);
    const download = await get(source.url, {
      hosts: source.hosts,
      maxBytes: source.kind === 'page' ? bounds.pageBytes : bounds.feedBytes,
      // "Nothing changed" is no answer to an archive that is empty.
      ...(stored > 0 && source.validators && { validators: source.validators }),
    });
    const at = deps.now();
    if (download === 'not-modified') {
      return await settle(db, source, { ok: true, at, count: stored, fresh: 0 });
    }
    return await takeListing(db, source, download, at);
  } catch (error) {
    return await settle(db, source, failure(error, deps.now()));
  }
}

/** Merges a listing and its outcome in one transaction: the validators are only kept with what they vouch for. */
function takeListing(db: JubirDatabase, source: Source, download: Download, at: number): Promise<Outcome> {
  const reading = read(download, source);
  const releases = normaliseReading(reading, source, at);
  if (releases.length === 0) throw new ReadError('empty', `${source.url} lists nothing`);
  return db.transaction('rw', db.releases, db.pictures, db.sources, async () => {
    const { fresh, total } = await mergeListing(db, source, releases);
    const outcome: Outcome = { ok: true, at, count: total, fresh };
    const repairs = reading.repairs;
    await db.sources.update(source.id, { outcome, validators: download.validators, repairs });
    return outcome;
  });
}

/** Only these fields are written: the official may have renamed or removed the source meanwhile. */
async function settle(db: JubirDatabase, source: Source, outcome: Outcome): Promise<Outcome> {
  await db.sources.update(source.id, { outcome });
  return outcome;
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

async function refreshBodies(db: JubirDatabase, source: Source, deps: RefreshDeps): Promise<void> {
  const get = deps.downloadText ?? downloadText;
  const pending = await pendingBodies(db, source.id, PAGES_A_REFRESH);
  await eachUntilSilent(pending, async (release) => {
    try {
      const download = await get(release.url, { hosts: source.hosts, maxBytes: bounds.pageBytes });
      if (download === 'not-modified') throw new ReadError('unreadable', '304 to an unconditional request');
      const page = readReleasePage(download, source);
      if (page.paragraphs.length === 0) throw new ReadError('empty', `${release.url} has no body`);
      await storeBody(db, release.id, page);
    } catch (error) {
      if (isSilence(error)) return 'silent';
      await noteFailedBody(db, release.id, isGone(error));
    }
    deps.onProgress();
    return 'answered';
  });
}

async function refreshPictures(db: JubirDatabase, source: Source, deps: RefreshDeps): Promise<void> {
  const missing = await missingPictures(db, source.id, PICTURES_AMONG, deps.now());
  const hosts = [...source.imageHosts, ...source.hosts];
  await eachUntilSilent(missing, async (release) => {
    try {
      await storePicture(db, release.id, await fetchPicture(release, hosts, deps), deps.now());
    } catch (error) {
      if (!(error instanceof FetchError)) throw error;
      if (error.reason === 'offline') return 'silent';
      // A list can do without: whatever went wrong, a day passes before it is asked for again.
      await storePicture(db, release.id, null, deps.now());
      if (isSilence(error)) return 'silent';
    }
    deps.onProgress();
    return 'answered';
  });
}

async function fetchPicture(
  release: Release & { image: string },
  hosts: string[],
  deps: RefreshDeps,
): Promise<string | null> {
  const blob = await (deps.downloadPicture ?? downloadPicture)(release.image, { hosts });
  return (deps.scalePicture ?? scalePicture)(blob);
}

/** No answer at all: nothing is known of the page, so nothing is held against it. */
function isSilence(error: unknown): boolean {
  return error instanceof FetchError && ['offline', 'no-answer', 'timeout'].includes(error.reason);
}

function isGone(error: unknown): boolean {
  if (error instanceof FetchError) return error.reason === 'not-found';
  if (error instanceof ReadError) return false;
  throw error;
}

/** Works through a list in order, two at a time, and leaves off when the site has fallen silent. */
async function eachUntilSilent<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<'answered' | 'silent'>,
): Promise<void> {
  const queue = [...items];
  let silences = 0;
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined && silences < SILENCES; item = queue.shift()) {
      silences = (await work(item)) === 'silent' ? silences + 1 : 0;
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
}
