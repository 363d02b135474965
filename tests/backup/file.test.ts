import { crc32 as zlibCrc } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { crc32 } from '../../utils/backup/crc.ts';
import { BackupError } from '../../utils/backup/errors.ts';
import { type Ending, openCopy, writeCopy } from '../../utils/backup/file.ts';
import type { Row } from '../../utils/backup/rows.ts';
import { bytes, head, history, inBatches, joined, randomFrom, words } from './samples.ts';

const rows = [...history(20, 3)];
const written = await joined(writeCopy(inBatches(rows), head));

async function read(text: string, size?: number): Promise<{ rows: unknown[]; ending: Ending }> {
  const copy = await openCopy(bytes(text, size));
  const found: unknown[] = [];
  for await (const batch of copy.batches) found.push(...batch);
  return { rows: found, ending: copy.ending() };
}

const failure = (text: string): Promise<unknown> => read(text).catch((error: unknown) => error);
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('the file', () => {
  test('is JSON, a row a line, and says what it is', async () => {
    const parsed = JSON.parse(written);
    expect(parsed).toMatchObject({
      ...{ app: 'Jubir', format: 1, createdAt: '2026-11-24T02:00:00.000Z' },
      machine: { name: 'mesin-kantor', label: 'Chrome, Windows' },
    });
    expect(parsed.rows).toHaveLength(rows.length);
    expect(parsed.foot.rows).toBe(rows.length);
    expect(written.trimEnd().split('\n')).toHaveLength(rows.length + 2);
    expect((await openCopy(bytes(written))).head).toEqual(head);
  });

  test.each([1, 7, 1_000, 1e9])('gives back what was written, in pieces of %i bytes', async (size) => {
    expect(await read(written, size)).toEqual({ rows: plain(rows), ending: { whole: true, damaged: 0 } });
  });

  test('gives back any text whatever', async () => {
    const random = randomFrom(5);
    for (let round = 0; round < 200; round += 1) {
      const some = Array.from(
        { length: Math.floor(random() * 5) },
        (): Row => ({ kind: 'settings', value: { [words(random, 2)]: words(random, 20) } }),
      );
      const text = await joined(writeCopy(inBatches(some), head));
      expect(await read(text, 1 + Math.floor(random() * 50))).toEqual({
        rows: plain(some),
        ending: { whole: true, damaged: 0 },
      });
    }
  });

  test('is read as well when a program indented it, put it in one line, or changed its line ends', async () => {
    const parsed = JSON.parse(written);
    const forms = [
      JSON.stringify(parsed, null, 2),
      JSON.stringify(parsed),
      written.replaceAll('\n', '\r\n'),
      `\ufeff${written}`,
      `\n${JSON.stringify(parsed, null, '\t')}\n\n`,
    ];
    for (const form of forms) {
      expect(await read(form)).toEqual({ rows: plain(rows), ending: { whole: true, damaged: 0 } });
    }
  });
});

describe('damage', () => {
  test('of a file that ends early is told wherever it ends, and all rows before are had', async () => {
    const lines = written.split('\n');
    const headLength = (lines[0] ?? '').length + 1;
    let ends = 0;
    for (let at = headLength; at < written.length - 1; at += 997) {
      const { rows: found, ending } = await read(written.slice(0, at));
      const whole = written.slice(0, at).split('\n').length - 2;
      expect(ending.whole, `cut at ${at}`).toBe(false);
      expect(found).toEqual((plain(rows) as unknown[]).slice(0, found.length));
      expect(found.length).toBeGreaterThanOrEqual(whole);
      ends += 1;
    }
    expect(ends).toBeGreaterThan(20);
    // The line end after the last bracket is nothing.
    expect((await read(written.trimEnd())).ending.whole).toBe(true);
  });

  test('of one letter anywhere costs one row, and is told', async () => {
    const random = randomFrom(9);
    const known = new Set(rows.map((row) => JSON.stringify(row)));
    const first = written.indexOf('\n') + 1;
    const last = written.lastIndexOf('\n]');
    for (let round = 0; round < 300; round += 1) {
      const at = first + Math.floor(random() * (last - first));
      const was = written[at] ?? '';
      const other = was === 'x' ? 'y' : 'x';
      if (was === '\n' || was === ',') continue;
      const { rows: found, ending } = await read(written.slice(0, at) + other + written.slice(at + 1));
      // A kind that is none is found where rows are checked.
      const kinds = (found as Row[]).filter(({ kind }) => rows.some((row) => row.kind === kind));
      expect(ending.whole && kinds.length === rows.length, `${at}: ${was}`).toBe(false);
      expect(kinds.length).toBeGreaterThanOrEqual(rows.length - 2);
      for (const row of kinds) expect(known.has(JSON.stringify(row)), `${at}`).toBe(true);
    }
  });

  test('of rows that are missing, doubled or exchanged is told', async () => {
    const lines = written.split('\n');
    const [a = '', b = ''] = [lines[2], lines[3]];
    const without = [...lines.slice(0, 2), ...lines.slice(3)].join('\n');
    const doubled = [...lines.slice(0, 3), a, ...lines.slice(3)].join('\n');
    const exchanged = [...lines.slice(0, 2), b, a, ...lines.slice(4)].join('\n');
    for (const text of [without, doubled, exchanged]) expect((await read(text)).ending.whole).toBe(false);
    expect((await read(exchanged)).rows).toHaveLength(rows.length);
  });

  test.each([
    ['not-ours', ''],
    ['not-ours', 'PK\u0003\u0004'],
    ['not-ours', '[]'],
    ['not-ours', '{"app":"Lain","format":1,"rows":[\n],"foot":{}}'],
    ['not-ours', written.slice(0, 60)],
    ['not-ours', '{"app":"Jubir","format":1,"rows":[\n],"foot":{}}'],
    ['not-ours', '['.repeat(200_000)],
    ['not-ours', `{"a":${'['.repeat(200_000)}`],
    ['newer', '{"app":"Jubir","format":2,"rows":[\n],"foot":{}}'],
  ])('that leaves nothing is said to be %s', async (reason, text) => {
    const error = await failure(text);
    expect(error).toBeInstanceOf(BackupError);
    expect((error as BackupError).reason).toBe(reason);
  });

  test('by a line without an end takes no memory and costs one row', async () => {
    const lines = written.split('\n');
    const long = `,{"kind":"draft","value":"${'x'.repeat(9 * 1024 * 1024)}"}`;
    const { rows: found, ending } = await read(
      [...lines.slice(0, 4), long, ...lines.slice(4)].join('\n'),
      65_536,
    );
    expect(found).toHaveLength(rows.length);
    expect(ending).toEqual({ whole: false, damaged: 1 });
  });

  test('by a huge file in another form is refused before it is read', async () => {
    let pulled = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield new TextEncoder().encode('{\n');
      for (; pulled < 1_000; pulled += 1) yield new TextEncoder().encode(`"${'x'.repeat(1_000_000)}",\n`);
    }
    await expect(openCopy(endless())).rejects.toMatchObject({ reason: 'too-large' });
    expect(pulled).toBeLessThan(100);
  });
});

test('the checksum is the one of gzip', () => {
  const random = randomFrom(3);
  for (let round = 0; round < 100; round += 1) {
    const [a, b] = [words(random, 10), words(random, 3)];
    expect(crc32(b, crc32(a))).toBe(zlibCrc(Buffer.concat([Buffer.from(a), Buffer.from(b)])));
  }
});
