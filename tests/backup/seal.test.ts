import { createDecipheriv, pbkdf2Sync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { openCopy, writeCopy } from '../../utils/backup/file.ts';
import { seal } from '../../utils/backup/seal.ts';
import { bytes, head, history, inBatches, joined } from './samples.ts';

const passphrase = 'hujan di Bogor tiap sore';
const rows = [...history(300, 5)];
const open = await joined(writeCopy(inBatches(rows), head));
const sealed = await joined(seal(writeCopy(inBatches(rows), head), passphrase));
const lines = sealed.trimEnd().split('\n');
const chunks = lines.length - 2;

async function read(text: string, phrase = passphrase) {
  const copy = await openCopy(bytes(text, 50_000), phrase);
  const found: unknown[] = [];
  for await (const batch of copy.batches) found.push(...batch);
  return { rows: found, ending: copy.ending() };
}

/** The same file with its lines in another order, or others; the first has no comma before it. */
const withChunks = (order: (string | undefined)[]): string =>
  [
    lines[0],
    ...order.map((line, at) => (at === 0 ? '' : ',') + (line ?? '').replace(/^,/, '')),
    lines.at(-1),
    '',
  ].join('\n');

describe('a sealed copy', () => {
  test('is JSON that tells nothing of what is in it', () => {
    expect(chunks).toBeGreaterThanOrEqual(5);
    const parsed = JSON.parse(sealed);
    expect(Object.keys(parsed)).toEqual(['app', 'format', 'sealed', 'chunks', 'foot']);
    expect(parsed.sealed).toMatchObject({
      kdf: 'PBKDF2-SHA-256',
      iterations: 600_000,
      cipher: 'AES-256-GCM',
    });
    for (const word of ['Rilis', 'kota-bogor', 'mesin', 'Windows', '2026-11'])
      expect(sealed).not.toContain(word);
  });

  test('gives back what was put in, with the passphrase alone', async () => {
    const { rows: found, ending } = await read(sealed);
    expect(found).toEqual(JSON.parse(JSON.stringify(rows)));
    expect(ending).toEqual({ whole: true, damaged: 0 });
    await expect(read(sealed, '')).rejects.toMatchObject({ reason: 'sealed' });
    for (const wrong of ['hujan di Bogor tiap sor', 'Hujan di Bogor tiap sore', `${passphrase} `]) {
      await expect(read(sealed, wrong)).rejects.toMatchObject({ reason: 'wrong-passphrase' });
    }
  });

  test('opens with a letter that another keyboard writes in two parts', async () => {
    const other = await joined(seal(writeCopy(inBatches([]), head), 'kafé di Bogor'.normalize('NFC')));
    expect((await read(other, 'kafé di Bogor'.normalize('NFD'))).ending.whole).toBe(true);
  });

  test('can be opened by any program from what its head says', () => {
    const parsed = JSON.parse(sealed);
    const of = (text: string) => Buffer.from(text, 'base64');
    const key = pbkdf2Sync(passphrase, of(parsed.sealed.salt), parsed.sealed.iterations, 32, 'sha256');
    let text = '';
    for (const [number, chunk] of (parsed.chunks as string[]).entries()) {
      const place = Buffer.alloc(4);
      place.writeUInt32BE(number);
      const cipher = createDecipheriv('aes-256-gcm', key, Buffer.concat([of(parsed.sealed.prefix), place]));
      cipher.setAAD(Buffer.from(`Jubir 1 ${number} ${number === chunks - 1 ? 'last' : 'more'}`));
      cipher.setAuthTag(of(chunk).subarray(-16));
      text += Buffer.concat([cipher.update(of(chunk).subarray(0, -16)), cipher.final()]).toString('latin1');
    }
    expect(Buffer.from(text, 'latin1').toString('utf8')).toBe(open);
  });

  test('never uses a salt or an IV twice', async () => {
    const again = JSON.parse(await joined(seal(writeCopy(inBatches(rows), head), passphrase)));
    const first = JSON.parse(sealed);
    expect(again.sealed.salt).not.toBe(first.sealed.salt);
    expect(again.sealed.prefix).not.toBe(first.sealed.prefix);
    expect(new Set([...again.chunks, ...first.chunks]).size).toBe(2 * chunks);
  });
});

describe('a sealed copy that was touched', () => {
  const all = lines.slice(1, -1);
  const swap = (a: number, b: number) => all.map((_, at) => all[at === a ? b : at === b ? a : at]);

  test.each([
    ['exchanged', swap(1, 2), 1],
    ['exchanged at the end', swap(chunks - 2, chunks - 1), chunks - 2],
    ['left out', all.filter((_, at) => at !== 2), 2],
    ['doubled', [...all.slice(0, 2), all[1], ...all.slice(2)], 2],
    ['cut off at a chunk', all.slice(0, 3), 2],
    ['cut off before the last', all.slice(0, -1), chunks - 2],
    ['continued', [...all, all[0]], chunks - 1],
  ])('with chunks %s gives what stood before, and says that it is not whole', async (_, order, sound) => {
    const { rows: found, ending } = await read(withChunks(order));
    expect(ending.whole).toBe(false);
    expect(found).toEqual(JSON.parse(JSON.stringify(rows)).slice(0, found.length));
    const share = found.length / rows.length;
    expect(share).toBeGreaterThanOrEqual((sound - 1) / chunks - 0.05);
    expect(found.length).toBeLessThan(rows.length);
  });

  test('with its end gone gives every chunk that is there', async () => {
    const { rows: found, ending } = await read([...lines.slice(0, 4), ''].join('\n'));
    expect(ending.whole).toBe(false);
    expect(found.length).toBeGreaterThan(rows.length / chunks);
    const torn = await read(sealed.slice(0, sealed.length * 0.6));
    expect(torn.ending.whole).toBe(false);
    expect(torn.rows.length).toBeGreaterThan(0);
  });

  test('in a single bit gives nothing of that chunk or after it', async () => {
    for (const at of [0, 1, chunks - 1]) {
      const line = all[at] ?? '';
      const middle = line.length >> 1;
      const changed = line.slice(0, middle) + (line[middle] === 'A' ? 'B' : 'A') + line.slice(middle + 1);
      const touched = withChunks(all.map((each, place) => (place === at ? changed : each)));
      const result = read(touched);
      if (at === 0) await expect(result).rejects.toMatchObject({ reason: 'not-ours' });
      else expect((await result).ending.whole).toBe(false);
    }
  });

  test('in its parameters is no copy, and costs no time', async () => {
    const parsed = JSON.parse(sealed);
    const changes = [
      { iterations: 1e9 },
      { iterations: 0 },
      { iterations: '600000' },
      { kdf: 'MD5' },
      { cipher: 'none' },
      { salt: 'AA==' },
      { prefix: '' },
      { proof: 7 },
    ];
    for (const change of changes) {
      const text = JSON.stringify({ ...parsed, sealed: { ...parsed.sealed, ...change } });
      await expect(read(text), JSON.stringify(change)).rejects.toMatchObject({ reason: 'not-ours' });
    }
    const salt = Buffer.alloc(16).toString('base64');
    const other = JSON.stringify({ ...parsed, sealed: { ...parsed.sealed, salt } });
    await expect(read(other)).rejects.toMatchObject({ reason: 'wrong-passphrase' });
  });

  test('by a copy that is open inside of a sealed head is no copy', async () => {
    const parsed = JSON.parse(sealed);
    await expect(read(JSON.stringify({ ...parsed, chunks: ['', 5, null] }))).rejects.toMatchObject({
      reason: 'not-ours',
    });
  });
});
