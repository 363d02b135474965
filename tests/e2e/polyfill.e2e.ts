import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { id as texts } from '../../utils/browser/texts/id.ts';
import { idPage } from '../../utils/browser/texts/id-page.ts';
import { poll } from '../browsers/session.ts';
import { useJubir } from './harness.ts';
import { askedBy, clickButton, closeOwn, waitForButton } from './page-button.ts';
import {
  boxText,
  closePage,
  closePlatformTabs,
  draftOn,
  focusBox,
  labelled,
  openComposer,
  openList,
  type readSnapshot,
  rowAt,
  setSettings,
  shareButton,
  waitForBox,
  waitForReleases,
  waitForSaved,
  waitForText,
  worded,
} from './steps.ts';

/**
 * Jubir as it runs in Chrome before 144, which has no `browser` of its own: there webextension-polyfill makes one of
 * `chrome`, and from 144 on it steps aside. No flag of Chromium 156 takes the native one away, so each script of the
 * shipped build does, before its first line; the polyfill's own chunk is one of them.
 */
const jubir = useJubir({ change: takeBrowserAway });

function takeBrowserAway(extension: string): void {
  for (const name of readdirSync(extension, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.js')) continue;
    const path = join(extension, name);
    writeFileSync(path, `delete globalThis.browser;${readFileSync(path, 'utf8')}`);
  }
}

let rows: Awaited<ReturnType<typeof readSnapshot>>['rows'] = [];
beforeAll(async () => {
  ({ rows } = await waitForReleases(jubir));
  await setSettings(jubir, { platforms: ['x', 'whatsapp'] });
});

test('neither the worker nor a page has a native one', async () => {
  const has = (): string =>
    `${typeof (globalThis as { browser?: unknown }).browser} ${typeof (globalThis as { chrome?: unknown }).chrome}`;
  const page = await jubir.openPage('desk.html');
  expect(await page.evaluate(has)).toBe('undefined object');
  await closePage(page);
  const extension = (await jubir.session.browser.extensions()).get(new URL(jubir.session.origin).host);
  const worker = (await extension?.workers())?.at(-1);
  if (!worker) throw new Error('no worker runs');
  expect(await worker.evaluate(has)).toBe('undefined object');
});

test('the list is painted and refreshed', async () => {
  const popup = await openList(jubir);
  expect(await popup.$$eval('[data-release]', (found) => found.length)).toBe(rows.length);
  await popup.bringToFront();
  const since = Date.now();
  await popup.click(labelled(texts.list.refreshNow));
  expect(await jubir.waitForRefresh(since)).toMatchObject({ ok: true });
  await waitForText(popup, '.status [role=status]', /^Terakhir diperbarui \d\d\.\d\d · 9 rilis$/);
  await closePage(popup);
});

test('what is typed is stored, there again, and opens in the composer of X', async () => {
  const popup = await openList(jubir);
  const row = rowAt({ rows }, 0);
  await openComposer(popup, row);
  await focusBox(popup);
  await popup.keyboard.type(' Mari.');
  await waitForSaved(popup);
  const text = await boxText(popup);
  expect(text).toMatch(/ Mari\.$/);
  expect((await draftOn(jubir, row, 'x'))?.text).toBe(text);
  await closePage(popup);

  const panel = await jubir.openPage('sidepanel.html');
  await panel.waitForSelector('[data-release]');
  await openComposer(panel, row);
  await waitForBox(panel, text);
  await panel.click(worded(texts.composer.open('X')));
  const { searchParams } = await jubir.waitForUrl(({ hostname }) => hostname === 'x.com');
  expect(searchParams.get('text')).toBe(text);
  await closePlatformTabs(jubir);
  await closePage(panel);
});

test('a row shares at once, and a setting is heard of on another page', async () => {
  const panel = await jubir.openPage('sidepanel.html');
  await panel.waitForSelector(shareButton(rowAt({ rows }, 1), 'x'));
  await panel.click(shareButton(rowAt({ rows }, 1), 'x'));
  await jubir.waitForUrl(({ hostname }) => hostname === 'x.com');
  await closePlatformTabs(jubir);
  const options = await jubir.openPage('options.html');
  await options.click('input[name=language][value=en]');
  await panel.bringToFront();
  await waitForText(panel, '.status [role=status]', /^Updated \d\d:\d\d · 9 releases$/);
  await closePage(panel);
  await options.bringToFront();
  await options.click('input[name=language][value=id]');
  await poll(
    'Indonesian',
    async () => (await jubir.stored<{ settings: { language: string } }>()).settings.language === 'id',
  );
  await closePage(options);
});

test('the city’s page asks the background, by its button and by the context menu', async () => {
  const { url, title } = rowAt({ rows }, 0);
  const page = await jubir.session.browser.newPage();
  await page.goto(url);
  await waitForButton(page);
  const { found } = await askedBy(
    jubir,
    () => clickButton(page, 'share'),
    (asked) => asked.clicked.page === url && asked.found !== null,
  );
  expect(found).toMatchObject({ kind: 'release', releaseId: rowAt({ rows }, 0).id });
  await closeOwn(jubir);

  await jubir.session.chooseMenu(page, idPage.menu, 'body');
  const view = await jubir.session.openedView();
  await poll('the release in Jubir', async () => (await view.read()).text.includes(title));
  await view.close();
  await closePage(page);
});
