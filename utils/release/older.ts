import type { JubirDatabase } from '../db/database.ts';
import { bounds } from '../source/bounds.ts';
import { downloadText } from '../source/download.ts';
import { FetchError, ReadError, SourceError } from '../source/errors.ts';
import { limits } from '../source/limits.ts';
import { nextPage, pageAddress } from '../source/paging.ts';
import type { Budget, Reach } from '../source/polite.ts';
import { read } from '../source/read.ts';
import type { Download, Paging, Source } from '../source/source.ts';
import { mergeListing } from './archive.ts';
import { withKnownIds } from './moved.ts';
import { normaliseReading } from './normalise.ts';
import type { Release } from './release.ts';
import { coverage, isJoined } from './window.ts';
import { noteMissing } from './withdrawn.ts';

/** One older page, and where to go on from there. */
export interface OlderPage {
  releases: Release[];
  paging: Paging;
}

/** The walk's beginning: below the front page. */
export function startPaging(
  source: Source,
  front: { releases: readonly Release[]; download: Download },
): Paging {
  return {
    page: 2,
    next: nextPage(front.download, source, 2),
    count: front.releases.length,
    order: front.releases.at(-1)?.order ?? null,
    last: front.releases.at(-1)?.id ?? null,
  };
}

/**
 * Reads the page that a walk has come to.
 * @returns `end-of-site` below the last page, `no-paging` where the site shows the same page again
 * @throws SourceError
 */
export async function readOlder(
  db: JubirDatabase,
  source: Source,
  paging: Paging,
  reach: Reach,
  signal?: AbortSignal,
): Promise<OlderPage | 'end-of-site' | 'no-paging'> {
  const url = pageAddress(source, paging.page, paging.next);
  try {
    const download = await (reach.downloadText ?? downloadText)(url, {
      hosts: source.hosts,
      maxBytes: source.kind === 'page' ? bounds.pageBytes : bounds.feedBytes,
      ...(signal && { signal }),
    });
    if (download === 'not-modified') throw new ReadError('unreadable', '304 to an unconditional request');
    // A row without a year is older than the page before, not near to the moment of asking.
    const receivedAt = paging.order ?? download.receivedAt;
    const reading = read({ ...download, ...(receivedAt !== undefined && { receivedAt }) }, source);
    const releases = await withKnownIds(db, source, normaliseReading(reading, source, reach.now(), paging));
    const last = releases.at(-1);
    if (!last) return 'end-of-site';
    if (last.id === paging.last) return 'no-paging';
    return {
      releases,
      paging: {
        page: paging.page + 1,
        next: nextPage(download, source, paging.page + 1),
        count: paging.count + releases.length,
        order: last.order,
        last: last.id,
      },
    };
  } catch (error) {
    if (isEnd(error)) return 'end-of-site';
    throw error;
  }
}

/** 404, an empty listing, or 400, which WordPress's REST interface answers below its last page. */
function isEnd(error: unknown): boolean {
  if (error instanceof ReadError) return error.reason === 'empty';
  return error instanceof FetchError && (error.reason === 'not-found' || error.status === 400);
}

/**
 * Pages back from a front page that had moved past all that was known, until it joins. What is found is news. How far
 * it came stands with the source after every page, so that the next refresh goes on from there.
 */
export async function joinGap(
  db: JubirDatabase,
  source: Source,
  reach: Reach,
  budget: Budget,
): Promise<void> {
  let gap = (await db.sources.get(source.id))?.gap;
  if (!gap) return;
  // Releases that came meanwhile pushed others down, ones that went pulled them up: one page is read again.
  if (gap.page > 2 && gap.next === null) gap = { ...gap, page: gap.page - 1, last: null };
  for (let pages = 0; gap && pages < limits.gapPages && budget.take(); pages++) {
    let older: Awaited<ReturnType<typeof readOlder>>;
    try {
      older = await readOlder(db, source, gap, reach);
    } catch (error) {
      budget.heed(error);
      // The gap stays for the next refresh.
      if (error instanceof SourceError) return;
      throw error;
    }
    gap = await takeGapPage(db, source, gap, older);
    reach.onProgress();
  }
}

type Gap = NonNullable<Source['gap']>;

function takeGapPage(
  db: JubirDatabase,
  source: Source,
  gap: Gap,
  older: Awaited<ReturnType<typeof readOlder>>,
): Promise<Gap | undefined> {
  const tables = [db.releases, db.pictures, db.versions, db.sources];
  return db.transaction('rw', tables, async () => {
    let next: Gap | undefined;
    if (typeof older !== 'string') {
      const known = await db.releases.bulkGet(older.releases.map((release) => release.id));
      const before = new Set(known.flatMap((row) => (row && row.firstSeenAt < gap.since ? [row.id] : [])));
      await mergeListing(db, source, older.releases);
      const joined = isJoined(older.releases, (release) => before.has(release.id));
      if (!joined && older.paging.page <= limits.gapLimit) next = { ...older.paging, since: gap.since };
    }
    await db.sources
      .where('id')
      .equals(source.id)
      .modify((row) => {
        if (next) row.gap = next;
        else delete row.gap;
      });
    return next;
  });
}

/**
 * Now and then, reads on below the front page until the last seven days are covered, so that a correction or a
 * withdrawal is seen there, too. For feeds; a listing's releases are looked at one by one.
 */
export async function sweep(
  db: JubirDatabase,
  source: Source,
  front: { releases: readonly Release[]; download: Download },
  reach: Reach,
  budget: Budget,
): Promise<void> {
  const now = reach.now();
  const floor = now - limits.recentMs;
  const frontFrom = coverage(front.releases);
  if (source.kind === 'page' || frontFrom === null || frontFrom <= floor) return;
  const stored = await db.sources.get(source.id);
  if (!stored || stored.gap || now - (stored.sweptAt ?? 0) < limits.sweepEveryMs) return;
  if (!(await hasBelow(db, source.id, floor, frontFrom))) return;
  const listed = [...front.releases];
  let paging = startPaging(source, front);
  for (let pages = 0; pages < limits.sweepPages && budget.take(); pages++) {
    let older: Awaited<ReturnType<typeof readOlder>>;
    try {
      older = await readOlder(db, source, paging, reach);
    } catch (error) {
      budget.heed(error);
      if (error instanceof SourceError) return;
      throw error;
    }
    if (typeof older === 'string') break;
    listed.push(...older.releases);
    paging = older.paging;
    // What was never seen there is older than the window was: no news.
    await mergeListing(db, source, older.releases, { newsFrom: frontFrom });
    reach.onProgress();
    if ((coverage(listed) ?? now) <= floor) break;
  }
  await settleSweep(db, source, listed, frontFrom, now);
  reach.onProgress();
}

/** Something missing down there is looked for again at the very next refresh. */
function settleSweep(
  db: JubirDatabase,
  source: Source,
  listed: readonly Release[],
  frontFrom: number,
  now: number,
): Promise<void> {
  return db.transaction('rw', db.releases, db.checks, db.sources, async () => {
    const from = coverage(listed) ?? frontFrom;
    const range = { from: Math.max(from, now - limits.recentMs), below: frontFrom };
    const missing = from < frontFrom ? await noteMissing(db, source.id, listed, range, now) : 0;
    await db.sources.update(source.id, { sweptAt: missing > 0 ? 0 : now });
  });
}

/** Whether the archive knows of any there; those of one moment stand a few milliseconds apart. */
async function hasBelow(db: JubirDatabase, sourceId: string, from: number, to: number): Promise<boolean> {
  const count = await db.releases
    .where('[sourceId+order]')
    .between([sourceId, from], [sourceId, to - 1_000])
    .limit(1)
    .count();
  return count > 0;
}
