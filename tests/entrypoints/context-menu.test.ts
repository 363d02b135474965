import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { askedCommands } from '../../entrypoints/background/asked.ts';
import { registerContextMenu } from '../../entrypoints/background/context-menu.ts';
import { type Asked, loadAsked } from '../../utils/browser/asked.ts';
import { changeSettings, loadSettings } from '../../utils/browser/settings.ts';
import { db } from '../../utils/db/database.ts';
import { addressId } from '../../utils/release/identity.ts';
import { release, source } from '../draft/samples.ts';
import { freshProfile } from './background.ts';

type Listener = (...given: unknown[]) => void;

/** What a test of a phone takes away. */
const { windows } = fakeBrowser;
const clicks: Listener[] = [];
const commands: Listener[] = [];
const installs: Listener[] = [];
const created: object[] = [];
const titles: string[] = [];
const opened: string[] = [];
let panel: (options: object) => Promise<void>;
let popup: () => Promise<void>;

beforeEach(async () => {
  await freshProfile();
  for (const list of [clicks, commands, installs, created, titles, opened]) list.length = 0;
  panel = async () => void opened.push('panel');
  popup = async () => void opened.push('popup');
  const listening = (list: Listener[]) => ({ addListener: (listener: Listener) => void list.push(listener) });
  Object.assign(fakeBrowser, {
    windows,
    contextMenus: {
      onClicked: listening(clicks),
      removeAll: async () => void created.splice(0),
      create: (item: object) => void created.push(item),
      update: async (_: string, { title }: { title: string }) => void titles.push(title),
    },
    commands: { onCommand: listening(commands) },
    sidePanel: { open: (options: object) => panel(options) },
    scripting: { executeScript: async () => Promise.reject(new Error('no permission')) },
  });
  Object.assign(fakeBrowser.runtime, { onInstalled: listening(installs), getPlatformInfo: async () => ({}) });
  Object.assign(fakeBrowser.permissions, { contains: async () => true });
  Object.assign(fakeBrowser.action, { openPopup: () => popup() });
  Object.assign(fakeBrowser.windows, { create: async ({ url }: { url: string }) => void opened.push(url) });
  vi.spyOn(console, 'error').mockImplementation(() => {});
  registerContextMenu();
  return () => vi.restoreAllMocks();
});

const tab = { id: 7, windowId: 3, url: 'https://kotabogor.go.id/berita/taman', title: 'Taman' };
const click = (info: object) => {
  for (const each of clicks) each({ menuItemId: 'share-as-official', pageUrl: tab.url, ...info }, tab);
};
const asked = (pass: (asked: Asked) => boolean = () => true): Promise<Asked> =>
  vi.waitFor(async () => {
    const now = await loadAsked();
    if (!now || !pass(now)) throw new Error('not asked');
    return now;
  });

describe('the item', () => {
  test('is there once after each installation, in the UI’s language, and follows it', async () => {
    for (const each of installs) each({ reason: 'install' });
    await vi.waitFor(() => expect(created).toHaveLength(1));
    const [before] = created;
    for (const each of installs) each({ reason: 'update' });
    await vi.waitFor(() => expect(created[0] && created[0] !== before).toBe(true));
    expect(created).toHaveLength(1);
    expect(created[0]).toMatchObject({
      title: 'Bagikan sebagai unggahan resmi',
      contexts: ['page', 'link', 'selection', 'image'],
    });
    await changeSettings({ language: 'en' });
    await vi.waitFor(() => expect(titles).toEqual(['Share as an official post']));
  });

  test.each([
    [{}, 'page'],
    [{ linkUrl: 'https://a.id/' }, 'link'],
    [{ mediaType: 'image', srcUrl: 'https://a.id/a.png' }, 'image'],
    // A picture that is a link is where it leads; selected words come before all.
    [{ mediaType: 'image', srcUrl: 'https://a.id/a.png', linkUrl: 'https://a.id/' }, 'link'],
    [{ selectionText: 'kata', linkUrl: 'https://a.id/' }, 'selection'],
    [{ selectionText: '  ' }, 'page'],
    [{ mediaType: 'video', srcUrl: 'https://a.id/a.mp4' }, 'page'],
  ])('%j is a click on the %s', async (info, on) => {
    click(info);
    expect((await asked()).clicked.on).toBe(on);
  });

  test('of another extension is none of ours', async () => {
    click({ menuItemId: 'lain' });
    expect(await loadAsked()).toBeUndefined();
  });

  test('the keyboard asks for the page in view', async () => {
    for (const each of commands) each('share-page', tab);
    expect(await asked()).toMatchObject({ windowId: 3, tabId: 7, clicked: { on: 'page', page: tab.url } });
  });
});

describe('where it is shown', () => {
  test('the panel is opened in the click’s own turn, in its window', () => {
    const seen: object[] = [];
    panel = async (options) => void seen.push(options);
    click({});
    expect(seen).toEqual([{ windowId: 3 }]);
  });

  test('where the panel refuses, the popup opens; where that does, too, a small window for this very click', async () => {
    panel = () => Promise.reject(new Error('no gesture'));
    click({});
    await vi.waitFor(() => expect(opened).toEqual(['popup']));
    popup = () => Promise.reject(new Error('no window'));
    click({ linkUrl: 'https://a.id/' });
    await vi.waitFor(() => expect(opened).toHaveLength(2));
    const { id } = await asked(({ clicked }) => clicked.on === 'link');
    expect(opened[1]).toMatch(new RegExp(`/sidepanel\\.html\\?asked=${id}$`));
  });
});

describe('on a phone', () => {
  const without = { contextMenus: undefined, commands: undefined, windows: undefined, sidePanel: undefined };

  test('what has no menu, no keys, no windows and no panel is no exception', async () => {
    Object.assign(fakeBrowser, without);
    registerContextMenu();
    for (const each of installs) each({ reason: 'install' });
    await changeSettings({ language: 'en' });
    await vi.waitFor(async () => expect(await loadSettings()).toMatchObject({ language: 'en' }));
    expect(created).toEqual([]);
    expect(console.error).not.toHaveBeenCalled();
  });

  test('a click is answered in the popup or, where that does not open, in a tab', async () => {
    Object.assign(fakeBrowser, without);
    Object.assign(fakeBrowser.tabs, { create: async ({ url }: { url: string }) => void opened.push(url) });
    click({});
    await vi.waitFor(() => expect(opened).toEqual(['popup']));
    popup = () => Promise.reject(new Error('no gesture'));
    click({ linkUrl: 'https://a.id/' });
    await vi.waitFor(() => expect(opened).toHaveLength(2));
    expect(opened[1]).toMatch(/\/sidepanel\.html\?asked=/);
  });

  test('no page in view is answered like one that cannot be shared', async () => {
    await askedCommands['ask-page']({ tabId: null, windowId: 0 });
    expect((await loadAsked())?.found).toMatchObject({ kind: 'failed', reason: 'no-page' });
  });
});

describe('what comes of it', () => {
  test('a release that is stored is found', async () => {
    const { id: sourceId, url: frontPage } = source();
    const url = 'https://kotabogor.go.id/berita-detail/7';
    const id = addressId(sourceId, url, frontPage);
    await db.releases.put(release({ id, url, body: 'read', paragraphs: ['Isi rilis.'] }));
    click({ linkUrl: `${url}?utm_source=wa` });
    const { found } = await asked((now) => now.found !== null);
    expect(found).toMatchObject({ kind: 'release', releaseId: id, note: null });
  });

  test('a failure of Jubir’s own is told, and not a spinner for ever', async () => {
    vi.spyOn(db.sources, 'toArray').mockRejectedValue(new Error('broken') as never);
    click({});
    const { found } = await asked((now) => now.found !== null);
    expect(found).toMatchObject({ kind: 'failed', reason: 'broken', url: tab.url });
  });

  test('the answer to a click that another one followed is dropped', async () => {
    click({ linkUrl: 'https://satu.id/' });
    click({ linkUrl: 'https://dua.id/' });
    const { clicked, found } = await asked((now) => now.found !== null);
    expect(clicked.link).toBe('https://dua.id/');
    expect(found).toMatchObject({ url: 'https://dua.id/' });
  });
});
