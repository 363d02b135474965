import type { JubirDatabase } from '../db/database.ts';
import type { Source } from './source.ts';

/** What of a stored source may be changed by hand; `city` where it turns out to be one that the city set. */
export type SourceEdit = Partial<
  Pick<Source, 'name' | 'colour' | 'paused' | 'recipe' | 'city'> & {
    /** Null takes it away. */
    crest: string | null;
    cardColours: Source['cardColours'] | null;
  }
>;

/** Stores a source that is not there yet. @returns whether it was new */
export function addSource(db: JubirDatabase, source: Source): Promise<boolean> {
  return db.transaction('rw', db.sources, async () => {
    if (await db.sources.get(source.id)) return false;
    await db.sources.add(source);
    return true;
  });
}

/** Changes a source; a new recipe makes what the recogniser learnt void, and the next reading a whole one. */
export function editSource(db: JubirDatabase, id: string, edit: SourceEdit): Promise<void> {
  return db.transaction('rw', db.sources, async () => {
    const source = await db.sources.get(id);
    if (!source) return;
    const { crest, cardColours, ...rest } = edit;
    const next: Source = { ...source, ...rest };
    if (crest === null) delete next.crest;
    else if (crest !== undefined) next.crest = crest;
    if (cardColours === null) delete next.cardColours;
    else if (cardColours !== undefined) next.cardColours = cardColours;
    if (edit.recipe) {
      delete next.learnt;
      delete next.validators;
      delete next.nextAt;
    }
    await db.sources.put(next);
  });
}

/**
 * Removes a source with its releases, pictures and versions. Drafts and posts are the official's own and stay.
 * @returns the ids of the releases that went, for the search index
 */
export function removeSource(db: JubirDatabase, id: string): Promise<string[]> {
  const tables = [db.sources, db.releases, db.pictures, db.versions, db.checks];
  return db.transaction('rw', tables, async () => {
    const ids = await db.releases
      .where('[sourceId+order]')
      .between([id, -Infinity], [id, Infinity])
      .primaryKeys();
    await db.versions.where('releaseId').anyOf(ids).delete();
    await db.pictures.bulkDelete(ids);
    await db.checks.where('sourceId').equals(id).delete();
    await db.releases.bulkDelete(ids);
    await db.sources.delete(id);
    return ids;
  });
}

/** The source that already reads from this address, or undefined. */
export async function sourceAt(db: JubirDatabase, url: string): Promise<Source | undefined> {
  return (await db.sources.toArray()).find((source) => source.url === url);
}
