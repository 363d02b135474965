import type { JubirDatabase } from '../db/database.ts';
import type { ReleasePage, Source } from '../source/source.ts';
import { guessLanguage } from './language.ts';
import type { Release } from './release.ts';

/** A picture that could not be had is asked for again after this many milliseconds. */
const PICTURE_RETRY_MS = 24 * 60 * 60 * 1000;

/** A page that answers, but never readably, is given up after this many times. */
const ATTEMPTS = 5;

/**
 * Takes a listing into the archive: inserts what is new, and brings title, date, order and picture of what is
 * known up to date. Never touches what the official did with a release (`unread`), when it was first seen, or a
 * body that was read.
 * @returns how many were new, and how many releases of this source the archive now holds
 */
export function mergeListing(
  db: JubirDatabase,
  source: Source,
  releases: readonly Release[],
): Promise<{ fresh: number; total: number }> {
  return db.transaction('rw', db.releases, db.pictures, async () => {
    const known = await db.releases.bulkGet(releases.map((release) => release.id));
    const written: Release[] = [];
    const changedPictures: string[] = [];
    let fresh = 0;
    for (const [index, release] of releases.entries()) {
      const before = known[index];
      if (!before) {
        fresh++;
        written.push(release);
        continue;
      }
      const after = updated(before, release);
      if (after.image !== before.image) changedPictures.push(before.id);
      if (!isSame(before, after)) written.push(after);
    }
    await db.releases.bulkPut(written);
    await db.pictures.bulkDelete(changedPictures);
    return { fresh, total: await ofSource(db, source.id).count() };
  });
}

function updated(before: Release, listed: Release): Release {
  const renamed = (before.listedTitle ?? before.title) !== listed.title;
  const after: Release = {
    ...before,
    url: listed.url,
    // A page's own heading stays, until the listing itself says something new.
    title: renamed ? listed.title : before.title,
    listedTitle: listed.title,
    // A listing that stops telling the date takes nothing back.
    published: listed.published ?? before.published,
    // The listing speaks of a picture or is silent; one that the page told is kept.
    image: listed.image ?? before.image,
    categories: listed.categories.length > 0 ? listed.categories : before.categories,
    // Undated or dated ahead, it stands where it was first seen: it must not rise again with every refresh.
    order: listed.published ? Math.min(listed.order, before.firstSeenAt) : before.order,
  };
  if (before.body === 'read' || listed.body !== 'read') return after;
  return { ...after, body: 'read', paragraphs: listed.paragraphs, language: listed.language };
}

/** Both have the same keys, written by `updated`, so their JSON can be compared. */
function isSame(before: Release, after: Release): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}

/**
 * Stores what a release's own page said. Its heading wins over the listing's title; the listing's date wins over
 * the page's. A release that is gone meanwhile stays gone.
 */
export async function storeBody(db: JubirDatabase, id: string, page: ReleasePage): Promise<void> {
  await db.releases
    .where('id')
    .equals(id)
    .modify((release) => {
      release.title = page.title ?? release.title;
      release.paragraphs = page.paragraphs;
      release.body = 'read';
      release.image ??= page.image;
      release.published ??= page.published;
      release.language = guessLanguage([release.title, ...page.paragraphs].join('\n'));
      delete release.attempts;
    });
}

/** Notes that a release's page answered unreadably; `gone` (404, 410) or the fifth time, its body is given up. */
export async function noteFailedBody(db: JubirDatabase, id: string, gone: boolean): Promise<void> {
  await db.releases
    .where('id')
    .equals(id)
    .modify((release) => {
      release.attempts = (release.attempts ?? 0) + 1;
      if (gone || release.attempts >= ATTEMPTS) release.body = 'missing';
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
  const releases = await ofSource(db, sourceId).reverse().limit(among).toArray();
  const pictures = await db.pictures.bulkGet(releases.map((release) => release.id));
  return releases.filter((release, index): release is Release & { image: string } => {
    const picture = pictures[index];
    const settled = picture && (picture.data !== null || now - picture.fetchedAt < PICTURE_RETRY_MS);
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
