const SIGNATURES: readonly [type: string, offset: number, bytes: string][] = [
  ['image/png', 0, '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/gif', 0, 'GIF8'],
  ['image/webp', 8, 'WEBP'],
  ['image/avif', 4, 'ftypavif'],
  ['image/bmp', 0, 'BM'],
];

/**
 * The media type that a picture's first bytes show, or null where they show none that we scale. Servers
 * mislabel pictures, and an attacker would; the bytes decide. Signatures: https://mimesniff.spec.whatwg.org/#image-type-pattern-matching-algorithm
 */
export function pictureType(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  const match = SIGNATURES.find(([, offset, signature]) => head.startsWith(signature, offset));
  return match?.[0] ?? null;
}
