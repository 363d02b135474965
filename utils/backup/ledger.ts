import type { DBCore, DBCoreMutateRequest, Dexie } from 'dexie';
import type { PlatformId } from '../platform/platform.ts';
import type { Shelf } from './snapshot.ts';

/** A draft as an official knows it. */
export interface Named {
  title: string;
  platform: PlatformId;
}

/** What was written since the snapshot, kept apart from the database, so that what could not be restored has a name. */
export interface Ledger {
  /** The machine whose database it is of, and its newest count that was acknowledged: an older one is not all of it. */
  machine: string;
  n: number;
  /** Drafts that were written, or whose posts were, with the count at the latest. */
  drafts: Record<string, Named & { n: number }>;
  /** So much was written, or something was removed, that only a snapshot of everything will do. */
  all: boolean;
  sources: boolean;
  /** There are keys or passwords, which no snapshot holds. */
  secrets: boolean;
}

const ledgerKey = 'copy-ledger';
/** More than these are no longer noted one by one. */
const mostNamed = 200;
/** The newest count is stored this often while somebody types, in milliseconds; a draft's name at once. */
const pause = 1000;

/** What is noted; null where no database was ever noted. */
export async function readLedger(shelf: Shelf): Promise<Ledger | null> {
  const stored = (await shelf.get([ledgerKey]))[ledgerKey] as Partial<Ledger> | undefined;
  return typeof stored?.machine === 'string' && typeof stored.drafts === 'object' ? (stored as Ledger) : null;
}

/** Nothing written yet. */
export const emptyLedger = (facts: Pick<Ledger, 'machine' | 'n' | 'secrets'>): Ledger => ({
  machine: facts.machine,
  n: facts.n,
  secrets: facts.secrets,
  drafts: {},
  all: false,
  sources: false,
});

/** What one transaction wrote, as far as a snapshot holds it. */
interface Writes {
  machine?: { name: string; n: number };
  drafts: Map<string, Named | null>;
  removed: boolean;
  sources: boolean;
  secrets: boolean;
}

const nothingKnown = emptyLedger({ machine: '', n: 0, secrets: false });

/** Notes what is written into a database, from the moment that it is committed. Call `watch` before it is opened. */
export class Notes {
  ledger: Ledger = nothingKnown;
  readonly #shelf: Shelf;
  /** What the stored ledger may lack. */
  #unstored: 'nothing' | 'count' | 'names' = 'nothing';
  #storedAt = 0;
  #storing: Promise<void> = Promise.resolve();
  /** Drafts of the snapshot that is being made; noted until it is whole. */
  #before: Ledger | null = null;

  constructor(shelf: Shelf) {
    this.#shelf = shelf;
  }

  watch(db: Dexie): void {
    db.use({
      stack: 'dbcore',
      name: 'ledger',
      create: (core) => watched(core, (writes) => this.#note(writes)),
    });
  }

  /** Whether the snapshot is behind. */
  get isBehind(): boolean {
    const { drafts, all, sources } = this.ledger;
    return all || sources || Object.keys(drafts).length > 0;
  }

  /** Goes on with what was noted before, or begins. */
  async begin(ledger: Ledger): Promise<void> {
    this.ledger = ledger;
    this.#before = null;
    await this.#store();
  }

  /** Everything was erased: nothing is noted, nor stored, until `begin`. */
  forget(): void {
    this.ledger = nothingKnown;
    this.#before = null;
    this.#unstored = 'nothing';
  }

  /**
   * To be awaited before a write is acknowledged. Costs nothing while a draft is typed into that is noted already: only
   * its first input after a snapshot waits for the note (8 ms for a message and its answer, not 6, in Chromium 156; 10 in Firefox 153).
   */
  async settle(now: number): Promise<void> {
    if (this.#unstored === 'names') await this.#store();
    else if (this.#unstored === 'count' && Math.abs(now - this.#storedAt) >= pause) void this.#store();
  }

  /** Hands over what a snapshot is to take in. */
  take(): Ledger {
    this.#before = this.ledger;
    this.ledger = emptyLedger(this.#before);
    return this.#before;
  }

  /** The snapshot holds what was handed over. */
  async taken(): Promise<void> {
    this.#before = null;
    await this.#store();
  }

  /** The snapshot failed: what was handed over is still to be taken in. */
  giveBack(): void {
    if (this.#before) this.ledger = joined(this.#before, this.ledger);
    this.#before = null;
  }

  #note({ machine, drafts, removed, sources, secrets }: Writes): void {
    const { ledger } = this;
    // Before `begin` nothing may be judged by it.
    if (ledger.machine === '') return;
    if (machine) {
      this.#mark(machine.name === ledger.machine ? 'count' : 'names');
      ledger.machine = machine.name;
      ledger.n = Math.max(ledger.n, machine.n);
    }
    if (removed && !ledger.all) this.#mark('names');
    if (sources && !ledger.sources) this.#mark('names');
    if (secrets && !ledger.secrets) this.#mark('names');
    ledger.secrets ||= secrets;
    ledger.all ||= removed;
    ledger.sources ||= sources;
    for (const [id, named] of drafts) this.#noteDraft(id, named);
  }

  #noteDraft(id: string, named: Named | null): void {
    const { drafts, n } = this.ledger;
    const known = drafts[id];
    const name = named ?? known;
    if (!known && (!name || Object.keys(drafts).length >= mostNamed)) {
      if (!this.ledger.all) this.#mark('names');
      this.ledger.all = true;
      return;
    }
    if (!known) this.#mark('names');
    if (name) drafts[id] = { title: name.title, platform: name.platform, n };
  }

  #mark(lacks: 'count' | 'names'): void {
    if (this.#unstored !== 'names') this.#unstored = lacks;
  }

  #store(): Promise<void> {
    this.#storing = this.#storing
      .catch(() => {})
      .then(async () => {
        const before = this.#unstored;
        this.#unstored = 'nothing';
        this.#storedAt = Date.now();
        const ledger = this.#before ? joined(this.#before, this.ledger) : this.ledger;
        try {
          await this.#shelf.set({ [ledgerKey]: ledger });
        } catch (error) {
          if (before !== 'nothing') this.#mark(before);
          throw error;
        }
      });
    return this.#storing;
  }
}

const joined = (a: Ledger, b: Ledger): Ledger => ({
  machine: b.machine,
  n: Math.max(a.n, b.n),
  drafts: { ...a.drafts, ...b.drafts },
  all: a.all || b.all,
  sources: a.sources || b.sources,
  secrets: b.secrets,
});

/** Collects what each transaction writes, and tells it once that is committed. */
function watched(core: DBCore, tell: (writes: Writes) => void): DBCore {
  const open = new WeakMap<object, Writes>();
  return {
    ...core,
    transaction: (stores, mode, options) => {
      const trans = core.transaction(stores, mode, options);
      const writes: Writes = { drafts: new Map(), removed: false, sources: false, secrets: false };
      open.set(trans, writes);
      // Before Dexie hangs its own listener on it: the note is there when the write is acknowledged.
      if (mode === 'readwrite') {
        (trans as unknown as IDBTransaction).addEventListener('complete', () => tell(writes));
      }
      return trans;
    },
    table: (name) => {
      const table = core.table(name);
      const collect = collectors[name];
      if (!collect) return table;
      return {
        ...table,
        mutate: (request) => {
          const writes = open.get(request.trans);
          if (writes) collect(writes, request);
          return table.mutate(request);
        },
      };
    },
  };
}

type Collect = (writes: Writes, request: DBCoreMutateRequest) => void;

const valuesOf = (request: DBCoreMutateRequest): readonly unknown[] =>
  request.type === 'add' || request.type === 'put' ? request.values : [];
const isRemoval = ({ type }: DBCoreMutateRequest): boolean => type === 'delete' || type === 'deleteRange';

interface NamedRow {
  id: string;
  draftId: string;
  releaseTitle: string;
  platform: PlatformId;
}

const collectors: Record<string, Collect> = {
  drafts: (writes, request) => {
    for (const { id, releaseTitle, platform } of valuesOf(request) as NamedRow[]) {
      writes.drafts.set(id, { title: releaseTitle, platform });
    }
    writes.removed ||= isRemoval(request);
  },
  posts: (writes, request) => {
    for (const { draftId, releaseTitle, platform } of valuesOf(request) as NamedRow[]) {
      writes.drafts.set(draftId, { title: releaseTitle, platform });
    }
    writes.removed ||= isRemoval(request);
  },
  // The oldest go as new ones come, and with them the draft is written.
  revisions: (writes, request) => {
    for (const { draftId } of valuesOf(request) as NamedRow[]) {
      if (!writes.drafts.has(draftId)) writes.drafts.set(draftId, null);
    }
  },
  sources: (writes) => {
    writes.sources = true;
  },
  secrets: (writes, request) => {
    writes.secrets ||= valuesOf(request).length > 0;
  },
  machine: (writes, request) => {
    for (const machine of valuesOf(request) as { name: string; n: number }[]) writes.machine = machine;
  },
};
