/**
 * One segment of the index is one ArrayBuffer: a header of numbers, then arrays that are read where they lie. Loading
 * it is making views; nothing is parsed or copied. Numbers are little-endian, as on every machine that browsers run on.
 */

/** Raised when words, stems or this layout change: segments of another format are dropped and built anew. */
export const FORMAT = 1;
const MAGIC = 0x6a756269;

/** The arrays of a segment in their order, with the bytes of one element. */
const SECTIONS = {
  idHigh: 4,
  idLow: 4,
  minute: 4,
  removedHigh: 4,
  removedLow: 4,
  termStart: 4,
  postStart: 4,
  stemHash: 4,
  stemTerm: 4,
  day: 2,
  source: 2,
  titleLength: 1,
  bodyLength: 1,
  texts: 1,
  termBytes: 1,
  posts: 1,
} as const;

type Section = keyof typeof SECTIONS;
const names = Object.keys(SECTIONS) as Section[];
const HEADER = 4;

type ArrayOf<Bytes> = Bytes extends 4 ? Uint32Array : Bytes extends 2 ? Uint16Array : Uint8Array;
/** The arrays of a segment. Documents and terms are numbered in the order of their sorted keys. */
export type Sections = { [Name in Section]: ArrayOf<(typeof SECTIONS)[Name]> };

/** Words that are no numbers: who publishes, and ids that are not 16 hexadecimal digits. */
interface Texts {
  sources: string[];
  names: Record<number, string>;
}

/** A segment, ready to be searched. */
export interface Segment extends Sections, Texts {
  docs: number;
  terms: number;
  /** Words in all titles, and in all bodies, for the average. */
  titleWords: number;
  bodyWords: number;
}

/** Lays a segment out in one buffer. */
export function layOut(
  arrays: Omit<Sections, 'texts'>,
  texts: Texts,
  words: { title: number; body: number },
): ArrayBuffer {
  const all: Sections = { ...arrays, texts: new TextEncoder().encode(JSON.stringify(texts)) };
  let size = (HEADER + names.length * 2) * 4;
  const starts = names.map((name) => {
    const start = size;
    size += (all[name].byteLength + 3) & ~3;
    return start;
  });
  const buffer = new ArrayBuffer(size);
  const header = new Uint32Array(buffer, 0, HEADER + names.length * 2);
  header.set([MAGIC, FORMAT, words.title, words.body]);
  for (const [at, name] of names.entries()) {
    const part = all[name];
    const start = starts[at] ?? 0;
    header.set([start, part.length], HEADER + at * 2);
    new Uint8Array(buffer, start, part.byteLength).set(
      new Uint8Array(part.buffer, part.byteOffset, part.byteLength),
    );
  }
  return buffer;
}

/**
 * The views on a segment.
 * @returns null for a buffer of another format or a damaged one
 */
export function openSegment(buffer: ArrayBuffer): Segment | null {
  if (buffer.byteLength < (HEADER + names.length * 2) * 4) return null;
  const header = new Uint32Array(buffer, 0, HEADER + names.length * 2);
  if (header[0] !== MAGIC || header[1] !== FORMAT) return null;
  const views: Partial<Record<Section, Uint32Array | Uint16Array | Uint8Array>> = {};
  for (const [at, name] of names.entries()) {
    const start = header[HEADER + at * 2] ?? 0;
    const length = header[HEADER + at * 2 + 1] ?? 0;
    const bytes = SECTIONS[name];
    if (start + length * bytes > buffer.byteLength) return null;
    const View = bytes === 4 ? Uint32Array : bytes === 2 ? Uint16Array : Uint8Array;
    views[name] = new View(buffer, start, length);
  }
  const sections = views as Sections;
  const texts = JSON.parse(new TextDecoder().decode(sections.texts)) as Texts;
  return {
    ...sections,
    ...texts,
    docs: sections.idHigh.length,
    terms: sections.termStart.length - 1,
    titleWords: header[2] ?? 0,
    bodyWords: header[3] ?? 0,
  };
}

/** The two halves of a release's id; an id that is not 16 hexadecimal digits is hashed, and kept beside as it is. */
export function keyOf(id: string): [high: number, low: number] {
  if (isPlainId(id)) return [Number.parseInt(id.slice(0, 8), 16), Number.parseInt(id.slice(8), 16)];
  return [hash(id, 0x811c9dc5), hash(id, 0x01234567)];
}

/** Whether an id is what `identity.ts` makes: then its key says it all. */
export function isPlainId(id: string): boolean {
  return /^[\da-f]{16}$/.test(id);
}

/** The id of a document. */
export function idOf(segment: Segment, doc: number): string {
  const hex = (half: Uint32Array) => (half[doc] ?? 0).toString(16).padStart(8, '0');
  return segment.names[doc] ?? hex(segment.idHigh) + hex(segment.idLow);
}

/** The document with that key, or -1. */
export function findDoc(segment: Segment, high: number, low: number): number {
  const { idHigh, idLow } = segment;
  let from = 0;
  let to = segment.docs - 1;
  while (from <= to) {
    const middle = (from + to) >> 1;
    const order = (idHigh[middle] ?? 0) - high || (idLow[middle] ?? 0) - low;
    if (order === 0) return middle;
    if (order < 0) from = middle + 1;
    else to = middle - 1;
  }
  return -1;
}

/** FNV-1a, 32 bits, over UTF-16 units (http://www.isthe.com/chongo/tech/comp/fnv/). */
export function hash(text: string, basis = 0x811c9dc5): number {
  let value = basis;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}
