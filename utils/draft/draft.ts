import type { Angle } from '../caption/caption.ts';
import type { PlatformId, Route } from '../platform/platform.ts';

/** A caption that the official took up and may edit. The background is its only writer. */
export interface Draft {
  /** Made by the page, so that a repeated write is the same write. */
  id: string;
  releaseId: string;
  releaseTitle: string;
  releaseUrl: string;
  platform: PlatformId;
  angle: Angle;
  text: string;
  /** Counts the page's inputs; a write with a lower or equal revision is an echo and changes nothing. */
  revision: number;
  /** `writing`: editable. `opened`: a composer was opened with it. `posted`: the official said it went out. */
  state: 'writing' | 'opened' | 'posted';
  /** Epoch milliseconds. */
  createdAt: number;
  updatedAt: number;
  /** Epoch milliseconds of deletion; 0 while it stands. Deleted ones can be restored. */
  deletedAt: number;
}

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
