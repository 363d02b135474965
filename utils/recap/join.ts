import { type ReleaseState, releaseStates } from '../release/versions.ts';
import type { MonthFacts, PostFact, ReleaseFact } from './facts.ts';

/**
 * Several computers' facts of one month as one month's. A post that two of them know of (two computers of one official,
 * one file opened twice) counts once; a release is one by its address, taken up where anybody did.
 * @param all of one month, the latest last: what it says of a post holds
 */
export function joinFacts(month: MonthFacts['month'], all: readonly MonthFacts[]): MonthFacts {
  const posts = new Map<string, PostFact>();
  const releases = new Map<string, ReleaseFact>();
  for (const facts of all) {
    for (const post of facts.posts) posts.set(post.id, post);
    for (const release of facts.releases) {
      const known = releases.get(release.url);
      releases.set(release.url, known ? joined(known, release) : release);
    }
  }
  return { month, posts: [...posts.values()], releases: [...releases.values()] };
}

function joined(a: ReleaseFact, b: ReleaseFact): ReleaseFact {
  const moved = graver(a.moved, b.moved);
  return {
    ...a,
    day: a.day || b.day,
    taken: a.taken || b.taken,
    ...(moved && { moved, platforms: [...new Set([...(a.platforms ?? []), ...(b.platforms ?? [])])] }),
  };
}

const graver = (a: ReleaseState | undefined, b: ReleaseState | undefined): ReleaseState | undefined =>
  releaseStates.find((state) => state === a || state === b);
