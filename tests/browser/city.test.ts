import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type City, keepCity, withCity } from '../../utils/browser/city.ts';
import {
  changeSettings,
  defaultSettings,
  loadOwnSettings,
  loadSettings,
  onSettings,
  type Settings,
  settingsKey,
} from '../../utils/browser/settings.ts';
import { noModel } from '../../utils/caption/model-choice.ts';

const model = { kind: 'address', address: 'http://localhost:11434/v1', name: 'kecil' } as const;
const own: Settings = {
  ...defaultSettings,
  language: 'en',
  platforms: ['line', 'x', 'threads'],
  quietFrom: 22,
  quietTo: 7,
  model,
  house: { ...defaultSettings.house, hashtags: ['Saya'], mentions: ['@saya'], closing: 'Saya', emoji: true },
  addresses: { x: 'https://x.com/saya?t={text}', threads: 'https://threads.com/saya?t={text}' },
  seed: 3,
};
const city: City = {
  language: 'id',
  platforms: ['instagram', 'threads', 'x'],
  notifications: true,
  quietHours: { from: 20, to: 4 },
  model: false,
  hashtags: ['Kota'],
  mentions: ['@kota'],
  closings: ['Satu', 'Dua'],
  addresses: { x: 'https://x.com/kota?t={text}' },
};

beforeEach(() => fakeBrowser.reset());

describe('what the city sets', () => {
  test('holds over the official’s own, and nothing else changes', () => {
    expect(withCity(own, city)).toEqual({
      ...own,
      language: 'id',
      // Their choice and order among what is offered.
      platforms: ['x', 'threads'],
      notifications: true,
      quietFrom: 20,
      quietTo: 4,
      model: noModel,
      house: { ...own.house, hashtags: ['Kota'], mentions: ['@kota'], closing: 'Dua' },
      addresses: { x: 'https://x.com/kota?t={text}', threads: 'https://threads.com/saya?t={text}' },
      city,
    });
    expect(withCity(own, {})).toBe(own);
    expect(withCity(own, { model: true }).model).toEqual(model);
  });

  test('who chose none of the platforms offered has them all', () => {
    expect(withCity(own, { platforms: ['tiktok', 'telegram'] }).platforms).toEqual(['tiktok', 'telegram']);
  });

  test('its closing lines are shared out by the seed: not every official ends alike', () => {
    const lines = [0, 1, 2, 3].map((seed) => withCity({ ...own, seed }, city).house.closing);
    expect(lines).toEqual(['Satu', 'Dua', 'Satu', 'Dua']);
  });
});

describe('what is stored', () => {
  beforeEach(async () => {
    await fakeBrowser.storage.local.set({ [settingsKey]: own });
    await keepCity(city, []);
  });

  test('stays the official’s own under every change, and is theirs again when the city lets go', async () => {
    const held = await loadSettings();
    // As the pages do: a part is changed, and the rest of it goes along.
    await changeSettings({
      house: { ...held.house, naming: 'office' },
      platforms: ['threads', 'instagram'],
      addresses: { ...held.addresses, line: 'https://line.me/saya?t={text}' },
      ...{ language: 'browser', notifications: false, quietFrom: 1, quietTo: 2, model: noModel },
    });
    expect(await loadSettings()).toMatchObject({
      platforms: ['threads', 'instagram'],
      language: 'id',
      house: { hashtags: ['Kota'], naming: 'office' },
    });
    await keepCity({}, []);
    expect(await loadSettings()).toEqual({
      ...own,
      house: { ...own.house, naming: 'office' },
      platforms: ['threads', 'instagram', 'line'],
      addresses: { ...own.addresses, line: 'https://line.me/saya?t={text}' },
    });
  });

  test('never holds what the city set, for copies either', async () => {
    await changeSettings({ welcomed: true });
    const stored = (await fakeBrowser.storage.local.get(settingsKey))[settingsKey];
    expect(stored).toEqual({ ...own, welcomed: true });
    expect(await loadOwnSettings()).toEqual({ ...own, welcomed: true });
  });
});

test('a policy that changes is heard of like any other change, until it is stopped', async () => {
  const heard = vi.fn();
  const stop = onSettings(heard);
  await keepCity({ language: 'en' }, []);
  await vi.waitFor(() =>
    expect(heard).toHaveBeenLastCalledWith({ ...defaultSettings, language: 'en', city: { language: 'en' } }),
  );
  const times = heard.mock.calls.length;
  stop();
  await keepCity({}, []);
  await loadSettings();
  expect(heard).toHaveBeenCalledTimes(times);
});
