import 'fake-indexeddb/auto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { renewFirstScreen } from '../../entrypoints/background/first-screen.ts';
import { folderCommands, meetIfStale, registerFolder } from '../../entrypoints/background/folder.ts';
import { giveBack } from '../../entrypoints/background/permissions.ts';
import { keepCity } from '../../utils/browser/city.ts';
import { hasFailedFor, loadFolder } from '../../utils/browser/folder.ts';
import { loadLastCopy } from '../../utils/browser/last-copy.ts';
import { db } from '../../utils/db/database.ts';
import { writeDraft } from '../../utils/draft/history.ts';
import { type Dav, startDav } from '../backup/dav.ts';
import { Machine } from '../backup/machines.ts';
import { input } from '../draft/samples.ts';
import { freshProfile, screenSays } from './background.ts';
import { browserStubs } from './stubs.ts';

let server: Awaited<ReturnType<typeof startDav>>;
let dav: Dav;
let stubs: ReturnType<typeof browserStubs>;
const removed = vi.fn(async (_: object) => true);
let allowed = true;

const minute = 60_000;
/** A busy machine takes its time. */
const waitFor = (check: () => unknown) => vi.waitFor(check, { timeout: 8_000 });
const wish = (change = {}) => ({
  ...{ address: `${server.url}/Jubir`, user: dav.user, password: dav.password },
  ...change,
});
const turnOn = (change = {}) => folderCommands['set-folder'](wish(change));
const met = () => waitFor(async () => expect((await loadFolder()).outcome).not.toBeNull());
const outcome = async () => (await loadFolder()).outcome;
const strike = (status: number, headers = {}) => {
  dav.strike = () => ({ status, headers });
};

beforeAll(async () => {
  server = await startDav();
});
afterAll(() => server.close());
beforeEach(async () => {
  dav = Object.assign(server.dav, { strike: () => null, readOnly: false });
  dav.files.clear();
  dav.folders.delete('/dav/budi/Jubir');
  dav.asked.length = 0;
  allowed = true;
  await freshProfile();
  await db.secrets.clear();
  stubs = browserStubs();
  Object.assign(fakeBrowser.alarms, { get: async (name: string) => stubs.alarms.get(name) });
  Object.assign(fakeBrowser.permissions, { contains: async () => allowed, remove: removed });
  Object.assign(fakeBrowser.runtime, {
    getManifest: () => ({}),
    getPlatformInfo: async () => ({ os: 'linux' }),
  });
  removed.mockClear();
  registerFolder();
});
afterEach(async () => {
  vi.useRealTimers();
  await folderCommands['folder-off']();
});

test('off until it is tried and turned on; nothing is asked of anybody', async () => {
  stubs.ring('folder');
  await folderCommands['meet-now']();
  await writeDraft(db, input(), 1);
  expect(dav.asked).toEqual([]);
  expect([...stubs.alarms.keys()]).not.toContain('folder-soon');
});

test('turned on, the folder is made where it is missing, tried, and holds what was written', async () => {
  await writeDraft(db, input({ text: 'Halo.' }), 1);
  expect(await turnOn()).toEqual({ reason: null, made: true });
  await met();
  expect(await outcome()).toMatchObject({ reason: null, machines: 1, failures: 0 });
  expect(stubs.alarms.get('folder')).toEqual({ periodInMinutes: 15 });
  const [name, ...others] = dav.names('/dav/budi/Jubir');
  expect(others).toEqual([]);
  expect(dav.files.get(`/dav/budi/Jubir/${name}`)?.bytes.toString()).toContain('Halo.');
  expect((await loadLastCopy()).at).toBeGreaterThan(0);
});

test('the password lies in the database alone, and no message gives it out', async () => {
  const answer = await turnOn();
  await met();
  const stored = JSON.stringify([answer, await fakeBrowser.storage.local.get(null)]);
  expect(stored).toContain('/dav/budi/Jubir');
  expect(stored).not.toContain(dav.password);
  expect((await db.secrets.get('webdav'))?.value).toBe(dav.password);
});

test('nothing is sent where Firefox was told that texts may not leave any more', async () => {
  await turnOn();
  await met();
  dav.asked.length = 0;
  vi.stubEnv('BROWSER', 'firefox');
  onTestFinished(() => void vi.unstubAllEnvs());
  Object.assign(fakeBrowser.permissions, { contains: async (asked: object) => 'origins' in asked });
  await folderCommands['meet-now']();
  expect(await outcome()).toMatchObject({ reason: 'no-permission' });
  expect(dav.asked).toEqual([]);
});

test.each([
  ['a wrong password', () => ({ password: 'salah' }), 'refused'],
  ['no password', () => ({ password: '' }), 'refused'],
  ['no folder to make it in', () => ({ address: `${server.url}/tidak/ada` }), 'no-parent'],
  [
    'one that cannot be written to',
    () => {
      dav.folders.add('/dav/budi/Jubir');
      dav.readOnly = true;
      return {};
    },
    'read-only',
  ],
])('%s: it stays off, and nothing is kept', async (_, change, reason) => {
  expect(await turnOn(change())).toEqual({ reason, made: false });
  expect((await loadFolder()).choice.on).toBe(false);
  expect(await db.secrets.count()).toBe(0);
  expect(removed).toHaveBeenCalledWith({ origins: ['http://127.0.0.1/*'] });
});

test('set anew without typing the password again, it stays; for another address or name it does not', async () => {
  await turnOn();
  expect(await turnOn({ password: '' })).toEqual({ reason: null, made: false });
  expect(await turnOn({ password: '', user: 'lain' })).toMatchObject({ reason: 'refused' });
  expect(await turnOn({ password: '', address: `${server.url}/Lain` })).toMatchObject({ reason: 'refused' });
  expect((await loadFolder()).choice).toMatchObject({ on: true, user: 'budi' });
});

test('what is written is sent a minute later, and a letter does not put it off', async () => {
  await turnOn();
  await met();
  await waitFor(async () => {
    await writeDraft(db, input({ text: 'Baru.', count: Date.now() }), 1);
    expect(stubs.alarms.get('folder-soon')?.when).toBeGreaterThan(Date.now() + minute - 5_000);
  });
  const first = stubs.alarms.get('folder-soon')?.when;
  await writeDraft(db, input({ text: 'Baru sekali.', count: Date.now() + 9 }), 1);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(stubs.alarms.get('folder-soon')?.when).toBe(first);
  stubs.ring('folder-soon');
  await waitFor(() => {
    const [name] = dav.names('/dav/budi/Jubir');
    expect(dav.files.get(`/dav/budi/Jubir/${name}`)?.bytes.toString()).toContain('Baru sekali.');
  });
});

test('what another machine wrote comes here', async () => {
  await turnOn();
  await met();
  const other = await new Machine(wish()).switchOn();
  await other.write('dari rumah');
  await other.meet();
  await folderCommands['meet-now']();
  expect((await db.drafts.toArray()).map(({ text }) => text)).toContain('dari rumah');
  expect(await outcome()).toMatchObject({ machines: 2 });
  await other.db.delete();
});

test('a page that opens asks the others, unless they met just now', async () => {
  await turnOn();
  await met();
  const lists = () =>
    dav.asked.filter(({ method, headers }) => method === 'PROPFIND' && headers.depth === '1').length;
  const before = lists();
  meetIfStale();
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(lists()).toBe(before);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 6 * minute });
  meetIfStale();
  await waitFor(() => expect(lists()).toBe(before + 1));
  await folderCommands['meet-now']();
});

test('a failure is told, and tried again ever later; asked for, at once', async () => {
  await turnOn();
  await met();
  strike(401);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
  await folderCommands['meet-now']();
  const first = await outcome();
  expect(first).toMatchObject({ reason: 'refused', failures: 1, machines: 1 });
  expect((first?.holdUntil ?? 0) - Date.now()).toBe(60 * minute);
  dav.asked.length = 0;
  vi.setSystemTime(Date.now() + 59 * minute);
  stubs.ring('folder');
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(dav.asked).toEqual([]);
  vi.setSystemTime(Date.now() + 2 * minute);
  stubs.ring('folder');
  await waitFor(async () => expect((await outcome())?.failures).toBe(2));
  const { holdUntil = 0, at = 0 } = (await outcome()) ?? {};
  expect(holdUntil - at).toBe(120 * minute);
  expect(hasFailedFor(3, await loadFolder(), Date.now())).toBe(false);
  expect(hasFailedFor(3, await loadFolder(), Date.now() + 3 * 24 * 60 * minute)).toBe(true);
  dav.strike = () => null;
  await folderCommands['meet-now']();
  expect(await outcome()).toMatchObject({ reason: null, failures: 0, failingSince: 0, holdUntil: 0 });
});

test('after three days the first screen says so, and no longer once they met again', async () => {
  await turnOn();
  await met();
  strike(507);
  await folderCommands['meet-now']();
  await renewFirstScreen();
  await screenSays((screen) => expect(screen).not.toHaveProperty('folderFails'));
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3 * 24 * 60 * minute });
  await renewFirstScreen();
  await screenSays((screen) => expect(screen.folderFails).toBe(true));
  dav.strike = () => null;
  await folderCommands['meet-now']();
  await renewFirstScreen();
  await screenSays((screen) => expect(screen).not.toHaveProperty('folderFails'));
});

test('a server that asks to be left alone is, so long', async () => {
  await turnOn();
  await met();
  strike(503, { 'retry-after': '7200' });
  await folderCommands['meet-now']();
  const { holdUntil = 0, at = 0 } = (await outcome()) ?? {};
  expect(holdUntil - at).toBe(120 * minute);
});

test('without the permission the server is not asked', async () => {
  await turnOn();
  await met();
  dav.asked.length = 0;
  allowed = false;
  await folderCommands['meet-now']();
  expect(await outcome()).toMatchObject({ reason: 'no-permission' });
  expect(dav.asked).toEqual([]);
});

test('a password that is not here any more is asked for', async () => {
  await turnOn();
  await met();
  await db.secrets.clear();
  await folderCommands['meet-now']();
  expect(await outcome()).toMatchObject({ reason: 'no-password', machines: 1 });
});

test('turned off, the password goes, the permission is given back, and what lies there stays', async () => {
  await turnOn();
  await met();
  await giveBack(['http://127.0.0.1/*']);
  expect(removed).not.toHaveBeenCalled();
  await folderCommands['folder-off']();
  expect(await db.secrets.count()).toBe(0);
  expect(removed).toHaveBeenCalledWith({ origins: ['http://127.0.0.1/*'] });
  expect(dav.names('/dav/budi/Jubir')).toHaveLength(1);
  expect((await loadFolder()).choice).toEqual({ on: false, address: wish().address, user: 'budi' });
  dav.asked.length = 0;
  stubs.ring('folder');
  await waitFor(() => expect(stubs.alarms.has('folder')).toBe(false));
  expect(dav.asked).toEqual([]);
});

test('turned off while it meets, it stays off', async () => {
  await turnOn();
  await met();
  let off: Promise<unknown> = Promise.resolve();
  dav.strike = ({ method }) => {
    if (method === 'PROPFIND') off = folderCommands['folder-off']();
    return null;
  };
  await folderCommands['meet-now']();
  await off;
  expect(await loadFolder()).toMatchObject({ choice: { on: false }, outcome: null });
});

test('where the city sets the folder no other address is taken', async () => {
  await keepCity({ folder: `${server.url}/{user}` }, []);
  await expect(turnOn()).rejects.toMatchObject({ name: 'FolderError' });
  await keepCity({ folder: `${server.url}/Jubir` }, []);
  expect(await turnOn()).toMatchObject({ reason: null });
});
