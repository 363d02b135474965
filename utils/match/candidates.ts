import { idOf, type Segment } from '../release/search/layout.ts';
import { outdated } from '../release/search/merge.ts';
import { fullLength } from '../release/search/pack.ts';
import { termsWithStem } from '../release/search/terms.ts';
import type { TextWord } from './news.ts';

/** Okapi BM25's constants for long queries: how fast repetition saturates, how much a long body is discounted. */
const K1 = 2;
const B = 0.7;
/** A word in the title counts like so many in the body. */
const TITLE = 2;
/** Words of a text that are looked for, the most telling first. */
const MOST_WORDS = 48;
/** Bytes of postings that one look may read once it has enough words: what it costs in a large archive. */
const MOST_BYTES = 160_000;
const ENOUGH_WORDS = 12;
/**
 * An archive of thirty releases cannot tell how rare a word is: so many more are imagined, in which ordinary words
 * stand as often as they do in Indonesian, and names hardly.
 */
const IMAGINED = 100;
const IMAGINED_SHARE = { ordinary: 0.03, word: 0.01, number: 0.01, name: 0.002 };

/** A release that shares words with a text. */
export interface Candidate {
  releaseId: string;
  /** Comparable within one look only. */
  score: number;
}

/** What the archive has for a text. */
export interface Look {
  /** Best first. */
  candidates: Candidate[];
  /** By stem, 0 to 1: how much a word tells in this archive. */
  rarity: ReadonlyMap<string, number>;
  /** What a release would score that had every word looked for, about. */
  possible: number;
  /** Releases in the index. */
  size: number;
}

/** The archive's index, asked with a whole text instead of a few words. Synchronous; holds three arrays, no texts. */
export class Candidates {
  private readonly placed: { segment: Segment; base: number; dead: Uint8Array | null; norm: Float32Array }[] =
    [];
  private readonly size: number;
  private readonly total: Float32Array;
  private readonly often: Float32Array;
  private readonly touched: Uint32Array;

  /** @param segments oldest first */
  constructor(segments: readonly Segment[]) {
    const dead = outdated(segments);
    const words = segments.reduce((sum, { bodyWords, titleWords }) => sum + bodyWords + titleWords, 0);
    const docs = segments.reduce((sum, segment) => sum + segment.docs, 0);
    const average = Math.max(1, words / Math.max(1, docs));
    let base = 0;
    for (const [at, segment] of segments.entries()) {
      const norm = Float32Array.from(
        segment.bodyLength,
        (length, doc) =>
          K1 * (1 - B + (B * (fullLength(length) + (segment.titleLength[doc] ?? 0))) / average),
      );
      this.placed.push({ segment, base, dead: dead[at] ?? null, norm });
      base += segment.docs;
    }
    this.size = base;
    this.total = new Float32Array(base);
    this.often = new Float32Array(base);
    this.touched = new Uint32Array(base);
  }

  /**
   * The releases that share most with a text.
   * @param limit how many are wanted
   */
  look(words: Iterable<TextWord>, limit: number): Look {
    const rarity = new Map<string, number>();
    let possible = 0;
    let spent = 0;
    let looked = 0;
    this.total.fill(0);
    for (const { word, terms, bytes } of this.ordered(words)) {
      if (looked >= MOST_WORDS || (looked >= ENOUGH_WORDS && spent + bytes > MOST_BYTES)) break;
      looked++;
      spent += bytes;
      const found = this.collect(terms);
      const tells = this.rarityOf(word, found);
      rarity.set(word.stem, tells);
      const weight = tells * tells * ((2 * word.count) / (word.count + 1));
      possible += weight * (K1 + 1);
      this.fold(found, weight);
    }
    return { candidates: this.best(limit), rarity, possible, size: this.size };
  }

  /** The words with their terms in each segment; those that are rarest, by the size of their postings, come first. */
  private ordered(words: Iterable<TextWord>) {
    const all = [...words].map((word) => {
      const terms = this.placed.map(({ segment }) => termsWithStem(segment, word.stem));
      let bytes = 0;
      for (const [at, { segment }] of this.placed.entries())
        for (const term of terms[at] ?? [])
          bytes += (segment.postStart[term + 1] ?? 0) - (segment.postStart[term] ?? 0);
      // A byte and a half stand for a release, about.
      const tells = this.rarityOf(word, bytes / 1.5) ** 2 * (word.count / (word.count + 1));
      return { word, terms, bytes, tells };
    });
    return all.sort((a, b) => b.tells - a.tells);
  }

  private rarityOf({ kind, ordinary }: TextWord, docs: number): number {
    const share = kind === 'word' && ordinary ? IMAGINED_SHARE.ordinary : IMAGINED_SHARE[kind];
    const all = this.size + IMAGINED;
    const some = Math.min(all, docs + IMAGINED * share);
    return Math.log(1 + (all - some + 0.5) / (some + 0.5)) / Math.log(1 + (all + 0.5) / 0.5);
  }

  /** Counts how often each document has one of these terms. @returns how many documents do */
  private collect(terms: readonly (readonly number[])[]): number {
    const { often, touched } = this;
    let count = 0;
    for (const [at, { segment, base }] of this.placed.entries()) {
      const { posts, postStart } = segment;
      for (const term of terms[at] ?? []) {
        const to = postStart[term + 1] ?? 0;
        let from = postStart[term] ?? 0;
        let doc = base;
        while (from < to) {
          let byte = posts[from++] as number;
          let value = byte & 127;
          for (let shift = 7; byte > 127; shift += 7) {
            byte = posts[from++] as number;
            value |= (byte & 127) << shift;
          }
          doc += value >>> 2;
          const times = value & 2 ? (posts[from++] as number) : 1;
          if (often[doc] === 0) touched[count++] = doc;
          often[doc] = (often[doc] as number) + times + (value & 1 ? TITLE : 0);
        }
      }
    }
    return count;
  }

  private fold(found: number, weight: number): void {
    const { often, touched, total } = this;
    let place = this.placed[0];
    for (let at = 0; at < found; at++) {
      const doc = touched[at] as number;
      // Documents of one segment stand together.
      if (place && (doc < place.base || doc >= place.base + place.segment.docs))
        place = this.placed.find(({ segment, base }) => doc >= base && doc < base + segment.docs);
      if (!place) continue;
      const times = often[doc] as number;
      const norm = place.norm[doc - place.base] as number;
      total[doc] = (total[doc] as number) + (weight * (K1 + 1) * times) / (times + norm);
      often[doc] = 0;
    }
  }

  private best(limit: number): Candidate[] {
    const top: Candidate[] = [];
    for (const { segment, base, dead } of this.placed) {
      for (let doc = 0; doc < segment.docs; doc++) {
        const score = this.total[base + doc] as number;
        if (score === 0 || dead?.[doc] || (top.length === limit && score <= (top.at(-1)?.score ?? 0)))
          continue;
        let at = top.length;
        while (at > 0 && (top[at - 1]?.score ?? 0) < score) at--;
        top.splice(at, 0, { releaseId: idOf(segment, doc), score });
        if (top.length > limit) top.pop();
      }
    }
    return top;
  }
}
