import type { PlatformId } from '../platform/platform.ts';
import type { Release } from '../release/release.ts';
import { blockedReason, happenedSince, type ReleaseState } from '../release/versions.ts';
import type { Draft, Post } from './draft.ts';

/** One line of the history: a draft that is being written, or a post. */
export type Entry = (
  | { kind: 'draft'; id: string; at: number; draft: Draft }
  | { kind: 'post'; id: string; at: number; post: Post }
) & {
  /** What the city did with its release since; absent where all is well. */
  city?: ReleaseState;
};

/** The desk's shelves. */
export type Shelf = 'all' | 'drafts' | 'opened' | 'posted';

/** What the desk is asked to show. */
export interface Filter {
  shelf: Shelf;
  platform: PlatformId | null;
  /** Words that all have to occur in text, title or link; case and accents do not matter. */
  search: string;
}

/** Everything that stands, newest first: drafts by their last input, posts by when they were opened. */
export function entriesOf(drafts: Draft[], posts: Post[]): Entry[] {
  const entries: Entry[] = [
    // A draft that went out is told by its post.
    ...drafts
      .filter((draft) => draft.deletedAt === 0 && draft.state === 'writing')
      .map((draft) => ({ kind: 'draft' as const, id: draft.id, at: draft.updatedAt, draft })),
    ...posts
      .filter((post) => post.deletedAt === 0)
      .map((post) => ({ kind: 'post' as const, id: post.id, at: post.openedAt, post })),
  ];
  return entries.sort((a, b) => b.at - a.at);
}

/**
 * Entries with what the city did with their releases: since a post was opened, or, for a draft, what the official did
 * not yet say to have seen.
 * @param releases of the archive, by id
 */
export function withCity(entries: readonly Entry[], releases: ReadonlyMap<string, Release>): Entry[] {
  return entries.map((entry) => {
    const release = releases.get(factsOf(entry).releaseId);
    const city =
      entry.kind === 'post' ? happenedSince(release, entry.at) : release ? blockedReason(release) : null;
    return city ? { ...entry, city } : entry;
  });
}

/** What of an entry the lists show. */
export const factsOf = (
  entry: Entry,
): Pick<Post, 'text' | 'platform' | 'angle' | 'releaseId' | 'releaseTitle'> =>
  entry.kind === 'draft' ? entry.draft : entry.post;

/** Whether an entry stands on a shelf. */
export function isOn(shelf: Shelf, entry: Entry): boolean {
  if (shelf === 'all') return true;
  if (entry.kind === 'draft') return shelf === 'drafts';
  return entry.post.state === shelf;
}

/** The entries that a filter lets through, in the same order. */
export function filterEntries(entries: Entry[], filter: Filter): Entry[] {
  const words = fold(filter.search).split(/\s+/u).filter(Boolean);
  return entries.filter((entry) => {
    const { text, platform, releaseTitle } = factsOf(entry);
    if (!isOn(filter.shelf, entry) || (filter.platform && platform !== filter.platform)) return false;
    const link = entry.kind === 'post' ? (entry.post.link ?? '') : '';
    const hay = fold(`${text} ${releaseTitle} ${link}`);
    return words.every((word) => hay.includes(word));
  });
}

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
