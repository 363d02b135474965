import type { Bytes, Numbers } from './bytes.ts';

/**
 * Where a term stands: per document its number, whether the title has the term, and how often the body has it.
 *
 * In memory that is one number, so that sorting numbers sorts documents: document × 512 + often × 2 + title. Stored it
 * is the distance from the document before × 4 + 2 if "often" is not 1 and follows as a byte + 1 if in the title: one
 * byte for most postings of frequent words.
 */

/** How often is counted up to here: nobody but a spammer says a word 255 times. */
const MOST_OFTEN = 255;

/** A posting in memory, in 32 bits: an archive may have 8 million releases. */
export function posting(doc: number, often: number, title: boolean): number {
  return doc * 512 + Math.min(often, MOST_OFTEN) * 2 + (title ? 1 : 0);
}

/** Stores postings, sorted by document. */
export function writePostings(sorted: Uint32Array, into: Bytes): void {
  let before = 0;
  for (const each of sorted) {
    const doc = each >>> 9;
    const often = (each >>> 1) & 255;
    into.varint((doc - before) * 4 + (often === 1 ? 0 : 2) + (each & 1));
    if (often !== 1) into.byte(often);
    before = doc;
  }
}

/**
 * Reads stored postings, with documents renumbered.
 * @param renumbered the new number of each document, or -1 for one that is gone
 */
export function readPostings(
  bytes: Uint8Array,
  from: number,
  to: number,
  renumbered: Int32Array,
  into: Numbers,
): void {
  let at = from;
  let doc = 0;
  while (at < to) {
    let byte = bytes[at++] ?? 0;
    let value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++] ?? 0;
      value |= (byte & 127) << shift;
    }
    doc += value >>> 2;
    const often = value & 2 ? (bytes[at++] ?? 0) : 1;
    const now = renumbered[doc] ?? -1;
    if (now >= 0) into.push(posting(now, often, (value & 1) === 1));
  }
}
