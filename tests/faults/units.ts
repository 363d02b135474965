import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../browsers/build.ts';
import { type Result, verdict } from '../run/step.ts';
import { vitest } from '../run/vitest.ts';

/** Faults that need no browser: tests of vitest, with more cases than in `npm test` where `env` says so. */
export interface Unit {
  name: string;
  what: string;
  /** Parts of the tests' paths. */
  files: string[];
  env?: Record<string, string>;
  /** How often the fault is made, where one test makes it many times. */
  runs?: number;
}

export const units: readonly Unit[] = [
  {
    name: 'quota',
    what: 'QuotaExceededError at every write site',
    files: ['tests/faults/quota.test.ts'],
  },
  {
    name: 'versions',
    what: 'version steps, upgrade blocked, downgrade',
    files: [
      'tests/db/versions.test.ts',
      'tests/db/stored.test.ts',
      'tests/db/stored-entries.test.ts',
      'tests/db/database.test.ts',
    ],
  },
  {
    name: 'documents',
    what: 'damaged documents and attacks to the readers',
    runs: 10_000,
    files: ['tests/source/fuzz.test.ts', 'tests/source/attacks.test.ts'],
    env: { JUBIR_FUZZ: '10000' },
  },
  {
    name: 'sync',
    what: 'two machines syncing through WebDAV',
    runs: 200,
    files: ['tests/backup/converge.test.ts'],
    env: { JUBIR_SYNCS: '200' },
  },
  {
    name: 'mastodon',
    what: '200 posts for each way in which a Mastodon server fails, the background killed at any moment',
    files: ['tests/flow/mastodon-faults.test.ts'],
    env: { JUBIR_INTENTS: '200' },
  },
];

/** Runs a unit's tests; a list that names nothing fails. */
export async function runUnit({ files, env }: Unit): Promise<Result> {
  const gone = files.filter((file) => !existsSync(join(root, file)));
  if (gone.length > 0) return verdict(false, `no such tests: ${gone.join(', ')}`);
  // The tests read it, and vitest's processes inherit it.
  Object.assign(process.env, env);
  return vitest(['unit*'], false, files);
}
