import { blueskyText, measure, room } from '../platform/measure.ts';
import { findUrls } from '../platform/urls.ts';
import type { Account } from './account.ts';

/** How much of an account's room a text takes, by its own server's limits. */
export interface AccountRoom {
  used: number;
  limit: number;
  fits: boolean;
}

/** Measures a text as the account's server counts it; a warning before the text counts with it on Mastodon. */
export function roomOf(
  account: Pick<Account, 'platform' | 'limits'>,
  text: string,
  spoiler = '',
): AccountRoom {
  const { platform, limits } = account;
  const { used, fits } = room(platform, text, limits.characters);
  if (platform === 'bluesky') return { used, limit: limits.characters, fits };
  const links = findUrls(text, false).length;
  const counted = used + links * (limits.perLink - 23) + measure('mastodon', spoiler);
  return { used: counted, limit: limits.characters, fits: counted <= limits.characters };
}

/** The text as it will stand in the post: Bluesky shows links short. */
export const shownText = ({ platform }: Pick<Account, 'platform'>, text: string): string =>
  platform === 'bluesky' ? blueskyText(text) : text;
