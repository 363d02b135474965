import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { notifyFresh, registerNotify } from '../../entrypoints/background/notify.ts';
import { changeSettings } from '../../utils/browser/settings.ts';
import { db } from '../../utils/db/database.ts';
import { release } from '../release/samples.ts';
import { source } from '../source/samples.ts';
import { browserStubs } from './stubs.ts';

const hour = 3_600_000;
/** Noon by the clock of the machine that runs this. */
const noon = new Date(2026, 4, 12, 12).getTime();
let stubs: ReturnType<typeof browserStubs>;

beforeEach(async () => {
  fakeBrowser.reset();
  stubs = browserStubs();
  vi.useFakeTimers({ toFake: ['Date'], now: noon });
  await db.sources.put(source({ name: 'Kota Bogor', importedAt: noon - hour }));
  registerNotify();
  await changeSettings({ notifications: true });
});
afterEach(async () => {
  vi.useRealTimers();
  await Promise.all([db.sources.clear(), db.releases.clear()]);
});

const publish = (...names: string[]) =>
  db.releases.bulkPut(
    names.map((name, index) =>
      release(name, { title: `Rilis ${name}`, firstSeenAt: Date.now(), order: Date.now() - index }),
    ),
  );

test('one for all that is new, with the first titles; not told twice', async () => {
  await publish('a', 'b', 'c', 'd', 'e');
  await notifyFresh();
  expect(stubs.shown).toEqual([
    {
      id: 'releases',
      title: '5 rilis baru dari Kota Bogor',
      message: 'Rilis a\nRilis b\nRilis c\ndan 2 lainnya',
    },
  ]);
  await notifyFresh();
  expect(stubs.shown).toHaveLength(1);
});

test('a second one waits for its hour, by alarm, and brings all that came meanwhile', async () => {
  await publish('a');
  await notifyFresh();
  vi.setSystemTime(noon + hour / 4);
  await publish('b');
  await notifyFresh();
  vi.setSystemTime(noon + hour / 2);
  await publish('c');
  await notifyFresh();
  expect(stubs.shown).toHaveLength(1);
  expect(stubs.alarms.get('notify')).toEqual({ when: noon + hour });
  vi.setSystemTime(noon + hour);
  stubs.ring('notify');
  await notifyFresh();
  expect(stubs.shown.map(({ title }) => title)).toEqual([
    'Rilis baru dari Kota Bogor',
    '2 rilis baru dari Kota Bogor',
  ]);
});

test('none in quiet hours: one in the morning, unless it was read by then', async () => {
  vi.setSystemTime(noon + 10 * hour);
  await publish('a', 'b');
  await notifyFresh();
  expect(stubs.shown).toEqual([]);
  expect(stubs.alarms.get('notify')).toEqual({ when: noon + 17 * hour });
  await db.releases.update('a', { unread: 0 });
  vi.setSystemTime(noon + 17 * hour);
  stubs.ring('notify');
  await notifyFresh();
  expect(stubs.shown.map(({ message }) => message)).toEqual(['Rilis b']);
});

test('none when the official turned them off, and none of that time when they are on again', async () => {
  await changeSettings({ notifications: false });
  await publish('a');
  await notifyFresh();
  await changeSettings({ notifications: true });
  await notifyFresh();
  expect(stubs.shown).toEqual([]);
  vi.setSystemTime(noon + 60_000);
  await publish('b');
  await notifyFresh();
  expect(stubs.shown).toHaveLength(1);
});

test('none of a source’s first releases', async () => {
  await db.sources.put(source({ importedAt: noon }));
  await publish('a', 'b');
  await notifyFresh();
  expect(stubs.shown).toEqual([]);
});

test('in English, of several cities, without a name', async () => {
  await changeSettings({ language: 'en' });
  await db.sources.put(source({ id: 'lain', name: 'Kota Lain', importedAt: 0 }));
  await publish('a');
  await db.releases.put(release('x', { sourceId: 'lain', firstSeenAt: noon }));
  await notifyFresh();
  expect(stubs.shown[0]?.title).toBe('2 new releases');
});

test('a click opens the releases on the desk; another notification is not ours', async () => {
  stubs.click('lain');
  stubs.click('releases');
  await vi.waitFor(() => expect(stubs.opened).toHaveLength(1));
  expect(stubs.opened[0]).toContain('desk.html#arsip');
});
