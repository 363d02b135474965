import type { JubirDatabase, ReleaseCheck } from '../db/database.ts';
import { limits } from '../source/limits.ts';
import type { Source, Validators } from '../source/source.ts';
import type { Release } from './release.ts';
import { checksOf } from './withdrawn.ts';

/** Releases of a source that are looked through for it. */
const AMONG = 300;

/** A release whose page is to be looked at, and what the page said about freshness last time. */
export interface Due {
  release: Release;
  validators?: Validators;
}

/**
 * The releases whose own pages are to be looked at, the most urgent first: those that may be gone, those whose title
 * changed, then those that were looked at longest ago. Where a feed brings the texts, only those that may be gone.
 * @param eager asks for those that are not yet due by their interval, too
 */
export async function dueForCheck(
  db: JubirDatabase,
  source: Source,
  now: number,
  eager: boolean,
): Promise<Due[]> {
  const checks = await checksOf(db, source.id);
  const releases = source.kind === 'page' ? await recent(db, source.id, now) : await doubtful(db, checks);
  const due: (Due & { rank: number; checkedAt: number })[] = [];
  for (const release of releases) {
    const check = checks.get(release.id);
    const checkedAt = check?.checkedAt ?? 0;
    const rank = rankOf(release, check, checkedAt);
    if (rank === 2 && !eager && now - checkedAt < intervalOf(release, now)) continue;
    const validators = check?.validators;
    due.push({ release, rank, checkedAt, ...(validators && { validators }) });
  }
  return due.sort((a, b) => a.rank - b.rank || a.checkedAt - b.checkedAt);
}

/** 0 and 1 do not wait for their interval. */
function rankOf(release: Release, check: ReleaseCheck | undefined, checkedAt: number): 0 | 1 | 2 {
  const isOpen = release.withdrawnAt === undefined;
  if (isOpen && check && (check.gone > 0 || (check.weak && check.missed > 0 && check.missed <= 3))) return 0;
  return (release.changedAt ?? 0) > checkedAt && checkedAt > 0 ? 1 : 2;
}

function intervalOf(release: Release, now: number): number {
  const age = now - (release.published?.at ?? release.firstSeenAt);
  return limits.recheckMs.find(([limit]) => age < limit)?.[1] ?? limits.recentMs;
}

async function recent(db: JubirDatabase, sourceId: string, now: number): Promise<Release[]> {
  const releases = await db.releases
    .where('[sourceId+order]')
    .between([sourceId, now - limits.recentMs], [sourceId, Number.POSITIVE_INFINITY], true, true)
    .reverse()
    .limit(AMONG)
    .toArray();
  return releases.filter((release) => release.body !== 'pending' && release.url !== '');
}

/** Missing from the listing in a way that only their own page can settle, or gone before. */
async function doubtful(db: JubirDatabase, checks: ReadonlyMap<string, ReleaseCheck>): Promise<Release[]> {
  const ids = [...checks.values()]
    .filter((check) => check.gone > 0 || (check.weak && check.missed > 0))
    .map((check) => check.releaseId);
  const releases = await db.releases.bulkGet(ids);
  return releases.filter((release): release is Release => release !== undefined);
}

/** Forgets what was noted of releases that are not looked at any more and of which nothing bad is known. */
export async function pruneChecks(db: JubirDatabase, source: Source, now: number): Promise<void> {
  const checks = await checksOf(db, source.id);
  const old = [...checks.values()].filter(
    (check) => check.missed === 0 && check.gone === 0 && now - check.checkedAt > limits.recentMs,
  );
  await db.checks.bulkDelete(old.map((check) => check.releaseId));
}
