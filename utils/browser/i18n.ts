import browser from 'webextension-polyfill';
import type { Outcome, PublishedDate } from '../source/source.ts';
import { isPhone } from './phone.ts';
import type { Settings } from './settings.ts';
import { en } from './texts/en.ts';
import { id, type Texts } from './texts/id.ts';
import './texts/found-languages.ts';
import { filled, languages } from './texts/languages.ts';
import { onPhone } from './texts/phone.ts';

export type { Texts };

/** The texts of the language that the settings name; `browser` follows the browser, Indonesian by default. */
export function textsFor(language: Settings['language']): Texts {
  const wanted = language === 'browser' ? browser.i18n.getUILanguage() : language;
  const [code = ''] = wanted.toLowerCase().split('-');
  const further = languages.get(code);
  const texts = code === 'en' ? en : further ? filled({ ...id, language: code }, further.texts) : id;
  return isPhone() ? onPhone(texts) : texts;
}

/** What went wrong in a refresh and, where releases are stored, that these are shown instead. */
export function failureText(texts: Texts, outcome: Outcome & { ok: false }, stored: number): string {
  const { reason, status = 0 } = outcome;
  const words = reason === 'status' ? texts.failures.status(status) : texts.failures[reason];
  return stored > 0 ? texts.failures.stored(words) : `${words}.`;
}

/** Dates of releases are read in the city's calendar (UTC+7, no summer time), wherever the laptop is. */
const cityZone = 'Asia/Jakarta';
const cityDay = (at: number): number => Math.floor((at + 7 * 60 * 60 * 1000) / (24 * 60 * 60 * 1000));

const formats = new Map<string, Intl.DateTimeFormat>();

/** A date format, made once: making one costs more than painting a row. */
function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, format);
  return format;
}

/** Clock time on this computer, "09.12". */
export const clock = (texts: Texts, at: number): string =>
  dateFormat(texts.locale, { hour: '2-digit', minute: '2-digit' }).format(at);

/** A release's date in full, "24 November 2026". */
export const longDate = (texts: Texts, at: number): string =>
  dateFormat(texts.locale, { dateStyle: 'long', timeZone: cityZone }).format(at);

/** A release's date in full, with its time where the city told one: "24 November 2026 pukul 09.40". */
export const fullDate = (texts: Texts, { at, precision }: PublishedDate): string =>
  precision === 'day'
    ? longDate(texts, at)
    : dateFormat(texts.locale, { dateStyle: 'long', timeStyle: 'short', timeZone: cityZone }).format(at);

/** Heading of a day in the history, by this computer's calendar: "Hari ini", "Kemarin", "Senin, 23 November". */
export function dayHeading(texts: Texts, at: number, now: number): string {
  const date = new Date(at);
  const today = new Date(now);
  const midnight = (offset: number) =>
    new Date(today.getFullYear(), today.getMonth(), today.getDate() + offset).getTime();
  if (at >= midnight(0)) return texts.desk.today;
  if (at >= midnight(-1)) return texts.desk.yesterday;
  return dateFormat(texts.locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(date.getFullYear() === today.getFullYear() ? {} : { year: 'numeric' }),
  }).format(at);
}

/** When something happened, inside a sentence: "hari ini pukul 09.40", "Senin, 23 November pukul 09.40". */
export function moment(texts: Texts, at: number, now: number): string {
  const heading = dayHeading(texts, at, now);
  const day =
    heading === texts.desk.today
      ? texts.time.today
      : heading === texts.desk.yesterday
        ? texts.time.yesterday
        : heading;
  return texts.time.moment(day, clock(texts, at));
}

/** When something is to happen, or happened: "hari ini pukul 16.00", "besok pukul 08.00". */
export function coming(texts: Texts, at: number, now: number): string {
  const midnight = new Date(now).setHours(24, 0, 0, 0);
  if (at < midnight) return moment(texts, at, now);
  const isTomorrow = at < new Date(midnight).setHours(24, 0, 0, 0);
  const day = isTomorrow
    ? texts.time.tomorrow
    : dateFormat(texts.locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(
        at,
      );
  return texts.time.moment(day, clock(texts, at));
}

/** How long ago something was published, as short as a list row needs; a missing date is said to be missing. */
export function ago(texts: Texts, published: PublishedDate | null, now: number): string {
  if (!published) return texts.time.unknown;
  const days = cityDay(now) - cityDay(published.at);
  if (published.precision === 'time' && days <= 1) {
    const minutes = Math.floor((now - published.at) / 60_000);
    if (minutes < 1) return texts.time.now;
    if (minutes < 60) return texts.time.minutes(minutes);
    if (minutes < 12 * 60) return texts.time.hours(Math.floor(minutes / 60));
  }
  if (days <= 0) return texts.time.today;
  if (days === 1) return texts.time.yesterday;
  if (days < 7) return texts.time.days(days);
  return dateFormat(texts.locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: cityZone,
  }).format(published.at);
}
