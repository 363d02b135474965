import { correction, generate } from 'lean-qr';

/** A QR code as rows of dark (true) and light modules, without the light margin around it. */
export interface QrCode {
  size: number;
  rows: boolean[][];
}

/** The light margin that ISO/IEC 18004 asks for, in modules. */
export const quietZone = 4;

/** A code of a higher version would be larger than a card has room for; what it holds in bytes, by correction level. */
const largest = { version: 10, bytes: { M: 213, L: 271 } };

/** The QR code of an address, at correction level M where that fits and L else; null for one that is too long. */
export function qrCode(address: string): QrCode | null {
  // As the browser writes it: ASCII alone, which every reader understands.
  const { href } = new URL(address);
  const level = (['M', 'L'] as const).find((each) => href.length <= largest.bytes[each]);
  if (!level) return null;
  const bitmap = generate(href, { minCorrectionLevel: correction[level], maxVersion: largest.version });
  const along = Array.from({ length: bitmap.size }, (_, at) => at);
  return { size: bitmap.size, rows: along.map((y) => along.map((x) => bitmap.get(x, y))) };
}

/** An address as a person would type it: without scheme, `www.` and a slash at its end. */
export const shortLink = (address: string): string =>
  address.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/[/?#]+$/, '');

/** Where it leads, as short as that can be said. */
export const hostOf = (address: string): string => new URL(address).host.replace(/^www\./, '');
