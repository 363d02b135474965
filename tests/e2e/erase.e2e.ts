import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { later } from '../../utils/browser/texts/later.ts';
import { poll } from '../browsers/session.ts';
import { expectAccessible } from './axe.ts';
import { useJubir } from './harness.ts';
import {
  closePage,
  fillBox,
  openComposer,
  openList,
  rowAt,
  waitForReleases,
  waitForSaved,
  waitForText,
  worded,
} from './steps.ts';

const jubir = useJubir();
const words = later.id.backup;

/** Everything that an extension can leave behind. */
interface Left {
  databases: string[];
  local: string[];
  session: string[];
  sync: string[];
  alarms: string[];
  notifications: string[];
  hosts: string[];
  caches: string[];
}

const left = (): Promise<Left> =>
  jubir.session.inExtension(async () => {
    interface Area {
      get(all: null): Promise<object>;
    }
    const { browser } = globalThis as unknown as {
      browser: {
        storage: { local: Area; session: Area; sync: Area };
        alarms: { getAll(): Promise<{ name: string }[]> };
        notifications: { getAll(): Promise<object> };
        permissions: { getAll(): Promise<{ origins: string[] }> };
        runtime: { getManifest(): { host_permissions: string[] } };
      };
    };
    const { storage, alarms, notifications, permissions, runtime } = browser;
    const given = runtime.getManifest().host_permissions;
    return {
      databases: (await indexedDB.databases()).map(({ name }) => name ?? ''),
      local: Object.keys(await storage.local.get(null)),
      session: Object.keys(await storage.session.get(null)),
      sync: Object.keys(await storage.sync.get(null)),
      alarms: (await alarms.getAll()).map(({ name }) => name),
      notifications: Object.keys(await notifications.getAll()),
      hosts: (await permissions.getAll()).origins.filter((origin) => !given.includes(origin)),
      caches: await caches.keys(),
    };
  });

const nothing: Left = {
  ...{ databases: [], local: [], session: [], sync: [], alarms: [] },
  ...{ notifications: [], hosts: [], caches: [] },
};

beforeAll(async () => {
  await waitForReleases(jubir);
});

test('everything goes after the second yes, from every page, and stays gone', async () => {
  const list = await openList(jubir);
  const { snapshot } = await jubir.stored<{ snapshot: Parameters<typeof rowAt>[0] }>();
  await openComposer(list, rowAt(snapshot, 0));
  await fillBox(list, 'Tulisan saya.');
  await waitForSaved(list);
  await closePage(list);
  await jubir.session.allowHost('https://*/*');
  const options = await jubir.openPage('options.html');
  await options.waitForSelector('#erase');
  // As adding a source does; what a person would click is the prompt.
  await options.evaluate(() => {
    const button = document.createElement('button');
    button.id = 'ask';
    button.onclick = () => {
      const { browser } = globalThis as unknown as {
        browser: { permissions: { request(of: object): Promise<boolean> } };
      };
      const api = browser ?? (globalThis as unknown as { chrome: typeof browser }).chrome;
      api.permissions.request({ origins: ['https://bandung.go.id/*'] }).then((given) => {
        button.textContent = String(given);
      });
    };
    document.body.prepend(button);
  });
  await options.click('#ask');
  await waitForText(options, '#ask', 'true');
  await options.$eval('#ask', (button) => button.remove());
  await jubir.session.inExtension(async () => {
    const { browser } = globalThis as unknown as {
      browser: {
        storage: { session: { set(all: object): Promise<void> }; sync: { set(all: object): Promise<void> } };
        notifications: { create(id: string, of: object): Promise<string> };
      };
    };
    await browser.storage.session.set({ a: 1 });
    await browser.storage.sync.set({ b: 2 });
    await browser.notifications.create('uji', {
      ...{ type: 'basic', title: 'Uji', message: 'Uji', iconUrl: '/icon/128.png' },
    });
  });
  const desk = await jubir.openPage('desk.html');
  await desk.waitForSelector('.desk-list');
  const panel = await jubir.openPage('sidepanel.html');
  await panel.waitForSelector('[data-release]');
  const before = await left();
  expect(before.databases).toContain('jubir');
  for (const part of [before.local, before.session, before.sync, before.alarms, before.hosts]) {
    expect(part.length).toBeGreaterThan(0);
  }

  await options.bringToFront();
  await options.click(`#erase ~ div ${'button'}`);
  await options.waitForSelector('.erase-ask');
  await waitForText(options, '.erase-ask li', words.eraseEntries(1, 0));
  await expectAccessible(jubir, options);
  const now = worded(words.eraseNow);
  expect(await options.$eval(now, (button) => (button as HTMLButtonElement).disabled)).toBe(true);
  await options.click('.erase-ask .check input');
  await options.click(now);
  await poll('every page to leave', async () => {
    const ours = (await jubir.session.tabUrls()).filter((url) => url.startsWith(jubir.session.origin));
    return ours.length === 3 && ours.every((url) => url.endsWith('/erased.html'));
  });
  // The page that stood there may still be on its way out.
  const heading = () => options.evaluate(() => document.querySelector('h1')?.textContent).catch(() => null);
  await poll('the words', async () => (await heading()) === words.erased);
  await expectAccessible(jubir, options);
  expect(await left()).toEqual(nothing);
  expect(await jubir.badge()).toBe('');
  for (const page of [desk, panel]) await closePage(page);

  // Whatever was under way has had its time; then the background wakes for a browser's start.
  await sleep(3_000);
  expect(await left()).toEqual(nothing);
  await jubir.session.killBackground();
  await sleep(1_000);
  expect(await left()).toEqual(nothing);
  await closePage(options);
}, 120_000);

test('a person who opens Jubir anew finds it as on the first day', async () => {
  const popup = await jubir.openPage('popup.html');
  await popup.waitForSelector('[data-release]', { timeout: 30_000 });
  await closePage(popup);
  await waitForReleases(jubir);
  const found = await left();
  expect(found.databases).toContain('jubir');
  expect(found.alarms).toContain('refresh');
  expect(found.hosts).toEqual([]);
  expect(await jubir.table('drafts')).toEqual([]);
});
