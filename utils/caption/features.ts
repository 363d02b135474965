import { type Cues, cues, shallow, tokens } from './cues.ts';

/** One sentence of a text, as its ranker sees it. */
export interface Line {
  text: string;
  /** Index of its paragraph. */
  paragraph: number;
}

/** A text as numbers: what the learnt ranker weighs. Pure; linear in the length of the text. */
export interface Traits {
  /** Per sentence its features, in the order of `featureNames`. */
  rows: number[][];
  /** Per sentence its number of words. */
  words: number[];
  /** Per sentence its words that carry meaning. */
  content: ReadonlySet<string>[];
  /** Per sentence whether it opens with a pronoun, a connective or a pointer and so needs the one before it. */
  leaning: boolean[];
}

/** What the ranker knows of a sentence, in the order of its numbers. Crosses stand behind what they cross. */
export const featureNames = [
  'constant',
  ...['first', 'second', 'third', 'fourth', 'fifth'],
  ...[
    'log place',
    'log place squared',
    'inverse place',
    'relative place',
    'log sentences',
    'log sentences × place',
  ],
  ...['words before', 'start fills the room', 'fits behind the start', 'share that fits'],
  ...[
    'in first paragraph',
    'log paragraph',
    'opens paragraph',
    'opens paragraph × place',
    'alone in paragraph',
    'last',
  ],
  ...['log words', 'log words × place', 'under 6 words', 'under 10', 'under 15', 'over 25', 'over 35'],
  ...[
    'log words of first',
    'log words of first, if second or third',
    'log words of previous',
    'log words of next',
  ],
  ...['log mean frequency', 'repeated words', 'repeated words × place', 'centrality', 'centrality × place'],
  ...['of it in first', 'of first in it', 'new words', 'like previous', 'like next'],
  ...['of it in title', 'of title in it', 'of title in it, if first'],
  ...[
    'quotes',
    'quotes early',
    'opens quoting',
    'inside a quotation',
    'says who said',
    'said, not quoting',
    'reports',
  ],
  ...['previous quotes', 'next quotes', 'next opens with pronoun'],
  ...['opens with pronoun', 'opens with connective', 'points back', 'first person', 'first person early'],
  ...[
    'digit',
    'date',
    'amount',
    'names per word',
    'no end',
    'colon',
    'question',
    'site text',
    'dash',
    'dash, if first',
  ],
] as const;

/**
 * A text's features.
 *
 * Every number is as true of a release as of a news article: places are counted in sentences and paragraphs, words
 * are compared within the text. Overlap with the title is told against the text's own mean, so that a text without
 * a title is a text in which no sentence stands out by it.
 *
 * @param room how many words a summary may have: what fits behind the start hangs on it
 */
export function traitsOf(lines: readonly Line[], title: string, room = usualRoom): Traits {
  const found = cues(lines);
  const all = lines.map(({ text }) => tokens(text));
  const content = all.map((words) => new Set(words.filter((word) => word.length > 2 && !shallow.has(word))));
  const shared = sharing(all, content, title);
  const sizes = new Map<number, number>();
  for (const { paragraph } of lines) sizes.set(paragraph, (sizes.get(paragraph) ?? 0) + 1);
  let before = 0;
  const rows = lines.map(({ paragraph }, at) => {
    const words = found[at]?.words ?? 0;
    const text: Text = { found, at, words, before, paragraph, solo: sizes.get(paragraph) === 1, room };
    before += words;
    return [
      ...placeOf(text),
      ...lengthOf(text),
      ...(shared[at]?.(Math.log(1 + at)) ?? []),
      ...speechOf(text),
    ];
  });
  const leaning = found.map((one) => one.pronoun || one.connective || one.pointing);
  return { rows, words: found.map(({ words }) => words), content, leaning };
}

interface Text {
  found: readonly Cues[];
  at: number;
  words: number;
  /** Words in all sentences before. */
  before: number;
  paragraph: number;
  /** No other sentence is in its paragraph. */
  solo: boolean;
  room: number;
}

/** The length of a summary in words, if nothing else is said: about that of those it learnt from. */
export const usualRoom = 62;

const one = (is: boolean | undefined): number => (is === true ? 1 : 0);
const log = (count: number): number => Math.log(1 + count);

function placeOf({ found, at, words, before, paragraph, solo, room }: Text): number[] {
  const count = found.length;
  const opens = one(found[at]?.opensParagraph);
  const left = room - before;
  return [
    1,
    ...[0, 1, 2, 3, 4].map((place) => one(at === place)),
    ...[log(at), log(at) ** 2, 1 / (1 + at), at / count, Math.log(count), Math.log(count) * log(at)],
    Math.min(before, 150) / usualRoom,
    ...[one(left < 0), one(words <= left), left > 0 ? Math.min(1, left / Math.max(1, words)) : 0],
    ...[one(paragraph === 0), log(paragraph), opens, opens * log(at), one(solo), one(at === count - 1)],
  ];
}

function lengthOf({ found, at, words }: Text): number[] {
  const first = log(found[0]?.words ?? 0);
  return [
    ...[log(words), log(words) * log(at), one(words < 6), one(words < 10), one(words < 15)],
    ...[one(words > 25), one(words > 35), at > 0 ? first : 0, at === 1 || at === 2 ? first - 3 : 0],
    ...[log(found[at - 1]?.words ?? 0), log(found[at + 1]?.words ?? 0)],
  ];
}

function speechOf({ found, at, words }: Text): number[] {
  const here = found[at];
  const early = at < 4;
  return [
    ...[one(here?.quotes), one(here?.quotes && early), one(here?.opensQuoting), one(here?.insideQuote)],
    ...[one(here?.said && here.quotes), one(here?.said && !here.quotes), one(here?.reports)],
    ...[one(found[at - 1]?.quotes), one(found[at + 1]?.quotes), one(found[at + 1]?.pronoun)],
    ...[one(here?.pronoun), one(here?.connective), one(here?.pointing)],
    ...[one(here?.firstPerson), one(here?.firstPerson && early)],
    ...[one(here?.digit), one(here?.date), one(here?.amount), (here?.names ?? 0) / Math.max(1, words)],
    ...[one(here?.endless), one(here?.colon), one(here?.question), one(here?.site)],
    ...[one(here?.dash), one(here?.dash && at === 0)],
  ];
}

/** Per sentence, what its words share with the rest of the text and with the title, for a log of its place. */
function sharing(
  all: readonly string[][],
  content: readonly ReadonlySet<string>[],
  title: string,
): ((place: number) => number[])[] {
  const frequency = new Map<string, number>();
  const spread = new Map<string, number>();
  // How much each word adds to the likeness of any sentence that has it to all sentences (cosine over word sets).
  const pull = new Map<string, number>();
  const add = (map: Map<string, number>, word: string, much: number): void => {
    map.set(word, (map.get(word) ?? 0) + much);
  };
  all.forEach((words, at) => {
    const set = content[at] ?? new Set();
    for (const word of words) if (set.has(word)) add(frequency, word, 1);
    for (const word of set) {
      add(spread, word, 1);
      add(pull, word, 1 / Math.sqrt(set.size));
    }
  });
  const titleWords = new Set(tokens(title).filter((word) => word.length > 2 && !shallow.has(word)));
  const inTitle = content.map((set) => count(set, (word) => titleWords.has(word)));
  const ofIt = centred(inTitle.map((hits, at) => hits / Math.max(1, content[at]?.size ?? 0)));
  const ofTitle = centred(inTitle.map((hits) => hits / Math.max(1, titleWords.size)));
  const lead = content[0] ?? new Set();
  const seen = new Set<string>();
  return content.map((set, at) => {
    const size = Math.max(1, set.size);
    const counted = (all[at] ?? []).filter((word) => set.has(word));
    const mean = sum(counted, (word) => frequency.get(word) ?? 0) / Math.max(1, counted.length);
    const repeated = count(set, (word) => (spread.get(word) ?? 0) > 1) / size;
    const whole = sum(set, (word) => pull.get(word) ?? 0) / Math.sqrt(size);
    const central = (set.size === 0 ? 0 : whole - 1) / Math.max(1, content.length - 1);
    const withLead = at === 0 ? 0 : count(set, (word) => lead.has(word));
    const fresh = at === 0 ? 0 : count(set, (word) => !seen.has(word)) / size;
    for (const word of set) seen.add(word);
    return (place) => [
      ...[log(mean), repeated, repeated * place, central, central * place],
      ...[withLead / size, withLead / Math.max(1, lead.size), fresh],
      ...[likeness(set, content[at - 1]), likeness(set, content[at + 1])],
      ...[ofIt[at] ?? 0, ofTitle[at] ?? 0, at === 0 ? (ofTitle[at] ?? 0) : 0],
    ];
  });
}

/** How alike two sets of words are: the cosine of their angle, 0 to 1. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string> | undefined): number {
  if (b === undefined || a.size === 0 || b.size === 0) return 0;
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  return count(small, (word) => large.has(word)) / Math.sqrt(a.size * b.size);
}

function centred(numbers: readonly number[]): number[] {
  const mean = sum(numbers, (number) => number) / Math.max(1, numbers.length);
  return numbers.map((number) => number - mean);
}

function count(words: Iterable<string>, is: (word: string) => boolean): number {
  return sum(words, (word) => (is(word) ? 1 : 0));
}

function sum<Item>(items: Iterable<Item>, of: (item: Item) => number): number {
  let total = 0;
  for (const item of items) total += of(item);
  return total;
}
