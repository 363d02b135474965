import { isObject } from '../source/json.ts';
import { FeedError, most } from './caption-feed.ts';

/**
 * A JSON value as the one text that everybody makes of it: no white space, names in the order of their UTF-16 code
 * units, strings and numbers as ECMAScript writes them (RFC 8785, JSON Canonicalization Scheme).
 * @throws FeedError `unreadable` where it is nested deeper than any caption feed
 */
export function canonicalJson(value: unknown, level = 0): string {
  if (level > most.levels) throw new FeedError('unreadable', 'nested too deep');
  if (Array.isArray(value)) return `[${value.map((each) => canonicalJson(each, level + 1)).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  // `sort` without a function goes by UTF-16 code units, as the scheme wants it.
  const members = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonicalJson(value[name], level + 1)}`);
  return `{${members.join(',')}}`;
}

/** What goes before the content, so that a signature for something else with the same key is none for this. */
const purpose = 'jubir-takarir-1\n';

/**
 * The bytes that a caption feed's signature is of: a line that says what for, then the feed's canonical JSON without
 * `_jubir.signature`. Described in `docs/humas.md`.
 * @throws FeedError `unreadable`
 */
export function signedBytes(feed: unknown): Uint8Array<ArrayBuffer> {
  const { _jubir: extension, ...rest } = isObject(feed) ? feed : {};
  const { signature: _, ...unsigned } = isObject(extension) ? extension : {};
  return new TextEncoder().encode(purpose + canonicalJson({ ...rest, _jubir: unsigned }));
}
