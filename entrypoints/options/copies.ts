import type { Preview } from '../../components/backup/PreviewList.tsx';
import type { Saved } from '../../components/backup/SaveBackup.tsx';
import { saveFile } from '../../components/ui/save-file.ts';
import { carriedSettings } from '../../utils/backup/carried-settings.ts';
import {
  countContents,
  nothingTaken,
  readContents,
  sumTaken,
  type Taken,
} from '../../utils/backup/contents.ts';
import { BackupError, type BackupReason } from '../../utils/backup/errors.ts';
import { openCopy, writeCopy } from '../../utils/backup/file.ts';
import { bytesOf } from '../../utils/backup/list.ts';
import { seal } from '../../utils/backup/seal.ts';
import { machineLabel } from '../../utils/browser/about.ts';
import { noteCopy } from '../../utils/browser/last-copy.ts';
import { logFailure } from '../../utils/browser/log.ts';
import { send } from '../../utils/browser/messages.ts';
import { askToSend } from '../../utils/browser/permissions.ts';
import { loadOwnSettings } from '../../utils/browser/settings.ts';
import { modelOrigin, readModel } from '../../utils/caption/model-choice.ts';
import { db } from '../../utils/db/database.ts';
import { drawMachine, machineOf } from '../../utils/db/machine.ts';

/** Characters that are written at once. */
const pieceLength = 256 * 1024;

/** Saves a copy to a file. @param nameFor the file's name for a day @param phrase '' for one that anybody can read, which then holds no keys */
export async function saveCopy(
  nameFor: (date: string) => string,
  phrase: string,
  withSecrets: boolean,
): Promise<Saved> {
  try {
    await drawMachine(db);
    // Counted before it is read: what is written meanwhile may not be in it.
    const { name, n } = await machineOf(db);
    const counts = await countContents(db);
    const secrets = phrase !== '' && withSecrets;
    const rows = readContents(db, { settings: carriedSettings(await loadOwnSettings(), secrets), secrets });
    const now = Date.now();
    const head = { createdAt: now, machine: { name, label: await machineLabel() }, counts };
    const copy = writeCopy(rows, head);
    const blob = await blobOf(phrase === '' ? copy : seal(copy, phrase));
    saveFile(nameFor(dayOf(now)), blob);
    await noteCopy(n, now);
    return { ...counts, bytes: blob.size };
  } catch (error) {
    logFailure('copy', error);
    throw error;
  }
}

/** A stream as a file that the browser keeps where it likes; never all of it is one text in memory. */
function blobOf(pieces: AsyncGenerator<string>): Promise<Blob> {
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      let text = '';
      while (text.length < pieceLength) {
        const { done, value } = await pieces.next();
        if (!done) text += value;
        else {
          controller.enqueue(encoder.encode(text));
          return controller.close();
        }
      }
      controller.enqueue(encoder.encode(text));
    },
  });
  return new Response(stream, { headers: { 'Content-Type': 'application/json' } }).blob();
}

/** This computer's day, "2026-11-24". */
function dayOf(at: number): string {
  const date = new Date(at);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Reads a file to its end and rehearses taking it in; resolves to the reason where it cannot be read. */
export async function lookAtCopy(file: File, phrase: string): Promise<Preview | BackupReason | 'unreadable'> {
  try {
    const copy = await openCopy(bytesOf(file.stream()), phrase);
    let taken = nothingTaken;
    let origin: string | undefined;
    for await (const rows of copy.batches) {
      origin ??= originIn(rows);
      taken = sumTaken(taken, await send('take-rows', { rows, rehearse: true }));
    }
    const isHere = copy.head.machine.name === (await machineOf(db)).name;
    const found = { head: copy.head, isHere, taken, ending: copy.ending() };
    return origin === undefined ? found : { ...found, modelOrigin: origin };
  } catch (error) {
    logFailure('look at a copy', error);
    return error instanceof BackupError ? error.reason : 'unreadable';
  }
}

/** The permission that a language model in the settings needs. */
function originIn(rows: readonly unknown[]): string | undefined {
  for (const row of rows) {
    const { kind, value } = row as { kind?: unknown; value?: { model?: unknown } };
    const model = kind === 'settings' ? readModel(value?.model) : null;
    if (model?.kind === 'address') return modelOrigin(model.address);
  }
  return undefined;
}

/** Takes a file in, batch by batch: what is in stays in, whatever becomes of the rest. Call it in the click. */
export async function restoreCopy(
  file: File,
  phrase: string,
  preview: Preview,
  onProgress: (share: number) => void,
): Promise<Taken> {
  try {
    // First, in the click itself. Refused, the model is left out and all else is taken.
    if (preview.modelOrigin !== undefined) await askToSend([preview.modelOrigin]);
    let read = 0;
    async function* counted(): AsyncGenerator<Uint8Array> {
      for await (const bytes of bytesOf(file.stream())) {
        read += bytes.length;
        yield bytes;
      }
    }
    const copy = await openCopy(counted(), phrase);
    let taken = nothingTaken;
    for await (const rows of copy.batches) {
      taken = sumTaken(taken, await send('take-rows', { rows, rehearse: false }));
      onProgress(read / Math.max(1, file.size));
    }
    return taken;
  } catch (error) {
    logFailure('restore', error);
    throw error;
  }
}
