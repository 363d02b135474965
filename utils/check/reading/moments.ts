import { monthOf } from '../../source/date.ts';

/** A date, a day of the week, a month or a time of day in a text. */
export interface Moment {
  kind: 'date' | 'month' | 'weekday' | 'time' | 'countdown';
  /** Of a date: its days, both ends of a range and all of a list. */
  days?: readonly number[];
  month?: number;
  year?: number;
  /** 0 Sunday to 6 Saturday. */
  weekday?: number;
  /** Of a time: minutes after midnight, per end of a range; several where morning or evening is open. */
  minutes?: readonly (readonly number[])[];
  /** Of "H-3": days until it. */
  until?: number;
  start: number;
  end: number;
}

const monthNames = [
  ...['januari', 'january', 'jan', 'februari', 'pebruari', 'february', 'feb', 'maret', 'march', 'mar'],
  ...['april', 'apr', 'mei', 'may', 'juni', 'june', 'jun', 'juli', 'july', 'jul'],
  ...['agustus', 'august', 'agu', 'agt', 'ags', 'aug', 'september', 'sept', 'sep'],
  ...[
    'oktober',
    'october',
    'okt',
    'oct',
    'november',
    'nopember',
    'nov',
    'nop',
    'desember',
    'december',
    'des',
    'dec',
  ],
];
const dayNames: Readonly<Record<string, number>> = {
  ...{ minggu: 0, ahad: 0, sunday: 0, senin: 1, monday: 1, selasa: 2, tuesday: 2, rabu: 3, wednesday: 3 },
  ...{ kamis: 4, thursday: 4, jumat: 5, 'jum’at': 5, "jum'at": 5, friday: 5, sabtu: 6, saturday: 6 },
};

const month = `(?:${[...monthNames].sort((a, b) => b.length - a.length).join('|')})`;
const year = "(?:,? (?:tahun )?(\\d{4}|[’'']\\d{2}))?";
const to = '(?:-|–|—|s\\.?\\/?d\\.?|sampai(?: dengan)?|hingga|to|until)';
const and = `(?:${to}|,|dan|&|and)`;
const notBefore = '(?<![\\p{L}\\p{N}/.:-])';

const dayMonth = new RegExp(
  `${notBefore}(\\d{1,2}(?:st|nd|rd|th)?(?:\\s*${and}\\s*\\d{1,2})*)\\s*(${month})\\.?(?!\\p{L})${year}`,
  'giu',
);
const monthDay = new RegExp(
  `(?<!\\p{L})(${month})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:\\s*${to}\\s*(\\d{1,2}))?(?!\\d|[.:]\\d)(?:,?\\s+(\\d{4}))?`,
  'giu',
);
const numeric = new RegExp(
  `${notBefore}(\\d{1,2})(?:\\s*[-–]\\s*(\\d{1,2}))?(?:\\/(\\d{1,2})(?:\\/(\\d{4}|\\d{2}))?|([.-])(\\d{1,2})\\5(\\d{4}))(?![\\d/]|[.,]\\d)`,
  'gu',
);
const iso = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/gu;
const monthYear = new RegExp(`(?<!\\p{L})(${month})(?!\\p{L})${year}`, 'giu');
const weekday = new RegExp(`(?<![\\p{L}-])(${Object.keys(dayNames).join('|')})(?![\\p{L}-])`, 'giu');
const zone = '(?:WIB|WITA|WIT|a\\.?m\\.?(?!\\p{L})|p\\.?m\\.?(?!\\p{L}))';
const part = '(?:pagi|siang|sore|petang|malam|dini hari)';
const clock = '(\\d{1,2})(?:[.:](\\d{2}))?';
const saidTime = new RegExp(
  `(?<!\\p{L})(?:pukul|pkl\\.?|jam)\\s*${clock}(?!\\d)(?:(?:\\s*${zone})?\\s*${to}\\s*(?:pukul\\s*)?${clock}(?!\\d))?\\s*(${zone}|${part})?`,
  'giu',
);
const zonedTime = new RegExp(
  `(?<![\\d.,:/])${clock}(?:\\s*${to}\\s*${clock})?\\s*(${zone})(?!\\p{L})`,
  'giu',
);
const colonTime = /(?<![\d.,:/])([01]?\d|2[0-3]):([0-5]\d)(?!\d|:)/gu;
const countdown = /(?<![\p{L}\p{N}])[HD]\s?([-–+])\s?(\d{1,3})(?!\d)/gu;

/** Every moment of a text, in order. What one pattern has read, the next leaves alone. */
export function findMoments(text: string): Moment[] {
  const found: Moment[] = [];
  let rest = text;
  const take = (
    pattern: RegExp,
    read: (match: RegExpExecArray) => Omit<Moment, 'start' | 'end'> | null,
  ): void => {
    for (const match of [...rest.matchAll(pattern)] as RegExpExecArray[]) {
      const moment = read(match);
      if (moment === null) continue;
      const start = match.index;
      const end = start + match[0].trimEnd().length;
      found.push({ ...moment, start, end });
      rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
    }
  };
  take(countdown, (m) => ({ kind: 'countdown', until: Number(m[2]) * (m[1] === '+' ? -1 : 1) }));
  take(iso, (m) => date([m[3]], m[2], m[1]));
  take(saidTime, (m) => time(m));
  take(zonedTime, (m) => time(m));
  take(dayMonth, (m) => date(m[1]?.match(/\d+/g) ?? [], monthOf(m[2]), m[3]));
  take(monthDay, (m) => date([m[2], m[3]], monthOf(m[1]), m[4]));
  take(numeric, (m) =>
    isCounter(text, m) || isNeighbourhood(text, m) ? null : date([m[1], m[2]], m[3] ?? m[6], m[4] ?? m[7]),
  );
  take(colonTime, (m) => time(m));
  take(monthYear, (m) => bareMonth(m));
  take(weekday, (m) => dayOfWeek(text, m));
  return found.sort((a, b) => a.start - b.start);
}

function date(
  days: readonly (string | undefined)[],
  monthText: string | undefined,
  yearText: string | undefined,
): Omit<Moment, 'start' | 'end'> | null {
  const numbers = days.flatMap((day) => (day === undefined ? [] : [Number(day)]));
  const inYear = Number(monthText);
  if (numbers.length === 0 || numbers.some((day) => day < 1 || day > 31) || inYear < 1 || inYear > 12)
    return null;
  return { kind: 'date', days: numbers, month: inYear, ...yearPart(yearText) };
}

function yearPart(text: string | undefined): { year?: number } {
  const digits = text?.replace(/\D/g, '') ?? '';
  if (digits === '') return {};
  return { year: digits.length === 2 ? 2000 + Number(digits) : Number(digits) };
}

/** "1/3" that numbers the posts of a thread, at an end of its line, is no date. */
function isCounter(text: string, match: RegExpExecArray): boolean {
  if (match[2] !== undefined || match[4] !== undefined || match[5] !== undefined) return false;
  const [at, of] = [Number(match[1]), Number(match[3])];
  const before = text.slice(text.lastIndexOf('\n', match.index - 1) + 1, match.index);
  const behind = text.slice(match.index + match[0].length).split('\n')[0] ?? '';
  const bare =
    before.trim().replace(/[([]$/, '').trim() === '' ||
    behind
      .trim()
      .replace(/^[)\]]/, '')
      .trim() === '';
  // Behind a day of the week it is a date after all: "Selasa (1/3)".
  return bare && at <= of && of <= 25 && !/\p{L}+,? \(?$/u.test(before.slice(-12));
}

/** "RT 02/07" is where, not when. */
const isNeighbourhood = (text: string, match: RegExpExecArray): boolean =>
  match[5] === undefined &&
  /(?<!\p{L})R[TW]\.?\s*$/iu.test(text.slice(Math.max(0, match.index - 6), match.index));

/** Where a text numbers the posts of a thread: "1/3" at an end of its line. */
export function findCounters(text: string): { start: number; end: number }[] {
  return ([...text.matchAll(numeric)] as RegExpExecArray[])
    .filter((match) => isCounter(text, match))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** English months that are words, and short forms, need a number beside them. */
function bareMonth(match: RegExpExecArray): Omit<Moment, 'start' | 'end'> | null {
  const name = match[1] ?? '';
  const weak = name.length <= 4 ? !/^(?:mei|juni|juli)$/i.test(name) : /^(?:march)$/i.test(name);
  if ((weak || (name.length <= 4 && /^\p{Ll}/u.test(name))) && match[2] === undefined) return null;
  return { kind: 'month', month: Number(monthOf(name) ?? 0), ...yearPart(match[2]) };
}

function dayOfWeek(text: string, match: RegExpExecArray): Omit<Moment, 'start' | 'end'> | null {
  const name = match[1] ?? '';
  if (name.toLowerCase() === 'minggu') {
    // "minggu" is a week, too; a Sunday has its capital and stands before no "ini" and no "ke-2".
    const behind = text.slice(match.index + name.length);
    if (/^\p{Ll}/u.test(name) || /^ (?:ini|depan|lalu|ke|per|pertama|kedua|ketiga)(?!\p{L})/iu.test(behind))
      return null;
    const before = text.slice(0, match.index);
    if (/(?:^|[.!?\n]\s*)$/u.test(before) && !/^(?:,| ?\(| \d)/u.test(behind)) return null;
  }
  return { kind: 'weekday', weekday: dayNames[name.toLowerCase()] ?? 0 };
}

function time(match: RegExpExecArray): Omit<Moment, 'start' | 'end'> | null {
  const marker = (match[5] ?? '').toLowerCase().replaceAll('.', '');
  const ends: number[][] = [];
  for (const [hourText, minuteText] of [
    [match[1], match[2]],
    [match[3], match[4]],
  ]) {
    if (hourText === undefined) continue;
    const [hour, minute] = [Number(hourText), Number(minuteText ?? 0)];
    if (hour > 24 || minute > 59) return null;
    // "pukul 9" may be either; "09.00" and what has its zone is the clock's.
    const exact = hourText.length === 2 || hour > 12 || /^wi/.test(marker) || marker === '';
    ends.push(hours(hour, marker, exact && minuteText !== undefined).map((one) => one * 60 + minute));
  }
  return ends.length === 0 ? null : { kind: 'time', minutes: ends };
}

function hours(hour: number, marker: string, exact: boolean): number[] {
  if (hour > 12) return [hour % 24];
  if (/^(?:am|pagi|dini hari)$/.test(marker)) return [hour % 12];
  if (/^(?:pm|sore|petang)$/.test(marker)) return [(hour % 12) + 12];
  if (marker === 'malam') return [hour === 12 ? 0 : hour < 5 ? hour : hour + 12];
  if (marker === 'siang') return [hour < 7 ? hour + 12 : hour];
  return exact ? [hour] : [hour, (hour + 12) % 24];
}

/** The day of the week of a date, 0 Sunday; null where it has no year. */
export function weekdayOf(moment: Moment, day: number, year: number | undefined): number | null {
  if (year === undefined || moment.month === undefined) return null;
  return new Date(Date.UTC(year, moment.month - 1, day)).getUTCDay();
}
