import { BadValue, fields, most, text } from './check.ts';
import { batchRows, type Counts } from './contents.ts';
import { crc32, hex } from './crc.ts';
import { BackupError } from './errors.ts';
import { damaged, type LongList, openList, writeList } from './list.ts';
import type { Row } from './rows.ts';
import { isSealed, unseal } from './seal.ts';

/** The file's form, as told in docs/backup.md; a reader refuses a greater number. */
const format = 1;
/** Characters of JSON in one batch, so that a message to the background stays small. */
const batchLength = 1024 * 1024;

/** What is told of a copy before any row of it. */
export interface Head {
  /** Epoch milliseconds; in the file as ISO 8601. */
  createdAt: number;
  /** The machine's own name, and the words that a person knows it by: "Firefox, Linux". */
  machine: { name: string; label: string };
  counts: Counts;
}

/** How the reading of a copy ended. */
export interface Ending {
  /** Every row that was written is there, as it was written. */
  whole: boolean;
  /** Rows that are damaged; they were left out. */
  damaged: number;
}

/** A copy while it is read. */
export interface Copy {
  head: Head;
  /** Rows as they stand in the file, unchecked: `takeContents` checks them. To be read once. */
  batches: AsyncIterable<unknown[]>;
  /** To be asked once the batches are read. */
  ending: () => Ending;
}

/** Writes a copy as one JSON file, in pieces: each row a line with its own checksum, and all of them at the end. */
export function writeCopy(rows: AsyncIterable<Row[]>, head: Head): AsyncGenerator<string> {
  let [count, all] = [0, 0];
  async function* lines(): AsyncGenerator<string> {
    for await (const batch of rows) {
      for (const { kind, value } of batch) {
        const written = JSON.stringify(value);
        const check = hex(crc32(written));
        count += 1;
        all = crc32(check, all);
        yield `{"kind":"${kind}","check":"${check}","value":${written}}`;
      }
    }
  }
  const told = { app: 'Jubir', format, ...head, createdAt: new Date(head.createdAt).toISOString() };
  return writeList(told, 'rows', lines(), () => ({ rows: count, check: hex(all) }));
}

/**
 * Begins to read a copy, sealed or not.
 * @param passphrase not needed where the file is not sealed
 * @throws BackupError where nothing of it can be read; damage further on is told by `ending`
 */
export async function openCopy(bytes: AsyncIterable<Uint8Array>, passphrase = ''): Promise<Copy> {
  const outer = await openOurs(bytes);
  const list = isSealed(outer) ? await openOurs(await unseal(outer, passphrase)) : outer;
  const head = readHead(list.head);
  const ending: Ending = { whole: false, damaged: 0 };
  return { head, batches: batchesOf(list, ending), ending: () => ending };
}

async function openOurs(bytes: AsyncIterable<Uint8Array>): Promise<LongList> {
  const list = await openList(bytes, ['rows', 'chunks']);
  const { app, format: written } = list.head;
  if (app !== 'Jubir' || typeof written !== 'number') throw new BackupError('not-ours');
  if (written > format) throw new BackupError('newer');
  return list;
}

function readHead({ createdAt, machine, counts }: LongList['head']): Head {
  try {
    const at = Date.parse(text(createdAt, most.name));
    const { name, label } = fields(machine);
    const { drafts, posts } = fields(counts);
    return {
      createdAt: Number.isNaN(at) ? 0 : at,
      machine: { name: text(name, most.name), label: text(label, most.name) },
      counts: { drafts: Number(drafts) || 0, posts: Number(posts) || 0 },
    };
  } catch (error) {
    if (error instanceof BadValue) throw new BackupError('not-ours');
    throw error;
  }
}

async function* batchesOf(list: LongList, ending: Ending): AsyncGenerator<unknown[]> {
  let batch: unknown[] = [];
  let [length, count, all] = [0, 0, 0];
  for await (const item of list.items) {
    const row = item === damaged ? null : soundRow(item);
    if (row) {
      count += 1;
      all = crc32(row.check, all);
      length += row.length;
      batch.push(row.row);
    } else ending.damaged += 1;
    if (batch.length >= batchRows || length >= batchLength) {
      yield batch;
      [batch, length] = [[], 0];
    }
  }
  if (batch.length > 0) yield batch;
  const foot = list.foot() as { rows?: unknown; check?: unknown } | undefined;
  ending.whole = foot?.rows === count && foot.check === hex(all) && ending.damaged === 0;
}

/** A row that says of itself that it is as it was written, else null. */
function soundRow(item: unknown): { row: unknown; check: string; length: number } | null {
  if (typeof item !== 'object' || item === null) return null;
  const { kind, check, value } = item as Record<string, unknown>;
  const written = JSON.stringify(value) ?? '';
  if (typeof check !== 'string' || check !== hex(crc32(written))) return null;
  return { row: { kind, value }, check, length: written.length };
}
