import { isObject } from '../source/json.ts';
import { signedBytes } from './canonical.ts';
import { FeedError } from './caption-feed.ts';

/** Ed25519 (RFC 8032) by WebCrypto: https://www.w3.org/TR/webcrypto-2/#ed25519 */
const algorithm = 'Ed25519';

/** Bytes of a signature. */
const signatureBytes = 64;

/** A new pair of keys, each in base64: the public one as 32 raw bytes, the private one as PKCS #8. */
export interface KeyPair {
  publicKey: string;
  privateKey: string;
}

/**
 * Makes a pair of keys.
 * @throws FeedError `no-ed25519`
 */
export async function makeKeys(): Promise<KeyPair> {
  const pair = await ed25519(() => crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']));
  if (!('publicKey' in pair)) throw new FeedError('no-ed25519', 'no pair of keys came');
  const [publicKey, privateKey] = await Promise.all([
    crypto.subtle.exportKey('raw', pair.publicKey),
    crypto.subtle.exportKey('pkcs8', pair.privateKey),
  ]);
  return { publicKey: toBase64(publicKey), privateKey: toBase64(privateKey) };
}

/**
 * The signature of a feed, in base64.
 * @param privateKey PKCS #8 in base64
 * @throws FeedError `no-ed25519`
 */
export async function sign(feed: unknown, privateKey: string): Promise<string> {
  const bytes = signedBytes(feed);
  const key = await ed25519(() =>
    crypto.subtle.importKey('pkcs8', fromBase64(privateKey) ?? new Uint8Array(), algorithm, false, ['sign']),
  );
  return toBase64(await crypto.subtle.sign(algorithm, key, bytes));
}

/**
 * Checks that a feed, as it was parsed, carries this key's signature of exactly what it says.
 * @param publicKey 32 bytes in base64
 * @throws FeedError `unsigned`, `forged`, `no-ed25519` or `unreadable`
 */
export async function verify(feed: unknown, publicKey: string): Promise<void> {
  const extension = isObject(feed) && isObject(feed._jubir) ? feed._jubir : {};
  const { signature } = extension;
  if (signature === undefined || signature === '') throw new FeedError('unsigned', 'a key is set');
  const given = typeof signature === 'string' ? fromBase64(signature) : null;
  if (given?.byteLength !== signatureBytes) throw new FeedError('forged', 'no signature of 64 bytes');
  const bytes = signedBytes(feed);
  const key = await ed25519(() =>
    crypto.subtle.importKey('raw', fromBase64(publicKey) ?? new Uint8Array(), algorithm, false, ['verify']),
  );
  if (!(await crypto.subtle.verify(algorithm, key, given, bytes))) {
    throw new FeedError('forged', 'the signature is not of this content by this key');
  }
}

/** A browser that does not know the algorithm says `NotSupportedError`; any other failure is told as it is. */
async function ed25519<Value>(job: () => Promise<Value>): Promise<Value> {
  try {
    return await job();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotSupportedError') {
      throw new FeedError('no-ed25519', 'this browser has no Ed25519', { cause: error });
    }
    throw error;
  }
}

function toBase64(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)));
}

/** Null where it is no base64. */
function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length > 1_024 || !/^[A-Za-z\d+/]+={0,2}$/.test(text) || text.length % 4 !== 0) return null;
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
