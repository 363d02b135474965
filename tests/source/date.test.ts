import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dateOrder, parseDate } from '../../utils/source/date.ts';
import { isAbsent, shared } from './samples.ts';

const iso = (text: string, order?: 'D M Y' | 'M D Y' | 'Y M D') => {
  const date = parseDate(text, order);
  return date && new Date(date.at).toISOString().replace('.000', '');
};

describe('a moment', () => {
  test.each([
    // RFC 822
    ['Sun, 15 Mar 2020 15:51:04 +0700', '2020-03-15T08:51:04Z'],
    ['Thu, 12 Mar 2020 04:40:23 GMT', '2020-03-12T04:40:23Z'],
    ['12 Mar 20 04:40 EST', '2020-03-12T09:40:00Z'],
    ['Fri, 1 Jan 99 00:00:00 Z', '1999-01-01T00:00:00Z'],
    ['Tue, 05 Aug 2025 10:14:60 UT', '2025-08-05T10:14:59Z'],
    ['Selasa, 05 Agt 2025 10:14:00 WIB', '2025-08-05T03:14:00Z'],
    // ISO 8601, RFC 3339, W3CDTF, SQL
    ['2026-04-30T17:08:36+01:00', '2026-04-30T16:08:36Z'],
    ['2016-07-17T23:55:45Z', '2016-07-17T23:55:45Z'],
    ['2016-07-17T23:55:45.123456Z', '2016-07-17T23:55:45Z'],
    ['2016-07-17t23:55z', '2016-07-17T23:55:00Z'],
    ['2016-07-17T23:55:45', '2016-07-17T16:55:45Z'],
    ['2016-07-17 23:55:45', '2016-07-17T16:55:45Z'],
    ['2016-07-17 23:55:45 +0800', '2016-07-17T15:55:45Z'],
    ['20160717T23:55:45Z', '2016-07-17T23:55:45Z'],
    ['20160717235545', '2016-07-17T16:55:45Z'],
    ['2016-07-17 23:55:45.000000', '2016-07-17T16:55:45Z'],
    // as JavaScript and PHP print it
    ['Sun Jul 17 2016 23:55:45 GMT+0700 (WIB)', '2016-07-17T16:55:45Z'],
    ['17 Juli 2016 23:55 UTC+8', '2016-07-17T15:55:00Z'],
    ['17 Juli 2016 23:55 GMT', '2016-07-17T23:55:00Z'],
    // Indonesian
    ['17 Mei 2022 13.50 WIB', '2022-05-17T06:50:00Z'],
    ['Jumat, 11 November 2022 pukul 09:05 WITA', '2022-11-11T01:05:00Z'],
    ['Jumat, 11 November 2022 | 09.05 WIT', '2022-11-11T00:05:00Z'],
    ['Diposting oleh Admin pada 3 Okt 2022, 08:00', '2022-10-03T01:00:00Z'],
    ['25/03/2024 10:15', '2024-03-25T03:15:00Z'],
    ['10:15 25/03/2024', '2024-03-25T03:15:00Z'],
    // English, and asctime
    ['November 11, 2022 8:20 PM', '2022-11-11T13:20:00Z'],
    ['11 November 2022 12:05 am', '2022-11-10T17:05:00Z'],
    ['Sun Jan  4 16:29:06 UTC 2004', '2004-01-04T16:29:06Z'],
    ['Sun Jan  4 16:29:06 2004', '2004-01-04T09:29:06Z'],
  ])('%s', (text, expected) => {
    expect(iso(text)).toBe(expected);
    expect(parseDate(text)?.precision).toBe('time');
  });
});

describe('a day is its midnight in Jakarta', () => {
  test.each([
    ['25 / 03 2024', '2024-03-25'],
    ['19 /\n 06 2025', '2025-06-19'],
    ['05 Agustus 2019', '2019-08-05'],
    ['Senin (25/3/2024) malam', '2024-03-25'],
    ['Senin (28/03/16)', '2016-03-28'],
    ['1\u00a0April 2017', '2017-04-01'],
    ['16–19 Juni 2025', '2025-06-19'],
    ['2 Pebruari 2020', '2020-02-02'],
    ['2 Nop 2020', '2020-11-02'],
    ['31 Des. 2020', '2020-12-31'],
    ['7-Sept-2020', '2020-09-07'],
    ['2019-08-05', '2019-08-05'],
    ['2019/8/5', '2019-08-05'],
    ['2019 Agustus 5', '2019-08-05'],
    ['2019-Aug-05', '2019-08-05'],
    ['05.08.2019', '2019-08-05'],
    ['5-8-2019', '2019-08-05'],
    ['August 5th, 2019', '2019-08-05'],
    ['5th August 2019', '2019-08-05'],
    ['29 Februari 2024', '2024-02-29'],
    ['13/25/2019 bukan, 03/25/2024 ya'.slice(18), '2024-03-25'],
  ])('%s', (text, day) => {
    const expected = Date.parse(`${day}T00:00:00+07:00`);
    expect(parseDate(text)).toEqual({ at: expected, precision: 'day' });
  });

  test('numbers are read in the order of the recipe', () => {
    expect(iso('03/04/2024', 'M D Y')).toBe('2024-03-03T17:00:00Z');
    expect(iso('03/04/2024', 'D M Y')).toBe('2024-04-02T17:00:00Z');
    expect(iso('2024-04-03', 'D M Y')).toBe('2024-04-02T17:00:00Z');
    expect([dateOrder('D M Y'), dateOrder('M D Y'), dateOrder('Y M D'), dateOrder('apa saja')]).toEqual([
      'D M Y',
      'M D Y',
      'Y M D',
      'D M Y',
    ]);
  });
});

test.each([
  'Sabtu (30/5)',
  'Jumat, 30 September',
  'Kamis, 9 Mei',
  '24 Nov 10:30',
  '24 Nov 10.30 WITA',
  '25/03 10:30',
  'pukul 13.50 WIB',
  'Selasa (23/04/209)',
  '2019',
  '2019-08',
  '31 Februari 2020',
  '32/01/2020',
  '00/00/0000',
  '0000-00-00 00:00:00',
  '5 Agustus 1802',
  '12/12/2999',
  'kemarin',
  '',
  '1',
  'Nomor 12/345/2020',
  '12-2020',
])('no full date, so none is invented: %s', (text) => {
  expect(parseDate(text)).toBeNull();
});

interface Sample {
  text: string;
  iso?: string | null;
}

test.skipIf(isAbsent('language'))('every full date of the samples, and no other', () => {
  const samples = readFileSync(`${shared}/language/date-samples.jsonl`, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Sample);
  expect(samples.length).toBe(238);
  for (const { text, iso: expected } of samples) {
    // One sample is a slip of its author, "23/04/209": no year that could be meant.
    const day = expected && !expected.startsWith('0') ? Date.parse(`${expected}T00:00:00+07:00`) : null;
    expect({ text, at: parseDate(text)?.at ?? null }).toEqual({ text, at: day });
  }
});
