import type { Release } from '../release/release.ts';
import type { Candidates } from './candidates.ts';
import { traitsOf } from './evidence.ts';
import { sureness } from './judge.ts';
import { readWords, type TextWords } from './news.ts';
import { factsOfNews, type NewsFacts, type Reason, reasonsFor } from './reasons.ts';

/** A release that is about the same matter as a text. */
export interface Match {
  releaseId: string;
  /** How sure it is: above zero for an answer, higher is surer. */
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
/** Of what is not sure, so many are told. */
const MOST_NEAR = 5;
/** With fewer words no matter can be told. */
const LEAST_WORDS = 3;
/** From this length on a text is looked at by its opening as well, in UTF-16 units; and how long that is. */
const LONG = 1_500;
const OPENING = 450;

/**
 * The releases of an archive that are about the same matter as a news text: a selection of two sentences up to a whole
 * article. Offline; the index finds, and what it finds is compared word by word. Releases that the city withdrew or
 * that look like an attack are left out. Costs one read of at most 8 releases, two for a long text.
 *
 * @param load the releases with these ids, in their order, undefined for one that is gone
 */
export async function matchReleases(
  text: string,
  archive: Candidates,
  load: (ids: string[]) => PromiseLike<(Matchable | undefined)[]>,
): Promise<Matched> {
  const best = new Map<string, Judged>();
  for (const passage of passagesOf(text)) {
    for (const one of await judge(passage, archive, load)) {
      if (one.score > (best.get(one.release.id)?.score ?? Number.NEGATIVE_INFINITY))
        best.set(one.release.id, one);
    }
  }
  const all = [...best.values()].sort((a, b) => b.score - a.score);
  const unsure = all.findIndex(({ score }) => score <= 0);
  const sure = unsure < 0 ? all.length : unsure;
  const told = (some: readonly Judged[]): Match[] =>
    some.flatMap(({ release, score, why: find }) => {
      const why = find();
      // What cannot be explained is not shown.
      return why.length === 0 ? [] : [{ releaseId: release.id, score, why }];
    });
  return { matches: told(all.slice(0, sure)), near: told(all.slice(sure, sure + MOST_NEAR)) };
}

/** A candidate that was compared. */
interface Judged {
  release: Matchable;
  score: number;
  why: () => Reason[];
}

/** A long text as a whole, and by its opening: an article says what it is about first, and much else behind. */
function passagesOf(text: string): string[] {
  if (text.length < LONG) return [text];
  const end = text.slice(0, OPENING).search(/[.!?]["”’')]*\s[^.!?]*$/u);
  return [text, text.slice(0, end < 0 ? OPENING : end + 1)];
}

async function judge(
  text: string,
  archive: Candidates,
  load: (ids: string[]) => PromiseLike<(Matchable | undefined)[]>,
): Promise<Judged[]> {
  const news = readWords(text);
  if (news.words.size < LEAST_WORDS) return [];
  const look = archive.look(news.words.values(), LOOKED);
  const loaded = await load(look.candidates.slice(0, CLOSE).map(({ releaseId }) => releaseId));
  const read = loaded.map((release) => (release ? wordsOf(release) : null));
  let facts: NewsFacts | null = null;
  return read.flatMap((words, at): Judged[] => {
    const release = loaded[at];
    if (!words || !release || release.withdrawnAt !== undefined || release.suspicious) return [];
    const others = read.filter((other): other is TextWords => other !== null && other !== words);
    const score = sureness(traitsOf(news, words, look, at, others), news.words.size);
    const why = (): Reason[] => {
      facts ??= factsOfNews(text, news);
      return reasonsFor(facts, { told: textOf(release), words, rarity: look.rarity });
    };
    return [{ release, score, why }];
  });
}

const textOf = ({ title, paragraphs }: Matchable): string => [title, ...paragraphs].join('\n');

const wordsOf = (release: Matchable): TextWords => readWords(textOf(release));
