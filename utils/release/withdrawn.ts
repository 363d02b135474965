import type { JubirDatabase, ReleaseCheck } from '../db/database.ts';
import type { Release } from './release.ts';
import { inOrder } from './window.ts';

/** A release that is missing from this many refreshes in a row, or whose page is gone in as many, is withdrawn. */
const REFRESHES = 2;
/** Releases that are compared with a listing; one holds 200 at most, a walk through several pages more. */
const COMPARED = 600;

/**
 * Notes which releases are missing from a listing that covers them, and which are back. To be called inside a
 * transaction that holds `releases` and `checks`, after the listing was merged.
 * @param listed the whole listing, or several pages of it in a row
 * @param range from where on it covers, as `coverage` gave it; what is above `below` was counted in this refresh already
 * @param at epoch milliseconds
 * @returns how many are missing now and not yet withdrawn
 */
export async function noteMissing(
  db: JubirDatabase,
  sourceId: string,
  listed: readonly Release[],
  range: { from: number; below?: number },
  at: number,
): Promise<number> {
  const ids = new Set(listed.map((release) => release.id));
  const checks = await checksOf(db, sourceId);
  const dates = inOrder(listed).flatMap((release) => release.published?.at ?? []);
  const newest = Math.max(...dates);
  const covered = (await coveredBy(db, sourceId, range)).filter(
    (release) => release.withdrawnAt === undefined,
  );
  const missing = covered.filter((release) => !ids.has(release.id));
  // A listing that suddenly lacks nearly all is another listing: a category, a search, another site's.
  const isOther = missing.length >= 10 && missing.length > covered.length * 0.8;
  for (const release of missing) {
    // Newer than all that is listed, an old copy of the listing would lack it too; undated, its place is a guess.
    const weak = isOther || !release.published || release.published.at >= newest;
    const { weak: _, ...check } = checks.get(release.id) ?? newCheck(release);
    const noted = { ...check, missed: check.missed + 1, ...(weak && { weak: true as const }) };
    await db.checks.put(noted);
    await settle(db, release, noted, at);
  }
  await noteBack(db, ids, checks, at);
  return missing.length;
}

/** Releases that were missing and stand on a listing again, wherever on it. */
async function noteBack(
  db: JubirDatabase,
  ids: ReadonlySet<string>,
  checks: ReadonlyMap<string, ReleaseCheck>,
  at: number,
): Promise<void> {
  for (const [id, { weak: _, ...check }] of checks) {
    if (!ids.has(id) || check.missed === 0) continue;
    const noted = { ...check, missed: 0, gone: 0 };
    await db.checks.put(noted);
    await settle(db, await db.releases.get(id), noted, at);
  }
}

/**
 * "Nothing changed" (304): what was missing from the listing is missing still. In a transaction as above.
 * @param from what that listing covers
 */
export async function noteStillMissing(
  db: JubirDatabase,
  sourceId: string,
  from: number,
  at: number,
): Promise<void> {
  for (const check of (await checksOf(db, sourceId)).values()) {
    if (check.missed === 0 || check.missed >= REFRESHES) continue;
    const release = await db.releases.get(check.releaseId);
    if (!release || (release.published?.at ?? release.order) <= from) continue;
    const noted = { ...check, missed: check.missed + 1 };
    await db.checks.put(noted);
    await settle(db, release, noted, at);
  }
}

/**
 * Notes what a release's own address answered.
 * @param answer `gone` for 404 and 410, `there` where it was read, `unclear` where it failed in its own way
 * @param validators what the page said about freshness, if it was read
 */
export async function notePage(
  db: JubirDatabase,
  release: Release,
  answer: 'gone' | 'there' | 'unclear',
  at: number,
  validators?: ReleaseCheck['validators'],
): Promise<void> {
  await db.transaction('rw', db.releases, db.checks, async () => {
    const check = (await db.checks.get(release.id)) ?? newCheck(release);
    const gone = answer === 'gone' ? check.gone + 1 : answer === 'there' ? 0 : check.gone;
    const noted: ReleaseCheck = { ...check, gone, checkedAt: at, ...(validators && { validators }) };
    await db.checks.put(noted);
    await settle(db, await db.releases.get(release.id), noted, at);
  });
}

/** Sets or clears `withdrawnAt` by what is known of a release. */
async function settle(
  db: JubirDatabase,
  release: Release | undefined,
  check: ReleaseCheck,
  at: number,
): Promise<void> {
  if (!release) return;
  const missing = check.missed >= REFRESHES && !check.weak;
  const withdrawn = missing || check.gone >= REFRESHES;
  if (withdrawn === (release.withdrawnAt !== undefined)) return;
  await db.releases
    .where('id')
    .equals(release.id)
    .modify((row) => {
      if (withdrawn) row.withdrawnAt = at;
      else delete row.withdrawnAt;
    });
}

/** A check before the first. */
function newCheck(release: Release): ReleaseCheck {
  return { releaseId: release.id, sourceId: release.sourceId, missed: 0, gone: 0, checkedAt: 0 };
}

/** What is noted of a source's releases, by id. */
export async function checksOf(db: JubirDatabase, sourceId: string): Promise<Map<string, ReleaseCheck>> {
  const checks = await db.checks.where('sourceId').equals(sourceId).toArray();
  return new Map(checks.map((check) => [check.releaseId, check]));
}

/** Releases of one moment stand a few milliseconds apart in `order`; what counts is their date. */
async function coveredBy(
  db: JubirDatabase,
  sourceId: string,
  { from, below = Number.POSITIVE_INFINITY }: { from: number; below?: number },
): Promise<Release[]> {
  const rows = await db.releases
    .where('[sourceId+order]')
    .between([sourceId, from - 1_000], [sourceId, Number.POSITIVE_INFINITY], true, true)
    .reverse()
    .limit(COMPARED)
    .toArray();
  return rows.filter((release) => {
    const at = release.published?.at ?? release.order;
    return at > from && at <= below;
  });
}
