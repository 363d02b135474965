import { describe, expect, test } from 'vitest';
import { composeSelected } from '../../utils/flow/compose.ts';
import { room } from '../../utils/platform/measure.ts';
import { platformIds } from '../../utils/platform/platform.ts';

const release = {
  title: 'Taman Heulang Dibuka Lagi',
  url: 'https://kotabogor.go.id/berita-detail/9001',
  language: 'id' as const,
  paragraphs: [
    'Wali Kota Bogor, Ratna Wulandari, membuka kembali Taman Heulang pada Senin (23/11/2026).',
    '“Taman ini milik warga. Mari kita jaga bersama supaya anak-anak bisa bermain dengan aman,” kata Wali Kota Bogor, Ratna Wulandari.',
    'Renovasi menelan biaya Rp 4,2 miliar dan selesai dalam enam bulan. Taman buka setiap hari pukul 06.00 sampai 18.00 WIB.',
  ],
};
const city = { name: 'Kota Bogor', hashtags: ['KotaBogor'] };
const select = (words: string, platform: (typeof platformIds)[number] = 'facebook') =>
  composeSelected(release, city, platform, words);

describe('a caption of selected words', () => {
  test('leads with exactly these words', () => {
    const words = 'Renovasi menelan biaya Rp 4,2 miliar dan selesai dalam enam bulan.';
    const { text, angle } = select(words);
    expect(text.startsWith(words)).toBe(true);
    expect(text).toContain(release.url);
    expect(angle).toBe('selection');
  });

  test('somebody’s words are a quotation with the speaker', () => {
    for (const words of [
      'Mari kita jaga bersama supaya anak-anak bisa bermain dengan aman',
      'Mari kita jaga bersama supaya anak-anak bisa bermain dengan aman,”',
      '“Taman ini milik warga. Mari kita jaga bersama supaya anak-anak bisa bermain dengan aman,',
    ]) {
      const { text } = select(words);
      expect(text).toMatch(/^“[^“”]+aman,” kata Wali Kota Bogor Ratna Wulandari\./u);
    }
  });

  test('words that carry their quotation themselves stay as they are', () => {
    const words = release.paragraphs[1] ?? '';
    expect(select(words).text.startsWith(words)).toBe(true);
  });

  test('a short word is no quotation of anybody', () => {
    expect(select('warga').text.startsWith('warga')).toBe(true);
  });

  test('it fits every network, by whole sentences from the first', () => {
    const words = release.paragraphs.slice(0, 3).join(' ').replace(/[“”]/gu, '');
    for (const platform of platformIds) {
      const { text } = select(words, platform);
      expect(room(platform, text).fits, platform).toBe(true);
      expect(words.startsWith((text.split('\n')[0] ?? '').split(' https:')[0]?.slice(0, 40) ?? '')).toBe(
        true,
      );
    }
  });

  test('where not one sentence has room, the words stay whole for the official to cut', () => {
    const words = `${'kata '.repeat(80)}akhir`;
    const { text } = select(words, 'x');
    expect(text).toBe(`${words}\n\n${release.url}`);
    expect(room('x', text).fits).toBe(false);
  });

  test('carries the house’s hashtags, and no other', () => {
    const house = {
      hashtags: ['BogorBerlari'],
      mentions: [],
      closing: '',
      emoji: false,
      naming: 'both' as const,
    };
    const { text, hashtags } = composeSelected(release, city, 'x', 'Taman buka setiap hari.', { house });
    expect(text).toContain('#BogorBerlari');
    expect(text).not.toContain('#KotaBogor');
    expect(hashtags).toEqual(['#BogorBerlari']);
  });
});
