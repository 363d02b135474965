import type { DateWish } from './dates.ts';
import { idOf, type Segment } from './layout.ts';
import { type Match, matchesOf } from './match.ts';
import { outdated } from './merge.ts';
import { parseQuery, type Query } from './query.ts';
import { type Placed, Scores } from './score.ts';
import { findTerm } from './terms.ts';

/** One release that was found. */
export interface Hit {
  releaseId: string;
  /** Comparable within one search only. */
  score: number;
  /** It has every word of the query; those that do come first. */
  complete: boolean;
}

/** What a search may be limited to. */
export interface SearchOptions {
  /** Ids of the sources to search in; all where absent. */
  sources?: readonly string[];
  /** Hits wanted, at most; 20 where absent. */
  limit?: number;
  /** Epoch milliseconds, for freshness and for "kemarin"; the clock where absent. */
  now?: number;
}

/** How much fresher releases are preferred: a seventh for today's, half of that each half year. */
const FRESH = 0.15;
const FRESH_HALF_MINUTES = 182 * 24 * 60;
/** A document that lacks words of the query counts by its share of them, squared. */
const SHARE_POWER = 2;
/** Complete hits stand above all others, whatever they score. */
const COMPLETE = 1e6;
/** What a named time adds to what was published then, in a query with words. */
const DATE_SCORE = 3;

/** Segments of the index that are held together: a search is synchronous and reads nothing else. */
export class SegmentSearch {
  private readonly placed: Placed[] = [];
  private readonly dead: (Uint8Array | null)[];
  private readonly scores: Scores;
  /** 1 for each day since 1970 that the query's date names. */
  private readonly days = new Uint8Array(65_536);

  /** @param segments oldest first */
  constructor(segments: readonly Segment[]) {
    this.dead = outdated(segments);
    let base = 0;
    const words = { title: 0, body: 0 };
    for (const segment of segments) {
      this.placed.push({ segment, base });
      base += segment.docs;
      words.title += segment.titleWords;
      words.body += segment.bodyWords;
    }
    this.scores = new Scores(base, words);
  }

  /** How many releases can be found. */
  get size(): number {
    const dead = this.dead.reduce((sum, marks) => sum + (marks?.reduce((a, b) => a + b, 0) ?? 0), 0);
    return this.placed.reduce((sum, { segment }) => sum + segment.docs, 0) - dead;
  }

  /**
   * Finds releases, best first: those with every word before the others, by relevance (BM25, a title's words count
   * double) and freshness. A query that names only a time lists what was published then, newest first.
   */
  search(text: string, options: SearchOptions = {}): Hit[] {
    const now = options.now ?? Date.now();
    const query = parseQuery(text, now);
    if (query.words.length === 0 && !query.date) return [];
    this.scores.clear();
    if (query.date) this.mark(query.date, 1);
    try {
      const wanted = this.score(query);
      return this.best(query, wanted, now, options);
    } finally {
      if (query.date) this.mark(query.date, 0);
    }
  }

  /** @returns how many words, or times, a document must have to be complete */
  private score({ words, date, onlyDate }: Query): number {
    const { placed, scores } = this;
    for (const word of words) {
      scores.addWord(
        placed,
        placed.map(({ segment }) => matchesOf(segment, word)),
      );
    }
    if (date && onlyDate && words.length > 0) return words.length;
    if (!date) return words.length;
    if (!onlyDate) this.addSpokenDate(date);
    else scores.nextWord();
    if (words.length === 0) this.addPublished();
    return words.length + 1;
  }

  /** A text that says the date is as good as having been published then; one that does both is better. */
  private addSpokenDate(date: DateWish): void {
    const { placed, scores } = this;
    const matches = placed.map(({ segment }): Match[] =>
      date.terms.flatMap((each) => {
        const term = findTerm(segment, each);
        return term < 0 ? [] : [{ term, weight: 1 / date.terms.length }];
      }),
    );
    scores.addWord(placed, matches);
    for (let at = 0, place = 0; at < scores.found; at++) {
      const doc = scores.docs[at] as number;
      place = this.placeOf(doc, place);
      const { segment, base } = placed[place] as Placed;
      if (this.days[segment.day[doc - base] as number] === 0) continue;
      scores.include(doc);
      scores.total[doc] = (scores.total[doc] as number) + DATE_SCORE;
    }
  }

  private addPublished(): void {
    for (const { segment, base } of this.placed) {
      for (let doc = 0; doc < segment.docs; doc++) {
        if (this.days[segment.day[doc] as number]) this.scores.include(base + doc);
      }
    }
  }

  /** The best of what was scored; where only a time was asked for, the newest. */
  private best(query: Query, wanted: number, now: number, options: SearchOptions): Hit[] {
    const { scores } = this;
    const limit = Math.max(1, options.limit ?? 20);
    const minute = now / 60_000;
    const top = new Top(limit);
    const allowed = this.placed.map(({ segment }) => allowedSources(segment, options.sources));
    const shares = Float64Array.from({ length: wanted + 2 }, (_, words) => shareOf(words, wanted));
    const byAge = query.words.length === 0;
    let at = 0;
    for (let index = 0; index < scores.found; index++) {
      const found = scores.docs[index] as number;
      const words = scores.words[found] as number;
      const score = (scores.total[found] as number) * (shares[words] as number);
      const above = words >= wanted ? COMPLETE : 0;
      // Most are out already, whatever their age.
      if (!byAge && (score === 0 || above + score * (1 + FRESH) <= top.least)) continue;
      at = this.placeOf(found, at);
      const { segment, base } = this.placed[at] as Placed;
      const doc = found - base;
      if (this.dead[at]?.[doc] || allowed[at]?.[segment.source[doc] as number] === 0) continue;
      if (query.onlyDate && this.days[segment.day[doc] as number] === 0) continue;
      const published = segment.minute[doc] as number;
      const age = Math.max(0, minute - published);
      const fresh = 1 + FRESH * 2 ** (-age / FRESH_HALF_MINUTES);
      top.offer(above + (byAge ? published : score * fresh), found);
    }
    return top.sorted().map(({ score, item }) => {
      const place = this.placed[this.placeOf(item, 0)] as Placed;
      const complete = score >= COMPLETE;
      const releaseId = idOf(place.segment, item - place.base);
      return { releaseId, score: complete ? score - COMPLETE : score, complete };
    });
  }

  private placeOf(found: number, guess: number): number {
    const within = (at: number): boolean => {
      const place = this.placed[at];
      return place !== undefined && found >= place.base && found < place.base + place.segment.docs;
    };
    return within(guess) ? guess : this.placed.findIndex((_, at) => within(at));
  }

  private mark({ ranges }: DateWish, value: 0 | 1): void {
    // Day 0 stands for "no date": nothing that has none was published at a time.
    for (const [from, to] of ranges) if (to > 0) this.days.fill(value, Math.max(1, from), to + 1);
  }
}

/** How much a document counts that has some of the words; nothing with less than half of them. */
function shareOf(words: number, wanted: number): number {
  return words < wanted / 2 ? 0 : Math.min(1, words / wanted) ** SHARE_POWER;
}

/** 1 for each source of a segment that may be searched; null for all. */
function allowedSources(segment: Segment, sources: readonly string[] | undefined): number[] | null {
  return sources ? segment.sources.map((source) => (sources.includes(source) ? 1 : 0)) : null;
}

/** The highest of many, without sorting them all. */
class Top {
  private readonly limit: number;
  private readonly items: { score: number; item: number }[] = [];

  constructor(limit: number) {
    this.limit = limit;
  }

  /** What does not score more than this is not among them. */
  get least(): number {
    return this.items.length < this.limit ? Number.NEGATIVE_INFINITY : (this.items.at(-1)?.score ?? 0);
  }

  offer(score: number, item: number): void {
    const { items, limit } = this;
    if (score <= this.least) return;
    let at = items.length;
    while (at > 0 && (items[at - 1]?.score ?? 0) < score) at--;
    items.splice(at, 0, { score, item });
    if (items.length > limit) items.pop();
  }

  sorted(): readonly { score: number; item: number }[] {
    return this.items;
  }
}
