import { Dexie } from 'dexie';
import browser from 'webextension-polyfill';
import {
  type FolderChoice,
  folderAddress,
  folderFor,
  folderOrigin,
  folderUser,
} from '../../utils/backup/folder-choice.ts';
import { FolderError } from '../../utils/backup/folder-error.ts';
import { folderRow, forgetFolder, keepFolder } from '../../utils/backup/folder-row.ts';
import { holdFor, pauseFor } from '../../utils/backup/pace.ts';
import { meet, type Synced, tryFolder } from '../../utils/backup/sync.ts';
import { WebDavFolder } from '../../utils/backup/webdav.ts';
import { machineLabel } from '../../utils/browser/about.ts';
import { loadCity } from '../../utils/browser/city.ts';
import { type FolderOutcome, loadFolder, saveFolder } from '../../utils/browser/folder.ts';
import { noteCopy } from '../../utils/browser/last-copy.ts';
import { logFailure } from '../../utils/browser/log.ts';
import type { Answer, Payload } from '../../utils/browser/messages.ts';
import { maySend } from '../../utils/browser/permissions.ts';
import { db } from '../../utils/db/database.ts';
import { machineOf } from '../../utils/db/machine.ts';
import { renewFirstScreen } from './first-screen.ts';
import { inputsStored } from './inputs.ts';
import { keptAlive } from './keep-alive.ts';
import { giveBack } from './permissions.ts';
import { remind } from './reminders.ts';

/** Rings while the browser runs, whatever happens; what was written is sent sooner, by an alarm of its own. */
const baseAlarm = 'folder';
const everyMinutes = 15;
const soonAlarm = 'folder-soon';
/** A page that opens asks the others when the last meeting is older than this, in milliseconds. */
const stale = 5 * 60 * 1000;

/** Meets the official's other machines on start, every 15 minutes, and a minute after something was written. */
export function registerFolder(): void {
  const start = () => void startFolder().catch((error) => logFailure('folder', error));
  browser.runtime.onStartup.addListener(start);
  browser.runtime.onInstalled.addListener(start);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name !== baseAlarm && name !== soonAlarm) return;
    // A meeting under way may have read before what this one is for.
    void Promise.resolve(meeting)
      .then(meetIfDue)
      .catch((error) => logFailure('folder', error));
  });
  // The background is the only writer, so every write is heard of here.
  Dexie.on('storagemutated', (parts: object) => {
    if (Object.keys(parts).some((part) => history.test(part))) {
      meetSoon().catch((error) => logFailure('folder', error));
    }
  });
}

/** What of the database goes to the folder, as Dexie names its parts. */
const history = /^idb:\/\/jubir\/(?:drafts|posts|revisions)\//;

async function startFolder(): Promise<void> {
  const { choice } = await loadFolder();
  if (!choice.on) return;
  await browser.alarms.create(baseAlarm, { periodInMinutes: everyMinutes });
  await meetIfDue();
}

/** Whether an alarm is being set, or stands as far as this life of the worker knows. */
let waiting = false;

async function meetSoon(): Promise<void> {
  if (waiting) return;
  waiting = true;
  try {
    const { choice, outcome } = await loadFolder();
    // One that stands is not put off by the next letter.
    if (!choice.on || (await browser.alarms.get(soonAlarm))) return;
    const when = Math.max(Date.now() + pauseFor(outcome?.bytes ?? 0), outcome?.holdUntil ?? 0);
    await browser.alarms.create(soonAlarm, { when });
  } finally {
    waiting = false;
  }
}

async function meetIfDue(): Promise<void> {
  const { choice, outcome } = await loadFolder();
  if (!choice.on) {
    await Promise.all([browser.alarms.clear(baseAlarm), browser.alarms.clear(soonAlarm)]);
    return;
  }
  const hold = outcome?.holdUntil ?? 0;
  // A clock that was set back must not silence it.
  if (hold <= Date.now() || (outcome?.at ?? 0) > Date.now()) await meetOnce();
}

/** A page was opened: what the others wrote is wanted now. Does not wait for it. */
export function meetIfStale(): void {
  loadFolder()
    .then(({ outcome }) => {
      if (Math.abs(Date.now() - (outcome?.at ?? 0)) > stale) return meetIfDue();
    })
    .catch((error) => logFailure('folder', error));
}

let meeting: Promise<void> | null = null;

/** Meets the others now; one at a time. How it went is told in `utils/browser/folder.ts`. */
function meetOnce(): Promise<void> {
  meeting ??= keptAlive(meetOthers()).finally(() => {
    meeting = null;
  });
  return meeting;
}

async function meetOthers(): Promise<void> {
  const { choice } = await loadFolder();
  if (!choice.on) return;
  try {
    // What was typed before this is to be among it.
    await inputsStored();
    const { n } = await machineOf(db);
    const synced = await tryToMeet(choice);
    await note(choice, () => wentWell(synced));
    await noteCopy(n, Date.now());
    const { added, changed, releases } = synced.taken;
    if (added + changed + releases > 0) await renewFirstScreen();
    if (added + changed > 0) await remind();
  } catch (error) {
    logFailure('folder', error);
    const known = error instanceof FolderError ? error : new FolderError('here', 0, 0, { cause: error });
    await note(choice, (before) => wentWrong(known, before));
  }
}

async function tryToMeet({ address, user }: FolderChoice): Promise<Synced> {
  const allowed = browser.permissions.contains({ origins: [folderOrigin(address)] });
  if (!(await allowed) || !(await maySend())) {
    throw new FolderError('no-permission');
  }
  const row = await folderRow(db, address);
  if (!row) throw new FolderError('no-password');
  const folder = new WebDavFolder({ address, user, password: row.value });
  return meet(db, folder, { address, label: await machineLabel(), now: Date.now() });
}

/** Notes an outcome, unless the folder was turned off, exchanged or erased meanwhile. */
async function note(
  { address }: FolderChoice,
  outcome: (before: FolderOutcome | null) => FolderOutcome,
): Promise<void> {
  const now = await loadFolder();
  if (!now.choice.on || now.choice.address !== address) return;
  await saveFolder({ ...now, outcome: outcome(now.outcome) });
}

function wentWell({ machines, faults, bytes }: Synced): FolderOutcome {
  const at = Date.now();
  return {
    ...{ at, reason: null, metAt: at, machines, faults, bytes },
    ...{ failures: 0, failingSince: 0, holdUntil: 0 },
  };
}

function wentWrong({ reason, waitMs }: FolderError, before: FolderOutcome | null): FolderOutcome {
  const at = Date.now();
  const failures = (before?.failures ?? 0) + 1;
  return {
    ...{ metAt: 0, machines: 0, faults: [], bytes: 0 },
    ...before,
    ...{ at, reason, failures },
    failingSince: before?.failingSince || at,
    holdUntil: at + holdFor(reason, failures, waitMs),
  };
}

/** What the messages about the folder do. */
export const folderCommands = {
  'set-folder': async (wish: Payload<'set-folder'>): Promise<Answer<'set-folder'>> => {
    const { choice: before } = await loadFolder();
    const address = folderAddress(wish.address);
    const user = folderUser(wish.user);
    const { folder } = await loadCity();
    const isCitys = !folder || (user !== null && address === folderFor(folder, user));
    if (!address || !user || !isCitys) throw new FolderError('not-found');
    const known = before.user === user || before.user === '' ? await folderRow(db, address) : null;
    const password = wish.password || (known?.value ?? '');
    try {
      const made = await tryFolder(new WebDavFolder({ address, user, password }));
      await keepFolder(db, address, password);
      await saveFolder({ choice: { on: true, address, user }, outcome: null });
      await browser.alarms.create(baseAlarm, { periodInMinutes: everyMinutes });
      void meetOnce();
      return { reason: null, made };
    } catch (error) {
      if (!(error instanceof FolderError)) throw error;
      return { reason: error.reason, made: false };
    } finally {
      await idle(before.address, address);
    }
  },
  'folder-off': async (): Promise<null> => {
    const { choice } = await loadFolder();
    await saveFolder({ choice: { ...choice, on: false }, outcome: null });
    await forgetFolder(db);
    await idle(choice.address);
    return null;
  },
  'meet-now': async (): Promise<null> => {
    await meetOnce();
    return null;
  },
};

/** Gives back what these addresses needed and nothing needs any more; whatever becomes of that, the folder is set. */
async function idle(...addresses: string[]): Promise<void> {
  const origins = addresses.filter((address) => address !== '').map(folderOrigin);
  await giveBack(origins).catch((error) => logFailure('permissions', error));
}
