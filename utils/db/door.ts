import type { DBCore, Dexie } from 'dexie';

/** Why a context cannot use the database until its page, or Jubir, is loaded again. */
export type ClosedReason =
  /** The stored shapes are newer than this code: an older Jubir was put back. */
  | 'newer'
  /** A step to a newer shape failed and was taken back: everything lies there as it was. */
  | 'step-failed'
  /** A newer Jubir, or a repair, took the database over while this page was open. */
  | 'outdated'
  /** It cannot be opened at all. */
  | 'unreadable';

/** `blocked`: an open page of an older Jubir keeps a step waiting; it goes on by itself once that one is closed. */
export type DoorState = 'open' | 'blocked' | ClosedReason;

/** Nothing can be written, or read in the shapes of this code. What is stored was not touched. */
export class StoreClosedError extends Error {
  override name = 'StoreClosedError';
  readonly reason: ClosedReason;
  constructor(reason: ClosedReason, cause?: unknown) {
    super(`the database is closed (${reason}); what is stored is untouched: ${help[reason]}`, { cause });
    this.reason = reason;
  }
}

/** The browser made an empty database: at the installation, or because it found nothing where there was something. */
export class EmptyStoreError extends Error {
  override name = 'EmptyStoreError';
  constructor() {
    super('there was no database; an empty one was made');
  }
}

/** What to do next, for the developer's console; the pages say it in the official's language. */
const help: Record<ClosedReason, string> = {
  newer: 'install the newer Jubir again',
  'step-failed': 'export a copy from the desk, then try again',
  outdated: 'load the page again',
  unreadable: 'try again, or export the latest snapshot from the desk',
};

/** Errors by which a browser says that what it stored cannot be read, besides our own mistakes that look the same. */
const troubles = new Set(['UnknownError', 'DataError', 'NotReadableError', 'EncodingError', 'NotFoundError']);

/** Watches how this context's database opens, closes and reads. */
export class Door {
  state: DoorState = 'open';
  /** What the opening failed with, where it did. */
  cause: unknown;
  #upgrading = false;
  readonly #onState = new Set<(state: DoorState) => void>();
  readonly #onTrouble = new Set<(error: Error) => void>();

  /** Calls back on every later state; returns what stops it. */
  onState(listener: (state: DoorState) => void): () => void {
    this.#onState.add(listener);
    return () => this.#onState.delete(listener);
  }

  /** Calls back when something stored could not be read, or is gone; returns what stops it. */
  onTrouble(listener: (error: Error) => void): () => void {
    this.#onTrouble.add(listener);
    return () => this.#onTrouble.delete(listener);
  }

  /**
   * The browser's databases as Dexie is to see them. Where a database is newer than the code, Dexie (4.4) opens it all
   * the same, for writing, and "mends" what it misses: so that second opening, the one without a version, is refused.
   */
  readonly factory: IDBFactory = {
    open: (name, version) => {
      if (version === undefined) throw new StoreClosedError('newer');
      this.#upgrading = false;
      const request = indexedDB.open(name, version);
      request.addEventListener('upgradeneeded', ({ oldVersion }) => {
        this.#upgrading = oldVersion > 0;
      });
      return request;
    },
    deleteDatabase: (name) => indexedDB.deleteDatabase(name),
    databases: () => indexedDB.databases(),
    cmp: (a, b) => indexedDB.cmp(a, b),
  };

  /** Hangs the door into a database: call it before it is opened. */
  hang(db: Dexie): void {
    // Returning false keeps Dexie's own listener from the event: it would open again at the next use, and so either
    // block the newer Jubir or write old shapes into it.
    db.on('versionchange', () => {
      db.close();
      this.#set('outdated');
      return false;
    });
    db.on('blocked', () => {
      this.#set('blocked');
      return false;
    });
    db.on('populate', () => this.#tell(new EmptyStoreError()));
    db.use({ stack: 'dbcore', name: 'door', level: 0, create: (core) => this.#watched(core) });
  }

  /** To be told of every opening. */
  async opened(db: Dexie, opening: PromiseLike<unknown>): Promise<void> {
    try {
      await opening;
      this.cause = undefined;
      // It may have been closed again in the same breath.
      if (db.isOpen()) this.#set('open');
    } catch (error) {
      this.#failed(error);
    }
  }

  /** Why nothing can be written now; null where it can, or soon will. */
  get closed(): ClosedReason | null {
    return this.state === 'open' || this.state === 'blocked' ? null : this.state;
  }

  #failed(error: unknown): void {
    // Closed on purpose, while it was being opened.
    if (error instanceof Error && error.name === 'DatabaseClosedError') return;
    this.cause = error;
    if (error instanceof StoreClosedError) this.#set(error.reason);
    else this.#set(this.#upgrading ? 'step-failed' : 'unreadable');
  }

  #set(state: DoorState): void {
    if (state === this.state) return;
    this.state = state;
    for (const listener of this.#onState) listener(state);
  }

  #tell(trouble: Error): void {
    // Later, and so outside of the transaction that is under way: Dexie would take what a listener does for part of it.
    setTimeout(() => {
      for (const listener of this.#onTrouble) listener(trouble);
    });
  }

  #watched(core: DBCore): DBCore {
    const watch = <T>(request: Promise<T>): Promise<T> => {
      request.catch((error: unknown) => {
        if (!(error instanceof Error) || !troubles.has(error.name)) return;
        this.#tell(error);
      });
      return request;
    };
    return {
      ...core,
      table: (name) => {
        const table = core.table(name);
        return {
          ...table,
          get: (request) => watch(table.get(request)),
          getMany: (request) => watch(table.getMany(request)),
          query: (request) => watch(table.query(request)),
          count: (request) => watch(table.count(request)),
          openCursor: (request) => watch(table.openCursor(request)),
          mutate: (request) => watch(table.mutate(request)),
        };
      },
    };
  }
}

/** The door of this context's one database. */
export const door = new Door();
