import { describe, expect, it } from 'vitest';
import { fullName } from '../../utils/caption/people.ts';
import { readRelease } from '../../utils/caption/reading.ts';
import { ownRelease } from './releases.ts';

function quoted(...paragraphs: string[]): string[] {
  const reading = readRelease({ title: 'Kabar Kota', paragraphs, language: 'id' }, 'Kota Cikaret');
  return reading.quotes.map(
    ({ sentences, speaker, verb }) => `${sentences.join(' ')} | ${verb} ${fullName(speaker)}`,
  );
}

const mayor = 'Wali Kota Cikaret, Dr. Sari A. Wulandari, M.Si membuka bazar.';

describe('who said it', () => {
  it('carries name and office from an earlier mention by surname', () => {
    expect(quoted(mayor, '“Harga sayur di sini lebih rendah,” ujar Sari.')).toEqual([
      'Harga sayur di sini lebih rendah, | ujar Wali Kota Cikaret Sari A. Wulandari',
    ]);
  });
  it('resolves -nya to the last speaker, and what marks a place to "kata"', () => {
    expect(
      quoted(
        mayor,
        '“Harga sayur di sini lebih rendah,” ujar Sari. “Semua warga boleh datang hari Sabtu,” imbuhnya.',
      ),
    ).toEqual([
      'Harga sayur di sini lebih rendah, | ujar Wali Kota Cikaret Sari A. Wulandari',
      'Semua warga boleh datang hari Sabtu, | kata Wali Kota Cikaret Sari A. Wulandari',
    ]);
  });
  it('finds the speaker before the quotation and by office', () => {
    expect(
      quoted(
        'Sekretaris Daerah (Sekda) Kota Cikaret, Lina Marlina hadir.',
        'Sekda mengatakan, “Semua loket dibuka sampai sore hari.”',
      ),
    ).toEqual(['Semua loket dibuka sampai sore hari. | kata Sekda Kota Cikaret Lina Marlina']);
  });
  it('takes office and name behind the verb, with brackets and without a comma', () => {
    expect(
      quoted(
        '“Kami menanam pohon setiap hari Sabtu,” kata Ketua Komunitas Pohon Cikaret (KPC) Budi Santoso di taman.',
      ),
    ).toEqual(['Kami menanam pohon setiap hari Sabtu, | kata Ketua Komunitas Pohon Cikaret Budi Santoso']);
  });
  it.each([
    [
      'a stranger spoke in between',
      [
        mayor,
        'Seorang warga mengatakan panen kali ini baik.',
        '“Kolam kami bersihkan setiap minggu,” ujarnya.',
      ],
    ],
    [
      'a stranger is named behind the verb',
      [mayor, '“Kolam kami bersihkan setiap minggu,” kata seorang warga.'],
    ],
    ['nobody was named', ['Warga panen ikan.', '“Kolam kami bersihkan setiap minggu,” ujarnya.']],
    [
      'the last speaker is far away',
      [
        mayor,
        'Bazar ramai.',
        'Sayur habis.',
        'Hujan turun.',
        '“Kolam kami bersihkan setiap minggu,” ujarnya.',
      ],
    ],
    [
      'the marks do not pair',
      [mayor, '“Kolam kami bersihkan setiap minggu. Semua ikut.', 'Kami senang bisa ikut serta,” ujar Sari.'],
    ],
    ['it is no speech', [mayor, 'Tema “Pangan Murah untuk Semua Warga” dipilih panitia.']],
    [
      'a name stands twice',
      [mayor, 'Lurah Kenanga, Sari Dewi hadir.', '“Kolam kami bersihkan setiap minggu,” kata Sari.'],
    ],
  ])('leaves it out where %s', (_, paragraphs) => {
    expect(quoted(...paragraphs)).toEqual([]);
  });
  it('reads English releases', () => {
    const { quotes } = readRelease(ownRelease('english'), 'Kota Cikaret');
    expect(quotes.map(({ speaker, verb }) => `${verb} ${fullName(speaker)}`)).toEqual([
      'said Mayor of Cikaret Sari Wulandari',
    ]);
  });
});

describe('people', () => {
  it.each([
    ['Wakil Wali Kota (Wawali) Cikaret, Jenal M. hadir.', ['Wakil Wali Kota Cikaret Jenal M.']],
    [
      'Presiden Republik Indonesia Menteri Dalam Negeri Tjahjo Kumolo hadir.',
      ['Menteri Dalam Negeri Tjahjo Kumolo'],
    ],
    [
      'Kepala Bapenda Kota Cikaret Ir. Deni Hendana, Msi hadir.',
      ['Kepala Bapenda Kota Cikaret Deni Hendana'],
    ],
    ['wali kota Cikaret, Sari Wulandari hadir.', ['Wali Kota Cikaret Sari Wulandari']],
    ['Camat Cikaret Barat Lili Sutarwili hadir.', ['Camat Cikaret Barat Lili Sutarwili']],
    ['Ketua RW 5, Wiwi Windarsih hadir.', ['Ketua RW 5 Wiwi Windarsih']],
    ['Walikota Cikaret, Kantor Pertanahan dan warga hadir.', []],
    ['Menteri Kesehatan Nomor 34 Tahun 2005 berlaku.', []],
    ['Plt. Wali Kota Cikaret Usmar Hariman hadir.', ['Plt. Wali Kota Cikaret Usmar Hariman']],
  ])('%s', (sentence, names) => {
    const { people } = readRelease({ title: '', paragraphs: [sentence], language: 'id' }, 'Kota Cikaret');
    expect(people.all.map(fullName)).toEqual(names);
  });
});
