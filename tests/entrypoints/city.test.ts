import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { applyCity } from '../../entrypoints/background/city.ts';
import { loadCity } from '../../utils/browser/city.ts';
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

beforeEach(async () => {
  fakeBrowser.reset();
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
