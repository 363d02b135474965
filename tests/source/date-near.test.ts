import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readDateNear, settleRows, trustedDate } from '../../utils/source/date-near.ts';
import { readListing, readReleasePage } from '../../utils/source/page.ts';
import { download, isAbsent, pageSource, shared } from './samples.ts';

const day = (text: string) => Date.parse(`${text}T00:00:00+07:00`);
const near = (text: string, reference: string) => {
  const told = readDateNear(text, day(reference));
  return told && new Date(told.date.at + 7 * 3_600_000).toISOString().slice(0, 16).replace('T00:00', '');
};

describe('a date without a year is in the newest one that the reference allows', () => {
  test.each([
    ['Sabtu (30/5)', '2026-06-02', '2026-05-30'],
    ['Sabtu (30/12)', '2024-01-02', '2023-12-30'],
    ['Jumat, 30 September', '2022-10-01', '2022-09-30'],
    ['Kamis, 9 Mei', '2024-05-09', '2024-05-09'],
    // a release may be dated a little before what it tells of
    ['Kamis, 9 Mei', '2024-05-06', '2024-05-09'],
    ['Kamis, 9 Mei', '2024-05-05', '2023-05-09'],
    ['24 Nov', '2026-11-24', '2026-11-24'],
    ['24 Nov 10.30 WITA', '2026-11-24', '2026-11-24T09:30'],
    ['Nov 24', '2026-11-24', '2026-11-24'],
    ['24/11', '2026-11-24', '2026-11-24'],
    ['29 Februari', '2026-11-24', '2024-02-29'],
    ['1 Januari', '2026-12-30', '2027-01-01'],
    // with its year it is what it says, whatever the reference
    ['Senin (25/3/2024)', '2030-01-01', '2024-03-25'],
  ])('%s near %s', (text, reference, expected) => {
    expect(near(text, reference)).toBe(expected);
  });

  test.each([
    'pukul 13.50 WIB',
    'jam 02.00',
    'Selasa (23/04/209)',
    'Nomor 12/345/2020',
    'ayat 3/4 dari',
    '31 Februari',
    '32 Mei',
    '0/0',
    'Mei',
    'Mei 2024',
    'kemarin',
    '',
  ])('no day and month, so none is invented: %s', (text) => {
    expect(readDateNear(text, day('2026-11-24'))).toBeNull();
  });

  test('and the weekday beside it is compared', () => {
    expect(readDateNear('Sabtu (30/5)', day('2026-06-02'))).toMatchObject({
      withoutYear: true,
      weekdayFits: true,
    });
    expect(readDateNear('Jum’at, 31 Mei 2024', 0)).toMatchObject({ withoutYear: false, weekdayFits: true });
    expect(readDateNear('Sabtu, 31 Mei 2024', 0)?.weekdayFits).toBe(false);
    expect(readDateNear('31 Mei 2024', 0)?.weekdayFits).toBeNull();
    expect(readDateNear('Fri, 31 May 2024 10:00:00 +0700', 0)?.weekdayFits).toBe(true);
  });
});

describe('listing and page', () => {
  const dayOf = (text: string) => ({ at: day(text), precision: 'day' as const });

  test.each([
    ['a whole date', 'Jumat, 31 Mei 2024', dayOf('2024-05-31')],
    ['one without a weekday', '31/05/2024', dayOf('2024-05-31')],
    ['one that contradicts itself', 'Sabtu, 31 Mei 2024', null],
    ['one without a year', 'Jumat (31/5)', null],
    ['none', 'kemarin', null],
  ])('%s on a page without a listing is believed or not', (_name, text, expected) => {
    expect(trustedDate(readDateNear(text, day('2024-06-01')))).toEqual(expected);
  });

  const rows = (...dates: string[]) =>
    dates.map(
      (date, index) => `<li><h3>Judul ${index}</h3><a href="/${index}">x</a><time>${date}</time></li>`,
    );
  const read = (dates: string[], receivedAt?: number) =>
    readListing(
      { ...download(rows(...dates).join('')), ...(receivedAt !== undefined && { receivedAt }) },
      pageSource(),
    ).items.map(
      ({ published }) => published && new Date(published.at + 7 * 3_600_000).toISOString().slice(0, 10),
    );

  test('rows without a year, by the moment of asking, over the turn of the year', () => {
    expect(read(['3 Jan', '1 Januari', '30 Des', '28/11'], day('2026-01-04'))).toEqual([
      '2026-01-03',
      '2026-01-01',
      '2025-12-30',
      '2025-11-28',
    ]);
    expect(read(['3 Jan', '1 Jan', '30 Des'])).toEqual([null, null, null]);
  });

  test('one row may be pinned; more than a year on one page is more than anyone can tell', () => {
    expect(read(['5 Feb', '24 Nov', '23 Nov'], day('2026-11-25'))).toEqual([
      '2026-02-05',
      '2026-11-24',
      '2026-11-23',
    ]);
    expect(read(['24 Nov', '3 Mar', '5 Jan', '6 Mar', '1 Feb'], day('2026-11-25'))).toEqual([
      '2026-11-24',
      '2026-03-03',
      '2026-01-05',
      null,
      null,
    ]);
    expect(settleRows([])).toEqual([]);
  });

  test("a release page's date that contradicts its weekday is none", () => {
    const recipe = { listing: { item: 'li', title: 'h3', link: 'a' }, dateFormat: 'D M Y' };
    const subject = pageSource({
      recipe: { ...recipe, release: { title: 'h1', body: 'article', date: 'time' } },
    });
    const published = (date: string) =>
      readReleasePage(download(`<h1>Judul</h1><time>${date}</time><article><p>Isi</p></article>`), subject)
        .published;
    expect(published('Jumat, 31 Mei 2024')).toEqual(dayOf('2024-05-31'));
    expect(published('Sabtu, 31 Mei 2024')).toBeNull();
    expect(published('Jumat, 31 Mei')).toBeNull();
  });
});

interface Sample {
  text: string;
  iso?: string | null;
  month?: number;
  day?: number;
  weekday_matches?: boolean;
}

test.skipIf(isAbsent('language'))('all 238 samples, those without a year in every year since 2000', () => {
  const names = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'];
  const samples = readFileSync(`${shared}/language/date-samples.jsonl`, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Sample);
  const kinds = { full: 0, yearless: 0, none: 0 };
  for (const sample of samples) {
    const { text, iso } = sample;
    // One sample is a slip of its author, "23/04/209": no year that could be meant.
    if (iso && !iso.startsWith('0')) {
      kinds.full++;
      const told = readDateNear(text, day('2026-11-24'));
      expect({ text, at: told?.date.at }).toEqual({ text, at: day(iso) });
      expect({ text, fits: told?.weekdayFits ?? undefined }).toEqual({ text, fits: sample.weekday_matches });
    } else if (sample.month === undefined || sample.day === undefined) {
      kinds.none++;
      expect({ text, told: readDateNear(text, day('2026-11-24')) }).toEqual({ text, told: null });
    } else {
      kinds.yearless++;
      const rest = `${String(sample.month).padStart(2, '0')}-${String(sample.day).padStart(2, '0')}`;
      for (let year = 2000; year <= 2026; year++) {
        const at = day(`${year}-${rest}`);
        const weekday = names[new Date(at + 7 * 3_600_000).getUTCDay()] ?? '';
        for (const later of [-3, 0, 1, 30, 360]) {
          const told = readDateNear(text, at + later * 86_400_000);
          expect({ text, later, at: told?.date.at }).toEqual({ text, later, at });
          expect(told?.weekdayFits).toBe(text.startsWith(weekday));
        }
      }
    }
  }
  expect(kinds).toEqual({ full: 89, yearless: 121, none: 28 });
});
