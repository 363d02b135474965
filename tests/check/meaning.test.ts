import { describe, expect, test } from 'vitest';
import { check } from '../../utils/check/check.ts';
import { draft, facts, told } from './samples.ts';

const release = facts(
  'Pemkot Bogor akan menggelar bazar pangan di halaman kantor kecamatan setiap pekan. ' +
    'Kegiatan ini bukan operasi pasar bersubsidi, melainkan kerja sama dengan warung warga. ' +
    'Bantuan bibit tidak diberikan dalam bentuk uang tunai kepada kelompok tani. ' +
    'Voucher bahan bakar dibagikan kepada sopir angkot tapi masih dalam kajian. ' +
    'Program ini diharapkan dapat menambah penghasilan pedagang kecil di pasar. ' +
    'Harga cabai turun di lima pasar rakyat sejak pekan lalu. ' +
    'Warga tidak hanya membeli sayur segar, tetapi juga belajar memasak bersama. ' +
    'Jalan layang diperkirakan selesai dibangun akhir tahun.',
);
const found = (text: string) => told(text, { facts: release });

describe('negations', () => {
  test.each([
    ['Kegiatan ini operasi pasar bersubsidi.', 'negationDropped: operasi'],
    ['Bantuan bibit diberikan dalam bentuk uang tunai kepada kelompok tani.', 'negationDropped: diberikan'],
    ['Pemkot Bogor tidak akan menggelar bazar pangan setiap pekan.', 'negationAdded: tidak akan menggelar'],
    [
      'Program ini diharapkan dapat tidak menambah penghasilan pedagang kecil.',
      'negationAdded: tidak menambah',
    ],
    ['Harga cabai tidak turun di lima pasar rakyat.', 'negationAdded: tidak turun'],
    ['Harga cabai naik di lima pasar rakyat sejak pekan lalu.', 'opposite: naik'],
  ])('%s', (text, wanted) => {
    expect(found(text)).toEqual([wanted]);
  });
  test.each([
    'Kegiatan ini bukan operasi pasar bersubsidi.',
    'Bantuan bibit tak diberikan dalam bentuk uang tunai.',
    'Bantuan bibit belum diberikan dalam bentuk uang tunai kepada kelompok tani.',
    'Warga membeli sayur segar dan belajar memasak bersama.',
    'Jangan lupa, Pemkot Bogor akan menggelar bazar pangan setiap pekan!',
    'Jangan lewatkan bazar pangan. Tidak ada yang lebih segar!',
  ])('not %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('hedges', () => {
  test.each([
    [
      'Pemkot Bogor menggelar bazar pangan di halaman kantor kecamatan.',
      'hedgeDropped: menggelar',
      'akan menggelar',
    ],
    [
      'Bazar pangan digelar di halaman kantor kecamatan setiap pekan oleh Pemkot Bogor.',
      undefined,
      undefined,
    ],
    [
      'Voucher bahan bakar dibagikan kepada sopir angkot.',
      'hedgeDropped: angkot',
      'angkot tapi masih dalam kajian',
    ],
    ['Program ini dapat menambah penghasilan pedagang kecil di pasar.', 'hedgeDropped: menambah', undefined],
    ['Jalan layang selesai dibangun akhir tahun.', 'hedgeDropped: selesai', 'diperkirakan selesai'],
  ])('%s', (text, wanted, said) => {
    expect(found(text).slice(0, 1)).toEqual(wanted === undefined ? [] : [wanted]);
    const [first] = check(draft(text, { facts: release }));
    if (said !== undefined) expect(first?.reason.args).toEqual([said]);
  });
  test.each([
    'Pemkot Bogor bakal menggelar bazar pangan di halaman kantor kecamatan.',
    'Rencananya Pemkot Bogor menggelar bazar pangan setiap pekan.',
    'Voucher bahan bakar dibagikan kepada sopir angkot. Masih dikaji, ya.',
    'Semoga program ini dapat menambah penghasilan pedagang kecil di pasar.',
  ])('kept in other words: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('quotations', () => {
  const spoken = facts(
    'Wali Kota Bogor, Bima Arya membuka bazar. “Harga sayur di sini jauh lebih rendah. Semua warga boleh datang,” kata Bima. ' +
      'Camat Bogor Selatan, Rina Wati hadir. “Kami menyiapkan lima loket untuk warga lanjut usia,” ujar Rina. ' +
      'Bazar ini diikuti oleh puluhan pedagang kecil dari enam kecamatan.',
  );
  const quotes = (text: string) => told(text, { facts: spoken });
  test.each([
    '“Harga sayur di sini jauh lebih rendah,” kata Bima Arya.',
    '"Semua warga boleh datang," kata Wali Kota Bogor Bima Arya.',
    '“Harga sayur … jauh lebih rendah,” kata Pak Bima.',
    '“Harga [sayur] di sini jauh lebih rendah,” kata Bima.',
    '“Harga sayur [di bazar] jauh lebih rendah”'.replace('[di bazar]', 'di sini'),
    'Rina Wati: “Kami menyiapkan lima loket untuk warga lanjut usia.”',
    'Bazar “jauh lebih rendah” harganya.',
    '“Kami menyiapkan lima loket,” kata Camat.',
  ])('%s', (text) => {
    expect(quotes(text)).toEqual([]);
  });
  test.each([
    ['“Harga sayur di sini lebih rendah,” kata Bima.', 'quoteChanged: “Harga sayur di sini lebih rendah,”'],
    [
      '"Harga sayur di sini jauh lebih murah," kata Bima.',
      'quoteChanged: "Harga sayur di sini jauh lebih murah,"',
    ],
    ['“Warga semua boleh datang,” kata Bima.', 'quoteChanged: “Warga semua boleh datang,”'],
    ['“Luar biasa” sekali bazar ini.', 'quoteChanged: “Luar biasa”'],
    [
      '“Bazar ini diikuti oleh puluhan pedagang kecil,” kata Bima.',
      'notQuoted: “Bazar ini diikuti oleh puluhan pedagang kecil,”',
    ],
    ['“Semua warga boleh datang,” kata Rina Wati.', 'speakerSwapped: Rina Wati'],
    [
      'Bima Arya mengatakan, “Kami menyiapkan lima loket untuk warga lanjut usia.”',
      'speakerSwapped: Bima Arya',
    ],
  ])('%s', (text, wanted) => {
    expect(quotes(text)).toEqual([wanted]);
  });
  test('the mend gives the release’s own words back', () => {
    const text = '“Harga sayur di sini jauh lebih murah,” kata Bima.';
    const [first] = check(draft(text, { facts: spoken }));
    expect(first?.severity).toBe('stop');
    expect(first?.mends[0]?.text).toBe('“Harga sayur di sini jauh lebih rendah,” kata Bima.');
  });
});
