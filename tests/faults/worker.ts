import { setTimeout as sleep } from 'node:timers/promises';
import type { Jubir } from '../e2e/jubir.ts';
import {
  boxText,
  closePage,
  closePlatformTabs,
  draftOn,
  focusBox,
  openComposer,
  openList,
  rowAt,
  waitForReleases,
  waitForSaved,
} from '../e2e/steps.ts';
import { between, emptyTally, type InnerFault, type Tally } from './fault.ts';
import { compare, missingNow, startWriters, stopWriters } from './writers.ts';

/** The background ends in the middle of writes: a service worker whose memory is wanted, an event page. */
export const workerKilled: InnerFault = {
  name: 'worker',
  what: 'background killed at random moments during writes',
  count: { chromium: 500, firefox: 500 },
  within: killDuringWrites,
};

/** Kills while the same writers write; after these, all that they wrote is looked at. */
const together = 20;
/** Of so many kills one strikes while the real composer is typed into. */
const real = 10;

async function killDuringWrites(jubir: Jubir, count: number): Promise<Tally> {
  const tally = emptyTally();
  await waitForReleases(jubir);
  const typing = Math.max(1, Math.round(count / real));
  let repeated = 0;
  for (let left = count - typing, round = 0; left > 0; left -= together, round += 1) {
    repeated += await killWriters(jubir, `latar-${round}`, Math.min(together, left), tally);
  }
  await killUnderComposer(jubir, typing, tally);
  // Kills that no message noticed prove nothing.
  if (repeated === 0) tally.wrong.push('no kill struck a message under way');
  tally.notes.push(`${repeated} messages sent again`);
  return tally;
}

async function killWriters(jubir: Jubir, name: string, kills: number, tally: Tally): Promise<number> {
  await startWriters(jubir, name);
  for (let kill = 0; kill < kills; kill += 1) {
    await sleep(between(0, 400));
    await jubir.session.stopBackground();
    const missing = await missingNow(jubir);
    if (missing) tally.lost.push(missing);
    tally.runs += 1;
  }
  const log = await stopWriters(jubir);
  await compare(jubir, name, log, tally);
  await closePlatformTabs(jubir);
  return log.repeated;
}

/** The real composer: a word, a kill, another letter, and what it calls stored is stored. */
async function killUnderComposer(jubir: Jubir, kills: number, tally: Tally): Promise<void> {
  const row = rowAt(await waitForReleases(jubir), 1);
  const popup = await openList(jubir);
  await openComposer(popup, row);
  let text = await boxText(popup);
  await focusBox(popup);
  for (let kill = 0; kill < kills; kill += 1) {
    const word = ` k${kill}`;
    const killed = sleep(between(0, 40)).then(() => jubir.session.stopBackground());
    await popup.keyboard.type(word);
    await killed;
    await popup.keyboard.type('!');
    text += `${word}!`;
    await waitForSaved(popup);
    const draft = await draftOn(jubir, row, 'x');
    tally.runs += 1;
    tally.checked += 1;
    if (draft?.text !== text || (await boxText(popup)) !== text) {
      tally.lost.push(`composer: it ends with ${JSON.stringify(draft?.text.slice(-12))}`);
    }
    if (draft && draft.rivals.length > 0) tally.wrong.push('composer: the page became its own rival');
  }
  await closePage(popup);
}
