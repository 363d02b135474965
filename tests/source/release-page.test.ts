import { describe, expect, test } from 'vitest';
import { presets } from '../../utils/source/cities.ts';
import { addressKind, isArticle, readPageOf } from '../../utils/source/release-page.ts';
import type { Source } from '../../utils/source/source.ts';
import { City } from '../city/city.ts';
import { releasePage } from '../city/pages.ts';
import { download, source } from './samples.ts';

const bogor = presets[0] as Source;
const known = ['https://kotabogor.go.id/berita-detail/9001', 'https://kotabogor.go.id/berita-detail/9002'];
const feed = source({
  kind: 'feed',
  url: 'https://kota.go.id/feed/',
  hosts: ['kota.go.id'],
});
const posts = [
  'https://kota.go.id/pasar-murah-di-enam-kecamatan/',
  'https://kota.go.id/wali-kota-resmikan-taman/',
];

describe('what an address of a source is', () => {
  test.each([
    ['https://kotabogor.go.id/berita-detail/103', 'release'],
    ['http://kotabogor.go.id/berita-detail/103', 'release'],
    ['https://kotabogor.go.id/berita-detail/103?utm_source=wa#top', 'release'],
    ['https://kotabogor.go.id/index.php/show_post/detail/4/judul', 'release'],
    ['https://kotabogor.go.id/berita', 'listing'],
    ['https://kotabogor.go.id/berita/?page=3', 'listing'],
    ['https://kotabogor.go.id/', 'listing'],
    ['https://kotabogor.go.id/profil/walikota', 'other'],
    ['https://kotabogor.go.id/berita-detail/', 'other'],
    ['https://kotabogor.go.id.example/berita-detail/103', 'other'],
    ['https://kotabogor-go.id/berita-detail/103', 'other'],
    ['bukan alamat', 'other'],
  ])('%s: %s', (address, kind) => {
    expect(addressKind(address, bogor, known)).toBe(kind);
  });

  test.each([
    ['https://kota.go.id/jembatan-baru-dibuka-hari-ini/', 'unclear'],
    ['https://kota.go.id/visi-dan-misi', 'unclear'],
    ['https://kota.go.id/profil', 'other'],
    ['https://kota.go.id/2026/11/jembatan-baru-dibuka/', 'other'],
    ['https://kota.go.id', 'listing'],
  ])('of slugs alone, %s: %s', (address, kind) => {
    expect(addressKind(address, feed, posts)).toBe(kind);
  });

  test.each([
    [['https://kota.go.id/2026/11/satu-dua-tiga/'], 'https://kota.go.id/2025/02/empat-lima-enam/'],
    [['https://kota.go.id/berita/12-satu-dua'], 'https://kota.go.id/berita/99-lain-lagi-ini'],
    [['https://kota.go.id/baca.php?id=7&kat=berita'], 'https://kota.go.id/baca.php?kat=berita&id=1234'],
    [['https://kota.go.id/berita/satu-dua-1234.html'], 'https://kota.go.id/berita/tiga-empat-lima-999.html'],
  ])('%s tells of %s', (addresses, address) => {
    expect(addressKind(address, feed, addresses)).toBe('release');
  });

  test('a parameter that names another thing is another page', () => {
    expect(
      addressKind('https://kota.go.id/baca.php?id=7&kat=profil', feed, [
        'https://kota.go.id/baca.php?id=7&kat=berita',
      ]),
    ).toBe('other');
  });
});

describe('reading a page', () => {
  const city = new City(() => Date.parse('2026-11-24T03:00:00Z'));
  const [first] = city.releases;
  if (!first) throw new Error('a city without releases');
  const html = releasePage(city, first);

  test('of a page source, by its recipe', () => {
    const read = readPageOf(download(html, known[0]), bogor);
    expect(read.title).toBe(first.title);
    expect(read.paragraphs).toEqual(first.paragraphs);
  });

  test('of a feed, by recognition', () => {
    const read = readPageOf(download(html, posts[0]), feed);
    expect(read.title).toBe(first.title);
    expect(read.paragraphs).toEqual(first.paragraphs);
  });

  test('a page without running text is none', () => {
    expect(() => readPageOf(download('<h1>Galeri</h1><img src=a.png>', posts[0]), feed)).toThrow(
      'no release',
    );
  });
});

describe('what a page says that it is', () => {
  test.each([
    ['<body class="home single-post postid-3">', true],
    ['<body class="page page-id-3">', false],
    ['<head><meta property="article:published_time" content="2026-11-24"></head>', true],
    ['<head><meta property="article:modified_time" content="2026-11-24"></head>', false],
    ['<script type="application/ld+json">{"@type": "NewsArticle"}</script>', true],
    ['<script type="application/ld+json">{"@type":"WebPage"}</script>', false],
  ])('%s: %s', (html, is) => {
    expect(isArticle(download(`<!doctype html><html>${html}</html>`, posts[0]))).toBe(is);
  });
});
