import type { Angle } from '../caption/caption.ts';
import type { PlatformId, Route } from '../platform/platform.ts';

/** A caption that the official took up and may edit. The background is its only writer. */
export interface Draft {
  /** One per release, platform and angle, from `draftId`: a repeated write is the same write. */
  id: string;
  releaseId: string;
  releaseTitle: string;
  releaseUrl: string;
  platform: PlatformId;
  angle: Angle;
  text: string;
  /** The page that wrote last, and its count of inputs: an echo of an older input changes nothing. */
  writer: string;
  revision: number;
  /** Texts that another window's input replaced, newest first, so that none is lost. */
  earlier: string[];
  /** `writing`: editable. `opened`: a composer was opened with it. `posted`: the official said it went out. */
  state: 'writing' | 'opened' | 'posted';
  /** Epoch milliseconds. */
  createdAt: number;
  updatedAt: number;
  /** Epoch milliseconds of deletion; 0 while it stands. Deleted ones can be restored. */
  deletedAt: number;
}

/** The id of the draft of a release on a platform at an angle. */
export const draftId = (releaseId: string, platform: PlatformId, angle: Angle): string =>
  `${releaseId}:${platform}:${angle}`;

/** The record that a draft went out. Append-only in meaning: states are added to `changes`. */
export interface Post {
  id: string;
  draftId: string;
  releaseId: string;
  releaseTitle: string;
  releaseUrl: string;
  platform: PlatformId;
  angle: Angle;
  route: Route;
  /** The exact text that was handed over. */
  text: string;
  /** `opened` is not `posted`: only the official, or an API that answered, says that. */
  state: PostState;
  changes: { state: PostState; at: number }[];
  /** Address of the post, if the official gave it. */
  link: string | null;
  openedAt: number;
  /** 1 once the question "Sudah terbit?" was shown. */
  asked: 0 | 1;
  deletedAt: number;
}

export type PostState = 'opened' | 'posted' | 'not-posted';

/** Whether this is an address that a post may have: https, with a host. `URL.parse` is newer than Chrome 120. */
export const isPostLink = (link: string): boolean =>
  URL.canParse(link) && new URL(link).protocol === 'https:';
