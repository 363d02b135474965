import { idnTldAt, isTld } from './tlds.ts';

/** An address as X finds it in a text; `start` and `end` are UTF-16 offsets. */
export interface FoundUrl {
  url: string;
  start: number;
  end: number;
}

/** Longer addresses are plain text (twitter-text, MAX_URL_LENGTH). */
const longestUrl = 4096;
/** The longest t.co slug (twitter-text, MAX_TCO_SLUG_LENGTH). */
const longestSlug = 40;

const latin = 'À-ÖØ-öø-ɏɓɔɖɗəɛɣɨɯɲʉʋʻ\\u0300-\\u036FḀ-ỿ';
const cyrillic = 'Ѐ-ӿ';
// White space, controls, direction marks and punctuation, all of which end a host.
const stop =
  '\\s\\p{Cc}\\u180E\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\u061C\\uFEFF\\uFFFE\\uFFFF!\'#%&()*+,\\\\\\-./:;<=>?@[\\]^_{|}~$"`';
const pathChar = `[-a-z0-9!*';:=+,.$/%#[\\]\\u2013_~@|&${latin}${cyrillic}]`;

const scheme = /https?:\/\//giu;
const hostRun = new RegExp(`(?:[^${stop}]|[-_])+(?:\\.(?:[^${stop}]|[-_])+)*`, 'yu');
const bareHost = new RegExp(`[-a-z0-9${latin}]+(?:\\.[-a-z0-9${latin}]+)*`, 'giu');
const port = /:\d+/y;
const pathRun = new RegExp(`${pathChar}+`, 'yiu');
const pathParens = new RegExp(`\\(${pathChar}*(?:\\(${pathChar}*\\)${pathChar}*)?\\)`, 'yiu');
const pathEnd = new RegExp(`[-+a-z0-9=_#/${latin}${cyrillic}]$`, 'iu');
const notPathEnd = new RegExp(`[^-+a-z0-9=_#/${latin}${cyrillic}]+$`, 'iu');
const queryRun = /\?[-a-z0-9!?*'@();:&=+$/%#[\]_.,~|]*[-a-z0-9_&=#/]/iy;
/** A letter, digit or sign before an address makes it part of a word, a tag or a name. */
const before = /[A-Za-z0-9@＠$#＃\uFFFE\uFEFF\uFFFF]$/;
const beforeBare = /[-_./A-Za-z0-9@＠$#＃\uFFFE\uFEFF\uFFFF]$/;
/** After a top-level domain these mean that the name goes on. */
const goesOn = /[0-9a-zA-Z@+-]/;

/**
 * The addresses that X shortens in `text`, in order, by twitter-text's rules (version 3 of its configuration):
 * with scheme, and without one where the name ends in a known top-level domain. Linear in the text's length.
 *
 * @param bare also find addresses without a scheme; Mastodon, which shares the rest of the rules, does not
 */
export function findUrls(text: string, bare = true): FoundUrl[] {
  const found: FoundUrl[] = [];
  let free = 0;
  scheme.lastIndex = 0;
  for (let match = scheme.exec(text); match !== null; match = scheme.exec(text)) {
    const start = match.index;
    if (bare) findBare(text, free, start, found);
    const url = before.test(text.slice(Math.max(0, start - 1), start))
      ? null
      : urlAt(text, start, scheme.lastIndex);
    const end = url === null ? scheme.lastIndex : url.end;
    if (url !== null) found.push(url);
    // What follows a refused scheme may still hold a name of its own.
    free = end;
    scheme.lastIndex = end;
  }
  if (bare) findBare(text, free, text.length, found);
  return found;
}

/** The address that starts at `start` with a scheme whose host begins at `at`, or null. */
function urlAt(text: string, start: number, at: number): FoundUrl | null {
  const run = stick(hostRun, text, at);
  const length = hostLength(run, text[at + run.length] ?? '');
  if (length === 0) return null;
  const host = run.slice(0, length);
  if (!wellFormedHost(host)) return null;
  if (host.toLowerCase() === 't.co') return shortened(text, start, at + length);
  return bounded(text, start, afterHost(text, at + length));
}

/** How much of a run of labels is a host: the longest part that ends in a top-level domain; 0 for none. */
function hostLength(run: string, next: string): number {
  let dot = run.lastIndexOf('.');
  // Behind a scheme any last label of letters counts: see tlds.ts. Between other scripts only a known one does,
  // for there a name may end without a space.
  if (/^[-\w.]+\.[a-z]{2,63}$/i.test(run) && !goesOn.test(next)) return run.length;
  for (; dot > 0; dot = run.lastIndexOf('.', dot - 1)) {
    const label = run.slice(dot + 1).split('.', 1)[0] ?? '';
    const ascii = /^[-a-z0-9]+/i.exec(label)?.[0];
    const tld = ascii === undefined ? idnTldAt(label) : isTld(ascii) ? ascii : null;
    if (tld === null) continue;
    const end = dot + 1 + tld.length;
    if (!goesOn.test(run[end] ?? next)) return end;
  }
  return 0;
}

/** Labels start and end with a letter or digit, the last two bear no underscore, none is longer than 63 in ASCII. */
function wellFormedHost(host: string): boolean {
  const labels = host.split('.');
  const fit = labels.every((label, i) => {
    const inner = i < labels.length - 2 ? /^[-_]|[-_]$/ : /^-|-$|_/;
    return label !== '' && !inner.test(label);
  });
  if (!fit) return false;
  if (/^[\x21-\x7e]*$/.test(host)) return labels.every((label) => label.length <= 63);
  try {
    return new URL(`http://${host}`).hostname.split('.').every((label) => label.length <= 63);
  } catch {
    return false;
  }
}

/** X's own short links end with their slug or their query, whatever follows. */
function shortened(text: string, start: number, hostEnd: number): FoundUrl | null {
  if (text[hostEnd] !== '/') return bounded(text, start, hostEnd);
  const slug = stick(/[a-z0-9]*/iy, text, hostEnd + 1);
  if (slug.length > longestSlug) return null;
  const end = hostEnd + 1 + slug.length;
  return bounded(text, start, end + stick(queryRun, text, end).length);
}

/** Addresses without a scheme between `from` and `to`. */
function findBare(text: string, from: number, to: number, found: FoundUrl[]): void {
  bareHost.lastIndex = from;
  for (let match = bareHost.exec(text); match !== null && match.index < to; match = bareHost.exec(text)) {
    const start = match.index;
    const run = match[0];
    if (beforeBare.test(text.slice(Math.max(0, start - 1), start))) continue;
    const end = bareEnd(text, start, run);
    if (end === 0 || !wellFormedHost(text.slice(start, end).replace(/^-+/, ''))) continue;
    const url = bounded(text, start, Math.min(afterHost(text, end), to));
    if (url === null) continue;
    found.push(url);
    bareHost.lastIndex = url.end;
  }
}

function bareEnd(text: string, start: number, run: string): number {
  const after = start + run.length;
  const idn = text[after] === '.' ? idnTldAt(text.slice(after + 1, after + 24)) : null;
  if (idn !== null) return after + 1 + idn.length;
  for (let dot = run.lastIndexOf('.'); dot > 0; dot = run.lastIndexOf('.', dot - 1)) {
    const label = run.slice(dot + 1).split('.', 1)[0] ?? '';
    const end = start + dot + 1 + label.length;
    if (isTld(label) && !goesOn.test(text[end] ?? '')) return end;
  }
  return 0;
}

/** Where port, path and query that follow a host end. */
function afterHost(text: string, hostEnd: number): number {
  let at = hostEnd + stick(port, text, hostEnd).length;
  if (text[at] === '/') at = pathAfter(text, at + 1);
  return at + stick(queryRun, text, at).length;
}

/** A path ends in a letter, digit or one of `-+=_#/`, or in balanced parentheses; trailing punctuation is prose. */
function pathAfter(text: string, from: number): number {
  let at = from;
  let end = from;
  while (at < text.length) {
    const run = stick(pathRun, text, at);
    if (run !== '') {
      const kept = pathEnd.test(run) ? run.length : run.length - (notPathEnd.exec(run)?.[0].length ?? 0);
      if (kept > 0) end = at + kept;
      at += run.length;
    }
    const parens = stick(pathParens, text, at);
    if (parens === '') break;
    at += parens.length;
    end = at;
  }
  return end;
}

function bounded(text: string, start: number, end: number): FoundUrl | null {
  return end - start > longestUrl ? null : { url: text.slice(start, end), start, end };
}

/** What a sticky pattern matches at `at`, or the empty text. */
function stick(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
