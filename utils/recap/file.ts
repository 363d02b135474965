import {
  address,
  BadValue,
  count,
  fields,
  id,
  list,
  most,
  oneOf,
  optional,
  text as textOf,
} from '../backup/check.ts';
import type { Month } from '../backup/csv.ts';
import { angles } from '../backup/rows.ts';
import { type PlatformId, platformIds } from '../platform/platform.ts';
import { releaseStates } from '../release/versions.ts';
import { longestLine, type MonthFacts, type PostFact, type ReleaseFact } from './facts.ts';
import { daysIn, monthKey, readMonthKey } from './month.ts';

/** The file's form, as told in docs/recap.md; a reader refuses a greater number. */
const form = 1;
/** Far above what a month of one official is, far below what hurts; forty such files are opened at once. */
const longest = { bytes: 4 * 1024 * 1024, posts: 10_000, releases: 5_000, from: 80 };
/** The longest from a release to a post, in minutes: ten years. */
const longestDelay = 10 * 366 * 24 * 60;
/** The most files that are opened together. */
export const mostFiles = 100;

/** Why a file is no month; each has a text in the UI. */
export type RecapReason =
  /** No month of Jubir, or damaged. */
  | 'not-ours'
  /** Written by a newer Jubir, in a form that this one does not know. */
  | 'newer'
  | 'too-large';

/** A file that is no month. Nothing of it is shown. */
export class RecapError extends Error {
  override name = 'RecapError';
  readonly reason: RecapReason;
  constructor(reason: RecapReason) {
    super(reason);
    this.reason = reason;
  }
}

/** A month as somebody handed it in. */
export interface HandedIn extends MonthFacts {
  /** Who it is from, in their own words; '' where they said nothing. */
  from: string;
  /** Epoch milliseconds; 0 where it is not told. */
  createdAt: number;
  /** Rows that were none; they were left out. */
  refused: number;
}

/** A month as a file to hand in. @param now epoch milliseconds */
export function writeRecap({ month, posts, releases }: MonthFacts, from: string, now: number): string {
  return `${JSON.stringify({
    app: 'Jubir',
    recap: form,
    month: monthKey(month),
    createdAt: new Date(now).toISOString(),
    from: from.trim().slice(0, longest.from),
    posts: posts.slice(0, longest.posts),
    // An archive's ids say nothing elsewhere.
    releases: releases.slice(0, longest.releases).map(({ id: _, ...release }) => release),
  })}\n`;
}

/**
 * Reads a month that was handed in, taken for hostile: every row is checked field by field, and one that is none is
 * left out alone.
 * @throws RecapError where it is no month at all
 */
export async function readRecap(file: Blob): Promise<HandedIn> {
  if (file.size > longest.bytes) throw new RecapError('too-large');
  try {
    const raw = fields(JSON.parse(await file.text()));
    if (raw.app !== 'Jubir' || typeof raw.recap !== 'number') throw new RecapError('not-ours');
    if (raw.recap > form) throw new RecapError('newer');
    const month = readMonthKey(textOf(raw.month, most.name));
    if (!month) throw new RecapError('not-ours');
    const posts = sound(list(raw.posts, longest.posts, each), (row) => readPost(row, month));
    const releases = sound(list(raw.releases, longest.releases, each), (row) => readRelease(row, month));
    const at = Date.parse(textOf(raw.createdAt, most.name));
    return {
      month,
      from: plain(textOf(raw.from, longest.from)),
      createdAt: Number.isNaN(at) ? 0 : at,
      posts: posts.rows,
      releases: releases.rows,
      refused: posts.refused + releases.refused,
    };
  } catch (error) {
    // RangeError: an engine out of stack on a hundred thousand brackets.
    const isBad = error instanceof BadValue || error instanceof SyntaxError || error instanceof RangeError;
    throw isBad ? new RecapError('not-ours') : error;
  }
}

const each = (row: unknown): unknown => row;

function sound<Row>(
  found: readonly unknown[],
  read: (row: unknown) => Row,
): { rows: Row[]; refused: number } {
  const rows: Row[] = [];
  for (const row of found) {
    try {
      rows.push(read(row));
    } catch (error) {
      if (!(error instanceof BadValue)) throw error;
    }
  }
  return { rows, refused: found.length - rows.length };
}

const angleNames = Object.keys(angles) as (keyof typeof angles)[];

function readPost(value: unknown, month: Month): PostFact {
  const raw = fields(value);
  return {
    id: id(raw.id),
    day: dayIn(raw.day, month, 1),
    platform: oneOf<PlatformId>(raw.platform, platformIds),
    angle: oneOf(raw.angle, angleNames),
    source: plain(textOf(raw.source, most.name)),
    state: oneOf(raw.state, ['posted', 'waiting']),
    ...optional(raw, 'delay', readDelay),
    ...optional(raw, 'title', (title) => plain(textOf(title, most.line))),
    ...optional(raw, 'line', (line) => withoutTurns(textOf(line, longestLine))),
  };
}

function readRelease(value: unknown, month: Month): ReleaseFact {
  const raw = fields(value);
  if (typeof raw.taken !== 'boolean') throw new BadValue('neither taken nor not');
  return {
    url: address(raw.url),
    title: plain(textOf(raw.title, most.line)),
    source: plain(textOf(raw.source, most.name)),
    day: dayIn(raw.day, month, 0),
    taken: raw.taken,
    ...optional(raw, 'moved', (state) => oneOf(state, releaseStates)),
    ...optional(raw, 'platforms', (platforms) =>
      list(platforms, platformIds.length, (platform) => oneOf<PlatformId>(platform, platformIds)),
    ),
  };
}

function readDelay(value: unknown): number {
  const minutes = count(value);
  if (minutes > longestDelay) throw new BadValue('too long');
  return minutes;
}

function dayIn(value: unknown, month: Month, first: number): number {
  const day = count(value);
  if (day < first || day > daysIn(month)) throw new BadValue('no day of the month');
  return day;
}

/** Without the characters that turn what stands around them (Unicode's explicit directional formatting). */
const withoutTurns = (text: string): string => text.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');

/** The same in one line. */
const plain = (text: string): string => withoutTurns(text).replace(/\s+/gu, ' ').trim();
