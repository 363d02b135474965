import type { Angle } from '../caption/caption.ts';
import type { PlatformId } from '../platform/platform.ts';
import type { MonthFacts, PostFact, ReleaseFact } from './facts.ts';
import { daysIn } from './month.ts';

/** Posts of one kind: those that are out for certain, and those that wait for a word. */
export interface Split {
  posted: number;
  waiting: number;
}

/** Posts under one name. */
export interface Share<Name extends string = string> extends Split {
  name: Name;
}

/** A month in numbers. */
export interface Recap extends Split {
  month: MonthFacts['month'];
  /** Releases that the city published, and how many of them somebody posted. */
  published: number;
  taken: number;
  /** Half of the posts whose time is known went out within so many minutes of their release; null where none is. */
  pace: { minutes: number; posts: number } | null;
  /** By day of the month, from the first. */
  days: Split[];
  /** Most posts first. */
  platforms: Share<PlatformId>[];
  sources: Share[];
  angles: Share<Angle>[];
  /** Each in the order of the month. */
  lines: PostFact[];
  waitingPosts: PostFact[];
  untaken: ReleaseFact[];
  moved: ReleaseFact[];
}

/** The numbers of a month. */
export function recapOf({ month, posts, releases }: MonthFacts): Recap {
  const days = Array.from({ length: daysIn(month) }, (): Split => ({ posted: 0, waiting: 0 }));
  for (const { day, state } of posts) {
    const there = days[day - 1];
    if (there) there[state] += 1;
  }
  const published = releases.filter(({ day }) => day > 0);
  const ordered = [...posts].sort((a, b) => a.day - b.day);
  const byDay = (found: ReleaseFact[]) => found.sort((a, b) => a.day - b.day);
  return {
    month,
    ...countOf(posts),
    published: published.length,
    taken: published.filter(({ taken }) => taken).length,
    pace: paceOf(posts),
    days,
    platforms: sharesOf(posts, ({ platform }) => platform),
    sources: sharesOf(posts, ({ source }) => source),
    angles: sharesOf(posts, ({ angle }) => angle),
    lines: ordered.filter(({ line }) => line !== undefined),
    waitingPosts: ordered.filter(({ state }) => state === 'waiting'),
    untaken: byDay(published.filter(({ taken }) => !taken)),
    moved: byDay(releases.filter(({ moved }) => moved !== undefined)),
  };
}

function countOf(posts: readonly PostFact[]): Split {
  const posted = posts.filter(({ state }) => state === 'posted').length;
  return { posted, waiting: posts.length - posted };
}

/** The median; of an even number, the mean of the two in the middle. */
function paceOf(posts: readonly PostFact[]): Recap['pace'] {
  const delays = posts.flatMap(({ delay }) => delay ?? []).sort((a, b) => a - b);
  const half = delays.length / 2;
  const [low, high] = [delays[Math.ceil(half) - 1], delays[Math.floor(half)]];
  if (low === undefined || high === undefined) return null;
  return { minutes: Math.round((low + high) / 2), posts: delays.length };
}

function sharesOf<Name extends string>(
  posts: readonly PostFact[],
  nameOf: (post: PostFact) => Name,
): Share<Name>[] {
  const found = new Map<Name, Share<Name>>();
  for (const post of posts) {
    const name = nameOf(post);
    const share = found.get(name) ?? { name, posted: 0, waiting: 0 };
    share[post.state] += 1;
    found.set(name, share);
  }
  return [...found.values()].sort((a, b) => sumOf(b) - sumOf(a) || (a.name < b.name ? -1 : 1));
}

/** All posts of a kind. */
export const sumOf = ({ posted, waiting }: Split): number => posted + waiting;

/**
 * The first shares, and the others as one.
 * @param most how many there are to be in the end
 */
export function folded<Name extends string>(
  shares: readonly Share<Name>[],
  most: number,
): { shown: readonly Share<Name>[]; rest: (Split & { count: number }) | null } {
  if (shares.length <= most) return { shown: shares, rest: null };
  const others = shares.slice(most - 1);
  const rest = { posted: 0, waiting: 0, count: others.length };
  for (const { posted, waiting } of others) {
    rest.posted += posted;
    rest.waiting += waiting;
  }
  return { shown: shares.slice(0, most - 1), rest };
}
