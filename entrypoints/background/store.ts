import browser from 'webextension-polyfill';
import { type Ledger, Notes } from '../../utils/backup/ledger.ts';
import {
  type Incident,
  isDamaged,
  ledgerFor,
  look,
  mayBeDamage,
  refill,
  replace,
} from '../../utils/backup/recover.ts';
import { ChunkError, readHead, renewSnapshot, takeSnapshot } from '../../utils/backup/snapshot.ts';
import { logFailure } from '../../utils/browser/log.ts';
import type { Handlers, Payload } from '../../utils/browser/messages.ts';
import { localShelf } from '../../utils/browser/shelf.ts';
import { loadStore, type StoreTold, tellStore } from '../../utils/browser/store.ts';
import { db } from '../../utils/db/database.ts';
import { door, EmptyStoreError, StoreClosedError } from '../../utils/db/door.ts';
import { keptAlive } from './keep-alive.ts';

const alarmName = 'copy';
/** A change is in the snapshot after this long, in milliseconds; Chrome lets no alarm ring sooner than after 30 s. */
const soon = 45_000;
/** After a snapshot that failed, in milliseconds. */
const later = 5 * 60_000;
/** However little changes, everything is read once in this time, in milliseconds. */
const whole = 24 * 60 * 60_000;
/** Rows that cannot be read are looked at again after these, in milliseconds, before they are called damaged. */
const pauses = [500, 2_000];
/** The same for a store that cannot be opened, which may be a browser that is still starting, or a disk at its limits. */
const openingPauses = [500, 1_500, 3_000];
/** A page that asks how the store is waits no longer than this, in milliseconds. */
const patience = 1_500;
/** All rows are read again at most this often, in milliseconds, whatever fails meanwhile. */
const seldom = 60_000;

const notes = new Notes(localShelf);
let ready: Promise<void> | null = null;
let told: StoreTold = { state: 'open' };
let restored = (): void => {};

/**
 * Looks after the database: says when it is closed and why, keeps a snapshot of what was written, and brings that back
 * when the database was damaged.
 * @param onRestored what is to be made anew then
 */
export function registerStore(onRestored: () => void): void {
  restored = onRestored;
  notes.watch(db);
  door.onState((state) => {
    // Somebody else's turn: afterwards it is to be seen what they left.
    if (state === 'outdated') ready = open().catch((error) => logFailure('store', error));
    // What it says while it is being restored is no news.
    else if (told.state !== 'restoring') void tell({ state });
  });
  door.onTrouble((error) => {
    logFailure('store', error);
    void lookAgain(!(error instanceof EmptyStoreError));
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarmName) void snapshot();
  });
  // Damage comes with a crash or with whatever happened while the browser was off.
  browser.runtime.onStartup.addListener(() => void lookAtStart());
}

/** Resolves once the database was opened and found, or made, whole; or is known to be closed. Never rejects. */
export function storeReady(): Promise<void> {
  ready ??= open().catch((error) => logFailure('store', error));
  return ready;
}

/** Everything is being erased: nothing is opened or noted until `beginStore`. */
export function forgetStore(): void {
  notes.forget();
  told = { state: 'open' };
  ready = Promise.resolve();
}

/** A person begins anew. */
export function beginStore(): void {
  ready = null;
}

/** What the messages about the store do; they wait for nothing. */
export const storeCommands = {
  'open-store': async ({ again }: Payload<'open-store'>): Promise<StoreTold> => {
    if (again && door.closed) ready = null;
    await Promise.race([storeReady(), new Promise((resolve) => setTimeout(resolve, patience))]);
    return told;
  },
  'check-store': async ({ rows }: Payload<'check-store'>): Promise<null> => {
    await lookAgain(rows);
    return null;
  },
  'incident-read': async (): Promise<null> => {
    await tell({ incident: undefined });
    return null;
  },
};

type Kept = Omit<Handlers, keyof typeof storeCommands | 'open-page'>;

/**
 * The messages that read or write the database: each waits until it is whole, says why where it is closed, and is
 * acknowledged once what it wrote is noted.
 */
export function kept(handlers: Kept): Kept {
  const all = handlers as Record<string, (payload: unknown) => Promise<unknown>>;
  const wrapped = Object.entries(all).map(([name, handle]) => [
    name,
    async (payload: unknown) => {
      await storeReady();
      try {
        const answer = await handle(payload);
        await noted();
        return answer;
      } catch (error) {
        throw door.closed ? new StoreClosedError(door.closed, error) : error;
      }
    },
  ]);
  return Object.fromEntries(wrapped) as Kept;
}

async function noted(): Promise<void> {
  if (notes.isBehind) planSnapshot();
  // It is written, whatever becomes of the note.
  await notes.settle(Date.now()).catch((error) => logFailure('ledger', error));
}

async function open(): Promise<void> {
  told = await loadStore();
  if (!(await isOpened())) {
    const { closed } = door;
    if (closed && closed !== 'outdated') await tell({ state: closed });
    if (closed !== 'unreadable' || !mayBeDamage(door.cause)) return;
    await mend(() => replace(db, localShelf, Date.now()));
  } else if ((await look(db, localShelf)) === 'set-back') {
    await mend(() => refill(db, localShelf, Date.now()));
  }
  await goOn();
}

async function isOpened(): Promise<boolean> {
  for (const pause of [...openingPauses, null]) {
    try {
      await db.open();
      return true;
    } catch (error) {
      logFailure('open the store', error);
      if (door.closed !== 'unreadable' || pause === null) return false;
      // A page that waits is told why.
      if (pause >= patience) await tell({ state: 'unreadable' });
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return false;
}

async function goOn(): Promise<void> {
  if (door.state !== 'open') return;
  await notes.begin(await ledgerFor(db, localShelf));
  // A browser may forget alarms when it is closed.
  if (notes.isBehind) planSnapshot();
  await tell({ state: 'open' });
}

/** Says that it is being restored, does it, and says what came of it. */
async function mend(job: () => Promise<Incident | null>): Promise<void> {
  await tell({ state: 'restoring' });
  try {
    const incident = await keptAlive(job());
    await tell({ state: door.state === 'open' ? 'open' : 'unreadable', ...(incident && { incident }) });
    restored();
  } catch (error) {
    logFailure('restore', error);
    await tell({ state: 'unreadable' });
    throw error;
  }
}

let looking: Promise<void> | null = null;
let scannedAt = Number.NEGATIVE_INFINITY;

/**
 * Something could not be read, or is gone: where that is so, the messages that follow wait until it is put right.
 * @param rows whether every row is to be read
 */
function lookAgain(rows: boolean): Promise<void> {
  looking ??= lookAndMend(rows)
    .catch((error) => logFailure('store', error))
    .finally(() => {
      looking = null;
    });
  return looking;
}

async function lookAndMend(rows: boolean): Promise<void> {
  await storeReady();
  if (door.state !== 'open') return;
  const isSetBack = (await look(db, localShelf)) === 'set-back';
  if (!isSetBack && !(rows && (await hasDamage()))) return;
  const job = isSetBack ? refill : replace;
  ready = mend(() => job(db, localShelf, Date.now()))
    .then(goOn)
    .catch((error) => logFailure('store', error));
  await ready;
}

/** Whether rows cannot be read, again and again. */
async function hasDamage(): Promise<boolean> {
  if (performance.now() - scannedAt < seldom) return false;
  scannedAt = performance.now();
  for (const pause of [0, ...pauses]) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (!(await isDamaged(db.name))) return false;
  }
  return true;
}

/** Where everything was erased there is nothing to look at. */
async function lookAtStart(): Promise<void> {
  const { length } = await indexedDB.databases();
  if (length > 0) await lookAgain(true);
}

let planned = false;

function planSnapshot(after = soon): void {
  if (planned) return;
  planned = true;
  browser.alarms.create(alarmName, { when: Date.now() + after });
}

let under: Promise<void> | null = null;

/** Takes what was written since into the snapshot. */
function snapshot(): Promise<void> {
  under ??= keptAlive(takeIn()).finally(() => {
    under = null;
  });
  return under;
}

async function takeIn(): Promise<void> {
  await storeReady();
  planned = false;
  if (door.state !== 'open' || told.state !== 'open' || !notes.isBehind) return;
  const ledger = notes.take();
  try {
    await bringUpToDate(ledger, Date.now());
    await notes.taken();
    if (notes.isBehind) planSnapshot();
  } catch (error) {
    notes.giveBack();
    logFailure('snapshot', error);
    planSnapshot(later);
  }
}

async function bringUpToDate({ all, drafts, sources }: Ledger, now: number): Promise<void> {
  const head = await readHead(localShelf);
  const isDue = !head || all || Math.abs(now - head.fullAt) > whole;
  if (!isDue) {
    try {
      if (await renewSnapshot(db, localShelf, { drafts: Object.keys(drafts), sources }, now)) return;
    } catch (error) {
      // One that is damaged itself is made anew.
      if (!(error instanceof ChunkError)) throw error;
      logFailure('snapshot', error);
    }
  }
  await takeSnapshot(db, localShelf, now);
}

async function tell(change: { state?: StoreTold['state']; incident?: Incident | undefined }): Promise<void> {
  const { incident, ...rest } = { ...told, ...change };
  const next: StoreTold = { ...rest, ...(incident && { incident }) };
  if (JSON.stringify(next) === JSON.stringify(told)) return;
  told = next;
  await tellStore(told).catch((error) => logFailure('tell of the store', error));
}
