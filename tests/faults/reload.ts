import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { poll } from '../browsers/session.ts';
import type { Jubir } from '../e2e/jubir.ts';
import {
  closePage,
  draftOn,
  focusBox,
  openComposer,
  readSnapshot,
  rowAt,
  setSettings,
  waitForReleases,
} from '../e2e/steps.ts';
import { between, emptyTally, type InnerFault, type Tally } from './fault.ts';

/** The extension is loaded anew under the hand that types, every other time as a newer version. */
export const extensionReloaded: InnerFault = {
  name: 'reload',
  what: 'update or reload of the extension while typing',
  count: { chromium: 50, firefox: 50 },
  within: reloadWhileTyping,
};

async function reloadWhileTyping(jubir: Jubir, count: number): Promise<Tally> {
  const tally = emptyTally();
  const { rows } = await waitForReleases(jubir);
  await setSettings(jubir, { platforms: ['x', 'whatsapp'] });
  let updates = 0;
  for (let run = 0; run < count; run += 1) {
    const row = rowAt({ rows }, run % rows.length);
    const page = await jubir.openPage('sidepanel.html');
    await page.waitForSelector('[data-release]');
    await openComposer(page, row);
    await focusBox(page);
    if (run % 2 === 1) {
      raiseVersion(jubir.session.extension, run);
      updates += 1;
    }
    const typing = typeUntilGone(page, ` muat ulang ${run}: yang ditulis tetap ada`);
    await sleep(between(0, 400));
    await jubir.session.reload();
    const acknowledged = await typing;
    await waitForBackground(jubir);
    const stored = (await draftOn(jubir, row, 'x'))?.text ?? '';
    tally.runs += 1;
    if (acknowledged !== null) tally.checked += 1;
    // Letters that were on their way are stored too, or not: what was called stored is.
    if (acknowledged !== null && !stored.startsWith(acknowledged)) {
      tally.lost.push(`run ${run}: “…${acknowledged.slice(-24)}”, stored is “…${stored.slice(-24)}”`);
    }
    await closePage(page);
    tally.wrong.push(
      ...jubir.session.problems.splice(0).map((problem) => `run ${run}: uncaught: ${problem}`),
    );
  }
  tally.notes.push(`${updates} of them updates to a newer version`);
  return tally;
}

/** Types until the page is gone; gives the last text that it called stored, or null. */
async function typeUntilGone(page: Page, words: string): Promise<string | null> {
  let acknowledged: string | null = null;
  const letters = [...words];
  for (let at = 0; ; at += 1) {
    const seen = await page
      .evaluate((letter) => {
        const box = document.querySelector('textarea');
        if (!box) return null;
        const mark = document.querySelector<HTMLElement>('.save-mark')?.dataset.state;
        const text = box.value;
        if (letter) document.execCommand('insertText', false, letter);
        return mark === 'saved' ? text : '';
      }, letters[at] ?? '')
      .catch(() => null);
    if (seen === null) return acknowledged;
    if (seen !== '') acknowledged = seen;
    await sleep(between(0, 15));
  }
}

/** A newer version in the extension's folder, as an update puts it there. */
function raiseVersion(extension: string, run: number): void {
  const path = join(extension, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as { version: string };
  const version = manifest.version.split('.').slice(0, 3).concat(String(run)).join('.');
  writeFileSync(path, JSON.stringify({ ...manifest, version }));
}

/** Waits until the new background answers. */
async function waitForBackground(jubir: Jubir): Promise<void> {
  await poll('the background after the reload', async () => {
    // The page that asks may be one that closes yet.
    const answer = await jubir.send('question-shown', { postId: 'none' }).catch(() => undefined);
    return answer === null && (await readSnapshot(jubir)) !== undefined;
  });
}
