import type { JubirDatabase, Secret } from '../db/database.ts';
import { drawMachine, machineOf } from '../db/machine.ts';
import { openStored, type Stored } from '../db/stored.ts';
import { batchRows, takeContents } from './contents.ts';
import { emptyLedger, type Ledger, type Named, type Noted, readLedger } from './ledger.ts';
import { checkRow, type Row } from './rows.ts';
import { readHead, type Shelf, snapshotRows } from './snapshot.ts';

/** What became of a damaged store, for the official to read. */
export interface Incident {
  /** Epoch milliseconds. */
  at: number;
  /** When the snapshot was made that was taken; null where there was none. */
  from: number | null;
  /** How many there are again. */
  drafts: number;
  posts: number;
  /** Drafts that were written after the snapshot, and lost what was written then. */
  lost: Named[];
  /** How many more of them there are. */
  more: number;
  /** Keys and passwords are gone: no snapshot holds them. */
  secrets: boolean;
}

/** What a look at a database tells. */
export type Finding =
  /** Never seen before: just installed, or an update from a Jubir that took no snapshots. */
  | 'new'
  | 'sound'
  /** It is not the database that was written, or an older state of it: made anew, or cut off, by the browser. */
  | 'set-back';

/** Where rows that were saved of a damaged database lie until they are in a new one. */
const rescuePrefix = 'copy-rescue-';
/** The most names of lost drafts that are kept to be shown. */
const mostNamed = 50;
/** What is saved of a damaged database, in the order in which it can be taken in. */
const saved = {
  sources: 'source',
  humasItems: 'humas',
  releases: 'release',
  versions: 'version',
  drafts: 'draft',
  revisions: 'revision',
  posts: 'post',
  secrets: 'secret',
} as const;

/**
 * Compares a database with what is noted apart from it. A browser that finds its files gone or cut off makes an empty
 * database, or goes on with an older state, and says nothing.
 */
export async function look(db: JubirDatabase, shelf: Shelf): Promise<Finding> {
  const [machine, ledger, head] = await Promise.all([
    db.machine.get('machine'),
    readLedger(shelf),
    readHead(shelf),
  ]);
  if (!ledger) return 'new';
  if (machine?.name !== ledger.machine) return 'set-back';
  const newest = Math.max(ledger.n, head?.machine === ledger.machine ? head.n : 0);
  return machine.n < newest ? 'set-back' : 'sound';
}

/** The ledger to begin with, in a database that is sound or new. What was not noted is taken into the next snapshot. */
export async function ledgerFor(db: JubirDatabase, shelf: Shelf): Promise<Ledger> {
  if (!(await db.machine.get('machine'))) await drawMachine(db);
  const { name: machine, n } = await machineOf(db);
  const secrets = (await db.secrets.count()) > 0;
  const known = await readLedger(shelf);
  if (!known) return { ...emptyLedger({ machine, n, secrets }), all: true };
  // It went on without its note: another Jubir wrote, or the note was not stored in time.
  const all = known.all || known.n < n || known.machine !== machine;
  return { ...known, machine, n, secrets, all };
}

/**
 * Reads every row that counts.
 * @returns whether some cannot be read; false too where that could not be found out, because something else closed it
 */
export async function isDamaged(name: string): Promise<boolean> {
  try {
    const stored = await openStored(name);
    try {
      for (const table of [...Object.keys(saved), 'machine']) {
        if (await stored.isDamaged(table)) return true;
      }
    } finally {
      stored.close();
    }
  } catch (error) {
    return mayBeDamage(error);
  }
  return false;
}

/** Whether an error of opening or reading may come from damaged files. A full disk, say, does not. */
export const mayBeDamage = (error: unknown): boolean => error instanceof Error && damages.has(error.name);

const damages = new Set(['UnknownError', 'DataError', 'NotReadableError', 'EncodingError', 'NotFoundError']);

/**
 * Brings back from the snapshot what a database lacks that was set back, beside what it holds.
 * @returns null where nothing was missing after all
 */
export async function refill(db: JubirDatabase, shelf: Shelf, now: number): Promise<Incident | null> {
  const ledger = await readLedger(shelf);
  const before = await db.machine.get('machine');
  const survived = before && before.name === ledger?.machine ? before.n : 0;
  const found = await takeBack(db, shelf, ledger);
  await takeAnotherName(db, ledger?.n ?? 0);
  await dropRescue(shelf);
  const lost = lostOf(ledger, found, ({ n }) => n <= survived);
  if (found.changed === 0 && lost.length === 0) return null;
  return incidentOf(db, { at: now, from: found.from, lost, hadSecrets: ledger?.secrets === true });
}

/**
 * Makes a new database in the place of one that cannot be read: with every row that still can, and the snapshot.
 * @throws DOMException where the browser gives no new one either; what was saved stays where it is
 */
export async function replace(db: JubirDatabase, shelf: Shelf, now: number): Promise<Incident> {
  const ledger = await readLedger(shelf);
  db.close();
  const { rows, secrets, machine } = await salvage(db.name);
  // Kept before anything is deleted: a browser that is closed now finds them again.
  await keepRescue(shelf, rows);
  await deleteDatabase(db.name);
  await db.open();
  await db.secrets.bulkPut(secrets);
  const found = await takeBack(db, shelf, ledger);
  await takeAnotherName(db, Math.max(ledger?.n ?? 0, machine?.n ?? 0));
  const read = new Set(rows.flatMap((row) => (row.kind === 'draft' ? row.value.id : [])));
  const isOld = (n: number) => machine !== undefined && machine.name === ledger?.machine && machine.n < n;
  const lost = lostOf(ledger, found, ({ id, n }) => read.has(id) && !isOld(n));
  await dropRescue(shelf);
  return incidentOf(db, { at: now, from: found.from, lost, hadSecrets: ledger?.secrets === true });
}

/** What was there to take. */
interface Found {
  /** When the snapshot was made; null where there is none. */
  from: number | null;
  /** Up to which count it holds what the ledger's machine wrote. */
  n: number;
  changed: number;
}

/** Takes in what was rescued, the snapshot, then what was written since: all joined with what is there. */
async function takeBack(db: JubirDatabase, shelf: Shelf, ledger: Ledger | null): Promise<Found> {
  let changed = 0;
  const take = async (rows: readonly unknown[]) => {
    const taken = await takeContents(db, rows);
    changed += taken.added + taken.changed + taken.sources;
  };
  for (const key of await rescueKeys(shelf)) {
    const rows = (await shelf.get([key]))[key];
    if (Array.isArray(rows)) await take(rows);
  }
  const head = await readHead(shelf);
  const damaged: unknown[] = [];
  if (head)
    for await (const rows of snapshotRows(shelf, head, (error) => damaged.push(error))) await take(rows);
  await take(Object.values(ledger?.drafts ?? {}).flatMap(({ rows }) => rows ?? []));
  const isOurs = head !== null && head.machine === ledger?.machine && damaged.length === 0;
  return { from: head?.at ?? null, n: isOurs ? head.n : 0, changed };
}

/** Rows that can still be read, each checked as one from outside: what is damaged may say anything. */
async function salvage(
  name: string,
): Promise<{ rows: Row[]; secrets: Secret[]; machine: Machine | undefined }> {
  const rows: Row[] = [];
  const secrets: Secret[] = [];
  let stored: Stored;
  try {
    stored = await openStored(name);
  } catch {
    // Nothing of it can be read: the snapshot is what there is, and the incident says so.
    return { rows, secrets, machine: undefined };
  }
  for (const [table, kind] of Object.entries(saved)) {
    for (const value of (await stored.rows(table)).rows) {
      const row = checkRow({ kind, value });
      if (row?.kind === 'secret') secrets.push(row.value);
      else if (row) rows.push(row);
    }
  }
  const [machine] = (await stored.rows('machine')).rows as Partial<Machine>[];
  stored.close();
  const isWhole = typeof machine?.name === 'string' && typeof machine.n === 'number';
  return { rows, secrets, machine: isWhole ? (machine as Machine) : undefined };
}

interface Machine {
  name: string;
  n: number;
}

/** Counts that are lost may be known elsewhere: under the same name, others would stand for them. */
async function takeAnotherName(db: JubirDatabase, seen: number): Promise<void> {
  await db.transaction('rw', db.machine, async () => {
    const { n } = await machineOf(db);
    await db.machine.put({ id: 'machine', name: crypto.randomUUID(), n: Math.max(n, seen) });
  });
}

/** Drafts of which neither the database, nor the snapshot, nor the ledger itself has what was written last. */
const lostOf = (
  ledger: Ledger | null,
  found: Found,
  isThere: (draft: { id: string; n: number }) => boolean,
): Noted[] =>
  Object.entries(ledger?.drafts ?? {})
    .filter(([id, { n, rows, part }]) => (!rows || part) && n > found.n && !isThere({ id, n }))
    .map(([, noted]) => noted)
    .sort((a, b) => b.n - a.n);

async function incidentOf(
  db: JubirDatabase,
  { at, from, lost, hadSecrets }: Pick<Incident, 'at' | 'from' | 'lost'> & { hadSecrets: boolean },
): Promise<Incident> {
  const [drafts, posts, secrets] = await Promise.all([
    db.drafts.count(),
    db.posts.count(),
    db.secrets.count(),
  ]);
  const named = lost.slice(0, mostNamed).map(({ title, platform }) => ({ title, platform }));
  const more = lost.length - named.length;
  return { at, from, drafts, posts, lost: named, more, secrets: hadSecrets && secrets === 0 };
}

const rescueKeys = async (shelf: Shelf): Promise<string[]> =>
  (await shelf.keys()).filter((key) => key.startsWith(rescuePrefix)).sort();

/** Beside what an earlier rescue left that was not finished. Secrets stay out of it, as out of every snapshot. */
async function keepRescue(shelf: Shelf, rows: readonly Row[]): Promise<void> {
  const first = (await rescueKeys(shelf)).length;
  for (let at = 0; at < rows.length; at += batchRows) {
    const key = rescuePrefix + String(first + at / batchRows).padStart(6, '0');
    await shelf.set({ [key]: rows.slice(at, at + batchRows) });
  }
}

async function dropRescue(shelf: Shelf): Promise<void> {
  const keys = await rescueKeys(shelf);
  if (keys.length > 0) await shelf.remove(keys);
}

/** Pages that have it open leave it now; it goes on once they have. */
function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}
