import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  changeSettings,
  defaultSettings,
  drawSeed,
  loadSettings,
  onSettings,
  readSettings,
  rememberHashtag,
  type Settings,
  settingsKey,
} from '../../utils/browser/settings.ts';
import { noModel } from '../../utils/caption/model-choice.ts';
import { defaultCampaignWords } from '../../utils/check/campaign-words.ts';
import { platformIds } from '../../utils/platform/platform.ts';

beforeEach(() => fakeBrowser.reset());

const chosen: Settings = {
  language: 'en',
  platforms: ['threads', 'x'],
  mastodonServer: 'mastodon.social',
  notifications: true,
  quietFrom: 20,
  quietTo: 6,
  election: { on: true, from: '2029-01-10', to: null, words: ['coblos', 'paslon'] },
  seed: 41,
  house: {
    hashtags: ['BogorBerlari'],
    mentions: ['@pemkotbogor'],
    closing: 'Salam, Humas',
    emoji: true,
    naming: 'office',
  },
  lines: ['Mari datang.'],
  taken: { umkm: 2 },
  model: { kind: 'address', address: 'http://localhost:11434/v1', name: 'qwen3:8b' },
  undoSend: false,
  addresses: { x: 'https://x.com/intent/post?text={text}' },
  hiddenOn: ['kotabogor.go.id'],
  captionFeed: { url: 'https://humas.go.id/takarir.json', key: `${'A'.repeat(43)}=` },
  writesHumas: true,
  welcomed: true,
};

describe('reading what is stored', () => {
  test('nothing yet: Indonesian, every platform, not welcomed', () => {
    expect(readSettings(undefined)).toEqual(defaultSettings);
    expect(defaultSettings).toEqual({
      language: 'id',
      platforms: [...platformIds],
      mastodonServer: null,
      notifications: false,
      quietFrom: 21,
      quietTo: 5,
      election: { on: false, from: null, to: null, words: defaultCampaignWords },
      seed: 0,
      house: { hashtags: [], mentions: [], closing: '', emoji: false, naming: 'both' },
      lines: [],
      taken: {},
      model: noModel,
      undoSend: true,
      addresses: {},
      hiddenOn: [],
      captionFeed: null,
      writesHumas: false,
      welcomed: false,
    });
  });

  test('what was chosen comes back', () => {
    expect(readSettings(structuredClone(chosen))).toEqual(chosen);
  });

  test.each([null, 1, 'settings', [], () => {}])('%s is no settings', (stored) => {
    expect(readSettings(stored)).toEqual(defaultSettings);
  });

  test.each([
    [{ language: 'jv' }, { language: 'id' }],
    [{ language: null }, { language: 'id' }],
    [{ platforms: 'x' }, { platforms: [...platformIds] }],
    [{ platforms: [] }, { platforms: [...platformIds] }],
    [{ platforms: ['orkut', 7, null] }, { platforms: [...platformIds] }],
    [{ platforms: ['line', 'orkut', 'x', 'line'] }, { platforms: ['line', 'x'] }],
    [{ platforms: ['constructor', 'x'] }, { platforms: ['x'] }],
    [{ mastodonServer: 5 }, { mastodonServer: null }],
    [{ welcomed: 'yes' }, { welcomed: false }],
    [{ notifications: 'yes' }, { notifications: false }],
    [{ model: { kind: 'address', address: 'http://jauh.id', name: 'm' } }, { model: noModel }],
    [{ election: 'soon' }, { election: defaultSettings.election }],
    [{ election: { ...chosen.election, from: 'besok' } }, { election: { ...chosen.election, from: null } }],
    [{ election: { ...chosen.election, to: '2029-99-99' } }, {}],
    [
      { election: { ...chosen.election, words: ['a', 5, ' '] } },
      { election: { ...chosen.election, words: ['a'] } },
    ],
    [{ election: { ...chosen.election, on: 1 } }, { election: { ...chosen.election, on: false } }],
    [{ seed: 'x' }, { seed: 0 }],
    [{ seed: 1.5 }, { seed: 0 }],
    [{ house: null }, { house: defaultSettings.house }],
    [{ house: { ...chosen.house, naming: 'nick' } }, { house: { ...chosen.house, naming: 'both' } }],
    [
      { house: { ...chosen.house, hashtags: ['#Kota', 'kota', 'a b', '12', 5] } },
      { house: { ...chosen.house, hashtags: ['Kota', 'a', 'b'] } },
    ],
    [
      { house: { ...chosen.house, mentions: ['pemkot', '@a b', '@<b>'] } },
      { house: { ...chosen.house, mentions: ['@pemkot', '@a', '@b'] } },
    ],
    [
      { house: { ...chosen.house, closing: `Salam\n${'x'.repeat(300)}` } },
      { house: { ...chosen.house, closing: `Salam ${'x'.repeat(134)}` } },
    ],
    [{ lines: ['a', ' A ', 'b\nc', 7, ''] }, { lines: ['a', 'b c'] }],
    [{ taken: { umkm: 2, bad: -1, worse: 'x' } }, { taken: { umkm: 2 } }],
    [{ taken: 'many' }, { taken: {} }],
    [{ somethingElse: true }, {}],
  ])('%o falls back alone', (damage, expected) => {
    expect(readSettings({ ...chosen, ...damage })).toEqual({ ...chosen, ...expected });
  });
});

describe('changing', () => {
  test('stores the whole with what changed, and loads it again', async () => {
    expect(await changeSettings({ language: 'en' })).toEqual({ ...defaultSettings, language: 'en' });
    await changeSettings({ platforms: ['x'] });
    expect(await loadSettings()).toEqual({ ...defaultSettings, language: 'en', platforms: ['x'] });
  });

  test('two changes at once are both kept', async () => {
    await Promise.all([
      changeSettings({ mastodonServer: 'mastodon.social' }),
      changeSettings({ welcomed: true }),
    ]);
    expect(await loadSettings()).toMatchObject({ mastodonServer: 'mastodon.social', welcomed: true });
  });

  test('after one that could not be stored, the next one can', async () => {
    const { set } = fakeBrowser.storage.local;
    fakeBrowser.storage.local.set = (() => Promise.reject(new Error('full'))) as never;
    await expect(changeSettings({ language: 'en' })).rejects.toThrow('full');
    fakeBrowser.storage.local.set = set;
    await changeSettings({ welcomed: true });
    expect(await loadSettings()).toMatchObject({ language: 'id', welcomed: true });
  });

  test('mends damage on the way', async () => {
    await fakeBrowser.storage.local.set({ [settingsKey]: { language: 'jv', welcomed: true } });
    await changeSettings({ mastodonServer: 'a.example' });
    expect((await fakeBrowser.storage.local.get(settingsKey))[settingsKey]).toEqual({
      ...defaultSettings,
      welcomed: true,
      mastodonServer: 'a.example',
    });
  });
});

describe('the seed of an install', () => {
  test('is drawn once and stays', async () => {
    await drawSeed();
    const { seed } = await loadSettings();
    expect(seed).toBeGreaterThan(0);
    await drawSeed();
    expect((await loadSettings()).seed).toBe(seed);
  });
});

describe('hashtags that the official switches', () => {
  test('are counted on this machine, and forgotten at nothing', async () => {
    await Promise.all([
      rememberHashtag('#UMKM', true),
      rememberHashtag('#umkm', true),
      rememberHashtag('#Adipura', true),
    ]);
    expect((await loadSettings()).taken).toEqual({ umkm: 2, adipura: 1 });
    await rememberHashtag('#Adipura', false);
    await rememberHashtag('#Lain', false);
    expect((await loadSettings()).taken).toEqual({ umkm: 2 });
  });
});

describe('listening', () => {
  test('hears of every change, read like a stored one, until it is stopped', async () => {
    const heard = vi.fn();
    const stop = onSettings(heard);
    await changeSettings({ language: 'en' });
    expect(heard).toHaveBeenLastCalledWith({ ...defaultSettings, language: 'en' });
    await fakeBrowser.storage.local.set({ [settingsKey]: { platforms: ['orkut'] } });
    expect(heard).toHaveBeenLastCalledWith(defaultSettings);
    stop();
    await changeSettings({ language: 'id' });
    expect(heard).toHaveBeenCalledTimes(2);
  });

  test('hears of nothing else', async () => {
    const heard = vi.fn();
    onSettings(heard);
    await fakeBrowser.storage.local.set({ snapshot: {} });
    await fakeBrowser.storage.session.set({ [settingsKey]: {} });
    expect(heard).not.toHaveBeenCalled();
  });
});
