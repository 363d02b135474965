import { expect, test } from 'vitest';
import { readCityRecipes } from '../../utils/source/city-recipes.ts';

const recipe = {
  listing: { item: '.kabar', title: 'h2', link: 'h2 a', date: '.tanggal' },
  release: { title: 'h1', body: '.isi' },
  dateFormat: 'D M Y',
};
const source = 'https://kotabogor.go.id/berita';

test('a recipe stands by the address of its source', () => {
  expect(readCityRecipes([{ source, recipe }])).toEqual({
    recipes: new Map([[source, recipe]]),
    refused: [],
  });
});

test('a damaged entry is refused alone, and named', () => {
  const bad = { ...recipe, release: { title: 'h1', body: ':has(:has(p))' } };
  const { recipes, refused } = readCityRecipes([
    null,
    { source: 'https://lain.go.id/berita', recipe: bad },
    { source, recipe },
    { source: 7, recipe },
    { source: 'https://kosong.go.id/' },
  ]);
  expect([...recipes.keys()]).toEqual([source]);
  expect(refused).toEqual(['0', 'https://lain.go.id/berita', '3', 'https://kosong.go.id/']);
});

test.each([undefined, null, {}, 'recipes', 3])('%s sets nothing', (value) => {
  expect(readCityRecipes(value)).toEqual({ recipes: new Map(), refused: [] });
});
