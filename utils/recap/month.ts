import type { Month } from '../backup/csv.ts';

/** The city's calendar: UTC+7 without summer time, wherever the laptop is, as everywhere in Jubir. */
const cityOffset = 7 * 60 * 60 * 1000;

/** How far back a month can be chosen, in months. */
const mostMonths = 36;
/** Until this day of a month a meeting looks back at the one before. */
const lookBack = 7;

/** The month of a moment by this computer's calendar, as the history has its days. */
export function monthOf(at: number): Month {
  const date = new Date(at);
  return { year: date.getFullYear(), month: date.getMonth() };
}

/** The month so many months later; before where negative. */
export const monthsLater = ({ year, month }: Month, months: number): Month => {
  const all = year * 12 + month + months;
  return { year: Math.floor(all / 12), month: ((all % 12) + 12) % 12 };
};

/** "2026-11". */
export const monthKey = ({ year, month }: Month): string =>
  `${String(year).padStart(4, '0')}-${String(month + 1).padStart(2, '0')}`;

/** The month that such a key names; null where it names none. */
export function readMonthKey(key: string): Month | null {
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(key) ?? [];
  return year && month ? { year: Number(year), month: Number(month) - 1 } : null;
}

/** How many days a month has. */
export const daysIn = ({ year, month }: Month): number => new Date(Date.UTC(year, month + 1, 0)).getUTCDate();

/** The day of a month on which something was done here, by this computer's calendar; null in another month. */
export function dayHere(at: number, { year, month }: Month): number | null {
  const date = new Date(at);
  return date.getFullYear() === year && date.getMonth() === month ? date.getDate() : null;
}

/** The day of a month on which the city published something, by the city's calendar; null in another month. */
export function dayInCity(at: number, { year, month }: Month): number | null {
  const date = new Date(at + cityOffset);
  return date.getUTCFullYear() === year && date.getUTCMonth() === month ? date.getUTCDate() : null;
}

/** Whether two moments are on one day of the city's calendar. */
export const isSameCityDay = (a: number, b: number): boolean => {
  const day = 24 * 60 * 60 * 1000;
  return Math.floor((a + cityOffset) / day) === Math.floor((b + cityOffset) / day);
};

/** From when until before when a month lasts in the city, epoch milliseconds. */
export const monthInCity = ({ year, month }: Month): [number, number] => [
  Date.UTC(year, month) - cityOffset,
  Date.UTC(year, month + 1) - cityOffset,
];

/** The months that can be looked back at, newest first. @param oldest when the history begins, epoch milliseconds */
export function monthsSince(oldest: number, now: number): Month[] {
  const last = monthOf(now);
  const first = monthOf(Math.min(oldest, now));
  const count = (last.year - first.year) * 12 + last.month - first.month + 1;
  // The month before is always there: at its meeting nobody may have posted yet.
  return Array.from({ length: Math.min(Math.max(count, 2), mostMonths) }, (_, back) =>
    monthsLater(last, -back),
  );
}

/** The month that a meeting now is about: in a month's first days the one before. */
export const monthToShow = (now: number): Month =>
  monthsLater(monthOf(now), new Date(now).getDate() <= lookBack ? -1 : 0);
