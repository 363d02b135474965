import { month, weekday } from './words.ts';

/** "25/3/2024", "30–9", "5/11" */
const numericDate = '\\d{1,2}(?:[–/.-]\\d{1,2}){1,2}(?:[/.-]\\d{2,4})?';
/** "11 November 2022", "16–19 Juni", "16 hingga 19 Juni 2025", "March 7, 2025" */
const writtenDate = `(?:${month} \\d{1,2},? \\d{4}|\\d{1,2}(?: ?(?:[–-]|hingga|sampai(?: dengan)?|to) ?\\d{1,2})? ${month}(?: \\d{4})?)`;
const partOfDay = '(?: (?:dini hari|pagi|siang|sore|petang|malam))?';

/** A day as releases write it, for patterns: "Senin (25/3/2024) malam", "hari Jumat, 11 November 2022", "tanggal 2/4". */
export const dayPattern = `(?:(?:[Hh]ari )?${weekday}${partOfDay}(?:,? \\(?(?:${writtenDate}|${numericDate})\\)?)?|(?:[Tt]anggal )(?:${writtenDate}|${numericDate})|${writtenDate})${partOfDay}(?: (?:kemarin|lalu|mendatang))?`;

const clock = '\\d{1,2}[.:]\\d{2}';
const until = '(?:[–-]| ?(?:hingga|sampai(?: dengan)?|s\\.d\\.|s/d|to|until) ?)';

/** A time of day, for patterns: "pukul 09.00 WIB", "pukul 07.00-09.00 WIB", "jam 8 pagi", "9 a.m.", "20.00 WIB". */
export const timePattern = `(?:(?:[Pp]ukul|[Jj]am|at) \\d{1,2}(?:[.:]\\d{2})?(?:${until}(?:${clock}|selesai))?(?: (?:WIB|WITA|WIT|a\\.m\\.|p\\.m\\.))?${partOfDay}|${clock}(?:${until}${clock})? (?:WIB|WITA|WIT)|\\d{1,2}(?:[.:]\\d{2})? (?:a\\.m\\.|p\\.m\\.))`;

/** What comes again and again, for patterns: "setiap Kamis", "setiap hari", "every Saturday". */
export const againPattern = `(?:(?:[Ss]etiap|[Tt]iap) (?:hari(?: ${weekday})?|pekan|minggu|bulan|(?:${weekday}|senin|selasa|rabu|kamis|jumat|sabtu))|[Ee]very (?:day|week|month|${weekday}))`;
