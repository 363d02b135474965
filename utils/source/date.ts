import type { PublishedDate } from './source.ts';

/** Which number is day, month and year in a date of numbers alone. */
export type DateOrder = 'D M Y' | 'M D Y' | 'Y M D';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Where a time names no zone, and where a day begins: Asia/Jakarta, UTC+7, without summer time. */
export const CITY_OFFSET = 7 * HOUR;

/** Hours east of UTC: Indonesia's three zones, and those of RFC 822 section 5. */
const ZONES: Readonly<Record<string, number>> = {
  wib: 7,
  wita: 8,
  wit: 9,
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  bst: 1,
  cet: 1,
  cest: 2,
  eet: 2,
  msk: 3,
  sgt: 8,
  myt: 8,
  jst: 9,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
  et: -5,
  ct: -6,
  mt: -7,
  pt: -8,
};

/** Month names by their first three letters, Indonesian and English; those in common only once. */
const MONTHS: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  peb: 2,
  mar: 3,
  apr: 4,
  mei: 5,
  may: 5,
  jun: 6,
  jul: 7,
  agu: 8,
  ags: 8,
  agt: 8,
  aug: 8,
  sep: 9,
  okt: 10,
  oct: 10,
  nov: 11,
  nop: 11,
  des: 12,
  dec: 12,
};

export const MONTH =
  '(jan(?:uari|uary)?|[fp]eb(?:ruari|ruary)?|mar(?:et|ch)?|apr(?:il)?|mei|may|jun[ie]?|jul[iy]?|' +
  'ag(?:ustus|ust|us|u|s|t)|aug(?:ust)?|sept?(?:ember)?|o[kc]t(?:ober)?|no[vp](?:ember)?|de[sc](?:ember)?)\\.?';
const DAY = '(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?';
// Two digits with a time's separator behind them are an hour: "24 Nov 10:30".
const YEAR = '(\\d{4}|\\d{2}(?![:.]\\d))(?!\\d)';

// "05 Agustus 2019", "Fri, 11-Nov-22", "Jumat, 11 November 2022".
const DAY_MONTH_YEAR = new RegExp(`${DAY}[\\s\\-./,]{1,4}${MONTH}[\\s\\-./,]{1,4}'?${YEAR}`, 'i');
// "November 11, 2022".
const MONTH_DAY_YEAR = new RegExp(`\\b${MONTH}\\s{1,3}${DAY},?\\s{1,3}(\\d{4})(?!\\d)`, 'i');
// asctime: "Sun Jan  4 16:29:06 PST 2004".
const ASCTIME = new RegExp(
  `\\b${MONTH}\\s{1,3}${DAY}\\s(?=\\d{1,2}:\\d{2})(?:[^\\n]{0,24}?)\\b(\\d{4})$`,
  'i',
);
// "2019 Agustus 30", "2019-Aug-05".
const YEAR_MONTH_NAME_DAY = new RegExp(
  `(?<!\\d)(\\d{4})[\\s\\-./,]{1,4}${MONTH}[\\s\\-./,]{1,4}(\\d{1,2})(?!\\d)`,
  'i',
);
// "2019-08-05", "2019-8-5", "2019/08/05"; the time may follow at once ("20190805T10:00" is rare enough to leave).
const YEAR_MONTH_DAY = /(?<!\d)(\d{4})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{1,2})(?!\d)/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?=$|T)/i;
// MySQL's "20190805101455", a number of fourteen digits.
const DIGITS = /^(\d{4}\d{2}\d{2})(\d{2})(\d{2})(\d{2})$/;
// "25/03/2024", "25 / 03 2024", "25.3.24", and with the order "M D Y" the American way.
const NUMBERS =
  /(?<![\d:])(\d{1,2})(?:\s?[/.-]\s?|\s)(\d{1,2})(?:\s?[/.-]\s?|\s)(\d{4}|\d{2}(?![:.]\d))(?![\d/-])/;
// "10:14", "10.14 WIB", "10:14:55.5+07:00", "8:20 PM", "10:14 GMT+0700", "10:14 UTC+7".
const TIME =
  /(?<!\d)(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)?(?!\d)\s?([ap]\.?m\b\.?)?\s?(?:(?:GMT|UTC)?([+-])(\d{1,2})(?::?(\d{2}))?(?!\d)|([a-z]{1,5})\b)?/i;

/**
 * Reads a date as feeds and portals write it: RFC 822, ISO 8601, SQL, asctime, "05 Agustus 2019", English month
 * names, and numbers alone in the given order ("25 / 03 2024" is `D M Y`).
 * @returns null where the text names no full date: a missing year is never invented, nor is an impossible day
 *   mended. Without a time, midnight in Asia/Jakarta with precision `day`; a time without a zone is Jakarta's.
 */
export function parseDate(text: string, order: DateOrder = 'D M Y'): PublishedDate | null {
  // 200 characters: a date element may carry a byline, but nothing longer is a date.
  const line = dateLine(text);
  const found = findDay(line, order);
  if (!found) return null;
  return momentOf(found);
}

/** The part of a text that can hold a date, on one line. */
export function dateLine(text: string): string {
  const line = text
    .slice(0, 200)
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
  return line.replace(DIGITS, '$1T$2:$3:$4');
}

/** A day with the time that stands beside it, if one does. */
export function momentOf(found: Found): PublishedDate {
  const time = TIME.exec(found.rest);
  const clock = time && readTime(time);
  if (!clock) return { at: found.day - CITY_OFFSET, precision: 'day' };
  return { at: found.day + clock.ms - clock.offset, precision: 'time' };
}

/** The order that a recipe's `dateFormat` names; day first where it names none that is known. */
export function dateOrder(format: string): DateOrder {
  return format === 'M D Y' || format === 'Y M D' ? format : 'D M Y';
}

/** A day in a text. */
export interface Found {
  /** Midnight of that day in UTC. */
  day: number;
  /** The text without the date, where the time is sought. */
  rest: string;
}

export function findDay(line: string, order: DateOrder): Found | null {
  const named = DAY_MONTH_YEAR.exec(line);
  if (named) return found(line, named, [named[3], monthOf(named[2]), named[1]]);
  const backwards = YEAR_MONTH_NAME_DAY.exec(line);
  if (backwards) return found(line, backwards, [backwards[1], monthOf(backwards[2]), backwards[3]]);
  const american = MONTH_DAY_YEAR.exec(line);
  if (american) return found(line, american, [american[3], monthOf(american[1]), american[2]]);
  const unix = ASCTIME.exec(line);
  if (unix) {
    const day = utcDay([unix[3], monthOf(unix[1]), unix[2]]);
    return day === null ? null : { day, rest: line.slice(0, -5).replace(/^.*?(?=\d{1,2}:\d{2})/, '') };
  }
  const iso = YEAR_MONTH_DAY.exec(line) ?? COMPACT.exec(line);
  if (iso) return found(line, iso, [iso[1], iso[2], iso[3]]);
  const numbers = NUMBERS.exec(line);
  if (!numbers) return null;
  const [, first, second, year] = numbers;
  const [month, day] = order === 'M D Y' ? [first, second] : [second, first];
  // "03/25/2024" on a portal that writes the day first can only be one date; "03/04/2024" is read as told.
  return found(line, numbers, [year, month, day]) ?? found(line, numbers, [year, day, month]);
}

type Parts = [year: string | undefined, month: string | undefined, day: string | undefined];

function found(line: string, match: RegExpExecArray, parts: Parts): Found | null {
  const day = utcDay(parts);
  if (day === null) return null;
  const after = line.slice(match.index + match[0].length).replace(/^T(?=\d)/i, ' ');
  return { day, rest: `${line.slice(0, match.index)} ${after}` };
}

export function monthOf(name: string | undefined): string | undefined {
  const month = MONTHS[name?.slice(0, 3).toLowerCase() ?? ''];
  return month === undefined ? undefined : String(month);
}

export function utcDay([yearText, monthText, dayText]: Parts): number | null {
  const year = fullYear(yearText ?? '');
  const month = Number(monthText);
  const day = Number(dayText);
  // Long before or far ahead is a slip of the pen ("0209", "2109"), and a slip is no date.
  if (year < 1900 || year > 2100) return null;
  const at = Date.UTC(year, month - 1, day);
  const date = new Date(at);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? at : null;
}

/** RFC 2822 section 4.3: two digits below 50 are this century, the others the last. */
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length !== 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

function readTime(match: RegExpExecArray): { ms: number; offset: number } | null {
  const [, hours, minutes, seconds, half, sign, zoneHours, zoneMinutes, zone] = match;
  let hour = Number(hours);
  if (half) hour = (hour % 12) + (/^p/i.test(half) ? 12 : 0);
  const minute = Number(minutes);
  // A leap second is shown as 60 and counted as 59.
  const second = Math.min(Number(seconds ?? 0), 59);
  if (hour > 24 || minute > 59) return null;
  const ms = hour * HOUR + minute * MINUTE + second * 1000;
  if (sign) {
    const size = Number(zoneHours) * HOUR + Number(zoneMinutes ?? 0) * MINUTE;
    return { ms, offset: sign === '-' ? -size : size };
  }
  const named = zone === undefined ? undefined : ZONES[zone.toLowerCase()];
  return { ms, offset: named === undefined ? CITY_OFFSET : named * HOUR };
}
