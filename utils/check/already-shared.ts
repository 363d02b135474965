import type { Checked, Finding } from './check.ts';

/** A doubled post from an official is a public incident: say that this release went there before. */
export function alreadyShared({ shared }: Checked): Finding | null {
  return shared ? { kind: 'already-shared', state: shared } : null;
}
