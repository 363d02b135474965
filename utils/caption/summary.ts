import type { Telling } from './angles.ts';
import { formsOf, glossed, inOrder, isStating, titleSentence } from './forms.ts';
import { leansOn } from './lean.ts';
import { fullName } from './people.ts';
import { bestTogether, overlap, type Ranked, worthTelling } from './rank.ts';
import type { Reading, Sentence } from './reading.ts';
import type { Vary } from './vary.ts';

/** Sentences that may follow the first, and how many of them do. */
const mostFurther = 5;
const furtherTold = 2;
/** The longest sentence that may follow, in characters. */
const longestFurther = 320;
/** The words' own room, in characters: on networks of long texts, on Threads and Mastodon, on X and Bluesky. */
const muchRoom = 700;
const shortRooms = [440, 235];

/** The sentence that tells the news: the best, if it stands near the start or speaks of what the title names. */
export function leadOf(ranked: readonly Ranked[]): Ranked | null {
  const best = ranked[0];
  if (best === undefined) return null;
  return best.sentence.at <= 4 || best.score > 0.75 ? best : null;
}

/**
 * The summary: the news, then what is worth adding where a network has the room. By seed it opens with the lead, a
 * shorter form of it, the title or another sentence that says what the title says, and adds other sentences.
 */
export function tellSummary(
  reading: Reading,
  ranked: readonly Ranked[],
  lead: Ranked | null,
  vary: Vary,
): Telling {
  const title = titleSentence(reading);
  if (lead === null) return { angle: 'summary', bodies: title === null ? [] : [title] };
  const forms = formsOf(lead, reading);
  const all: Opening[] = [
    { by: 'lead', bodies: forms },
    ...forms.slice(1).map((_, i): Opening => ({ by: 'lead', bodies: forms.slice(i + 1) })),
    ...titleOpenings(reading, lead, forms),
    ...otherOpenings(reading, ranked, lead).map((bodies): Opening => ({ by: 'other', bodies })),
  ];
  const opening = vary.one('opening', all);
  const { extra, fewer } = further(reading, ranked, lead, opening, vary);
  const bodies = [...new Set([...opening.bodies, ...forms, ...(title === null ? [] : [title])])];
  const first = opening.by === 'title' && extra.length > 0 ? opening.heading : null;
  const gloss = opening.by === 'lead' && !lead.sentence.sayer ? glossed(lead.text, extra) : null;
  const start = first ?? gloss;
  return { angle: 'summary', bodies, extra, fewer, ...(start === null ? {} : { opening: start }) };
}

type Opening =
  | { by: 'lead' | 'other'; bodies: string[] }
  /** A title that states something or is long enough may stand alone; others need a sentence behind them. */
  | { by: 'title'; heading: string; bodies: string[] };

function titleOpenings(reading: Reading, lead: Ranked, forms: string[]): Opening[] {
  const plain = titleSentence(reading);
  const title = plain === null ? null : withNames(plain, reading);
  const words = title?.split(' ').length ?? 0;
  if (title === null || title.length > 160 || words < 4) return [];
  if (isStating(title) || words >= 8) return [{ by: 'title', heading: title, bodies: [title] }];
  // Said once more in full right behind it, a headline is one too many.
  return echoes(title, lead.text) ? [] : [{ by: 'title', heading: title, bodies: forms }];
}

/** A headline in which people named shortly ("Bima Larang …") have office and full name. */
function withNames(title: string, reading: Reading): string {
  let text = title;
  for (const person of reading.people.all) {
    if (person.office === '' || text.includes(person.name)) continue;
    const parts = person.name.split(' ').filter((word) => /^[\p{L}’'-]{3,}$/u.test(word));
    const short = parts.find(
      (word) =>
        reading.people.byWord(word) === person &&
        new RegExp(`(?<![\\p{L}-])${word}(?![\\p{L}-])`, 'u').test(text),
    );
    if (short === undefined) continue;
    const run = new RegExp(`(?<![\\p{L}-])${short}(?: (?:${parts.join('|')}))*(?![\\p{L}-])`, 'u');
    text = text.replace(run, (_, at: number) =>
      // Behind an office of its own only the name is missing.
      /(?:Wali Kota|Wawali|Sekda|Bupati|Camat|Lurah)(?: \p{Lu}\p{L}+){0,2} $/u.test(text.slice(0, at))
        ? person.name
        : fullName(person),
    );
  }
  return text;
}

/** Whether a sentence says nearly all that a headline says, in whatever form of its words. */
function echoes(title: string, sentence: string): boolean {
  const said = sentence.toLowerCase();
  const words = (title.toLowerCase().match(/[\p{L}\d]{4,}/gu) ?? []).map((word) =>
    word.replace(/^(?:me(?:ng|n|m|ny)?|di|ber|ter|per)(?=\p{L}{4})/u, '').replace(/(?:kan|nya|an|i)$/u, ''),
  );
  return words.filter((word) => said.includes(word)).length >= words.length * 0.75;
}

/** Sentences near the start that say what the title names, other than the lead. */
function otherOpenings(reading: Reading, ranked: readonly Ranked[], lead: Ranked): string[][] {
  return ranked
    .slice(1, 4)
    .filter(
      ({ sentence, text, score }) =>
        sentence.at <= 4 &&
        score >= worthTelling &&
        text.length <= longestFurther &&
        overlap(text, reading.title) >= 0.5 &&
        overlap(text, lead.text) <= 0.65,
    )
    .map((one) => formsOf(one, reading));
}

/** What may follow, for much room and for less. */
interface Further {
  extra: string[];
  fewer: string[][];
}

/** What may follow: the sentence that names the lead's subject again, then what makes the best summary, in order. */
function further(
  reading: Reading,
  ranked: readonly Ranked[],
  lead: Ranked,
  opening: Opening,
  vary: Vary,
): Further {
  const first = opening.by === 'title' ? opening.heading : (opening.bodies[0] ?? '');
  const told = [first];
  const always: Sentence[] = [];
  const next = reading.sentences[lead.sentence.at + 1];
  if (opening.by === 'lead') {
    if (next?.follows && !next.quoting && leansOn(next.text, lead.text)) always.push(next);
    told.push(lead.text);
  } else if (opening.by === 'other' ? overlap(first, lead.text) <= 0.8 : !echoes(first, lead.text)) {
    // What the title says shortly, the lead says with its names and places, unless it is the same once more.
    always.push(lead.sentence);
    told.push(lead.text);
  }
  const tellable = ranked.filter(
    (one) => one === lead || (one.score >= worthTelling && one.text.length <= longestFurther),
  );
  const poolFor = (room: number): Sentence[] =>
    apart([...bestTogether(reading, tellable, lead, room), ...tellable], lead, told);
  const count = vary.one('how many', [furtherTold, furtherTold - 1, furtherTold, furtherTold + 1, 0]);
  const some = (room: number, most: number): string[] => {
    const chosen = vary.some('further', poolFor(room), Math.max(0, most - always.length));
    return inOrder([...always, ...chosen], reading, first);
  };
  const fewer = shortRooms.map((room) => some(room, Math.min(1, count)));
  return { extra: some(muchRoom, count), fewer: fewer.filter((one) => one.length > 0) };
}

/** Sentences behind the lead that do not say again what is told, the first ones first. */
function apart(wanted: readonly Ranked[], lead: Ranked, before: readonly string[]): Sentence[] {
  const told = [...before];
  const pool: Sentence[] = [];
  for (const { sentence, text } of wanted) {
    if (pool.length >= mostFurther) break;
    if (sentence.at <= lead.sentence.at || told.some((other) => overlap(other, text) > 0.65)) continue;
    told.push(text);
    pool.push(sentence);
  }
  return pool;
}
