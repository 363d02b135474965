import { isOnSite, secured } from '../source/address.ts';
import { cutLine, foldText } from '../source/fold.ts';
import type { PublishedDate, ReadItem, Reading, Source } from '../source/source.ts';
import { canonicalUrl, releaseId } from './identity.ts';
import { guessLanguage } from './language.ts';
import type { Release } from './release.ts';
import { isSuspicious } from './suspicious.ts';

/**
 * Turns a reading into releases, in the reading's order, one for each identity.
 *
 * A link that leaves the city's site is not kept: what an official shares must be the city's own page, and a
 * hacked feed points elsewhere. Such a release links to the source's front page.
 * @param now epoch milliseconds, taken as the moment of first sight
 * @param above for an older page: how many releases the pages before it held, and the `order` of the last of them
 */
export function normaliseReading(
  reading: Reading,
  source: Source,
  now: number,
  above: { count: number; order: number | null } = { count: 0, order: null },
): Release[] {
  const releases = new Map<string, Release>();
  let previous: number | null = above.order;
  for (const [index, item] of reading.items.entries()) {
    const title = titleOf(item);
    if (!title) continue;
    const own: ReadItem = { ...item, title, url: ownUrl(item, source) };
    const id = releaseId(source.id, own, source.url);
    if (releases.has(id)) continue;
    const order = orderOf(item.published, above.count + index, previous, now);
    previous = order;
    const { body, paragraphs, readWith } = bodyOf(item, source);
    const release: Release = {
      id,
      sourceId: source.id,
      url: own.url ?? source.url,
      title,
      listedTitle: title,
      paragraphs,
      body,
      published: item.published,
      image: item.image === null ? null : secured(item.image),
      categories: item.categories,
      language: guessLanguage([title, ...paragraphs].join('\n')),
      order,
      firstSeenAt: now,
      unread: 1,
      ...(readWith && { readWith }),
    };
    if (isSuspicious(title, paragraphs)) release.suspicious = true;
    releases.set(id, release);
  }
  return [...releases.values()];
}

/**
 * Where a release stands: the published time less its place in the listing in milliseconds, so that releases
 * of one day keep the city's own order. Without a date, just below the one above it; at the top, now. A date in
 * the future is a slip that must not stay on top for years: it counts as now.
 */
function orderOf(
  published: PublishedDate | null,
  index: number,
  previous: number | null,
  now: number,
): number {
  if (published) return Math.min(published.at, now) - index;
  return previous === null ? now : previous - 1;
}

function ownUrl(item: ReadItem, source: Source): string | null {
  const url = item.url === null ? null : canonicalUrl(item.url);
  return url !== null && isOnSite(url, source.hosts) ? url : null;
}

/** A release without a title is called by the beginning of its text, as feeds of short notes expect. */
function titleOf(item: ReadItem): string {
  return cutLine(foldText(item.title)) || cutLine(item.paragraphs[0] ?? item.summary[0] ?? '').slice(0, 120);
}

function bodyOf(item: ReadItem, source: Source): Pick<Release, 'body' | 'paragraphs' | 'readWith'> {
  if (source.kind === 'page') return { body: 'pending', paragraphs: [] };
  const paragraphs = item.paragraphs.length > 0 ? item.paragraphs : item.summary;
  if (paragraphs.length === 0) return { body: 'missing', paragraphs };
  return { body: 'read', paragraphs, readWith: item.paragraphs.length > 0 ? 'feed' : 'teaser' };
}
