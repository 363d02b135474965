import { readWords, type TextWords } from '../match/news.ts';
import type { Telling } from './angles.ts';
import { figuresIn } from './figures.ts';
import { formsOf, newsBehind, titleSentence } from './forms.ts';
import { counterMark, figureMark } from './marks.ts';
import { type Quotable, quotables } from './quoting.ts';
import { type Ranked, rankSentences } from './rank.ts';
import type { Reading } from './reading.ts';
import { leadOf } from './summary.ts';
import type { Topic } from './topics.ts';
import type { Vary } from './vary.ts';

/** As good as the best within this share: then the seed may choose. */
const alike = 0.15;
/** By how much what it shares is worth more: it corrects or affirms (by its mark), it counts, or somebody says it. */
const worthOf = { counter: 0.15, figure: 0.4, quote: 0.4 };
/** What a shared word tells: who and how much more than what, the city's own places hardly anything. */
const tells = { name: 2, number: 2, word: 1 };
const tellsOfPlace = 0.3;
/** Short sentences are no nearer for being short, by so many words. */
const usualWords = 4;

/**
 * The counterweight to a news text: the quotation or the sentence of the release that says most of what the news speaks
 * of, one with a figure before one without, exactly as the release has it, and behind it the release's own news. Never a
 * word about the news itself, nor about who wrote it: the city's answer is what the city said.
 */
export function tellAnswer(news: string, reading: Reading, topics: readonly Topic[], vary: Vary): Telling {
  const asked = readWords(news);
  const places = new Set([...reading.places].map((place) => place.toLowerCase()));
  const near = (text: string): number => nearness(text, asked, places);
  const ranked = rankSentences(reading);
  const lead = leadOf(ranked);
  const candidates = [
    ...ranked.map((one) => answerOf(one, reading, near(one.text))),
    ...quotables(reading, topics, vary).map(({ bodies }: Quotable) => ({
      forms: bodies,
      score: near(bodies[0] ?? '') * (1 + worthOf.quote),
    })),
  ].filter(({ forms, score }) => forms.length > 0 && score > 0);
  candidates.sort((a, b) => b.score - a.score);
  const best = candidates[0];
  if (!best) return { angle: 'counterweight', bodies: plain(lead, reading) };
  const good = candidates.filter(({ score }) => score >= best.score * (1 - alike)).slice(0, 3);
  const { forms } = vary.one('answer', good);
  // Where a network has no room for the chosen one, another may fit.
  const others = candidates.filter((one) => one.forms !== forms).slice(0, 3);
  const bodies = [...forms, ...others.flatMap((one) => one.forms)];
  const first = forms[0] ?? '';
  const extra = lead && lead.text !== first ? newsBehind(reading, lead, first, vary) : [];
  return { angle: 'counterweight', bodies, extra };
}

/** A sentence as an answer: a shorter form that leaves its figure out is none. */
function answerOf(one: Ranked, reading: Reading, score: number): { forms: string[]; score: number } {
  const counts = (text: string): boolean => figuresIn(text).length > 0 && figureMark(text) > 0;
  const figure = counts(one.text);
  const forms = formsOf(one, reading).filter((form) => !figure || counts(form));
  const more = (figure ? worthOf.figure : 0) + counterMark(one.text) * worthOf.counter;
  return { forms, score: score * (1 + more) };
}

/** The release's news, where nothing of it speaks of what the news does. */
function plain(lead: Ranked | null, reading: Reading): string[] {
  const title = titleSentence(reading);
  return [...(lead ? formsOf(lead, reading) : []), ...(title ? [title] : [])];
}

/** How much of what is asked about a sentence says; long sentences gain less and less. */
function nearness(text: string, asked: TextWords, places: ReadonlySet<string>): number {
  const { words } = readWords(text);
  let shared = 0;
  for (const [root, word] of words) {
    const there = asked.words.get(root);
    if (!there) continue;
    const isPlace = [...word.terms].some((term) => places.has(term));
    shared += isPlace ? tellsOfPlace : tells[there.kind === 'name' ? 'name' : word.kind];
  }
  return shared / Math.sqrt(usualWords + words.size);
}
