/** The 256 steps of a CRC-32, polynomial 0xEDB88320. */
const steps = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

const encoder = new TextEncoder();

/**
 * CRC-32 of a text's UTF-8 bytes, as in gzip (RFC 1952): it finds damage, not forgery, and unlike WebCrypto's hashes
 * it can be carried on piece by piece.
 * @param before what this function gave for all that came before
 */
export function crc32(text: string, before = 0): number {
  let crc = ~before;
  for (const byte of encoder.encode(text)) crc = (steps[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
}

/** Eight hexadecimal digits. */
export const hex = (crc: number): string => crc.toString(16).padStart(8, '0');
