import type { PlatformId } from '../platform/platform.ts';
import type { Preference } from './preferred.ts';

/** What a caption leads with. */
export type Angle =
  | 'summary'
  | 'quote'
  | 'figure'
  | 'invitation'
  | 'points'
  | 'achievement'
  | 'counterweight'
  /** The words that the official selected on the release's page. */
  | 'selection';

/** One suggested text, made from a release at one angle and fitted to one platform. */
export interface Caption {
  angle: Angle;
  platform: PlatformId;
  /** The whole text as it would go out: body, link, hashtags. */
  text: string;
  /** Hashtags in the text, with "#". */
  hashtags: string[];
  /** Further hashtags that the official may switch on, with "#". */
  moreHashtags: string[];
  /** Set where the Humas office wrote it. */
  preferred?: Preference;
}
