import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ago, clock, dayHeading, failureText, longDate, moment, textsFor } from '../../utils/browser/i18n.ts';
import { en } from '../../utils/browser/texts/en.ts';
import { id } from '../../utils/browser/texts/id.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** Monday, 23 November 2026, 14.00 in Bogor. */
const now = Date.UTC(2026, 10, 23, 7);

describe('language', () => {
  const speaks = (language: string) => {
    fakeBrowser.i18n.getUILanguage = () => language;
  };
  beforeEach(() => speaks('fr'));

  test('as chosen', () => {
    expect(textsFor('id')).toBe(id);
    expect(textsFor('en')).toBe(en);
  });

  test.each([
    ['en', en],
    ['en-US', en],
    ['EN-gb', en],
    ['id', id],
    ['id-ID', id],
    ['fr', id],
    ['ja-JP', id],
  ])('as the browser: %s', (language, texts) => {
    speaks(language);
    expect(textsFor('browser')).toBe(texts);
  });
});

describe('how long ago', () => {
  const at = (before: number) => ago(id, { at: now - before, precision: 'time' }, now);

  test.each([
    [0, 'baru saja'],
    [59_999, 'baru saja'],
    [minute, '1 mnt'],
    [59 * minute, '59 mnt'],
    [hour, '1 jam'],
    [11 * hour + 59 * minute, '11 jam'],
    [12 * hour, 'hari ini'],
    [day - hour, 'kemarin'],
    [2 * day, '2 hari'],
    [6 * day, '6 hari'],
  ])('%i ms', (before, words) => {
    expect(at(before)).toBe(words);
  });

  test('a week and more is a date', () => {
    expect(at(7 * day)).toBe('16 Nov 2026');
    expect(ago(en, { at: now - 400 * day, precision: 'time' }, now)).toBe('19 Oct 2025');
  });

  test('past midnight it is still hours, while that is closer', () => {
    const early = Date.UTC(2026, 10, 22, 18); // 01.00 in Bogor
    expect(ago(id, { at: early - 3 * hour, precision: 'time' }, early)).toBe('3 jam');
  });

  test('a day’s date knows no hours, and turns at the city’s midnight', () => {
    const monday = { at: Date.UTC(2026, 10, 22, 17), precision: 'day' } as const;
    expect(ago(id, monday, now)).toBe('hari ini');
    expect(ago(id, monday, Date.UTC(2026, 10, 23, 16, 59))).toBe('hari ini');
    expect(ago(id, monday, Date.UTC(2026, 10, 23, 17))).toBe('kemarin');
    expect(ago(id, monday, Date.UTC(2026, 10, 24, 17))).toBe('2 hari');
  });

  test('a date ahead of the clock is never a negative time', () => {
    expect(at(-5 * minute)).toBe('baru saja');
    expect(ago(id, { at: now + 2 * day, precision: 'day' }, now)).toBe('hari ini');
  });

  test('a missing date is said to be missing', () => {
    expect(ago(id, null, now)).toBe('tanpa tanggal');
    expect(ago(en, null, now)).toBe('no date');
  });
});

describe('days and clocks', () => {
  const local = (days: number, hours: number) => new Date(2026, 10, 23 + days, hours, 12).getTime();
  const today = local(0, 9);

  test('headings of the history', () => {
    expect(dayHeading(id, local(0, 0), today)).toBe('Hari ini');
    expect(dayHeading(id, local(-1, 23), today)).toBe('Kemarin');
    expect(dayHeading(id, local(-1, 0), today)).toBe('Kemarin');
    expect(dayHeading(id, local(-2, 23), today)).toBe('Sabtu, 21 November');
    expect(dayHeading(en, local(-2, 23), today)).toMatch(/^Saturday,? 21 November$/);
    expect(dayHeading(id, local(-365, 9), today)).toMatch(/2025$/);
  });

  test('a moment inside a sentence: names of days and months as they are written there', () => {
    expect(moment(id, local(0, 0), today)).toBe('hari ini pukul 00.12');
    expect(moment(id, local(-1, 23), today)).toBe('kemarin pukul 23.12');
    expect(moment(id, local(-2, 23), today)).toBe('Sabtu, 21 November pukul 23.12');
    expect(moment(en, local(-2, 23), today)).toMatch(/^Saturday,? 21 November at 23:12$/);
  });

  test('clock as each language writes it', () => {
    expect(clock(id, today)).toBe('09.12');
    expect(clock(en, today)).toBe('09:12');
    expect(clock(id, local(0, 0))).toBe('00.12');
  });

  test('a release’s date is the city’s, wherever the laptop is', () => {
    expect(longDate(id, Date.UTC(2026, 10, 23, 17))).toBe('24 November 2026');
    expect(longDate(en, Date.UTC(2026, 10, 23, 16, 59))).toBe('23 November 2026');
  });
});

describe('why a refresh failed', () => {
  test('with the status where there is one', () => {
    expect(failureText(id, { ok: false, at: now, reason: 'status', status: 503 }, 3)).toContain('(503)');
    expect(failureText(en, { ok: false, at: now, reason: 'status' }, 3)).toContain('(0)');
  });

  test('what happened and what is shown instead', () => {
    expect(failureText(id, { ok: false, at: now, reason: 'no-answer' }, 3)).toBe(
      'Situs kota tidak menjawab; menampilkan rilis tersimpan.',
    );
    expect(failureText(id, { ok: false, at: now, reason: 'no-answer' }, 0)).toBe(
      'Situs kota tidak menjawab.',
    );
    expect(failureText(id, { ok: false, at: now, reason: 'redirected' }, 3)).toMatch(
      /^Situs mengalihkan ke alamat lain/,
    );
    for (const texts of [id, en]) {
      for (const reason of ['offline', 'empty', 'unreadable'] as const) {
        expect(failureText(texts, { ok: false, at: now, reason }, 3)).toMatch(
          /; (?:menampilkan|showing) .+\.$/,
        );
      }
    }
  });
});
