import { describe, expect, test } from 'vitest';
import { check } from '../../utils/check/check.ts';
import { catalogue } from '../../utils/platform/catalogue.ts';
import { platformIds } from '../../utils/platform/platform.ts';
import { draft, facts, link, told } from './samples.ts';

const good = `Taman baru dibuka. ${link} #KotaBogor`;
const keys = (text: string, change = {}): string[] =>
  check(draft(text, change)).map(({ reason }) => reason.key);

test('a good draft has nothing to warn about, on any platform', () => {
  for (const platform of platformIds) expect(check(draft(good, { platform })), platform).toEqual([]);
});

test('an empty text has nothing to warn about', () => {
  expect(check(draft(''))).toEqual([]);
  expect(check(draft(' \n\t ', { shared: 'posted' }))).toEqual([]);
});

test('several at once, the most serious first', () => {
  const text = `${'Warga senang. '.repeat(30)}#a #b #c #d #e`;
  expect(keys(text, { platform: 'x', shared: 'opened' })).toEqual([
    'tooLong',
    'noLink',
    'tooManyHashtags',
    'alreadyOpened',
  ]);
  expect(keys(`NIK 3271011205900003 ${good}!!!`)).toEqual(['nationalId', 'shouting']);
});

test('what one check has marked, a later one does not mark again', () => {
  const release = facts('Kepala Dinas hadir.');
  expect(told('Hubungi 0812-3456-7890 segera.', { facts: release })).toEqual([
    'privatePhone: 0812-3456-7890',
  ]);
  expect(told('NIK 3271011205900003.', { facts: release })).toEqual(['nationalId: 3271011205900003']);
});

test('while the release is unread nothing is compared with it', () => {
  expect(told('Bima Arya membuka 50 taman pada 5 Juni 2026, “luar biasa sekali hari ini”.')).toEqual([]);
});

test('offsets are the text’s own: every mark is within it, in order', () => {
  const release = facts('Pemkot Bogor membuka 5 taman.');
  const text = `😀 Bu Rina membuka 7 taman, 9 pasar, dan 11 kolam 😀 pada Senin. #Depok2020 ${link}`;
  for (const { marks } of check(draft(text, { facts: release }))) {
    let last = 0;
    for (const { start, end } of marks) {
      expect(start).toBeGreaterThanOrEqual(last);
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(text.length);
      last = end;
    }
  }
});

describe('any text at all', () => {
  const odd = [
    '“',
    '“”',
    '"""',
    '#',
    '@',
    '# #',
    '1/',
    '(((',
    '\uD800',
    '\u202E',
    'Rp',
    'Rp Rp 1.',
    '•'.repeat(50),
  ];
  test.each([...odd, 'A '.repeat(3000), '1,'.repeat(3000), '“a'.repeat(500), '#a'.repeat(500)])(
    '%j',
    (text) => {
      const release = facts(text, { title: text });
      const started = performance.now();
      expect(() => check(draft(text, { facts: release, campaignWords: ['*', '('] }))).not.toThrow();
      expect(performance.now() - started).toBeLessThan(1000);
    },
  );
  test.each(platformIds)('a text far over every limit, on %s', (platform) => {
    expect(catalogue[platform].limit).toBeGreaterThan(0);
    expect(() => check(draft('Warga datang ke taman kota. '.repeat(400), { platform }))).not.toThrow();
  });
});
