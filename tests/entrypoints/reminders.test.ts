import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { registerReminders, remind, remindSoon } from '../../entrypoints/background/reminders.ts';
import { changeSettings } from '../../utils/browser/settings.ts';
import { db } from '../../utils/db/database.ts';
import type { Draft } from '../../utils/draft/draft.ts';
import { draft } from '../draft/samples.ts';
import { browserStubs } from './stubs.ts';

const minute = 60_000;
/** Late in the evening by the clock of the machine that runs this: the quiet hours are of no concern. */
const evening = new Date(2026, 10, 24, 22).getTime();
let stubs: ReturnType<typeof browserStubs>;

beforeEach(async () => {
  fakeBrowser.reset();
  stubs = browserStubs();
  vi.useFakeTimers({ toFake: ['Date'], now: evening });
  vi.spyOn(console, 'error').mockImplementation(() => {});
  await db.drafts.clear();
  await fakeBrowser.storage.local.set({ settings: {} });
  return () => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  };
});

const set = (name: string, remindAt: number, change: Partial<Draft> = {}) =>
  db.drafts.put(
    draft({ releaseId: name, text: `Draf ${name}.`, remindAt, ...change, id: `${name}:x:summary` }),
  );
const messages = () => stubs.shown.map(({ message }) => message);

test('it comes at its minute, once, and the alarm goes on to the next', async () => {
  await set('a', evening + minute);
  await set('b', evening + 5 * minute);
  await remind();
  expect(stubs.shown).toEqual([]);
  expect(stubs.alarms.get('reminder')).toEqual({ when: evening + minute });
  vi.setSystemTime(evening + minute);
  await remind();
  expect(stubs.shown).toEqual([
    { id: `reminder ${evening + minute} a:x:summary`, title: 'Pengingat: draf untuk X', message: 'Draf a.' },
  ]);
  expect(stubs.alarms.get('reminder')).toEqual({ when: evening + 5 * minute });
  stubs.standing.clear();
  await remind();
  expect(stubs.shown).toHaveLength(1);
  vi.setSystemTime(evening + 5 * minute);
  await remind();
  expect(messages()).toEqual(['Draf a.', 'Draf b.']);
  expect(stubs.alarms.has('reminder')).toBe(false);
});

test('the alarm tells, and no other', async () => {
  await set('a', evening);
  registerReminders();
  await vi.waitFor(() => expect(stubs.shown).toHaveLength(1));
  await set('b', evening);
  stubs.ring('refresh');
  stubs.ring('reminder');
  await vi.waitFor(() => expect(messages()).toEqual(['Draf a.', 'Draf b.']));
});

test.each(['onStartup', 'onInstalled'] as const)('%s sets a lost alarm again', async (event) => {
  await set('a', evening + minute);
  registerReminders();
  await vi.waitFor(() => expect(stubs.alarms.has('reminder')).toBe(true));
  stubs.alarms.clear();
  await fakeBrowser.runtime[event].trigger({} as never);
  await vi.waitFor(() => expect(stubs.alarms.get('reminder')).toEqual({ when: evening + minute }));
});

test('what passed in sleep comes at once, as one, oldest first', async () => {
  for (const [at, name] of ['a', 'b', 'c', 'd', 'e'].entries()) await set(name, evening - (5 - at) * minute);
  await set('nanti', evening + minute);
  await remind();
  expect(stubs.shown).toEqual([
    {
      id: `reminders 5 ${evening - minute}`,
      title: '5 pengingat draf',
      message: 'X: Draf a.\nX: Draf b.\nX: Draf c.\ndan 2 lainnya',
    },
  ]);
  await remind();
  expect(stubs.shown).toHaveLength(1);
});

test('a deleted draft reminds of nothing; restored, of what it had not told yet', async () => {
  await set('a', evening - minute, { deletedAt: 1 });
  await remind();
  expect(stubs.shown).toEqual([]);
  await db.drafts.update('a:x:summary', { deletedAt: 0 });
  await remind();
  await db.drafts.update('a:x:summary', { deletedAt: 1 });
  await remind();
  await db.drafts.update('a:x:summary', { deletedAt: 0 });
  await remind();
  expect(messages()).toEqual(['Draf a.']);
});

test('set anew, it comes anew; taken back, never', async () => {
  await set('a', evening);
  await remind();
  await db.drafts.update('a:x:summary', { remindAt: evening + minute });
  await remind();
  await set('b', evening + minute);
  await db.drafts.update('b:x:summary', { remindAt: 0 });
  vi.setSystemTime(evening + minute);
  await remind();
  expect(messages()).toEqual(['Draf a.', 'Draf a.']);
});

describe('a worker that is ended', () => {
  test('after the notification and before its note of it, tells once: the notification stands', async () => {
    await set('a', evening);
    await set('b', evening);
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('ended') as never);
    await remind();
    await remind();
    expect(stubs.shown).toHaveLength(1);
    stubs.standing.clear();
    await remind();
    expect(stubs.shown).toHaveLength(1);
  });

  test('before the notification, tells', async () => {
    await set('a', evening);
    vi.spyOn(fakeBrowser.notifications, 'getAll').mockRejectedValueOnce(new Error('ended') as never);
    await remind();
    await remind();
    expect(stubs.shown).toHaveLength(1);
  });
});

test('refused by the system, it is tried again; what stood in the way is logged', async () => {
  await set('a', evening);
  stubs.refuse(true);
  await remind();
  expect(stubs.alarms.get('reminder')).toEqual({ when: evening + 5 * minute });
  expect(console.error).toHaveBeenCalled();
  stubs.refuse(false);
  vi.setSystemTime(evening + 5 * minute);
  await remind();
  expect(messages()).toEqual(['Draf a.']);
});

test('calls at the same moment tell once', async () => {
  await set('a', evening);
  await Promise.all([remind(), remind(), remind()]);
  expect(stubs.shown).toHaveLength(1);
});

test('in the official’s language, an empty draft too', async () => {
  await changeSettings({ language: 'en' });
  await set('a', evening, { text: ' ' });
  await remind();
  expect(stubs.shown[0]).toMatchObject({ title: 'Reminder: draft for X', message: 'empty draft' });
});

test('a click opens the desk at the draft, or at all of them', async () => {
  registerReminders();
  stubs.click('releases');
  stubs.click(`reminder 5 rilis 1:x:summary`);
  stubs.click('reminders 2 5');
  await vi.waitFor(() => expect(stubs.opened).toHaveLength(2));
  expect(stubs.opened[0]).toMatch(/desk\.html#\/draft\/rilis%201%3Ax%3Asummary$/);
  expect(stubs.opened[1]).toMatch(/desk\.html$/);
});

test('where everything was erased nothing is opened', async () => {
  await db.delete();
  await fakeBrowser.storage.local.clear();
  registerReminders();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect((await indexedDB.databases()).map(({ name }) => name)).toEqual([]);
  await db.open();
});

test('what comes with a copy, piece by piece, is told as one', async () => {
  for (const name of ['a', 'b', 'c']) {
    await set(name, evening);
    remindSoon();
  }
  await vi.waitFor(() => expect(stubs.shown).toHaveLength(1), { timeout: 3000 });
  expect(stubs.shown[0]?.title).toBe('3 pengingat draf');
});
