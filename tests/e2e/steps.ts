import type { Page } from 'puppeteer-core';
import type { Settings } from '../../utils/browser/settings.ts';
import type { ReleaseRow, Snapshot } from '../../utils/browser/snapshot.ts';
import { id as texts } from '../../utils/browser/texts/id.ts';
import type { Picture } from '../../utils/db/database.ts';
import type { Draft } from '../../utils/draft/draft.ts';
import type { PlatformId } from '../../utils/platform/platform.ts';
import type { Release } from '../../utils/release/release.ts';
import { poll } from '../browsers/session.ts';
import type { Jubir } from './jubir.ts';

/** What a person does in Jubir, step by step; every wait polls a state. */

/** A button by its spoken name, exactly. */
export const labelled = (name: string): string => `button[aria-label="${name.replace(/["\\]/g, '\\$&')}"]`;

/** A button by the words on it, exactly. */
export const worded = (words: string): string => `::-p-xpath(//button[normalize-space(.)="${words}"])`;

/** A release's row in the list. */
export const rowOf = ({ id }: { id: string }): string => `[data-release="${id}"]`;

/** A platform's button in a release's row. */
export const shareButton = (row: { id: string }, platform: PlatformId): string =>
  `${rowOf(row)} [data-platform="${platform}"]`;

/** The first screen as it is stored now. */
export async function readSnapshot(jubir: Jubir): Promise<Snapshot> {
  const { snapshot } = await jubir.stored<{ snapshot: Snapshot }>();
  return snapshot;
}

/** Waits until the stored first screen passes. */
export function waitForSnapshot(
  jubir: Jubir,
  what: string,
  pass: (snapshot: Snapshot) => boolean,
): Promise<Snapshot> {
  return poll(what, async () => {
    const snapshot = await readSnapshot(jubir);
    return snapshot && pass(snapshot) ? snapshot : null;
  });
}

/** The first screen once the installation's refresh has read every listed release and its picture. */
export async function waitForReleases(jubir: Jubir, count = 9): Promise<Snapshot> {
  await jubir.waitForRefresh();
  await poll('all bodies and pictures', async () => {
    const releases = await jubir.table<Release>('releases');
    const pictured = new Set((await jubir.table<Picture>('pictures')).map(({ releaseId }) => releaseId));
    const ready = ({ id, body, image }: Release) =>
      body !== 'pending' && (image === null || pictured.has(id));
    return releases.length >= count && releases.every(ready);
  });
  return waitForSnapshot(jubir, 'the first screen', ({ rows }) => rows.length >= count);
}

/** Stores settings beside those that stand, and waits until every row has captions for the first four platforms. */
export async function setSettings(jubir: Jubir, change: Partial<Settings>): Promise<void> {
  await jubir.session.inExtension(async (wanted) => {
    const { browser } = globalThis as unknown as {
      browser: {
        storage: { local: { get(): Promise<{ settings?: object }>; set(all: object): Promise<void> } };
      };
    };
    const { settings } = await browser.storage.local.get();
    await browser.storage.local.set({ settings: { ...settings, ...wanted } });
  }, change);
  const first = change.platforms?.slice(0, 4);
  if (first) {
    await waitForSnapshot(jubir, `captions for ${first}`, ({ rows }) =>
      rows.every((row) => first.every((platform) => row.captions[platform])),
    );
  }
}

/** The popup with its list painted. */
export async function openList(jubir: Jubir): Promise<Page> {
  const popup = await jubir.openPopup();
  await popup.waitForSelector('[data-release]');
  return popup;
}

/** Whether what has the focus is such an element. */
export const isFocused = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);

/** Presses Tab (or Shift+Tab) until the element has the focus. */
export async function tabTo(page: Page, selector: string, backwards = false): Promise<void> {
  if (backwards) await page.keyboard.down('Shift');
  try {
    for (let presses = 0; presses < 60; presses += 1) {
      if (await isFocused(page, selector)) return;
      await page.keyboard.press('Tab');
    }
  } finally {
    if (backwards) await page.keyboard.up('Shift');
  }
  throw new Error(`no Tab leads to ${selector}`);
}

/** Opens a release's composer view from the list of a page. */
export async function openComposer(page: Page, row: { id: string }): Promise<void> {
  await page.click(`${rowOf(row)} .release-title`);
  await page.waitForSelector('textarea');
}

/**
 * A click that may close the page it is made in, as each one that opens a tab does in Chromium's popup. Whatever
 * fails while the page still stands is a failure.
 */
export async function clickAway(page: Page, selector: string): Promise<void> {
  await page.waitForSelector(selector);
  await page.click(selector).catch((error: Error) => {
    if (!page.isClosed()) throw error;
  });
}

/** Closes a page that may be closed already. */
export async function closePage(page: Page): Promise<void> {
  if (!page.isClosed()) await page.close().catch(() => {});
}

/** Closes whatever the platforms' buttons opened. */
export function closePlatformTabs(jubir: Jubir): Promise<void> {
  return jubir.session.closeTabs((url) => url.protocol === 'https:');
}

/** The words of an element, or null where there is none. */
export function textOf(page: Page, selector: string): Promise<string | null> {
  return page.$(selector).then((found) => found?.evaluate((element) => element.textContent) ?? null);
}

/** Waits until an element's words are these, or match. */
export function waitForText(page: Page, selector: string, wanted: string | RegExp): Promise<string> {
  let last: string | null = null;
  const read = async (): Promise<string | null> => {
    last = (await textOf(page, selector))?.trim() ?? null;
    const fits = last !== null && (typeof wanted === 'string' ? last === wanted : wanted.test(last));
    return fits ? last : null;
  };
  return poll(`${selector} to say ${wanted}`, read, 20_000).catch((error: Error) => {
    throw new Error(`${error.message}; it says ${last}`);
  });
}

/** The text in the composer's box. */
export function boxText(page: Page): Promise<string> {
  return page.$eval('textarea', (box) => box.value);
}

/** Waits until the composer's box holds this text. */
export async function waitForBox(page: Page, text: string): Promise<void> {
  await page.waitForSelector('textarea');
  let last = '';
  const read = async (): Promise<boolean> => {
    last = await boxText(page);
    return last === text;
  };
  await poll('the box to hold the text', read).catch((error: Error) => {
    throw new Error(`${error.message}:\n${text}\nbut it holds:\n${last}`);
  });
}

/** Puts the caret behind the last letter, as a click there does; with `all`, everything is chosen. */
export async function focusBox(page: Page, choose: 'end' | 'all' = 'end'): Promise<void> {
  await page.$eval(
    'textarea',
    (box, all) => {
      box.focus();
      box.setSelectionRange(all ? 0 : box.value.length, box.value.length);
    },
    choose === 'all',
  );
}

/** Puts a long text in place of what stands in the box, as pasting does: one input. */
export async function fillBox(page: Page, text: string): Promise<void> {
  await focusBox(page, 'all');
  await page.evaluate((content) => document.execCommand('insertText', false, content), text);
}

/** Waits until the composer says that what stands in the box is stored. */
export function waitForSaved(page: Page): Promise<string> {
  return waitForText(page, '.save-mark', texts.composer.saved);
}

/** The stored draft of a release on a platform, at the angle that was written last. */
export async function draftOn(
  jubir: Jubir,
  row: { id: string },
  platform: PlatformId,
): Promise<Draft | null> {
  const drafts = await jubir.table<Draft>('drafts');
  const mine = drafts.filter((draft) => draft.releaseId === row.id && draft.platform === platform);
  return mine.sort((a, b) => b.updatedAt - a.updatedAt)[0] ?? null;
}

/** What a person gets who pastes now: Ctrl+V into an empty box of a page of our own. */
export async function paste(jubir: Jubir): Promise<string> {
  const page = await jubir.openPage('desk.html');
  await page.bringToFront();
  await page.evaluate(() => {
    const box = document.createElement('textarea');
    box.id = 'paste';
    document.body.prepend(box);
    box.focus();
  });
  await page.keyboard.down('Control');
  // Chromium's DevTools protocol sends keys, not the editing commands they stand for.
  await page.keyboard.press('v', jubir.kind === 'chromium' ? { commands: ['Paste'] } : {});
  await page.keyboard.up('Control');
  const read = (): Promise<string> => page.$eval('#paste', (box) => (box as HTMLTextAreaElement).value);
  const text = await poll('something to be pasted', read);
  await page.close();
  return text;
}

/** The row that shows a release. */
export function rowAt(snapshot: Pick<Snapshot, 'rows'>, at: number): ReleaseRow {
  const row = snapshot.rows[at];
  if (!row) throw new Error(`the first screen has no row ${at}`);
  return row;
}
