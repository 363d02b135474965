import { describe, expect, it } from 'vitest';
import { shorten } from '../../utils/caption/compress.ts';
import { houseStyle } from '../../utils/caption/style.ts';

describe('shortening only drops', () => {
  it('drops the day at the head, brackets, the date, larger places and tails, in that order', () => {
    expect(
      shorten(
        'Pada hari Jumat, 11 November 2022 Walikota Cikaret meresmikan Taman Baca Anak (TBA) di Jalan Melati, Kelurahan Kenanga, Kecamatan Cikaret Barat, Kota Cikaret, sehingga anak-anak punya tempat belajar.',
      ),
    ).toEqual([
      'Wali Kota Cikaret meresmikan Taman Baca Anak di Jalan Melati, Kelurahan Kenanga, Kecamatan Cikaret Barat, Kota Cikaret, sehingga anak-anak punya tempat belajar.',
      'Wali Kota Cikaret meresmikan Taman Baca Anak di Jalan Melati, Kelurahan Kenanga, Kecamatan Cikaret Barat, Kota Cikaret.',
    ]);
    expect(
      shorten(
        'Wali Kota meninjau longsor di RT 02/07, Kelurahan Sempur, Kecamatan Tengah, Kota Cikaret, Senin (25/3/2024) malam.',
      ).at(-1),
    ).toBe('Wali Kota meninjau longsor di RT 02/07, Kelurahan Sempur.');
  });
  it.each([
    'Pemkot menambah dana Rp 2 miliar untuk padat karya, yang masih dalam kajian.',
    'Pemkot membagikan bibit kepada kelompok tani, sehingga tidak ada lahan kosong.',
    'Loket dibuka sampai sore di kecamatan, dengan syarat warga belum terdaftar.',
    'Dinas menjelaskan, “Semua boleh datang, karena ini untuk warga,” dalam rapat.',
  ])('keeps hedges, negations, conditions and quotations: %s', (sentence) => {
    expect(shorten(sentence)).toEqual([sentence]);
  });
  it('keeps the day of what is to come, and a day that is the subject', () => {
    expect(shorten('Pasar Murah akan digelar di Kelurahan Kenanga, Sabtu (8/3/2025).')).toHaveLength(1);
    expect(shorten('Hari Jumat menjadi hari bersih bagi semua sekolah.')[0]).toBe(
      'Hari Jumat menjadi hari bersih bagi semua sekolah.',
    );
  });
  it('keeps a short name that is used again, and one that a bracket explains', () => {
    expect(shorten('Pedagang Kaki Lima (PKL) pindah, sebab PKL perlu tempat.')[0]).toContain('(PKL)');
    expect(shorten('Sasaran imunisasi MR (Campak-Rubela) ada 71.206 anak tahun lalu.')[0]).toContain(
      '(Campak-Rubela)',
    );
  });
});

describe('house style', () => {
  it.each([
    ['Walikota dan wakil walikota', 'Wali Kota dan wakil wali kota'],
    ['Pemerintah Kota (Pemkot) Cikaret', 'Pemkot Cikaret'],
    ['Sekretaris Daerah (Sekda) Kota', 'Sekda Kota'],
    ['4 (empat) lokasi', '4 lokasi'],
    ['setiap kamis', 'setiap Kamis'],
    ['setiap minggu', 'setiap minggu'],
  ])('%s -> %s', (raw, styled) => {
    expect(houseStyle(raw)).toBe(styled);
  });
});
