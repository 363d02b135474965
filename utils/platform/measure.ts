import { findLinks, shortLink } from './bluesky/links.ts';
import { catalogue } from './catalogue.ts';
import { emoji, graphemes } from './graphemes.ts';
import type { Platform, PlatformId, Unit } from './platform.ts';
import { findUrls } from './urls.ts';
import { weightedLength } from './weighted.ts';

/**
 * The length of a text in one of the networks' units.
 *
 * - `weighted` X: see `weighted.ts`.
 * - `grapheme` Bluesky: graphemes, links as its web composer shortens them.
 * - `mastodon` graphemes, 23 for an address with scheme, `@user@domain` without its domain
 *   (Mastodon's StatusLengthValidator).
 * - `threads` code points, an emoji by its UTF-8 bytes (Threads API).
 * - `character` UTF-16 units, what JavaScript and most web forms' `maxlength` count.
 */
export function measure(unit: Unit, text: string): number {
  switch (unit) {
    case 'weighted':
      return weightedLength(text);
    case 'grapheme':
      return graphemes(blueskyText(text));
    case 'mastodon':
      return mastodonLength(text);
    case 'threads':
      return threadsLength(text);
    case 'character':
      return text.length;
  }
}

/** What of a text's room on a network is used. */
export interface Room {
  used: number;
  limit: number;
  unit: Unit;
  /** `limit - used`; negative when too long. */
  left: number;
  /** Within every limit the network has on length, bytes too. */
  fits: boolean;
}

/**
 * How much of a network's room a text takes.
 *
 * @param limit a limit that the official's own server told, instead of the catalogue's
 */
export function room(platform: PlatformId, text: string, limit?: number): Room {
  const facts: Platform = catalogue[platform];
  const most = limit ?? facts.limit;
  const used = measure(facts.unit, text);
  const bytesFit = facts.bytes === undefined || utf8Length(blueskyText(text)) <= facts.bytes;
  return { used, limit: most, unit: facts.unit, left: most - used, fits: used <= most && bytesFit };
}

/** Bytes of a text in UTF-8. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** A text as Bluesky's web composer sends it: each link as `shortLink` shows it. */
export function blueskyText(text: string): string {
  let plain = '';
  let at = 0;
  for (const { start, end, uri } of findLinks(text)) {
    const short = shortLink(uri);
    if (short === null) continue;
    plain += text.slice(at, start) + short;
    at = end;
  }
  return plain + text.slice(at);
}

/** A domain of up to 253 characters after a local part; longer ones are plain text (Mastodon: MAX_DOMAIN_LENGTH). */
const remoteMention =
  /(?<![=/\p{L}\p{N}_])(@[a-z0-9_]+(?:[a-z0-9_.-]+[a-z0-9_]+)?)@[\p{L}\p{N}_.-]{0,252}[\p{L}\p{N}_](?![\p{L}\p{N}_.-])/giu;

function mastodonLength(text: string): number {
  let plain = '';
  let at = 0;
  for (const { start, end } of findUrls(text, false)) {
    plain += `${text.slice(at, start)}${'x'.repeat(23)}`;
    at = end;
  }
  plain += text.slice(at);
  return graphemes(plain.replace(remoteMention, '$1'));
}

function threadsLength(text: string): number {
  let bytes = 0;
  const rest = text.replace(emoji, (found) => {
    bytes += utf8Length(found);
    return '';
  });
  let points = 0;
  for (const _ of rest) points += 1;
  return bytes + points;
}
