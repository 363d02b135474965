import { shorten, withoutLeadDate } from './compress.ts';
import { withFullNames } from './names.ts';
import { fullName, isHead, type Person } from './people.ts';
import type { Ranked } from './rank.ts';
import type { Reading, Sentence } from './reading.ts';
import { withSayer } from './sayer.ts';
import { houseStyle } from './style.ts';
import type { Vary } from './vary.ts';

/** A sentence's own forms, fullest first, each with who said it where only the next sentence tells. */
export function formsOf({ sentence, text }: Ranked, reading: Reading): string[] {
  return shorten(text).map((form) => withSayer(form, sentence.sayer, reading.language));
}

/** The title as a sentence, or null where it was cut off by its site. */
export function titleSentence(reading: Reading): string | null {
  const title = houseStyle(reading.title).trim();
  if (title === '' || /(?:\.{2,}|…)$/u.test(title)) return null;
  return /[.!?]$|[.!?]”$/u.test(title) ? title : `${title.replace(/[\s,;:–—-]+$/u, '')}.`;
}

const headlineVerb =
  /(?<!\p{L})(?:(?:Me|me|Ber|ber|Di|di|Ter|ter)\p{Ll}{3,}|\p{L}{3,}kan|Gelar|Buka|Raih|Ajak|Minta|Jadi|Lolos|Layani|Apresiasi|Larang|Janji|Bawa|Sambut|Hadiri|Tinjau|Dorong|Imbau|Bahas|Tanam|Panen|Lantik|Terima|Dukung|Perkuat|Perbaiki|Sepakati|Temui|Beri|Ikuti|Kunjungi|Opens?|Holds?|Launches|Wins?|Receives?|Invites?|Plants?|Builds?)(?!\p{L})/u;

/** Whether a title is a whole statement ("Pemkot Gelar Pasar Murah …") rather than a heading ("Rapat Koordinasi PATEN"). */
export function isStating(title: string): boolean {
  return title.split(' ').length >= 5 && headlineVerb.test(title);
}

/** A sentence with its short names in brackets, where one of them is used further on; else null. */
export function glossed(text: string, further: readonly string[]): string | null {
  const whole = withoutLeadDate(houseStyle(text));
  const used = [...whole.matchAll(/\((\p{Lu}[^()]{1,24})\)/gu)].some((match) =>
    further.some((one) => one.includes(match[1] ?? '')),
  );
  return used ? whole : null;
}

/** The people whom a text names in full. */
export function namedIn(text: string, reading: Reading): Set<Person> {
  return new Set(reading.people.all.filter((one) => text.includes(fullName(one))));
}

/** A sentence in which people named in full before are named shortly: heads by their office, others by their name. */
export function onceMore(text: string, known: ReadonlySet<Person>, reading: Reading): string {
  let shorter = text;
  for (const one of known) {
    if (one.office === '') continue;
    const head =
      isHead(one.office) && reading.people.all.filter(({ office }) => office === one.office).length === 1;
    shorter = shorter.replaceAll(fullName(one), head ? one.office : one.name);
  }
  return shorter;
}

/**
 * Sentences in the release's order, each with names as a reader needs them: in full at first, then as the release
 * writes them, or by the office alone where the release would say it all again.
 */
export function inOrder(sentences: readonly Sentence[], reading: Reading, before: string): string[] {
  const known = namedIn(before, reading);
  return [...sentences]
    .sort((a, b) => a.at - b.at)
    .flatMap((sentence) => {
      const named = withFullNames(sentence.text, reading.people, known);
      if (named === null) return [];
      const told = withSayer(shorten(named)[0] ?? named, sentence.sayer, reading.language);
      const text = onceMore(told, known, reading);
      for (const one of namedIn(text, reading)) known.add(one);
      return [text];
    });
}

/** The news in a sentence, behind a first one that says something else: the lead or a shorter form of it. */
export function newsBehind(reading: Reading, lead: Ranked, first: string, vary: Vary): string[] {
  const [told] = inOrder([lead.sentence], reading, first);
  if (told === undefined) return [];
  const forms = lead.sentence.sayer ? [told] : shorten(told);
  return vary.one('news', [true, true, false]) ? [vary.one('news form', forms)] : [];
}
