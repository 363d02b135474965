/** Runs in the page of the benchmark: Jubir's own search as it ships, and MiniSearch beside it. */
import { Dexie, type EntityTable } from 'dexie';
import MiniSearch, { type Options } from 'minisearch';
import { db } from '../../../utils/db/database.ts';
import { type Matcher, openMatcher } from '../../../utils/match/open.ts';
import type { Release } from '../../../utils/release/release.ts';
import { type ArchiveSearch, openSearch } from '../../../utils/release/search/open.ts';
import { isCommon, termOf } from '../../../utils/release/search/words.ts';
import { indexPending } from '../../../utils/release/search/write.ts';

export type Engine = 'jubir' | 'minisearch';

/** The same fields and words as Jubir indexes; scoring, prefixes and splitting are its own. */
const options: Options = {
  fields: ['title', 'body'],
  idField: 'id',
  processTerm: (term) => {
    const word = termOf(term);
    return word === '' || isCommon(word) ? null : word;
  },
  searchOptions: { prefix: true, boost: { title: 2 } },
};

const stored = new Dexie('minisearch') as Dexie & { index: EntityTable<{ id: number; json: string }, 'id'> };
stored.version(1).stores({ index: 'id' });

let jubir: ArchiveSearch | null = null;
let mini: MiniSearch | null = null;
let matcher: Matcher | null = null;

const forMini = ({ id, title, paragraphs }: Release) => ({ id, title, body: paragraphs.join('\n') });

function find(engine: Engine, query: string, limit: number): string[] {
  if (engine === 'jubir') return jubir?.search(query, { limit }).map(({ releaseId }) => releaseId) ?? [];
  return (
    mini
      ?.search(query)
      .slice(0, limit)
      .map(({ id }) => String(id)) ?? []
  );
}

const bench = {
  /** Puts releases that the server made into the archive. */
  async store(address: string): Promise<void> {
    const releases = (await (await fetch(address)).json()) as Release[];
    await db.releases.bulkPut(releases);
  },

  /** Indexes the archive as the background does, batch by batch. */
  async indexJubir() {
    const start = performance.now();
    await indexPending(db);
    const rows = await db.searchSegments.toArray();
    const bytes = rows.reduce((sum, row) => sum + row.bytes, 0);
    return { ms: performance.now() - start, bytes, segments: rows.length };
  },

  async indexMini() {
    const start = performance.now();
    const index = new MiniSearch(options);
    const keys = await db.releases.toCollection().primaryKeys();
    for (let at = 0; at < keys.length; at += 1000) {
      const releases = await db.releases.bulkGet(keys.slice(at, at + 1000));
      index.addAll(releases.filter((each) => each !== undefined).map(forMini));
    }
    const json = JSON.stringify(index);
    await stored.index.put({ id: 1, json });
    return { ms: performance.now() - start, bytes: json.length, segments: 1 };
  },

  /** Loads the index, as a page does that has just been opened, and answers a first query. Milliseconds. */
  async open(engine: Engine, query: string): Promise<{ loaded: number; answered: number }> {
    const start = performance.now();
    if (engine === 'jubir') {
      jubir = await openSearch(db);
    } else {
      const row = await stored.index.get(1);
      if (!row) throw new Error('no index');
      mini = MiniSearch.loadJSON(row.json, options);
    }
    const loaded = performance.now() - start;
    find(engine, query, 20);
    return { loaded, answered: performance.now() - start };
  },

  /** Milliseconds of each search. */
  time(engine: Engine, queries: readonly string[]): number[] {
    return queries.map((query) => {
      const start = performance.now();
      find(engine, query, 20);
      return performance.now() - start;
    });
  },

  /** Opens the matcher in a page that has nothing loaded, and answers a first text. Milliseconds. */
  async openMatcher(text: string): Promise<number> {
    const start = performance.now();
    matcher = await openMatcher(db);
    await matcher.match(text);
    return performance.now() - start;
  },

  /** Milliseconds of each answer to a news text. */
  async timeMatches(texts: readonly string[]): Promise<number[]> {
    const times: number[] = [];
    for (const text of texts) {
      const start = performance.now();
      await matcher?.match(text);
      times.push(performance.now() - start);
    }
    return times;
  },

  /** The same for MiniSearch, with whole words as it comes. */
  timeMini(texts: readonly string[]): number[] {
    return texts.map((text) => {
      const start = performance.now();
      mini?.search(text, { prefix: false });
      return performance.now() - start;
    });
  },

  /** The place of each release among the hits of its query, from 1; 0 where it is not. */
  ranks(engine: Engine, queries: readonly { text: string; id: string }[]): number[] {
    return queries.map(({ text, id }) => find(engine, text, 50).indexOf(id) + 1);
  },

  /** Milliseconds from a release that came to its being found after a restart too: indexed, written, taken in. */
  async add(engine: Engine, releases: readonly Release[]): Promise<number[]> {
    const times: number[] = [];
    for (const release of releases) {
      await db.releases.put(release);
      const start = performance.now();
      if (engine === 'jubir') {
        await indexPending(db);
        await jubir?.refresh();
      } else if (mini) {
        mini.add(forMini(release));
        await stored.index.put({ id: 1, json: JSON.stringify(mini) });
      }
      times.push(performance.now() - start);
    }
    return times;
  },
};

export type Bench = typeof bench;
(globalThis as { bench?: Bench }).bench = bench;
