import { Dexie, type EntityTable, type PromiseExtended } from 'dexie';
import type { Account } from '../account/account.ts';
import type { Draft, Post, Revision } from '../draft/draft.ts';
import type { Outgoing } from '../draft/outgoing.ts';
import type { HumasDesk, HumasItem } from '../humas/desk.ts';
import type { FeedRow, PreferredRow } from '../humas/store.ts';
import type { Release } from '../release/release.ts';
import { watchReleases } from '../release/search/mark.ts';
import type { ReleaseVersion } from '../release/versions.ts';
import type { Source, Validators } from '../source/source.ts';
import { Door, door } from './door.ts';
import type { Machine } from './machine.ts';
import { declareVersions } from './versions.ts';

/** A release's picture, scaled small, kept so that lists show it offline. */
export interface Picture {
  releaseId: string;
  /** `data:` address of the scaled picture; null when the picture could not be had, so it is not asked again. */
  data: string | null;
  /** Epoch milliseconds. */
  fetchedAt: number;
}

/** How often a release was found missing or gone, apart from the release: most checks change nothing in it. */
export interface ReleaseCheck {
  releaseId: string;
  sourceId: string;
  /** Refreshes in a row whose listing covers its date and does not hold it. */
  missed: number;
  /** That it is missing may be a slip of the listing: only its own page can tell. */
  weak?: true;
  /** Refreshes in a row in which its own page was gone (404, 410). */
  gone: number;
  /** When its page was last asked for, epoch milliseconds; 0 before the first time. */
  checkedAt: number;
  /** What its page said about freshness. */
  validators?: Validators;
}

/** What is told of one segment of the search index; its bytes lie apart, so that this can be read without them. */
export interface SearchSegment {
  id: number;
  /** Segments in this order are older first: an entry in a later one counts. */
  age: number;
  /** The layout it was written in. */
  format: number;
  docs: number;
  bytes: number;
}

/** The bytes of a segment. */
export interface SearchData {
  id: number;
  data: ArrayBuffer;
}

/** What nobody is to read but the background's own request: no message, page, log or backup carries it. */
export interface Secret {
  id: string;
  /** The address that it was given for; it goes to no other. */
  address: string;
  value: string;
}

/** Everything Jubir keeps: the release archive, drafts and posts. One database per browser profile. */
export class JubirDatabase extends Dexie {
  declare sources: EntityTable<Source, 'id'>;
  declare releases: EntityTable<Release, 'id'>;
  declare pictures: EntityTable<Picture, 'releaseId'>;
  declare versions: EntityTable<ReleaseVersion, 'id'>;
  declare checks: EntityTable<ReleaseCheck, 'releaseId'>;
  declare searchSegments: EntityTable<SearchSegment, 'id'>;
  declare searchData: EntityTable<SearchData, 'id'>;
  declare secrets: EntityTable<Secret, 'id'>;
  declare drafts: EntityTable<Draft, 'id'>;
  declare posts: EntityTable<Post, 'id'>;
  declare revisions: EntityTable<Revision, 'id'>;
  declare machine: EntityTable<Machine, 'id'>;
  declare accounts: EntityTable<Account, 'id'>;
  declare outbox: EntityTable<Outgoing, 'id'>;
  declare captionFeeds: EntityTable<FeedRow, 'id'>;
  declare preferred: EntityTable<PreferredRow, 'id'>;
  declare humasItems: EntityTable<HumasItem, 'id'>;
  declare humasDesk: EntityTable<HumasDesk, 'id'>;

  /** How it opens, and why it does not. */
  readonly door: Door;

  /** @param version older than the newest only where a test plays an older Jubir */
  constructor(name = 'jubir', own: Door = new Door(), version?: number) {
    // strict: a committed word must survive a power cut (Chrome's default acknowledges earlier).
    super(name, { chromeTransactionDurability: 'strict', indexedDB: own.factory });
    this.door = own;
    declareVersions(this, version);
    watchReleases(this);
    own.hang(this);
  }

  /** Opens it; Dexie calls this too, on first use. */
  override open(): PromiseExtended<Dexie> {
    const opening = super.open();
    void this.door.opened(this, opening);
    return opening;
  }
}

/** The one open database of this context; Dexie opens it on first use. */
export const db = new JubirDatabase('jubir', door);
