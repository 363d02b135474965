import { expect, inject, test } from 'vitest';
import { isGood } from '../faults/fault.ts';
import { browserKilled } from '../faults/sigkill.ts';

/** `npm run test:faults` does it often; Firefox takes seconds to start. */
const counts = { chromium: 10, firefox: 3 };

test('the browser killed while it writes: what it called stored is there at the next start', async () => {
  const kind = inject('browserKind');
  const tally = await browserKilled.alone(kind, counts[kind]);
  console.log(`${kind}, ${browserKilled.name}: ${tally.runs} runs, ${tally.checked} checked`, ...tally.notes);
  expect(tally).toMatchObject({ runs: counts[kind], lost: [], doubled: [], wrong: [] });
  expect(isGood(tally)).toBe(true);
});
