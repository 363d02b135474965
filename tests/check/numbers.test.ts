import { describe, expect, test } from 'vitest';
import { facts, told } from './samples.ts';

const release = facts(
  'Sebanyak 41.870 warga dan 93 persen keluarga ikut dalam program senilai Rp 1,2 miliar selama dua pekan. ' +
    'Ada 60-70% rumah, 3-4 bulan kerja, sekitar 1.350-an pohon, Rp 613.677.930 dana, dan 7,9 persen kenaikan. ' +
    'Longsor terjadi di RT 02/07. HUT ke-80 RI dan Rakernas XIV digelar. Sepuluh kelurahan menerima 2.500 bibit. ' +
    'Tiga belas guru hadir, ratusan pelajar ikut, dan ini yang pertama di tahun 2026.',
);
const found = (text: string) => told(text, { facts: release });

describe('the same number in another shape', () => {
  test.each([
    '41.870 warga',
    '41,870 warga',
    '41870 warga',
    'Rp1.200.000.000',
    'Rp 1.200.000.000,00',
    'Rp. 1,2 miliar',
    'Rp1,2 M',
    '1,2 milyar rupiah',
    'Rp 1.200 juta',
    'senilai 1,2 miliar',
    '93% keluarga',
    '93 % keluarga',
    '2 pekan',
    'dua pekan',
    'dua minggu',
    '60 persen sampai 70 persen rumah',
    '60–70 persen rumah',
    '70% rumah',
    '3 sampai 4 bulan',
    '4 bulan',
    '1.350 pohon',
    'Rp 613.677.930,-',
    'Rp613.677.930',
    '7,9% kenaikan',
    '7.9% kenaikan',
    'RT 2/7',
    'RT 02 RW 07',
    'RT.02/RW.07',
    'HUT RI ke-80',
    'HUT RI ke 80',
    'Rakernas ke-14',
    'Rakernas XIV',
    '10 kelurahan',
    'kesepuluh kelurahan',
    '2,5 ribu bibit',
    '2500 bibit',
    '13 guru',
    'yang ke-1 di tahun 2026',
    'yang perdana',
    'ratusan pelajar',
    'puluhan ribu warga',
  ])('%s', (text) => {
    expect(found(`Ada ${text} di sini.`)).toEqual([]);
  });
});

describe('a rounding that says so', () => {
  test.each([
    'lebih dari 41 ribu warga',
    '41 ribu lebih warga',
    '41 ribuan warga',
    'lebih dari 40.000 warga',
    'hampir 42 ribu warga',
    'sekitar 42.000 warga',
    'kurang lebih 41.900 warga',
    'lebih dari Rp 613 juta',
    'hampir Rp 614 juta',
    '± Rp 610 juta',
    'sekitar Rp600 juta',
  ])('%s', (text) => {
    expect(found(`Ada ${text} di sini.`)).toEqual([]);
  });
});

describe('what the release does not say', () => {
  test.each([
    ['41.780 warga', '41.780'],
    ['41 ribu warga', '41 ribu'],
    ['lebih dari 42 ribu warga', '42 ribu'],
    ['hampir 41 ribu warga', '41 ribu'],
    ['sekitar 50 ribu warga', '50 ribu'],
    ['lebih dari 2.000 warga', '2.000'],
    ['39% keluarga', '39%'],
    ['93 keluarga', '93'],
    ['2 persen keluarga', '2 persen'],
    ['Rp 12 miliar', 'Rp 12 miliar'],
    ['Rp 1,2 juta', 'Rp 1,2 juta'],
    ['Rp2 M', 'Rp2 M'],
    ['enam pekan', 'enam'],
    ['50-70% rumah', '50'],
    ['60-80% rumah', '80%'],
    ['3-5 bulan', '5'],
    ['Rp 613 juta', 'Rp 613 juta'],
    ['7,8 persen', '7,8 persen'],
    ['RT 03/07', 'RT 03/07'],
    ['RT 02 RW 08', 'RW 08'],
    ['HUT RI ke-81', '81'],
    ['dua belas guru', 'dua belas'],
    ['jutaan pelajar', 'jutaan'],
    ['25 ribu bibit', '25 ribu'],
    ['tahun 2027', '2027'],
    ['kelima kalinya', 'kelima'],
    ['5x lipat', '5'],
    ['12km jalan', '12'],
    ['nomor 500', '500'],
  ])('%s', (text, marked) => {
    expect(found(`Ada ${text} di sini.`)).toEqual([`unknownNumber: ${marked}`]);
  });
  test('each is marked', () => {
    expect(found('Ada 5 taman, 7 pasar, dan 93 persen keluarga.')).toEqual(['unknownNumber: 5 | 7']);
  });
});

describe('what says no number of the release’s', () => {
  test.each([
    'Salah satu warga hadir.',
    'Kedua pihak hadir.',
    'Ini satu-satunya.',
    'Hubungi 112 bila darurat.',
    'Call center 119 siaga.',
    '1. Siapkan berkas\n2. Datang ke loket\n3. Selesai',
    '1) Siapkan berkas\n2) Datang',
    '1️⃣ Siapkan berkas',
    '1/5 Warga hadir\nPelajar hadir 2/5',
    'Warga hadir (5/5)',
    'Lihat https://a.id/2031/77 dan @warga99 #88tahun',
    'TP2DD dan PBB P2',
  ])('%s', (text) => {
    expect(found(text).filter((one) => one.includes('Number'))).toEqual([]);
  });
});

test('a number of the release in the place of another', () => {
  const two = facts(
    'Bantuan diberikan kepada 1.000 ojek daring dan 1.350 sopir angkot di Kota Bogor pada bulan ini.',
  );
  const swapped =
    'Bantuan diberikan kepada 1.350 ojek daring dan 1.000 sopir angkot di Kota Bogor pada bulan ini.';
  expect(told(swapped, { facts: two })).toEqual(['swappedNumber: 1.350 | 1.000']);
  expect(told(swapped.replace('1.350', '1.000').replace('dan 1.000', 'dan 1.350'), { facts: two })).toEqual(
    [],
  );
});

test('English releases write thousands with a comma', () => {
  const english = facts('The library holds 12,000 books and expects about 400 visitors until 20.00.');
  expect(told('12.000 books, about 400 visitors', { facts: english })).toEqual([]);
  expect(told('twelve thousand books', { facts: english })).toEqual([]);
  expect(told('1,200 books', { facts: english })).toEqual(['unknownNumber: 1,200']);
});
