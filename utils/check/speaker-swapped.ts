import { fullName, type Person } from '../caption/people.ts';
import { saidAfter, saying } from '../caption/words.ts';
import type { Checked, Finding } from './check.ts';
import type { DraftReading } from './reading/draft.ts';
import { type ReleaseFacts, streamOf } from './reading/facts.ts';
import { keyOf, tokensOf } from './reading/tokens.ts';

const said = new RegExp(`^[,.]?\\s*(?:—|–|-|(?:${saidAfter})(?:nya)?(?!\\p{L}))\\s*([^“.\\n]{2,120})`, 'iu');
const toSay = new RegExp(`([^“”.\\n]{2,120}?)(?:${saying})?(?:\\s+(?:bahwa|that))?\\s*[,:]\\s*$`, 'iu');

/** The words of one person of the release in the mouth of another. */
export function speakerSwapped({ facts }: Checked, { plain }: DraftReading): Finding[] {
  if (facts === null) return [];
  const found: Finding[] = [];
  for (const match of plain.matchAll(/“([^“”]+)”/gu)) {
    const end = match.index + match[0].length;
    const speaker = speakerOf(match[1] ?? '', facts);
    if (speaker === null) continue;
    const behind = said.exec(plain.slice(end, end + 160));
    const before = toSay.exec(plain.slice(Math.max(0, match.index - 160), match.index));
    const told = behind?.[1] ?? before?.[1];
    if (told === undefined) continue;
    const named = personIn(told, facts);
    if (named === null || named === speaker) continue;
    const at = behind === null ? match.index - (before?.[0].length ?? 0) : end + behind[0].indexOf(told);
    found.push({
      severity: 'stop',
      reason: { key: 'speakerSwapped', args: [fullName(speaker)] },
      marks: [{ start: at, end: at + told.trimEnd().length }],
      mends: [],
    });
  }
  return found;
}

/** Who says this in the release, where that is certain. */
function speakerOf(words: string, facts: ReleaseFacts): Person | null {
  const stream = streamOf(words).trim();
  if (stream.split(' ').length < 3) return null;
  const speakers = facts.quotes
    .filter(({ sentences }) => streamOf(sentences.join(' ')).includes(stream))
    .map(({ speaker }) => speaker);
  const [only] = speakers;
  return only !== undefined && speakers.every((one) => one === only) ? only : null;
}

/** The one person of the release that these words name, by any part of the name or by the office alone. */
function personIn(told: string, facts: ReleaseFacts): Person | null {
  const keys = tokensOf(told);
  const named = new Set<Person>();
  for (const { key } of keys) {
    for (const one of facts.people.all) {
      if (key.length > 2 && one.name.split(' ').map(keyOf).includes(key)) named.add(one);
    }
  }
  if (named.size === 1) return [...named][0] ?? null;
  if (named.size > 1) return null;
  const nick = keys.flatMap(({ text }) =>
    /^\p{Lu}\p{L}{3,}/u.test(text) ? (facts.people.byWord(text) ?? []) : [],
  );
  return nick[0] ?? null;
}
