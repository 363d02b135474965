import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { refresh, refreshIfStale, registerSchedule } from '../../entrypoints/background/schedule.ts';
import { db } from '../../utils/db/database.ts';
import { source } from '../source/samples.ts';
import { browserStubs } from './stubs.ts';

const minute = 60_000;
const noon = new Date(2026, 4, 12, 12).getTime();
let stubs: ReturnType<typeof browserStubs>;
let asked: string[];
let answer: (url: string) => Response | Promise<Response>;

const feed = () =>
  new Response(
    '<rss><channel><item><title>Rilis</title><link>https://kota.go.id/a</link><description>Isi</description></item></channel></rss>',
  );

beforeEach(async () => {
  fakeBrowser.reset();
  stubs = browserStubs();
  vi.useFakeTimers({ toFake: ['Date'], now: noon });
  asked = [];
  answer = feed;
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    return answer(url);
  });
  await db.sources.put(source());
  registerSchedule();
});
afterEach(async () => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  await Promise.all([db.sources.clear(), db.releases.clear(), db.checks.clear()]);
});

const nextAlarm = () => (stubs.alarms.get('refresh-next')?.when ?? 0) - Date.now();
/** Waits for a refresh that begins from now on; waiting moves the clock a little. */
function settled(since = Date.now()): Promise<void> {
  return vi.waitFor(async () => {
    expect((await db.sources.get('kota'))?.outcome?.at).toBeGreaterThanOrEqual(since);
  });
}

test('a refresh leaves an alarm for the next one, within a quarter of an hour by day', async () => {
  await refresh();
  expect(asked).toEqual(['https://kota.go.id/feed']);
  expect(nextAlarm()).toBeGreaterThan(5 * minute);
  expect(nextAlarm()).toBeLessThanOrEqual(15 * minute);
});

test('the alarm asks whose time has come, and nobody else', async () => {
  await refresh();
  await db.sources.put(source({ id: 'lain', url: 'https://kota.go.id/lain', nextAt: noon + 60 * minute }));
  asked.length = 0;
  vi.setSystemTime(noon + minute);
  stubs.ring('refresh-next');
  stubs.ring('lain');
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(asked).toEqual([]);
  vi.setSystemTime(noon + 16 * minute);
  stubs.ring('refresh');
  await settled();
  expect(asked).toEqual(['https://kota.go.id/feed']);
});

test('a page that opens refreshes what is older than five minutes, not more often', async () => {
  await refresh();
  vi.setSystemTime(noon + 4 * minute);
  expect(await refreshIfStale()).toBe(false);
  vi.setSystemTime(noon + 6 * minute);
  expect(await refreshIfStale()).toBe(true);
  await settled();
  expect(asked).toHaveLength(2);
});

test('a server that asked to be left alone is, whoever asks', async () => {
  answer = () => new Response('', { status: 429, headers: { 'retry-after': '3600' } });
  await refresh();
  expect(nextAlarm()).toBeGreaterThanOrEqual(60 * minute);
  vi.setSystemTime(noon + 30 * minute);
  expect(await refreshIfStale()).toBe(false);
  await refresh();
  expect(asked).toHaveLength(1);
});

test('a paused source has no alarm and is asked by nobody', async () => {
  await db.sources.put(source({ paused: true }));
  await refresh();
  expect(await refreshIfStale()).toBe(false);
  expect(asked).toEqual([]);
  expect(stubs.alarms.has('refresh-next')).toBe(false);
});

test('on start there is a base alarm every quarter of an hour, whatever was before', async () => {
  await fakeBrowser.runtime.onStartup.trigger();
  expect(stubs.alarms.get('refresh')).toEqual({ periodInMinutes: 15 });
  await settled();
});

test('a source that hangs does not keep another’s releases back', async () => {
  await db.sources.put(source({ id: 'lambat', url: 'https://kota.go.id/lambat' }));
  let release = (_: Response) => {};
  answer = (url) =>
    url.endsWith('lambat')
      ? new Promise<Response>((resolve) => {
          release = resolve;
        })
      : feed();
  const all = refresh();
  await vi.waitFor(async () => expect(await db.releases.count()).toBe(1));
  expect((await db.sources.get('lambat'))?.outcome).toBeUndefined();
  release(feed());
  await all;
});
