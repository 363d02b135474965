import MiniSearch from 'minisearch';
import { Candidates, type Look } from '../../../utils/match/candidates.ts';
import { matchReleases } from '../../../utils/match/match.ts';
import type { TextWord } from '../../../utils/match/news.ts';
import { type Doc, indexOf, type Query } from './cases.ts';

/** How well an engine ranks. */
export interface Ranked {
  /** Shares of queries whose document came first, and among the first five. */
  first: number;
  five: number;
  mrr: number;
}

/** How well Jubir ranks, and how honestly it says that nothing fits. */
export interface Judged extends Ranked {
  queries: number;
  /** Share of queries that were told "nothing fits" when their document was taken out. */
  empty: number;
  /** Share of the right first answers that were not shown as sure. */
  refused: number;
  /** Share of the wrong first answers that were shown as sure all the same. */
  misled: number;
}

/** An archive in which one document is not: as if the city had never published it. */
class Without extends Candidates {
  gone = '';

  override look(words: Iterable<TextWord>, limit: number): Look {
    const look = super.look(words, limit + 1);
    const candidates = look.candidates.filter(({ releaseId }) => releaseId !== this.gone).slice(0, limit);
    return { ...look, candidates };
  }
}

/** Asks the matcher with every query, with its document in the archive and taken out. */
export async function judge(docs: readonly Doc[], queries: readonly Query[]): Promise<Judged> {
  const archive = new Without([indexOf(docs)]);
  const byId = new Map(docs.map((doc) => [doc.id, doc]));
  const load = async (ids: string[]) => ids.map((id) => byId.get(id));
  const ranks: number[] = [];
  const counts = { empty: 0, right: 0, refused: 0, misled: 0 };
  for (const { text, doc } of queries) {
    const id = docs[doc]?.id ?? '';
    archive.gone = '';
    const { matches, near } = await matchReleases(text, archive, load);
    const all = [...matches, ...near].sort((a, b) => b.score - a.score);
    const place = all.findIndex(({ releaseId }) => releaseId === id);
    ranks.push(place + 1);
    if (place === 0) counts.right += 1;
    if (place === 0 && matches[0]?.releaseId !== id) counts.refused += 1;
    if (place !== 0 && matches.length > 0) counts.misled += 1;
    archive.gone = id;
    if ((await matchReleases(text, archive, load)).matches.length === 0) counts.empty += 1;
  }
  const wrong = Math.max(1, queries.length - counts.right);
  return {
    ...ranked(ranks),
    queries: queries.length,
    empty: counts.empty / queries.length,
    refused: counts.refused / Math.max(1, counts.right),
    misled: counts.misled / wrong,
  };
}

/** MiniSearch as it comes: its own words, any of them, BM25+. */
export function judgeMiniSearch(docs: readonly Doc[], queries: readonly Query[]): Ranked {
  const mini = new MiniSearch({ fields: ['title', 'body'], idField: 'id' });
  mini.addAll(docs.map(({ id, title, paragraphs }) => ({ id, title, body: paragraphs.join('\n') })));
  return ranked(
    queries.map(({ text, doc }) => mini.search(text).findIndex(({ id }) => id === docs[doc]?.id) + 1),
  );
}

/** @param places of the right document, from 1; 0 where it was not found */
function ranked(places: readonly number[]): Ranked {
  const share = (is: (place: number) => boolean): number =>
    places.filter(is).length / Math.max(1, places.length);
  return {
    first: share((place) => place === 1),
    five: share((place) => place >= 1 && place <= 5),
    mrr: places.reduce((sum, place) => sum + (place > 0 ? 1 / place : 0), 0) / Math.max(1, places.length),
  };
}
