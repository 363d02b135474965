import type { Page } from 'puppeteer-core';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { ReleaseRow } from '../../utils/browser/snapshot.ts';
import { id as texts } from '../../utils/browser/texts/id.ts';
import type { Draft } from '../../utils/draft/draft.ts';
import { poll } from '../browsers/session.ts';
import { useJubir } from './harness.ts';
import {
  boxText,
  clickAway,
  closePage,
  closePlatformTabs,
  draftOn,
  fillBox,
  focusBox,
  labelled,
  openComposer,
  openList,
  readSnapshot,
  rowAt,
  setSettings,
  textOf,
  waitForBox,
  waitForReleases,
  waitForSaved,
  waitForText,
} from './steps.ts';

const jubir = useJubir();

/** Everything that corrupts share links elsewhere, typed by hand, over several lines. */
const typed =
  'Baris satu & dua: 100% "gratis" #Bogor\n\n“Kutip” \'tunggal\' + tambah = C#; a?b/c\\d\n🎉👨‍👩‍👧 é ½ <b>bukan HTML</b> %20 &amp;';

const tab = (platform: string): string => `[role=tab][data-platform=${platform}]`;
const angle = (name: string): string => `[data-angle=${name}]`;

let snapshot: Awaited<ReturnType<typeof readSnapshot>>;
beforeAll(async () => {
  await waitForReleases(jubir);
  await setSettings(jubir, { platforms: ['x', 'whatsapp', 'bluesky', 'threads'] });
});
beforeEach(async () => {
  snapshot = await readSnapshot(jubir);
});

async function open(row: ReleaseRow): Promise<Page> {
  const popup = await openList(jubir);
  await openComposer(popup, row);
  return popup;
}

async function replaceText(popup: Page, text: string): Promise<void> {
  await focusBox(popup, 'all');
  await popup.keyboard.type(text);
}

test('the box holds the caption of the row; another angle brings another text', async () => {
  const row = rowAt(snapshot, 0);
  const popup = await open(row);
  await waitForBox(popup, row.captions.x?.text ?? '');
  const angles = await popup.$$eval('[data-angle]', (chips) => chips.map((chip) => chip.textContent));
  expect(angles.length).toBeGreaterThanOrEqual(3);
  expect(angles).toContain(texts.angles.quote);
  await popup.click(angle('quote'));
  await popup.waitForSelector(`${angle('quote')}[aria-pressed=true]`);
  const quote = await boxText(popup);
  expect(quote).toMatch(/“.+”/);
  expect(quote).not.toBe(row.captions.x?.text);
  // Looking is not writing: nothing was typed, nothing is a draft.
  expect(await draftOn(jubir, row, 'x')).toBeNull();
  await closePage(popup);
});

test('the counter counts as the platform does and tells what is too long', async () => {
  const popup = await open(rowAt(snapshot, 1));
  // X: an emoji weighs 2, a link 23 whatever its length.
  await replaceText(popup, 'Uji 😀 https://kotabogor.go.id/berita-detail/3001');
  await waitForText(popup, '.counter', /^30 \/ 280/);
  // Bluesky: what is seen, the link shortened to host and 16 more characters at most.
  await popup.click(tab('bluesky'));
  await replaceText(popup, 'Uji 👨‍👩‍👧');
  await waitForText(popup, '.counter', /^5 \/ 300/);
  await popup.click(tab('x'));
  await fillBox(popup, 'a'.repeat(285));
  await waitForText(popup, '.counter', /^285 \/ 280/);
  await waitForText(
    popup,
    '.warnings',
    new RegExp(texts.checks.reasons.tooLong(5, 'X').replaceAll('.', '\\.')),
  );
  // The link is missing too: one tap adds it.
  await replaceText(popup, 'Tanpa tautan');
  const addLink = `::-p-xpath(//button[.="${texts.checks.mends.addLink}"])`;
  await popup.waitForSelector(addLink);
  await popup.click(addLink);
  await waitForBox(popup, `Tanpa tautan ${rowAt(snapshot, 1).url}`);
  await closePage(popup);
});

test('what the release does not say is underlined where it stands, and a tap selects it', async () => {
  const row = rowAt(snapshot, 0);
  const popup = await open(row);
  // Long enough to wrap and to scroll: the marks must lie under their words all the same.
  const filler = 'Warga datang ke taman kota sejak pagi bersama keluarga. '.repeat(12);
  await fillBox(popup, `${filler}\n\n${filler}Ada 98.765 pohon.\n${row.url}`);
  const place = labelled(texts.checks.select('98.765'));
  await popup.waitForSelector(place);
  const layers = await popup.evaluate(() => {
    const area = document.querySelector('.box textarea') as HTMLTextAreaElement;
    const marks = document.querySelector('.box-marks') as HTMLElement;
    area.scrollTop = area.scrollHeight;
    area.dispatchEvent(new Event('scroll'));
    return [area, marks].map(({ clientWidth, scrollHeight, scrollTop }) => ({
      clientWidth,
      scrollHeight,
      scrollTop,
    }));
  });
  const [area, marks] = layers;
  expect(marks?.clientWidth).toBe(area?.clientWidth);
  expect(Math.abs((marks?.scrollHeight ?? 0) - (area?.scrollHeight ?? 0))).toBeLessThanOrEqual(1);
  expect(area?.scrollTop).toBeGreaterThan(0);
  await poll('the marks to follow', () =>
    popup.$eval('.box-marks', (layer, top) => Math.abs(layer.scrollTop - top) <= 1, area?.scrollTop ?? 0),
  );
  expect(await textOf(popup, '.box-marks mark')).toContain('98.765');
  await popup.click(place);
  const chosen = await popup.$eval('.box textarea', (box) => {
    const { value, selectionStart, selectionEnd } = box as HTMLTextAreaElement;
    return value.slice(selectionStart, selectionEnd);
  });
  expect(chosen).toBe('98.765');
  await closePage(popup);
});

test('hashtags go in and out by a tap', async () => {
  const row = rowAt(snapshot, 2);
  const popup = await open(row);
  const before = await boxText(popup);
  const tag = (await textOf(popup, '.hashtags button[aria-pressed=true]')) ?? '';
  expect(before).toContain(tag);
  const chip = `::-p-xpath(//fieldset[contains(@class,"hashtags")]//button[.="${tag}"])`;
  await popup.click(chip);
  await poll('the hashtag to go', async () => !(await boxText(popup)).includes(tag));
  await popup.click(chip);
  await poll('the hashtag to return', async () => (await boxText(popup)).includes(tag));
  await waitForSaved(popup);
  expect((await draftOn(jubir, row, 'x'))?.text).toBe(await boxText(popup));
  await closePage(popup);
});

test('every angle and platform keeps its own text, back and forth and over a closed popup', async () => {
  const row = rowAt(snapshot, 3);
  const popup = await open(row);
  const first = await boxText(popup);
  const forX = `${first} — ditulis untuk X`;
  await focusBox(popup);
  await popup.keyboard.type(' — ditulis untuk X');
  await waitForSaved(popup);

  await popup.click(tab('whatsapp'));
  await popup.waitForSelector(`${tab('whatsapp')}[aria-selected=true]`);
  const forWhatsApp = `${await boxText(popup)} — untuk WhatsApp`;
  await focusBox(popup);
  await popup.keyboard.type(' — untuk WhatsApp');
  await waitForSaved(popup);

  await popup.click(tab('x'));
  await waitForBox(popup, forX);
  await popup.click(angle('quote'));
  await popup.waitForSelector(`${angle('quote')}[aria-pressed=true]`);
  expect(await boxText(popup)).not.toBe(forX);
  await popup.click('[data-angle]:has(.chip-dot)');
  await waitForBox(popup, forX);
  await popup.click(tab('whatsapp'));
  await waitForBox(popup, forWhatsApp);

  // Back to the list and in again.
  await popup.click(labelled(texts.app.back));
  await popup.waitForSelector('.screen:not([hidden]) [data-release]');
  await openComposer(popup, row);
  await waitForBox(popup, forX);
  await closePage(popup);

  const again = await open(row);
  await waitForBox(again, forX);
  await again.click(tab('whatsapp'));
  await waitForBox(again, forWhatsApp);
  await closePage(again);
  // The list’s own button now sends what was written, not the suggestion.
  const kept = await readSnapshot(jubir);
  expect(rowAt(kept, 3).captions).toMatchObject({ x: { text: forX }, whatsapp: { text: forWhatsApp } });
});

test('the composer’s address carries the box’s text exactly', async () => {
  const row = rowAt(snapshot, 4);
  const popup = await open(row);
  await replaceText(popup, typed);
  await waitForSaved(popup);
  expect(await boxText(popup)).toBe(typed);
  await clickAway(popup, '.open-bar button');
  const url = await jubir.waitForUrl(({ host }) => host === 'x.com');
  expect(url.origin + url.pathname).toBe('https://x.com/intent/tweet');
  expect([...url.searchParams.keys()]).toEqual(['text']);
  expect(url.searchParams.get('text')).toBe(typed);
  const drafts = await jubir.table<Draft>('drafts');
  expect(drafts.find(({ releaseId }) => releaseId === row.id)).toMatchObject({
    state: 'opened',
    text: typed,
  });
  await closePage(popup);
  await closePlatformTabs(jubir);
});

test('an undone word comes back, and the suggestion can be had again', async () => {
  const row = rowAt(snapshot, 5);
  const popup = await open(row);
  const first = await boxText(popup);
  await replaceText(popup, 'Salah');
  await popup.click(labelled(texts.app.undo));
  await waitForBox(popup, first);
  await replaceText(popup, 'Salah lagi');
  await popup.click(labelled(texts.composer.reset));
  await waitForBox(popup, first);
  await waitForSaved(popup);
  expect((await draftOn(jubir, row, 'x'))?.text).toBe(first);
  await closePage(popup);
});
