/**
 * What lies in a database, as it lies there: whatever its version, read and never written. For the copy that an
 * official takes out of a database that this code cannot use, and for what can be saved of a damaged one.
 */
export interface Stored {
  /** As Dexie counts: the browser's number is ten times that. */
  version: number;
  tables: readonly string[];
  /** The rows of a table, and how many could not be read. A table that is not there has none. */
  rows: (table: string) => Promise<Rows>;
  /** Whether some row of a table cannot be read; never holds more than a few of them. */
  isDamaged: (table: string) => Promise<boolean>;
  close: () => void;
}

export interface Rows {
  rows: unknown[];
  unreadable: number;
}

/** There is no such database: opening it would have made an empty one. */
export class NothingStoredError extends Error {
  override name = 'NothingStoredError';
  constructor(database: string) {
    super(`there is no database "${database}"; nothing was made`);
  }
}

/** What takes this long (milliseconds) to open is held back by an open page, or will never answer. */
const patience = 10_000;

/**
 * Opens a database as it is.
 * @throws NothingStoredError where there is none, DOMException where it cannot be opened
 */
export async function openStored(name: string): Promise<Stored> {
  const idb = await openAsIs(name);
  // A newer Jubir, or a repair, must not wait for a reader.
  idb.onversionchange = () => idb.close();
  const tables = [...idb.objectStoreNames];
  return {
    version: idb.version / 10,
    tables,
    rows: (table) =>
      tables.includes(table) ? readRows(idb, table) : Promise.resolve({ rows: [], unreadable: 0 }),
    isDamaged: (table) => (tables.includes(table) ? hasDamage(idb, table) : Promise.resolve(false)),
    close: () => idb.close(),
  };
}

function openAsIs(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    let isNew = false;
    const timer = setTimeout(() => reject(new Error(`"${name}" does not open`)), patience);
    request.onupgradeneeded = () => {
      isNew = true;
      request.transaction?.abort();
    };
    request.onsuccess = () => {
      clearTimeout(timer);
      resolve(request.result);
    };
    request.onerror = () => {
      clearTimeout(timer);
      reject(isNew ? new NothingStoredError(name) : request.error);
    };
  });
}

/** All at once where that goes; else one by one, so that a row that is damaged costs no other. */
async function readRows(idb: IDBDatabase, table: string): Promise<Rows> {
  const store = () => idb.transaction(table, 'readonly').objectStore(table);
  const all = await orDamaged(() => asked(store().getAll()));
  if (all !== damaged) return { rows: all, unreadable: 0 };
  const keys = await orDamaged(() => asked(store().getAllKeys()));
  // Not even its keys: the whole table counts as one.
  if (keys === damaged) return { rows: [], unreadable: 1 };
  const found: Rows = { rows: [], unreadable: 0 };
  for (const key of keys) {
    const row = await orDamaged(() => asked(store().get(key)));
    if (row === damaged) found.unreadable += 1;
    else found.rows.push(row);
  }
  return found;
}

/** Rows that are read at a time to see whether they can be. */
const batch = 250;

async function hasDamage(idb: IDBDatabase, table: string): Promise<boolean> {
  const store = () => idb.transaction(table, 'readonly').objectStore(table);
  for (let range: IDBKeyRange | null = null; ; ) {
    const from = range;
    const keys = await orDamaged(() => asked(store().getAllKeys(from, batch)));
    const rows = await orDamaged(() => asked(store().getAll(from, batch)));
    if (keys === damaged || rows === damaged) return true;
    if (keys.length < batch) return false;
    range = IDBKeyRange.lowerBound(keys.at(-1), true);
  }
}

const damaged = Symbol('damaged');
/** The connection was closed while it was being read: that says nothing of what is stored. */
const interruptions = new Set(['AbortError', 'InvalidStateError']);

async function orDamaged<T>(read: () => Promise<T>): Promise<T | typeof damaged> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Error && interruptions.has(error.name)) throw error;
    return damaged;
  }
}

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = (event) => {
      // An error that nobody takes aborts the transaction and is told to the console as ours.
      event.preventDefault();
      reject(request.error);
    };
  });
}
