import type { Checked, Finding } from './check.ts';
import { plainTokens } from './reading/tokens.ts';

/** From this share of common word pairs on a reader takes two posts for one; networks hide such posts as repetition. */
const alike = 0.7;
/** Texts of fewer words are alike by chance. */
const fewest = 5;

/** Nearly the same as one of the official's last posts on this platform. */
export function likeMyLast({ text, lastPosts }: Checked): Finding[] {
  const own = pairs(text);
  if (own.size < fewest) return [];
  let most = 0;
  for (const post of lastPosts) most = Math.max(most, similarity(own, pairs(post.text)));
  if (most < alike) return [];
  return [
    { severity: 'warn', reason: { key: 'likeMyLast', args: [Math.round(most * 100)] }, marks: [], mends: [] },
  ];
}

/** Pairs of neighbouring words, without links and hashtags: these are the same in every post. */
function pairs(text: string): Set<string> {
  const words = plainTokens(text).map(({ key }) => key);
  return new Set(words.slice(1).map((word, i) => `${words[i]} ${word}`));
}

function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (b.size < fewest) return 0;
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared += 1;
  return shared / (a.size + b.size - shared);
}
