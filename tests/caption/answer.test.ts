import { describe, expect, test } from 'vitest';
import { composeAnswer } from '../../utils/flow/compose.ts';
import { room } from '../../utils/platform/measure.ts';
import { platformIds } from '../../utils/platform/platform.ts';
import { City } from '../city/city.ts';

const city = { name: 'Kota Bogor', hashtags: ['KotaBogor'] };
const [market] = new City(() => Date.parse('2026-11-24T03:00:00Z')).releases;
if (!market) throw new Error('a city without releases');
const release = { ...market, language: 'id' as const, url: 'https://kotabogor.go.id/berita-detail/9' };
const news =
  'Warga mengeluh harga minyak goreng dan gula pasir per kilogram masih mahal, telur ayam juga naik.';
const whole = [release.title, ...release.paragraphs].join(' ').replace(/\s+/g, ' ');

/** The sentences of a text that are not ours. */
const told = (text: string): string =>
  text
    .replace(/https:\S+|#\S+/g, '')
    .replace(/^(?:Penjelasan|Keterangan|Dari rilis)[^:]*: /u, '')
    .trim();

describe('a counterweight to news', () => {
  test('quotes what the release says of that very matter, links it, and opens as the city’s word', () => {
    const { text, angle } = composeAnswer(release, city, 'facebook', news);
    expect(angle).toBe('counterweight');
    expect(text).toMatch(/^Penjelasan resmi Pemkot Bogor: /u);
    expect(text).toContain('minyak goreng Rp 15.500 per liter, gula pasir Rp 16.000 per kilogram');
    expect(text).toContain(release.url);
  });

  test('follows the news: another matter, another sentence', () => {
    const other =
      'Pembeli harus antre sejak pagi; tidak jelas pukul berapa pasar dibuka dan berapa paket untuk keluarga.';
    expect(composeAnswer(release, city, 'facebook', other).text).toContain('pukul 07.00 sampai 11.00 WIB');
  });

  test('says nothing that the release does not, and nothing of the news', () => {
    for (const seed of [0, 1, 2, 3, 4, 5, 6, 7]) {
      const { text } = composeAnswer(release, city, 'x', news, { seed });
      for (const sentence of told(text).split(/(?<=[.!?”])\s+/u)) {
        const words = sentence
          .replace(
            /(?:Selengkapnya|Rilis lengkap|Info lengkap|Kabar lengkap|Rilis resminya|Baca rilisnya|Baca selengkapnya):$/u,
            '',
          )
          .replace(/[“”,.]/gu, '')
          .trim();
        if (words === '') continue;
        const plain = whole.replace(/[“”,.]/gu, '').replace('Pemerintah Kota (Pemkot)', 'Pemkot');
        expect(plain, `seed ${seed}: ${sentence}`).toContain(words.split(/ (?:kata|ujar) /u)[0] ?? '');
      }
      expect(text).not.toContain('mengeluh');
    }
  });

  test('fits every network, and is there whatever the news says', () => {
    for (const platform of platformIds) {
      for (const text of [news, '', 'Harga karet Sumatra turun.', 'x'.repeat(30_000)]) {
        const caption = composeAnswer(release, city, platform, text);
        expect(room(platform, caption.text).fits, platform).toBe(true);
        expect(caption.text).toContain(release.url);
      }
    }
  });

  test('officials answer in different words', () => {
    const texts = [1, 2, 3, 4, 5, 6, 7, 8].map(
      (seed) => composeAnswer(release, city, 'facebook', news, { seed }).text,
    );
    expect(new Set(texts).size).toBeGreaterThan(3);
  });

  test('a release with nothing but a title answers with that', () => {
    const bare = { ...release, paragraphs: [] };
    expect(composeAnswer(bare, city, 'x', news).text).toContain('Pasar Pangan Murah');
  });
});
