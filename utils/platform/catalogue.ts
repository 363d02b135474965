import { type Platform, type PlatformId, platformIds } from './platform.ts';

/**
 * Facts on every network: limits, what they count in, manners and the address that opens.
 * They come from each network's documentation or code; none was tried live with an account.
 * "Unverified" marks what no document states: one line to change when a network does.
 *
 * On a phone an installed app takes its network's addresses over (Android's App Links), if the browser is set to let
 * it: that a composer's address is among them is documented where it says so, and unverified elsewhere.
 */
export const catalogue: Readonly<Record<PlatformId, Platform>> = {
  x: {
    id: 'x',
    name: 'X',
    route: 'composer',
    // Documented web intent, which the app takes over on phones; it has no parameter for a picture.
    address: 'https://x.com/intent/tweet?text={text}',
    // 280 in twitter-text's weighted measure, configuration v3.
    limit: 280,
    unit: 'weighted',
    // No rule; more than two or three tags in 280 characters reads as noise.
    hashtags: 3,
    points: false,
    bold: false,
  },
  whatsapp: {
    id: 'whatsapp',
    name: 'WhatsApp',
    route: 'composer',
    address: 'https://wa.me/?text={text}',
    // Unverified: no documented limit for a link-opened text; kept under the 4,096 its API names.
    limit: 4096,
    unit: 'character',
    hashtags: 1,
    points: true,
    bold: true,
  },
  threads: {
    id: 'threads',
    name: 'Threads',
    route: 'composer',
    // Documented; on phones it opens the app.
    address: 'https://www.threads.com/intent/post?text={text}',
    // 500; the API counts an emoji by its UTF-8 bytes. That the composer does too is unverified.
    limit: 500,
    unit: 'threads',
    links: 5,
    // Threads keeps one topic tag per post and shows further ones as plain text.
    hashtags: 1,
    points: false,
    bold: false,
  },
  facebook: {
    id: 'facebook',
    name: 'Facebook',
    // Its policy forbids pre-filling a person's words, and the `quote` parameter does nothing any more.
    route: 'copy',
    address: 'https://www.facebook.com/sharer/sharer.php?u={link}',
    limit: 63206,
    unit: 'character',
    hashtags: 3,
    points: true,
    bold: false,
  },
  instagram: {
    id: 'instagram',
    name: 'Instagram',
    // The web has no composer link.
    route: 'copy',
    address: 'https://www.instagram.com/',
    limit: 2200,
    unit: 'character',
    // At most five since December 2025.
    hashtags: 5,
    points: true,
    bold: false,
  },
  telegram: {
    id: 'telegram',
    name: 'Telegram',
    route: 'composer',
    address: 'https://t.me/share/url?url={link}&text={body}',
    limit: 4096,
    unit: 'character',
    hashtags: 3,
    points: true,
    // A shared text arrives as typed: `*` would stay a star.
    bold: false,
  },
  linkedin: {
    id: 'linkedin',
    name: 'LinkedIn',
    route: 'composer',
    // Unofficial, widely used. The documented share-offsite link opens an empty box.
    address: 'https://www.linkedin.com/feed/?shareActive=true&text={text}',
    limit: 3000,
    unit: 'character',
    hashtags: 3,
    points: true,
    bold: false,
  },
  bluesky: {
    id: 'bluesky',
    name: 'Bluesky',
    route: 'composer',
    // Documented for the web and the app alike.
    address: 'https://bsky.app/intent/compose?text={text}',
    // The lexicon of app.bsky.feed.post: 300 graphemes and 3,000 bytes.
    limit: 300,
    unit: 'grapheme',
    bytes: 3000,
    hashtags: 3,
    points: false,
    bold: false,
  },
  mastodon: {
    id: 'mastodon',
    name: 'Mastodon',
    route: 'composer',
    address: 'https://{server}/share?text={text}',
    // The default; a server may tell another one in /api/v2/instance.
    limit: 500,
    unit: 'mastodon',
    hashtags: 3,
    points: false,
    bold: false,
  },
  line: {
    id: 'line',
    name: 'LINE',
    route: 'composer',
    address: 'https://social-plugins.line.me/lineit/share?url={link}&text={body}',
    // Documented for phones alone; the other one is known to lose the text there.
    appAddress: 'https://line.me/R/share?text={text}',
    // Unverified: LINE documents no limit here. A bound that keeps the address itself short enough to open.
    limit: 1000,
    unit: 'character',
    hashtags: 1,
    points: true,
    bold: false,
  },
  tiktok: {
    id: 'tiktok',
    name: 'TikTok',
    // The web has no composer link.
    route: 'copy',
    address: 'https://www.tiktok.com/',
    // Unverified.
    limit: 2000,
    unit: 'character',
    hashtags: 5,
    points: false,
    bold: false,
  },
};

/** The catalogue as a list, in the order the networks are first offered. */
export const platforms: readonly Platform[] = platformIds.map((id) => catalogue[id]);
