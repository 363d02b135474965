import { expect, test } from 'vitest';
import {
  dayHere,
  dayInCity,
  daysIn,
  isSameCityDay,
  monthInCity,
  monthKey,
  monthOf,
  monthsLater,
  monthsSince,
  monthToShow,
  readMonthKey,
} from '../../utils/recap/month.ts';

const november = { year: 2026, month: 10 };

test('months go on over the years, both ways', () => {
  expect(monthsLater(november, 2)).toEqual({ year: 2027, month: 0 });
  expect(monthsLater(november, -11)).toEqual({ year: 2025, month: 11 });
  expect([0, 1, 3].map((month) => daysIn({ year: 2028, month }))).toEqual([31, 29, 30]);
});

test('a key names its month, and nothing else does', () => {
  expect(monthKey(november)).toBe('2026-11');
  expect(readMonthKey('2026-11')).toEqual(november);
  for (const key of ['2026-00', '2026-13', '2026-1', '26-11', '2026-11-24', ''])
    expect(readMonthKey(key)).toBeNull();
});

test('a post is of the day that this computer’s calendar showed', () => {
  expect(dayHere(new Date(2026, 10, 1, 0, 0).getTime(), november)).toBe(1);
  expect(dayHere(new Date(2026, 10, 30, 23, 59).getTime(), november)).toBe(30);
  expect(dayHere(new Date(2026, 11, 1, 0, 0).getTime(), november)).toBeNull();
  expect(monthOf(new Date(2026, 10, 30, 23, 59).getTime())).toEqual(november);
});

test('a release is of the city’s day, wherever the laptop is', () => {
  const [from, to] = monthInCity(november);
  expect(new Date(from).toISOString()).toBe('2026-10-31T17:00:00.000Z');
  expect([from, to - 1].map((at) => dayInCity(at, november))).toEqual([1, 30]);
  expect([from - 1, to].map((at) => dayInCity(at, november))).toEqual([null, null]);
  expect(isSameCityDay(from, from + 86_399_999)).toBe(true);
  expect(isSameCityDay(from, from - 1)).toBe(false);
});

test('months to choose from: as far back as the history, this one and the last in any case, three years at most', () => {
  const now = new Date(2026, 10, 24).getTime();
  const keys = (oldest: number) => monthsSince(oldest, now).map(monthKey);
  expect(keys(now)).toEqual(['2026-11', '2026-10']);
  expect(keys(new Date(2026, 7, 31, 23).getTime())).toEqual(['2026-11', '2026-10', '2026-09', '2026-08']);
  expect(keys(0)).toHaveLength(36);
  // A clock that ran ahead.
  expect(keys(now + 1e11)).toEqual(['2026-11', '2026-10']);
});

test('in the first days of a month its meeting is about the one before', () => {
  expect(monthToShow(new Date(2026, 10, 7, 23).getTime())).toEqual({ year: 2026, month: 9 });
  expect(monthToShow(new Date(2026, 10, 8).getTime())).toEqual(november);
});
