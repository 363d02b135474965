import type { Angle } from '../caption/caption.ts';
import type { PlatformId } from '../platform/platform.ts';

/** The text that the Humas office would like to see at one angle on one platform. */
export interface PreferredCaption {
  platform: PlatformId;
  angle: FeedAngle;
  /** The whole text as it goes out; further ones are as good, for officials not to post the same. At least one. */
  texts: string[];
}

/** Every angle but `selection`, which is an official's own. */
export type FeedAngle = Exclude<Angle, 'selection'>;

/** What the Humas office wrote for one release. Times are epoch milliseconds. */
export interface FeedItem {
  /** The release's address, canonical. */
  release: string;
  title: string;
  captions: PreferredCaption[];
  /** Whether each official may get another of the texts; else all get the first. */
  vary: boolean;
  picture?: { url: string; alt: string };
  /** From then on nobody is offered it. */
  expires?: number;
  /** "Please not before." */
  notBefore?: number;
  topic?: string;
  writtenBy?: string;
  /** The second pair of eyes. */
  reviewedBy?: string;
  updated: number;
}

/** One caption feed: what `docs/humas.md` describes, read. */
export interface CaptionFeed {
  title: string;
  city: string;
  /** BCP 47 tag. */
  language: string;
  /** When the file was saved, epoch milliseconds: of two, the later one holds. */
  issued: number;
  items: FeedItem[];
}

/** The version of the extension object that this code writes, and the last that it reads. */
export const extensionVersion = 1;
/** https://jsonfeed.org/version/1.1 */
export const jsonFeedVersion = 'https://jsonfeed.org/version/1.1';

/** Every angle that a caption may have. */
export const feedAngles: readonly FeedAngle[] = [
  ...(['summary', 'quote', 'figure', 'invitation', 'points', 'achievement'] as const),
  'counterweight',
];

/**
 * The most of each that is read; what is beyond is left out. The same stands in `docs/humas-feed.schema.json`, and
 * nothing longer is written.
 */
export const most = {
  /** Bytes of the whole file. */
  bytes: 2 * 1024 * 1024,
  levels: 16,
  items: 200,
  /** Captions of an item: every platform at every angle, with room to spare. */
  captions: 100,
  texts: 10,
  /** Letters of a text: more than any network but Facebook takes, and more than anybody reads. */
  text: 10_000,
  title: 500,
  name: 120,
  alt: 1_500,
  url: 2_048,
} as const;

/** Why a caption feed is refused as a whole; each has a text in the options. */
export type FeedReason =
  /** No JSON, or no JSON Feed. */
  | 'unreadable'
  /** A JSON Feed without `_jubir`. */
  | 'no-captions'
  /** Of a later version of the format. */
  | 'newer'
  /** A key is set, and the feed has no signature. */
  | 'unsigned'
  /** The signature is not of this content by this key. */
  | 'forged'
  /** Saved before the one that is held: somebody puts an old file back. */
  | 'older'
  /** This browser cannot check Ed25519: Chrome and Edge before 137, Firefox before 129. */
  | 'no-ed25519';

/** A caption feed that is refused; what was held before stays. */
export class FeedError extends Error {
  override name = 'FeedError';
  readonly reason: FeedReason;

  constructor(reason: FeedReason, message: string, options?: ErrorOptions) {
    super(`${reason}: ${message}`, options);
    this.reason = reason;
  }
}
