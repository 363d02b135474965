import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { presets } from '../../utils/source/cities.ts';
import { ReadError } from '../../utils/source/errors.ts';
import { readListing, readReleasePage } from '../../utils/source/page.ts';
import type { Recipe, Source } from '../../utils/source/source.ts';
import { download, isAbsent, pageSource, shared } from './samples.ts';

const city = presets[0] as Source;

interface Expected {
  listing: { file: string; url: string; items: { url: string; title: string; date_iso: string }[] };
  details: { file: string; url: string; title: string; image: string; body_paragraphs: string[] }[];
}

const portal = `${shared}/portals/kotabogor`;
const absent = isAbsent('portals/kotabogor');

describe.skipIf(absent)('the pages of Kota Bogor', () => {
  const expected: Expected = absent
    ? { listing: { file: '', url: '', items: [] }, details: [] }
    : JSON.parse(readFileSync(`${portal}/expected.json`, 'utf8'));
  const page = (file: string, url: string) => download(readFileSync(`${portal}/${file}`, 'utf8'), url);

  test('all nine rows of the listing', () => {
    const { items, repairs } = readListing(page(expected.listing.file, expected.listing.url), city);
    expect(items).toHaveLength(9);
    expect(items.map(({ url, title, published }) => ({ url, title, published }))).toEqual(
      expected.listing.items.map(({ url, title, date_iso }) => ({
        url,
        title,
        published: { at: Date.parse(`${date_iso}T00:00:00+07:00`), precision: 'day' },
      })),
    );
    const images = new Map(expected.details.map((detail) => [detail.url, detail.image]));
    expect(items.map((item) => item.image)).toEqual(items.map((item) => images.get(item.url ?? '')));
    expect(repairs).toEqual([]);
  });

  test('all eleven releases, word by word', () => {
    expect(expected.details).toHaveLength(11);
    for (const detail of expected.details) {
      expect(readReleasePage(page(detail.file, detail.url), city)).toEqual({
        title: detail.title,
        paragraphs: detail.body_paragraphs,
        image: detail.image,
        // A page alone has no date.
        published: null,
        repairs: [],
      });
    }
  });
});

const row = (title: string, href: string, rest = '') =>
  `<li><h3>${title}</h3><a href="${href}">Baca</a>${rest}</li>`;

describe('a listing', () => {
  test('relative links and pictures become whole, http becomes https', () => {
    const html = `<ul>${row('Satu', 'detail/1', '<time>1 Mei 2026</time><img data-src="/a.jpg" src="data:image/gif;base64,x">')}${row('Dua', 'http://kota.go.id/2')}</ul>`;
    expect(readListing(download(html, 'https://kota.go.id/berita/'), pageSource()).items).toMatchObject([
      {
        url: 'https://kota.go.id/berita/detail/1',
        title: 'Satu',
        published: { at: Date.parse('2026-05-01T00:00:00+07:00'), precision: 'day' },
        image: 'https://kota.go.id/a.jpg',
      },
      { url: 'https://kota.go.id/2', title: 'Dua', published: null, image: null },
    ]);
  });

  test('a machine-readable date wins over what it shows', () => {
    const html = row('Satu', '/1', '<time datetime="2026-05-01T09:30:00+07:00">kemarin</time>');
    expect(readListing(download(html), pageSource()).items[0]?.published).toEqual({
      at: Date.parse('2026-05-01T02:30:00Z'),
      precision: 'time',
    });
  });

  test.each([
    ['another site', 'https://slot-gacor.example/'],
    ['a host that only looks like it', 'https://kota.go.id.example/'],
    ['a user name in the address', 'https://kota.go.id@jahat.example/'],
    ['a program', 'javascript:alert(1)'],
    ['data', 'data:text/html,x'],
    ['mail', 'mailto:x@kota.go.id'],
    ['another port of plain http', 'http://kota.go.id:8080/1'],
    ['nothing', ''],
  ])('a row that leads to %s is dropped, and noted', (_name, href) => {
    const { items, repairs } = readListing(
      download(`${row('Jahat', href)}${row('Baik', '/1')}`),
      pageSource(),
    );
    expect(items.map((item) => item.title)).toEqual(['Baik']);
    expect(repairs).toEqual(["1 rows without a title or a link to the source's own hosts"]);
  });

  test('a <base> cannot lead elsewhere', () => {
    const html = `<base href="https://jahat.example/">${row('Satu', '/1')}`;
    expect(() => readListing(download(html), pageSource())).toThrow(ReadError);
  });

  test('at most 200 rows', () => {
    const html = Array.from({ length: 300 }, (_, index) => row(`Rilis ${index}`, `/${index}`)).join('');
    expect(readListing(download(html), pageSource()).items).toHaveLength(200);
  });

  test('a row may itself be the link', () => {
    const listing: Recipe['listing'] = { item: 'a.r', title: 'b', link: 'a' };
    const recipe: Recipe = { listing, release: { title: 'h1', body: 'article' }, dateFormat: 'D M Y' };
    const { items } = readListing(download('<a class="r" href="/1"><b>Satu</b></a>'), pageSource({ recipe }));
    expect(items[0]).toMatchObject({ url: 'https://kota.go.id/1', title: 'Satu' });
  });

  test.each([
    ['no rows', '<html><body><p>Situs sedang diperbaiki</p></body></html>', 'empty'],
    ['an empty document', '', 'unreadable'],
    ['no page', '{"error":"x"}', 'unreadable'],
    ['plain text', 'Service Unavailable', 'unreadable'],
  ])('%s', (_name, html, reason) => {
    expect(() => readListing(download(html), pageSource())).toThrow(expect.objectContaining({ reason }));
  });

  test('a recipe with a slip is told as unreadable, and so is none', () => {
    const recipe = pageSource().recipe as Recipe;
    const broken = pageSource({ recipe: { ...recipe, listing: { ...recipe.listing, item: 'li[' } } });
    expect(() => readListing(download(row('a', '/1')), broken)).toThrow(
      expect.objectContaining({ reason: 'unreadable' }),
    );
    const { recipe: _none, ...bare } = pageSource();
    expect(() => readListing(download(row('a', '/1')), bare)).toThrow(
      expect.objectContaining({ reason: 'unreadable' }),
    );
  });
});

describe('a release page', () => {
  const recipe = pageSource().recipe as Recipe;

  test('blocks in order, those inside another match only once, dropped parts not at all', () => {
    const release = { title: 'h1', body: 'article, article p', drop: '.bagikan, h1' };
    const html =
      '<article><h1>Judul</h1><p>Satu</p>lepas<ul><li>Dua</li></ul><p class="bagikan">WhatsApp</p></article>';
    const page = readReleasePage(download(html), pageSource({ recipe: { ...recipe, release } }));
    expect(page).toMatchObject({ title: 'Judul', paragraphs: ['Satu', 'lepas', '• Dua'] });
  });

  test('a picture from a meta element, a date where the portal has one', () => {
    const release = { title: 'h1', body: 'article', image: 'meta[property="og:image"]', date: '.tgl' };
    const html =
      '<meta property="og:image" content="/a.png"><h1>J</h1><i class="tgl">25/03/2024</i><article>x</article>';
    const page = readReleasePage(download(html), pageSource({ recipe: { ...recipe, release } }));
    expect(page.image).toBe('https://kota.go.id/a.png');
    expect(page.published?.at).toBe(Date.parse('2024-03-25T00:00:00+07:00'));
  });

  test('a page without a heading has no title; a page with neither is empty', () => {
    expect(readReleasePage(download('<article>x</article>'), pageSource())).toMatchObject({
      title: null,
      paragraphs: ['x'],
    });
    expect(() => readReleasePage(download('<p>404</p>'), pageSource())).toThrow(
      expect.objectContaining({ reason: 'empty' }),
    );
  });
});
