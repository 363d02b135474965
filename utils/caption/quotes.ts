import type { Block } from './clean.ts';
import type { People, Person } from './people.ts';
import { plainSaid, saidAfter, saidBy, saying } from './words.ts';

/** Words somebody said, as the release quotes them, with who said them. */
export interface Quote {
  /** Whole sentences, without the marks. */
  sentences: readonly string[];
  speaker: Person;
  /** How the release says it: "kata", "ujar" … ; what marks a place among other quotations became "kata". */
  verb: string;
  /** Index of the block it stands in. */
  block: number;
  /** Place of its sentence among all, from 0. */
  at: number;
}

const after = new RegExp(`^[,.]?\\s*(${saidAfter})(nya)?(?!\\p{L})\\s*(.*)$`, 'iu');
const before = new RegExp(`(?:${saying})(?:nya)?(?:\\s+(?:bahwa|that))?\\s*[,:]?\\s*$`, 'iu');
const pronounSubject = /(?<!\p{L})(?:ia|dia|beliau|dirinya|pihaknya|he|she)(?!\p{L})|nya[,.]?(?:\s|$)/iu;
const speech = new RegExp(`(?<!\\p{L})(?:${saying}|${saidBy})(?!\\p{L})`, 'iu');

/** As far back as a rule looks for the word before another, in characters; keeps a hostile body linear. */
const nearby = 60;

/** After so many blocks without a sign of the speaker, "ujarnya" is nobody's for certain. */
const farthest = 2;

/**
 * The quotations of a release whose speaker is certain, in order.
 *
 * The speaker stands behind the quotation ("kata Bima"), before it ("Bima mengatakan, …"), or is the last one
 * named where the verb says `-nya`. Where that is in doubt, because somebody without a name spoke in between or
 * the last name is too far away, the quotation is left out: a quotation with the wrong speaker is worse than none.
 */
export function findQuotes(
  blocks: readonly Block[],
  sentences: (block: number) => readonly string[],
  people: People,
): Quote[] {
  const quotes: Quote[] = [];
  let current: Person | null = null;
  let seen = -1;
  let at = -1;
  blocks.forEach((block, index) => {
    if (block.kind !== 'prose') return;
    if (block.broken) {
      current = null;
      return;
    }
    for (const sentence of sentences(index)) {
      at += 1;
      if (current !== null && index - seen > farthest) current = null;
      const told = speakerOf(sentence, people, current);
      if (told !== undefined) {
        current = told;
        seen = index;
      }
      for (const { text, rest, lead } of spans(sentence)) {
        const found = attribution(rest, lead, people, current);
        if (found === null) continue;
        quotes.push({ sentences: text, speaker: found.speaker, verb: found.verb, block: index, at });
        current = found.speaker;
        seen = index;
      }
    }
  });
  return quotes;
}

/** The quotations in a sentence, with what stands before and behind each. */
function spans(sentence: string): { text: string[]; lead: string; rest: string }[] {
  return [...sentence.matchAll(/“([^“”]+)”/gu)].flatMap((match) => {
    const said = (match[1] ?? '').trim();
    if (said.split(' ').length < 4) return [];
    const end = match.index + match[0].length;
    return [
      {
        text: spoken(said),
        lead: sentence.slice(0, match.index),
        rest: sentence.slice(end).split('“')[0] ?? '',
      },
    ];
  });
}

function spoken(said: string): string[] {
  return said.split(/(?<=[.!?])\s+(?=[\p{Lu}\d])/u).reduce<string[]>((all, part) => {
    // An initial or an abbreviation is no end: glue what a plain split tore apart.
    const last = all.at(-1);
    if (last !== undefined && /(?:^|\s)(?:\p{Lu}|dr|Dr|Drs|Ir|Prof|H|Hj|PT|No|Jl|Rp)\.$/u.test(last)) {
      all[all.length - 1] = `${last} ${part}`;
      return all;
    }
    all.push(part);
    return all;
  }, []);
}

function attribution(
  rest: string,
  lead: string,
  people: People,
  current: Person | null,
): { speaker: Person; verb: string } | null {
  const match = after.exec(rest);
  if (match !== null) {
    const verb = (match[1] ?? 'kata').toLowerCase();
    const shown =
      plainSaid.has(verb) || /^(?:said|says|explained|stressed|noted)$/.test(verb)
        ? verb
        : /^(?:added|told)$/.test(verb)
          ? 'said'
          : 'kata';
    const named = match[2] === undefined ? personIn(match[3] ?? '', people, true) : null;
    // A name that is nobody's we know, "kata seorang warga": not the last speaker either.
    const speaker = match[2] === undefined ? named : current;
    return speaker === null ? null : { speaker, verb: shown };
  }
  // English: “…,” Mayor Bima Arya said.
  const inverted = /^[,.]?\s*(.{3,80}?)\s(said|says|added|explained)\b/u.exec(rest);
  if (inverted !== null) {
    const who = inverted[1] ?? '';
    const speaker = /^(?:he|she)$/i.test(who) ? current : personIn(who, people, true);
    return speaker === null ? null : { speaker, verb: 'said' };
  }
  if (!before.test(lead)) return null;
  const speaker =
    personIn(lead.split('”').at(-1) ?? '', people, false) ?? (pronounSubject.test(lead) ? current : null);
  return speaker === null
    ? null
    : { speaker, verb: /[a-z]+(?:said|says|added)/.test(lead) ? 'said' : 'kata' };
}

/** The first person that a text names; at its very start, if `atStart`. */
export function personIn(text: string, people: People, atStart: boolean): Person | null {
  let best: { at: number; person: Person } | null = null;
  const consider = (at: number, person: Person | null): void => {
    if (person !== null && at >= 0 && (best === null || at < best.at)) best = { at, person };
  };
  for (const one of people.all) consider(text.indexOf(one.name), one);
  for (const match of text.matchAll(/(?<!\p{L})(?:[Ww]ali ?[Kk]ota|\p{Lu}[\p{L}-]{2,})(?!\p{L})/gu)) {
    const previous = /(\p{Lu}[\p{L}.]*) $/u.exec(
      text.slice(Math.max(0, match.index - nearby), match.index),
    )?.[1];
    // Part of another name ("Paseban Sri Bima"), unless an honorific or an office stands there.
    if (
      previous !== undefined &&
      !/^(?:Pak|Bapak|Ibu|Bu|Kang|Mbak|Mas|Teh|Wawali|Sekda|Walikota|Kota|Camat|Lurah|Mr|Ms|Mayor)\.?$/.test(
        previous,
      )
    )
      continue;
    if (
      /^ \p{Lu}/u.test(text.slice(match.index + match[0].length)) &&
      people.byWord(match[0])?.name.includes(match[0]) !== true
    )
      continue;
    consider(match.index, people.byWord(match[0]));
  }
  const found = best as { at: number; person: Person } | null;
  if (found === null) return null;
  // "kata Wali Kota Bogor Bima Arya": office words may stand before the name, running text may not.
  if (
    atStart &&
    !/^(?:\s|\(?[\p{Lu}\d][\p{L}\d().-]*,?|di|dan|[Ww]ali|[Kk]ota|[Ww]akil|of|the)*$/u.test(
      text.slice(0, found.at),
    )
  )
    return null;
  return found.person;
}

/**
 * Who speaks from this sentence on: a person, null where somebody unnamed does, undefined where nothing changes.
 */
function speakerOf(sentence: string, people: People, current: Person | null): Person | null | undefined {
  const narrative = sentence.replace(/“[^“”]*”/gu, '“”');
  const say = speech.exec(narrative);
  if (say === null) {
    const subject = personIn(narrative, people, true);
    return subject ?? undefined;
  }
  const behind = new RegExp(`^(?:${saidBy})$`, 'iu').test(say[0]);
  const there = behind ? narrative.slice(say.index + say[0].length) : narrative.slice(0, say.index);
  const near = personIn(behind ? there.replace(/^\s*(?:oleh|by)(?=\s)/u, '') : there, people, behind);
  if (near !== null) return near;
  if (pronounSubject.test(narrative.slice(0, say.index + say[0].length + 4)) || /^“”/.test(narrative))
    return undefined;
  if (/^\s*(?:dia|ia|beliau)?[,.]?\s*$/iu.test(there.slice(0, 6))) return undefined;
  return current === null ? undefined : null;
}
