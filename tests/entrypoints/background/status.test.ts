import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { renewFirstScreen } from '../../../entrypoints/background/first-screen.ts';
import { db } from '../../../utils/db/database.ts';
import type { Outcome, Source } from '../../../utils/source/source.ts';
import { release, source } from '../../draft/samples.ts';
import { firstScreen, freshProfile } from '../background.ts';

beforeEach(freshProfile);

const good = (at: number): Outcome => ({ ok: true, at, count: 5, fresh: 0 });
const bad = (at: number): Outcome => ({ ok: false, at, reason: 'no-answer' });

/** How the first screen tells of these sources. */
async function told(...sources: Partial<Source>[]) {
  await db.sources.clear();
  await db.sources.bulkPut(sources.map((change, n) => source({ id: `s${n}`, name: `Kota ${n}`, ...change })));
  await renewFirstScreen();
  const { sourceName, sources: count, outcome } = await firstScreen();
  return { sourceName, count, outcome };
}

test('all well: the one that was read longest ago, so that its time is true of all', async () => {
  expect(await told({ outcome: good(9) }, { outcome: good(3) }, { outcome: good(6) })).toEqual({
    sourceName: 'Kota 1',
    count: 3,
    outcome: good(3),
  });
});

test('a failure goes before every success, however old that is', async () => {
  expect(await told({ outcome: good(1) }, { outcome: good(2) }, { outcome: bad(7) })).toEqual({
    sourceName: 'Kota 2',
    count: 3,
    outcome: bad(7),
  });
});

test('one that was never read: nothing is claimed of all', async () => {
  expect(await told({ outcome: good(5) }, {})).toEqual({ sourceName: 'Kota 1', count: 2, outcome: null });
});

test('paused ones neither count nor complain', async () => {
  const paused = { paused: true };
  expect(
    await told({ outcome: bad(7), ...paused }, { outcome: good(4) }, { outcome: good(1), ...paused }, paused),
  ).toEqual({ sourceName: 'Kota 1', count: 1, outcome: good(4) });
});

test('all paused, or none at all: no name and no outcome', async () => {
  expect(await told({ outcome: bad(7), paused: true })).toEqual({ sourceName: '', count: 0, outcome: null });
  expect(await told()).toEqual({ sourceName: '', count: 0, outcome: null });
});

test('a row says whose it is, in which colour, and why one click must not send it', async () => {
  await db.sources.put(source({ id: 'depok', name: 'Kota Depok', colour: '#d0504a', paused: true }));
  await db.releases.bulkPut([
    release({ id: 'd1', sourceId: 'depok', order: 9000, changedAt: 50 }),
    release({ id: 'd2', sourceId: 'depok', order: 8000, withdrawnAt: 60, changedAt: 50, acknowledgedAt: 70 }),
    release({ id: 'd3', sourceId: 'depok', order: 7000, suspicious: true, withdrawnAt: 60 }),
    release({ id: 'd4', sourceId: 'depok', order: 6000, changedAt: 50, acknowledgedAt: 50 }),
    release({ id: 'd5', sourceId: 'hilang', order: 5000 }),
  ]);
  await renewFirstScreen();
  const { rows } = await firstScreen();
  expect(
    rows.map(({ id, sourceName, colour, blocked, changedAt }) => [
      id,
      sourceName,
      colour,
      blocked,
      changedAt,
    ]),
  ).toEqual([
    ['d1', 'Kota Depok', '#d0504a', 'changed', 50],
    ['d2', 'Kota Depok', '#d0504a', 'withdrawn', 50],
    ['d3', 'Kota Depok', '#d0504a', 'suspicious', undefined],
    ['d4', 'Kota Depok', '#d0504a', undefined, 50],
    ['r1', 'Kota Bogor', undefined, undefined, undefined],
    ['r2', 'Kota Bogor', undefined, undefined, undefined],
  ]);
});
