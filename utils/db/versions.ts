import type { Dexie, Transaction } from 'dexie';
import { countTheHistory } from './version-4.ts';

/** One step of the stored shapes. */
interface Step {
  /** Tables with their keys and indexes, where these change; the others stay as they are. */
  stores: Record<string, string>;
  /** Takes the rows from the shape before to this one's, in the step's own transaction: all of them or none. */
  upgrade?: (tx: Transaction) => Promise<void>;
}

/**
 * The stored shapes over the years, version 1 first: append-only. A step that was shipped is never edited; a new shape
 * is a new step at the end, with a sample of it in `tests/db/samples`. An upgrade knows the shape before it by types of
 * its own, frozen beside it, and takes a row that lacks something for what it is: one that throws closes the database.
 */
const steps: readonly Step[] = [
  {
    stores: {
      sources: 'id',
      releases: 'id, order, [sourceId+order], unread, body',
      pictures: 'releaseId',
      drafts: 'id, updatedAt, state, releaseId',
      posts: 'id, openedAt, state, draftId, releaseId',
    },
  },
  // The archive: versions of releases, what is known of their pages, and the search index, which is built afterwards.
  {
    stores: {
      releases: 'id, order, [sourceId+order], unread, body, *aliases, indexed',
      versions: 'id, releaseId',
      checks: 'releaseId, sourceId',
      searchSegments: 'id, age',
      searchData: 'id',
    },
  },
  // The key of the official's language model.
  { stores: { secrets: 'id' } },
  // Order by counters, rivals and earlier texts of drafts, what several machines need to agree.
  {
    stores: {
      drafts: 'id, revision, state, releaseId, remindAt',
      posts: 'id, order, state, draftId, releaseId',
      revisions: 'id, draftId, [draftId+n]',
      machine: 'id',
    },
    upgrade: countTheHistory,
  },
  // Accounts that Jubir posts from itself, and what this machine has to send for them.
  { stores: { accounts: 'id', outbox: 'id' } },
  // The Humas office's captions: the feed that is read with what it says, and what an officer of theirs writes.
  { stores: { captionFeeds: 'id', preferred: 'id', humasItems: 'id', humasDesk: 'id' } },
];

/** The version that this code reads and writes. */
export const newestVersion = steps.length;

/** Declares every step up to a version; to an older one only where a test plays an older Jubir. */
export function declareVersions(db: Dexie, upTo = newestVersion): void {
  for (const [at, { stores, upgrade }] of steps.slice(0, upTo).entries()) {
    const version = db.version(at + 1).stores(stores);
    if (upgrade) version.upgrade(upgrade);
  }
}
