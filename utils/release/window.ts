import type { Release } from './release.ts';

/**
 * What a listing says by its order: a listing is a window over the city's releases, newest first, that moves on as
 * new ones come. Releases that stand there out of order are pinned ("sticky"): they say nothing of the window.
 */

/** The releases of a listing that stand in the order of their dates; those without a date stand where they stand. */
export function inOrder(releases: readonly Release[]): Release[] {
  const kept: Release[] = [];
  let newestBelow = Number.NEGATIVE_INFINITY;
  for (const release of [...releases].reverse()) {
    const at = release.published?.at ?? null;
    if (at !== null && at < newestBelow) continue;
    if (at !== null) newestBelow = at;
    kept.push(release);
  }
  return kept.reverse();
}

/**
 * Whether a window reaches down to what was known before: one release of it that is not pinned is known. Without
 * dates a pinned one cannot be told, so it takes two, or the last.
 */
export function isJoined(releases: readonly Release[], known: (release: Release) => boolean): boolean {
  const ordered = inOrder(releases);
  if (ordered.some((release) => release.published && known(release))) return true;
  const undated = ordered.filter((release) => !release.published);
  const last = undated.at(-1);
  return undated.filter(known).length >= 2 || (last !== undefined && known(last));
}

/**
 * From which `order` upwards a listing must hold every release: just above its oldest one, as others of the same
 * day may have left the window. Null where nothing can be said of it.
 * @param known the stored rows of releases on the listing, by id: where dates are missing, their place counts
 */
export function coverage(
  releases: readonly Release[],
  known: ReadonlyMap<string, Release> = new Map(),
): number | null {
  const ordered = inOrder(releases);
  const dated = ordered.filter((release) => release.published);
  const oldest = dated.at(-1)?.published;
  // Most of a listing stands in order, or it is sorted by something else and covers nothing.
  if (oldest) return dated.length * 2 > releases.length ? oldest.at : null;
  const orders = ordered.flatMap((release) => known.get(release.id)?.order ?? []).sort((a, b) => a - b);
  return orders.length >= 3 ? (orders[1] ?? null) : null;
}
