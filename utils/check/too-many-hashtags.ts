import { findHashtags, removeHashtag } from '../caption/hashtags.ts';
import { catalogue } from '../platform/catalogue.ts';
import type { Checked, Finding } from './check.ts';

/** More hashtags than the network or its manners bear (Threads one, Instagram five); the first ones stay. */
export function tooManyHashtags({ text, platform }: Checked): Finding[] {
  const { hashtags: limit, name } = catalogue[platform];
  const found = findHashtags(text);
  if (found.length <= limit) return [];
  const fewer = withFewerHashtags(text, limit);
  return [
    {
      severity: 'warn',
      reason: { key: 'tooManyHashtags', args: [limit, name] },
      marks: found.slice(limit).map(({ start, end }) => ({ start, end })),
      mends: fewer === null ? [] : [{ key: 'fewerHashtags', text: fewer }],
    },
  ];
}

/** The text without its last hashtags, or null where one of them is a word of a sentence. */
function withFewerHashtags(text: string, limit: number): string | null {
  const found = findHashtags(text);
  const kept = new Set(found.slice(0, limit).map(({ tag }) => tag.toLowerCase()));
  let mended = text;
  for (const { tag, end } of found.slice(limit).reverse()) {
    // Only those that stand behind the words: a hashtag within a sentence is a part of it.
    if (!/^(?:\s|[#＃][^\s]+)*$/u.test(text.slice(end)) || kept.has(tag.toLowerCase())) return null;
    mended = removeHashtag(mended, tag);
  }
  return mended;
}
