import { houseStyle } from '../caption/style.ts';
import type { Checked, Finding, Mend } from './check.ts';
import type { DraftReading } from './reading/draft.ts';
import { type ReleaseFacts, streamOf } from './reading/facts.ts';
import { type Token, tokensOf } from './reading/tokens.ts';

/** From so many words on a quotation is somebody's speech, not the name of a thing. */
const speech = 6;

/**
 * Words between quotation marks that the release does not have in this order, or has, but not as anybody's words.
 * "…" and "[…]" may leave words out; what stands in square brackets is the official's.
 */
export function quoteChanged({ facts, text }: Checked, { plain }: DraftReading): Finding[] {
  if (facts === null) return [];
  const found: Finding[] = [];
  for (const match of plain.matchAll(/“([^“”]*)”/gu)) {
    const said = match[1] ?? '';
    const mark = { start: match.index, end: match.index + match[0].length };
    if (tokensOf(said).length === 0) continue;
    const parts = said
      .split(/\[[^\]]*\]|…|\.{3,}|\(\.{2,}\)/u)
      .map(streams)
      .filter((forms) => forms[0]?.trim() !== '');
    if (!parts.every((forms) => stands(forms, facts))) {
      const mends = mendsFor(text, said, mark.start + 1, facts);
      found.push({ severity: 'stop', reason: { key: 'quoteChanged', args: [] }, marks: [mark], mends });
    } else if (tokensOf(said).length >= speech && facts.spoken !== null && !isSpoken(parts, facts.spoken)) {
      found.push({ severity: 'warn', reason: { key: 'notQuoted', args: [] }, marks: [mark], mends: [] });
    }
  }
  return found;
}

/** A part of a quotation as it stands and in house style. */
const streams = (part: string): string[] => [streamOf(part), streamOf(houseStyle(part))];

const stands = (forms: readonly string[], facts: ReleaseFacts): boolean =>
  forms.some((form) => facts.streams.some((stream) => stream.includes(form)));

/** Whether the words stand between quotation marks in the release, too: else they are nobody's speech. */
const isSpoken = (parts: readonly string[][], spoken: readonly string[]): boolean =>
  parts.every((forms) =>
    forms.some(
      (form) => spoken.some((stream) => stream.includes(form)) || spoken.join('').includes(form.trim()),
    ),
  );

/** The release's own words in place of a quotation that nearly has them. */
function mendsFor(text: string, said: string, start: number, facts: ReleaseFacts): Mend[] {
  const words = tokensOf(said);
  const best = nearest(
    words.map(({ key }) => key),
    tokensOf(facts.raw),
  );
  if (best === null) return [];
  const own = facts.raw.slice(best.first.start, best.last.end);
  const tail = /[\s,.!?]*$/u.exec(said)?.[0] ?? '';
  const end = start + said.length;
  return [{ key: 'useReleaseWords', text: text.slice(0, start) + own + tail + text.slice(end) }];
}

/** The run of the release's words that has most of these in order; null under three quarters. */
function nearest(words: readonly string[], all: readonly Token[]): { first: Token; last: Token } | null {
  if (words.length < 4) return null;
  const wanted = new Set(words);
  let best: { from: number; to: number; shared: number } | null = null;
  const keys = all.map(({ key }) => key);
  for (let from = 0; from < keys.length; from += 1) {
    // A changed quotation keeps its first or its second word nearly always; a run starts there or nowhere.
    if (keys[from] !== words[0] && keys[from] !== words[1]) continue;
    const start = keys[from] === words[0] || from === 0 ? from : from - 1;
    for (let length = words.length - 2; length <= words.length + 2; length += 1) {
      const run = keys.slice(start, start + length);
      const shared = run.filter((key) => wanted.has(key)).length - Math.abs(run.length - words.length) / 4;
      const endsAlike = run.at(-1) === words.at(-1) ? 0.3 : 0;
      if (best === null || shared + endsAlike > best.shared) {
        best = { from: start, to: start + length - 1, shared: shared + endsAlike };
      }
    }
  }
  if (best === null || best.shared < words.length * 0.75) return null;
  const [first, last] = [all[best.from], all[best.to]];
  return first === undefined || last === undefined ? null : { first, last };
}
