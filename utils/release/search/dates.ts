/** Dates as people type them into a search box. */

/** A time that a query names, as days since 1970 in the city. */
export interface DateWish {
  /** First and last day of each stretch; "agustus" alone is one a year. */
  ranges: (readonly [from: number, to: number])[];
  /** The words that name it, as they may stand in a text. */
  terms: string[];
  /** Month and year, or day, month and year: only what was published then is meant. */
  full: boolean;
  /** Names a year, so that alone it can be nothing but a date of publishing; "17 agustus" may be the feast. */
  year: boolean;
}

const DAY_MS = 86_400_000;
/** Asia/Jakarta, UTC+7 without summer time: where a release without a zone has its midnight (`source/date.ts`). */
const CITY_OFFSET_MS = 7 * 3_600_000;
/** Years that a number of four digits is taken for, and that a month without a year runs through. */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2060;

/** Indonesian and English; an abbreviation counts only beside a day or a year, "mar" and "des" are words too. */
const MONTHS: readonly (readonly string[])[] = [
  ['januari', 'january', 'jan'],
  ['februari', 'pebruari', 'february', 'feb', 'peb'],
  ['maret', 'march', 'mar'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['agustus', 'august', 'agu', 'agt', 'ags', 'agst', 'aug'],
  ['september', 'sep', 'sept'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nopember', 'nov', 'nop'],
  ['desember', 'december', 'des', 'dec'],
];

/** The day, since 1970, that a moment falls on in the city. */
export function cityDay(ms: number): number {
  return Math.floor((ms + CITY_OFFSET_MS) / DAY_MS);
}

/**
 * Finds the first date among a query's words.
 * @param terms the words, as `termOf` gives them
 * @param now epoch milliseconds
 * @returns the date, and which words it took; null where there is none
 */
export function findDate(
  terms: readonly string[],
  now: number,
): { wish: DateWish; at: number; length: number } | null {
  for (let at = 0; at < terms.length; at++) {
    const found = dateAt(terms.slice(at, at + 3), now);
    if (found) {
      const { length, ...wish } = found;
      return { wish: { ...wish, terms: terms.slice(at, at + length) }, at, length };
    }
  }
  return null;
}

type Found = Omit<DateWish, 'terms'> & { length: number };

function dateAt(terms: readonly string[], now: number): Found | null {
  const [first = '', second = '', third = ''] = terms;
  return (
    relative(first, second, now) ??
    dayOf(yearOf(third), monthOf(second) ?? numberOf(second, 12), numberOf(first, 31), 3) ??
    dayOf(yearOf(first), numberOf(second, 12), numberOf(third, 31), 3) ??
    monthIn(yearOf(second), monthOf(first)) ??
    dayOfAnyYear(monthOf(second), numberOf(first, 31)) ??
    monthOfAnyYear(wholeMonth(first)) ??
    year(yearOf(first))
  );
}

function dayOf(year: number | null, month: number | null, day: number | null, length: number): Found | null {
  if (year === null || month === null || day === null) return null;
  const at = civilDay(year, month, day);
  return at === null ? null : { ranges: [[at, at]], full: true, year: true, length };
}

function monthIn(year: number | null, month: number | null): Found | null {
  if (year === null || month === null) return null;
  return { ranges: [monthRange(year, month)], full: true, year: true, length: 2 };
}

function dayOfAnyYear(month: number | null, day: number | null): Found | null {
  if (month === null || day === null) return null;
  const days = years().flatMap((each) => civilDay(each, month, day) ?? []);
  return { ranges: days.map((at) => [at, at] as const), full: false, year: false, length: 2 };
}

function monthOfAnyYear(month: number | null): Found | null {
  if (month === null) return null;
  return { ranges: years().map((each) => monthRange(each, month)), full: false, year: false, length: 1 };
}

function year(each: number | null): Found | null {
  return each === null ? null : { ranges: [yearRange(each)], full: false, year: true, length: 1 };
}

/** "kemarin", "hari ini", "minggu lalu", "bulan ini", "tahun lalu"; weeks begin on Monday. */
function relative(first: string, second: string, now: number): Found | null {
  const today = cityDay(now);
  const told = (from: number, to: number, length: number): Found => ({
    ranges: [[from, to]],
    full: false,
    year: true,
    length,
  });
  if (first === 'kemarin' || first === 'yesterday') return told(today - 1, today - 1, 1);
  if (first === 'today') return told(today, today, 1);
  if (first === 'hari' && second === 'ini') return told(today, today, 2);
  const back = second === 'ini' ? 0 : second === 'lalu' || second === 'kemarin' ? 1 : null;
  if (back === null) return null;
  const date = new Date(today * DAY_MS);
  if (first === 'minggu' || first === 'pekan') {
    // Day 0 was a Thursday.
    const monday = today - ((today + 3) % 7) - 7 * back;
    return told(monday, monday + 6, 2);
  }
  if (first === 'bulan') {
    const months = date.getUTCFullYear() * 12 + date.getUTCMonth() - back;
    return told(...monthRange(Math.floor(months / 12), (months % 12) + 1), 2);
  }
  return first === 'tahun' ? told(...yearRange(date.getUTCFullYear() - back), 2) : null;
}

/** A month's name, its abbreviation, or its beginning as it is being typed. */
function monthOf(term: string): number | null {
  if (term.length < 3) return null;
  const at = MONTHS.findIndex((names) => names.some((name) => name.startsWith(term)));
  return at < 0 ? null : at + 1;
}

function wholeMonth(term: string): number | null {
  const at = MONTHS.findIndex((names) => names.includes(term));
  // "mei" is whole; other names of three or four letters are abbreviations, but for June and July.
  return at < 0 || (term.length < 4 && term !== 'mei') || /^(?:agst|sept)$/.test(term) ? null : at + 1;
}

function yearOf(term: string): number | null {
  const value = /^\d{4}$/.test(term) ? Number(term) : 0;
  return value >= FIRST_YEAR && value <= LAST_YEAR ? value : null;
}

function numberOf(term: string, most: number): number | null {
  const value = /^\d{1,2}$/.test(term) ? Number(term) : 0;
  return value >= 1 && value <= most ? value : null;
}

function years(): number[] {
  return Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, at) => FIRST_YEAR + at);
}

function yearRange(each: number): [number, number] {
  return [Date.UTC(each, 0, 1) / DAY_MS, Date.UTC(each + 1, 0, 1) / DAY_MS - 1];
}

function monthRange(year: number, month: number): [number, number] {
  return [Date.UTC(year, month - 1, 1) / DAY_MS, Date.UTC(year, month, 1) / DAY_MS - 1];
}

function civilDay(year: number, month: number, day: number): number | null {
  const ms = Date.UTC(year, month - 1, day);
  return new Date(ms).getUTCDate() === day ? ms / DAY_MS : null;
}
