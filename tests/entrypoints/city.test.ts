import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { applyCity, firstSources } from '../../entrypoints/background/city.ts';
import { loadCity, loadCityFaults } from '../../utils/browser/city.ts';
import { loadFolder, saveFolder } from '../../utils/browser/folder.ts';
import { changeSettings } from '../../utils/browser/settings.ts';
import { db } from '../../utils/db/database.ts';
import { readListing } from '../../utils/source/page.ts';
import { source } from '../source/samples.ts';

const url = 'https://kotabogor.go.id/berita';
const recipe = {
  listing: { item: '.kabar', title: 'h2', link: 'h2 a' },
  release: { title: 'h1', body: '.isi' },
  dateFormat: 'D M Y',
};
const policy = (recipes: unknown) => vi.spyOn(browser.storage.managed, 'get').mockResolvedValue({ recipes });
const stored = () => db.sources.get('kota-bogor');

/** The origins that the official allowed. */
const allowed = new Set<string>();
const whole = (given: object) => vi.spyOn(browser.storage.managed, 'get').mockResolvedValue({ ...given });
const ids = async () => (await db.sources.toArray()).map(({ id }) => id);

beforeEach(async () => {
  fakeBrowser.reset();
  allowed.clear();
  Object.assign(fakeBrowser.permissions, {
    contains: async ({ origins }: { origins: string[] }) => origins.every((origin) => allowed.has(origin)),
  });
  const old = { listing: { item: '.lama', title: 'b', link: 'a' }, release: { title: 'b', body: 'p' } };
  await db.sources.put(
    source({
      id: 'kota-bogor',
      url,
      hosts: ['kotabogor.go.id'],
      kind: 'page',
      recipe: { ...old, dateFormat: 'D M Y' },
    }),
  );
});
afterEach(async () => {
  vi.restoreAllMocks();
  await db.sources.clear();
});

test('what the city sets is how its pages are read, and what was learnt before goes', async () => {
  policy([{ source: url, recipe }]);
  await db.sources.update('kota-bogor', { learnt: { ...recipe, dateFormat: 'M D Y' } });
  await applyCity();
  const row = await stored();
  expect(row).toMatchObject({ cityRecipe: recipe });
  expect(row?.learnt).toBeUndefined();
  const rows = ['Satu', 'Dua', 'Tiga'].map(
    (title, at) => `<div class="kabar"><h2><a href="/b/${at}">${title}</a></h2></div>`,
  );
  if (!row) throw new Error('no source');
  const download = { url, text: `<main>${rows.join('')}</main>`, contentType: 'text/html', validators: {} };
  expect(readListing(download, row).items.map(({ title }) => title)).toEqual(['Satu', 'Dua', 'Tiga']);
});

test('what it learnt since stays while the policy says the same', async () => {
  policy([{ source: url, recipe }]);
  await applyCity();
  await db.sources.update('kota-bogor', { learnt: recipe });
  await applyCity();
  expect((await stored())?.learnt).toEqual(recipe);
});

test('a policy that goes takes its recipe with it', async () => {
  policy([{ source: url, recipe }]);
  await applyCity();
  policy(undefined);
  await applyCity();
  expect((await stored())?.cityRecipe).toBeUndefined();
  expect((await stored())?.recipe?.listing.item).toBe('.lama');
});

test('without any policy Firefox says so, and that is no failure', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => {});
  const none = new Error('Managed storage manifest not found');
  vi.spyOn(browser.storage.managed, 'get').mockRejectedValue(none);
  await applyCity();
  expect(told).not.toHaveBeenCalled();
});

test('a policy that cannot be read leaves what it set before', async () => {
  policy([{ source: url, recipe }]);
  await applyCity();
  const told = vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.spyOn(browser.storage.managed, 'get').mockRejectedValue(new Error('disk'));
  await applyCity();
  expect((await stored())?.cityRecipe).toEqual(recipe);
  expect(told).toHaveBeenCalledOnce();
});

test('addresses of the policy are kept, the good ones, and go when the policy sets none', async () => {
  const set = (addresses: unknown) =>
    vi.spyOn(browser.storage.managed, 'get').mockResolvedValue({ recipes: [], addresses });
  set({ x: 'https://x.com/intent/post?text={text}', threads: 'http://threads.com/?t={text}' });
  await applyCity();
  expect((await loadCity()).addresses).toEqual({ x: 'https://x.com/intent/post?text={text}' });
  set(undefined);
  await applyCity();
  expect((await loadCity()).addresses).toBeUndefined();
});

test('a refused recipe is told, and changes nothing', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => {});
  policy([{ source: url, recipe: { listing: {} } }]);
  await applyCity();
  expect(told).toHaveBeenCalledOnce();
  expect((await stored())?.cityRecipe).toBeUndefined();
});

const other = 'https://kotasatu.go.id/feed';
const wantsOther = { sources: [{ url: other, kind: 'feed', name: 'Kota Satu' }] };
const allowOther = () => {
  for (const host of ['kotasatu.go.id', 'www.kotasatu.go.id']) allowed.add(`https://${host}/*`);
};

test('a source of the city waits for the official: no policy grants a site', async () => {
  await changeSettings({ welcomed: true });
  whole(wantsOther);
  await applyCity();
  expect(await ids()).toEqual(['kota-bogor']);
  expect((await loadCity()).sources).toEqual(wantsOther.sources);
  allowOther();
  await applyCity();
  expect(await db.sources.get('kotasatu-go-id-feed')).toMatchObject({ city: other, name: 'Kota Satu' });
  await applyCity();
  expect(await ids()).toHaveLength(2);
});

test('a source that is there already becomes the city’s, unpaused, and the official’s again', async () => {
  await db.sources.update('kota-bogor', { paused: true, name: 'Bogorku' });
  whole({ sources: [{ url, name: 'Kota Bogor' }] });
  await applyCity();
  expect(await stored()).toMatchObject({ city: url, name: 'Kota Bogor' });
  expect((await stored())?.paused).toBeUndefined();
  whole({});
  await applyCity(true);
  expect(await stored()).toMatchObject({ id: 'kota-bogor', name: 'Kota Bogor' });
  expect((await stored())?.city).toBeUndefined();
});

test('a city with other sources begins without the preset, however late its policy comes', async () => {
  whole(wantsOther);
  await applyCity();
  expect(await ids()).toEqual([]);
  expect(await firstSources()).toEqual([]);
  whole({});
  await applyCity(true);
  expect((await firstSources()).map(({ id }) => id)).toEqual(['kota-bogor']);
});

test('the preset stays with an official who has begun', async () => {
  await changeSettings({ welcomed: true });
  whole(wantsOther);
  await applyCity();
  expect(await ids()).toEqual(['kota-bogor']);
});

test('what is damaged is kept for the options, told once, and the rest holds', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => {});
  whole({ language: 'jv', hashtags: ['KotaBogor'] });
  await applyCity();
  await applyCity();
  expect(await loadCity()).toEqual({ hashtags: ['KotaBogor'] });
  expect(await loadCityFaults()).toEqual([{ path: 'language', reason: 'language' }]);
  expect(told).toHaveBeenCalledOnce();
});

test('the folder of another address is left once the city sets its own', async () => {
  const mine = { on: true, address: 'https://awan.go.id/dav/files/budi/Jubir', user: 'budi' };
  await saveFolder({ choice: mine, outcome: null });
  whole({ folder: 'https://awan.go.id/dav/files/{user}/Jubir' });
  await applyCity();
  expect((await loadFolder()).choice).toEqual(mine);
  whole({ folder: 'https://lain.go.id/dav/{user}' });
  await applyCity();
  expect((await loadFolder()).choice.on).toBe(false);
});

test('an empty policy may only be late, as Chromium’s is at its start: it is gone after a minute', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  whole({ model: false, recipes: [{ source: url, recipe }] });
  await applyCity();
  whole({});
  await applyCity();
  vi.setSystemTime(Date.now() + 59_000);
  await applyCity();
  expect(await loadCity()).toEqual({ model: false });
  expect((await stored())?.cityRecipe).toEqual(recipe);
  // It came after all: the minute begins anew the next time.
  whole({ model: false, recipes: [{ source: url, recipe }] });
  await applyCity();
  whole({});
  vi.setSystemTime(Date.now() + 59_000);
  await applyCity();
  expect(await loadCity()).toEqual({ model: false });
  vi.setSystemTime(Date.now() + 61_000);
  await applyCity();
  expect(await loadCity()).toEqual({});
  expect((await stored())?.cityRecipe).toBeUndefined();
});
