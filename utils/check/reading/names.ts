import { stem } from '../../release/search/stem.ts';
import type { ReleaseFacts } from './facts.ts';
import { common, known, shortForms } from './known.ts';
import { romanValue } from './spelled.ts';
import { keyOf } from './tokens.ts';

/** Whether the release has this word, a longer or shorter form of it, or what it is short for. */
function saysWord(facts: ReleaseFacts, key: string): boolean {
  if (facts.words.has(key) || facts.joined.has(key.replaceAll('-', ''))) return true;
  const bare = key.replace(/(?:nya|lah|kah|pun|ku|mu)$/, '');
  if (bare.length > 2 && facts.words.has(bare)) return true;
  if (shortForms.get(key)?.some((words) => standTogether(facts, words))) return true;
  if (facts.initials.has(key)) return true;
  const parts = key.split(/[-./:,]/).filter(Boolean);
  return parts.length > 1 && parts.every((part) => part.length === 1 || isKnown(facts, part));
}

/** Whether these words stand in a row in the release, "dan" and "di" aside. */
function standTogether({ words: all, pairs }: ReleaseFacts, words: readonly string[]): boolean {
  return words.every((word, i) => {
    const before = words[i - 1];
    if (before === undefined) return all.has(word);
    if (pairs.has(`${before} ${word}`)) return true;
    return ['dan', 'serta', 'di'].some(
      (link) => pairs.has(`${before} ${link}`) && pairs.has(`${link} ${word}`),
    );
  });
}

/** Whether a word needs no warrant: the release has it, or it names nothing that a release would have to say. */
export function isKnown(facts: ReleaseFacts, key: string): boolean {
  if (key.length < 2 || known.has(key) || saysWord(facts, key) || isNickname(facts, key)) return true;
  // A short form of an office that the release does not name is a claim; one on the list of known words is not.
  return spelledOut(facts, key);
}

/** "Dinas Kesehatan" where the release has "Dinkes": the long form's words, one by one. */
function spelledOut(facts: ReleaseFacts, key: string): boolean {
  for (const [short, forms] of shortForms) {
    if (facts.words.has(short) && forms.some((words) => words.includes(key))) return true;
  }
  return false;
}

/** "Sita" for "Sitawati", "Dedi" for nobody: the beginning of one name that is not shorter than three letters. */
function isNickname(facts: ReleaseFacts, key: string): boolean {
  if (key.length < 4) return false;
  return facts.people.all.some(({ name }) =>
    name.split(' ').some((part) => keyOf(part).startsWith(key) && keyOf(part).length >= key.length + 3),
  );
}

/** Whether a word is an ordinary one: in the list, or one that the release has in another form. */
export function isOrdinary(facts: ReleaseFacts, key: string): boolean {
  if (common.has(key) || common.has(key.replace(/(?:nya|lah)$/, ''))) return true;
  if (/^(?:(?:me[mnlrwy]|di)\p{L}{3,}(?:kan|i)|(?:ber|ter|pe[mnlr]|ke)\p{L}{4,}an|\p{L}{5,}nya)$/u.test(key))
    return true;
  const root = stem(key);
  if (root !== key && facts.sources.some(({ content }) => content.has(root))) return true;
  // "Digelar", "Menyambut": an affix that comes off for certain.
  return root !== key && /^(?:me|di|ber|ter)/.test(key);
}

/** Whether a Roman number stands in the release as one or as an ordinary number: "XIV", "ke-14". */
export function saysRoman(facts: ReleaseFacts, text: string): boolean {
  const value = romanValue(text);
  return value !== null && facts.quantities.some(({ values }) => values.includes(value));
}

/** The release's name that was most likely meant by a word, as the release writes it, or null. */
export function nearestName(facts: ReleaseFacts, key: string): string | null {
  if (key.length < 4) return null;
  let best: { name: string; away: number } | null = null;
  for (const [other, written] of facts.names) {
    if (Math.abs(other.length - key.length) > 2 || other.length < 4 || common.has(other)) continue;
    const away = distance(key, other);
    if (away <= (key.length >= 8 ? 2 : 1) && (best === null || away < best.away))
      best = { name: written, away };
  }
  return best?.name ?? null;
}

/** Whether two names are most likely one in two spellings: "Tjahaja" and "Tjahja". */
export const isSpelling = (a: string, b: string): boolean =>
  a.length > 4 && b.length > 4 && distance(a, b) <= 1;

/** How many letters are to be changed, added, dropped or exchanged with their neighbour; up to three. */
function distance(a: string, b: string): number {
  let two: number[] = [];
  let one = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((one[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (one[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (two[j - 2] ?? 0) + 1);
      }
      row.push(least);
    }
    two = one;
    one = row;
  }
  return one[b.length] ?? 3;
}
