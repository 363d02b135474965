import type { Month } from '../backup/csv.ts';
import type { Angle } from '../caption/caption.ts';
import type { Post } from '../draft/draft.ts';
import { mayBeOut } from '../draft/history.ts';
import type { PlatformId } from '../platform/platform.ts';
import type { Release } from '../release/release.ts';
import { happenedSince, type ReleaseState } from '../release/versions.ts';
import { dayHere, dayInCity, isSameCityDay } from './month.ts';

/** What a recap has to know of one post: no text, unless the official chose it. */
export interface PostFact {
  id: string;
  /** Day of the month by the calendar of the computer that it went out from. */
  day: number;
  platform: PlatformId;
  angle: Angle;
  /** Name of the source; '' where it is not known any more. */
  source: string;
  /** `waiting`: it may be out, and nobody has said so yet. */
  state: 'posted' | 'waiting';
  /** Whole minutes from the release to the post, where both are known. */
  delay?: number;
  /** Of the release; only where the recap names the post: it waits, or it was chosen. */
  title?: string;
  /** The text, where the official chose it as one of the best lines. */
  line?: string;
}

/** What a recap has to know of one release. */
export interface ReleaseFact {
  /** Its address: what it is called by everywhere. */
  url: string;
  title: string;
  source: string;
  /** Day of the month on which the city published it; 0 where that was in another month. */
  day: number;
  /** Somebody posted it. */
  taken: boolean;
  /** What the city did with it after it was posted. */
  moved?: ReleaseState;
  /** Where it had been posted by then. */
  platforms?: PlatformId[];
  /** Its id in this computer's archive; no file carries it. */
  id?: string;
}

/** One month, as one computer or several know it: all that a recap counts. */
export interface MonthFacts {
  month: Month;
  posts: PostFact[];
  releases: ReleaseFact[];
}

/** What the facts of a month are made from. */
export interface MonthRows {
  /** All posts there are. */
  posts: readonly Post[];
  /** Those published in the month, and those that `postsToWatch` are about. */
  releases: readonly Release[];
  /** Names of sources by id. */
  sources: ReadonlyMap<string, string>;
}

/** How long a post is looked after before a month, in milliseconds: what the city changes, it changes soon. */
const watched = 92 * 24 * 60 * 60 * 1000;
/** The most of a chosen line, in characters. */
export const longestLine = 2_000;

/** Posts that went out, or may have. */
const standing = (posts: readonly Post[]): Post[] =>
  posts.filter((post) => post.deletedAt === 0 && mayBeOut(post));

/** Posts whose releases a month has to know: its own, and those of the three months before. */
export function postsToWatch(posts: readonly Post[], { year, month }: Month): Post[] {
  const [from, to] = [new Date(year, month).getTime() - watched, new Date(year, month + 1).getTime()];
  return standing(posts).filter(({ openedAt }) => openedAt >= from && openedAt < to);
}

/** What happened in a month, from what this computer has stored. */
export function factsOf(month: Month, { posts, releases, sources }: MonthRows): MonthFacts {
  const archive = new Map(releases.map((release) => [release.id, release]));
  const taken = new Set(standing(posts).map(({ releaseId }) => releaseId));
  const nameOf = (sourceId: string, url: string) => sources.get(sourceId) ?? hostOf(url);
  const found: PostFact[] = [];
  const postedOf = new Map<string, Post[]>();
  for (const post of postsToWatch(posts, month)) {
    postedOf.set(post.releaseId, [...(postedOf.get(post.releaseId) ?? []), post]);
    const day = dayHere(post.openedAt, month);
    if (day !== null)
      found.push(postFact(post, day, nameOf(post.sourceId, post.releaseUrl), archive.get(post.releaseId)));
  }
  return {
    month,
    posts: found,
    releases: releases.flatMap((release) => {
      const own = postedOf.get(release.id) ?? [];
      const moved = movedIn(month, release, own);
      const day =
        release.published && !release.suspicious ? (dayInCity(release.published.at, month) ?? 0) : 0;
      if (day === 0 && !moved) return [];
      const { id, url, title, withdrawnAt, sourceId } = release;
      // What the city took back nobody was to take up.
      if (withdrawnAt !== undefined && !taken.has(id)) return [];
      const fact: ReleaseFact = { id, url, title, source: nameOf(sourceId, url), day, taken: taken.has(id) };
      return [moved ? { ...fact, ...moved } : fact];
    }),
  };
}

function postFact(post: Post, day: number, source: string, release: Release | undefined): PostFact {
  const state = post.state === 'posted' ? 'posted' : 'waiting';
  const delay = release && state === 'posted' ? delayOf(post, release) : null;
  const isChosen = (post.starredAt ?? 0) > 0;
  return {
    ...{ id: post.id, day, platform: post.platform, angle: post.angle, source, state },
    ...(delay !== null && { delay }),
    ...((isChosen || state === 'waiting') && { title: post.releaseTitle }),
    ...(isChosen && { line: post.text.slice(0, longestLine) }),
  };
}

/**
 * Minutes from a release to a post. Where the city told the day alone, they are counted from when Jubir first saw it,
 * if that was on the same day; a time that nobody knows is not guessed.
 */
function delayOf({ openedAt }: Post, { published, firstSeenAt }: Release): number | null {
  if (!published) return null;
  const from =
    published.precision === 'time'
      ? published.at
      : isSameCityDay(published.at, firstSeenAt)
        ? firstSeenAt
        : null;
  return from === null || openedAt < from ? null : Math.floor((openedAt - from) / 60_000);
}

/** What the city did with a release after it was posted, as far as either belongs to the month. */
function movedIn(
  month: Month,
  release: Release,
  posts: readonly Post[],
): Pick<ReleaseFact, 'moved' | 'platforms'> | null {
  const at = release.withdrawnAt ?? release.changedAt ?? 0;
  const before = posts.filter(
    ({ openedAt }) =>
      happenedSince(release, openedAt) !== null &&
      (dayHere(openedAt, month) !== null || dayHere(at, month) !== null),
  );
  const [first] = before;
  const moved = first && happenedSince(release, first.openedAt);
  return moved ? { moved, platforms: [...new Set(before.map(({ platform }) => platform))] } : null;
}

/** What is left of a source's name once it was removed. */
const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '');
