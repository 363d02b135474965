import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../browsers/build.ts';
import type { Result } from '../run/step.ts';
import { vitest } from '../run/vitest.ts';

/** Faults that need no browser: tests of vitest, with more cases than in `npm test` where `env` says so. */
export interface Unit {
  name: string;
  what: string;
  /** Parts of the tests' paths. */
  files: string[];
  env?: Record<string, string>;
}

export const units: readonly Unit[] = [
  {
    name: 'documents',
    what: '10,000 damaged documents and attacks',
    files: ['tests/source/fuzz.test.ts', 'tests/source/attacks.test.ts'],
    env: { JUBIR_FUZZ: '10000' },
  },
  {
    name: 'sync',
    what: '200 runs of machines that meet through WebDAV: random edits, cuts and order',
    files: ['tests/backup/converge.test.ts'],
    env: { JUBIR_SYNCS: '200' },
  },
];

/** Runs a unit's tests. @throws Error when there are none: a list that names nothing would pass unseen. */
export function runUnit({ files, env }: Unit): Promise<Result> {
  const gone = files.filter((file) => !existsSync(join(root, file)));
  if (gone.length > 0) throw new Error(`no such tests: ${gone.join(', ')}`);
  // The tests read it, and vitest's processes inherit it.
  Object.assign(process.env, env);
  return vitest(['unit'], false, files);
}
