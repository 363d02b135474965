import type { Release } from '../release/release.ts';
import type { Candidates } from './candidates.ts';
import { traitsOf } from './evidence.ts';
import { confidence, isSure } from './judge.ts';
import { readWords, type TextWords } from './news.ts';
import { type Reason, reasonsFor } from './reasons.ts';

/** A release that is about the same matter as a text. */
export interface Match {
  releaseId: string;
  /** Higher is surer; comparable within one answer only. */
  score: number;
  /** What they share, in the text's own words; best first. */
  why: Reason[];
}

/** The answer to a text. */
export interface Matched {
  /** Surely about the same matter, best first; empty where nothing fits. */
  matches: Match[];
  /** Nearest of what is not sure, best first: only to be shown as that. */
  near: Match[];
}

/** What the matcher reads of a release. */
export type Matchable = Pick<Release, 'id' | 'title' | 'paragraphs'> &
  Partial<Pick<Release, 'withdrawnAt' | 'suspicious'>>;

/** Releases of the index that are looked at closely, and those that tell how far the best is ahead. */
const CLOSE = 8;
const LOOKED = 24;
/** With fewer words no matter can be told. */
const LEAST_WORDS = 3;

/**
 * The releases of an archive that are about the same matter as a news text: a selection of two sentences up to a whole
 * article. Offline; the index finds, and what it finds is compared word by word. Releases that the city withdrew or
 * that look like an attack are left out. Costs one read of at most 8 releases.
 *
 * @param load the releases with these ids, in their order, undefined for one that is gone
 */
export async function matchReleases(
  text: string,
  archive: Candidates,
  load: (ids: string[]) => PromiseLike<(Matchable | undefined)[]>,
): Promise<Matched> {
  const news = readWords(text);
  if (news.words.size < LEAST_WORDS) return { matches: [], near: [] };
  const look = archive.look(news.words.values(), LOOKED);
  const ids = look.candidates.slice(0, CLOSE).map(({ releaseId }) => releaseId);
  const loaded = await load(ids);
  const read = loaded.map((release) => (release ? wordsOf(release) : null));
  const judged = read.flatMap((release, at): (Match & { sure: boolean })[] => {
    const whole = loaded[at];
    if (!release || !whole || whole.withdrawnAt !== undefined || whole.suspicious) return [];
    const others = read.filter((other): other is TextWords => other !== null && other !== release);
    const score = confidence(traitsOf(news, release, look, at, others));
    const told = textOf(whole);
    const why = reasonsFor({ text, news, told, release, rarity: look.rarity });
    return [{ releaseId: whole.id, score, why, sure: isSure(score) && why.length > 0 }];
  });
  judged.sort((a, b) => b.score - a.score);
  const plain = ({ releaseId, score, why }: Match): Match => ({ releaseId, score, why });
  return {
    matches: judged.filter(({ sure }) => sure).map(plain),
    near: judged.filter(({ sure, why }) => !sure && why.length > 0).map(plain),
  };
}

const textOf = ({ title, paragraphs }: Matchable): string => [title, ...paragraphs].join('\n');

const wordsOf = (release: Matchable): TextWords => readWords(textOf(release));
