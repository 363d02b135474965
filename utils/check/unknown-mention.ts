import type { Checked, Finding } from './check.ts';
import { type DraftReading, isOwn } from './reading/draft.ts';
import { known } from './reading/known.ts';
import { findMentions } from './reading/tokens.ts';

/** An account named with "@" whose name has nothing of the release: a wrong one answers in the city's name. */
export function unknownMention({ text, facts }: Checked, reading: DraftReading): Finding[] {
  if (facts === null) return [];
  const marks = findMentions(text).filter(({ text: name, start, end }) => {
    if (isOwn(reading, { start, end })) return false;
    if (reading.hashtags.some((tag) => start >= tag.start && start < tag.end)) return false;
    if (facts.raw.toLowerCase().includes(name.toLowerCase())) return false;
    const letters = name
      .toLowerCase()
      .replace(/\.(?:social|id|com|org)$/, '')
      .replace(/[^\p{L}]/gu, '');
    return covered(letters, facts.words) < letters.length / 2;
  });
  if (marks.length === 0) return [];
  const places = marks.map(({ start, end }) => ({ start, end }));
  return [{ severity: 'warn', reason: { key: 'unknownMention', args: [] }, marks: places, mends: [] }];
}

/** How many of these letters can be read as words of the release or well-known ones, without overlap. */
function covered(letters: string, words: ReadonlySet<string>): number {
  const best = [0];
  for (let end = 1; end <= letters.length; end += 1) {
    best[end] = best[end - 1] ?? 0;
    for (let start = Math.max(0, end - 18); start <= end - 3; start += 1) {
      const word = letters.slice(start, end);
      if (words.has(word) || (word.length > 3 && known.has(word))) {
        best[end] = Math.max(best[end] ?? 0, (best[start] ?? 0) + word.length);
      }
    }
  }
  return best[letters.length] ?? 0;
}
