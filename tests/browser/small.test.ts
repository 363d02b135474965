import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openingShortcut } from '../../utils/browser/about.ts';
import { logFailure } from '../../utils/browser/log.ts';
import { openPanel } from '../../utils/browser/panel.ts';

const parts = fakeBrowser as unknown as Record<string, unknown>;

beforeEach(() => fakeBrowser.reset());
afterEach(() => {
  for (const name of ['sidePanel', 'sidebarAction', 'commands']) delete parts[name];
  vi.restoreAllMocks();
});

describe('the side panel', () => {
  test('Chrome opens it in the window that is named, within the same call', async () => {
    const open = vi.fn(async () => {});
    parts.sidePanel = { open };
    const opened = openPanel(7);
    // Before any await: afterwards the click no longer counts.
    expect(open).toHaveBeenCalledExactlyOnceWith({ windowId: 7 });
    expect(await opened).toBe(true);
  });

  test('Firefox opens its sidebar', async () => {
    const open = vi.fn(async () => {});
    parts.sidebarAction = { open };
    const opened = openPanel(7);
    expect(open).toHaveBeenCalledOnce();
    expect(await opened).toBe(true);
  });

  test('a browser with neither says so; a refusal is told', async () => {
    parts.sidePanel = undefined;
    parts.sidebarAction = undefined;
    expect(await openPanel(7)).toBe(false);
    parts.sidePanel = { open: () => Promise.reject(new Error('no gesture')) };
    await expect(openPanel(7)).rejects.toThrow('no gesture');
  });
});

describe('the keys that open the popup', () => {
  test('as the browser has them, null where none are set', async () => {
    const getAll = vi.fn();
    parts.commands = { getAll };
    getAll.mockResolvedValueOnce([
      { name: 'other', shortcut: 'Ctrl+1' },
      { name: '_execute_action', shortcut: 'Alt+Shift+J' },
    ]);
    expect(await openingShortcut()).toBe('Alt+Shift+J');
    getAll.mockResolvedValueOnce([{ name: '_execute_action', shortcut: '' }]);
    expect(await openingShortcut()).toBeNull();
    getAll.mockResolvedValueOnce([]);
    expect(await openingShortcut()).toBeNull();
  });

  test('a browser without commands has none', async () => {
    parts.commands = undefined;
    expect(await openingShortcut()).toBeNull();
  });
});

test('a failure is logged with where and what, whatever was thrown', () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => {});
  logFailure('refresh', new TypeError('no net'));
  logFailure('badge', 'odd');
  expect(error.mock.calls).toEqual([['[jubir] refresh: TypeError: no net'], ['[jubir] badge: odd']]);
});
