import type { Checked, Finding } from './check.ts';

/** The city changed the release, took it back, or its site was most likely broken into. */
export function releaseMoved({ state }: Checked): Finding[] {
  if (state === null) return [];
  const severity = state === 'changed' ? 'warn' : 'stop';
  return [{ severity, reason: { key: state, args: [] }, marks: [], mends: [] }];
}
