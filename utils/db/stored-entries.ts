/** A draft or a post as an official reads it, whatever version of Jubir stored it. */
export interface StoredEntry {
  id: string;
  kind: 'draft' | 'post';
  /** '' where it has none. */
  title: string;
  text: string;
  /** The platform's name in the database; one of ours, or one that only a newer Jubir knows. */
  platform: string;
  /** Epoch milliseconds; 0 where that cannot be told. */
  at: number;
  /** Other texts of it: those that stand beside it, and what it said before. */
  others: string[];
}

/** Drafts and posts that were not deleted, newest first. What a row lacks is left empty; what is no row is left out. */
export function storedEntries(
  drafts: readonly unknown[],
  posts: readonly unknown[],
  revisions: readonly unknown[] = [],
): StoredEntry[] {
  const earlier = new Map<string, string[]>();
  for (const revision of revisions) {
    const { draftId, text } = fieldsOf(revision);
    if (typeof draftId !== 'string' || typeof text !== 'string') continue;
    earlier.set(draftId, [text, ...(earlier.get(draftId) ?? [])]);
  }
  const entries = [
    ...drafts.map((row) => entryOf('draft', row, earlier)),
    ...posts.map((row) => entryOf('post', row, new Map())),
  ];
  return entries.filter((entry) => entry !== null).sort((a, b) => b.at - a.at);
}

function entryOf(
  kind: StoredEntry['kind'],
  row: unknown,
  earlier: ReadonlyMap<string, string[]>,
): StoredEntry | null {
  const {
    id,
    text,
    releaseTitle,
    platform,
    updatedAt,
    openedAt,
    deletedAt,
    rivals,
    earlier: before,
  } = fieldsOf(row);
  if (typeof id !== 'string' || typeof text !== 'string') return null;
  if (typeof deletedAt === 'number' && deletedAt > 0) return null;
  const others = [...textsOf(rivals), ...textsOf(before), ...(earlier.get(id) ?? [])];
  return {
    id,
    kind,
    title: wordOf(releaseTitle),
    text,
    platform: wordOf(platform),
    at: timeOf(kind === 'draft' ? updatedAt : openedAt),
    others: [...new Set(others)].filter((other) => other !== text),
  };
}

const fieldsOf = (row: unknown): Record<string, unknown> =>
  typeof row === 'object' && row !== null ? (row as Record<string, unknown>) : {};

const wordOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The last moment of a JavaScript date. */
const lastMoment = 8.64e15;
const timeOf = (value: unknown): number =>
  typeof value === 'number' && value >= 0 && value <= lastMoment ? value : 0;

/** Texts, or rows with one. */
const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : []).flatMap((each: unknown) => {
    const text = typeof each === 'string' ? each : fieldsOf(each).text;
    return typeof text === 'string' ? [text] : [];
  });
