import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { StoreTold } from '../../utils/browser/store.ts';
import { idStore } from '../../utils/browser/texts/id-store.ts';
import { type Damage, damages } from '../browsers/damage.ts';
import type { BrowserKind } from '../browsers/find.ts';
import { poll } from '../browsers/session.ts';
import { Jubir } from '../e2e/jubir.ts';
import { textOf, waitForReleases } from '../e2e/steps.ts';
import { emptyTally, type OuterFault, type Tally } from './fault.ts';
import { rowsOf } from './rows.ts';

/** The database's files are deleted, cut or garbled while the browser is off. The short form: tests/e2e/store.e2e.ts. */
export const storeDamaged: OuterFault = {
  name: 'store',
  what: 'store deleted or truncated',
  count: { chromium: 40, firefox: 40 },
  alone: damageAndStart,
};

/** In the snapshot when the damage comes, and one draft more that is not. */
const inSnapshot = 5;
const prefix = 'rusak-';

async function damageAndStart(kind: BrowserKind, count: number): Promise<Tally> {
  const tally = emptyTally();
  const base = mkdtempSync(join(tmpdir(), 'damaged-store-'));
  const [profile, kept] = [join(base, 'profile'), join(base, 'kept')];
  try {
    await prepare(kind, profile);
    cpSync(profile, kept, { recursive: true });
    const kinds = Object.keys(damages) as Damage[];
    for (let run = 0; run < count; run += 1) {
      const damage = kinds[run % kinds.length] as Damage;
      rmSync(profile, { recursive: true, force: true });
      cpSync(kept, profile, { recursive: true });
      damages[damage](kind, profile);
      const jubir = new Jubir(kind);
      try {
        await jubir.start({ profile });
        await look(jubir, damage, tally);
      } finally {
        await jubir.stop();
      }
    }
  } finally {
    for (const folder of [base, `${profile}-extension`]) rmSync(folder, { recursive: true, force: true });
  }
  return tally;
}

const input = (n: number) => ({
  id: `${prefix}${n}:x:summary`,
  releaseId: `${prefix}${n}`,
  releaseTitle: `Rilis ke-${n}`,
  releaseUrl: 'https://kotabogor.go.id/berita-detail/1',
  sourceId: 'kota-bogor',
  platform: 'x',
  angle: 'summary',
  text: `tulisan ke-${n}`,
  writer: prefix,
  count: n,
  base: 0,
});

/** A profile with drafts, a snapshot of all but the last, and the browser closed. */
async function prepare(kind: BrowserKind, profile: string): Promise<void> {
  const jubir = new Jubir(kind);
  await jubir.start({ profile });
  try {
    await waitForReleases(jubir);
    for (let n = 1; n <= inSnapshot; n += 1) await jubir.send('write-draft', input(n));
    await jubir.session.inExtension(() => {
      const { browser } = globalThis as unknown as {
        browser: { alarms: { create(name: string, when: object): void } };
      };
      browser.alarms.create('copy', { when: Date.now() });
    });
    await poll('the snapshot', async () => {
      const { 'copy-head': head } = await jubir.stored<{ 'copy-head'?: { drafts: number } }>();
      return head?.drafts === inSnapshot;
    });
    await jubir.send('write-draft', input(inSnapshot + 1));
    // The newest count is noted a second after the last letter.
    await sleep(1_500);
  } finally {
    await jubir.stop();
  }
}

/** The desk is the first page that is opened: it says what happened, shows what is restored, names what is not. */
async function look(jubir: Jubir, damage: Damage, tally: Tally): Promise<void> {
  tally.runs += 1;
  const desk = await jubir.openPage('desk.html');
  const said = async (): Promise<boolean> =>
    (await textOf(desk, '.store-title'))?.trim() === idStore.restored;
  await poll('the restored store to be said', said, 20_000).catch(async (error: Error) => {
    tally.wrong.push(`${damage}: ${error.message}; it says “${await textOf(desk, '.store-bar')}”`);
  });
  const { drafts } = await rowsOf(jubir, prefix);
  const there = new Set(drafts.map(({ text }) => text));
  for (let n = 1; n <= inSnapshot; n += 1) {
    tally.checked += 1;
    if (!there.has(input(n).text)) tally.lost.push(`${damage}: “${input(n).text}” of the snapshot`);
  }
  const newest = input(inSnapshot + 1);
  tally.checked += 1;
  // Since the snapshot: of that the notes have it.
  if (!there.has(newest.text)) tally.lost.push(`${damage}: “${newest.text}”, written after the snapshot`);
  const { store } = await jubir.stored<{ store?: StoreTold }>();
  if (!store?.incident) tally.wrong.push(`${damage}: no incident is kept`);
  const rows = await desk.$$eval('[role="option"]', (all) => all.length);
  if (rows < inSnapshot) tally.wrong.push(`${damage}: the desk shows ${rows} of ${inSnapshot}`);
  tally.wrong.push(...jubir.session.problems.splice(0).map((problem) => `${damage}: uncaught: ${problem}`));
}
