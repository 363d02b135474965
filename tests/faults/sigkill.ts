import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { StoreTold } from '../../utils/browser/store.ts';
import type { BrowserKind } from '../browsers/find.ts';
import { Jubir } from '../e2e/jubir.ts';
import { between, emptyTally, type OuterFault, type Tally } from './fault.ts';
import { type Rows, rowsOf, textsOf } from './rows.ts';

/**
 * The browser with all its processes is killed (SIGKILL) in the middle of writes, and started again with the same
 * profile. What the system had taken from the browser survives that: it proves that nothing acknowledged waits in the
 * browser's own buffers, and only `strict` durability says more (a power cut). A `localStorage` written by the same
 * page at the same moments is the control: it waits there, so it has to lose.
 */
export const browserKilled: OuterFault = {
  name: 'sigkill',
  what: 'browser killed (SIGKILL) during writes',
  count: { chromium: 200, firefox: 60 },
  alone: killAndStart,
};

/** What the page was told to be stored before the browser died. */
interface Told {
  texts: { draftId: string; text: string }[];
  postIds: string[];
  /** What the page had put into `localStorage`. */
  control: number;
}

async function killAndStart(kind: BrowserKind, count: number): Promise<Tally> {
  const tally = emptyTally();
  // A name that nobody's cleaning up after other tests means as well: a profile that goes is a loss here.
  const profile = mkdtempSync(join(tmpdir(), 'kept-through-kills-'));
  const all: Told[] = [];
  let controlsLost = 0;
  try {
    for (let run = 0; run <= count; run += 1) {
      const jubir = new Jubir(kind);
      // Every start but the first looks at what the last kill left; the last start kills no more.
      await jubir.start({ profile, welcome: true });
      const last = all.at(-1);
      if (last) {
        tally.runs += 1;
        // Answered once the store is open, restored where it has to be: a person's page waits for the same.
        await jubir.send('check-store', { rows: false });
        compareTold(last, await rowsOf(jubir, prefixOf(run - 1)), tally);
        const { store } = await jubir.stored<{ store?: StoreTold }>();
        if (store?.incident?.lost.length || (store && store.state !== 'open')) {
          tally.wrong.push(`run ${run}: Jubir speaks of a loss: ${JSON.stringify(store)}`);
        } else if (store?.incident) {
          // The browser gave up its database, and everything came back: to be told, and no loss.
          tally.notes.push(`run ${run}: restored whole: ${JSON.stringify(store)}`);
          await jubir.send('incident-read', null);
        }
        const control = await jubir.session.inExtension(() => Number(localStorage.getItem('control')));
        if (control < last.control) controlsLost += 1;
      }
      if (run < count) {
        all.push(await writeUntilKilled(jubir, run));
        await jubir.portal.close();
      } else {
        // What an early run wrote has to outlive the kills after it.
        const rows = await rowsOf(jubir, 'mati-');
        for (const told of all) compareTold(told, rows, tally);
        await jubir.stop();
      }
    }
  } finally {
    rmSync(profile, { recursive: true, force: true });
    rmSync(`${profile}-extension`, { recursive: true, force: true });
  }
  if (controlsLost === 0) tally.wrong.push('localStorage lost nothing either: the kills prove nothing');
  tally.notes.push(
    `localStorage lost in ${controlsLost} of ${tally.runs}; a kill proves what left the browser, not what a power cut leaves`,
  );
  return tally;
}

const prefixOf = (run: number): string => `mati-${run}-`;

async function writeUntilKilled(jubir: Jubir, run: number): Promise<Told> {
  const told: Told = { texts: [], postIds: [], control: 0 };
  let dead = false;
  const killed = sleep(between(100, 900)).then(() => {
    dead = true;
    return jubir.session.kill();
  });
  let revision = 0;
  for (let n = 1; !dead; n += 1) {
    const isClick = n % 6 === 0;
    // What is answered counts only if the answer reached us before the kill, as it would have reached a person.
    const answer = await jubir.session
      .inExtension(write, prefixOf(run), n, isClick, revision)
      .catch(() => null);
    if (answer === null) continue;
    if (isClick) told.postIds.push(answer.id);
    else told.texts.push({ draftId: answer.id, text: answer.text });
    revision = answer.revision;
    told.control = answer.control;
  }
  await killed;
  return told;
}

/** One write, and the control after it. Runs in the page. */
async function write(prefix: string, n: number, isClick: boolean, base: number) {
  const { browser } = globalThis as unknown as {
    browser: {
      runtime: {
        sendMessage(
          message: object,
        ): Promise<{ ok: boolean; value: { revision: number } | null } | undefined>;
      };
    };
  };
  const releaseId = isClick ? `${prefix}klik-${n}` : `${prefix}draf`;
  const text = `tulisan ${n}`;
  const draft = {
    id: `${releaseId}:x:summary`,
    releaseId,
    releaseTitle: 'Pasar murah',
    releaseUrl: 'https://kotabogor.go.id/berita-detail/1',
    sourceId: 'kota-bogor',
    platform: 'x',
    angle: 'summary',
    text,
    writer: prefix,
    count: n,
    base,
    step: true,
  };
  const postId = `${prefix}klik-${n}`;
  const reply = await browser.runtime.sendMessage(
    isClick
      ? { jubir: 'open-platform', payload: { draft, postId, from: 'page' } }
      : { jubir: 'write-draft', payload: draft },
  );
  if (!reply?.ok) return null;
  const control = Date.now();
  localStorage.setItem('control', String(control));
  return { id: isClick ? postId : draft.id, text, control, revision: reply.value?.revision ?? base };
}

/** Compares what the page was told with what is stored after a restart. */
function compareTold(told: Told, rows: Rows, tally: Tally): void {
  for (const { draftId, text } of told.texts) {
    const found = textsOf(rows, draftId).filter((each) => each === text).length;
    tally.checked += 1;
    if (found > 1) tally.doubled.push(`${draftId}: “${text}” ${found} times`);
    // Beyond what a draft keeps of earlier texts, the oldest go.
    if (found === 0 && told.texts.slice(-keptOf).some((each) => each.text === text)) {
      tally.lost.push(`${draftId}: “${text}”`);
    }
  }
  for (const postId of told.postIds) {
    const found = rows.posts.filter(({ id, draftId }) => id === postId || draftId.startsWith(`${postId}:`));
    tally.checked += 1;
    if (found.length === 0) tally.lost.push(postId);
    if (found.length > 1) tally.doubled.push(`${postId}: ${found.length} posts`);
  }
}

/** Fewer than the earlier texts that a draft keeps. */
const keptOf = 35;
