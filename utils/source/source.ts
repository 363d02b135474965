/** What a source is, what reading it yields, and how a reading went: the shapes every reader and the archive share. */

/** How a source is read. `page` = a listing and release pages, by a recipe of selectors. */
export type SourceKind = 'page' | 'feed' | 'jsonfeed' | 'wordpress';

/** Where a city publishes. Stored in the database, one row per source. */
export interface Source {
  id: string;
  /** Shown to the official, for instance "Kota Bogor". */
  name: string;
  kind: SourceKind;
  /** Address of the listing or the feed, https. */
  url: string;
  /** Exact host names that this source may be read from; a redirect elsewhere fails closed. */
  hosts: string[];
  /** Exact host names that its pictures may come from. */
  imageHosts: string[];
  /** City hashtags without "#", offered with every caption of this source: ["KotaBogor"]. */
  hashtags: string[];
  /** Only for kind `page`. */
  recipe?: Recipe;
  /** The address by which the city's policy sets this source; absent for those that are the official's own. */
  city?: string;
  /** The recipe that the city's IT office set for everybody; goes before `recipe`. */
  cityRecipe?: Recipe;
  /** What the server said about freshness last time, sent back as conditional headers. */
  validators?: Validators;
  /** How the last refresh went, good or bad; absent before the first. */
  outcome?: Outcome;
  /** What had to be mended to read it last time, in plain English; empty where nothing had to. */
  repairs?: string[];
  /** The recipe that the recogniser learnt when `recipe` stopped matching; tried after it. */
  learnt?: Recipe;
  /** How the address was found when the official added it; absent for presets. */
  foundBy?: FoundBy;
  /** The official's own mark, "#rrggbb". */
  colour?: string;
  /** The city's crest for its cards, `data:image/png` of at most 96,000 letters. */
  crest?: string;
  /** The city's two colours for its cards, "#rrggbb". */
  cardColours?: { main: string; accent: string };
  /** Not refreshed until the official says so. */
  paused?: boolean;
  /** When it is to be asked next, epoch milliseconds; absent before the first refresh: at once. */
  nextAt?: number;
  /** Refreshes in a row that failed; 0 after a good one. */
  failures?: number;
  /** Until then the server asked to be left alone (`Retry-After`), epoch milliseconds; 0 where it did not. */
  holdUntil?: number;
  /** When its latest releases came out, epoch milliseconds, oldest first, at most 50: what `schedule.ts` goes by. */
  rhythm?: number[];
  /** When its first listing was taken, epoch milliseconds: what that one held is no news. */
  importedAt?: number;
  /** When a whole listing last came, rather than "nothing changed", epoch milliseconds. */
  readAt?: number;
  /** When the older pages of the last days were last looked through, epoch milliseconds. */
  sweptAt?: number;
  /** `order` of the oldest release that the last listing covers: what is newer must stand on it. */
  coveredFrom?: number;
  /** The listing had moved past all that was known; the pages between are still being read. */
  gap?: Paging & { since: number };
  /** The archive that the official asked for, while it is fetched and after. */
  archive?: ArchiveProgress;
  /** A preset that is known from public code or documentation alone; nobody on this project saw it answer. */
  seen?: 'never-live';
  /**
   * Paths of release pages besides those on the listing, each with one `{id}` for what tells releases apart:
   * "/index.php/show_post/detail/{id}". What follows the id, such as a slug, is decoration.
   */
  otherPaths?: string[];
}

/** How far a walk through a listing's older pages has come; everything before is in the archive. */
export interface Paging {
  /** Number of the next page, from 2; the front page is 1. */
  page: number;
  /** Its address where the page before named it, else null: then it is made from the source's own. */
  next: string | null;
  /** Releases on the pages so far, and the `order` of the last of them: the next page's stand below. */
  count: number;
  order: number | null;
  /** Id of the last release of the last page: one that ends with it again is the same page. */
  last: string | null;
}

/** "Ambil arsip". Times are epoch milliseconds. */
export interface ArchiveProgress extends Paging {
  state: 'running' | 'done' | 'stopped' | 'failed';
  startedAt: number;
  /** How far back it is to go. */
  until: number;
  /** Releases that it added. */
  found: number;
  /** Date of the oldest release that was reached; null before the first page with a date. */
  reached: number | null;
  /** Why it failed, or why it ended before `until`: the site goes no further back, or shows one page only. */
  reason?: FetchReason | ReadReason | 'end-of-site' | 'no-paging' | 'page-limit';
  /** When to try again after a failure that may pass, and how often it failed in a row. */
  retryAt?: number;
  failures?: number;
}

/** How `detect.ts` found a way to read a source; each has a text in the UI. */
export type FoundBy =
  /** One of `cities.ts`, and it still answers as written there. */
  | 'known'
  /** The address itself is a feed. */
  | 'given'
  /** The page names its feed in a `<link rel="alternate">`. */
  | 'alternate'
  /** The WordPress REST interface. */
  | 'wordpress'
  /** Not named anywhere, but it answers where such feeds usually are. */
  | 'usual-path'
  /** A listing that the recogniser found on the page. */
  | 'recognised'
  /** The site's map of its own pages. */
  | 'sitemap'
  /** The official pointed at a title, a date and a body. */
  | 'pointed';

/** Selectors and a date format that read one portal's pages; data, never code. */
export interface Recipe {
  listing: {
    /** One match per release on the listing page; `url` in a sitemap. */
    item: string;
    /** Only links to paths that begin like this count; for sitemaps, which list everything. */
    under?: string;
    /** Inside an item: the element with the title; and the link whose href is the release. */
    title: string;
    link: string;
    date?: string;
    image?: string;
  };
  release: {
    title: string;
    /** Each match is one part of the body, in document order: the blocks themselves, or what contains them. */
    body: string;
    /** Inside the body: what does not belong to it, such as a heading, a byline or a list of tags. */
    drop?: string;
    image?: string;
    /** Present only where the portal dates its release pages. */
    date?: string;
  };
  /** Order of day, month and year in the listing's dates, for instance "D M Y" for "25 / 03 2024". */
  dateFormat: string;
}

export interface Validators {
  etag?: string;
  lastModified?: string;
}

/** Why a request failed; the `reason` of every `FetchError`. */
export type FetchReason =
  | 'offline'
  | 'no-answer'
  | 'timeout'
  | 'not-https'
  | 'no-permission'
  | 'redirected'
  | 'not-found'
  | 'status'
  | 'too-large'
  | 'wrong-type';

/** Why a source could not be read although a document came. */
export type ReadReason = 'empty' | 'unreadable';

/** One refresh, as stored with the source and told to the official. Times are epoch milliseconds. */
export type Outcome =
  | { ok: true; at: number; count: number; fresh: number }
  | { ok: false; at: number; reason: FetchReason | ReadReason; status?: number };

/** A date as published. A listing often tells only the day: then `at` is that day's midnight in the city. */
export interface PublishedDate {
  /** Epoch milliseconds. */
  at: number;
  precision: 'day' | 'time';
}

/** One item as a reader found it: plain text, absolute addresses, nothing invented. */
export interface ReadItem {
  /** Absolute http(s) address, or null where the feed gives none. */
  url: string | null;
  /** The feed's own identifier, if any; not trusted to be unique. */
  guid: string | null;
  title: string;
  published: PublishedDate | null;
  updated: PublishedDate | null;
  /** The body as text paragraphs; empty where the document carries only a title or a teaser. */
  paragraphs: string[];
  /** The teaser as text paragraphs. */
  summary: string[];
  /** Absolute http(s) address of the release's picture. */
  image: string | null;
  authors: string[];
  categories: string[];
  /** Files that the item carries, pictures included; absent where it carries none. */
  enclosures?: Enclosure[];
}

/** A file that comes with an item: a document, a sound, a picture. */
export interface Enclosure {
  /** Absolute http(s) address. */
  url: string;
  /** The media type that the feed says it has. */
  type: string | null;
  /** Its size as the feed says it; feeds are often wrong about it. */
  bytes: number | null;
}

/** What one document of a source yielded. */
export interface Reading {
  /** The source's own name for itself, if it says one. */
  title: string | null;
  /** Absolute http(s) address of the site that the document belongs to; absent where it says none. */
  link?: string;
  /** BCP 47 tag, if the document says one. */
  language: string | null;
  /** Newest first, as published. */
  items: ReadItem[];
  /** What had to be mended to read it, in plain English, for the source's record. */
  repairs: string[];
  /** Set when the recipe stopped matching and the recogniser found another: to be stored as the source's `learnt`. */
  learnt?: Recipe;
}

/** What one release page told. The date stands there on few portals; null means that the page is silent. */
export interface ReleasePage {
  /** The page's own heading, or null where it has none. */
  title: string | null;
  paragraphs: string[];
  image: string | null;
  published: PublishedDate | null;
  repairs: string[];
  /** As in `Reading`. */
  learnt?: Recipe;
}

/** A document as it came from the network, decoded. */
export interface Download {
  /** The address that answered, after redirects. */
  url: string;
  text: string;
  contentType: string | null;
  validators: Validators;
  /** What had to be mended to decode it; absent where nothing had to. */
  repairs?: string[];
  /**
   * When it came, epoch milliseconds: by the server's clock where it tells it, else by ours. Dates without a year are
   * near to it; for an older page of a listing it is therefore the time of the last row on the page before.
   */
  receivedAt?: number;
}

/**
 * Turns one document into a reading. Every kind of source has one; `read.ts` chooses.
 * @throws ReadError when the document is not of that kind at all. Damage inside is mended and noted.
 */
export type Reader = (download: Download, source: Source) => Reading;
