import { beforeAll, expect, test } from 'vitest';
import type { ReleaseRow } from '../../utils/browser/snapshot.ts';
import type { Draft } from '../../utils/draft/draft.ts';
import { poll } from '../browsers/session.ts';
import { isGood } from '../faults/fault.ts';
import { popupClosed } from '../faults/popup.ts';
import { useJubir } from './harness.ts';
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
  waitForSaved,
} from './steps.ts';

const jubir = useJubir();

const rows: ReleaseRow[] = [];
beforeAll(async () => {
  rows.push(...(await waitForReleases(jubir)).rows);
  await setSettings(jubir, { platforms: ['x', 'whatsapp'] });
});

/** The stored text once it is the wanted one, else what is stored after five seconds. */
async function storedText(row: ReleaseRow, wanted: string): Promise<string | undefined> {
  let last: string | undefined;
  const read = async (): Promise<boolean> => {
    last = (await draftOn(jubir, row, 'x'))?.text;
    return last === wanted;
  };
  await poll('the text to be stored', read, 5_000).catch(() => {});
  return last;
}

test('five keystrokes, then the popup is closed at once: eight times, nothing lost', async () => {
  const tally = await popupClosed.within(jubir, 8);
  console.log(`${jubir.kind}: ${tally.runs - tally.lost.length} of ${tally.runs} kept every letter`);
  expect(tally).toMatchObject({ runs: 8, lost: [], doubled: [], wrong: [] });
  expect(isGood(tally)).toBe(true);
});

test('what is typed around a killed background is stored, and said to be', async () => {
  const row = rowAt({ rows }, 1);
  const popup = await openList(jubir);
  await openComposer(popup, row);
  let text = await boxText(popup);
  await focusBox(popup);
  for (const word of [' satu', ' dua', ' tiga']) {
    await popup.keyboard.type(word);
    text += word;
    await jubir.session.killBackground();
    await popup.keyboard.type('!');
    text += '!';
    await waitForSaved(popup);
    expect(await storedText(row, text)).toBe(text);
  }
  expect(await boxText(popup)).toBe(text);
  // One draft, written by one page: a repeated write is the same write.
  const drafts = (await jubir.table<Draft>('drafts')).filter(({ releaseId }) => releaseId === row.id);
  expect(drafts).toHaveLength(1);
  expect(drafts[0]?.rivals).toEqual([]);
  await closePage(popup);
});

test('the background killed right after the last letter, with the popup gone, has stored it', async () => {
  const row = rowAt({ rows }, 2);
  const popup = await openList(jubir);
  await openComposer(popup, row);
  const first = await boxText(popup);
  await focusBox(popup);
  await popup.keyboard.type(' akhir');
  await waitForSaved(popup);
  await Promise.all([closePage(popup), jubir.session.killBackground()]);
  expect(await storedText(row, `${first} akhir`)).toBe(`${first} akhir`);
  const again = await openList(jubir);
  await openComposer(again, row);
  await waitForBox(again, `${first} akhir`);
  await closePage(again);
});
