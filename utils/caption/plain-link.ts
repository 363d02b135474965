import { room } from '../platform/measure.ts';
import type { PlatformId } from '../platform/platform.ts';

/**
 * The text for a page that is not the city's: its title, whose page it is, and its address. No hashtag, mention or
 * line of the house: it must not look like the city's word. A title without room is cut between words, and says so.
 */
export function plainLinkText({ title, url }: { title: string; url: string }, platform: PlatformId): string {
  const { hostname } = new URL(url);
  const from = hostname.replace(/^www\./, '');
  const named = title.replace(/\s+/gu, ' ').trim();
  const textWith = (head: string) => [head && `${head} (${from})`, url].filter(Boolean).join('\n\n');
  const words = named.split(' ');
  for (let count = words.length; count > 0; count -= 1) {
    const head = words.slice(0, count).join(' ');
    const text = textWith(count === words.length ? head : `${head.replace(/[,;:–-]$/u, '')}…`);
    if (room(platform, text).fits) return text;
  }
  return textWith('');
}
