import { Dexie, type EntityTable, type IntervalTree, type ObservabilitySet } from 'dexie';
import type { JubirDatabase } from '../db/database.ts';
import { draftEntry, type Entry, newestFirst, postEntry } from './entries.ts';

/** The history as far as it is read, newest first. */
export interface Seen {
  entries: Entry[];
  /** Whether that is all of it; else the newest ones. */
  complete: boolean;
}

/** Of each table, read before everything else: more than a window shows. */
const firstRows = 20;
/** Read at once, so that no frame waits for long. */
const chunk = 250;

interface Told {
  next: (seen: Seen) => void;
  failed: (error: Error) => void;
}

/**
 * Reads the history and keeps it read: the newest first, then all of it chunk by chunk, afterwards only what is
 * written, in whichever window or worker. A live query would read everything again at each letter typed.
 * @returns ends it
 */
export function watchEntries(db: JubirDatabase, { next, failed }: Told): () => void {
  const tables = [tableOf(db.drafts, 'revision', draftEntry), tableOf(db.posts, 'order', postEntry)];
  let entries: Entry[] = [];
  let complete = false;
  let ended = false;
  let reading = false;

  const tell = (changed: readonly (string | null)[]) => {
    const ids = new Set(changed);
    if (ids.has(null)) entries = tables.flatMap(({ rows }) => [...rows.values()]).sort(newestFirst);
    else {
      const fresh = tables.flatMap(({ rows }) => [...ids].flatMap((id) => rows.get(id ?? '') ?? []));
      entries = merged(
        entries.filter(({ id }) => !ids.has(id)),
        fresh.sort(newestFirst),
      );
    }
    next({ entries, complete });
  };

  const read = async () => {
    if (reading) return;
    reading = true;
    try {
      if (!complete) {
        const first = await Promise.all(tables.map((table) => table.readNewest()));
        if (ended) return;
        entries = newestOf(first);
        complete = first.every(({ whole }) => whole);
        next({ entries, complete });
      }
      while (!ended && tables.some(({ isBehind }) => isBehind())) {
        const changed: (string | null)[] = [];
        for (const table of tables) changed.push(...(await table.catchUp()));
        complete = true;
        if (!ended) tell(changed);
      }
    } catch (error) {
      if (!ended) failed(error instanceof Error ? error : new Error(String(error)));
    } finally {
      reading = false;
    }
  };

  const onMutated = (parts: ObservabilitySet) => {
    const touched = tables.filter((table) => table.note(parts));
    if (touched.length > 0) void read();
  };
  Dexie.on('storagemutated', onMutated);
  void read();
  return () => {
    ended = true;
    Dexie.on.storagemutated.unsubscribe(onMutated);
  };
}

/** One table: what of it is read, and what was written since. */
function tableOf<Order extends string, Row extends { id: string } & { [Name in Order]: number }>(
  table: EntityTable<Row, 'id'>,
  index: Order,
  entryOf: (row: Row) => Entry | null,
) {
  const rows = new Map<string, Entry>();
  /** Ids that were written; null when it may be any. */
  let behind: Set<string> | null = null;

  const keep = (into: Map<string, Entry>, found: readonly Row[]) => {
    for (const row of found) {
      const entry = entryOf(row);
      if (entry) into.set(row.id, entry);
    }
  };
  const readAll = async () => {
    const all = new Map<string, Entry>();
    let found: Row[] = [];
    do {
      found = await table
        .where('id')
        .above(found.at(-1)?.id ?? '')
        .limit(chunk)
        .toArray();
      keep(all, found);
    } while (found.length === chunk);
    rows.clear();
    for (const [id, entry] of all) rows.set(id, entry);
  };

  return {
    rows,
    isBehind: () => behind === null || behind.size > 0,
    /** The newest entries; if that is the whole table, it is read. */
    async readNewest() {
      behind = new Set();
      const found = await table.orderBy(index).reverse().limit(firstRows).toArray();
      const whole = found.length < firstRows;
      keep(rows, found);
      if (!whole) behind = null;
      const oldest = found.at(-1)?.[index];
      return { rows, whole, oldest: whole || oldest === undefined ? Number.NEGATIVE_INFINITY : oldest };
    },
    /** Reads what was written, and tells of which ids; null is any. */
    async catchUp(): Promise<(string | null)[]> {
      const ids = behind;
      behind = new Set();
      try {
        if (ids === null) {
          await readAll();
          return [null];
        }
        const found = await table
          .where('id')
          .anyOf([...ids])
          .toArray();
        for (const id of ids) rows.delete(id);
        keep(rows, found);
        return [...ids];
      } catch (error) {
        behind = null;
        throw error;
      }
    },
    /** Takes in that something was written; whether it was something here. */
    note(parts: ObservabilitySet): boolean {
      const tree = parts.all ?? parts[`idb://${table.db.name}/${table.name}/`];
      if (!tree) return false;
      const ids = keysIn(tree);
      if (ids === null) behind = null;
      else if (behind !== null) for (const id of ids) behind.add(id);
      return true;
    },
  };
}

/** The keys in Dexie's set of what was written; null where it holds more than single ones. */
function keysIn(tree: IntervalTree): string[] | null {
  if (!('from' in tree)) return [];
  if (typeof tree.from !== 'string' || tree.from !== tree.to) return null;
  const [left, right] = [tree.l ? keysIn(tree.l) : [], tree.r ? keysIn(tree.r) : []];
  return left && right && [...left, tree.from, ...right];
}

/** Those of both tables that nothing unread can stand between. */
function newestOf(read: { rows: Map<string, Entry>; oldest: number }[]): Entry[] {
  const oldest = Math.max(...read.map((table) => table.oldest));
  return read
    .flatMap(({ rows }) => [...rows.values()])
    .filter(({ order }) => order >= oldest)
    .sort(newestFirst);
}

/** Two lists, each newest first, as one. */
function merged(many: readonly Entry[], few: readonly Entry[]): Entry[] {
  const all: Entry[] = [];
  let at = 0;
  for (const entry of few) {
    while (at < many.length && newestFirst(many[at] as Entry, entry) < 0) all.push(many[at++] as Entry);
    all.push(entry);
  }
  return [...all, ...many.slice(at)];
}
