import { saveFile } from '../../components/ui/save-file.ts';
import type { Row, RowKind } from '../../utils/backup/rows.ts';
import { readHead, snapshotRows } from '../../utils/backup/snapshot.ts';
import { moment, type Texts } from '../../utils/browser/i18n.ts';
import { localShelf } from '../../utils/browser/shelf.ts';
import { laterTexts } from '../../utils/browser/texts/later.ts';
import { openStored, type Stored } from '../../utils/db/stored.ts';
import { type StoredEntry, storedEntries } from '../../utils/db/stored-entries.ts';
import { catalogue } from '../../utils/platform/catalogue.ts';

/** What a copy leaves out: keys and passwords, which no file is to hold, and what is made anew from the rest. */
const leftOut = new Set(['secrets', 'searchData', 'searchSegments', 'pictures', 'checks']);
const tables: Partial<Record<RowKind, string>> = {
  source: 'sources',
  release: 'releases',
  version: 'versions',
  draft: 'drafts',
  revision: 'revisions',
  post: 'posts',
};

/** Everything that can be read: of the database as it lies there, or of the latest snapshot where it does not open. */
export async function openReadable(name: string): Promise<Stored> {
  try {
    return await openStored(name);
  } catch (error) {
    const head = await readHead(localShelf);
    if (!head) throw error;
    return ofSnapshot(head);
  }
}

async function ofSnapshot(head: NonNullable<Awaited<ReturnType<typeof readHead>>>): Promise<Stored> {
  const found = new Map<string, unknown[]>();
  let unreadable = 0;
  const count = (): void => {
    unreadable += 1;
  };
  for await (const rows of snapshotRows(localShelf, head, count)) {
    for (const { kind, value } of rows as Row[]) {
      const table = tables[kind];
      if (!table) continue;
      const there = found.get(table) ?? [];
      there.push(value);
      found.set(table, there);
    }
  }
  return {
    version: 0,
    tables: [...found.keys()],
    // How many rows a damaged part held nobody knows: each counts once.
    rows: async (table) => ({
      rows: found.get(table) ?? [],
      unreadable: table === 'drafts' ? unreadable : 0,
    }),
    isDamaged: async () => unreadable > 0,
    close: () => {},
  };
}

/** Drafts and posts, for reading. */
export async function readEntries(name: string): Promise<StoredEntry[]> {
  const stored = await openReadable(name);
  try {
    const [drafts, posts, revisions] = await Promise.all(
      ['drafts', 'posts', 'revisions'].map((table) => stored.rows(table)),
    );
    return storedEntries(drafts?.rows ?? [], posts?.rows ?? [], revisions?.rows);
  } finally {
    stored.close();
  }
}

/**
 * Saves everything as it lies there in one file, and drafts and posts as a text that anybody can read in another.
 * @returns how many rows could not be read
 */
export async function saveCopy(name: string, texts: Texts, now: number): Promise<number> {
  const stored = await openReadable(name);
  let unreadable = 0;
  const parts: string[] = [`{"jubir":"raw","version":${stored.version},"at":${now},"tables":{`];
  try {
    for (const [at, table] of stored.tables.filter((each) => !leftOut.has(each)).entries()) {
      const found = await stored.rows(table);
      unreadable += found.unreadable;
      const rows = found.rows.map((row) => JSON.stringify(row)).join(',\n');
      parts.push(`${at === 0 ? '' : ','}\n${JSON.stringify(table)}:[\n${rows}\n]`);
    }
  } finally {
    stored.close();
  }
  parts.push('\n}}\n');
  const day = new Date(now).toISOString().slice(0, 10);
  saveFile(`jubir-${day}.json`, new Blob(parts, { type: 'application/json' }));
  const readable = readableText(await readEntries(name), texts, now);
  saveFile(`jubir-${day}.txt`, new Blob([readable], { type: 'text/plain' }));
  return unreadable;
}

/** Drafts and posts with all their texts, one below the other. */
function readableText(entries: readonly StoredEntry[], texts: Texts, now: number): string {
  const { store } = laterTexts(texts);
  return entries
    .map((entry) => {
      const head = [store[entry.kind], platformName(entry.platform), entry.title || store.untitled];
      const when = entry.at === 0 ? [] : [moment(texts, entry.at, now)];
      const bodies = [entry.text, ...entry.others].join('\n\n- - -\n\n');
      return `${[...head, ...when].filter(Boolean).join(' · ')}\n\n${bodies}\n`;
    })
    .join(`\n${'='.repeat(40)}\n\n`);
}

/** What a platform is called; one that only a newer Jubir knows, by its own name. */
export const platformName = (platform: string): string =>
  Object.hasOwn(catalogue, platform) ? catalogue[platform as keyof typeof catalogue].name : platform;
