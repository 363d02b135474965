import type { Dexie } from 'dexie';
import { countTheHistory } from './version-4.ts';

/**
 * The stored shapes over the years: numbered steps, append-only. A step that was shipped is never edited; a
 * new shape is a new number.
 */
export function declareVersions(db: Dexie): void {
  db.version(1).stores({
    sources: 'id',
    releases: 'id, order, [sourceId+order], unread, body',
    pictures: 'releaseId',
    drafts: 'id, updatedAt, state, releaseId',
    posts: 'id, openedAt, state, draftId, releaseId',
  });
  // The archive: versions of releases, what is known of their pages, and the search index, which is built afterwards.
  db.version(2).stores({
    releases: 'id, order, [sourceId+order], unread, body, *aliases, indexed',
    versions: 'id, releaseId',
    checks: 'releaseId, sourceId',
    searchSegments: 'id, age',
    searchData: 'id',
  });
  // The key of the official's language model.
  db.version(3).stores({ secrets: 'id' });
  // Order by counters, rivals and earlier texts of drafts, what several machines need to agree.
  db.version(4)
    .stores({
      drafts: 'id, revision, state, releaseId, remindAt',
      posts: 'id, order, state, draftId, releaseId',
      revisions: 'id, draftId, [draftId+n]',
      machine: 'id',
    })
    .upgrade(countTheHistory);
}
