import { describe, expect, test } from 'vitest';
import {
  isJustNow,
  isOtherDate,
  isSameText,
  isSameTitle,
  isSettledChange,
  textKey,
} from '../../utils/release/compare.ts';

const body = ['Wali Kota Bogor membuka taman.', 'Taman itu seluas 2 hektare, kata “Dedie”.'];

describe('a cosmetic change is none', () => {
  test.each<[string, string[]]>([
    ['white space', ['Wali  Kota Bogor\u00a0membuka taman. ', 'Taman itu seluas 2 hektare, kata “Dedie”.']],
    ['other quotes', [body[0] as string, 'Taman itu seluas 2 hektare, kata "Dedie".']],
    ['another break', [body.join(' ')]],
    ['a view counter', [...body, 'Dilihat: 1.234 kali']],
    ['a view counter among other data', [...body, 'Dibaca 12x | 5 menit yang lalu']],
    ['a counter with its number first', ['1,2 rb views', ...body]],
    ['a hint in the middle', [body[0] as string, 'Baca juga: Wali Kota Resmikan Pasar', body[1] as string]],
    ['a hint as a list item', [...body, '• Baca Juga Jadwal SIM Keliling']],
    ['related news at the end', [...body, 'Berita Terkait', '• Jadwal SIM keliling', '• Harga beras turun']],
    ['related posts by a plugin', [...body, 'Related posts:', 'Harga beras turun', 'Jadwal SIM keliling']],
    ['sharing buttons', [...body, 'Share this:']],
    ['the moment of the last update', [...body, 'Terakhir diperbarui: 12 Mei 2026 10:15 WIB']],
  ])('%s', (_, after) => {
    expect(isSameText(body, after)).toBe(true);
    expect(isSameText(after, body)).toBe(true);
  });

  test('links that change their target', () => {
    const with1 = [...body, 'Baca juga: Satu', 'Berita Lainnya:', '• Satu'];
    const with2 = [...body, 'Baca juga: Dua', 'Berita Lainnya:', '• Dua', '• Tiga'];
    expect(isSameText(with1, with2)).toBe(true);
  });

  test('a paragraph that is the title of another release', () => {
    const titles = new Set(['Harga Beras Turun Lagi'].map(textKey));
    expect(isSameText(body, [...body, '• Harga Beras  Turun Lagi'], titles)).toBe(true);
    expect(isSameText(body, [...body, '• Harga Beras Turun Lagi'])).toBe(false);
  });
});

describe('what the city says otherwise is a change', () => {
  test.each<[string, string[]]>([
    ['a number', ['Wali Kota Bogor membuka taman.', 'Taman itu seluas 3 hektare, kata “Dedie”.']],
    ['a word', ['Wakil Wali Kota Bogor membuka taman.', body[1] as string]],
    ['a negation', ['Wali Kota Bogor tidak membuka taman.', body[1] as string]],
    ['one paragraph more', [...body, 'Ralat: pembukaan diundur.']],
    ['one paragraph less', [body[0] as string]],
    ['another order', [body[1] as string, body[0] as string]],
    ['capitals', ['WALI KOTA BOGOR membuka taman.', body[1] as string]],
    ['a figure of visitors in a sentence', [...body, 'Acara itu dihadiri 5.000 pengunjung.']],
    [
      'text below a heading that looks like links',
      [...body, 'Berita Terkait', 'Wali Kota membatalkan acara itu.'],
    ],
  ])('%s', (_, after) => {
    expect(isSameText(body, after)).toBe(false);
  });

  test('visitors corrected', () => {
    expect(isSameText(['Acara dihadiri 5.000 pengunjung.'], ['Acara dihadiri 7.000 pengunjung.'])).toBe(
      false,
    );
    expect(isSameText(['Pengunjung: 5.000'], ['Pengunjung: 7.000'])).toBe(true);
  });
});

describe('two readings one after the other tell what moves by itself', () => {
  const lot = (name: string) => [...body, `Pilihan redaksi hari ini ${name}`];
  test.each<[string, string[], string[], string[], boolean]>([
    ['only what moves', lot('a'), lot('b'), lot('c'), false],
    ['a change besides what moves', lot('a'), ['Ralat.', ...lot('b')], ['Ralat.', ...lot('c')], true],
    ['a change that stands', body, ['Ralat.'], ['Ralat.'], true],
    [
      'a paragraph gone',
      lot('a'),
      [lot('b')[0] as string, lot('b')[2] as string],
      [lot('c')[0] as string, lot('c')[2] as string],
      true,
    ],
    ['back to what it was', body, ['Galat basis data'], body, false],
  ])('%s', (_, before, first, second, expected) => {
    expect(isSettledChange(before, first, second)).toBe(expected);
  });
});

test('titles: a cut one is the same, another word is not', () => {
  const long = 'Pemerintah Kota Bogor Buka Pendaftaran Beasiswa bagi Pelajar';
  expect(isSameTitle(long, 'Pemerintah Kota Bogor Buka Pendaftaran…')).toBe(true);
  expect(isSameTitle('Pemerintah Kota Bogor Buka Pendaftaran ...', long)).toBe(true);
  expect(isSameTitle('Taman "Baru"', 'Taman “Baru”')).toBe(true);
  expect(isSameTitle(long, 'Pemerintah Kota Bogor Tutup Pendaftaran…')).toBe(false);
  expect(isSameTitle('Taman…', 'Taman Baru Dibuka')).toBe(false);
});

test('dates: another day or minute is a change, more or less precision is none', () => {
  const at = Date.UTC(2026, 4, 10, 3);
  const hour = 3_600_000;
  const date = (offset: number, precision: 'day' | 'time' = 'time') => ({ at: at + offset, precision });
  expect(isOtherDate(date(0), date(30_000))).toBe(false);
  expect(isOtherDate(date(0), date(5 * 60_000))).toBe(true);
  expect(isOtherDate(date(0, 'day'), date(24 * hour, 'day'))).toBe(true);
  expect(isOtherDate(date(0, 'day'), date(20 * hour))).toBe(false);
  expect(isOtherDate(date(0, 'day'), date(48 * hour))).toBe(true);
  expect(isOtherDate(null, date(0))).toBe(false);
  expect(isOtherDate(date(0), null)).toBe(false);
  expect(isJustNow(date(0), at + 1_000)).toBe(true);
  expect(isJustNow(date(0), at + 10 * 60_000)).toBe(false);
  expect(isJustNow(date(0, 'day'), at)).toBe(false);
});
