import type { JubirDatabase } from '../db/database.ts';
import { limits } from '../source/limits.ts';
import type { ReleasePage, Source } from '../source/source.ts';
import { textKey } from './compare.ts';
import { guessLanguage } from './language.ts';
import { bodyDiffers, markSuspicion, mergeRow } from './merge.ts';
import { pushBelow } from './order.ts';
import type { Release } from './release.ts';
import { keepVersion } from './versions.ts';

/** How a listing is taken. */
export interface MergeOptions {
  /** Ids of releases whose body is not believed this time, from `isSettledChange`. */
  unsettled?: ReadonlySet<string>;
  /**
   * What is new and older than this is no news: it was there before, out of sight. A number of epoch milliseconds;
   * infinity for an archive that is fetched on request.
   */
  newsFrom?: number;
}

/** What a listing brought. */
export interface Merged {
  /** How many were new, and news; and how many releases of this source the archive now holds. */
  fresh: number;
  total: number;
  /** How many were new, news or not. */
  added: number;
  /** How many the city had changed. */
  changed: number;
}

/** Titles of a source's releases that other releases may link to. */
const LINKED_TITLES = 200;

/**
 * Takes a listing into the archive: inserts what is new, and brings title, text, date, order and picture of what is
 * known up to date; what the city changed is marked, and its earlier text kept. Never touches what the official did
 * with a release (`unread`) or when it was first seen.
 */
export function mergeListing(
  db: JubirDatabase,
  source: Source,
  releases: readonly Release[],
  options: MergeOptions = {},
): Promise<Merged> {
  return db.transaction('rw', db.releases, db.pictures, db.versions, async () => {
    const known = await db.releases.bulkGet(releases.map((release) => release.id));
    const titles = hasOtherText(known, releases)
      ? await linkedTitles(db, source.id, releases)
      : new Set<string>();
    const context = { titles, unsettled: options.unsettled ?? new Set<string>() };
    const written: Release[] = [];
    const changedPictures: string[] = [];
    let [fresh, added, changed] = [0, 0, 0];
    for (const [index, release] of releases.entries()) {
      const before = known[index];
      if (!before) {
        const isNews =
          (release.published?.at ?? release.order) >= (options.newsFrom ?? Number.NEGATIVE_INFINITY);
        added++;
        if (isNews) fresh++;
        written.push(isNews ? release : { ...release, unread: 0 });
        continue;
      }
      const merged = mergeRow(before, release, context);
      if (merged.changed) {
        changed++;
        await keepVersion(db, before, release.firstSeenAt);
      }
      if (merged.after.image !== before.image) changedPictures.push(before.id);
      if (!isSame(before, merged.after)) written.push(merged.after);
    }
    await db.releases.bulkPut(written);
    if (written.length > 0) await pushBelow(db, source.id, releases);
    await db.pictures.bulkDelete(changedPictures);
    return { fresh, total: await ofSource(db, source.id).count(), added, changed };
  });
}

/**
 * The ids of known releases whose text on a listing differs from the stored one by more than looks: worth a second
 * reading before it is called a change.
 */
export async function differingBodies(
  db: JubirDatabase,
  source: Source,
  releases: readonly Release[],
): Promise<Release[]> {
  const known = await db.releases.bulkGet(releases.map((release) => release.id));
  if (!hasOtherText(known, releases)) return [];
  const titles = await linkedTitles(db, source.id, releases);
  return known.filter((before, index): before is Release => {
    const listed = releases[index];
    return before !== undefined && listed !== undefined && bodyDiffers(before, listed, titles);
  });
}

/** Whether it needs a closer look: on most refreshes every text is the same to the letter. */
function hasOtherText(known: readonly (Release | undefined)[], listed: readonly Release[]): boolean {
  return known.some((before, index) => {
    const now = listed[index];
    return before?.body === 'read' && now?.body === 'read' && !hasSameParagraphs(before, now);
  });
}

function hasSameParagraphs({ paragraphs: a }: Release, { paragraphs: b }: Release): boolean {
  return a.length === b.length && a.every((paragraph, index) => paragraph === b[index]);
}

/** Keys of the titles that a release of the source may show as links to others. */
export async function linkedTitles(
  db: JubirDatabase,
  sourceId: string,
  listed: readonly Release[] = [],
): Promise<ReadonlySet<string>> {
  const stored = await newestOf(db, sourceId, LINKED_TITLES);
  return new Set([...stored, ...listed].map((release) => textKey(release.title)));
}

/** Both have the same keys, written by `mergeRow`, so their JSON can be compared. */
function isSame(before: Release, after: Release): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}

/**
 * Stores what a release's own page said. Its heading wins over the listing's title; the listing's date wins over
 * the page's. A release that is gone meanwhile stays gone.
 * @param readWith tells this way of reading from others
 */
export async function storeBody(
  db: JubirDatabase,
  id: string,
  page: ReleasePage,
  readWith?: string,
): Promise<void> {
  await db.releases
    .where('id')
    .equals(id)
    .modify((release) => takePage(release, page, readWith));
}

/** As `storeBody`, for a text that the city changed at `at`: the earlier one is kept. */
export function storeChangedBody(
  db: JubirDatabase,
  id: string,
  page: ReleasePage,
  readWith: string,
  at: number,
): Promise<void> {
  return db.transaction('rw', db.releases, db.versions, async () => {
    const before = await db.releases.get(id);
    if (!before) return;
    await keepVersion(db, before, at);
    const after = { ...before, changedAt: at };
    takePage(after, page, readWith);
    await db.releases.put(after);
  });
}

function takePage(release: Release, page: ReleasePage, readWith: string | undefined): void {
  release.title = page.title ?? release.title;
  release.paragraphs = page.paragraphs;
  release.body = 'read';
  release.image ??= page.image;
  release.published ??= page.published;
  release.language = guessLanguage([release.title, ...page.paragraphs].join('\n'));
  if (readWith !== undefined) release.readWith = readWith;
  delete release.attempts;
  markSuspicion(release);
}

/** Notes that a release's page answered unreadably; `gone` (404, 410) or the fifth time, its body is given up. */
export async function noteFailedBody(db: JubirDatabase, id: string, gone: boolean): Promise<void> {
  await db.releases
    .where('id')
    .equals(id)
    .modify((release) => {
      release.attempts = (release.attempts ?? 0) + 1;
      if (gone || release.attempts >= limits.attempts) release.body = 'missing';
    });
}

/** Releases of a source whose page is still to be read, newest first. */
export async function pendingBodies(db: JubirDatabase, sourceId: string, limit: number): Promise<Release[]> {
  const pending = await db.releases
    .where('body')
    .equals('pending')
    .filter((release) => release.sourceId === sourceId)
    .toArray();
  return pending.sort(newestFirst).slice(0, limit);
}

/** The newest releases of all sources. */
export async function newest(db: JubirDatabase, count: number): Promise<Release[]> {
  const releases = await db.releases.orderBy('order').reverse().limit(count).toArray();
  return releases.sort(newestFirst);
}

/** The newest releases of one source. */
export function newestOf(db: JubirDatabase, sourceId: string, count: number): Promise<Release[]> {
  return ofSource(db, sourceId).reverse().limit(count).toArray();
}

/** Marks releases as read, or all of them. */
export async function markRead(db: JubirDatabase, ids: readonly string[] | 'all'): Promise<void> {
  const chosen =
    ids === 'all' ? db.releases.where('unread').equals(1) : db.releases.where('id').anyOf([...ids]);
  await chosen.modify({ unread: 0 });
}

/** How many releases the official has neither opened nor shared. */
export function unreadCount(db: JubirDatabase): Promise<number> {
  return db.releases.where('unread').equals(1).count();
}

/** How many releases of a source the archive holds. */
export function countOf(db: JubirDatabase, sourceId: string): Promise<number> {
  return ofSource(db, sourceId).count();
}

/**
 * Of a source's newest releases, those that have a picture which was never fetched, or failed over a day ago.
 * @param among how many of the newest are looked at
 * @param now epoch milliseconds
 */
export async function missingPictures(
  db: JubirDatabase,
  sourceId: string,
  among: number,
  now: number,
): Promise<(Release & { image: string })[]> {
  const releases = await newestOf(db, sourceId, among);
  const pictures = await db.pictures.bulkGet(releases.map((release) => release.id));
  return releases.filter((release, index): release is Release & { image: string } => {
    const picture = pictures[index];
    const settled = picture && (picture.data !== null || now - picture.fetchedAt < limits.pictureRetryMs);
    return release.image !== null && !settled;
  });
}

/**
 * Stores a release's scaled picture.
 * @param data a `data:` address, or null to remember that it could not be had
 * @param now epoch milliseconds
 */
export async function storePicture(
  db: JubirDatabase,
  releaseId: string,
  data: string | null,
  now: number,
): Promise<void> {
  await db.pictures.put({ releaseId, data, fetchedAt: now });
}

function ofSource(db: JubirDatabase, sourceId: string) {
  return db.releases
    .where('[sourceId+order]')
    .between([sourceId, Number.NEGATIVE_INFINITY], [sourceId, Number.POSITIVE_INFINITY], true, true);
}

/** By order; two that a listing had in the same place at different times, by which was seen later. */
function newestFirst(a: Release, b: Release): number {
  return b.order - a.order || b.firstSeenAt - a.firstSeenAt;
}
