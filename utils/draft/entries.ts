import type { Angle } from '../caption/caption.ts';
import type { PlatformId } from '../platform/platform.ts';
import type { Release } from '../release/release.ts';
import { blockedReason, happenedSince, type ReleaseState } from '../release/versions.ts';
import type { Draft, Post, PostState } from './draft.ts';

/** One line of the history: a draft that is being written, or a post. */
export type Entry = (
  | { kind: 'draft'; id: string; at: number; draft: Draft }
  | { kind: 'post'; id: string; at: number; post: Post }
) & {
  /** Its count: the greater, the newer. Clocks may be wrong, so `at` is for showing only. */
  order: number;
  /** What a search looks through, folded once. */
  hay: string;
};

/** The desk's shelves; what is put away or deleted stands on its own alone. */
export const shelves = ['all', 'drafts', 'outbox', 'opened', 'posted', 'unsure', 'away', 'deleted'] as const;
export type Shelf = (typeof shelves)[number];

/** What the desk is asked to show. */
export interface Filter {
  shelf: Shelf;
  platform: PlatformId | null;
  sourceId: string | null;
  angle: Angle | null;
  /** Words that all have to occur in text, title, link or note; case and accents do not matter. */
  search: string;
}

/** The filter of the desk as it opens: all that lies on it. */
export const everything: Filter = { shelf: 'all', platform: null, sourceId: null, angle: null, search: '' };

/** How long a deleted draft or post can be restored, in milliseconds. */
export const keptDeleted = 30 * 24 * 60 * 60 * 1000;

/** A draft as an entry; null where its post tells of it. One with two texts to choose from always asks for itself. */
export function draftEntry(draft: Draft): Entry | null {
  if (draft.state !== 'writing' && draft.rivals.length === 0) return null;
  const hay = hayOf(draft, ...draft.rivals.map(({ text }) => text));
  return { kind: 'draft', id: draft.id, at: draft.updatedAt, order: draft.revision, hay, draft };
}

/** A post as an entry. */
export const postEntry = (post: Post): Entry => ({
  kind: 'post',
  id: post.id,
  at: post.openedAt,
  order: post.order,
  hay: hayOf(post, post.link ?? ''),
  post,
});

/** Newest first, by count. */
export const newestFirst = (a: Entry, b: Entry): number => b.order - a.order || (a.id < b.id ? -1 : 1);

/**
 * What the city did with an entry's release: since a post was opened, or, for a draft, what the official did not yet
 * say to have seen.
 */
export const cityOf = (entry: Entry, release: CityMarks | undefined): ReleaseState | null =>
  entry.kind === 'post' ? happenedSince(release, entry.at) : release ? blockedReason(release) : null;

/** What of a release tells what the city did with it. */
export type CityMarks = Pick<Release, 'suspicious' | 'withdrawnAt' | 'changedAt' | 'acknowledgedAt'>;

/** What of an entry the lists show. */
export const factsOf = (entry: Entry): Facts => (entry.kind === 'draft' ? entry.draft : entry.post);

type Facts = Pick<
  Post,
  | 'text'
  | 'platform'
  | 'angle'
  | 'releaseId'
  | 'releaseTitle'
  | 'releaseUrl'
  | 'sourceId'
  | 'note'
  | 'archivedAt'
  | 'deletedAt'
  | 'starredAt'
>;

const shelfOfState: Record<PostState, Shelf> = {
  prepared: 'outbox',
  sending: 'outbox',
  opened: 'opened',
  posted: 'posted',
  removed: 'posted',
  'not-posted': 'unsure',
  failed: 'unsure',
  unknown: 'unsure',
};

/** The shelf that an entry stands on; all that lies on the desk stands on `all` as well. */
export function shelfOf(entry: Entry): Exclude<Shelf, 'all'> {
  const { deletedAt, archivedAt } = factsOf(entry);
  if (deletedAt > 0) return 'deleted';
  if (archivedAt > 0) return 'away';
  return entry.kind === 'draft' ? 'drafts' : (shelfOfState[entry.post.state] as Exclude<Shelf, 'all'>);
}

/** Whether an entry stands on a shelf. */
export function isOn(shelf: Shelf, entry: Entry): boolean {
  const own = shelfOf(entry);
  return own === shelf || (shelf === 'all' && own !== 'away' && own !== 'deleted');
}

/** How many stand on each shelf. */
export function countShelves(entries: readonly Entry[]): Record<Shelf, number> {
  const counts = Object.fromEntries(shelves.map((shelf) => [shelf, 0])) as Record<Shelf, number>;
  for (const entry of entries) counts[shelfOf(entry)] += 1;
  counts.all = entries.length - counts.away - counts.deleted;
  return counts;
}

/** The entries that a filter lets through, in the same order. */
export function filterEntries(entries: readonly Entry[], filter: Filter): Entry[] {
  const { shelf, platform, sourceId, angle } = filter;
  const words = fold(filter.search).split(/\s+/u).filter(Boolean);
  return entries.filter((entry) => {
    const facts = factsOf(entry);
    return (
      isOn(shelf, entry) &&
      (platform === null || facts.platform === platform) &&
      (sourceId === null || facts.sourceId === sourceId) &&
      (angle === null || facts.angle === angle) &&
      words.every((word) => entry.hay.includes(word))
    );
  });
}

/** What can be filtered by: what occurs on a shelf, or is chosen. */
export interface Facets {
  platforms: Set<PlatformId>;
  angles: Set<Angle>;
  /** By id, with a release's address: a source that was removed has no name any more. */
  sources: Map<string, string>;
}

/** What occurs on the filter's shelf, and what the filter asks for. */
export function facetsOf(entries: readonly Entry[], filter: Filter): Facets {
  const { shelf, platform, sourceId, angle } = filter;
  const facets: Facets = {
    platforms: new Set(platform === null ? [] : [platform]),
    angles: new Set(angle === null ? [] : [angle]),
    sources: new Map(sourceId === null ? [] : [[sourceId, '']]),
  };
  for (const entry of entries) {
    const facts = factsOf(entry);
    if (facts.sourceId === sourceId) facets.sources.set(sourceId, facts.releaseUrl);
    if (!isOn(shelf, entry)) continue;
    facets.platforms.add(facts.platform);
    facets.angles.add(facts.angle);
    // Without a source there is no name to choose it by.
    if (facts.sourceId !== '' && !facets.sources.has(facts.sourceId))
      facets.sources.set(facts.sourceId, facts.releaseUrl);
  }
  return facets;
}

/** Entries of one day that stand one after another. */
export interface Run {
  /** A time on that day. */
  at: number;
  /** Of the first of them in the list. */
  start: number;
  count: number;
}

/** The days of a list in its own order: one whose clock was wrong keeps its place, under a heading of its own. */
export function runsByDay(entries: readonly Entry[]): Run[] {
  const runs: Run[] = [];
  let [from, to] = [0, 0];
  let run: Run | undefined;
  for (const [start, { at }] of entries.entries()) {
    if (!run || at < from || at >= to) {
      [from, to] = dayOf(at);
      run = { at, start, count: 0 };
      runs.push(run);
    }
    run.count += 1;
  }
  return runs;
}

/** From when until when the day lasts, by this computer's calendar. */
function dayOf(at: number): [number, number] {
  const date = new Date(at);
  const midnight = (offset: number) =>
    new Date(date.getFullYear(), date.getMonth(), date.getDate() + offset).getTime();
  return [midnight(0), midnight(1)];
}

const hayOf = ({ text, releaseTitle, note }: Draft | Post, ...more: string[]): string =>
  fold([text, releaseTitle, note, ...more].join(' '));

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
