import type { Checked, Finding, Mark, Mend } from './check.ts';
import { type DraftReading, type DraftSentence, isOwn } from './reading/draft.ts';
import type { ReleaseFacts } from './reading/facts.ts';
import { unknownInHashtags } from './reading/hashtag-parts.ts';
import { common, directions, fixedPairs, known } from './reading/known.ts';
import { findMoments } from './reading/moments.ts';
import { isKnown, isOrdinary, isSpelling, nearestName, saysRoman } from './reading/names.ts';
import { findPlaces } from './reading/places.ts';
import { findQuantities } from './reading/quantities.ts';
import { swaps } from './reading/swapped.ts';
import { keyOf, type Token } from './reading/tokens.ts';

/** A name the release does not have, in the text or in a hashtag; and one that it has in the place of another. */
export function unknownName({ facts, text }: Checked, reading: DraftReading): Finding[] {
  if (facts === null) return [];
  // "Rp613" and "H-3" are told by the checks on numbers and dates.
  const counted = [...findMoments(reading.plain), ...findQuantities(reading.plain)];
  const unknown: Mark[] = [];
  const swapped: Mark[] = [];
  for (const sentence of reading.sentences) {
    const free = sentence.tokens.filter(
      (token) => !counted.some(({ start, end }) => start < token.end && end > token.start),
    );
    unknown.push(...unknownIn(sentence, free, facts, reading.plain));
    swapped.push(...mixedPeople(free, facts), ...swappedNames(sentence, facts));
  }
  for (const { kind, name, start, end } of findPlaces(reading.plain)) {
    const kinds = facts.placeKinds.get(name);
    // "Kabupaten Bogor" where the release speaks of the Kota.
    if (kinds !== undefined && !kinds.has(kind)) swapped.push({ start, end });
  }
  unknown.push(
    ...unknownInHashtags(
      reading.hashtags.filter((tag) => !isOwn(reading, tag)),
      facts,
    ),
  );
  return [
    finding('unknownName', unknown, mendsFor(text, unknown, facts)),
    finding('swappedName', swapped, []),
  ].flat();
}

function finding(
  key: 'unknownName' | 'swappedName',
  found: readonly Mark[],
  mends: readonly Mend[],
): Finding[] {
  const marks = joined([...found].sort((a, b) => a.start - b.start));
  return marks.length === 0 ? [] : [{ severity: 'warn', reason: { key, args: [] }, marks, mends }];
}

/** Neighbouring words of one name as one mark. */
function joined(marks: readonly Mark[]): Mark[] {
  const runs: { start: number; end: number }[] = [];
  for (const { start, end } of marks) {
    const last = runs.at(-1);
    if (last !== undefined && start <= last.end + 1) last.end = Math.max(last.end, end);
    else runs.push({ start, end });
  }
  return runs;
}

/** Where one word is a letter away from a name of the release: that name in its place. */
function mendsFor(text: string, marks: readonly Mark[], facts: ReleaseFacts): Mend[] {
  return marks.flatMap(({ start, end }) => {
    const word = nearestName(facts, keyOf(text.slice(start, end)));
    return word === null
      ? []
      : [{ key: 'useInstead' as const, word, text: text.slice(0, start) + word + text.slice(end) }];
  });
}

function unknownIn(
  sentence: DraftSentence,
  tokens: readonly Token[],
  facts: ReleaseFacts,
  plain: string,
): Mark[] {
  const heading = isHeading(tokens, facts);
  const replaced = replacedNames(sentence, facts);
  return tokens.filter((token, i) => {
    if (!/^\p{Lu}/u.test(token.text) && !/^\d+\p{Lu}/u.test(token.text)) return false;
    if (isOtherDirection(token, tokens[i - 1], facts)) return true;
    if (isKnown(facts, token.key) || saysRoman(facts, token.text)) return false;
    if (isFixed(tokens, i)) return false;
    if (replaced.has(token)) return true;
    if (isLoud(token.text)) return false;
    const before = tokens[i - 1];
    const next = tokens[i + 1];
    // Behind an office or an address there is a name, also in a headline; and a slip of the pen is one anywhere.
    if (before !== undefined && announces.test(before.key) && touches(before, token, plain))
      return !common.has(token.key);
    if (nearestName(facts, token.key) !== null && !isOrdinary(facts, token.key)) return true;
    if (isFirst(plain, token.start)) return next !== undefined && isSecondName(next, token, facts, plain);
    return !heading && !isOrdinary(facts, token.key);
  });
}

const announces =
  /^(?:pak|bu|bapak|ibu|bpk|kang|teh|mbak|mas|bang|kota|kabupaten|kab|kecamatan|kec|kelurahan|kel|desa|provinsi|pemkot|pemkab|pemprov|walikota|bupati|gubernur|camat|lurah|sekda|jalan|jl|jln|pt|cv|kampung|hotel|dr|h|hj)$/;

/** One of two words that only together are a name everybody knows. */
const isFixed = (tokens: readonly Token[], i: number): boolean =>
  fixedPairs.has(`${tokens[i - 1]?.key} ${tokens[i]?.key}`) ||
  fixedPairs.has(`${tokens[i]?.key} ${tokens[i + 1]?.key}`);

/** "Bogor Timur" where the release has Bogor and Timur, but only "Bogor Barat". */
function isOtherDirection(token: Token, before: Token | undefined, facts: ReleaseFacts): boolean {
  if (before === undefined || !directions.has(token.key) || !/^\p{Lu}/u.test(before.text)) return false;
  if (known.has(before.key) || common.has(before.key) || !facts.names.has(before.key)) return false;
  return !facts.pairs.has(`${before.key} ${token.key}`);
}

/** All in capitals and long enough to be a word said loudly rather than an acronym: the check on shouting has it. */
function isLoud(text: string): boolean {
  return (
    text.length > 4 &&
    /^\p{Lu}+$/u.test(text) &&
    /[AEIOU]/.test(text.slice(1, -1)) &&
    !/[^AEIOU]{4}/.test(text)
  );
}

/** A line in which nearly every longer word has a capital, names aside, says nothing by its capitals. */
function isHeading(tokens: readonly Token[], facts: ReleaseFacts): boolean {
  const long = tokens.slice(1).filter(({ text, key }) => /^\p{L}{4,}/u.test(text) && !facts.names.has(key));
  return long.length >= 3 && long.filter(({ text }) => /^\p{Lu}/u.test(text)).length / long.length >= 0.75;
}

/** Whether a capital is due here anyway: at the head of a sentence, a line, a quotation, behind a sign. */
function isFirst(plain: string, at: number): boolean {
  const before = plain.slice(Math.max(0, at - 12), at);
  return (
    before.trim() === '' ||
    /(?:(?<!(?<!\p{L})\p{Lu}\p{L}{0,2}\.?)[.!?:;…]["”’)]*\s+|\n\s*|[“"‘'([*_~/|•\-–—]\s*|(?:\p{So}|\p{Extended_Pictographic}|\uFE0F)\s*)$/u.test(
      before,
    )
  );
}

const touches = (before: Token, token: Token, plain: string): boolean =>
  /^\.? $/.test(plain.slice(before.end, token.start));

/** Whether the next word is the second or a later word of a person's name: then this one should be the word before. */
function isSecondName(next: Token, token: Token, facts: ReleaseFacts, plain: string): boolean {
  if (!/^\p{Lu}/u.test(next.text) || !touches(token, next, plain)) return false;
  if (isOrdinary(facts, token.key)) return false;
  return facts.people.all.some(({ name }) => name.split(' ').slice(1).map(keyOf).includes(next.key));
}

/** Two names side by side that no one person has: "Bima Rachim". */
function mixedPeople(tokens: readonly Token[], facts: ReleaseFacts): Mark[] {
  const owners = (key: string) =>
    facts.people.all.filter(({ name }) => key.length > 2 && name.split(' ').map(keyOf).includes(key));
  return tokens.flatMap((token, i) => {
    const next = tokens[i + 1];
    if (next === undefined || next.start !== token.end + 1) return [];
    const [own, others] = [owners(token.key), owners(next.key)];
    if (own.length === 0 || others.length === 0 || own.some((one) => others.includes(one))) return [];
    if (facts.pairs.has(`${token.key} ${next.key}`) || !/^\p{Lu}/u.test(next.text)) return [];
    return [{ start: token.start, end: next.end }];
  });
}

/** Words of a draft in the very place of a name of the release, at the head of a sentence, too. */
function replacedNames(sentence: DraftSentence, facts: ReleaseFacts): Set<Token> {
  const found = new Set<Token>();
  for (const { own, slot, exact } of swaps(sentence)) {
    if (!exact && own.length !== slot.instead.length) continue;
    own.forEach((token, i) => {
      const instead = slot.instead[i];
      if (instead === undefined || !facts.names.has(instead.key) || !/^\p{Lu}/u.test(instead.text)) return;
      if (!isOrdinary(facts, token.key)) found.add(token);
    });
  }
  return found;
}

/** A name of the release in the very place of another one. */
function swappedNames(sentence: DraftSentence, facts: ReleaseFacts): Mark[] {
  return swaps(sentence).flatMap(({ own, slot, exact }) => {
    const [token] = own;
    const [instead] = slot.instead;
    if (token === undefined || instead === undefined) return [];
    if (!exact) return swappedPeople(own, slot.instead, facts);
    const names = [token, instead].every(
      ({ key, text }) => /^\p{Lu}\p{Ll}/u.test(text) && facts.names.has(key),
    );
    if (!names || common.has(token.key) || common.has(instead.key)) return [];
    if (sameBearer(token.key, instead.key, facts)) return [];
    return [{ start: token.start, end: token.end }];
  });
}

/** Somebody's whole name in the place of somebody else's. */
function swappedPeople(own: readonly Token[], instead: readonly Token[], facts: ReleaseFacts): Mark[] {
  const named = (tokens: readonly Token[]) =>
    facts.people.all.filter(({ name }) =>
      tokens.some(({ key }) => key.length > 2 && name.split(' ').map(keyOf).includes(key)),
    );
  const [here, there] = [named(own), named(instead)];
  if (here.length === 0 || there.length === 0 || here.some((one) => there.includes(one))) return [];
  const marked = own.filter(({ key }) => here.some(({ name }) => name.split(' ').map(keyOf).includes(key)));
  return marked.map(({ start, end }) => ({ start, end }));
}

/** "Bima" and "Arya", "Sita" and "Sitawati", "Wawali" and "Jenal" may be one person. */
function sameBearer(a: string, b: string, facts: ReleaseFacts): boolean {
  if (a.startsWith(b) || b.startsWith(a) || isSpelling(a, b)) return true;
  const [one, other] = [facts.people.byWord(a), facts.people.byWord(b)];
  if (one !== null && one === other) return true;
  const bearer = one ?? other;
  return bearer !== null && [a, b].some((key) => keyOf(bearer.office).split(' ').includes(key));
}
