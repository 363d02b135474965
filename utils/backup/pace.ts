import type { FolderReason } from './folder-error.ts';

const minute = 60_000;

/** Milliseconds after a change until it is sent: a large file is not sent anew each minute over a slow line. */
export function pauseFor(bytes: number): number {
  const perMinute = 512 * 1024;
  return Math.min(15, Math.max(1, Math.ceil(bytes / perMinute))) * minute;
}

/** Minutes until another try; where waiting changes nothing by itself, or annoys a server that counts false sign-ins. */
const patient: Partial<Record<FolderReason, number>> = {
  ...{ refused: 60, forbidden: 60, 'read-only': 60, full: 60, 'not-webdav': 60, redirected: 60, crowded: 60 },
  ...{ 'no-permission': 15, 'no-password': 60, 'not-found': 15, 'no-parent': 15, 'too-large': 60, busy: 5 },
};
const longest = 6 * 60 * minute;

/**
 * Milliseconds after a failure until the next try by itself: twice as long each time, at most six hours.
 * @param failures in a row, this one too
 * @param waitMs how long the server asked to be left alone
 */
export function holdFor(reason: FolderReason, failures: number, waitMs: number): number {
  const hold = (patient[reason] ?? 1) * minute * 2 ** Math.min(failures - 1, 12);
  return Math.max(Math.min(hold, longest), waitMs);
}
