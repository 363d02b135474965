import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { presets } from '../../utils/source/cities.ts';
import { RECOGNISED, readListing, readReleasePage } from '../../utils/source/page.ts';
import { openPage } from '../../utils/source/recipe.ts';
import { recogniseListing } from '../../utils/source/recognise/listing.ts';
import { recogniseRelease } from '../../utils/source/recognise/release.ts';
import type { Source } from '../../utils/source/source.ts';
import { City } from '../city/city.ts';
import { redesigns } from '../city/redesigns/all.ts';
import { picture } from '../city/redesigns/parts.ts';
import { download, isAbsent, shared } from './samples.ts';

const now = Date.parse('2026-11-24T03:00:00Z');
const city = new City(() => now);
const bogor = presets[0] as Source;
const origin = 'https://kotabogor.go.id';
const day = 86_400_000;
const zone = 7 * 3_600_000;

function expectedDate(at: number, precision: 'day' | 'time' | 'none') {
  if (precision === 'none') return null;
  if (precision === 'day') return { at: Math.floor((at + zone) / day) * day - zone, precision };
  return { at: Math.floor(at / 60_000) * 60_000, precision };
}

const toMinute = (date: { at: number; precision: string } | null) =>
  date && { ...date, at: date.precision === 'time' ? Math.floor(date.at / 60_000) * 60_000 : date.at };

describe.each(redesigns)('redesign: $name', (redesign) => {
  const page = download(redesign.listing(city), `${origin}/berita`);
  const shown = [...redesign.listing(city).matchAll(/href="([^"]+)"/g)].map(([, href]) =>
    href?.replaceAll('&amp;', '&'),
  );
  const expected = city.releases.filter((release) => shown.includes(redesign.path(release)));

  test('every row of the listing, and nothing else', () => {
    const reading = readListing(page, bogor);
    const main = expected.slice(0, reading.items.length);
    expect(reading.items.map(({ title }) => title)).toEqual(main.map(({ title }) => title));
    expect(reading.items.map(({ url }) => url)).toEqual(
      main.map((release) => new URL(redesign.path(release), origin).href),
    );
    expect(reading.items.map(({ published }) => toMinute(published))).toEqual(
      main.map((release) => expectedDate(release.published, redesign.dates.listing)),
    );
    expect(reading.items.length).toBeGreaterThanOrEqual(Math.min(7, city.releases.length));
    expect(reading.repairs).toContain(RECOGNISED);
    expect(reading.learnt).toBeDefined();
    expect(JSON.stringify(reading.learnt)).not.toMatch(/\d{3,}/);
  });

  test('every release page, word by word', () => {
    for (const release of city.releases) {
      const url = new URL(redesign.path(release), origin).href;
      const read = readReleasePage(download(redesign.release(city, release), url), bogor);
      expect(read.title).toBe(release.title);
      expect(read.paragraphs).toEqual(release.paragraphs.map((each) => each.replaceAll('Rp ', 'Rp ')));
      expect(read.image).toBe(picture(release));
      expect(toMinute(read.published)).toEqual(expectedDate(release.published, redesign.dates.release));
      expect(read.repairs).toContain(RECOGNISED);
    }
  });

  test('what was learnt reads the next refresh without recognising anew', () => {
    const listing = readListing(page, bogor);
    const first = city.releases[0];
    if (!first || !listing.learnt) throw new Error('nothing was learnt');
    const at = (release: typeof first) => new URL(redesign.path(release), origin).href;
    const withListing: Source = { ...bogor, learnt: listing.learnt };
    const read = readReleasePage(download(redesign.release(city, first), at(first)), withListing);
    const source: Source = { ...bogor, ...(read.learnt && { learnt: read.learnt }) };
    const again = readListing(page, source);
    expect(again.items).toEqual(listing.items);
    expect(again.learnt).toBeUndefined();
    expect(again.repairs).toContain(RECOGNISED);
    for (const release of city.releases) {
      const other = readReleasePage(download(redesign.release(city, release), at(release)), source);
      expect(other.learnt).toBeUndefined();
      expect(other.title).toBe(release.title);
      expect(other.paragraphs).toEqual(release.paragraphs);
    }
  });

  test('says how sure it is', () => {
    const listing = recogniseListing(openPage(page), bogor.hosts);
    const [first] = city.releases;
    if (!first) throw new Error('no release');
    const release = recogniseRelease(
      openPage(download(redesign.release(city, first), `${origin}${redesign.path(first)}`)),
    );
    expect(listing?.confidence).toBeGreaterThan(0.6);
    expect(release?.confidence).toBeGreaterThan(0.6);
  });
});

describe.skipIf(isAbsent('portals/kotabogor'))('the pages of Kota Bogor, were there no recipe', () => {
  const folder = `${shared}/portals/kotabogor`;
  const blank: Source = {
    ...bogor,
    recipe: {
      listing: { item: '.x', title: '.x', link: '.x' },
      release: { title: '.x', body: '.x' },
      dateFormat: 'D M Y',
    },
  };
  const read = (file: string, url: string) => download(readFileSync(`${folder}/${file}`, 'utf8'), url);

  test('are read as by the recipe', () => {
    const page = read('berita.html', `${origin}/berita`);
    expect(readListing(page, blank).items).toEqual(readListing(page, bogor).items);
    for (let id = 2090; id <= 2100; id++) {
      const release = read(`berita-detail-${id}.html`, `${origin}/berita-detail/${id}`);
      const { repairs: _said, learnt: _learnt, ...found } = readReleasePage(release, blank);
      const { repairs: _none, ...expected } = readReleasePage(release, bogor);
      expect(found).toEqual(expected);
    }
  });
});

describe('what is no listing and no release is not taken for one', () => {
  const menus = (count: number) =>
    Array.from(
      { length: count },
      (_, n) => `<li><a href="/layanan/${n}">Layanan Perizinan Usaha ${n}</a></li>`,
    ).join('');
  test.each([
    ['a menu', `<ul class="menu">${menus(12)}</ul>`],
    [
      'a maintenance notice',
      '<h1>Situs sedang diperbaiki</h1><p>Mohon maaf atas ketidaknyamanan ini, silakan kembali beberapa saat lagi.</p>',
    ],
    [
      'links elsewhere',
      Array.from(
        { length: 9 },
        (_, n) =>
          `<div class="berita"><h3><a href="https://slot.example/${n}">Situs slot gacor hari ini nomor ${n}</a></h3><i>${n + 1} Mei 2026</i></div>`,
      ).join(''),
    ],
    [
      'downloads',
      Array.from(
        { length: 9 },
        (_, n) =>
          `<tr><td><a href="/unduh/perda-nomor-${n}-tahun-2020.pdf">Peraturan Daerah Nomor ${n} Tahun 2020</a></td><td>${n + 1} Mei 2026</td></tr>`,
      ).join(''),
    ],
    ['a login form', '<form><input name="user"><button>Masuk</button></form>'],
  ])('%s', (_name, html) => {
    const page = download(`<html><body>${html}</body></html>`, `${origin}/berita`);
    expect(() => readListing(page, bogor)).toThrow(expect.objectContaining({ reason: 'empty' }));
    expect(() => readReleasePage(page, bogor)).toThrow(expect.objectContaining({ reason: 'empty' }));
  });

  test('an empty body in its place is no reason to look elsewhere', () => {
    const html = `<div class="blog-details__content"><h3 class="blog-details__title">Foto pekan ini</h3></div><div class="lain"><h3>Berita lain</h3><p>${'Teks panjang tentang hal yang berbeda. '.repeat(20)}</p></div>`;
    const read = readReleasePage(download(html, `${origin}/berita-detail/1`), bogor);
    expect(read).toMatchObject({ title: 'Foto pekan ini', paragraphs: [], repairs: [] });
  });
});

test('a first row made larger than the others is not missed, however long the list', () => {
  const card = (n: number) =>
    `<div class="${n === 0 ? 'utama besar' : 'kartu kecil'}"><h4><a href="/berita/${900 - n}">Pemkot Meresmikan Taman Kota Nomor ${900 - n}</a></h4><span>${28 - n} Oktober 2026</span></div>`;
  const html = `<div class="daftar">${Array.from({ length: 25 }, (_, n) => card(n)).join('')}</div>`;
  expect(readListing(download(html, `${origin}/berita`), bogor).items).toHaveLength(25);
});
