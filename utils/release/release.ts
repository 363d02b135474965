import type { PublishedDate } from '../source/source.ts';

/** One official press release, stored as plain text; nothing downstream ever sees HTML. */
export interface Release {
  /** Stable identity, from `identity.ts`. */
  id: string;
  sourceId: string;
  /** Canonical https address. */
  url: string;
  /** At most 500 characters. The page's own heading where it has one, else what the listing says. */
  title: string;
  /** What the listing last called it, where that may differ: when it changes, the city renamed the release. */
  listedTitle?: string;
  /** Body, one string per paragraph; list items start with "• ". Empty until the page was read. */
  paragraphs: string[];
  /** `pending`: known from the listing, page not read yet. `missing`: its page could not be read. */
  body: 'pending' | 'read' | 'missing';
  /** How often its page answered with something unreadable; absent before the first time. */
  attempts?: number;
  /** Null when the city gave no date: shown as missing, never invented. */
  published: PublishedDate | null;
  /** Address of the picture, or null. */
  image: string | null;
  categories: string[];
  /** Language of the text, which captions follow. */
  language: 'id' | 'en';
  /** Newest first when descending: published time, ties by the listing's own order. */
  order: number;
  /** Epoch milliseconds of first sight. */
  firstSeenAt: number;
  /** When the city last changed its title, text or date, epoch milliseconds; absent while it never did. */
  changedAt?: number;
  /** Up to which change the official said to have seen it, epoch milliseconds. */
  acknowledgedAt?: number;
  /** When it was found to be gone from the site, epoch milliseconds; absent while it stands there. */
  withdrawnAt?: number;
  /** Its text speaks like an advertisement for gambling: the site was most likely broken into. */
  suspicious?: true;
  /** Ids of its other addresses, where the site moved it. */
  aliases?: string[];
  /** How the text was read; a text that was read in another way cannot be compared with it. */
  readWith?: string;
  /** What of it the search index holds (`search/mark.ts`); 0 while that is not what it says now. */
  indexed?: number;
  /** 1 until the official opened or shared it; a number so that Dexie can index it. */
  unread: 0 | 1;
}
