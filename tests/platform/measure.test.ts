import { describe, expect, it } from 'vitest';
import { platforms } from '../../utils/platform/catalogue.ts';
import { blueskyText, measure, room, utf8Length } from '../../utils/platform/measure.ts';
import { findUrls } from '../../utils/platform/urls.ts';

describe('X', () => {
  it.each([
    ['', 0],
    ['Wali Kota', 9],
    ['“Kutipan”', 9],
    ['https://kota.go.id/berita/1', 23],
    ['lihat kotabogor.go.id/berita ya', 6 + 23 + 3],
    ['pukul 09.00 WIB, Rp 613.677.930', 31],
    ['S.Kom dan Ir.H', 14],
    // Slovenia's domain: X makes a link of the degree.
    ['M.Si', 23],
    ['e\u0301', 1],
    ['漢字', 4],
    ['👨‍👩‍👧‍👦', 2],
    ['🇮🇩 👍🏽 1️⃣', 8],
    ['© ©️', 4],
  ])('%j weighs %i', (text, weight) => {
    expect(measure('weighted', text)).toBe(weight);
  });
  it('takes a sentence without a space for words, not for an address', () => {
    expect(findUrls('selesai.Kegiatan dimulai pukul 10.00.Setelah itu').map(({ url }) => url)).toEqual([]);
  });
});

describe('Bluesky', () => {
  it.each([
    ['a https://kotabogor.go.id/ b', 'a kotabogor.go.id b'],
    ['https://kotabogor.go.id/berita/123', 'kotabogor.go.id/berita/123'],
    ['https://kotabogor.go.id/berita-detail/2100?x=1#y.', 'kotabogor.go.id/berita-detai....'],
    ['(https://a.id/x)', '(a.id/x)'],
    ['bukan.alamat dan pukul 09.00', 'bukan.alamat dan pukul 09.00'],
    ['lihat bogor.go.id/a', 'lihat bogor.go.id/a'],
  ])('sends %j as %j', (text, sent) => {
    expect(blueskyText(text)).toBe(sent);
  });
  it('counts a long path as host and 16', () => {
    expect(measure('grapheme', `https://a.id/${'x'.repeat(200)}`)).toBe('a.id'.length + 16);
  });
  it('counts graphemes and keeps to 3,000 bytes', () => {
    expect(measure('grapheme', '👨‍👩‍👧‍👦é')).toBe(2);
    expect(room('bluesky', '👨‍👩‍👧‍👦'.repeat(100)).fits).toBe(true);
    expect(room('bluesky', '👨‍👩‍👧‍👦'.repeat(121)).fits).toBe(false);
  });
});

describe('Mastodon, Threads and the rest', () => {
  it('counts 23 for an address with scheme and the local part of a mention', () => {
    expect(measure('mastodon', 'a https://kota.go.id/x')).toBe(25);
    expect(measure('mastodon', 'kota.go.id/x')).toBe(12);
    expect(measure('mastodon', 'hai @pemkot@sosial.example.id!')).toBe('hai @pemkot!'.length);
  });
  it('counts an emoji by its bytes on Threads', () => {
    expect(measure('threads', 'ab')).toBe(2);
    expect(measure('threads', 'a😀')).toBe(5);
    expect(measure('threads', '👍🏽')).toBe(8);
    expect(measure('threads', 'é漢')).toBe(2);
  });
  it('counts UTF-16 units elsewhere', () => {
    expect(measure('character', 'a😀')).toBe(3);
  });
  it('takes the limit that a server told', () => {
    expect(room('mastodon', 'x'.repeat(600)).fits).toBe(false);
    expect(room('mastodon', 'x'.repeat(600), 1000)).toMatchObject({
      used: 600,
      limit: 1000,
      left: 400,
      fits: true,
    });
  });
  it('counts bytes as UTF-8', () => {
    for (const text of ['a', 'é', '漢', '😀', 'aé漢😀'])
      expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length);
  });
});

it('stays fast on hostile texts', () => {
  const hostile = ['(', 'a.', 'http://', '/(', '#', '@a', 'a@b.', '👨\u200D', 'https://a.id/(('].map((part) =>
    part.repeat(20_000),
  );
  for (const text of hostile) {
    const start = performance.now();
    for (const { unit } of platforms) measure(unit, text);
    // Not a benchmark: quadratic work on these would take minutes.
    expect(performance.now() - start).toBeLessThan(8000);
  }
});
