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
    rows: (table) => (tables.includes(table) ? readRows(idb, table) : Promise.resolve(none())),
    close: () => idb.close(),
  };
}

const none = (): Rows => ({ rows: [], unreadable: 0 });

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
  try {
    return { rows: await asked(store().getAll()), unreadable: 0 };
  } catch (error) {
    return oneByOne(store, error);
  }
}

async function oneByOne(store: () => IDBObjectStore, cause: unknown): Promise<Rows> {
  const found = none();
  let keys: IDBValidKey[];
  try {
    keys = await asked(store().getAllKeys());
  } catch {
    // Not even its keys: the whole table counts as one. Whoever asked is told by that number.
    return { rows: [], unreadable: 1 };
  }
  for (const key of keys) {
    try {
      found.rows.push(await asked(store().get(key)));
    } catch {
      found.unreadable += 1;
    }
  }
  // What failed together and went one by one was no damage to a row: an interrupted read, say.
  if (found.unreadable === 0 && found.rows.length < keys.length) throw cause;
  return found;
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
