import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import type { ReleaseRow } from '../../utils/browser/snapshot.ts';
import { answer, answers, news, says } from './asked-states.ts';
import { expectAccessible } from './axe.ts';
import { useJubir } from './harness.ts';
import { closePage, setSettings, waitForReleases } from './steps.ts';
import { sticksOut } from './zoom.ts';

const jubir = useJubir();

let rows: ReleaseRow[] = [];
let panel: Page;
beforeAll(async () => {
  rows = (await waitForReleases(jubir)).rows;
  await setSettings(jubir, { platforms: ['x', 'whatsapp'] });
  panel = await jubir.openPage('sidepanel.html');
});

test.each(answers)('%s: axe finds nothing, and at 200 % nothing sticks out', async (_name, found, words) => {
  await panel.setViewport({ width: 400, height: 600 });
  await answer(panel, found);
  await says(panel, words);
  await expectAccessible(jubir, panel);
  // The popup at 200 %.
  await panel.setViewport({ width: 200, height: 300 });
  expect(await sticksOut(panel)).toEqual([]);
});

test('the counterweight, too', async () => {
  await panel.setViewport({ width: 400, height: 600 });
  await answer(panel, { kind: 'news', news });
  await panel.waitForSelector(`[data-release="${rows[0]?.id}"] .button-main`);
  await panel.click(`[data-release="${rows[0]?.id}"] .button-main`);
  await panel.waitForSelector('[data-angle=counterweight][aria-pressed=true]');
  await expectAccessible(jubir, panel);
  await panel.setViewport({ width: 200, height: 300 });
  expect(await sticksOut(panel)).toEqual([]);
  await closePage(panel);
});
