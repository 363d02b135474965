import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { registerBadge } from '../../entrypoints/background/badge.ts';
import { registerCommands } from '../../entrypoints/background/commands.ts';
import { refreshIfStale, registerSchedule } from '../../entrypoints/background/schedule.ts';
import { send } from '../../utils/browser/messages.ts';
import { changeSettings } from '../../utils/browser/settings.ts';
import { saveSnapshot } from '../../utils/browser/snapshot.ts';
import { db } from '../../utils/db/database.ts';
import { connectPages } from '../browser/fake.ts';
import { draft } from '../draft/samples.ts';
import { firstScreen, freshProfile, openedTabs, screenSays } from './background.ts';

const fetched = vi.fn(() => Promise.reject(new TypeError('Failed to fetch')));

beforeEach(async () => {
  await freshProfile();
  connectPages();
  registerCommands();
  registerSchedule();
  fetched.mockClear();
  vi.stubGlobal('fetch', fetched);
  vi.spyOn(console, 'error').mockImplementation(() => {});
  return () => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  };
});

const outcome = async () => (await db.sources.get('kota-bogor'))?.outcome;
/** Waits until a refresh has ended: its outcome is newer than the one stored before. */
const refreshed = () => vi.waitFor(async () => expect((await outcome())?.at).toBeGreaterThan(1000));

describe('when', () => {
  test('on install: the welcome page once, an alarm every 15 minutes, the city at once', async () => {
    await db.sources.clear();
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'install' });
    await refreshed();
    expect(await openedTabs()).toEqual([`chrome-extension://${fakeBrowser.runtime.id}/welcome.html`]);
    expect(await fakeBrowser.alarms.get('refresh')).toMatchObject({ periodInMinutes: 15 });
    expect(fetched).toHaveBeenCalled();
    expect((await db.sources.toArray()).map(({ url }) => url)).toEqual(['https://kotabogor.go.id/berita']);
  });

  test('on update and on start: no page, but the alarm and a refresh', async () => {
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'update', previousVersion: '0.0.1' });
    await refreshed();
    await db.sources.update('kota-bogor', { outcome: { ok: false, at: 0, reason: 'timeout' } });
    await fakeBrowser.runtime.onStartup.trigger();
    await refreshed();
    expect(await openedTabs()).toEqual([]);
    expect(await fakeBrowser.alarms.get('refresh')).toMatchObject({ periodInMinutes: 15 });
  });

  test('by the alarm of that name alone', async () => {
    const alarm = { scheduledTime: 0, periodInMinutes: 15, persistAcrossSessions: true };
    await fakeBrowser.alarms.onAlarm.trigger({ ...alarm, name: 'other' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(fetched).not.toHaveBeenCalled();
    await fakeBrowser.alarms.onAlarm.trigger({ ...alarm, name: 'refresh' });
    await refreshed();
    expect(fetched).toHaveBeenCalled();
  });

  test('on opening only when the last one is older than five minutes', async () => {
    await db.sources.update('kota-bogor', {
      outcome: { ok: true, at: Date.now() - 4 * 60_000, count: 1, fresh: 0 },
    });
    expect(await send('refresh-if-stale', null)).toEqual({ started: false });
    expect(fetched).not.toHaveBeenCalled();
    const at = Date.now() - 6 * 60_000;
    await db.sources.update('kota-bogor', { outcome: { ok: false, at, reason: 'timeout' } });
    expect(await send('refresh-if-stale', null)).toEqual({ started: true });
    await vi.waitFor(async () => expect((await outcome())?.at).toBeGreaterThan(at));
  });

  test('on the very first opening there is a city to read', async () => {
    await db.sources.clear();
    expect(await refreshIfStale()).toBe(true);
    await refreshed();
  });
});

test('a refresh that fails is an outcome on the first screen, and the releases stay', async () => {
  await send('refresh-now', null);
  const screen = await firstScreen();
  expect(screen.outcome).toMatchObject({ ok: false });
  expect(screen.rows).toHaveLength(2);
});

test('what was deleted over 30 days ago goes for good on start, and nothing else', async () => {
  const day = 24 * 60 * 60 * 1000;
  await db.drafts.bulkPut([
    draft({ id: 'old', deletedAt: Date.now() - 31 * day }),
    draft({ id: 'new', deletedAt: Date.now() - 29 * day }),
    draft({ id: 'standing' }),
  ]);
  await fakeBrowser.runtime.onStartup.trigger();
  await vi.waitFor(async () =>
    expect(await db.drafts.toCollection().primaryKeys()).toEqual(['new', 'standing']),
  );
});

test('other platforms in front: their captions stand ready', async () => {
  await changeSettings({ platforms: ['tiktok', 'line'] });
  await screenSays(({ rows }) => expect(Object.keys(rows[0]?.captions ?? {})).toEqual(['tiktok', 'line']));
});

describe('the badge', () => {
  test.each([
    [0, ''],
    [1, '1'],
    [99, '99'],
    [100, '99+'],
  ])('%i unread: "%s"', async (unread, text) => {
    registerBadge();
    const screen = { rows: [], sources: 1, sourceName: '', outcome: null, total: 0, question: null };
    await saveSnapshot({ ...screen, unread: -1 }, {});
    await saveSnapshot({ ...screen, unread }, {});
    await vi.waitFor(async () => expect(await fakeBrowser.action.getBadgeText({})).toBe(text));
  });
});
