import browser from 'webextension-polyfill';
import type { JubirDatabase } from '../db/database.ts';
import type { DoorState } from '../db/door.ts';
import { newestVersion } from '../db/versions.ts';
import { presets } from '../source/cities.ts';
import type { Outcome, Source, SourceKind } from '../source/source.ts';
import { browserLabel, version } from './about.ts';
import { type Failure, failuresKey, readFailures } from './failures.ts';
import { logFailure } from './log.ts';
import { settingsFrom, settingsKeys } from './settings.ts';
import { id } from './texts/id.ts';
import { isLanguageChoice } from './texts/languages.ts';
import type { LaterTexts } from './texts/later.ts';

/** What the problem report tells: numbers, and words of our own from fixed lists. Times are epoch milliseconds. */
export interface ReportFacts {
  at: number;
  version: string;
  /** "Firefox 153, Windows". */
  browser: string;
  language: string;
  store: DoorState;
  storeVersion: number;
  /** Bytes; null where the browser does not tell. */
  used: number | null;
  sources: SourceFacts[];
  failures: Failure[];
  /** Rows by table; null where the table cannot be read. */
  rows: [table: string, rows: number | null][];
}

interface SourceFacts {
  kind: SourceKind | null;
  /** The id of a preset that this source is, unchanged; null for every other. */
  preset: string | null;
  paused: boolean;
  failures: number;
  last: { ok: boolean; at: number; count: number; reason: string; status: number } | null;
}

const kinds: readonly unknown[] = ['page', 'feed', 'jsonfeed', 'wordpress'] satisfies SourceKind[];

/** Gathers the report. Whatever lies in the database, nothing of it passes but counts, times and words of our own. */
export async function gatherReport(db: JubirDatabase, now: number): Promise<ReportFacts> {
  const [stored, label, sources, used, rows] = await Promise.all([
    browser.storage.local.get([...settingsKeys, failuresKey]),
    browserLabel(),
    readable(db.sources.toArray(), [] as Source[]),
    readable(
      navigator.storage.estimate().then(({ usage }) => usage ?? null),
      null,
    ),
    Promise.all(
      db.tables.map(
        async (table): Promise<[string, number | null]> => [
          table.name,
          await readable<number | null>(table.count(), null),
        ],
      ),
    ),
  ]);
  // What the city set is stored as it was read once.
  const { language } = settingsFrom(stored);
  return {
    at: now,
    version: version(),
    browser: label,
    language: isLanguageChoice(language) ? language : '–',
    store: db.door.state,
    storeVersion: newestVersion,
    used,
    sources: sources.map(sourceFacts),
    failures: readFailures(stored[failuresKey]),
    rows,
  };
}

/** A report is asked for when something does not work: what cannot be read is left out, and told by that. */
const readable = <Value>(reading: PromiseLike<Value>, other: Value): Promise<Value> =>
  Promise.resolve(reading).catch((error) => {
    logFailure('report', error);
    return other;
  });

const numberOf = (value: unknown): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : 0;

function sourceFacts({ id: sourceId, url, kind, paused, failures, outcome }: Source): SourceFacts {
  const preset = presets.find((one) => one.id === sourceId && one.url === url);
  return {
    kind: kinds.includes(kind) ? kind : null,
    preset: preset?.id ?? null,
    paused: paused === true,
    failures: numberOf(failures),
    last: outcome ? outcomeFacts(outcome) : null,
  };
}

function outcomeFacts(outcome: Outcome): SourceFacts['last'] {
  const { ok, at, count, reason, status } = outcome as Partial<Record<string, unknown>>;
  const known = typeof reason === 'string' && Object.hasOwn(id.failures, reason);
  return {
    ok: ok === true,
    at: numberOf(at),
    count: numberOf(count),
    reason: known ? reason : '',
    status: numberOf(status),
  };
}

/** Minutes are enough, and by one clock wherever it is read: "2026-11-24 02:10 UTC". */
function timeOf(at: number): string {
  const date = new Date(at);
  if (at <= 0 || Number.isNaN(date.getTime())) return '–';
  return `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** The report as plain text, in the official's language. */
export function reportText(words: LaterTexts['report'], facts: ReportFacts): string {
  const size = facts.used === null ? '–' : `${Math.round(facts.used / 1024)} KiB`;
  const sources = facts.sources.map((source, at) => `${at + 1}. ${sourceLine(words, source)}`);
  const failures = facts.failures.map(
    ({ where, name, reason, count, at }) =>
      `${where}: ${[name, reason].filter(Boolean).join(' ')}, ${words.times(count)}, ${timeOf(at)}`,
  );
  return [
    `${words.heading} · ${timeOf(facts.at)}`,
    `Jubir ${facts.version} · ${facts.browser} · ${words.language}: ${facts.language}`,
    `${words.store}: ${facts.store}, ${words.storeVersion(facts.storeVersion)}, ${size}`,
    '',
    words.sources,
    ...(sources.length > 0 ? sources : [words.none]),
    '',
    words.failures,
    ...(failures.length > 0 ? failures : [words.none]),
    '',
    words.rows,
    facts.rows.map(([table, rows]) => `${table} ${rows ?? '–'}`).join(' · '),
  ].join('\n');
}

function sourceLine(
  words: LaterTexts['report'],
  { kind, preset, paused, failures, last }: SourceFacts,
): string {
  const parts = [
    `${kind ?? '–'}${preset === null ? '' : ` (${preset})`}`,
    ...(last === null ? [words.never] : []),
    ...(last?.ok ? [`${words.good(last.count)}, ${timeOf(last.at)}`] : []),
    ...(last && !last.ok
      ? [`${words.bad} ${last.reason || '–'}${last.status > 0 ? ` ${last.status}` : ''}, ${timeOf(last.at)}`]
      : []),
    ...(failures > 0 ? [words.inARow(failures)] : []),
    ...(paused ? [words.paused] : []),
  ];
  return parts.join('; ');
}
