import { findHashtags } from '../caption/hashtags.ts';
import { catalogue } from '../platform/catalogue.ts';
import type { Checked, Finding } from './check.ts';

/** More hashtags than the network or its manners bear (Threads one, Instagram five). */
export function tooManyHashtags({ text, platform }: Checked): Finding | null {
  const limit = catalogue[platform].hashtags;
  return findHashtags(text).length > limit ? { kind: 'too-many-hashtags', limit } : null;
}
