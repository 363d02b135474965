import type { Segment } from './layout.ts';
import type { Match } from './match.ts';
import { fullLength } from './pack.ts';

/** Okapi BM25's usual constants (Robertson and Zaragoza 2009): saturation, and how much a long body is discounted. */
const K1 = 1.2;
const B = 0.7;
/** What a word in the title adds, in units of what it can add at most in the body. */
const TITLE = 2.5;

/** Of a word's score, what the form as typed brings alone. */
const EXACT = 0.8;

/** How much a word tells that so many of all documents have. */
function rarityOf(all: number, some: number): number {
  return Math.log(1 + (all - some + 0.5) / (some + 0.5));
}

/** A segment among the others: its documents are numbered on from `base`. */
export interface Placed {
  segment: Segment;
  base: number;
}

/**
 * Adds up what each document of an archive scores for one query. The arrays are as long as the archive and are used
 * again for every query, so a search allocates next to nothing.
 */
export class Scores {
  /** What each document scored, and how many of the query's words it has. */
  readonly total: Float32Array;
  readonly words: Uint8Array;
  /** The documents that have any, `found` of them. */
  readonly docs: Uint32Array;
  found = 0;
  /** The number of the word at hand, from 1, and the last one that each document had. */
  private word = 0;
  private readonly lastWord: Uint8Array;
  private readonly size: number;
  private readonly often: Float32Array;
  private readonly inTitle: Float32Array;
  private readonly touched: Uint32Array;
  private readonly bodyNorm: Float32Array;
  private readonly titleNorm: Float32Array;

  constructor(size: number, words: { title: number; body: number }) {
    this.size = size;
    this.total = new Float32Array(size);
    this.words = new Uint8Array(size);
    this.lastWord = new Uint8Array(size);
    this.docs = new Uint32Array(size);
    this.often = new Float32Array(size);
    this.inTitle = new Float32Array(size);
    this.touched = new Uint32Array(size);
    const body = Math.max(1, words.body / Math.max(1, size));
    const title = Math.max(1, words.title / Math.max(1, size));
    const lengths = Array.from({ length: 256 }, (_, at) => at);
    this.bodyNorm = Float32Array.from(lengths, (at) => K1 * (1 - B + (B * fullLength(at)) / body));
    this.titleNorm = Float32Array.from(lengths, (at) => (TITLE * (K1 + 1)) / (1 + (0.5 * at) / title));
  }

  /** Forgets the query before. */
  clear(): void {
    for (let at = 0; at < this.found; at++) {
      const doc = this.docs[at] ?? 0;
      this.total[doc] = 0;
      this.words[doc] = 0;
      this.lastWord[doc] = 0;
    }
    this.found = 0;
    this.word = 0;
  }

  /**
   * Adds one word of the query: what is said exactly as typed counts by how rare that is, and together with the
   * word's other forms and longer words once more; in titles by how rare it is there.
   * @param matches the terms that it means, for each segment
   */
  addWord(placed: readonly Placed[], matches: readonly (readonly Match[])[]): void {
    this.nextWord();
    const exact = matches.map((each) => each.filter(({ weight }) => weight === 1));
    const others = matches.map((each) => each.filter(({ weight }) => weight < 1));
    const mixed = others.some(({ length }) => length > 0);
    let touched = this.collectAll(placed, exact, 0);
    if (touched > 0) this.foldAll(placed, touched, mixed ? EXACT : 1);
    if (mixed) {
      const share = touched > 0 ? 1 - EXACT : 1;
      touched = this.collectAll(placed, others, touched);
      this.foldAll(placed, touched, share);
    }
    for (let at = 0; at < touched; at++) {
      const doc = this.touched[at] as number;
      this.often[doc] = 0;
      this.inTitle[doc] = 0;
    }
  }

  private collectAll(
    placed: readonly Placed[],
    matches: readonly (readonly Match[])[],
    before: number,
  ): number {
    let touched = before;
    for (const [at, { segment, base }] of placed.entries()) {
      for (const { term, weight } of matches[at] ?? []) {
        touched = this.collect(segment, base, term, weight, touched);
      }
    }
    return touched;
  }

  private foldAll(placed: readonly Placed[], touched: number, share: number): void {
    const rarity = share * rarityOf(this.size, touched);
    const titleRarity = share * rarityOf(this.size, this.countTitles(touched));
    let place = placed[0];
    for (let at = 0; at < touched; at++) {
      const doc = this.touched[at] as number;
      // Documents of one segment stand together, by one word or by some.
      if (place && (doc < place.base || doc >= place.base + place.segment.docs)) {
        place = placed.find(({ segment, base }) => doc >= base && doc < base + segment.docs);
      }
      if (place) this.fold(place.segment, place.base, doc, rarity, titleRarity);
    }
  }

  /** What is included from here on has another word. */
  nextWord(): void {
    this.word++;
  }

  /** Notes that a document has the word at hand, once for each word. */
  include(doc: number): void {
    if (this.lastWord[doc] === this.word) return;
    if (this.lastWord[doc] === 0) this.docs[this.found++] = doc;
    this.lastWord[doc] = this.word;
    this.words[doc] = (this.words[doc] as number) + 1;
  }

  private countTitles(touched: number): number {
    let titles = 0;
    for (let at = 0; at < touched; at++) {
      if ((this.inTitle[this.touched[at] as number] as number) > 0) titles++;
    }
    return titles;
  }

  private collect(segment: Segment, base: number, term: number, weight: number, before: number): number {
    const { posts, postStart } = segment;
    const { often, inTitle, touched } = this;
    const to = postStart[term + 1] ?? 0;
    let at = postStart[term] ?? 0;
    let doc = base;
    let count = before;
    while (at < to) {
      let byte = posts[at++] as number;
      let value = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = posts[at++] as number;
        value |= (byte & 127) << shift;
      }
      doc += value >>> 2;
      const times = value & 2 ? (posts[at++] as number) : 1;
      if (often[doc] === 0 && inTitle[doc] === 0) touched[count++] = doc;
      often[doc] = (often[doc] as number) + weight * times;
      if (value & 1 && (inTitle[doc] as number) < weight) inTitle[doc] = weight;
    }
    return count;
  }

  private fold(segment: Segment, base: number, doc: number, rarity: number, titleRarity: number): void {
    const often = this.often[doc] as number;
    const inTitle = this.inTitle[doc] as number;
    const body =
      ((K1 + 1) * often) / (often + (this.bodyNorm[segment.bodyLength[doc - base] as number] as number));
    const title = inTitle * (this.titleNorm[segment.titleLength[doc - base] as number] as number);
    this.include(doc);
    this.total[doc] = (this.total[doc] as number) + rarity * body + titleRarity * title;
  }
}
