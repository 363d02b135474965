import { BadValue, fields, oneOf, text } from './check.ts';
import { BackupError } from './errors.ts';
import { damaged, type LongList, writeList } from './list.ts';

/**
 * A copy under a passphrase: the very file of `file.ts`, cut into chunks, each encrypted with AES-256-GCM. A chunk's
 * place and whether it is the last are authenticated with it, so chunks that were exchanged, doubled, left out or cut
 * off are found (the STREAM construction: Hoang, Reyhanitabar, Rogaway and Vizár, "Online Authenticated-Encryption and
 * its Nonce-Reuse Misuse-Resistance", 2015).
 */

/** Rounds of PBKDF2-HMAC-SHA-256: OWASP's Password Storage Cheat Sheet, 2023. */
const iterations = 600_000;
/** A file that asks for more would only keep this machine busy. */
const mostIterations = 10_000_000;
/** Bytes of a chunk before it is encrypted. */
const chunkBytes = 128 * 1024;
/** Bytes of the salt, and of what every IV of one file begins with; its other four are the chunk's number. */
const saltBytes = 16;
const prefixBytes = 8;
/** The number that no chunk has: it proves the passphrase, on nothing at all. */
const proofNumber = 0xffff_ffff;

/** Fewer characters are soon guessed, however slow each guess is made. */
export const shortestPassphrase = 10;

const encoder = new TextEncoder();

interface Lock {
  key: CryptoKey;
  prefix: Uint8Array<ArrayBuffer>;
}

/** Encrypts a copy, in pieces. */
export async function* seal(copy: AsyncIterable<string>, passphrase: string): AsyncGenerator<string> {
  const salt = crypto.getRandomValues(new Uint8Array(saltBytes));
  const prefix = crypto.getRandomValues(new Uint8Array(prefixBytes));
  const lock = { key: await keyFrom(passphrase, salt, iterations), prefix };
  const sealed = {
    ...{ kdf: 'PBKDF2-SHA-256', iterations, salt: toBase64(salt) },
    ...{ cipher: 'AES-256-GCM', prefix: toBase64(prefix) },
    proof: toBase64(await encrypt(lock, proofNumber, 'proof', new Uint8Array())),
  };
  let count = 0;
  async function* chunks(): AsyncGenerator<string> {
    for await (const { bytes, isLast } of cut(copy)) {
      yield JSON.stringify(toBase64(await encrypt(lock, count, isLast ? 'last' : 'more', bytes)));
      count += 1;
    }
  }
  yield* writeList({ app: 'Jubir', format: 1, sealed }, 'chunks', chunks(), () => ({ chunks: count }));
}

/** Whether a file is under a passphrase. */
export const isSealed = ({ head }: LongList): boolean => head.sealed !== undefined;

/**
 * The bytes of the copy in a sealed file, up to the first chunk that is not as it was written.
 * @throws BackupError `sealed`, `wrong-passphrase`, or `not-ours` where the file does not say how it was sealed
 */
export async function unseal(list: LongList, passphrase: string): Promise<AsyncGenerator<Uint8Array>> {
  const { salt, prefix, rounds, proof } = readParameters(list.head.sealed);
  if (passphrase === '') throw new BackupError('sealed');
  const lock = { key: await keyFrom(passphrase, salt, rounds), prefix };
  if (!(await decrypt(lock, proofNumber, 'proof', proof))) throw new BackupError('wrong-passphrase');
  return opened(list, lock);
}

async function* opened(list: LongList, lock: Lock): AsyncGenerator<Uint8Array> {
  let held: Uint8Array<ArrayBuffer> | null = null;
  let number = 0;
  for await (const item of list.items) {
    const bytes = item === damaged ? null : fromBase64(item);
    if (held) {
      const plain = await decrypt(lock, number, 'more', held);
      if (!plain) return;
      yield plain;
      number += 1;
    }
    held = bytes;
    if (!held) return;
  }
  if (!held) return;
  // Of a file that was cut off, the last chunk that is there is not the last that was written.
  const plain = await decrypt(lock, number, list.foot() === undefined ? 'more' : 'last', held);
  if (plain) yield plain;
}

async function* cut(
  copy: AsyncIterable<string>,
): AsyncGenerator<{ bytes: Uint8Array<ArrayBuffer>; isLast: boolean }> {
  let chunk = new Uint8Array(chunkBytes);
  let filled = 0;
  for await (const piece of copy) {
    for (let rest = encoder.encode(piece); rest.length > 0; ) {
      if (filled === chunkBytes) {
        yield { bytes: chunk, isLast: false };
        [chunk, filled] = [new Uint8Array(chunkBytes), 0];
      }
      const fits = rest.subarray(0, chunkBytes - filled);
      chunk.set(fits, filled);
      filled += fits.length;
      rest = rest.subarray(fits.length);
    }
  }
  yield { bytes: chunk.slice(0, filled), isLast: true };
}

type Mark = 'more' | 'last' | 'proof';

const parameters = ({ prefix }: Lock, number: number, mark: Mark): AesGcmParams => {
  const iv = new Uint8Array(prefixBytes + 4);
  iv.set(prefix);
  new DataView(iv.buffer).setUint32(prefixBytes, number);
  return { name: 'AES-GCM', iv, additionalData: encoder.encode(`Jubir 1 ${number} ${mark}`) };
};

async function encrypt(
  lock: Lock,
  number: number,
  mark: Mark,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.encrypt(parameters(lock, number, mark), lock.key, bytes));
}

/** @returns null where it was not encrypted so, with this key, at this place */
async function decrypt(
  lock: Lock,
  number: number,
  mark: Mark,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt(parameters(lock, number, mark), lock.key, bytes));
  } catch (error) {
    // WebCrypto says no more than this of whatever is wrong.
    if (error instanceof DOMException && error.name === 'OperationError') return null;
    throw error;
  }
}

async function keyFrom(
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  rounds: number,
): Promise<CryptoKey> {
  // Two keyboards may write one letter in two ways.
  const typed = encoder.encode(passphrase.normalize('NFKC'));
  const material = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
  const kind = { name: 'AES-GCM', length: 256 };
  return crypto.subtle.deriveKey(derivation, material, kind, false, ['encrypt', 'decrypt']);
}

function readParameters(value: unknown) {
  try {
    const raw = fields(value);
    oneOf(raw.kdf, ['PBKDF2-SHA-256']);
    oneOf(raw.cipher, ['AES-256-GCM']);
    const rounds = raw.iterations;
    if (typeof rounds !== 'number' || !Number.isInteger(rounds) || rounds < 1 || rounds > mostIterations) {
      throw new BadValue('no number of rounds');
    }
    const salt = bytesIn(raw.salt, saltBytes);
    return { salt, prefix: bytesIn(raw.prefix, prefixBytes), rounds, proof: bytesIn(raw.proof, 16) };
  } catch (error) {
    if (error instanceof BadValue) throw new BackupError('not-ours');
    throw error;
  }
}

function bytesIn(value: unknown, length: number): Uint8Array<ArrayBuffer> {
  const bytes = fromBase64(text(value, 100));
  if (bytes?.length !== length) throw new BadValue('not so many bytes');
  return bytes;
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  // All at once would be more arguments than an engine takes.
  for (let at = 0; at < bytes.length; at += 8_192) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  }
  return btoa(binary);
}

function fromBase64(value: unknown): Uint8Array<ArrayBuffer> | null {
  if (typeof value !== 'string' || !/^[A-Za-z\d+/]*={0,2}$/.test(value) || value.length % 4 !== 0)
    return null;
  const binary = atob(value);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
