import { describe, expect, test } from 'vitest';
import { facts, told } from './samples.ts';

const release = facts(
  'Bazar digelar Jumat (5/6/2026) pukul 09.00 WIB sampai 20.00 di Taman Kencana. Lomba berlangsung 16 hingga 19 Juni 2026. ' +
    'Pendaftaran ditutup 2-4 Juli. Acara ini ada setiap Sabtu dan Minggu. Rapat evaluasi awal Desember.',
);
const now = Date.parse('2026-06-02T09:00:00+07:00');
const found = (text: string) => told(text, { facts: release, now });

describe('the same moment in another shape', () => {
  test.each([
    '5 Juni 2026',
    '5 Juni',
    '05/06/2026',
    '5/6/26',
    '05-06-2026',
    '2026-06-05',
    'Jumat, 5 Juni 2026',
    'Jum’at (5/6)',
    'tanggal 5 Juni',
    'bulan Juni 2026',
    '16–19 Juni 2026',
    '16 s.d. 19 Juni',
    'mulai 16 Juni',
    '19 Juni 2026',
    '2 sampai 4 Juli 2026',
    '4 Juli',
    'setiap Sabtu',
    'Sabtu-Minggu',
    'Desember',
    'pukul 09.00 WIB',
    'pukul 09:00',
    'jam 9 pagi',
    'jam 9',
    '09.00 WIB',
    'jam 8 malam',
    'pukul 20.00',
    '09.00–20.00 WIB',
    'H-3',
    'Selasa (16/6)',
    'Senin',
    '1 Juni',
  ])('%s', (text) => {
    expect(found(`Acara ${text} di taman.`).filter((one) => /Date/.test(one))).toEqual([]);
  });
});

describe('what the release does not say', () => {
  test.each([
    ['6 Juni 2026', '6 Juni 2026'],
    ['5 Juli 2026', '5 Juli 2026'],
    ['5 Juni 2025', '5 Juni 2025'],
    ['06/05/2026', '06/05/2026'],
    ['Rabu', 'Rabu'],
    ['15–19 Juni', '15–19 Juni'],
    ['16-18 Juni', '16-18 Juni'],
    ['bulan Mei', 'Mei'],
    ['pukul 09.30 WIB', 'pukul 09.30 WIB'],
    ['jam 9 malam', 'jam 9 malam'],
    ['08.00–20.00 WIB', '08.00–20.00 WIB'],
    ['pukul 21.00', 'pukul 21.00'],
    ['H-5', 'H-5'],
  ])('%s', (text, marked) => {
    expect(found(`Acara ${text} di taman.`)).toEqual([`unknownDate: ${marked}`]);
  });
});

test('“minggu” is a week unless it is a Sunday', () => {
  const week = facts('Bazar digelar Jumat (5/6/2026).');
  for (const text of [
    'Acara minggu ini.',
    'Acara tiap minggu.',
    'Minggu depan kita bertemu.',
    'Minggu ke-2 bulan Juni.',
  ]) {
    expect(
      told(text, { facts: week }).filter((one) => /Date/.test(one)),
      text,
    ).toEqual([]);
  }
  expect(told('Acara hari Minggu di taman.', { facts: week })).toEqual(['unknownDate: Minggu']);
});

test('May and March are words, too', () => {
  const english = facts('The library opens on Friday, 5 June 2026.');
  expect(told('Children may march here.', { facts: english })).toEqual([]);
  expect(told('It opens on May 5, 2026', { facts: english })).toEqual(['unknownDate: May 5, 2026']);
  expect(told('It opens on June 5th', { facts: english })).toEqual([]);
});

test('a moment of the release in the place of another', () => {
  const two = facts('Pendaftaran lomba dibuka Senin (1/6/2026) dan ditutup Jumat (5/6/2026) di balai kota.');
  expect(
    told('Pendaftaran lomba dibuka Jumat (5/6/2026) dan ditutup Senin (1/6/2026) di balai kota.', {
      facts: two,
    }),
  ).toEqual(['swappedDate: Jumat | 5/6/2026 | Senin | 1/6/2026']);
});

test('“H-3” with nothing to come cannot be judged', () => {
  expect(told('H-3 menuju acara.', { facts: facts('Bazar digelar Senin (5/1/2026).'), now })).toEqual([]);
});
