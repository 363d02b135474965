import type { Angle } from './caption.ts';
import { shorten, withoutLeadDate } from './compress.ts';
import { leansOn } from './lean.ts';
import { achievementMark, figureMark, invitationMark } from './marks.ts';
import { withFullNames } from './names.ts';
import { fullName, type Person } from './people.ts';
import { quoteTellings } from './quoting.ts';
import { overlap, type Ranked, rankSentences, worthTelling } from './rank.ts';
import type { Reading, Sentence } from './reading.ts';
import { houseStyle } from './style.ts';
import type { Topic } from './topics.ts';

/** What one angle of a release says, before it is fitted to a network. */
export interface Telling {
  angle: Angle;
  /** The words, fullest first; each is whole and true by itself, so the first that fits is taken. */
  bodies: readonly string[];
  /** The first body as it stands before further sentences: a short name that they use still has its bracket. */
  opening?: string;
  /** Further whole sentences behind a body, where a network has the room; in the release's order. */
  extra?: readonly string[];
  /** The lines of a structured text, best kept from the first; `bodies` then holds the heading. */
  points?: readonly string[];
}

/** The longest point, in characters: a line or two on a phone. */
const longestPoint = 170;

/**
 * The angles a release carries, in the order they are first offered. A summary is always there; every other one
 * only where the release has the sentence for it.
 */
export function tellAngles(reading: Reading, topics: readonly Topic[]): Telling[] {
  const ranked = rankSentences(reading);
  const lead = leadOf(ranked);
  const summary = tellSummary(reading, ranked, lead);
  const used = [lead?.text ?? ''];
  const tellings: (Telling | null)[] = [
    summary,
    quoteTellings(reading, topics),
    tellOne('figure', ranked, used, figureMark),
    tellOne('achievement', ranked, used, achievementMark),
    tellOne('invitation', ranked, used, invitationMark),
    tellPoints(reading, ranked),
  ];
  return tellings.filter((telling) => telling !== null);
}

/** The sentence that tells the news: the best, if it stands near the start or speaks of what the title names. */
function leadOf(ranked: readonly Ranked[]): Ranked | null {
  const best = ranked[0];
  if (best === undefined) return null;
  return best.sentence.at <= 4 || best.score > 0.75 ? best : null;
}

/** The title as a sentence, or null where it was cut off by its site. */
export function titleSentence(reading: Reading): string | null {
  const title = houseStyle(reading.title).trim();
  if (title === '' || /(?:\.{2,}|…)$/u.test(title)) return null;
  return /[.!?]$|[.!?]”$/u.test(title) ? title : `${title.replace(/[\s,;:–—-]+$/u, '')}.`;
}

function tellSummary(reading: Reading, ranked: readonly Ranked[], lead: Ranked | null): Telling {
  const title = titleSentence(reading);
  const bodies = [...(lead === null ? [] : shorten(lead.text)), ...(title === null ? [] : [title])];
  if (lead === null) return { angle: 'summary', bodies };
  const extra = furtherSentences(reading, ranked, lead);
  const opening = glossed(lead.text, extra);
  return { angle: 'summary', bodies, extra, ...(opening === null ? {} : { opening }) };
}

/** A sentence with its short names in brackets, where one of them is used further on; else null. */
function glossed(text: string, further: readonly string[]): string | null {
  const whole = withoutLeadDate(houseStyle(text));
  const used = [...whole.matchAll(/\((\p{Lu}[^()]{1,24})\)/gu)].some((match) =>
    further.some((one) => one.includes(match[1] ?? '')),
  );
  return used ? whole : null;
}

/** What may follow the lead: the sentence that names its subject again, then the best of the rest, in order. */
function furtherSentences(reading: Reading, ranked: readonly Ranked[], lead: Ranked): string[] {
  const next = reading.sentences[lead.sentence.at + 1];
  const told = [lead.text];
  const further: Sentence[] = [];
  if (next?.follows && !next.quoting && leansOn(next.text, lead.text)) further.push(next);
  for (const one of ranked) {
    if (further.length >= 2 || one.score < worthTelling) break;
    const { sentence, text } = one;
    if (sentence.at <= lead.sentence.at || told.some((other) => overlap(other, text) > 0.65)) continue;
    if (text.length > 320) continue;
    told.push(text);
    further.push(sentence);
  }
  return inOrder(further, reading, lead.text);
}

/**
 * Sentences in the release's order, each with names as a reader needs them: in full at first, then as the release
 * writes them.
 */
function inOrder(sentences: readonly Sentence[], reading: Reading, before: string): string[] {
  const known = namedIn(before, reading);
  return [...sentences]
    .sort((a, b) => a.at - b.at)
    .flatMap((sentence) => {
      const text = withFullNames(sentence.text, reading.people, known);
      if (text === null) return [];
      for (const one of namedIn(text, reading)) known.add(one);
      return [shorten(text)[0] ?? text];
    });
}

function namedIn(text: string, reading: Reading): Set<Person> {
  return new Set(reading.people.all.filter((one) => text.includes(fullName(one))));
}

/** An angle of one sentence: the best by its own mark, other than those already told. */
function tellOne(
  angle: Angle,
  ranked: readonly Ranked[],
  used: string[],
  mark: (text: string) => number,
): Telling | null {
  let best: { ranked: Ranked; score: number } | null = null;
  for (const one of ranked) {
    const marked = mark(one.text);
    if (marked <= 0 || used.includes(one.text)) continue;
    const score = marked + one.score / 2;
    if (best === null || score > best.score) best = { ranked: one, score };
  }
  if (best === null) return null;
  used.push(best.ranked.text);
  // What makes the angle may not be what a shorter form leaves out.
  return { angle, bodies: shorten(best.ranked.text).filter((body) => mark(body) > 0) };
}

/** A heading and two to four facts, in the release's order. */
function tellPoints(reading: Reading, ranked: readonly Ranked[]): Telling | null {
  const title = titleSentence(reading)?.replace(/\.$/u, '');
  if (title === undefined || title.length > 200) return null;
  const chosen: Sentence[] = [];
  const told: string[] = [];
  for (const { sentence, text, score } of ranked) {
    if (chosen.length === 4 || score < worthTelling) break;
    const first = shorten(text).find((line) => line.length <= longestPoint);
    if (first === undefined || told.some((one) => overlap(one, first) > 0.6) || overlap(title, first) > 0.95)
      continue;
    told.push(first);
    chosen.push(sentence);
  }
  if (chosen.length < 2) return null;
  const points = pointLines(
    chosen.sort((a, b) => a.at - b.at),
    reading,
  );
  return points.length < 2 ? null : { angle: 'points', bodies: [title], points };
}

function pointLines(sentences: readonly Sentence[], reading: Reading): string[] {
  const known = new Set<Person>();
  return sentences.flatMap((sentence, i) => {
    const text = withFullNames(sentence.text, reading.people, known);
    if (text === null) return [];
    const later = sentences.slice(i + 1).map((one) => one.text);
    const full = glossed(text, later);
    const line = [...(full === null ? [] : [full]), ...shorten(text)].find(
      (one) => one.length <= longestPoint,
    );
    if (line === undefined) return [];
    for (const one of namedIn(line, reading)) known.add(one);
    return [line.replace(/\.$/u, '')];
  });
}
