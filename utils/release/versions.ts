import type { JubirDatabase } from '../db/database.ts';
import type { PublishedDate } from '../source/source.ts';
import type { Release } from './release.ts';

/** A release as the city had it before it changed it. */
export interface ReleaseVersion {
  /** `<release id>:<until>`. */
  id: string;
  releaseId: string;
  title: string;
  paragraphs: string[];
  published: PublishedDate | null;
  /** From when, as far as we saw, until when it stood like this, epoch milliseconds. */
  since: number;
  until: number;
}

/** Kept of one release: what it said first, which was shared most, and the latest ones. */
const KEPT = 10;

/** Stores the text that a change replaces. To be called inside a transaction that holds `versions`. */
export async function keepVersion(db: JubirDatabase, before: Release, at: number): Promise<void> {
  const earlier = await versionsOf(db, before.id);
  const id = `${before.id}:${at}`;
  // A listing and a page may tell of one change one after the other: what stood before both counts.
  if (earlier.some((version) => version.id === id)) return;
  await db.versions.put({
    id,
    releaseId: before.id,
    title: before.title,
    paragraphs: before.paragraphs,
    published: before.published,
    since: earlier[0]?.until ?? before.firstSeenAt,
    until: at,
  });
  // Newest first: the oldest is the last one, and stays.
  await db.versions.bulkDelete(earlier.slice(KEPT - 2, -1).map((version) => version.id));
}

/** The earlier texts of a release, newest first. */
export async function versionsOf(db: JubirDatabase, releaseId: string): Promise<ReleaseVersion[]> {
  const versions = await db.versions.where('releaseId').equals(releaseId).toArray();
  return versions.sort((a, b) => b.until - a.until);
}

/**
 * What a release said at a time, for a draft or a post that was made then.
 * @param versions of that release, in any order
 * @returns null where it says the same today
 */
export function versionAt(versions: readonly ReleaseVersion[], at: number): ReleaseVersion | null {
  const later = versions.filter((version) => version.until > at).sort((a, b) => a.until - b.until);
  return later[0] ?? null;
}

/** What an official must know of a release before using it, the gravest first. */
export const releaseStates = ['suspicious', 'withdrawn', 'changed'] as const;
export type ReleaseState = (typeof releaseStates)[number];

/** The gravest thing to say of a release as it stands now; null where all is well. */
export function releaseState(
  release: Pick<Release, 'suspicious' | 'withdrawnAt' | 'changedAt'>,
): ReleaseState | null {
  if (release.suspicious) return 'suspicious';
  if (release.withdrawnAt !== undefined) return 'withdrawn';
  return release.changedAt === undefined ? null : 'changed';
}

/**
 * Why a release must not go out by one click: as `releaseState`, but a change that the official said to have seen
 * is no reason any more.
 */
export function blockedReason(
  release: Pick<Release, 'suspicious' | 'withdrawnAt' | 'changedAt' | 'acknowledgedAt'>,
): ReleaseState | null {
  const state = releaseState(release);
  if (state !== 'changed') return state;
  return (release.changedAt ?? 0) > (release.acknowledgedAt ?? 0) ? 'changed' : null;
}

/**
 * What happened to a release since a draft or a post was made from it.
 * @param at when it was made, epoch milliseconds
 * @returns null where nothing did, or where the release is not in the archive any more
 */
export function happenedSince(
  release: Pick<Release, 'suspicious' | 'withdrawnAt' | 'changedAt'> | undefined,
  at: number,
): ReleaseState | null {
  if (!release) return null;
  const state = releaseState(release);
  return state === 'changed' && (release.changedAt ?? 0) <= at ? null : state;
}

/** The official has seen what changed: up to now, it stops the one click no more. */
export async function acknowledgeChange(db: JubirDatabase, releaseId: string, at: number): Promise<void> {
  await db.releases.update(releaseId, { acknowledgedAt: at });
}
