import { readFileSync } from 'node:fs';
import { Dexie } from 'dexie';

/** What each version was shipped with, where it differs from the one before; a line here is never edited. */
const changes: Record<string, string>[] = [
  {
    sources: 'id',
    releases: 'id, order, [sourceId+order], unread, body',
    pictures: 'releaseId',
    drafts: 'id, updatedAt, state, releaseId',
    posts: 'id, openedAt, state, draftId, releaseId',
  },
  {
    releases: 'id, order, [sourceId+order], unread, body, *aliases, indexed',
    versions: 'id, releaseId',
    checks: 'releaseId, sourceId',
    searchSegments: 'id, age',
    searchData: 'id',
  },
  { secrets: 'id' },
  {
    drafts: 'id, revision, state, releaseId, remindAt',
    posts: 'id, order, state, draftId, releaseId',
    revisions: 'id, draftId, [draftId+n]',
    machine: 'id',
  },
  { accounts: 'id', outbox: 'id' },
  { captionFeeds: 'id', preferred: 'id', humasItems: 'id', humasDesk: 'id' },
];

/** All tables of each version, version 1 first. */
export const shipped = changes.map((_, at) => Object.assign({}, ...changes.slice(0, at + 1)) as typeof _);

/** The numbers of all versions. */
export const versions = shipped.map((_, at) => at + 1);

export type Sample = Record<string, Record<string, unknown>[]>;

/** Rows as a version stored them, frozen as data: no code of today has a part in them. */
export function sampleOf(version: number): Sample {
  return JSON.parse(readFileSync(new URL(`samples/v${version}.json`, import.meta.url), 'utf8')) as Sample;
}

/** A database as that version left it on a disk. */
export async function buildSample(name: string, version: number): Promise<void> {
  const plain = new Dexie(name);
  plain.version(version).stores(shipped[version - 1] ?? {});
  for (const [table, rows] of Object.entries(sampleOf(version))) await plain.table(table).bulkAdd(rows);
  plain.close();
}

/** A database's tables with their keys and indexes. */
export const shapeOf = (dexie: Dexie): Record<string, string> =>
  Object.fromEntries(
    dexie.tables.map(({ name, schema }) => [
      name,
      [schema.primKey.src, ...schema.indexes.map(({ src }) => src)].join(', '),
    ]),
  );

/** Every text that a person wrote in a sample: of drafts, of what they replaced or stand beside, of posts. */
export function textsIn(sample: Sample): string[] {
  const texts = (rows: unknown): unknown[] => (Array.isArray(rows) ? rows : []);
  const rows = [...texts(sample.drafts), ...texts(sample.revisions), ...texts(sample.posts)] as {
    text: string;
    earlier?: string[];
    rivals?: { text: string }[];
  }[];
  return [
    ...new Set(
      rows.flatMap(({ text, earlier = [], rivals = [] }) => [
        text,
        ...earlier,
        ...rivals.map((rival) => rival.text),
      ]),
    ),
  ];
}
