import type { Dexie } from 'dexie';
import type { PlatformId } from '../platform/platform.ts';
import type { Row } from './rows.ts';
import type { Shelf } from './snapshot.ts';
import { type Writes, type Written, watched } from './writes.ts';

/** A draft as an official knows it. */
export interface Named {
  title: string;
  platform: PlatformId;
}

/** A draft that was written since the snapshot, or whose posts were. */
export interface Noted extends Named {
  /** The count at the latest. */
  n: number;
  /** What was written of it since, whole; not of those that were written longest ago, where there are many. */
  rows?: Row[];
  /** Some of its rows are no longer kept. */
  part?: true;
}

/**
 * What was written since the snapshot, kept apart from the database: what is lost with that can be brought back, or at
 * least has a name.
 */
export interface Ledger {
  /** The machine whose database it is of, and its newest count that was acknowledged: an older one is not all of it. */
  machine: string;
  n: number;
  drafts: Record<string, Noted>;
  /** So much was written, or something was removed, that only a snapshot of everything will do. */
  all: boolean;
  sources: boolean;
  /** There are keys or passwords, which no snapshot holds. */
  secrets: boolean;
}

const ledgerKey = 'copy-ledger';
/** More than these are no longer noted one by one. */
const mostNamed = 200;
/** Of more than these the rows are not kept: a hand writes in few, and all are stored again with each letter. */
const mostHeld = 24;
/** As many rows of one draft are kept, the newest: it has no more earlier texts than 40. */
const mostRows = 60;
/** The newest count alone is stored this often, in milliseconds; what was written at once. */
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

const nothingKnown = emptyLedger({ machine: '', n: 0, secrets: false });

/** Notes what is written into a database, from the moment that it is committed. Call `watch` before it is opened. */
export class Notes {
  ledger: Ledger = nothingKnown;
  readonly #shelf: Shelf;
  /** What the stored ledger may lack. */
  #unstored: 'nothing' | 'count' | 'writes' = 'nothing';
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
   * To be awaited before a write is acknowledged: then it lies in two places, and the database may go without loss
   * (a message of 250 letters and its answer: 6.4 ms in Chromium 156, 7.0 in Firefox 153, at the median of 60).
   */
  async settle(now: number): Promise<void> {
    if (this.#unstored === 'writes') await this.#store();
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

  #note({ machine, drafts, removed, gone, sources, secrets }: Writes): void {
    const { ledger } = this;
    // Before `begin` nothing may be judged by it.
    if (ledger.machine === '') return;
    if (machine) {
      this.#mark(machine.name === ledger.machine ? 'count' : 'writes');
      ledger.machine = machine.name;
      ledger.n = Math.max(ledger.n, machine.n);
    }
    if (removed && !ledger.all) this.#mark('writes');
    if (sources && !ledger.sources) this.#mark('writes');
    if (secrets && !ledger.secrets) this.#mark('writes');
    ledger.secrets ||= secrets;
    ledger.all ||= removed;
    ledger.sources ||= sources;
    for (const isGone of gone) this.#dropRows(isGone);
    for (const [id, written] of drafts) this.#noteDraft(id, written);
    this.#holdFewer();
  }

  #noteDraft(id: string, { named, rows }: Written): void {
    const { drafts, n } = this.ledger;
    const known = drafts[id];
    const name = named ?? known;
    this.#mark('writes');
    if (!name || (!known && Object.keys(drafts).length >= mostNamed)) {
      this.ledger.all = true;
      return;
    }
    const { title, platform } = name;
    drafts[id] = { title, platform, n, ...rowsOf(known, { rows }) };
  }

  #dropRows(isGone: (row: Row) => boolean): void {
    for (const noted of [this.ledger, this.#before].flatMap((each) => Object.values(each?.drafts ?? {}))) {
      if (!noted.rows?.some(isGone)) continue;
      noted.rows = noted.rows.filter((row) => !isGone(row));
      this.#mark('writes');
    }
  }

  #holdFewer(): void {
    const held = Object.values(this.ledger.drafts).filter(({ rows }) => rows);
    if (held.length <= mostHeld) return;
    held.sort((a, b) => a.n - b.n);
    for (const noted of held.slice(0, -mostHeld)) {
      delete noted.rows;
      noted.part = true;
    }
  }

  #mark(lacks: 'count' | 'writes'): void {
    if (this.#unstored !== 'writes') this.#unstored = lacks;
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

/** Every key that a ledger of rows has, once. */
const keyOf = ({ kind, value }: Row): string => `${kind} ${(value as { id?: string }).id}`;

type Rows = Pick<Noted, 'rows' | 'part'>;

/** The later of two of the same row counts. */
function rowsOf(before: Rows | undefined, later: Rows): Rows {
  const all = new Map([...(before?.rows ?? []), ...(later.rows ?? [])].map((row) => [keyOf(row), row]));
  const isPart = before?.part || later.part || all.size > mostRows;
  return { rows: [...all.values()].slice(-mostRows), ...(isPart && { part: true }) };
}

const joinedDrafts = (a: Ledger['drafts'], b: Ledger['drafts']): Ledger['drafts'] => {
  const later = Object.entries(b).map(([id, noted]) => [id, { ...noted, ...rowsOf(a[id], noted) }]);
  return { ...a, ...Object.fromEntries(later) };
};

const joined = (a: Ledger, b: Ledger): Ledger => ({
  machine: b.machine,
  n: Math.max(a.n, b.n),
  drafts: joinedDrafts(a.drafts, b.drafts),
  all: a.all || b.all,
  sources: a.sources || b.sources,
  secrets: b.secrets,
});
