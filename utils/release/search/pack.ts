import { Bytes, Numbers } from './bytes.ts';
import { hash, isPlainId, keyOf, layOut } from './layout.ts';
import { posting, writePostings } from './postings.ts';
import { stem } from './stem.ts';
import { isCommon, wordsOf } from './words.ts';

/** What the index holds of a release. */
export interface IndexDoc {
  id: string;
  sourceId: string;
  title: string;
  body: readonly string[];
  /** For freshness: minutes since 1970 of its date, or of its first sight where it has none. */
  minute: number;
  /** Days since 1970 in the city when it was published; 0 where the city gave no date. */
  day: number;
}

/** Words of one body that are indexed: ten times the longest release seen. */
const MOST_WORDS = 8_000;

/** What a segment says of a document beside its words. */
export interface DocHead {
  high: number;
  low: number;
  /** Only where the key does not say it all. */
  name: string | null;
  source: string;
  minute: number;
  day: number;
  titleLength: number;
  bodyLength: number;
}

/**
 * Packs releases into one segment.
 * @param removed ids of releases that older segments hold and that are gone
 */
export function packSegment(docs: readonly IndexDoc[], removed: readonly string[] = []): ArrayBuffer {
  // The last one wins where an id comes twice.
  const unique = [...new Map(docs.map((doc) => [doc.id, doc])).values()];
  const keyed = unique.map((doc) => ({ doc, key: keyOf(doc.id) }));
  keyed.sort((a, b) => a.key[0] - b.key[0] || a.key[1] - b.key[1]);
  const terms = new Map<string, number[]>();
  const heads: DocHead[] = [];
  const total = { title: 0, body: 0 };
  for (const [at, { doc, key }] of keyed.entries()) {
    const counted = countWords(doc);
    for (const [term, { often, title }] of counted.terms) {
      const list = terms.get(term);
      if (list) list.push(posting(at, often, title));
      else terms.set(term, [posting(at, often, title)]);
    }
    total.title += counted.title;
    total.body += counted.body;
    heads.push({
      high: key[0],
      low: key[1],
      name: isPlainId(doc.id) ? null : doc.id,
      source: doc.sourceId,
      minute: doc.minute,
      day: doc.day,
      titleLength: Math.min(counted.title, 255),
      bodyLength: shortLength(counted.body),
    });
  }
  const writer = new SegmentWriter(heads);
  // By UTF-16 units, which is by bytes as well: terms have no letters beyond the basic plane.
  for (const term of [...terms.keys()].sort()) {
    writer.term(new TextEncoder().encode(term), Uint32Array.from(terms.get(term) ?? []));
  }
  return writer.done(removed.map(keyOf), total);
}

/** A body's length in one byte, exact to about a tenth: 16 steps to each doubling. */
function shortLength(words: number): number {
  return Math.min(255, Math.round(16 * Math.log2(1 + words)));
}

/** The length that `shortLength` stood for. */
export function fullLength(short: number): number {
  return 2 ** (short / 16) - 1;
}

interface Count {
  often: number;
  title: boolean;
}

function countWords(doc: IndexDoc): { terms: Map<string, Count>; title: number; body: number } {
  const terms = new Map<string, Count>();
  let title = 0;
  let body = 0;
  for (const { term } of wordsOf(doc.title)) {
    title++;
    if (!isCommon(term)) terms.set(term, { often: 0, title: true });
  }
  for (const paragraph of doc.body) {
    for (const { term } of wordsOf(paragraph)) {
      if (body >= MOST_WORDS) return { terms, title, body };
      body++;
      if (isCommon(term)) continue;
      const count = terms.get(term);
      if (count) count.often++;
      else terms.set(term, { often: 1, title: false });
    }
  }
  return { terms, title, body };
}

/** Writes a segment: documents first, sorted by key, then its terms in the order of their bytes. */
export class SegmentWriter {
  private readonly heads: readonly DocHead[];
  private readonly termBytes = new Bytes();
  private readonly termStart = new Numbers();
  private readonly posts = new Bytes();
  private readonly postStart = new Numbers();
  /** Hash of the stem and number of the term, of terms that are not their own stem. */
  private readonly stems: [hash: number, term: number][] = [];
  private readonly decoder = new TextDecoder();

  constructor(heads: readonly DocHead[]) {
    this.heads = heads;
    this.termStart.push(0);
    this.postStart.push(0);
  }

  /** Adds the next term; one without postings is left out. */
  term(bytes: Uint8Array, sorted: Uint32Array): void {
    if (sorted.length === 0) return;
    const term = this.decoder.decode(bytes);
    const root = stem(term);
    if (root !== term) this.stems.push([hash(root), this.termStart.length - 1]);
    this.termBytes.push(bytes);
    this.termStart.push(this.termBytes.length);
    writePostings(sorted, this.posts);
    this.postStart.push(this.posts.length);
  }

  /** @param removed keys that are gone, in any order */
  done(removed: readonly [number, number][], words: { title: number; body: number }): ArrayBuffer {
    this.stems.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    const sources = [...new Set(this.heads.map(({ source }) => source))];
    const names: Record<number, string> = {};
    for (const [at, { name }] of this.heads.entries()) if (name !== null) names[at] = name;
    const all = (of: (head: DocHead) => number) => this.heads.map(of);
    return layOut(
      {
        idHigh: Uint32Array.from(all((head) => head.high)),
        idLow: Uint32Array.from(all((head) => head.low)),
        minute: Uint32Array.from(all((head) => head.minute)),
        day: Uint16Array.from(all((head) => head.day)),
        source: Uint16Array.from(all((head) => sources.indexOf(head.source))),
        titleLength: Uint8Array.from(all((head) => head.titleLength)),
        bodyLength: Uint8Array.from(all((head) => head.bodyLength)),
        removedHigh: Uint32Array.from(removed, ([high]) => high),
        removedLow: Uint32Array.from(removed, ([, low]) => low),
        termStart: this.termStart.done(),
        termBytes: this.termBytes.done(),
        postStart: this.postStart.done(),
        posts: this.posts.done(),
        stemHash: Uint32Array.from(this.stems, ([root]) => root),
        stemTerm: Uint32Array.from(this.stems, ([, term]) => term),
      },
      { sources, names },
      words,
    );
  }
}
