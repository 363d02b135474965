import type { Page } from 'puppeteer-core';
import { id as texts } from '../../utils/browser/texts/id.ts';
import { news as updates } from '../../utils/browser/texts/news.ts';
import { poll } from '../browsers/session.ts';
import { answer, answers, news, says } from '../e2e/asked-states.ts';
import type { Jubir } from '../e2e/jubir.ts';
import { forgetAsked } from '../e2e/page-button.ts';
import { type Changes, openedPost } from '../e2e/states.ts';
import {
  closePage,
  fillBox,
  labelled,
  openComposer,
  readSnapshot,
  rowAt,
  rowOf,
  shareButton,
  waitForReleases,
  waitForSaved,
  waitForText,
  worded,
} from '../e2e/steps.ts';
import type { Camera } from './camera.ts';

/** The states of the popup; the side panel is the same page with more room. */

async function openPopup(jubir: Jubir, ready: string): Promise<Page> {
  const page = await jubir.openPage('popup.html');
  await page.setViewport({ width: 400, height: 600 });
  await page.waitForSelector(ready);
  return page;
}

/** Before the first release came: waiting, without an answer, at last there. */
export async function firstRun(jubir: Jubir, camera: Camera): Promise<void> {
  const popup = await openPopup(jubir, '[aria-busy=true], .skeleton, .empty-state');
  await camera.take('list loading', popup, 'popup');
  jubir.portal.fault = { kind: 'down' };
  await waitForText(popup, '.empty-state h2', texts.list.emptyFailed);
  await camera.take('list without an answer', popup, 'popup');
  jubir.portal.fault = null;
  await popup.waitForSelector(worded(texts.list.retry));
  await popup.click(worded(texts.list.retry));
  await popup.waitForSelector('[data-release]');
  await waitForReleases(jubir);
  await camera.take('list', popup, 'popup');
  jubir.portal.fault = { kind: '500' };
  await popup.click(labelled(texts.list.refreshNow));
  await waitForText(popup, '.status [role=status]', texts.failures.stored(texts.failures.status(500)));
  await camera.take('list after a failure', popup, 'popup');
  jubir.portal.fault = null;
  await closePage(popup);
  await updated(jubir);
  const line = await openPopup(jubir, `[aria-label="${texts.updated.title}"]`);
  await camera.take('list after an update', line, 'popup');
  await line.click(worded(texts.updated.close));
  await closePage(line);
}

/** As the background notes it after an update. */
async function updated(jubir: Jubir): Promise<void> {
  const [version] = Object.keys(updates);
  await jubir.session.inExtension(
    (told) => {
      const { browser } = globalThis as unknown as {
        browser: { storage: { local: { set(all: object): Promise<void> } } };
      };
      return browser.storage.local.set({ updated: told });
    },
    { version, at: Date.now() },
  );
}

/** The list with what it asks, its menu, the search. */
export async function lists(jubir: Jubir, camera: Camera): Promise<void> {
  const rows = await readSnapshot(jubir);
  await openedPost(jubir, rowAt(rows, 4));
  const popup = await openPopup(jubir, '.question');
  await camera.take('list with the question', popup, 'popup');
  await popup.click(worded(texts.question.yes));
  await popup.type('#post-link', 'bukan tautan');
  await popup.keyboard.press('Enter');
  await popup.waitForSelector('#post-link-error');
  await camera.take('question with a wrong link', popup, 'popup');
  await closePage(popup);
  const menu = await openPopup(jubir, '[data-release]');
  // One that the city left as it was.
  const row = rowAt(rows, 6);
  await menu.click(`${rowOf(row)} ${labelled(texts.list.otherPlatforms(row.title))}`);
  await menu.waitForSelector('[role=menu]');
  await camera.take('other platforms', menu, 'popup');
  await closePage(menu);
  const search = await openPopup(jubir, '[data-release]');
  await search.click(labelled(texts.archive.searchShort));
  await search.waitForSelector('.archive input');
  await search.type('.archive input', 'bogor');
  await search.waitForSelector('.found mark');
  await camera.take('search', search, 'popup');
  await search.click('.archive input', { count: 3 });
  await search.type('.archive input', 'zzyzx');
  await search.waitForSelector('.archive .empty-state');
  await camera.take('search without a hit', search, 'popup');
  await closePage(search);
}

/** The composer with a suggestion, with much to say against a text, and beside the release. */
export async function composers(jubir: Jubir, camera: Camera): Promise<void> {
  const rows = await readSnapshot(jubir);
  const popup = await openPopup(jubir, '[data-release]');
  await openComposer(popup, rowAt(rows, 0));
  await camera.take('composer', popup, 'popup');
  await fillBox(popup, `${'Ada 98.765 pohon di Bogor Raya Selatan. '.repeat(8)}#a #b #c #d #e`);
  await waitForSaved(popup);
  await popup.waitForSelector('.notice');
  await camera.take('composer with warnings', popup, 'popup');
  await popup.click(worded(texts.composer.readRelease));
  await popup.waitForSelector('article');
  await camera.take('composer with the release', popup, 'popup');
  await closePage(popup);
}

/** Releases that the city changed or took back, or that are not its own. */
export async function changed(jubir: Jubir, camera: Camera, rows: Changes): Promise<void> {
  const popup = await openPopup(jubir, '.state-mark');
  await camera.take('list with changed releases', popup, 'popup');
  for (const state of ['changed', 'withdrawn'] as const) {
    await popup.click(shareButton(rows[state], 'whatsapp'));
    await popup.waitForSelector('dialog[open]');
    await camera.take(`${state} and shared all the same`, popup, 'popup');
    await popup.click(worded(texts.app.cancel));
    await poll('the question to go', async () => (await popup.$('dialog')) === null);
  }
  for (const [state, row] of Object.entries(rows)) {
    await openComposer(popup, row);
    if (state === 'changed') await popup.click(worded(texts.states.seeChange));
    await popup.waitForSelector(state === 'changed' ? '.difference' : '.notice-warn');
    await camera.take(`composer of a ${state} release`, popup, 'popup');
    await popup.click('.composer-head .icon-button');
    await poll('the list', async () => (await popup.$('textarea')) === null);
  }
  await closePage(popup);
}

/** What a click on a page is answered with. */
export async function asked(jubir: Jubir, camera: Camera): Promise<void> {
  const panel = await jubir.openPage('sidepanel.html');
  await panel.setViewport({ width: 400, height: 600 });
  for (const [name, found, words] of answers) {
    await answer(panel, found);
    await says(panel, words);
    await camera.take(`asked ${name}`, panel, 'popup');
  }
  await answer(panel, { kind: 'news', news });
  await panel.waitForSelector('.button-main');
  await panel.click('[data-release] .button-main');
  await panel.waitForSelector('[data-angle=counterweight][aria-pressed=true]');
  await camera.take('counterweight', panel, 'popup');
  // It is kept for ten minutes, and the next popup would open with it.
  await forgetAsked(jubir);
  await closePage(panel);
}
