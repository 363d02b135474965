import { csvOf } from '../backup/csv.ts';
import type { Angle } from '../caption/caption.ts';
import { catalogue } from '../platform/catalogue.ts';
import type { ReleaseState } from '../release/versions.ts';
import { monthKey } from './month.ts';
import { type Recap, type Split, sumOf } from './recap.ts';

/** The words of a recap as a table, in the official's language. */
export interface RecapCsvWords {
  columns: { part: string; what: string; posted: string; waiting: string; all: string; more: string };
  parts: {
    month: string;
    releases: string;
    posts: string;
    pace: string;
    days: string;
    platforms: string;
    sources: string;
    angles: string;
    lines: string;
    waiting: string;
    moved: string;
    untaken: string;
  };
  published: string;
  taken: string;
  minutes: string;
  noSource: string;
  angles: Record<Angle, string>;
  states: Record<ReleaseState, string>;
}

/** A month as one table: what each line is of, what, and how many posts; titles and texts at the end. */
export function recapAsCsv(recap: Recap, words: RecapCsvWords): string {
  const { columns, parts } = words;
  const key = monthKey(recap.month);
  const two = (day: number): string => `${key}-${String(day).padStart(2, '0')}`;
  const split = (part: string, what: string, of: Split): string[] => [
    ...[part, what, String(of.posted), String(of.waiting), String(sumOf(of)), ''],
  ];
  const told = (part: string, what: string, more = ''): string[] => [part, what, '', '', '', more];
  const counted = (part: string, what: string, count: number): string[] => [
    ...[part, what, '', '', String(count), ''],
  ];
  const day = (of: number): string => (of > 0 ? two(of) : '');
  return csvOf([
    [columns.part, columns.what, columns.posted, columns.waiting, columns.all, columns.more],
    told(parts.month, key),
    counted(parts.releases, words.published, recap.published),
    counted(parts.releases, words.taken, recap.taken),
    split(parts.posts, '', recap),
    ...(recap.pace ? [counted(parts.pace, words.minutes, recap.pace.minutes)] : []),
    ...recap.days.map((of, at) => split(parts.days, two(at + 1), of)),
    ...recap.platforms.map((of) => split(parts.platforms, catalogue[of.name].name, of)),
    ...recap.sources.map((of) => split(parts.sources, of.name || words.noSource, of)),
    ...recap.angles.map((of) => split(parts.angles, words.angles[of.name], of)),
    ...recap.lines.map(({ line = '', platform }) => told(parts.lines, line, catalogue[platform].name)),
    ...recap.waitingPosts.map(({ title = '', platform, day: on }) =>
      told(parts.waiting, title, `${two(on)} ${catalogue[platform].name}`),
    ),
    ...recap.moved.map(({ title, url, moved }) =>
      told(parts.moved, title, `${moved ? words.states[moved] : ''} ${url}`.trim()),
    ),
    ...recap.untaken.map(({ title, url, day: on }) => told(parts.untaken, title, `${day(on)} ${url}`)),
  ]);
}
