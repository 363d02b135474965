import { describe, expect, it } from 'vitest';
import { cleanRelease } from '../../utils/caption/clean.ts';
import { leans } from '../../utils/caption/lean.ts';
import { splitSentences } from '../../utils/caption/sentences.ts';

describe('sentences', () => {
  it.each([
    [['Acara dibuka pukul 09.00 WIB. Warga datang.']],
    [['Biaya Rp 613.677.930 dari kas daerah.', 'Sisanya 7,9 persen.']],
    [['Hadir Slamet Y., S.Kom, M.Si dan Drs. Nana dari PT. Maju Tbk.', 'Warga menyambut.']],
    [['Wakil Wali Kota Dedie A. Rachim tiba di RT. 02/07.', 'Warga menyambut.']],
    [['Acara di Jl. Melati No. 5, Kel. Kenanga.', 'Gratis.']],
    [['“Ini untuk warga. Semua boleh datang,” kata Sari.', '“Gratis,” lanjutnya.']],
    [['Ia berkata “Selesai.”', 'Lalu pulang.']],
    [['Hasilnya “baik”.', 'Warga senang.']],
    [['Apakah perlu?', 'Ya!', 'Tentu...']],
    [['Mayor A. B. Cole met Dr. Lee at 9 a.m. on Monday.', 'He left.']],
    [['1. Siapkan berkas dari rumah.', 'Datang ke loket.']],
    [['Kegiatan (lihat lampiran. Halaman 2) dimulai.', 'Selesai.']],
  ])('%j', (sentences) => {
    // One entry that holds two sentences is split; the others already are.
    const text = sentences.join(' ');
    const split = splitSentences(text);
    expect(split.join(' ')).toBe(text);
    expect(split).toEqual(sentences.length === 1 ? text.split(/(?<=WIB\.) /) : sentences);
  });
  it('is empty for nothing', () => {
    expect(splitSentences('')).toEqual([]);
  });
});

describe('cleaning', () => {
  const clean = (...paragraphs: string[]): string[] =>
    cleanRelease('Judul', ['Warga datang ke taman sejak pagi.', ...paragraphs])
      .blocks.slice(1)
      .map(({ text }) => text);
  it.each([
    ['CIKARET – Warga panen raya.', 'Warga panen raya.'],
    ['Cikaret, 17 Mei 2022 – Warga panen raya.', 'Warga panen raya.'],
    ['Kabar.com, CIKARET – Warga panen raya.', 'Warga panen raya.'],
    ['KOTA CIKARET– Warga panen raya.', 'Warga panen raya.'],
    ['Cikaret — Warga panen raya.', 'Warga panen raya.'],
    ['Warga panen raya.(Humas)', 'Warga panen raya.'],
    ['“Panen baik,” katanya.(Prokompim).', '“Panen baik,” katanya.'],
    ['Warga panen raya. (gus/rahmat)', 'Warga panen raya.'],
    ['Warga panen raya. [] Admin', 'Warga panen raya.'],
    ['Warga panen raya. #Raditya', 'Warga panen raya.'],
    ['Warga panen raya. (*)', 'Warga panen raya.'],
    ['Warga panen raya. Baca juga: Harga Cabai Turun', 'Warga panen raya.'],
    ['Warga  panen\u00A0raya\u200B ,semua senang.', 'Warga panen raya, semua senang.'],
    [
      'Di RW 9 Kenanga,Kelurahan Melati warga panen.Semua senang.',
      'Di RW 9 Kenanga, Kelurahan Melati warga panen. Semua senang.',
    ],
    ['"Panen baik," kata Ani."Kami senang."', '“Panen baik,” kata Ani. “Kami senang.”'],
    [
      'PT Astra International Tbk – Daihatsu membangun taman kota.',
      'PT Astra International Tbk – Daihatsu membangun taman kota.',
    ],
    ['Warga panen padi dan ikan (nila dan lele).', 'Warga panen padi dan ikan (nila dan lele).'],
    ['\u202EWarga panen\u202C raya.', 'Warga panen raya.'],
  ])('%j -> %j', (raw, text) => {
    expect(clean(raw)).toEqual([text]);
  });
  it.each([
    'Baca juga: Kabar lain',
    'Selengkapnya',
    'Editor: IJS',
    'Bogor, 17 Mei 2022',
    'KARANGANYAR – 25 Oktober 2018',
    '***',
    '',
  ])('drops %j', (raw) => {
    expect(clean(raw)).toEqual([]);
  });
  it('keeps "Oleh karena itu" and marks a speech that runs on', () => {
    expect(clean('Oleh karena itu warga datang.')).toHaveLength(1);
    expect(cleanRelease('', ['“Kami datang. Kami senang.']).blocks[0]?.broken).toBe(true);
  });
  it('reads a bounded part of an endless body, in whole sentences', () => {
    const { blocks } = cleanRelease(
      '',
      Array.from({ length: 5000 }, () => 'Warga datang ke taman kota sejak pagi hari.'),
    );
    const read = blocks.map(({ text }) => text).join('');
    expect(read.length).toBeLessThanOrEqual(40_000);
    expect(read.endsWith('.')).toBe(true);
  });
});

describe('leaning', () => {
  it.each([
    'Ia berharap warga datang.',
    'Menurutnya, warga senang.',
    'Kegiatan ini dihadiri warga.',
    'Ke depan, Pemkot akan menambah taman.',
    'Tak hanya itu, warga juga memasak.',
    'Sita juga mengajak warga.',
    'Sistem kerjanya sederhana.',
    'Targetnya 40 taman.',
    'Pemilihan lokasi tersebut sesuai masukan.',
    'Lurah mengatakan, hal itu akan berdampak.',
    'This event was attended by students.',
    'She added that books are free.',
  ])('%s', (sentence) => {
    expect(leans(sentence)).toBe(sentence !== 'Sistem kerjanya sederhana.');
  });
  it.each([
    'Hari ini loket dibuka sampai sore.',
    'Saat ini imunisasi masih berlangsung di posyandu.',
    'Pemkot Cikaret membangun taman, taman itu dibuka untuk umum.',
    'The library opens every day.',
    'Khususnya di bulan Ramadan loket tutup lebih awal.',
  ])('not: %s', (sentence) => {
    expect(leans(sentence)).toBe(false);
  });
});
