import type { Checked, Finding } from './check.ts';

/** From how many days on a release is no news any more. */
const oldAfter = 14;
const day = 86_400_000;

/** An old release shared without a word on its age reads as news. */
export function oldRelease({ publishedAt, now }: Checked): Finding[] {
  if (publishedAt === null) return [];
  const days = Math.floor((now - publishedAt) / day);
  if (days <= oldAfter) return [];
  return [{ severity: 'warn', reason: { key: 'oldRelease', args: [days] }, marks: [], mends: [] }];
}
