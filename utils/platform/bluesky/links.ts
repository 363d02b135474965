import { isTld } from '../tlds.ts';

/** A link as Bluesky finds it in a text; `start` and `end` are UTF-16 offsets. */
export interface FoundLink {
  start: number;
  end: number;
  /** With its scheme, whether that was written or not. */
  uri: string;
}

const link = /(^|\s|\()((?:https?:\/\/\S+)|(?:([a-z][a-z0-9]*(?:\.[a-z0-9]+)+)\S*))/gim;

/** The links of a text by the rules of Bluesky's own clients: with a scheme, or a name in a known domain. */
export function findLinks(text: string): FoundLink[] {
  const found: FoundLink[] = [];
  for (const match of text.matchAll(link)) {
    const [, lead = '', written = '', domain] = match;
    if (domain !== undefined && !isTld(domain.slice(domain.lastIndexOf('.') + 1))) continue;
    let bare = written;
    if (/[.,;:!?]$/.test(bare)) bare = bare.slice(0, -1);
    if (bare.endsWith(')') && !bare.includes('(')) bare = bare.slice(0, -1);
    const start = match.index + lead.length;
    found.push({ start, end: start + bare.length, uri: domain === undefined ? bare : `https://${bare}` });
  }
  return found;
}

/**
 * A link as it stands in a post: without its scheme, and where path, query and fragment are over 15 characters
 * together, with the first 13 of them and three dots. Null where it is no address.
 */
export function shortLink(uri: string): string | null {
  if (!URL.canParse(uri)) return null;
  const url = new URL(uri);
  const path = (url.pathname === '/' ? '' : url.pathname) + url.search + url.hash;
  return url.host + (path.length > 15 ? `${path.slice(0, 13)}...` : path);
}
