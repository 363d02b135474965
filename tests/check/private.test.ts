import { describe, expect, test } from 'vitest';
import { campaignWordsOn, defaultCampaignWords } from '../../utils/check/campaign-words.ts';
import { check } from '../../utils/check/check.ts';
import { draft, facts, told } from './samples.ts';

describe('identity numbers', () => {
  test.each([
    '3271011205900003',
    '3271 0112 0590 0003',
    '327101.120590.0003',
    '3271015205900003',
    '3271011205900001',
  ])('%s', (digits) => {
    expect(told(`NIK: ${digits} milik warga`)).toEqual([`nationalId: ${digits}`]);
    const [finding] = check(draft(`NIK: ${digits} milik warga`));
    expect(finding?.severity).toBe('stop');
    expect(finding?.mends[0]?.text).toBe('NIK: milik warga');
  });
  test('also where the release has it: nobody’s goes out', () => {
    const release = facts('Warga ber-NIK 3271011205900003 datang.');
    expect(told('Warga ber-NIK 3271011205900003 datang.', { facts: release })).toEqual([
      'nationalId: 3271011205900003',
    ]);
  });
  test.each([
    '0071011205900003',
    '3271011299900003',
    '3271013505900000',
    '12345678901234567',
    '613.677.930',
    '4111 1111 1111 1111',
  ])('not %s', (digits) => {
    expect(told(`Nomor ${digits}`)).toEqual([]);
  });
});

describe('telephone numbers and letter boxes', () => {
  const release = facts(
    'Hubungi Call Center (0251) 8321075 atau WhatsApp 0811-1116-093. Surel: humas.bogor@gmail.com.',
  );
  test.each(['0812 3456 7890', '+62 812-3456-7890', '6281234567890', '(021) 5551234', '081234567890'])(
    '%s',
    (phone) => {
      expect(told(`Hubungi ${phone} ya`, { facts: release })).toEqual([`privatePhone: ${phone}`]);
    },
  );
  test.each(['(0251) 8321075', '0251-8321075', '+62 811 1116 093', '08111116093', '112', '119'])(
    'not %s',
    (phone) => {
      expect(told(`Hubungi ${phone} ya`, { facts: release })).toEqual([]);
    },
  );
  test('a box of one’s own, not an office’s', () => {
    expect(told('Kirim ke budi.s@yahoo.com', { facts: release })).toEqual(['privateMail: budi.s@yahoo.com']);
    expect(
      told('Kirim ke humas.bogor@gmail.com atau diskominfo@kotabogor.go.id', { facts: release }),
    ).toEqual([]);
  });
});

describe('homes', () => {
  const release = facts(
    'Posko dibuka di Kantor Kelurahan Genteng, Jl. Mawar No. 5 RT 02/RW 07. ' +
      'Longsor terjadi di Kampung Melati RT 03/07. Korban, Ujang, tinggal di Jl. Kenanga No. 9 RT 01/02.',
  );
  test.each([
    ['Rumah Pak Ujang di Jl. Anggrek No. 12 RT 03/05 rusak.', 'Jl. Anggrek No. 12 RT 03/05'],
    ['Korban tinggal di Jalan Kenanga No. 9 RT 01/02.', 'Jalan Kenanga No. 9 RT 01/02'],
    ['Warga beralamat di Gang Haji Amat No. 3B, RT 02 RW 04', 'Gang Haji Amat No. 3B, RT 02 RW 04'],
  ])('%s', (text, marked) => {
    expect(told(text)).toEqual([`privateAddress: ${marked}`]);
  });
  test('the release’s own words for a home are no leave to spread it', () => {
    expect(told('Ujang tinggal di Jl. Kenanga No. 9 RT 01/02.', { facts: release })).toEqual([
      'privateAddress: Jl. Kenanga No. 9 RT 01/02',
    ]);
  });
  test.each([
    'Posko di Kantor Kelurahan Genteng, Jl. Mawar No. 5 RT 02/RW 07.',
    'Longsor terjadi di Kampung Melati RT 03/07.',
    'Warga datang ke Jl. Mawar.',
  ])('not %s', (text) => {
    expect(told(text, { facts: release })).toEqual([]);
  });
  test('an office with its number is a place to go to', () => {
    expect(told('Warga datang ke kantor di Jl. Pajajaran No. 10 RT 01/02.')).toEqual([]);
  });
});

describe('campaign words', () => {
  const words = defaultCampaignWords;
  test.each([
    ['Jangan lupa coblos nomor urut 2', 'coblos | nomor urut'],
    ['Dukung PASLON kami', 'PASLON'],
    ['Lanjutkan dua  periode', 'Lanjutkan | dua  periode'],
    ['Bersama #CalonWaliKota', 'CalonWaliKota'],
    ['Menangkanlah', 'Menangkanlah'],
  ])('%s', (text, marked) => {
    expect(told(text, { campaignWords: words })).toEqual([`campaignWords: ${marked}`]);
    expect(check(draft(text, { campaignWords: words })).every(({ severity }) => severity === 'warn')).toBe(
      true,
    );
    expect(told(text)).toEqual([]);
  });
  test.each([
    'Warga memilih sampah',
    'Rapat koalisi pejalan kaki',
    'Nomor antrean diurutkan',
    'Kegiatan lanjutan di kelurahan',
  ])('not %s', (text) => {
    expect(told(text, { campaignWords: words })).toEqual([]);
  });
  test('a word of the official’s own, whatever signs it has', () => {
    expect(told('Ayo C++ (maju).', { campaignWords: ['c++', '(maju)', ' ', ''] })).toEqual([
      'campaignWords: C++ | (maju)',
    ]);
  });
  const at = (day: string) => new Date(`${day}T12:00:00`).getTime();
  const election = { on: true, from: '2029-01-10', to: '2029-02-14', words: ['a'] };
  test.each([
    ['2029-01-09', null],
    ['2029-01-10', ['a']],
    ['2029-02-14', ['a']],
    ['2029-02-15', null],
  ])('on %s', (day, wanted) => {
    expect(campaignWordsOn(election, at(day))).toEqual(wanted);
  });
  test('off is off; without days it holds until it is off', () => {
    expect(campaignWordsOn({ ...election, on: false }, at('2029-01-20'))).toBeNull();
    expect(campaignWordsOn({ ...election, from: null, to: null }, at('2031-01-20'))).toEqual(['a']);
    expect(campaignWordsOn({ ...election, to: null }, at('2031-01-20'))).toEqual(['a']);
  });
});
