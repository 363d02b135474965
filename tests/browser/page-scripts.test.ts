import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { syncPageScripts } from '../../utils/browser/page-scripts.ts';

interface Script {
  id: string;
  matches: string[];
  js?: string[];
  runAt?: string;
  persistAcrossSessions?: boolean;
}
const parts = fakeBrowser as unknown as Record<string, unknown>;
const { permissions, scripting, tabs } = parts;

let registered: Script | null;
let granted: string[];
let open: { id?: number; url: string }[];
let calls: string[];
const ran = vi.fn();
const logged = vi.spyOn(console, 'error').mockImplementation(() => {});

beforeEach(() => {
  vi.clearAllMocks();
  registered = null;
  granted = ['https://kotabogor.go.id/*', 'https://berita.depok.go.id/*'];
  open = [];
  calls = [];
  parts.permissions = {
    contains: async ({ origins }: { origins: string[] }) => origins.every((one) => granted.includes(one)),
  };
  parts.tabs = {
    query: async ({ url }: { url: string[] }) =>
      open.filter((tab) => url.includes(`${new URL(tab.url).origin}/*`)),
  };
  parts.scripting = {
    getRegisteredContentScripts: async ({ ids }: { ids: string[] }) =>
      registered && ids.includes(registered.id) ? [registered] : [],
    registerContentScripts: async ([script]: [Script]) => {
      calls.push('register');
      if (registered) throw new Error('Duplicate script ID');
      registered = script;
    },
    updateContentScripts: async ([script]: [Script]) => {
      calls.push('update');
      if (!registered) throw new Error('no such script');
      registered = { ...registered, ...script };
    },
    unregisterContentScripts: async () => {
      calls.push('unregister');
      registered = null;
    },
    executeScript: async (injection: { target: { tabId: number } }) => ran(injection),
  };
});
afterEach(() => {
  Object.assign(parts, { permissions, scripting, tabs });
});

describe('registered', () => {
  test('for exactly the hosts that may be read, and kept over restarts', async () => {
    await syncPageScripts(['kotabogor.go.id', 'www.kotabogor.go.id', 'kotabogor.go.id']);
    expect(registered).toEqual({
      id: 'release',
      js: ['content-scripts/release.js'],
      matches: ['https://kotabogor.go.id/*'],
      runAt: 'document_idle',
      persistAcrossSessions: true,
    });
  });

  test('again with nothing new: nothing is done', async () => {
    await syncPageScripts(['kotabogor.go.id']);
    open = [{ id: 1, url: 'https://kotabogor.go.id/berita' }];
    calls = [];
    await syncPageScripts(['kotabogor.go.id']);
    expect(calls).toEqual([]);
    expect(ran).not.toHaveBeenCalled();
  });

  test('with a source more, one less, and none', async () => {
    await syncPageScripts(['kotabogor.go.id']);
    await syncPageScripts(['kotabogor.go.id', 'berita.depok.go.id']);
    expect(registered?.matches).toEqual(['https://kotabogor.go.id/*', 'https://berita.depok.go.id/*']);
    expect(registered?.js).toEqual(['content-scripts/release.js']);
    await syncPageScripts(['berita.depok.go.id']);
    expect(registered?.matches).toEqual(['https://berita.depok.go.id/*']);
    await syncPageScripts([]);
    expect(registered).toBeNull();
    await syncPageScripts([]);
    expect(calls).toEqual(['register', 'update', 'update', 'unregister']);
  });

  test('no more where the permission was taken back', async () => {
    await syncPageScripts(['kotabogor.go.id']);
    granted = [];
    await syncPageScripts(['kotabogor.go.id']);
    expect(registered).toBeNull();
  });

  test('two calls at once do not get in each other’s way; a failed one does not stop the next', async () => {
    await Promise.all([syncPageScripts(['kotabogor.go.id']), syncPageScripts(['kotabogor.go.id'])]);
    expect(calls).toEqual(['register']);
    const { query } = parts.tabs as { query: unknown };
    Object.assign(parts.tabs as object, { query: () => Promise.reject(new Error('no tabs')) });
    await expect(syncPageScripts(['berita.depok.go.id'])).rejects.toThrow('no tabs');
    Object.assign(parts.tabs as object, { query });
    await syncPageScripts(['kotabogor.go.id']);
    expect(registered?.matches).toEqual(['https://kotabogor.go.id/*']);
  });
});

test.each(['*', '*.go.id', '', 'go', 'kotabogor.go.id/*', 'kotabogor.go.id:8443', 'a b.id', 'KOTA.go.id'])(
  '"%s" is no host: never registered, though all sites may be read',
  async (host) => {
    parts.permissions = { contains: async () => true };
    await syncPageScripts([host]);
    expect(registered).toBeNull();
  },
);

describe('pages that are open already', () => {
  beforeEach(() => {
    open = [
      { id: 1, url: 'https://kotabogor.go.id/berita' },
      { url: 'https://kotabogor.go.id/tanpa-id' },
      { id: 2, url: 'https://berita.depok.go.id/x' },
      { id: 3, url: 'https://kompas.com/x' },
    ];
  });

  test('get the script, those of new hosts alone', async () => {
    await syncPageScripts(['kotabogor.go.id']);
    expect(ran.mock.calls).toEqual([[{ target: { tabId: 1 }, files: ['content-scripts/release.js'] }]]);
    await syncPageScripts(['kotabogor.go.id', 'berita.depok.go.id']);
    expect(ran).toHaveBeenCalledTimes(2);
    expect(ran).toHaveBeenLastCalledWith({ target: { tabId: 2 }, files: ['content-scripts/release.js'] });
  });

  test('get it anew after an update, which takes the registration away', async () => {
    await syncPageScripts(['kotabogor.go.id']);
    registered = null;
    await syncPageScripts(['kotabogor.go.id']);
    expect(ran).toHaveBeenCalledTimes(2);
  });

  test('one that refuses it keeps it from no other', async () => {
    ran.mockRejectedValueOnce(new Error('the frame is showing an error page'));
    await syncPageScripts(['kotabogor.go.id', 'berita.depok.go.id']);
    expect(ran).toHaveBeenCalledTimes(2);
    expect(logged).toHaveBeenCalledOnce();
  });
});
