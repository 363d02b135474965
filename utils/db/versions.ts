import type { Dexie } from 'dexie';

/**
 * The stored shapes over the years: numbered steps, append-only. A step that was shipped is never edited; a
 * new shape is a new number.
 */
export function declareVersions(db: Dexie): void {
  db.version(1).stores({
    sources: 'id',
    releases: 'id, order, [sourceId+order], unread, body, *aliases, indexed',
    pictures: 'releaseId',
    versions: 'id, releaseId',
    checks: 'releaseId, sourceId',
    searchSegments: 'id, age',
    searchData: 'id',
    drafts: 'id, updatedAt, state, releaseId',
    posts: 'id, openedAt, state, draftId, releaseId',
  });
}
