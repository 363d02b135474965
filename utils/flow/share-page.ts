import type { JubirDatabase } from '../db/database.ts';
import type { Release } from '../release/release.ts';
import { addressesOf, releaseAt, takePage } from '../release/take-page.ts';
import { isOn, parseUrl, secured } from '../source/address.ts';
import { bounds } from '../source/bounds.ts';
import { knownSources } from '../source/cities.ts';
import { downloadText } from '../source/download.ts';
import { FetchError, ReadError } from '../source/errors.ts';
import { imitatedHost } from '../source/look-alike.ts';
import { addressKind, isArticle } from '../source/release-page.ts';
import type { Download, FetchReason, Source } from '../source/source.ts';

/** What the official clicked on, anywhere on the web. */
export interface Clicked {
  on: 'page' | 'link' | 'selection' | 'image';
  /** Address and title of the page in view, as the browser tells them. */
  page: string;
  title: string;
  /** Where the link leads, the selected words, the picture's address; '' for what was not clicked on. */
  link: string;
  words: string;
  image: string;
}

/** A text of elsewhere that the city's releases may answer, and its address. */
export interface News {
  url: string;
  title: string;
  text: string;
}

/** Why there is no release to share. */
export type ShareFailure =
  /** A page of a source, but none of its releases. */
  | 'not-release'
  /** The page cannot be read: it is the browser's own, or no text. */
  | 'unreadable'
  /** No web page at all. */
  | 'no-page'
  /** Something failed in Jubir itself. */
  | 'broken'
  | FetchReason;

/** What could not be done as it was asked: the release is shared all the same. */
export type ShareNote = 'words-elsewhere' | 'picture-elsewhere';

/** What stands behind a click, for Jubir's page to show. */
export type Found =
  | {
      kind: 'release';
      releaseId: string;
      /** The words to lead with, as they stand in the release; '' where none were selected. */
      lead: string;
      /** The picture to share; '' where none was clicked on. */
      picture: string;
      /** What could not be done as it was asked. */
      note: ShareNote | null;
    }
  | { kind: 'listing'; sourceId: string; sourceName: string }
  | { kind: 'news'; news: News }
  | {
      kind: 'failed';
      reason: ShareFailure;
      url: string;
      title: string;
      sourceId: string;
      sourceName: string;
    }
  /** The page passes itself off as a city's: `real` is the host that is the city's. */
  | { kind: 'look-alike'; host: string; real: string };

/** How pages are read. */
export interface PageTools {
  now: () => number;
  /** The page in view as it stands, where it is one of a source; null where the browser does not allow it. */
  pageHtml: () => Promise<string | null>;
  /** The running text of the page in view; null where it has none, or the browser does not allow it. */
  pageText: () => Promise<{ title: string; text: string } | null>;
  /** Whether the browser lets Jubir ask that host: without, it only says that nobody answers. */
  mayAsk: (host: string) => Promise<boolean>;
  downloadText?: typeof downloadText;
}

/** The longest text that is looked at for releases about it, in characters. */
const longestText = 20_000;

/** Finds out what the official wants to share. Never throws for what a page or a site does. */
export async function findClicked(db: JubirDatabase, clicked: Clicked, tools: PageTools): Promise<Found> {
  const target = clicked.on === 'link' ? clicked.link : clicked.page;
  const url = ordinary(target);
  if (!url) return failed('no-page', clicked, target);
  const sources = await db.sources.toArray();
  const source = sources.find(({ hosts }) => isOn(url.href, hosts));
  if (!source) {
    const real = imitatedHost(
      url.hostname,
      [...sources, ...knownSources].flatMap(({ hosts }) => hosts),
    );
    if (real) return { kind: 'look-alike', host: url.hostname, real };
    return elsewhere(clicked, url.href, tools);
  }
  try {
    return await onSource(db, source, clicked, url.href, tools);
  } catch (error) {
    if (error instanceof FetchError) return failed(error.reason, clicked, url.href, source);
    if (error instanceof ReadError) return failed('not-release', clicked, url.href, source);
    throw error;
  }
}

/** An address without a port, a name or a password in it; http becomes https, over which it is asked. */
function ordinary(address: string): URL | null {
  const url = parseUrl(secured(address));
  return url?.protocol === 'https:' && url.port === '' && url.username === '' && url.password === ''
    ? url
    : null;
}

function failed(reason: ShareFailure, { title, on }: Clicked, url: string, source?: Source): Found {
  const { id: sourceId = '', name: sourceName = '' } = source ?? {};
  return { kind: 'failed', reason, url, title: on === 'link' ? '' : title, sourceId, sourceName };
}

async function onSource(
  db: JubirDatabase,
  source: Source,
  clicked: Clicked,
  address: string,
  tools: PageTools,
): Promise<Found> {
  const known = await releaseAt(db, address, source);
  if (known?.body === 'read') return shared(known, source, clicked);
  const urls = known ? [] : await addressesOf(db, source.id);
  const kind = known ? 'release' : addressKind(address, source, urls);
  if (kind === 'listing') return { kind: 'listing', sourceId: source.id, sourceName: source.name };
  if (kind === 'other') return other(clicked, source, address, tools);
  const download = await pageOf(source, clicked, address, tools);
  if (kind === 'unclear' && !isArticle(download)) return other(clicked, source, address, tools);
  return shared(await takePage(db, source, address, download, tools.now()), source, clicked);
}

/** The page in view is read as it stands, so that one behind a login works; over http anybody may have written it. */
async function pageOf(
  source: Source,
  clicked: Clicked,
  address: string,
  tools: PageTools,
): Promise<Download> {
  if (clicked.on !== 'link' && clicked.page.startsWith('https:')) {
    const text = await tools.pageHtml();
    if (text !== null) return { url: address, text, contentType: 'text/html', validators: {} };
  }
  if (!(await tools.mayAsk(new URL(address).hostname))) throw new FetchError('no-permission', address);
  const download = await (tools.downloadText ?? downloadText)(address, {
    hosts: source.hosts,
    maxBytes: bounds.pageBytes,
  });
  if (download === 'not-modified') throw new ReadError('unreadable', '304 to an unconditional request');
  return download;
}

/** A page of the source that is no release: words on it may still be about one. */
function other(clicked: Clicked, source: Source, url: string, tools: PageTools): Promise<Found> | Found {
  if (clicked.on === 'selection') return elsewhere(clicked, url, tools);
  return failed('not-release', clicked, url, source);
}

function shared(release: Release, source: Source, clicked: Clicked): Found {
  const found = { kind: 'release' as const, releaseId: release.id, lead: '', picture: '', note: null };
  if (clicked.on === 'selection') {
    const lead = wordsIn(release, clicked.words);
    return lead === null ? { ...found, note: 'words-elsewhere' } : { ...found, lead };
  }
  if (clicked.on === 'image') {
    const picture = ordinary(clicked.image);
    const isCitys = picture !== null && isOn(picture.href, [...source.hosts, ...source.imageHosts]);
    return isCitys ? { ...found, picture: picture.href } : { ...found, note: 'picture-elsewhere' };
  }
  return found;
}

/**
 * The selected words as the release has them: browsers fold the white space of a selection, and a page may set a
 * word's letters in capitals. Null where they are not the release's.
 */
export function wordsIn(
  { title, paragraphs }: Pick<Release, 'title' | 'paragraphs'>,
  words: string,
): string | null {
  const wanted = folded(words);
  if (wanted === '') return null;
  for (const text of [...paragraphs, title]) {
    const at = lowered(folded(text)).indexOf(lowered(wanted));
    if (at >= 0) return folded(text).slice(at, at + wanted.length);
  }
  const whole = folded(paragraphs.join(' '));
  const at = whole.indexOf(wanted);
  return at < 0 ? null : wanted;
}

/** White space as one space; what only says where a word may break is no part of it. */
const folded = (text: string): string =>
  text
    .replace(/[\u00ad\u200b]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();

/** In small letters, each as long as it was: "İ" has none, and what came after it would be found beside its place. */
const lowered = (text: string): string =>
  text.replace(/\p{Lu}/gu, (letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  });

async function elsewhere(clicked: Clicked, url: string, tools: PageTools): Promise<Found> {
  const { on, title, words } = clicked;
  if (on === 'link') return failed('not-release', clicked, url);
  if (on === 'selection')
    return { kind: 'news', news: { url, title, text: folded(words).slice(0, longestText) } };
  const read = await tools.pageText();
  if (!read) return failed('unreadable', clicked, url);
  return { kind: 'news', news: { url, title: read.title || title, text: read.text.slice(0, longestText) } };
}
