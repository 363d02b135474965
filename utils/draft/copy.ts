import type { Angle } from '../caption/caption.ts';
import type { PlatformId } from '../platform/platform.ts';
import type { Draft } from './draft.ts';

/** What a draft becomes on another platform. */
export interface Copy {
  draftId: string;
  platform: PlatformId;
  angle: Angle;
  text: string;
  model?: true;
  /** What of the official's own went, so that it fits: the last hashtags, or words. */
  without: 'nothing' | 'hashtags' | 'words';
  /** Not even its first words fit. */
  tooLong: boolean;
  /** What stands there already: nothing, the same text, or another one, which goes to the earlier texts. */
  there: 'nothing' | 'same' | 'other';
}

/** A copy as it was written, with what has to be known to take it back. */
export interface Copied {
  draftId: string;
  platform: PlatformId;
  /** The draft's revision that the copy made. */
  revision: number;
  /** What stood there before; null where nothing did. */
  before: Pick<Draft, 'text' | 'model' | 'state' | 'archivedAt' | 'picture'> | null;
}
