import { poll } from '../browsers/session.ts';
import type { Jubir } from '../e2e/jubir.ts';
import {
  boxText,
  closePage,
  draftOn,
  focusBox,
  openComposer,
  openList,
  rowAt,
  setSettings,
  waitForBox,
  waitForReleases,
} from '../e2e/steps.ts';
import { emptyTally, type InnerFault, type Tally } from './fault.ts';

/** Five keystrokes, and the popup is gone before anybody said "tersimpan". */
export const popupClosed: InnerFault = {
  name: 'popup',
  what: 'popup closed right after the last keystroke',
  count: { chromium: 200, firefox: 200 },
  within: closeWhileTyping,
};

async function closeWhileTyping(jubir: Jubir, count: number): Promise<Tally> {
  const tally = emptyTally();
  const row = rowAt(await waitForReleases(jubir), 0);
  await setSettings(jubir, { platforms: ['x', 'whatsapp'] });
  let text: string | null = null;
  for (let run = 1; run <= count; run += 1) {
    const popup = await openList(jubir);
    await openComposer(popup, row);
    // The next opening shows what the last one left; what grows too long to type beside begins anew.
    if (text === null) text = await boxText(popup);
    else await waitForBox(popup, text);
    await focusBox(popup);
    const word = ` #${String(run).padStart(3, '0')}&`;
    await popup.keyboard.type(word);
    // Half of them as the browser closes a popup, half as a page closes itself.
    if (run % 2 === 0) await popup.close();
    else await popup.evaluate(() => window.close()).catch(() => {});
    const wanted: string = text + word;
    let stored: string | undefined;
    const read = async (): Promise<boolean> => {
      stored = (await draftOn(jubir, row, 'x'))?.text;
      return stored === wanted;
    };
    await poll('the text to be stored', read, 5_000).catch(() => {});
    tally.runs += 1;
    tally.checked += word.length;
    if (stored !== wanted) tally.lost.push(`run ${run}: it ends with ${JSON.stringify(stored?.slice(-12))}`);
    text = stored ?? wanted;
    await closePage(popup);
  }
  tally.notes.push(jubir.kind === 'chromium' ? 'the real popup' : 'its page in a tab of the popup’s size');
  return tally;
}
