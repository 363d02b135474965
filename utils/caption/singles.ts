import type { Telling } from './angles.ts';
import type { Angle } from './caption.ts';
import { figuresIn } from './figures.ts';
import { formsOf, inOrder, newsBehind } from './forms.ts';
import { leansOn } from './lean.ts';
import { achievementMark, figureMark, invitationMark } from './marks.ts';
import type { Quotable } from './quoting.ts';
import { overlap, type Ranked } from './rank.ts';
import type { Reading, Sentence } from './reading.ts';
import type { Vary } from './vary.ts';

/** As good as the best within this much: then the seed may choose. */
const alike = 0.6;

/** Two sentences longer than this would leave no room to vary what stands around them, in characters. */
const longestPair = 200;

/** What a caption's first sentence can be: its forms, fullest first, and what it was made from. */
interface Candidate {
  forms: string[];
  /** Place of its sentence. */
  at: number;
  score: number;
  shortOnly?: boolean;
}

/** What other angles already tell. */
interface Told {
  lead: Ranked | null;
  /** Best first: the first one is the quote angle's own. */
  quotes: readonly Quotable[];
}

/**
 * The angles of one sentence each, where the release has it. Every sentence leads at most one of them, and whether
 * an angle is offered never hangs on the seed.
 */
export function tellSingles(
  reading: Reading,
  ranked: readonly Ranked[],
  told: Told,
  vary: (angle: Angle) => Vary,
): Telling[] {
  const { lead, quotes } = told;
  const candidates: [Angle, Candidate[]][] = [
    ['figure', [...marked(reading, ranked, countedMark), ...paired(reading, lead), ...spoken(quotes)]],
    ['achievement', marked(reading, ranked, achievementMark)],
    ['invitation', marked(reading, ranked, invitationMark, placed(reading))],
  ];
  const used = new Set<number>(lead === null ? [] : [lead.sentence.at]);
  const best = candidates.flatMap(([angle, all]) => {
    const free = all
      .filter(({ at, forms }) => !used.has(at) && forms.length > 0)
      .sort((a, b) => b.score - a.score || a.at - b.at);
    const first = free[0];
    if (first === undefined) return [];
    used.add(first.at);
    return [{ angle, free, first }];
  });
  return best.map(({ angle, free, first }) => {
    const near = free
      .filter((one) => one === first || (one.score >= first.score - alike && !used.has(one.at)))
      .slice(0, 3);
    const chosen = vary(angle).one('which', near);
    used.add(chosen.at);
    const extra = behind(angle, chosen, { reading, lead, vary: vary(angle) });
    return { angle, bodies: chosen.forms, extra, ...(chosen.shortOnly ? { shortOnly: true } : {}) };
  });
}

/** A figure that somebody named says; the quotation that leads the quote angle is told there. */
function spoken(quotes: readonly Quotable[]): Candidate[] {
  return quotes.slice(1).flatMap(({ quote, bodies }) => {
    const forms = bodies.filter((body) => countedMark(body) > 0);
    return [{ forms, at: quote.at, score: countedMark(forms[0] ?? '') - 0.5 }];
  });
}

/** A figure leads only with what it counts. */
function countedMark(text: string): number {
  return figuresIn(text).length > 0 ? figureMark(text) : 0;
}

function marked(
  reading: Reading,
  ranked: readonly Ranked[],
  mark: (text: string) => number,
  bonus: (sentence: Sentence) => number = () => 0,
): Candidate[] {
  return ranked.flatMap((one) => {
    const worth = mark(one.text);
    if (worth <= 0) return [];
    // What makes the angle may not be what a shorter form leaves out.
    const forms = formsOf(one, reading).filter((form) => mark(form) > 0);
    return [{ forms, at: one.sentence.at, score: worth + one.score / 2 + bonus(one.sentence) }];
  });
}

/** An invitation that says where is worth more than one that only says when. */
function placed(reading: Reading): (sentence: Sentence) => number {
  const where = new Set(reading.facts.filter(({ kind }) => kind === 'where').map(({ at }) => at));
  return ({ at }) => (where.has(at) ? 0.4 : 0);
}

/** "Foodcourt ini … Rp 613.677.930": a figure in the sentence behind the lead, which says what "ini" is. */
function paired(reading: Reading, lead: Ranked | null): Candidate[] {
  const next = lead === null ? undefined : reading.sentences[lead.sentence.at + 1];
  if (lead === null || !next?.follows || next.quoting || !leansOn(next.text, lead.text)) return [];
  if (countedMark(next.text) === 0) return [];
  const [text] = inOrder([next], reading, lead.text);
  if (text === undefined || countedMark(text) === 0) return [];
  const forms = formsOf(lead, reading)
    .map((form) => `${form} ${text}`)
    .filter((form) => form.length <= longestPair);
  return [{ forms, at: next.at, score: countedMark(text), shortOnly: true }];
}

/** Whole sentences that belong behind it: how to take part and whom to ask, then the news itself. */
function behind(
  angle: Angle,
  chosen: Candidate,
  { reading, lead, vary }: { reading: Reading; lead: Ranked | null; vary: Vary },
): string[] {
  const first = chosen.forms[0] ?? '';
  const wanted =
    angle === 'invitation'
      ? takingPart(reading).filter(({ at }) => at !== chosen.at && at !== lead?.sentence.at)
      : [];
  const more = inOrder(wanted.slice(0, 2), reading, first);
  if (lead === null || chosen.shortOnly || overlap(lead.text, first) > 0.65) return more;
  return [...more, ...newsBehind(reading, lead, [first, ...more].join(' '), vary)];
}

/** Sentences that say how to take part or whom to ask, and stand alone. */
function takingPart(reading: Reading): Sentence[] {
  const places = new Set(
    reading.facts.filter(({ kind }) => kind === 'register' || kind === 'contact').map(({ at }) => at),
  );
  return reading.sentences.filter(({ at, alone }) => alone && places.has(at));
}
