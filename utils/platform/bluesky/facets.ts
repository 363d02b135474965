import { graphemes } from '../graphemes.ts';
import { isTld } from '../tlds.ts';
import { findLinks, shortLink } from './links.ts';

/** What a part of a text is: where it leads. */
export type Feature =
  | { $type: 'app.bsky.richtext.facet#link'; uri: string }
  | { $type: 'app.bsky.richtext.facet#mention'; did: string }
  | { $type: 'app.bsky.richtext.facet#tag'; tag: string };

/** A part of a text in bytes of its UTF-8, as `app.bsky.richtext.facet` has it. */
export interface Facet {
  index: { byteStart: number; byteEnd: number };
  features: Feature[];
}

/** A part of a text as it was found; `start` and `end` are UTF-16 offsets. */
export type Found = { start: number; end: number } & (
  | { kind: 'link'; uri: string }
  | { kind: 'mention'; handle: string }
  | { kind: 'tag'; tag: string }
);

const mention = /(^|\s|\()@([a-zA-Z0-9.-]+)\b/g;
/** White space and the invisible signs that end a hashtag. */
const tagEnd = '\\s\\u00AD\\u2060\\u200A\\u200B\\u200C\\u200D\\u20E2';
const hashtag = new RegExp(`(^|\\s)[#＃](?!\\uFE0F)([^${tagEnd}]+)`, 'gu');
const cashtag = /(^|\s|\()\$([a-z][a-z0-9]{0,4})(?=$|\s|[.,;:!?)"'\u2019])/gi;
const longestTag = 64;
export const didForm = /^did:(?:plc:[a-z2-7]{24}|web:[a-zA-Z0-9._:%-]{1,250})$/;

/** Links, mentions, hashtags and cashtags of a text by the rules of Bluesky's own clients, in order, none over another. */
export function detect(text: string): Found[] {
  const found: Found[] = [
    ...findLinks(text)
      .filter(({ uri }) => isWeb(uri))
      .map((link): Found => ({ kind: 'link', ...link })),
    ...[...text.matchAll(mention)].flatMap(mentionOf),
    ...[...text.matchAll(hashtag)].flatMap(tagOf),
    ...[...text.matchAll(cashtag)].map(({ index, 1: lead = '', 2: sign = '' }): Found => {
      const start = index + lead.length;
      return { kind: 'tag', start, end: start + 1 + sign.length, tag: `$${sign.toUpperCase()}` };
    }),
  ].sort((a, b) => a.start - b.start);
  let free = 0;
  return found.filter(({ start, end }) => {
    if (start < free) return false;
    free = end;
    return true;
  });
}

function mentionOf({ index, 1: lead = '', 2: handle = '' }: RegExpMatchArray): Found[] {
  const dot = handle.lastIndexOf('.');
  const domain = handle.slice(dot + 1).toLowerCase();
  // "test" is the domain that servers for trying out use.
  if (dot < 1 || !(isTld(domain) || domain === 'test')) return [];
  const start = (index ?? 0) + lead.length;
  return [{ kind: 'mention', start, end: start + 1 + handle.length, handle: handle.toLowerCase() }];
}

function tagOf({ index, 1: lead = '', 2: run = '' }: RegExpMatchArray): Found[] {
  let tag = run;
  for (let last = [...tag].at(-1); last && /\p{P}/u.test(last); last = [...tag.slice(-2)].at(-1)) {
    tag = tag.slice(0, -last.length);
  }
  if (tag.length > longestTag || !/[^\d\p{P}]/u.test(tag)) return [];
  const start = (index ?? 0) + lead.length;
  return [{ kind: 'tag', start, end: start + 1 + tag.length, tag }];
}

/** A text as it goes out, with its facets. */
export interface RichText {
  text: string;
  facets: Facet[];
}

/**
 * A text as Bluesky's own composer would send it: links are shown short and lead to the whole address.
 * @param dids per handle its DID; a mention without one stays plain text
 */
export function richText(text: string, dids: ReadonlyMap<string, string> = new Map()): RichText {
  let out = '';
  let at = 0;
  const facets: Facet[] = [];
  for (const found of detect(text)) {
    const feature = featureOf(found, dids);
    const written = text.slice(found.start, found.end);
    const shown = found.kind === 'link' ? (shortLink(found.uri) ?? written) : written;
    out += text.slice(at, found.start);
    const byteStart = bytesOf(out);
    out += shown;
    at = found.end;
    if (feature) facets.push({ index: { byteStart, byteEnd: bytesOf(out) }, features: [feature] });
  }
  return { text: out + text.slice(at), facets };
}

function featureOf(found: Found, dids: ReadonlyMap<string, string>): Feature | null {
  if (found.kind === 'link') return { $type: 'app.bsky.richtext.facet#link', uri: new URL(found.uri).href };
  if (found.kind === 'tag') return { $type: 'app.bsky.richtext.facet#tag', tag: found.tag };
  const did = dids.get(found.handle);
  return did ? { $type: 'app.bsky.richtext.facet#mention', did } : null;
}

/**
 * What is wrong with facets, in English, or null. The server stores whatever it is given, so this is the only gate: web
 * addresses alone, ranges inside the text, on whole characters, in order, none over another.
 */
export function facetFault(text: string, facets: readonly Facet[]): string | null {
  const bytes = new TextEncoder().encode(text);
  // A byte 10xxxxxx goes on with a character; there is an edge before every other, and at the end.
  const isEdge = (at: number) => at === bytes.length || ((bytes[at] ?? 0x80) & 0xc0) !== 0x80;
  let free = 0;
  for (const { index, features } of facets) {
    const { byteStart, byteEnd } = index;
    if (!Number.isInteger(byteStart) || !Number.isInteger(byteEnd)) return 'a range that is no number';
    if (byteStart < free || byteEnd <= byteStart) return 'ranges out of order, empty or one over another';
    if (byteEnd > bytes.length) return 'a range past the end';
    if (!isEdge(byteStart) || !isEdge(byteEnd)) return 'a range inside a character';
    if (features.length === 0) return 'a range without a meaning';
    for (const feature of features) {
      const fault = featureFault(feature);
      if (fault) return fault;
    }
    free = byteEnd;
  }
  return null;
}

function featureFault(feature: Feature): string | null {
  if (feature.$type === 'app.bsky.richtext.facet#link') return isWeb(feature.uri) ? null : 'no web address';
  if (feature.$type === 'app.bsky.richtext.facet#mention')
    return didForm.test(feature.did) ? null : 'a mention of nobody';
  if (feature.$type !== 'app.bsky.richtext.facet#tag') return 'a meaning that nobody knows';
  const { tag } = feature;
  return tag !== '' && bytesOf(tag) <= 640 && graphemes(tag) <= longestTag ? null : 'no tag';
}

function isWeb(uri: string): boolean {
  if (!URL.canParse(uri)) return false;
  const { protocol, username, password } = new URL(uri);
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '';
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
