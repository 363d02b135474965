/** The networks Jubir opens, in the order they are first offered. */
export const platformIds = [
  'x',
  'whatsapp',
  'threads',
  'facebook',
  'instagram',
  'telegram',
  'linkedin',
  'bluesky',
  'mastodon',
  'line',
  'tiktok',
] as const;

export type PlatformId = (typeof platformIds)[number];

/**
 * How a text reaches the network.
 * `composer`: its own address opens the composer filled in.
 * `copy`: the text may not be pre-filled; it is copied, then the site opens.
 */
export type Route = 'composer' | 'copy';

/** What a counter counts: the key of a text in the UI and of a function in `measure.ts`. */
export type Unit = 'weighted' | 'grapheme' | 'character' | 'mastodon' | 'threads';

/** Facts on one network; all of them stand in `catalogue.ts`. */
export interface Platform {
  id: PlatformId;
  /** The network's own name, never translated. */
  name: string;
  route: Route;
  /**
   * The address that opens. `{text}` stands for the whole text, `{link}` for the release's address, `{body}` for
   * the text without that address, `{server}` for the official's own server; see `links.ts`.
   */
  address: string;
  /** The address for phones, where its app listens to another one. */
  appAddress?: string;
  /** The longest text, in `unit`s. */
  limit: number;
  unit: Unit;
  /** A second limit in UTF-8 bytes, where the network has one. */
  bytes?: number;
  /** The most links a text may carry, where the network has such a rule. */
  links?: number;
  /** The most hashtags that the network or its manners bear. */
  hashtags: number;
  /** Whether a structured text with points reads well there. */
  points: boolean;
  /** Whether `*word*` shows as bold. */
  bold: boolean;
}

/** What a composer link is made from. */
export interface ComposerInput {
  /** The whole text, as in the box, link included. */
  text: string;
  /** The release's address. */
  link: string;
  /** Host of the official's own Mastodon server, for instance "mastodon.social". */
  mastodonServer: string | null;
}
