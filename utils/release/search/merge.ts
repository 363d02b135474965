import { Numbers } from './bytes.ts';
import { findDoc, idOf, type Segment } from './layout.ts';
import { type DocHead, fullLength, SegmentWriter } from './pack.ts';
import { readPostings } from './postings.ts';
import { compareTerms, termBytes } from './terms.ts';

/**
 * Which documents of each segment are out of date: a newer segment holds the release again, or says that it is gone.
 * @param segments oldest first
 * @returns per segment 1 for each document that is out of date, or null where none is
 */
export function outdated(segments: readonly Segment[]): (Uint8Array | null)[] {
  const dead: (Uint8Array | null)[] = segments.map(() => null);
  const strike = (before: number, high: number, low: number): void => {
    for (let at = 0; at < before; at++) {
      const older = segments[at];
      const doc = older ? findDoc(older, high, low) : -1;
      if (!older || doc < 0) continue;
      const marks = dead[at] ?? new Uint8Array(older.docs);
      marks[doc] = 1;
      dead[at] = marks;
    }
  };
  for (const [at, { docs, idHigh, idLow, removedHigh, removedLow }] of segments.entries()) {
    if (at === 0) continue;
    for (let doc = 0; doc < docs; doc++) strike(at, idHigh[doc] ?? 0, idLow[doc] ?? 0);
    for (let gone = 0; gone < removedHigh.length; gone++) {
      strike(at, removedHigh[gone] ?? 0, removedLow[gone] ?? 0);
    }
  }
  return dead;
}

/**
 * Merges segments that follow each other in age into one.
 * @param segments oldest first
 * @param last there is no older segment: nothing is left that the removals could concern
 * @param isKept whether a release is still in the archive
 */
export function mergeSegments(
  segments: readonly Segment[],
  last: boolean,
  isKept: (id: string) => boolean,
): ArrayBuffer {
  const dead = outdated(segments);
  const docs: { segment: number; doc: number; head: DocHead }[] = [];
  for (const [at, segment] of segments.entries()) {
    for (let doc = 0; doc < segment.docs; doc++) {
      if (dead[at]?.[doc] || !isKept(idOf(segment, doc))) continue;
      docs.push({ segment: at, doc, head: headOf(segment, doc) });
    }
  }
  docs.sort((a, b) => a.head.high - b.head.high || a.head.low - b.head.low);
  const renumbered = segments.map((segment) => new Int32Array(segment.docs).fill(-1));
  for (const [now, { segment, doc }] of docs.entries()) {
    const numbers = renumbered[segment];
    if (numbers) numbers[doc] = now;
  }
  const writer = new SegmentWriter(docs.map(({ head }) => head));
  mergeTerms(segments, renumbered, writer);
  const heads = docs.map(({ head }) => head);
  const words = {
    title: heads.reduce((sum, { titleLength }) => sum + titleLength, 0),
    body: Math.round(heads.reduce((sum, { bodyLength }) => sum + fullLength(bodyLength), 0)),
  };
  return writer.done(last ? [] : removals(segments), words);
}

/** Walks all lists of terms side by side, always at the smallest. */
function mergeTerms(segments: readonly Segment[], renumbered: Int32Array[], writer: SegmentWriter): void {
  const next = segments.map(() => 0);
  const found = new Numbers();
  for (;;) {
    let smallest: Uint8Array | null = null;
    let among: number[] = [];
    for (const [at, segment] of segments.entries()) {
      const term = next[at] ?? 0;
      if (term >= segment.terms) continue;
      const bytes = termBytes(segment, term);
      const order = smallest ? compareTerms(bytes, smallest) : -1;
      if (order < 0) {
        smallest = bytes;
        among = [at];
      } else if (order === 0) among.push(at);
    }
    if (!smallest) return;
    found.clear();
    for (const at of among) {
      const segment = segments[at];
      const numbers = renumbered[at];
      const term = next[at] ?? 0;
      next[at] = term + 1;
      if (!segment || !numbers) continue;
      readPostings(
        segment.posts,
        segment.postStart[term] ?? 0,
        segment.postStart[term + 1] ?? 0,
        numbers,
        found,
      );
    }
    const postings = found.done();
    writer.term(smallest, among.length > 1 ? postings.sort() : postings);
  }
}

function headOf(segment: Segment, doc: number): DocHead {
  return {
    high: segment.idHigh[doc] ?? 0,
    low: segment.idLow[doc] ?? 0,
    name: segment.names[doc] ?? null,
    source: segment.sources[segment.source[doc] ?? 0] ?? '',
    minute: segment.minute[doc] ?? 0,
    day: segment.day[doc] ?? 0,
    titleLength: segment.titleLength[doc] ?? 0,
    bodyLength: segment.bodyLength[doc] ?? 0,
  };
}

function removals(segments: readonly Segment[]): [number, number][] {
  const keys = new Map<string, [number, number]>();
  for (const { removedHigh, removedLow } of segments) {
    for (const [at, high] of removedHigh.entries()) {
      const low = removedLow[at] ?? 0;
      keys.set(`${high} ${low}`, [high, low]);
    }
  }
  return [...keys.values()];
}
