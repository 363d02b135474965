import { describe, expect, test } from 'vitest';
import { fieldTime, firstWords, quickTimes, timeInField } from '../../utils/draft/remind.ts';

/** By the clock of the machine that runs this: Monday 23 November 2026 and the days after. */
const at = (day: number, hour: number, minute = 0): number =>
  new Date(2026, 10, 23 + day, hour, minute).getTime();

describe('times in one tap', () => {
  test('on a weekday morning there are three', () => {
    expect(quickTimes(at(1, 9))).toEqual([
      { name: 'afternoon', at: at(1, 16) },
      { name: 'tomorrow', at: at(2, 8) },
      { name: 'monday', at: at(7, 8) },
    ]);
  });

  test('what has passed is not offered', () => {
    expect(quickTimes(at(1, 15, 59)).map(({ name }) => name)).toContain('afternoon');
    expect(quickTimes(at(1, 16)).map(({ name }) => name)).toEqual(['tomorrow', 'monday']);
  });

  test('Monday is the next one, and not offered on Sunday, whose tomorrow it is', () => {
    expect(quickTimes(at(0, 7)).at(-1)).toEqual({ name: 'monday', at: at(7, 8) });
    expect(quickTimes(at(6, 9)).map(({ name }) => name)).toEqual(['afternoon', 'tomorrow']);
    expect(quickTimes(at(5, 9)).at(-1)).toEqual({ name: 'monday', at: at(7, 8) });
  });

  test('every hour of a year: all ahead, in order, none twice', () => {
    for (let hour = 0; hour < 366 * 24; hour += 1) {
      const now = at(0, hour, 30);
      const times = quickTimes(now).map((one) => one.at);
      expect(times.every((one) => one > now)).toBe(true);
      expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
      expect(times.length).toBeGreaterThan(0);
    }
  });
});

test('a time goes into a field and comes back', () => {
  expect(fieldTime(at(1, 16, 5))).toBe('2026-11-24T16:05');
  expect(timeInField('2026-11-24T16:05')).toBe(at(1, 16, 5));
  for (const half of ['', '2026-11-24T', 'besok']) expect(timeInField(half)).toBeNull();
});

test('first words end between two words', () => {
  expect(firstWords({ text: '  Taman\n\nbaru  dibuka ' })).toBe('Taman baru dibuka');
  expect(firstWords({ text: 'Taman baru dibuka hari ini' }, 12)).toBe('Taman baru…');
  expect(firstWords({ text: 'Hadir di Enam Kecamatan, Beras Dijual' }, 28)).toBe('Hadir di Enam Kecamatan…');
  expect(firstWords({ text: 'Rute baru – Stasiun' }, 14)).toBe('Rute baru…');
  expect(firstWords({ text: '' })).toBe('');
});
