import 'fake-indexeddb/auto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { converge, noRuns, told } from './converge.ts';
import { startDav } from './dav.ts';
import { Machine } from './machines.ts';

/** `JUBIR_SYNCS=200` for all of them; `JUBIR_SEED` begins at another run. */
const runs = Number(process.env.JUBIR_SYNCS ?? 20);
const first = Number(process.env.JUBIR_SEED ?? 1);

let server: Awaited<ReturnType<typeof startDav>>;

beforeAll(async () => {
  server = await startDav();
});
afterAll(() => server.close());

test(`machines that meet over a connection that breaks hold the same in the end: ${runs} runs`, async () => {
  const { dav, url } = server;
  const access = { address: url, user: dav.user, password: dav.password };
  const sum = { ...noRuns };
  for (let seed = first; seed < first + runs; seed += 1) {
    dav.files.clear();
    // Some servers leave half a file behind, do not move, or tell nothing of entity tags.
    Object.assign(dav, {
      leavesHalf: seed % 2 === 0,
      movesNot: seed % 3 === 0 ? 405 : 0,
      tells: seed % 5 !== 0,
    });
    await converge(
      seed,
      {
        machine: () => new Machine(access).switchOn(),
        breaks: (fault) => {
          dav.strike = () => fault?.() ?? null;
        },
      },
      sum,
    );
    expect(sum, `run ${seed}`).toMatchObject({ apart: 0, lost: 0 });
  }
  console.log(`WebDAV in memory: ${told(sum)}`);
  expect(sum.runs).toBe(runs);
  // Or nothing was tried.
  expect(sum.brokenOff).toBeGreaterThan(runs / 2);
  expect(sum.withRivals).toBeGreaterThan(0);
}, 600_000);
