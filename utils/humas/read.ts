import { isPictureAddress } from '../draft/draft.ts';
import { type PlatformId, platformIds } from '../platform/platform.ts';
import { canonicalUrl } from '../release/identity.ts';
import { resolveAddress } from '../source/address.ts';
import { isObject, type JsonObject } from '../source/json.ts';
import {
  type CaptionFeed,
  extensionVersion,
  FeedError,
  type FeedItem,
  feedAngles,
  jsonFeedVersion,
  most,
  type PreferredCaption,
} from './caption-feed.ts';

/** A feed as it was read, and what of it was left out. */
export interface FeedReading {
  feed: CaptionFeed;
  /** The document as parsed, for its signature. */
  raw: JsonObject;
  /** Items and captions that could not be read and were left out alone. */
  leftOut: number;
}

/**
 * Reads a caption feed strictly: unlike a feed of releases nothing is mended, since the Humas office can save the file
 * again. A damaged item is left out alone, and so is a damaged caption; an item of another reader's, without `_jubir`,
 * is none of ours and not counted. All of it is text, whatever stands in it.
 * @throws FeedError `unreadable`, `no-captions` or `newer`
 */
export function readCaptionFeed(text: string): FeedReading {
  const raw = parse(text);
  const { _jubir: extension, items } = raw;
  if (raw.version !== jsonFeedVersion || !Array.isArray(items))
    throw new FeedError('unreadable', 'no JSON Feed 1.1');
  if (!isObject(extension)) throw new FeedError('no-captions', 'no _jubir in the feed');
  const { version } = extension;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    throw new FeedError('no-captions', 'no version in _jubir');
  if (version > extensionVersion) throw new FeedError('newer', `version ${version}`);
  const issued = timeOf(extension.issued);
  if (issued === null) throw new FeedError('unreadable', 'no time of issue');

  let leftOut = Math.max(0, items.length - most.items);
  const byRelease = new Map<string, FeedItem>();
  for (const each of items.slice(0, most.items)) {
    if (isObject(each) && each._jubir === undefined) continue;
    const read = isObject(each) && isObject(each._jubir) ? readItem(each, each._jubir) : null;
    leftOut += read ? read.leftOut : 1;
    if (!read) continue;
    // Twice the same release is a slip; the later word holds.
    const before = byRelease.get(read.item.release);
    if (before) leftOut += 1;
    if (!before || read.item.updated >= before.updated) byRelease.set(read.item.release, read.item);
  }
  return {
    raw,
    leftOut,
    feed: {
      title: lineOf(raw.title, most.title),
      city: lineOf(extension.city, most.name),
      language: lineOf(raw.language, 35) || 'id',
      issued,
      items: [...byRelease.values()],
    },
  };
}

function parse(text: string): JsonObject {
  if (text.length > most.bytes) throw new FeedError('unreadable', 'too large');
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch (error) {
    // SyntaxError, or RangeError where an engine runs out of stack on 100,000 brackets.
    if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
    throw new FeedError('unreadable', 'no JSON', { cause: error });
  }
  throw new FeedError('unreadable', 'no JSON object');
}

/** One item; null where it is of no use: no release, no caption, or a time that cannot be read and must not be missed. */
function readItem(whole: JsonObject, raw: JsonObject): { item: FeedItem; leftOut: number } | null {
  const release = addressOf(raw.release ?? whole.url);
  const expires = optionalTime(raw.expires);
  const notBefore = optionalTime(raw.not_before);
  const updated = timeOf(raw.updated ?? whole.date_modified);
  if (!release || expires === null || notBefore === null || updated === null) return null;
  const given = Array.isArray(raw.captions) ? raw.captions : [];
  const captions: PreferredCaption[] = [];
  let leftOut = Math.max(0, given.length - most.captions);
  for (const each of given.slice(0, most.captions)) {
    const caption = readCaption(each);
    const isFirst =
      caption !== null &&
      !captions.some(({ platform, angle }) => platform === caption.platform && angle === caption.angle);
    if (isFirst) captions.push(caption);
    else leftOut += 1;
  }
  if (captions.length === 0) return null;
  const picture = readPicture(raw.picture);
  const names = {
    topic: lineOf(raw.topic, most.name),
    writtenBy: lineOf(raw.written_by, most.name),
    reviewedBy: lineOf(raw.reviewed_by, most.name),
  };
  const item: FeedItem = {
    release,
    title: lineOf(raw.title ?? whole.title, most.title),
    captions,
    vary: raw.vary === true,
    ...(picture && { picture }),
    ...(expires !== undefined && { expires }),
    ...(notBefore !== undefined && { notBefore }),
    ...Object.fromEntries(Object.entries(names).filter(([, name]) => name !== '')),
    updated,
  };
  return { item, leftOut };
}

function readCaption(value: unknown): PreferredCaption | null {
  if (!isObject(value)) return null;
  const platform = platformIds.find((id): id is PlatformId => id === value.platform);
  const angle = feedAngles.find((each) => each === value.angle);
  if (!platform || !angle || !Array.isArray(value.texts)) return null;
  const texts = value.texts.slice(0, most.texts).flatMap((text) => cleanText(text) ?? []);
  // Of several a damaged one would be left out silently, and the official would get another than was meant.
  const isWhole = texts.length > 0 && texts.length === Math.min(value.texts.length, most.texts);
  return isWhole ? { platform, angle, texts: [...new Set(texts)] } : null;
}

function readPicture(value: unknown): FeedItem['picture'] {
  if (!isObject(value) || typeof value.url !== 'string' || !isPictureAddress(value.url)) return undefined;
  return { url: value.url, alt: lineOf(value.alt, most.alt) };
}

/** What no text has, and what turns it about: control characters, marks of direction, halves of characters. */
const unwanted = /(?![\n\t])[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/gu;

/** A text as it may stand in a box; null where it is none, or longer than any caption. */
export function cleanText(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > most.text) return null;
  const text = value
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(unwanted, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return text === '' ? null : text;
}

/** A short text as one line; '' where it is none. */
export function lineOf(value: unknown, longest: number): string {
  if (typeof value !== 'string') return '';
  const line = value
    .slice(0, longest * 2)
    .replace(/\s+/gu, ' ')
    .trim();
  return line.slice(0, longest).replace(unwanted, '').trim();
}

function addressOf(value: unknown): string | null {
  if (typeof value !== 'string' || !/^https?:\/\//i.test(value.trim())) return null;
  const address = resolveAddress(value, value);
  return address && canonicalUrl(address);
}

/** A moment as RFC 3339 writes it, epoch milliseconds; null where it is none. */
function timeOf(value: unknown): number | null {
  if (typeof value !== 'string' || value.length > 40) return null;
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/i.test(value)) return null;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : at;
}

/** Undefined where there is none; null where there is one that cannot be read. */
const optionalTime = (value: unknown): number | null | undefined =>
  value === undefined ? undefined : timeOf(value);
