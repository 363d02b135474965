import { describe, expect, test } from 'vitest';
import { nextPage, pageAddress } from '../../utils/source/paging.ts';
import { download, pageSource, source } from './samples.ts';

describe('the address of an older page', () => {
  test.each([
    [
      source({ kind: 'wordpress', url: 'https://kota.go.id/wp-json/wp/v2/posts?per_page=20&_embed=1' }),
      'https://kota.go.id/wp-json/wp/v2/posts?per_page=20&_embed=1&page=3',
    ],
    [
      source({ kind: 'wordpress', url: 'https://kota.go.id/?rest_route=%2Fwp%2Fv2%2Fposts' }),
      'https://kota.go.id/?rest_route=%2Fwp%2Fv2%2Fposts&page=3',
    ],
    [
      source({ url: 'https://kota.go.id/wp-json/wp/v2/posts' }),
      'https://kota.go.id/wp-json/wp/v2/posts?page=3',
    ],
    [source({ url: 'https://kota.go.id/feed/' }), 'https://kota.go.id/feed/?paged=3'],
    [source({ url: 'https://kota.go.id/?feed=rss2&cat=4' }), 'https://kota.go.id/?feed=rss2&cat=4&paged=3'],
    [pageSource({ url: 'https://kota.go.id/berita?page=1' }), 'https://kota.go.id/berita?page=3'],
  ])('%#', (city, expected) => {
    expect(pageAddress(city, 3, null)).toBe(expected);
    expect(pageAddress(city, 3, 'https://kota.go.id/lama')).toBe('https://kota.go.id/lama');
  });
});

describe('what a document says of the next page', () => {
  const atom = (href: string) =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><entry><link rel="next" href="/salah"/></entry><link rel="next" href="${href}"/></feed>`;
  test.each<[string, string, string | null]>([
    ['Atom', atom('/feed?sebelum=20'), 'https://kota.go.id/feed?sebelum=20'],
    [
      'RSS',
      '<rss><channel><atom:link rel="next" href="https://kota.go.id/feed?p=2"/></channel></rss>',
      'https://kota.go.id/feed?p=2',
    ],
    ['JSON Feed', '{"items":[],"next_url":"https:\\/\\/kota.go.id\\/f2.json"}', 'https://kota.go.id/f2.json'],
    ['WordPress REST', '[{"content":"rel=\\"next\\""}]', null],
    ['nothing', '<rss><channel/></rss>', null],
    ['another host', atom('https://jahat.example/feed'), null],
    ['a program', atom('javascript:alert(1)'), null],
    ['itself', atom('https://kota.go.id/feed'), null],
  ])('a feed: %s', (_, text, expected) => {
    expect(nextPage(download(text), source(), 2)).toBe(expected);
  });

  test.each<[string, string, string | null]>([
    ['rel', '<a rel="next" href="/berita/hal/2">Lama</a>', 'https://kota.go.id/berita/hal/2'],
    ['rel in the head', '<link rel="next" href="/berita?hal=2">', 'https://kota.go.id/berita?hal=2'],
    [
      'its number',
      '<nav><a href="/berita/1">1</a><a href="/berita/9">2</a><a href="/berita/2">2</a></nav>',
      'https://kota.go.id/berita/2',
    ],
    ['a number that leads elsewhere', '<a href="/galeri">2</a>', null],
    ['nothing', '<p>Halaman 2</p>', null],
  ])('a listing: %s', (_, text, expected) => {
    expect(nextPage(download(text, 'https://kota.go.id/berita'), pageSource(), 2)).toBe(expected);
  });
});
