import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import type { StoreTold } from '../../utils/browser/store.ts';
import { id as texts } from '../../utils/browser/texts/id.ts';
import { later } from '../../utils/browser/texts/later.ts';
import type { Draft } from '../../utils/draft/draft.ts';
import { type Damage, damages } from '../browsers/damage.ts';
import { poll } from '../browsers/session.ts';
import { expectAccessible } from './axe.ts';
import { Jubir } from './jubir.ts';
import {
  closePage,
  fillBox,
  openComposer,
  openList,
  rowAt,
  textOf,
  waitForReleases,
  waitForSaved,
  waitForText,
  worded,
} from './steps.ts';

const jubir = new Jubir(inject('browserKind'));
const words = later.id.store;

/** One profile, as it was when the browser was closed after some work; each test damages a copy in its place. */
const base = mkdtempSync(join(tmpdir(), 'jubir-store-'));
const profile = join(base, 'profile');
const kept = join(base, 'kept');

const inSnapshot = ['Draf pertama, di dalam salinan.', 'Draf kedua, di dalam salinan.'];
const afterwards = 'Draf ketiga, sesudah salinan.';

interface Api {
  alarms: { create(name: string, when: object): void };
  storage: { local: { get(key: string): Promise<Record<string, unknown>> } };
}

/** Rings the alarm of the snapshot, and waits until one holds so many drafts. */
async function takeSnapshot(drafts: number): Promise<void> {
  await jubir.session.inExtension(() => {
    const { browser } = globalThis as unknown as { browser: Api };
    browser.alarms.create('copy', { when: Date.now() });
  });
  await poll('the snapshot', async () => {
    const { 'copy-head': head } = await jubir.stored<{ 'copy-head'?: { drafts: number } }>();
    return head?.drafts === drafts;
  });
}

async function writeDraft(popup: Page, row: { id: string }, text: string): Promise<void> {
  await openComposer(popup, row);
  await fillBox(popup, text);
  await waitForSaved(popup);
  await popup.click(`button[aria-label="${texts.app.back}"]`);
}

beforeAll(async () => {
  await jubir.start({ profile });
  const { rows } = await waitForReleases(jubir);
  const popup = await openList(jubir);
  await writeDraft(popup, rowAt({ rows }, 0), inSnapshot[0] ?? '');
  await writeDraft(popup, rowAt({ rows }, 1), inSnapshot[1] ?? '');
  await takeSnapshot(2);
  await writeDraft(popup, rowAt({ rows }, 2), afterwards);
  await closePage(popup);
  // The newest count is noted a second after the last letter.
  await sleep(1_500);
  await jubir.stop();
  cpSync(profile, kept, { recursive: true });
});
afterEach(async () => {
  expect(jubir.session.problems.splice(0), 'uncaught errors in Jubir').toEqual([]);
  await jubir.stop();
});
afterAll(() => {
  for (const folder of [base, `${profile}-extension`]) rmSync(folder, { recursive: true, force: true });
});

async function startAfter(damage?: (profile: string) => void): Promise<void> {
  rmSync(profile, { recursive: true, force: true });
  cpSync(kept, profile, { recursive: true });
  damage?.(profile);
  await jubir.start({ profile });
}

const told = async (): Promise<StoreTold | undefined> => (await jubir.stored<{ store?: StoreTold }>()).store;
const draftTexts = async (): Promise<string[]> =>
  (await jubir.table<Draft>('drafts')).map(({ text }) => text).sort();

describe('the files of the database are damaged while the browser is off', () => {
  test('control: untouched, everything is there and nothing is said', async () => {
    await startAfter();
    const desk = await jubir.openPage('desk.html');
    await desk.waitForSelector('[role="option"]');
    expect(await draftTexts()).toEqual([...inSnapshot, afterwards].sort());
    expect(await told()).toBeUndefined();
    expect(await textOf(desk, '.store-bar')).toBe('');
  });

  test.each(Object.keys(damages) as Damage[])(
    '%s: said, and all that was acknowledged is there again',
    async (damage) => {
      await startAfter((folder) => damages[damage](jubir.kind, folder));
      // The desk is the first page that is opened: it is never empty without a word.
      const desk = await jubir.openPage('desk.html');
      await waitForText(desk, '.store-title', words.restored);
      await desk.waitForFunction(
        (count) => document.querySelectorAll('[role="option"]').length >= count,
        {},
        inSnapshot.length + 1,
      );
      expect(await draftTexts()).toEqual([...inSnapshot, afterwards].sort());
      const incident = (await told())?.incident;
      expect(incident).toMatchObject({ from: expect.any(Number), drafts: 3, lost: [] });
      await expectAccessible(jubir, desk);
      const popup = await openList(jubir);
      await waitForText(popup, '.store-title', words.restored);
      await popup.click(worded(words.understood));
      await poll('the notice to go', async () => (await textOf(popup, '.store-bar')) === '');
      await poll('the notice to go everywhere', async () => (await textOf(desk, '.store-bar')) === '');
      expect(await told()).toBeUndefined();
      await closePage(popup);
    },
  );
});

test('a newer Jubir takes the database over: open pages say so at once, and later it can be read and copied', async () => {
  await startAfter();
  const { rows } = await waitForReleases(jubir);
  const panel = await jubir.openPage('sidepanel.html');
  await panel.waitForSelector('[data-release]');
  await openComposer(panel, rowAt({ rows }, 0));
  await jubir.session.inExtension(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('jubir', 990);
        request.onsuccess = () => {
          request.result.close();
          resolve();
        };
        request.onerror = () => reject(request.error);
      }),
  );
  const since = Date.now();
  await waitForText(panel, '.store-title', words.states.outdated.title);
  expect(Date.now() - since).toBeLessThan(2_000);
  // What is typed now is not stored; it stays on the screen, and the reason is said.
  await fillBox(panel, 'Tidak boleh hilang diam-diam.');
  await waitForText(panel, '.save-mark', new RegExp(texts.composer.notSaved));
  await panel.waitForFunction(
    (reason) => document.body.textContent?.includes(reason),
    {},
    texts.drafts.notSaved.StoreClosedError,
  );
  expect(await panel.$eval('textarea', (box) => box.value)).toBe('Tidak boleh hilang diam-diam.');
  await expectAccessible(jubir, panel);
  await jubir.session.killBackground();
  await closePage(panel);

  const desk = await jubir.openPage('desk.html');
  await waitForText(desk, '.store-title', words.states.newer.title);
  await desk.waitForSelector('.closed-entry');
  const shown = await desk.$$eval('.closed-entry', (all) => all.map((each) => each.textContent));
  for (const text of [...inSnapshot, afterwards])
    expect(shown.some((each) => each?.includes(text))).toBe(true);
  await desk.click('.closed-entry');
  await waitForText(desk, '.closed-text .post-text', afterwards);
  await expectAccessible(jubir, desk);
  await desk.click(worded(words.copyOut));
  await waitForText(desk, '.toast', words.copySaved);
  const popup = await openList(jubir);
  await waitForText(popup, '.store-title', words.states.newer.title);
  await closePage(popup);
  expect(await draftTexts()).toEqual([...inSnapshot, afterwards].sort());
});

test('the options tell how much is stored, how safe, and when the latest snapshot was made', async () => {
  await startAfter();
  const page = await jubir.openPage('options.html');
  await waitForText(
    page,
    '.storage-facts li:nth-child(1)',
    /^3 draf dan 0 unggahan tersimpan; Jubir memakai .+\.$/,
  );
  const promise = jubir.kind === 'firefox' ? words.persisted : words.notPersisted;
  await waitForText(page, '.storage-facts li:nth-child(2)', promise);
  await waitForText(
    page,
    '.storage-facts li:nth-child(3)',
    /^Salinan otomatis terakhir: hari ini pukul [\d.]+\.$/,
  );
});
