import type { JubirDatabase } from '../db/database.ts';
import { drawMachine, machineOf } from '../db/machine.ts';
import { takeNewName } from '../draft/new-name.ts';
import { isOnSite } from '../source/address.ts';
import {
  nothingTaken,
  readContents,
  rehearseContents,
  sumTaken,
  type Taken,
  takeContents,
} from './contents.ts';
import { BackupError } from './errors.ts';
import { openCopy, writeCopy } from './file.ts';
import { FolderError } from './folder-error.ts';
import { type FileFault, folderRow, noteFolder } from './folder-row.ts';
import { bytesOf } from './list.ts';
import type { FolderFile } from './listing.ts';
import type { Row } from './rows.ts';
import type { WebDavFolder } from './webdav.ts';

/**
 * How an official's machines meet in a folder. Each writes one file, its own, with everything that it knows, reads the
 * others' and joins them (`mergeHistory`). No two ever write the same file, so nothing has to be locked, and whatever
 * is cut short or comes in another order is made good by the next time.
 */

/** What a machine's file is called. Whatever else lies in the folder is left alone. */
const pattern = /^jubir-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.json$/;
const fileNameOf = (machine: string): string => `jubir-${machine}.json`;

/** Bytes of a file, and files in a folder; an official with more machines than that has none of these. */
const most = { bytes: 64 * 1024 * 1024, files: 50 };

/** Sources and settings are each machine's own. */
const shared = new Set<unknown>(['release', 'version', 'draft', 'revision', 'post'] satisfies Row['kind'][]);

/** What a meeting brought. */
export interface Synced {
  /** The machines that have a file there, this one too. */
  machines: number;
  /** What came from the others. */
  taken: Taken;
  /** Bytes of this machine's own file. */
  bytes: number;
  /** Whether it was sent; else it held all this already. */
  sent: boolean;
  /** Files that could not be read, or not to their end; the others were. */
  faults: FileFault[];
}

interface Meeting {
  db: JubirDatabase;
  folder: WebDavFolder;
  address: string;
}

const trial = 'jubir-coba.txt';

/**
 * Sees to it that the folder is there and can be written to, read and written over, before it is relied on.
 * @returns whether it had to be made
 * @throws FolderError
 */
export async function tryFolder(folder: WebDavFolder): Promise<boolean> {
  let made = false;
  try {
    await folder.list();
  } catch (error) {
    if (!(error instanceof FolderError) || error.reason !== 'not-found') throw error;
    await folder.make();
    made = true;
  }
  const word = crypto.randomUUID();
  await folder.write(trial, new Blob([word]));
  const text = await new Blob(await collected(await folder.read(trial, most.bytes))).text();
  await folder.remove(trial);
  if (text !== word) throw new FolderError('cut');
  return made;
}

/**
 * Takes in what the others wrote since, and sends what they do not have.
 * @param label the words that a person knows this machine by, written into its file
 * @throws FolderError
 */
export async function meet(
  db: JubirDatabase,
  folder: WebDavFolder,
  { address, label, now }: { address: string; label: string; now: number },
): Promise<Synced> {
  const meeting = { db, folder, address };
  await drawMachine(db);
  const files = (await folder.list()).filter(({ name }) => pattern.test(name));
  if (files.length > most.files) throw new FolderError('crowded');
  const own = await ownFile(meeting, files);
  const synced: Synced = { machines: 0, taken: nothingTaken, bytes: 0, sent: false, faults: [] };
  const broken = await takeOthers(meeting, files, own.name, synced);
  Object.assign(synced, await send(meeting, own, { label, now }));
  const named = new Set([...files.map(({ name }) => name), own.name]);
  synced.machines = named.size - synced.faults.filter((fault) => fault === 'unreadable').length;
  // What this machine wrote is there all the same.
  if (broken) throw broken;
  return synced;
}

/** This machine's own file. */
interface Own {
  name: string;
  /** A digest of what lies there now; '' where that is not what this machine wrote. */
  holds: string;
}

/**
 * Looks after this machine's own file. One that tells what this machine does not know is another's that has the same
 * name, for instance a copy of the profile: then this machine takes a new one, and reads that file like any other.
 */
async function ownFile({ db, folder, address }: Meeting, files: readonly FolderFile[]): Promise<Own> {
  const name = fileNameOf((await machineOf(db)).name);
  const there = files.find((file) => file.name === name);
  const row = await folderRow(db, address);
  if (!there || !row) return { name, holds: '' };
  if (isKnown(row.files[name], there)) return { name, holds: row.sent };
  const file = new Blob(await collected(await folder.read(name, most.bytes)));
  const holds = await digestOf(file);
  if (holds === row.sent || holds === row.sending) {
    await noteFolder(db, address, (now) => ({
      ...{ sent: holds, sending: holds === now.sending ? '' : now.sending },
      files: { ...now.files, [name]: { tag: there.tag } },
    }));
    return { name, holds };
  }
  if (!(await tellsMore(db, file))) return { name, holds: '' };
  await takeNewName(db, row.count);
  return { name: fileNameOf((await machineOf(db)).name), holds: '' };
}

/** Whether a file is whole and tells what this machine does not know. Half of what it sent is no other's. */
async function tellsMore(db: JubirDatabase, file: Blob): Promise<boolean> {
  try {
    const copy = await openCopy(bytesOf(file.stream()));
    let news = 0;
    for await (const batch of copy.batches) {
      const { added, changed } = await rehearseContents(db, batch);
      news += added + changed;
    }
    return copy.ending().whole && news > 0;
  } catch (error) {
    if (error instanceof BackupError) return false;
    throw error;
  }
}

const isKnown = (known: { tag: string } | undefined, { tag }: FolderFile): boolean =>
  tag !== '' && known?.tag === tag;

/** @returns what broke the connection, where something did */
async function takeOthers(
  { db, folder, address }: Meeting,
  files: readonly FolderFile[],
  own: string,
  synced: Synced,
): Promise<FolderError | null> {
  const sources = new Map((await db.sources.toArray()).map(({ id, hosts }) => [id, hosts]));
  for (const file of files) {
    if (file.name === own) continue;
    const known = (await folderRow(db, address))?.files[file.name];
    if (isKnown(known, file)) {
      if (known?.fault) synced.faults.push(known.fault);
      continue;
    }
    try {
      const fault = await takeFile({ db, folder, address }, file, sources, synced);
      if (fault) synced.faults.push(fault);
      // As the list tells it: where answers are compressed, a file's own answer has another tag.
      const learnt = { tag: file.tag, ...(fault && { fault }) };
      await noteFolder(db, address, (row) => ({ files: { ...row.files, [file.name]: learnt } }));
    } catch (error) {
      if (!(error instanceof FolderError)) throw error;
      if (!refusedOne.has(error.reason)) return error;
      // Gone between the list and the question: its machine writes it anew at this moment.
      if (error.reason !== 'not-found') synced.faults.push('refused');
    }
  }
  return null;
}

/** Reasons that are of one file and say nothing of the folder. */
const refusedOne = new Set<FolderError['reason']>([
  'not-found',
  'forbidden',
  'locked',
  'status',
  'no-parent',
]);

async function takeFile(
  { db, folder }: Meeting,
  file: FolderFile,
  sources: Hosts,
  synced: Synced,
): Promise<FileFault | null> {
  if ((file.size ?? 0) > most.bytes) return 'too-large';
  const bytes = await folder.read(file.name, most.bytes);
  try {
    const copy = await openCopy(bytes);
    for await (const batch of copy.batches) {
      const rows = batch.filter((row) => isShared(row, sources));
      synced.taken = sumTaken(synced.taken, await takeContents(db, rows));
    }
    return copy.ending().whole ? null : 'cut';
  } catch (error) {
    if (error instanceof FolderError && error.reason === 'too-large') return 'too-large';
    if (!(error instanceof BackupError)) throw error;
    return error.reason === 'newer' ? 'newer' : 'unreadable';
  } finally {
    await bytes.return(undefined);
  }
}

/** Per source that this machine reads, its hosts. */
type Hosts = ReadonlyMap<string, readonly string[]>;

/** History, and the releases that it is about as far as they are on the site of a source that this machine reads. */
function isShared(row: unknown, sources: Hosts): boolean {
  const { kind, value } = row as { kind: unknown; value?: { sourceId?: unknown; url?: unknown } | null };
  if (kind !== 'release') return shared.has(kind);
  return isOnSite(String(value?.url), sources.get(String(value?.sourceId)) ?? []);
}

/** Sends this machine's file, unless what lies there holds all this. */
async function send(
  { db, folder, address }: Meeting,
  own: Own,
  { label, now }: { label: string; now: number },
): Promise<Pick<Synced, 'bytes' | 'sent'>> {
  // Counted before it is read: what is written in between is in the file, and is counted as not.
  const { name, n: count } = await machineOf(db);
  const counts = { drafts: await db.drafts.count(), posts: await db.posts.count() };
  const head = { createdAt: now, machine: { name, label }, counts };
  const body = new Blob(await collected(writeCopy(history(db), head)));
  const digest = await digestOf(body);
  if (own.holds === digest) return { bytes: body.size, sent: false };
  await noteFolder(db, address, () => ({ sending: digest }));
  const { tag } = await folder.write(own.name, body);
  await noteFolder(db, address, (known) => ({
    ...{ sent: digest, sending: '', count },
    files: { ...known.files, [own.name]: { tag } },
  }));
  return { bytes: body.size, sent: true };
}

async function* history(db: JubirDatabase): AsyncGenerator<Row[]> {
  for await (const batch of readContents(db)) yield batch.filter(({ kind }) => shared.has(kind));
}

async function collected<Piece>(pieces: AsyncIterable<Piece>): Promise<Piece[]> {
  const all: Piece[] = [];
  for await (const piece of pieces) all.push(piece);
  return all;
}

/** A digest of the rows of a file: all below its first line, which tells when it was written. */
async function digestOf(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const digest = await crypto.subtle.digest('SHA-256', bytes.subarray(bytes.indexOf(10) + 1));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
