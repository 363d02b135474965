import { openCopy, writeCopy } from '../../../utils/backup/file.ts';
import { bytesOf } from '../../../utils/backup/list.ts';
import type { Row } from '../../../utils/backup/rows.ts';
import { checkRow } from '../../../utils/backup/rows.ts';
import { seal } from '../../../utils/backup/seal.ts';
import { head, history, inBatches } from '../../backup/samples.ts';
import { median, table } from '../report.ts';

const drafts = 10_000;
const rounds = 5;
const phrase = 'hujan di Bogor tiap sore';

const encoder = new TextEncoder();
const bytesOfPieces = async (pieces: AsyncIterable<string>): Promise<Blob> => {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of pieces) parts.push(encoder.encode(piece));
  return new Blob(parts);
};

async function readAll(blob: Blob, passphrase = ''): Promise<number> {
  const copy = await openCopy(bytesOf(blob.stream()), passphrase);
  let count = 0;
  for await (const rows of copy.batches) for (const row of rows) if (checkRow(row)) count += 1;
  return copy.ending().whole ? count : 0;
}

/**
 * Writing and reading a copy of 10,000 drafts, beside the floor: `JSON.stringify` of all rows at once into bytes, and
 * `JSON.parse` of them, which check nothing and hold everything. The key derivation is in "sealed", once a file.
 */
export async function run(): Promise<boolean> {
  const rows: Row[] = [...history(drafts, 2)];
  const written = () => writeCopy(inBatches(rows), head);
  const plain = new Blob([JSON.stringify(rows)]);
  const open = await bytesOfPieces(written());
  const sealed = await bytesOfPieces(seal(written(), phrase));
  const whole = [await readAll(open), await readAll(sealed, phrase)];
  const jobs: Record<string, () => Promise<unknown>> = {
    'JSON.stringify, all at once': async () => new Blob([encoder.encode(JSON.stringify(rows))]),
    'written, open': () => bytesOfPieces(written()),
    'written, sealed': () => bytesOfPieces(seal(written(), phrase)),
    'JSON.parse, all at once': async () => JSON.parse(await plain.text()),
    'read and checked, open': () => readAll(open),
    'read and checked, sealed': () => readAll(sealed, phrase),
  };
  const times = new Map<string, number[]>();
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, job] of Object.entries(jobs)) {
      const started = performance.now();
      await job();
      times.set(name, [...(times.get(name) ?? []), performance.now() - started]);
    }
  }
  const of = (name: string) => median(times.get(name) ?? []);
  const rowFor = (name: string, floor: string) => [
    name,
    of(name).toFixed(0),
    (of(name) / of(floor)).toFixed(2),
  ];
  const names = Object.keys(jobs);
  const mega = (blob: Blob) => (blob.size / 1e6).toFixed(1);
  console.log(
    `\nA copy of ${drafts} drafts with their earlier texts and posts: ${rows.length} rows, ` +
      `${mega(open)} MB open, ${mega(sealed)} MB sealed (the rows alone ${mega(plain)} MB); median of ${rounds}\n`,
  );
  console.log(
    table(
      ['', 'ms', 'of the floor'],
      names.map((name, at) => rowFor(name, names[at < 3 ? 0 : 3] ?? '')),
    ),
  );
  return whole.every((count) => count === rows.length);
}
