import type { Checked, Finding, Mark } from './check.ts';
import type { DraftReading } from './reading/draft.ts';
import type { ReleaseFacts } from './reading/facts.ts';
import { common } from './reading/known.ts';
import { keyOf } from './reading/tokens.ts';

const loud = /(?<![\p{L}\p{N}#@])\p{Lu}{4,}(?:-\p{Lu}{2,})*(?![\p{L}\p{N}])/gu;
const marks = /[!?]*(?:!!|\?\?|!\?|\?!)[!?]*/gu;
/** So many loud words are shouting; one is a stress. */
const fewest = 2;

/** Words all in capitals that are no acronyms of the release, and "!!!": read as shouting, and badly read aloud. */
export function shouting({ text, facts }: Checked, { plain }: DraftReading): Finding[] {
  const words = [...plain.matchAll(loud)].filter((match) => !isAcronym(match[0], facts));
  const found: Mark[] = [...plain.matchAll(marks)].map(spanOf);
  if (words.length >= fewest) found.push(...words.map(spanOf));
  if (found.length === 0) return [];
  found.sort((a, b) => a.start - b.start);
  let calm = text;
  for (const { start, end } of [...found].reverse()) {
    calm =
      calm.slice(0, start) + calmed(text.slice(start, end), text.slice(0, start), facts) + calm.slice(end);
  }
  const mends = [{ key: 'calm' as const, text: calm }];
  return [{ severity: 'warn', reason: { key: 'shouting', args: [] }, marks: found, mends }];
}

const spanOf = (match: RegExpMatchArray): Mark => ({
  start: match.index ?? 0,
  end: (match.index ?? 0) + match[0].length,
});

/** An acronym of the release, or letters that cannot be read as a word and are none of the everyday ones. */
function isAcronym(word: string, facts: ReleaseFacts | null): boolean {
  const key = keyOf(word);
  if (facts?.acronyms.has(key)) return true;
  if (common.has(key)) return false;
  if (facts?.words.has(key)) return false;
  return (
    !/[AEIOU]/.test(word) || (word.length <= 4 && !/[AEIOU].*[AEIOU]/.test(word)) || /[^AEIOU]{4}/.test(word)
  );
}

/** The same, said quietly: a name as the release writes it, a first word with its capital, one mark for many. */
function calmed(piece: string, before: string, facts: ReleaseFacts | null): string {
  if (/^[!?]/.test(piece)) return piece.includes('?') ? '?' : '!';
  const key = keyOf(piece);
  const name = facts?.names.get(key);
  if (name !== undefined && name !== piece) return name;
  const low = piece.toLowerCase();
  return before.trim() === '' || /[.!?\n“"•*]\s*$/u.test(before)
    ? low.charAt(0).toUpperCase() + low.slice(1)
    : low;
}
