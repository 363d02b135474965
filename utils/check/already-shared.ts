import { catalogue } from '../platform/catalogue.ts';
import type { Checked, Finding } from './check.ts';

/** A doubled post from an official is a public incident: say that this release went there before. */
export function alreadyShared({ shared, platform }: Checked): Finding[] {
  if (!shared) return [];
  const key = shared === 'posted' ? 'alreadyPosted' : 'alreadyOpened';
  return [{ severity: 'warn', reason: { key, args: [catalogue[platform].name] }, marks: [], mends: [] }];
}
