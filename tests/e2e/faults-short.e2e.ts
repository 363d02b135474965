import { expect, test } from 'vitest';
import { clockMoved } from '../faults/clock.ts';
import { type InnerFault, isGood } from '../faults/fault.ts';
import { extensionReloaded } from '../faults/reload.ts';
import { windowsRacing } from '../faults/windows.ts';
import { workerKilled } from '../faults/worker.ts';
import { useJubir } from './harness.ts';

/** The faults of `npm run test:faults`, each a few times; the popup's is in typing.e2e.ts. */
const jubir = useJubir();

const short: [InnerFault, number][] = [
  [workerKilled, 12],
  [windowsRacing, 4],
  [clockMoved, 4],
  // The last: it leaves a newer version behind.
  [extensionReloaded, 2],
];

for (const [fault, count] of short) {
  const why = fault.not?.[jubir.kind];
  if (why) {
    console.log(`${fault.what}, not in ${jubir.kind}: ${why}`);
    continue;
  }
  test(`${fault.what}: ${count} times, nothing lost, nothing doubled`, async () => {
    const tally = await fault.within(jubir, count);
    console.log(`${jubir.kind}, ${fault.name}: ${tally.runs} runs, ${tally.checked} checked`, ...tally.notes);
    expect(tally).toMatchObject({ runs: count, lost: [], doubled: [], wrong: [] });
    expect(isGood(tally)).toBe(true);
  });
}
