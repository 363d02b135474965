import type { JubirDatabase } from '../db/database.ts';
import { type ArchiveSearch, openSearch } from '../release/search/open.ts';
import { Candidates } from './candidates.ts';
import { type Matched, matchReleases } from './match.ts';

/** The archive, ready to be asked with a text. It holds views on the stored index; whatever is lost is read again. */
export class Matcher {
  private readonly db: JubirDatabase;
  private readonly search: ArchiveSearch;
  private candidates: Candidates;

  /** Use `openMatcher`. */
  constructor(db: JubirDatabase, search: ArchiveSearch) {
    this.db = db;
    this.search = search;
    this.candidates = new Candidates(search.segments);
  }

  /** The releases about the same matter as a text, as `matchReleases` finds them; takes in what was indexed since. */
  async match(text: string): Promise<Matched> {
    if (await this.search.refresh()) this.candidates = new Candidates(this.search.segments);
    return matchReleases(text, this.candidates, (ids) => this.db.releases.bulkGet(ids));
  }
}

/** Loads the archive's index: one read of some ArrayBuffers, nothing is parsed. */
export async function openMatcher(db: JubirDatabase): Promise<Matcher> {
  return new Matcher(db, await openSearch(db));
}
