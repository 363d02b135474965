import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Settings } from '../../utils/browser/settings.ts';
import type { ReleaseRow } from '../../utils/browser/snapshot.ts';
import type { Source } from '../../utils/source/source.ts';
import { poll } from '../browsers/session.ts';
import { useJubir } from './harness.ts';
import { type Attack, installHostile, type Sent } from './hostile-extension.ts';
import { spoofs } from './hostile-messages.ts';
import { byPage } from './hostile-page.ts';
import { attack, changes, countCrashes, noHarm, settledState, told } from './hostile-state.ts';
import { closeOwn, forgetAsked, waitForButton } from './page-button.ts';
import { setSettings, waitForReleases } from './steps.ts';

const jubir = useJubir();
let rows: ReleaseRow[] = [];
let hostile: { target: string; origin: string };
const done = { ...noHarm(), messages: 0, events: 0 };

beforeAll(async () => {
  rows = (await waitForReleases(jubir)).rows;
  await setSettings(jubir, { platforms: ['x', 'whatsapp'] });
  hostile = await installHostile(jubir);
});
afterEach(async () => {
  countCrashes(jubir, done);
  await closeOwn(jubir);
  await forgetAsked(jubir);
  await jubir.session.closeTabs(({ protocol }) => protocol === 'https:');
});
afterAll(() => {
  console.log(
    `${jubir.kind}: ${spoofs.length} spoofed messages sent ${done.messages} times, ${done.events} forged events: ${told(done)}`,
  );
});

const rowAt = (at: number): ReleaseRow => {
  const row = rows[at];
  if (!row) throw new Error(`no row ${at}`);
  return row;
};

async function open(url: string): Promise<Page> {
  const page = await jubir.session.browser.newPage();
  await page.goto(url);
  return page;
}

/** Lets the second extension send everything from a page, and gives what came of it. */
async function attackFrom(page: Page, whole: boolean): Promise<Attack> {
  const order = JSON.stringify({ ...hostile, spoofs, whole });
  const frames = page.frames();
  for (const frame of frames) {
    await frame.evaluate((detail) => {
      dispatchEvent(new CustomEvent('serang', { detail }));
    }, order);
  }
  const all = [];
  for (const frame of frames) {
    const told = await poll(
      'the second extension to be done',
      () => frame.evaluate(() => document.documentElement.dataset.serangan),
      40_000,
    );
    all.push(JSON.parse(told) as Attack);
  }
  const [first] = all;
  if (!first) throw new Error('no frame');
  return { ...first, routes: Object.assign({}, ...all.map(({ routes }) => routes)) };
}

const total = (routes: Record<string, Sent>): Sent => {
  const all = Object.values(routes);
  return {
    sent: all.reduce((sum, { sent }) => sum + sent, 0),
    answered: all.reduce((sum, { answered }) => sum + answered, 0),
  };
};

describe('messages', () => {
  test('a change by a page of our own is seen by the measure', async () => {
    const before = await settledState(jubir);
    const [city] = await jubir.table<Source>('sources');
    await jubir.send('edit-source', { id: city?.id, edit: { name: 'Kota Lain' } });
    await poll('the change', async () =>
      changes(before, await settledState(jubir)).includes('table sources'),
    );
    await jubir.send('edit-source', { id: city?.id, edit: { name: city?.name } });
  });

  test('of another extension, of its scripts on the city’s page and in a frame, and by ports: none is answered', async () => {
    expect(spoofs.length).toBeGreaterThanOrEqual(60);
    const page = await open(rowAt(0).url);
    await page.evaluate(async () => {
      const frame = document.createElement('iframe');
      frame.src = '/berita';
      document.body.append(frame);
      await new Promise((resolve) => frame.addEventListener('load', resolve));
    });
    let got: Attack | undefined;
    const changed = await attack(jubir, done, async () => {
      got = await attackFrom(page, true);
    });
    expect(got).toMatchObject({ alive: true, read: 0, injected: 0 });
    const { sent, answered } = total(got?.routes ?? {});
    console.log(Object.keys(got?.routes ?? {}).join(', '));
    expect(sent).toBe(6 * spoofs.length);
    expect(answered).toBe(0);
    done.messages += sent;
    expect(changed).toEqual([]);
  });

  test('of the page itself: by postMessage, by events, by the browser’s own door and by addresses: none does anything', async () => {
    const page = await open(rowAt(1).url);
    await waitForButton(page);
    let sent = 0;
    const changed = await attack(jubir, done, async () => {
      sent = await page.evaluate(byPage, { ...hostile, spoofs });
    });
    expect(sent).toBeGreaterThanOrEqual(3 * spoofs.length);
    done.messages += sent;
    expect(changed).toEqual([]);
    await waitForButton(page);
  });

  test('addresses of our own pages with commands in them, as another extension can open them, do nothing', async () => {
    const changed = await attack(jubir, done, async () => {
      for (const path of [
        'popup.html?asked=__proto__#/erase-everything',
        'sidepanel.html?asked=%3Cimg%20src=x%20onerror=alert(1)%3E',
        'desk.html?jubir=erase-everything#%22%3E%3Cscript%3Ealert(1)%3C/script%3E',
        'options.html?page=hide-button#constructor',
      ]) {
        const opened = await jubir.openPage(
          path.split(/[?#]/)[0] as 'popup.html',
          path.slice(path.search(/[?#]/)),
        );
        await opened.close();
      }
    });
    // To look at a page is no action: what it notes is that it was seen.
    expect(changed).toEqual([]);
  });
});

describe('forged clicks', () => {
  test('on the page’s button, from within its closed root: nothing is asked, nothing is hidden', async () => {
    const page = await open(rowAt(2).url);
    await waitForButton(page);
    let reached = { buttons: 0, clicks: 0 };
    const changed = await attack(jubir, done, async () => {
      await page.evaluate(() => dispatchEvent(new Event('klik')));
      reached = JSON.parse(
        await poll('the clicks', () => page.evaluate(() => document.documentElement.dataset.klik)),
      );
      done.events += await page.evaluate(() => {
        const host = document.querySelector<HTMLElement>('html > [data-jubir]');
        const { right = 0, bottom = 0 } = host?.getBoundingClientRect() ?? {};
        let count = 0;
        for (const [dx, dy] of [
          [100, 34],
          [34, 34],
          [120, 34],
        ] as const) {
          const at = { clientX: right - dx, clientY: bottom - dy, bubbles: true, composed: true };
          for (const on of [host, document.elementFromPoint(at.clientX, at.clientY)]) {
            on?.dispatchEvent(new PointerEvent('pointerdown', at));
            on?.dispatchEvent(new PointerEvent('click', at));
            on?.dispatchEvent(new KeyboardEvent('keydown', { ...at, key: 'Enter' }));
            (on as HTMLElement | null)?.click();
            count += 4;
          }
        }
        return count;
      });
    });
    // The second extension did get hold of them all.
    expect(reached.buttons).toBe(3);
    done.events += reached.clicks;
    expect(changed).toEqual([]);
    expect((await jubir.stored<{ settings: Settings }>()).settings.hiddenOn ?? []).toEqual([]);
  });
});
