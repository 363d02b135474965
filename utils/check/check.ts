import type { PlatformId } from '../platform/platform.ts';
import { alreadyShared } from './already-shared.ts';
import { noLink } from './no-link.ts';
import { tooLong } from './too-long.ts';
import { tooManyHashtags } from './too-many-hashtags.ts';

/** A draft as the checks see it. */
export interface Checked {
  text: string;
  platform: PlatformId;
  /** The release's address. */
  link: string;
  /** What is known of this release on this platform. */
  shared: 'opened' | 'posted' | null;
}

/** A warning about a draft, and the mended text where one tap can mend it. */
export type Finding =
  | { kind: 'too-long'; over: number }
  | { kind: 'no-link'; mended: string }
  | { kind: 'too-many-hashtags'; limit: number }
  | { kind: 'already-shared'; state: 'opened' | 'posted' };

/** Runs every check; the most serious first. An empty text has nothing to warn about. */
export function check(draft: Checked): Finding[] {
  if (draft.text.trim() === '') return [];
  return [tooLong(draft), noLink(draft), tooManyHashtags(draft), alreadyShared(draft)].filter(
    (finding) => finding !== null,
  );
}
