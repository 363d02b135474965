import { existsSync, readFileSync } from 'node:fs';
import type { Checked, Finding } from '../../utils/check/check.ts';
import { check } from '../../utils/check/check.ts';
import { factsOf, type ReleaseFacts } from '../../utils/check/reading/facts.ts';
import type { Composable } from '../../utils/flow/compose.ts';

const folder = new URL('../../../shared/data/releases/', import.meta.url);
/** Whether the shared releases are on this machine. */
export const present = existsSync(folder);
if (!present) console.warn('skipped: ../shared/data/releases is not here');

export const bogor = { name: 'Kota Bogor', hashtags: ['KotaBogor'] };
export const link = 'https://kotabogor.go.id/berita-detail/1';

/** A release with the day it was published. */
export interface Sample extends Composable {
  publishedAt: number | null;
}

/** The releases of ../shared/data, in their files' order. */
export function sharedReleases(): Sample[] {
  if (!present) return [];
  return ['kotabogor', 'other-goid'].flatMap((name) =>
    readFileSync(new URL(`${name}.jsonl`, folder), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const row = JSON.parse(line) as { title: string; body_paragraphs: string[]; date_iso?: string };
        const at = Date.parse(`${(row.date_iso ?? '').slice(0, 10)}T09:00:00+07:00`);
        return {
          title: row.title,
          paragraphs: row.body_paragraphs,
          language: 'id' as const,
          url: link,
          publishedAt: Number.isNaN(at) ? null : at,
        };
      }),
  );
}

/** The first shared release whose title has these words. */
export function sharedRelease(words: string): Sample {
  const found = sharedReleases().find(({ title }) => title.includes(words));
  if (found === undefined) throw new Error(`no shared release "${words}"`);
  return found;
}

/** An article of ../shared/data/summaries with what a person made of it. */
export interface Summary {
  paragraphs: string[];
  summary: string;
}

/** Articles with human summaries: 150 and the first 300 of the larger file. */
export function summaries(): Summary[] {
  const rows = (name: string) =>
    readFileSync(new URL(`../summaries/${name}.jsonl`, folder), 'utf8')
      .split('\n')
      .filter((row) => row !== '')
      .map(
        (row) =>
          JSON.parse(row) as { paragraphs?: string[]; sentences: string[][]; summary_sentences: string[] },
      );
  if (!present) return [];
  return [...rows('indosum-dev'), ...rows('indosum-train').slice(0, 300)].map((row) => ({
    paragraphs: row.paragraphs ?? row.sentences.map((paragraph) => paragraph.join(' ')),
    summary: row.summary_sentences.join(' '),
  }));
}

/** A release of a few lines for one test. */
export function facts(
  text: string,
  { title = '', publishedAt = Date.parse('2026-06-01T09:00:00+07:00') as number | null, city = bogor } = {},
): ReleaseFacts {
  return factsOf({ title, paragraphs: text.split('\n'), language: 'id', publishedAt }, city);
}

/** A draft with nothing wrong around its text. */
export function draft(text: string, change: Partial<Checked> = {}): Checked {
  return {
    text,
    platform: 'facebook',
    link,
    shared: null,
    facts: null,
    state: null,
    publishedAt: null,
    now: Date.parse('2026-06-02T09:00:00+07:00'),
    lastPosts: [],
    own: [],
    campaignWords: null,
    ...change,
  };
}

/** What is wrong with a text, as "key: marked | marked"; a missing link aside. */
export function told(text: string, change: Partial<Checked> = {}): string[] {
  return check(draft(text, change))
    .filter(({ reason }) => reason.key !== 'noLink')
    .map((one) => line(text, one));
}

/** One finding in a line. */
export function line(text: string, { reason, marks }: Finding): string {
  const shown = marks.map(({ start, end }) => text.slice(start, end)).join(' | ');
  return shown === '' ? reason.key : `${reason.key}: ${shown}`;
}
