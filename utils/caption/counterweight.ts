import { readWords, type TextWords } from '../match/news.ts';
import type { Telling } from './angles.ts';
import { figuresIn } from './figures.ts';
import { formsOf, newsBehind } from './forms.ts';
import { counterMark, figureMark } from './marks.ts';
import { quotables } from './quoting.ts';
import { overlap, type Ranked } from './rank.ts';
import type { Reading } from './reading.ts';
import type { Topic } from './topics.ts';
import type { Vary } from './vary.ts';

/** A news text that a caption answers. */
export interface News {
  /** Its words, as selected or read from the page; only compared, never told. */
  text: string;
  /** Its address, where the official wants it in the caption. */
  url?: string;
}

/** A longer address would be most of a caption. */
const longestLink = 2_000;

/** The news' address as a caption may carry it; null for none, and for what is no plain web address. */
export function newsLink({ url }: News): string | null {
  if (url === undefined || url.length > longestLink) return null;
  try {
    const { protocol, username, password, href } = new URL(url);
    return /^https?:$/.test(protocol) && username === '' && password === '' ? href : null;
  } catch {
    return null;
  }
}

/** What a shared word tells: who and how much more than what, the city's own places hardly anything. */
const tells = { name: 2, number: 2, word: 1 };
const tellsOfPlace = 0.3;
/** A text of this many words more or less is no nearer for its length. */
const usualWords = 6;
/** What makes a sentence an answer, beside its being about the same: it corrects or affirms, counts, or somebody says it. */
const worthOf = { counter: 0.2, figure: 0.3, quote: 0.5 };
/** As good as the best within this much: then the seed may choose. */
const alike = 0.25;

/** What can answer: its forms, fullest first, and how well it does. */
interface Answer {
  forms: readonly string[];
  /** Its words as the release has them, to be compared. */
  text: string;
  score: number;
}

/**
 * The counterweight: of the release's quotations with their speakers, and of its sentences with a figure, the one that
 * best answers a news text; where it has neither, what it affirms, else the news itself. Null where nothing of it can
 * stand alone.
 */
export function tellCounterweight(
  reading: Reading,
  ranked: readonly Ranked[],
  told: { topics: readonly Topic[]; lead: Ranked | null },
  news: News,
  vary: Vary,
): Telling | null {
  const { topics, lead } = told;
  const asked = readWords(news.text);
  const answers: Answer[] = [
    ...quotables(reading, topics, vary).map(({ quote, bodies }) => {
      const text = quote.sentences.join(' ');
      return { forms: bodies, text, score: nearness(text, asked, reading) + worthOf.quote };
    }),
    ...ranked.flatMap((one): Answer[] => {
      const figure = figuresIn(one.text).length > 0 && figureMark(one.text) > 0;
      const mark = counterMark(one.text);
      if (!figure && mark === 0) return [];
      const forms = formsOf(one, reading).filter((form) => !figure || figuresIn(form).length > 0);
      const worth = (figure ? worthOf.figure : 0) + mark * worthOf.counter;
      return [{ forms, text: one.text, score: nearness(one.text, asked, reading) + worth }];
    }),
  ];
  const whole = answers.filter(({ forms }) => forms.length > 0);
  if (whole.length === 0) return lead && { angle: 'counterweight', bodies: formsOf(lead, reading) };
  whole.sort((a, b) => b.score - a.score);
  const best = whole[0] as Answer;
  const chosen = vary.one('which', whole.filter(({ score }) => score >= best.score - alike).slice(0, 3));
  // A network too short for the chosen one may have room for another.
  const bodies = [chosen, ...whole.filter((one) => one !== chosen).slice(0, 3)].flatMap(({ forms }) => forms);
  const first = bodies[0] ?? '';
  const known = lead === null || overlap(lead.text, first) > 0.65;
  return {
    angle: 'counterweight',
    bodies,
    ...(known ? {} : { extra: newsBehind(reading, lead, first, vary) }),
  };
}

/** How near a sentence is to a news text: what both name and count weighs most. */
function nearness(text: string, asked: TextWords, reading: Reading): number {
  const { words } = readWords(text);
  const places = new Set([...reading.places].map((place) => place.toLowerCase()));
  let shared = 0;
  for (const [root, word] of words) {
    const there = asked.words.get(root);
    if (!there) continue;
    const isPlace = [...word.terms].some((term) => places.has(term));
    shared += isPlace ? tellsOfPlace : tells[there.kind === 'name' ? 'name' : word.kind];
  }
  return shared / Math.sqrt(words.size + usualWords);
}
