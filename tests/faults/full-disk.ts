import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { id as texts } from '../../utils/browser/texts/id.ts';
import { poll } from '../browsers/session.ts';
import type { Jubir } from '../e2e/jubir.ts';
import {
  boxText,
  closePage,
  draftOn,
  focusBox,
  openComposer,
  rowAt,
  textOf,
  waitForReleases,
  waitForSaved,
} from '../e2e/steps.ts';
import { emptyTally, type InnerFault, type Tally } from './fault.ts';

/**
 * The browser has no space left for Jubir while a person types; then it has again. Every single write, and the short
 * form: quota.test.ts.
 */
export const diskFull: InnerFault = {
  name: 'full',
  what: 'the disk is full while typing, then it is not',
  count: { chromium: 4, firefox: 0 },
  not: { firefox: 'no automation sets a quota there: every write fails in quota.test.ts' },
  within: typeOnFullDisk,
  // No quota counts for who has this permission; a disk that is full does.
  change: (extension) => {
    const path = join(extension, 'manifest.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as { permissions: string[] };
    manifest.permissions = manifest.permissions.filter((name) => name !== 'unlimitedStorage');
    writeFileSync(path, JSON.stringify(manifest));
  },
};

/** How long Chromium goes by the space that it last found, in milliseconds, with something over. */
const allowance = 31_000;

async function typeOnFullDisk(jubir: Jubir, count: number): Promise<Tally> {
  const tally = emptyTally();
  const row = rowAt(await waitForReleases(jubir), 3);
  const { session } = jubir;
  const page = await session.openPage('sidepanel.html');
  await page.waitForSelector('[data-release]');
  await openComposer(page, row);
  const cdp = await page.createCDPSession();
  const { origin } = session;
  for (let run = 0; run < count; run += 1) {
    const before = (await draftOn(jubir, row, 'x'))?.text;
    await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    await sleep(allowance);
    await focusBox(page, 'all');
    const text = `Ruang penyimpanan habis, percobaan ke-${run}.`;
    await page.evaluate((content) => document.execCommand('insertText', false, content), text);
    const said = async (): Promise<boolean> => {
      const notices = await page.$$eval('.notice', (all) => all.map(({ textContent }) => textContent ?? ''));
      return notices.some((notice) => notice.includes(texts.drafts.notSaved.QuotaExceededError));
    };
    await poll('the full disk to be said', said, 10_000).catch(async (error: Error) => {
      tally.wrong.push(`run ${run}: ${error.message}; it says “${await textOf(page, '.save-mark')}”`);
    });
    if ((await boxText(page)) !== text) tally.lost.push(`run ${run}: the text is not on the screen`);
    if ((await draftOn(jubir, row, 'x'))?.text !== before)
      tally.wrong.push(`run ${run}: it was stored after all`);
    await cdp.send('Storage.overrideQuotaForOrigin', { origin });
    await waitForSaved(page);
    tally.runs += 1;
    tally.checked += 1;
    if ((await draftOn(jubir, row, 'x'))?.text !== text)
      tally.lost.push(`run ${run}: not stored with space again`);
  }
  await closePage(page);
  return tally;
}
