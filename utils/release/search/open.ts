import type { JubirDatabase } from '../../db/database.ts';
import { FORMAT, openSegment, type Segment } from './layout.ts';
import { type Hit, type SearchOptions, SegmentSearch } from './search.ts';

/** The index of the whole archive, in memory. Searching is synchronous; `refresh` takes in what was indexed since. */
export class ArchiveSearch {
  private readonly db: JubirDatabase;
  private loaded = new Map<number, { age: number; segment: Segment }>();
  private index = new SegmentSearch([]);

  /** Use `openSearch`. */
  constructor(db: JubirDatabase) {
    this.db = db;
  }

  /** How many releases can be found. */
  get size(): number {
    return this.index.size;
  }

  /** The segments that are loaded, oldest first. */
  get segments(): readonly Segment[] {
    return [...this.loaded.values()].sort((a, b) => a.age - b.age).map(({ segment }) => segment);
  }

  /** Bytes of memory that the index lies in. */
  get bytes(): number {
    return [...this.loaded.values()].reduce((sum, { segment }) => sum + segment.posts.buffer.byteLength, 0);
  }

  /**
   * Finds releases as `SegmentSearch.search` says. A release that was deleted a moment ago may still be among them.
   */
  search(query: string, options: SearchOptions = {}): Hit[] {
    return this.index.search(query, options);
  }

  /**
   * Loads the segments that are new and lets go of those that are gone.
   * @returns whether anything changed
   */
  async refresh(): Promise<boolean> {
    const { db } = this;
    const next = await db.transaction('r', db.searchSegments, db.searchData, async () => {
      const rows = (await db.searchSegments.toArray()).filter(({ format }) => format === FORMAT);
      const missing = rows.filter(({ id }) => !this.loaded.has(id));
      const stored = await db.searchData.bulkGet(missing.map(({ id }) => id));
      const data = new Map(stored.flatMap((row) => (row ? [[row.id, row.data] as const] : [])));
      return rows.map((row) => ({ ...row, data: data.get(row.id) }));
    });
    const loaded: typeof this.loaded = new Map();
    for (const { id, age, data } of next) {
      const segment = this.loaded.get(id)?.segment ?? (data && openSegment(data));
      if (segment) loaded.set(id, { age, segment });
    }
    const same = loaded.size === this.loaded.size && [...loaded.keys()].every((id) => this.loaded.has(id));
    if (same) return false;
    this.loaded = loaded;
    this.index = new SegmentSearch(this.segments);
    return true;
  }
}

/** Loads the index of the archive: one read of some ArrayBuffers, nothing is parsed. */
export async function openSearch(db: JubirDatabase): Promise<ArchiveSearch> {
  const search = new ArchiveSearch(db);
  await search.refresh();
  return search;
}
