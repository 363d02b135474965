import type { JubirDatabase } from '../db/database.ts';
import { machineOf } from '../db/machine.ts';
import { batchRows, readContents } from './contents.ts';
import type { Row } from './rows.ts';

/**
 * The automatic snapshot: what `contents.ts` reads, without secrets, kept apart from the database, so that one may be
 * damaged and not the other. Its rows lie in chunks, each under the hash of what it holds: a chunk is never changed,
 * only written or removed. The head, which names the chunks that count, is written last: whoever is stopped anywhere
 * leaves a whole snapshot, the old one or the new one.
 */

/** Where it lies: `storage.local`. */
export interface Shelf {
  get: (keys: string[]) => Promise<Record<string, unknown>>;
  set: (items: Record<string, unknown>) => Promise<unknown>;
  remove: (keys: string[]) => Promise<unknown>;
  /** Every key that is there. */
  keys: () => Promise<string[]>;
}

/** What is told of a snapshot. */
export interface Head {
  format: 1;
  /** When it was made, and when it was last made from all there is, epoch milliseconds. */
  at: number;
  fullAt: number;
  /** The machine whose database it is of, and its count then. */
  machine: string;
  n: number;
  drafts: number;
  posts: number;
  /** In how many buckets drafts, and what belongs to each, lie. */
  buckets: number;
  /** Key of each chunk by its bucket. */
  chunks: Record<string, string>;
}

/** What changed since a snapshot. */
export interface Changed {
  /** Drafts, and drafts of posts, by id. */
  drafts: Iterable<string>;
  sources: boolean;
}

const headKey = 'copy-head';
const chunkPrefix = 'copy-chunk-';
/** As many drafts to a bucket: one letter more rewrites these and no others. */
const draftsInBucket = 16;
const mostBuckets = 1024;
/** Chunks read or written at a time. */
const chunksAtOnce = 16;

/** A chunk that is not there, or is not what was written. */
export class ChunkError extends Error {
  override name = 'ChunkError';
}

/** What is told of the snapshot that counts; null where there is none. */
export async function readHead(shelf: Shelf): Promise<Head | null> {
  const head = (await shelf.get([headKey]))[headKey] as Partial<Head> | undefined;
  return head?.format === 1 && typeof head.chunks === 'object' ? (head as Head) : null;
}

/** Makes a snapshot of everything. Chunks that stay as they were are not written again. */
export async function takeSnapshot(db: JubirDatabase, shelf: Shelf, now: number): Promise<Head> {
  const facts = await factsOf(db);
  const buckets = bucketsFor(facts.drafts);
  const sorted = new Map<string, Row[]>();
  for await (const rows of readContents(db)) {
    for (const row of rows) {
      const bucket = bucketOf(row, buckets);
      const there = sorted.get(bucket);
      if (there) there.push(row);
      else sorted.set(bucket, [row]);
    }
  }
  const before = await readHead(shelf);
  return write(shelf, before, { format: 1, at: now, fullAt: now, ...facts, buckets, chunks: {} }, sorted);
}

/**
 * Takes what changed into the snapshot: only the buckets that hold it are read and written.
 * @returns null where it has to be made from everything: there is none, or not one of this database
 */
export async function renewSnapshot(
  db: JubirDatabase,
  shelf: Shelf,
  changed: Changed,
  now: number,
): Promise<Head | null> {
  const before = await readHead(shelf);
  const facts = await factsOf(db);
  if (before?.machine !== facts.machine || bucketsFor(facts.drafts) > before.buckets * 2) return null;
  const sorted = new Map<string, Row[]>();
  const inBucket = async (bucket: string, isReplaced: (row: Row) => boolean): Promise<Row[]> => {
    const known = sorted.get(bucket) ?? (await readChunk(shelf, before.chunks[bucket]));
    const rows = known.filter((row) => !isReplaced(row));
    sorted.set(bucket, rows);
    return rows;
  };
  for (const id of changed.drafts) {
    const bundle = await bundleOf(db, id);
    const own = await inBucket(bucketName('draft', id, before.buckets), (row) => draftOf(row) === id);
    own.push(...bundle.history);
    if (bundle.releaseId === undefined || bundle.release.length === 0) continue;
    const { releaseId } = bundle;
    const releases = await inBucket(
      bucketName('release', releaseId, before.buckets),
      (row) => releaseOf(row) === releaseId,
    );
    releases.push(...bundle.release);
  }
  if (changed.sources) {
    const sources = await inBucket('sources', () => true);
    for await (const rows of readContents(db)) {
      if (rows.some((row) => bucketOf(row, before.buckets) !== 'sources')) break;
      sources.push(...rows);
    }
  }
  return write(shelf, before, { ...before, ...facts, at: now }, sorted);
}

/**
 * Everything that a snapshot holds, in the order in which it can be taken in. A chunk that is damaged costs no other.
 * @param damaged told of each chunk that could not be read
 */
export async function* snapshotRows(
  shelf: Shelf,
  head: Head,
  damaged: (error: unknown) => void,
): AsyncGenerator<Row[]> {
  // Releases before drafts, as `takeContents` wants them: by what the buckets are called.
  const order = (bucket: string) => ['sources', 'release', 'draft'].indexOf(bucket.split(' ')[0] ?? '');
  const buckets = Object.keys(head.chunks).sort((a, b) => order(a) - order(b));
  for (const bucket of buckets) {
    try {
      const rows = await readChunk(shelf, head.chunks[bucket]);
      for (let at = 0; at < rows.length; at += batchRows) yield rows.slice(at, at + batchRows);
    } catch (error) {
      damaged(error);
    }
  }
}

async function factsOf(db: JubirDatabase): Promise<Pick<Head, 'machine' | 'n' | 'drafts' | 'posts'>> {
  // The count first: what is written meanwhile may lie in the snapshot, never be missing from it.
  const { name: machine, n } = await machineOf(db);
  const [drafts, posts] = await Promise.all([db.drafts.count(), db.posts.count()]);
  return { machine, n, drafts, posts };
}

/** A draft with all that belongs to it, as rows. */
async function bundleOf(db: JubirDatabase, id: string) {
  const [draft, revisions, posts] = await Promise.all([
    db.drafts.get(id),
    db.revisions.where('draftId').equals(id).toArray(),
    db.posts.where('draftId').equals(id).toArray(),
  ]);
  const history: Row[] = [
    ...(draft ? [{ kind: 'draft' as const, value: draft }] : []),
    ...revisions.map((value) => ({ kind: 'revision' as const, value })),
    ...posts.map((value) => ({ kind: 'post' as const, value })),
  ];
  const releaseId = draft?.releaseId ?? posts[0]?.releaseId;
  const release: Row[] = [];
  if (releaseId !== undefined) {
    const [known, versions] = await Promise.all([
      db.releases.get(releaseId),
      db.versions.where('releaseId').equals(releaseId).toArray(),
    ]);
    if (known) {
      const { indexed: _, ...value } = known;
      release.push(
        { kind: 'release', value },
        ...versions.map((one) => ({ kind: 'version' as const, value: one })),
      );
    }
  }
  return { history, releaseId, release };
}

/** The draft that a row belongs to. */
function draftOf(row: Row): string | undefined {
  if (row.kind === 'draft') return row.value.id;
  return row.kind === 'revision' || row.kind === 'post' ? row.value.draftId : undefined;
}

/** The release that a row is of. */
function releaseOf(row: Row): string | undefined {
  if (row.kind === 'release') return row.value.id;
  return row.kind === 'version' ? row.value.releaseId : undefined;
}

function bucketOf(row: Row, buckets: number): string {
  const [draft, release] = [draftOf(row), releaseOf(row)];
  if (draft !== undefined) return bucketName('draft', draft, buckets);
  return release === undefined ? 'sources' : bucketName('release', release, buckets);
}

const bucketName = (kind: 'draft' | 'release', id: string, buckets: number): string =>
  `${kind} ${spread(id) % buckets}`;

/** A power of two, so that it does not change with every draft. */
const bucketsFor = (drafts: number): number =>
  Math.min(mostBuckets, 2 ** Math.ceil(Math.log2(Math.max(1, drafts / draftsInBucket))));

/** FNV-1a: ids end alike, and have to come apart. */
function spread(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) {
    hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

/** New chunks, then the head that names them, then the old ones go. */
async function write(
  shelf: Shelf,
  before: Head | null,
  head: Head,
  sorted: ReadonlyMap<string, readonly Row[]>,
): Promise<Head> {
  const known = new Set(Object.values(before?.chunks ?? {}));
  const chunks = { ...head.chunks };
  let waiting: Record<string, unknown> = {};
  for (const [bucket, rows] of sorted) {
    delete chunks[bucket];
    if (rows.length === 0) continue;
    const text = JSON.stringify([...rows].sort(byContent));
    const key = chunkPrefix + (await hashOf(text));
    chunks[bucket] = key;
    if (known.has(key)) continue;
    waiting[key] = await packed(text);
    if (Object.keys(waiting).length >= chunksAtOnce) {
      await shelf.set(waiting);
      waiting = {};
    }
  }
  const written = { ...head, chunks };
  await shelf.set(waiting);
  await shelf.set({ [headKey]: written });
  const counted = new Set(Object.values(chunks));
  // Also what somebody left who was stopped before.
  const idle = (await shelf.keys()).filter((key) => key.startsWith(chunkPrefix) && !counted.has(key));
  if (idle.length > 0) await shelf.remove(idle);
  return written;
}

/** The same rows make the same chunk, in whatever order they were read. */
const keyOf = (row: Row): string => `${row.kind} ${(row.value as { id?: string }).id ?? ''}`;
const byContent = (a: Row, b: Row): number => (keyOf(a) < keyOf(b) ? -1 : 1);

async function readChunk(shelf: Shelf, key: string | undefined): Promise<Row[]> {
  if (key === undefined) return [];
  const value = (await shelf.get([key]))[key];
  if (typeof value !== 'string') throw new ChunkError(`${key} is not there`);
  const text = await unpacked(value);
  if (chunkPrefix + (await hashOf(text)) !== key) throw new ChunkError(`${key} holds something else`);
  return JSON.parse(text) as Row[];
}

async function hashOf(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes.subarray(0, 12), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Drafts of one release say much the same: compressed, and in letters, they take less than a third (measured in its test). */
async function packed(text: string): Promise<string> {
  const bytes = await through(new TextEncoder().encode(text), new CompressionStream('deflate-raw'));
  let letters = '';
  for (let at = 0; at < bytes.length; at += 0x8000) {
    letters += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(letters);
}

async function unpacked(value: string): Promise<string> {
  try {
    const bytes = Uint8Array.from(atob(value), (letter) => letter.charCodeAt(0));
    return new TextDecoder().decode(await through(bytes, new DecompressionStream('deflate-raw')));
  } catch (error) {
    throw new ChunkError(`a chunk is damaged: ${String(error)}`);
  }
}

async function through(bytes: Uint8Array<ArrayBuffer>, change: GenericTransformStream): Promise<Uint8Array> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(change)).arrayBuffer());
}
