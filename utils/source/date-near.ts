import { CITY_OFFSET, type DateOrder, dateLine, findDay, MONTH, momentOf, monthOf, utcDay } from './date.ts';
import type { PublishedDate } from './source.ts';

/** A date as a text tells it, with what speaks for and against it. */
export interface ToldDate {
  date: PublishedDate;
  /** The text names no year: it was taken from the reference. */
  withoutYear: boolean;
  /** Whether the weekday beside it is that day's; null where the text names none. */
  weekdayFits: boolean | null;
}

/** A release may announce what comes in some days; further ahead, the year before is meant. */
const AHEAD_MS = 3 * 24 * 60 * 60 * 1000;

/** Sunday is 0; by the first three letters, Indonesian and English. */
const WEEKDAYS: Readonly<Record<string, number>> = {
  min: 0,
  aha: 0,
  sun: 0,
  sen: 1,
  mon: 1,
  sel: 2,
  tue: 2,
  rab: 3,
  wed: 3,
  kam: 4,
  thu: 4,
  jum: 5,
  fri: 5,
  sab: 6,
  sat: 6,
};
const WEEKDAY =
  "\\b(minggu|ahad|senin|selasa|rabu|kamis|jum['’`]?at|sabtu|(?:sun|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?)(?:day)?)\\b";
const NAMED_WEEKDAY = new RegExp(WEEKDAY, 'i');

const NO_YEAR = "(?![\\s\\-./,]{0,4}'?\\d{2,4}(?!\\d|[:.]\\d))";
// "Jumat, 30 September", "9 Mei".
const DAY_MONTH = new RegExp(`(?<![\\d/])(\\d{1,2})[\\s\\-.]{1,3}${MONTH}(?![a-z])${NO_YEAR}`, 'i');
// "September 30".
const MONTH_DAY = new RegExp(`\\b${MONTH}\\s(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])${NO_YEAR}`, 'i');
// "(30/5)", "Sabtu 30/5": numbers alone are a date only in brackets, after a weekday, or as the whole text.
const SLASHED = new RegExp(
  `(?:\\(|^|${WEEKDAY}[\\s,(]{0,4})(\\d{1,2})\\s?/\\s?(\\d{1,2})(?=\\s?\\)|$|[\\s,.;])(?!\\s?/)`,
  'i',
);

/**
 * Reads a date as `parseDate` does, and also one without a year ("Sabtu (30/5)", "Kamis, 9 Mei", "24 Nov 10:00").
 * Such a date is in the newest year that does not put it more than three days after the reference.
 * @param reference what the text was written near to, epoch milliseconds: the date that the listing gives its release;
 *   for a listing's own rows, the moment at which it was read
 * @returns null where no day and month are told, or where there is no such day
 */
export function readDateNear(text: string, reference: number, order: DateOrder = 'D M Y'): ToldDate | null {
  const line = dateLine(text);
  const whole = findDay(line, order);
  if (whole) return { date: momentOf(whole), withoutYear: false, weekdayFits: weekdayFits(line, whole.day) };
  const told = dayAndMonth(line, order);
  if (!told) return null;
  const day = newestDay(told.month, told.day, reference);
  if (day === null) return null;
  const date = momentOf({ day, rest: told.rest });
  return { date, withoutYear: true, weekdayFits: weekdayFits(line, day) };
}

/**
 * The date that a release's own page tells, if it can be believed without its listing: it has a year, and does not
 * contradict its own weekday, for then one of the two is wrong. A date that may be wrong is not shown. Where the
 * listing dates the release, that date stands whatever the page says (`archive.ts`): a page's date may be an
 * event's, a sidebar's or a slip of the pen.
 */
export function trustedDate(told: ToldDate | null): PublishedDate | null {
  return told && !told.withoutYear && told.weekdayFits !== false ? told.date : null;
}

/**
 * The years of a listing's rows that tell none, newest first as listings are. One row may be pinned on top of newer
 * ones; but where the dates rise again below it, more than a year is on the page and nobody knows which year a row
 * is of: from there on the dates are missing.
 * @param rows each row's date as `readDateNear` read it with the moment of asking; null for a row with none
 */
export function settleRows(rows: readonly (ToldDate | null)[]): (PublishedDate | null)[] {
  let previous: number | null = null;
  let seen = 0;
  let lost = false;
  return rows.map((row) => {
    if (!row?.withoutYear) return row?.date ?? null;
    if (previous !== null && row.date.at > previous + AHEAD_MS && seen > 1) lost = true;
    previous = row.date.at;
    seen++;
    return lost ? null : row.date;
  });
}

interface DayAndMonth {
  day: string;
  month: string;
  /** The text without them, where the time is sought. */
  rest: string;
}

function dayAndMonth(line: string, order: DateOrder): DayAndMonth | null {
  const named = DAY_MONTH.exec(line);
  if (named) return without(line, named, named[1], monthOf(named[2]));
  const english = MONTH_DAY.exec(line);
  if (english) return without(line, english, english[2], monthOf(english[1]));
  const slashed = SLASHED.exec(line);
  if (!slashed) return null;
  const [, , first, second] = slashed;
  return order === 'M D Y' ? without(line, slashed, second, first) : without(line, slashed, first, second);
}

function without(
  line: string,
  match: RegExpExecArray,
  day: string | undefined,
  month: string | undefined,
): DayAndMonth | null {
  if (day === undefined || month === undefined) return null;
  const rest = `${line.slice(0, match.index)} ${line.slice(match.index + match[0].length)}`;
  return { day, month, rest };
}

/** Midnight (UTC) of the newest such day that is not after the reference; leap days come every fourth year. */
function newestDay(month: string, day: string, reference: number): number | null {
  const latest = new Date(reference + CITY_OFFSET + AHEAD_MS).getUTCFullYear();
  for (let year = latest; year > latest - 9; year--) {
    const at = utcDay([String(year), month, day]);
    if (at !== null && at - CITY_OFFSET <= reference + AHEAD_MS) return at;
  }
  return null;
}

function weekdayFits(line: string, day: number): boolean | null {
  const name = NAMED_WEEKDAY.exec(line)?.[1];
  if (!name) return null;
  return WEEKDAYS[name.slice(0, 3).toLowerCase()] === new Date(day).getUTCDay();
}
