import { describe, expect, test } from 'vitest';
import { PointingError, recipeFromPointing } from '../../utils/source/recognise/pointing.ts';
import { City } from '../city/city.ts';
import { redesigns } from '../city/redesigns/all.ts';
import { clock } from '../city/redesigns/parts.ts';
import { download } from './samples.ts';

const now = Date.parse('2026-11-24T03:00:00Z');
const city = new City(() => now);
const origin = 'https://kotabogor.go.id';
const hosts = ['kotabogor.go.id'];
/** Not the first: an official may point at any row. */
const chosen = city.releases[2];
if (!chosen) throw new Error('no release');

/** What each redesign shows of that release's date. */
function shownDate(name: string): string {
  const { dd, mm, day, month, short, english, year, weekday, hh, ii, ss } = clock(chosen?.published ?? 0);
  if (name.startsWith('Bootstrap')) return `${weekday}, ${day} ${month} ${year} | ${hh}:${ii} WIB`;
  if (name.startsWith('Tailwind')) return `${day} ${short} ${year}`;
  if (name.startsWith('a table')) return `${dd}/${mm}/${year}`;
  if (name.startsWith('a WordPress')) return `${english} ${day}, ${year}`;
  if (name.startsWith('a plain')) return `${day} ${month} ${year}, ${hh}.${ii} | Diskominfo`;
  if (name.startsWith('magazine')) return `${dd}${short} ${year}`;
  return `${day} ${month} ${year} ${hh}:${ii}:${ss}`;
}

describe.each(redesigns)('pointing on: $name', (redesign) => {
  const listing = download(redesign.listing(city), `${origin}/berita`);
  const at = new URL(redesign.path(chosen), origin).href;
  const release = download(redesign.release(city, chosen), at);

  test('a title, a date and a paragraph are enough for all rows and all pages', () => {
    const pointed = recipeFromPointing(
      listing,
      {
        title: { text: chosen.title },
        date: { text: shownDate(redesign.name) },
        body: { text: chosen.paragraphs[1] ?? '' },
      },
      hosts,
      release,
    );
    const shown = city.releases.slice(0, pointed.items.length);
    expect(pointed.items.length).toBeGreaterThanOrEqual(7);
    expect(pointed.items.map(({ title }) => title)).toEqual(shown.map(({ title }) => title));
    expect(pointed.items.map(({ url }) => url)).toEqual(
      shown.map((each) => new URL(redesign.path(each), origin).href),
    );
    expect(pointed.items.every(({ published }) => published !== null)).toBe(true);
    expect(pointed.page?.title).toBe(chosen.title);
    expect(pointed.page?.paragraphs).toEqual(chosen.paragraphs);
  });
});

describe('pointing', () => {
  const row = (n: number) =>
    `<li><a href="/b/${n}">Rilis kota nomor ${n} yang panjang</a><br><i>${n} Mei 2026</i></li>`;
  const html = `<body><div id="x"><ul>${[1, 2, 3, 4].map(row).join('')}</ul></div><table><tr><td><p>lain</p></td></tr></table></body>`;
  const page = download(html, 'https://kota.go.id/berita');
  const own = ['kota.go.id'];

  test('by path, by path and text, with a <tbody> that only browsers see', () => {
    const path = 'body > div:nth-child(1) > ul > li:nth-child(2) > a';
    for (const title of [{ path }, { path, text: 'Rilis kota nomor 2 yang' }]) {
      expect(recipeFromPointing(page, { title }, own).items).toHaveLength(4);
    }
    // A path that says something else than what was pointed at is not believed.
    const other = { path, text: 'Rilis kota nomor 3 yang panjang' };
    expect(
      recipeFromPointing(page, { title: other, date: { text: '3 Mei 2026' } }, own).recipe.listing.date,
    ).toBeDefined();
    const rows = `<body><table>${[1, 2, 3].map((n) => `<tr><td>${n}</td><td><a href="/b/${n}">Rilis nomor ${n} kota</a></td></tr>`).join('')}</table></body>`;
    const table = recipeFromPointing(
      download(rows, 'https://kota.go.id/berita'),
      { title: { path: 'body > table > tbody > tr:nth-child(2) > td:nth-child(2) > a' } },
      own,
    );
    expect(table.items).toHaveLength(3);
  });

  test('what was not pointed at stays as it was', () => {
    const old = {
      listing: { item: 'a', title: 'a', link: 'a' },
      release: { title: '.j', body: '.isi' },
      dateFormat: 'D M Y',
    };
    const pointed = recipeFromPointing(
      page,
      { title: { text: 'Rilis kota nomor 2 yang panjang' } },
      own,
      undefined,
      old,
    );
    expect(pointed.recipe.release).toEqual(old.release);
    expect(pointed.page).toBeNull();
  });

  test.each([
    ['title', { title: { text: 'Tidak ada di sini' } }],
    ['title', { title: { path: 'body:has(a)', text: '' } }],
    ['title', { title: { text: 'lain' } }],
    ['date', { title: { text: 'Rilis kota nomor 2 yang panjang' }, date: { text: '9 Juni 2011' } }],
  ] as const)('says that the %s must be pointed at again', (pick, picks) => {
    expect(() => recipeFromPointing(page, picks, own)).toThrow(PointingError);
    expect(() => recipeFromPointing(page, picks, own)).toThrow(expect.objectContaining({ pick }));
  });

  test('a body that is not there', () => {
    const release = download(
      '<h1>Rilis kota nomor 2 yang panjang</h1><div>x</div>',
      'https://kota.go.id/b/2',
    );
    const picks = {
      title: { text: 'Rilis kota nomor 2 yang panjang' },
      body: { text: 'Kalimat yang lain sama sekali' },
    };
    expect(() => recipeFromPointing(page, picks, own, release)).toThrow(
      expect.objectContaining({ pick: 'body' }),
    );
  });
});
