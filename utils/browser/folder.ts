import browser from 'webextension-polyfill';
import { type FolderChoice, readFolderChoice } from '../backup/folder-choice.ts';
import type { FolderReason } from '../backup/folder-error.ts';
import type { FileFault } from '../backup/folder-row.ts';

/** How it went with the city's folder. */
export interface FolderOutcome {
  /** The end of the last try, epoch milliseconds. */
  at: number;
  /** Why it failed; null where it went well. */
  reason: FolderReason | null;
  /** When the machines last met, epoch milliseconds; 0 before the first time. */
  metAt: number;
  /** Machines that had a file there then, this one too. */
  machines: number;
  /** What was wrong with others' files. */
  faults: FileFault[];
  /** Failures in a row, and the first of them, epoch milliseconds. */
  failures: number;
  failingSince: number;
  /** Not by itself before, epoch milliseconds. */
  holdUntil: number;
  /** Bytes of this machine's file. */
  bytes: number;
}

/** The folder as chosen, and how it went. The password is not here: content scripts read this in Firefox. */
export interface FolderState {
  choice: FolderChoice;
  outcome: FolderOutcome | null;
}

const folderKey = 'folder';
const day = 24 * 60 * 60 * 1000;

/** Every reason and fault; the types make the lists whole. */
const reasons: Record<FolderReason, true> = {
  ...{
    offline: true,
    'no-answer': true,
    timeout: true,
    'no-permission': true,
    'no-password': true,
    redirected: true,
  },
  ...{ refused: true, forbidden: true, 'read-only': true, 'not-found': true, 'no-parent': true },
  ...{ locked: true, full: true, 'too-large': true, busy: true, 'not-webdav': true, crowded: true },
  ...{ cut: true, status: true, here: true },
};
const faults: Record<FileFault, true> = {
  ...{ cut: true, unreadable: true, newer: true, 'too-large': true, refused: true },
};

const isReason = (value: unknown): value is FolderReason =>
  typeof value === 'string' && Object.hasOwn(reasons, value);
const isFault = (value: unknown): value is FileFault =>
  typeof value === 'string' && Object.hasOwn(faults, value);

/** From what storage gave; anything damaged is no folder, or nothing known of it. */
export function readFolder(value: unknown): FolderState {
  const raw = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  return { choice: readFolderChoice(raw.choice), outcome: readOutcome(raw.outcome) };
}

function readOutcome(value: unknown): FolderOutcome | null {
  if (typeof value !== 'object' || value === null) return null;
  const raw = value as Record<string, unknown>;
  const whole = (field: unknown): number => (Number.isSafeInteger(field) ? Math.max(0, Number(field)) : 0);
  return {
    at: whole(raw.at),
    reason: isReason(raw.reason) ? raw.reason : null,
    metAt: whole(raw.metAt),
    machines: whole(raw.machines),
    faults: Array.isArray(raw.faults) ? raw.faults.filter(isFault) : [],
    failures: whole(raw.failures),
    failingSince: whole(raw.failingSince),
    holdUntil: whole(raw.holdUntil),
    bytes: whole(raw.bytes),
  };
}

/** The folder as stored now. */
export async function loadFolder(): Promise<FolderState> {
  return readFolder((await browser.storage.local.get(folderKey))[folderKey]);
}

/** Stores it; the background alone does. */
export async function saveFolder(state: FolderState): Promise<void> {
  await browser.storage.local.set({ [folderKey]: state });
}

/** Calls back on every later change; returns what stops it. */
export function onFolder(listener: (state: FolderState) => void): () => void {
  const heard = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && folderKey in changes) listener(readFolder(changes[folderKey]?.newValue));
  };
  browser.storage.onChanged.addListener(heard);
  return () => browser.storage.onChanged.removeListener(heard);
}

/** Whether it has failed for so many days. */
export function hasFailedFor(days: number, { choice, outcome }: FolderState, now: number): boolean {
  return choice.on && outcome?.reason != null && now - outcome.failingSince >= days * day;
}
