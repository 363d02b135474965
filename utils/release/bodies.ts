import type { JubirDatabase } from '../db/database.ts';
import { bounds } from '../source/bounds.ts';
import { downloadText } from '../source/download.ts';
import { ReadError } from '../source/errors.ts';
import { limits } from '../source/limits.ts';
import { readReleasePage } from '../source/page.ts';
import { type Budget, eachUntilSilent, isGone, isSilence, type Reach } from '../source/polite.ts';
import type { Download, ReleasePage, Source, Validators } from '../source/source.ts';
import { htmlToParagraphs } from '../source/text.ts';
import { linkedTitles, noteFailedBody, pendingBodies, storeBody, storeChangedBody } from './archive.ts';
import { isSameText, isSameTitle, isSettledChange, textKey } from './compare.ts';
import { dueForCheck } from './due.ts';
import type { Release } from './release.ts';
import { notePage } from './withdrawn.ts';

/** Reads the pages of releases that are known only from the listing, newest first, each committed as it is read. */
export async function readPending(
  db: JubirDatabase,
  source: Source,
  reach: Reach,
  budget: Budget,
): Promise<void> {
  const pending = await pendingBodies(db, source.id, budget.left);
  await eachUntilSilent(pending, async (release) => {
    if (!budget.take()) return 'answered';
    try {
      const { page, validators } = await readPage(release, source, reach);
      await storeBody(db, release.id, page, wayOf(source, page));
      await keepLearnt(db, source, page);
      if (isRecent(release, reach.now())) await notePage(db, release, 'there', reach.now(), validators);
    } catch (error) {
      budget.heed(error);
      if (isSilence(error)) return 'silent';
      await noteFailedBody(db, release.id, isGone(error));
      if (isGone(error)) await notePage(db, release, 'gone', reach.now());
    }
    reach.onProgress();
    return 'answered';
  });
}

/**
 * Looks again at the pages of recent releases: whether they are still there, and on sites without a feed whether
 * they say the same. Asks conditionally, the likeliest to have changed first, only a few at a time.
 * @param eager the official asked for it: how long ago a page was looked at does not matter
 */
export async function recheck(
  db: JubirDatabase,
  source: Source,
  reach: Reach,
  budget: Budget,
  eager: boolean,
): Promise<void> {
  const due = await dueForCheck(db, source, reach.now(), eager);
  await eachUntilSilent(due.slice(0, limits.rechecksARefresh), async ({ release, validators }) => {
    if (!budget.take()) return 'answered';
    try {
      await checkPage(db, source, release, validators, reach, budget);
    } catch (error) {
      budget.heed(error);
      if (isSilence(error)) return 'silent';
      // A page that answers with an error of its own is there, as far as anybody can tell; it is asked again later.
      await notePage(db, release, isGone(error) ? 'gone' : 'unclear', reach.now());
    }
    reach.onProgress();
    return 'answered';
  });
}

async function checkPage(
  db: JubirDatabase,
  source: Source,
  release: Release,
  validators: Validators | undefined,
  reach: Reach,
  budget: Budget,
): Promise<void> {
  const download = await (reach.downloadText ?? downloadText)(release.url, {
    hosts: source.hosts,
    maxBytes: bounds.pageBytes,
    ...(validators && { validators }),
  });
  if (download === 'not-modified') return notePage(db, release, 'there', reach.now());
  if (landedElsewhere(download, release)) return notePage(db, release, 'gone', reach.now());
  if (
    source.kind === 'page' &&
    (await takeChange(db, source, release, download, reach, budget)) === 'unsettled'
  ) {
    // The next look must bring the page again.
    return notePage(db, release, 'there', reach.now(), {});
  }
  await notePage(db, release, 'there', reach.now(), download.validators);
}

/** Compares a page with what is stored; a change is read twice before it is believed. */
async function takeChange(
  db: JubirDatabase,
  source: Source,
  release: Release,
  download: Download,
  reach: Reach,
  budget: Budget,
): Promise<'same' | 'taken' | 'unsettled'> {
  const page = readFully(download, source, release);
  const way = wayOf(source, page);
  await keepLearnt(db, source, page);
  if (release.body !== 'read' || release.readWith !== way) {
    await storeBody(db, release.id, page, way);
    return 'taken';
  }
  const titles = await linkedTitles(db, source.id);
  const sameTitle = page.title === null || isSameTitle(release.title, page.title);
  if (sameTitle && isSameText(release.paragraphs, page.paragraphs, titles)) return 'same';
  if (!budget.take()) return 'unsettled';
  const { page: again } = await readPage(release, source, reach);
  const otherTitle = !sameTitle && again.title !== null && !isSameTitle(release.title, again.title);
  if (!otherTitle && !isSettledChange(release.paragraphs, page.paragraphs, again.paragraphs, titles))
    return 'same';
  await storeChangedBody(db, release.id, again, way, reach.now());
  return 'taken';
}

async function readPage(
  release: Release,
  source: Source,
  reach: Reach,
): Promise<{ page: ReleasePage; validators: Validators }> {
  const download = await (reach.downloadText ?? downloadText)(release.url, {
    hosts: source.hosts,
    maxBytes: bounds.pageBytes,
  });
  if (download === 'not-modified') throw new ReadError('unreadable', '304 to an unconditional request');
  return { page: readFully(download, source, release), validators: download.validators };
}

function readFully(download: Download, source: Source, { listedTitle, title }: Release): ReleasePage {
  const page = readReleasePage(download, source, listedTitle ?? title);
  if (page.paragraphs.length === 0) throw new ReadError('empty', `${download.url} has no body`);
  return page;
}

/** What the recogniser learnt from a page that the recipe did not match is good for the next one, too. */
async function keepLearnt(db: JubirDatabase, source: Source, { learnt }: ReleasePage): Promise<void> {
  if (!learnt) return;
  source.learnt = learnt;
  await db.sources.update(source.id, { learnt });
}

/**
 * A page that is gone is often answered with another by way of a redirect: the front page, the listing, or, as
 * WordPress does, an article whose address begins alike. One that moved shows its title where it is now.
 */
function landedElsewhere(download: Download, release: Release): boolean {
  const [landed, asked] = [new URL(download.url), new URL(release.url)];
  const path = (url: URL) => url.pathname.replace(/\/+$/, '') + url.search;
  if (path(landed) === path(asked)) return false;
  return !textKey(htmlToParagraphs(download.text).join(' ')).includes(textKey(release.title));
}

function isRecent(release: Release, now: number): boolean {
  return now - (release.published?.at ?? release.firstSeenAt) < limits.recentMs;
}

/** A text that was read by another recipe cannot be compared with one read by this. */
function wayOf(source: Source, page: ReleasePage): string {
  const recipe = JSON.stringify(
    (page.learnt ?? source.learnt ?? source.cityRecipe ?? source.recipe)?.release ?? null,
  );
  let hash = 0;
  for (let at = 0; at < recipe.length; at++) hash = (Math.imul(hash, 31) + recipe.charCodeAt(at)) | 0;
  return `page ${(hash >>> 0).toString(36)}`;
}
