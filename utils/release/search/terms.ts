import { hash, type Segment } from './layout.ts';
import { stem } from './stem.ts';

/** The bytes of a term, where they lie. */
export function termBytes(segment: Segment, term: number): Uint8Array {
  return segment.termBytes.subarray(segment.termStart[term] ?? 0, segment.termStart[term + 1] ?? 0);
}

/** Below zero where `a` comes first, zero where they are the same. */
export function compareTerms(a: Uint8Array, b: Uint8Array): number {
  const shorter = Math.min(a.length, b.length);
  for (let at = 0; at < shorter; at++) {
    const order = (a[at] ?? 0) - (b[at] ?? 0);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** The number of the first term that does not come before those bytes. */
function firstFrom(segment: Segment, bytes: Uint8Array): number {
  let from = 0;
  let to = segment.terms;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (compareTerms(termBytes(segment, middle), bytes) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The terms that begin with a text: from the first, up to but not with the second. */
export function rangeOf(segment: Segment, prefix: string): [from: number, to: number] {
  const bytes = new TextEncoder().encode(prefix);
  const from = firstFrom(segment, bytes);
  // No byte of UTF-8 is 255, so this comes behind everything that begins with the prefix.
  const behind = new Uint8Array(bytes.length + 1).fill(255);
  behind.set(bytes);
  return [from, firstFrom(segment, behind)];
}

/** The number of exactly that term, or -1. */
export function findTerm(segment: Segment, term: string): number {
  const bytes = new TextEncoder().encode(term);
  const at = firstFrom(segment, bytes);
  return at < segment.terms && compareTerms(termBytes(segment, at), bytes) === 0 ? at : -1;
}

const decoder = new TextDecoder();

/** The terms whose stem is `root`, itself among them. */
export function termsWithStem(segment: Segment, root: string): number[] {
  const { stemHash, stemTerm } = segment;
  const wanted = hash(root);
  let from = 0;
  let to = stemHash.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((stemHash[middle] ?? 0) < wanted) from = middle + 1;
    else to = middle;
  }
  const found: number[] = [];
  for (let at = from; stemHash[at] === wanted; at++) {
    const term = stemTerm[at] ?? 0;
    // Two stems can share a hash; the term itself tells.
    if (stem(decoder.decode(termBytes(segment, term))) === root) found.push(term);
  }
  const itself = findTerm(segment, root);
  if (itself >= 0) found.push(itself);
  return found;
}
