import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { textsFor } from '../../utils/browser/i18n.ts';
import { authWindow, hasAuthWindow } from '../../utils/browser/identity.ts';
import { pageInView } from '../../utils/browser/page-in-view.ts';
import { hasPanel, openPanel } from '../../utils/browser/panel.ts';
import { isPhone, ownWindow } from '../../utils/browser/phone.ts';

const had = { ...fakeBrowser };
const lacking = ['windows', 'identity', 'sidebarAction', 'sidePanel'] as const;
beforeEach(() => {
  Object.assign(fakeBrowser, Object.fromEntries(lacking.map((name) => [name, undefined])));
});
afterEach(() => {
  Object.assign(fakeBrowser, had);
  vi.restoreAllMocks();
});

describe('on a phone', () => {
  test('there is no window, no panel and no window to sign in in, and none is an exception', async () => {
    expect(isPhone()).toBe(true);
    expect(await ownWindow()).toBeNull();
    expect(hasPanel()).toBe(false);
    expect(await openPanel(1)).toBe(false);
    expect(hasAuthWindow()).toBe(false);
    expect(authWindow()).toBeNull();
  });

  test('no text speaks of keys or of a toolbar', () => {
    for (const language of ['id', 'en'] as const) {
      const { composer, notices, desk, welcome } = textsFor(language);
      for (const words of [
        composer.copied,
        notices.copied,
        desk.copyFailed,
        desk.emptyHelp,
        welcome.doneLead,
      ]) {
        expect(words).not.toMatch(/Ctrl|bilah alat|toolbar/);
      }
      // The same object each time: pages compare it.
      expect(textsFor(language)).toBe(textsFor(language));
    }
    expect(textsFor('id').composer.open('X')).toBe('Buka di X');
  });
});

test('a desktop browser has its own words, its window and its panel', async () => {
  Object.assign(fakeBrowser, {
    windows: { getCurrent: async () => ({ id: 5 }) },
    sidebarAction: { open: async () => {} },
    identity: {
      getRedirectURL: () => 'https://a.example/',
      launchWebAuthFlow: async () => 'https://a.example/?code=1',
    },
  });
  expect(isPhone()).toBe(false);
  expect(await ownWindow()).toBe(5);
  expect(hasPanel()).toBe(true);
  expect(await openPanel(5)).toBe(true);
  expect(authWindow()?.redirectUri).toBe('https://a.example/');
  expect(await authWindow()?.show('https://b.example/')).toBe('https://a.example/?code=1');
  expect(textsFor('id').composer.copied).toMatch('Ctrl+V');
});

describe('the page in view', () => {
  interface Tab {
    id: number;
    url?: string;
    lastAccessed?: number;
  }
  const own = (path: string) => fakeBrowser.runtime.getURL(path as never);
  const stand = (active: Tab | undefined, all: Tab[], current?: Tab) =>
    Object.assign(fakeBrowser, {
      tabs: {
        getCurrent: async () => current,
        query: async (wanted: { active?: boolean }) => (wanted.active ? (active ? [active] : []) : all),
      },
    });

  test('is the active tab behind a popup, whatever it shows', async () => {
    stand({ id: 3, url: own('/desk.html') }, []);
    expect(await pageInView()).toMatchObject({ id: 3 });
  });

  test('is the tab that was in view last where the popup is a tab itself; not one of Jubir’s', async () => {
    const popup = { id: 9, url: own('/popup.html') };
    const tabs = [
      { id: 1, lastAccessed: 10 },
      { id: 2, lastAccessed: 30, url: 'https://kotabogor.go.id/' },
      { id: 4, lastAccessed: 40, url: own('/desk.html') },
      { ...popup, lastAccessed: 50 },
    ];
    stand(popup, tabs, popup);
    expect(await pageInView()).toMatchObject({ id: 2 });
    // A version that does not own up to it, but names it among the tabs.
    stand(popup, tabs);
    expect(await pageInView()).toMatchObject({ id: 2 });
  });

  test('is none where there is none', async () => {
    stand(undefined, []);
    expect(await pageInView()).toBeUndefined();
  });
});
