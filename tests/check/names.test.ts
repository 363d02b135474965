import { describe, expect, test } from 'vitest';
import { check } from '../../utils/check/check.ts';
import { draft, facts, told } from './samples.ts';

const release = facts(
  'Wali Kota Bogor, Bima Arya bersama Wakil Wali Kota Bogor, Dedie A. Rachim membuka Bogor Creative Center (BCC) di ' +
    'Kelurahan Genteng, Kecamatan Bogor Selatan, Kota Bogor. Kepala Dinas Kesehatan Kota Bogor, dr. Sri Nowo Retno, MARS ' +
    'hadir bersama usaha mikro, kecil, dan menengah. Ketua Perempuan Berkebaya Indonesia, Sitawati Ken Utami juga hadir ' +
    'di Balai Kota. Dinas Komunikasi dan Informatika mengaturnya. Warga Jawa Barat datang.',
);
const found = (text: string) => told(text, { facts: release });

describe('names of the release, as officials write them', () => {
  test.each([
    'Pak Wali Bima Arya hadir.',
    'Bu Wali dan Pak Bima hadir.',
    'Kang Dedie Rachim hadir.',
    'Wawali Dedie hadir.',
    'Walkot Bima dan Wawalkot Dedie hadir.',
    'Kadinkes Sri Nowo Retno hadir.',
    'Sri Nowo Retno, Kadinkes Kota Bogor, hadir.',
    'Dinkes dan Diskominfo hadir bersama UMKM.',
    'Acara di BCC, Kel. Genteng, Kec. Bogor Selatan.',
    'Acara di Balaikota Bogor, Jabar.',
    'Teh Sita dari PBI hadir.',
    'Pemkot Bogor dan DPRD hadir.',
    'Terima kasih untuk Bapak/Ibu warga Kota Bogor.',
    'Alhamdulillah, Insyaallah lancar. Selamat Idulfitri dan Idul Adha!',
    'Kegiatan dibuka. Senang sekali! Mantap? Luar biasa.',
    'Info: Hadirlah — Ayo! 🎉 Seru',
    '*Bogor* _Selatan_ ~Genteng~',
    'Bogor Creative Center Hadir Lagi Lebih Seru Bersama Warga Kreatif',
    'Wargi, Baraya, dan Sobat Bogor, ikuti di YouTube dan WhatsApp.',
    'Bersama Warga dan Masyarakat Bogor.',
    '#BogorKeren #KotaBogor #BCC',
    '#SehatBersama #GotongRoyong',
    'Mentions @pemkotbogor @bimaaryasugiarto @dedierachim',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('names that it does not have', () => {
  test.each([
    ['Wali Kota Bogor Surya Atmaja hadir.', 'unknownName: Surya Atmaja'],
    ['Acara bersama Ridwan Kamil hari ini.', 'unknownName: Ridwan Kamil'],
    ['Bima Aria hadir di Bogor.', 'unknownName: Aria'],
    ['Dedi hadir, Rahim juga.', 'unknownName: Dedi | Rahim'],
    ['Surya Arya hadir di Bogor.', 'unknownName: Surya'],
    ['Acara di Kelurahan Sempur.', 'unknownName: Sempur'],
    ['Acara di Depok.', 'unknownName: Depok'],
    ['Bersama Dishub Kota Bogor.', 'unknownName: Dishub'],
    ['Bersama BNPB dan BCA.', 'unknownName: BNPB | BCA'],
    ['ACARA HARI INI BERSAMA Pak Hendro', 'unknownName: Hendro'],
    ['Acara Seru Bersama Pak Hendro Lagi Dan Lagi', 'unknownName: Hendro'],
    ['Acara di Bogor Timur.', 'unknownName: Timur'],
    ['Hadir juga PT Astra.', 'unknownName: Astra'],
    ['Acara #KotaDepok', 'unknownName: #KotaDepok'],
    ['Acara #BogorCreativCenter', 'unknownName: #BogorCreativCenter'],
    ['Acara #BimaAria', 'unknownName: #BimaAria'],
    ['Acara #HJB545', 'unknownName: #HJB545'],
  ])('%s', (text, wanted) => {
    expect(found(text).filter((one) => !one.startsWith('shouting'))).toEqual([wanted]);
  });
  test('a slip of the pen has its mend', () => {
    const mends = check(draft('Bima Aria hadir di Kelurahan Gentang.', { facts: release })).flatMap(
      (one) => one.mends,
    );
    expect(mends.filter(({ key }) => key === 'useInstead').map(({ word, text }) => [word, text])).toEqual([
      ['Arya', 'Bima Arya hadir di Kelurahan Gentang.'],
      ['Genteng', 'Bima Aria hadir di Kelurahan Genteng.'],
    ]);
  });
  test('an account with nothing of the release', () => {
    expect(found('Acara bersama @persib_official')).toEqual(['unknownMention: @persib_official']);
  });
});

describe('names in the wrong place', () => {
  test.each([
    ['Acara dibuka Bima Rachim.', 'swappedName: Bima Rachim'],
    ['Acara di Kecamatan Genteng.', 'swappedName: Kecamatan Genteng'],
    ['Acara Pemkab Bogor.', 'swappedName: Pemkab Bogor'],
    ['Wali Kota Bogor Dedie A. Rachim membuka acara.', 'wrongOffice: Wali Kota Bogor Dedie A. Rachim'],
    ['Wakil Wali Kota Bogor Bima Arya membuka acara.', 'wrongOffice: Wakil Wali Kota Bogor Bima Arya'],
    ['Plt. Wali Kota Bogor Bima Arya membuka acara.', 'wrongOffice: Plt. Wali Kota Bogor Bima Arya'],
  ])('%s', (text, wanted) => {
    expect(found(text)).toEqual([wanted]);
  });
});
