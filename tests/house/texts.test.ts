import { describe, expect, test } from 'vitest';
import { en } from '../../utils/browser/texts/en.ts';
import { id } from '../../utils/browser/texts/id.ts';
import { later } from '../../utils/browser/texts/later.ts';
import { sending } from '../../utils/browser/texts/sending.ts';
import type { Refusal } from '../../utils/draft/outgoing.ts';
import type { NetworkReason } from '../../utils/platform/network-error.ts';
import { platformIds } from '../../utils/platform/platform.ts';
import type { SignInReason } from '../../utils/platform/sign-in-error.ts';
import type { FetchReason, ReadReason } from '../../utils/source/source.ts';

type Tree = { [key: string]: Tree | string | ((...given: never[]) => string) };

/** Every text as "path" -> the words, a function called with stand-ins of the kind that it takes. */
function flat(tree: Tree, path = ''): Map<string, { words: string; arity: number }> {
  const found = new Map<string, { words: string; arity: number }>();
  for (const [key, value] of Object.entries(tree)) {
    const here = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') found.set(here, { words: value, arity: 0 });
    else if (typeof value === 'function') {
      const given = Array.from({ length: value.length }, (_, at) => `«${at}»`) as never[];
      found.set(here, { words: value(...given), arity: value.length });
    } else for (const [inner, one] of flat(value, here)) found.set(inner, one);
  }
  return found;
}

const indonesian = flat({ ...id, ...sending.id, later: later.id } as unknown as Tree);
const english = flat({ ...en, ...sending.en, later: later.en } as unknown as Tree);
const without = (texts: ReadonlyMap<string, { words: string }>, ...keys: string[]) =>
  [...texts].filter(([key]) => !keys.includes(key)).map(([key, { words }]) => ({ key, words }));

describe('both languages', () => {
  test('have the same texts with the same number of blanks', () => {
    const shape = (texts: typeof english) => [...texts].map(([key, { arity }]) => `${key}/${arity}`).sort();
    expect(shape(english)).toEqual(shape(indonesian));
    expect(indonesian.size).toBeGreaterThan(150);
  });

  test('leave no text empty, and none with loose white space', () => {
    for (const { key, words } of [...without(indonesian), ...without(english)]) {
      expect(words.trim(), key).not.toBe('');
      expect(words, key).toBe(words.trim());
      expect(words, key).not.toMatch(/ {2}|undefined|\[object/);
    }
  });

  test('use every blank they are given', () => {
    for (const texts of [indonesian, english]) {
      for (const [key, { words, arity }] of texts) {
        for (let at = 0; at < arity; at += 1) expect(words, key).toContain(`«${at}»`);
      }
    }
  });

  test('say every reason for which a refresh can fail', () => {
    // The type makes this list whole: a new reason does not compile until it stands here.
    const reasons: Record<FetchReason | ReadReason, true> = {
      ...{ offline: true, 'no-answer': true, timeout: true, 'not-https': true, 'no-permission': true },
      ...{ redirected: true, 'not-found': true, status: true, 'too-large': true, 'wrong-type': true },
      ...{ empty: true, unreadable: true },
    } as const;
    for (const reason of Object.keys(reasons)) {
      expect(indonesian.has(`failures.${reason}`), reason).toBe(true);
      expect(english.has(`failures.${reason}`), reason).toBe(true);
    }
  });

  test('say every reason for which nobody is signed in, nothing goes out or nothing is taken', () => {
    const reasons: Record<
      `failures.${NetworkReason}` | `signIn.${SignInReason}` | `refusals.${Refusal}`,
      true
    > = {
      ...{ 'failures.offline': true, 'failures.no-answer': true, 'failures.timeout': true },
      ...{ 'failures.cut': true, 'failures.unreadable': true, 'failures.redirected': true },
      ...{ 'failures.signed-out': true, 'failures.gone': true, 'failures.refused': true },
      ...{ 'failures.limited': true, 'failures.status': true },
      ...{ 'signIn.bad-handle': true, 'signIn.bad-server': true, 'signIn.not-found': true },
      ...{
        'signIn.mismatch': true,
        'signIn.no-window': true,
        'signIn.no-server': true,
        'signIn.not-app-password': true,
      },
      ...{ 'signIn.wrong-password': true, 'signIn.other-account': true, 'signIn.cancelled': true },
      ...{ 'signIn.forged': true, 'refusals.no-account': true, 'refusals.attention': true },
      ...{ 'refusals.empty': true, 'refusals.too-long': true },
    } as const;
    for (const reason of Object.keys(reasons)) {
      expect(indonesian.has(`sends.${reason}`), reason).toBe(true);
      expect(english.has(`sends.${reason}`), reason).toBe(true);
    }
  });

  test('differ, but for names and signs', () => {
    const mayBeSame =
      /^(?:app\.name|composer\.(?:count|serverPlaceholder)|desk\.entry|options\.(?:languages\.(?:en|id)|mastodon)|question\.linkPlaceholder)$/;
    const same = [...indonesian].filter(([key, { words }]) => english.get(key)?.words === words);
    expect(same.map(([key]) => key).filter((key) => !mayBeSame.test(key))).toEqual([]);
  });

  test('put the number before its word in the singular, too', () => {
    expect(en.list.fresh(1)).toBe('1 new release');
    expect(en.list.fresh(2)).toBe('2 new releases');
    expect(en.list.refreshed('09:12', 1)).toBe('Updated 09:12 · 1 release');
  });
});

describe('Indonesian', () => {
  const said = without(indonesian, 'options.languages.en');

  test('is polite', () => {
    for (const { key, words } of said) {
      expect(words, key).not.toMatch(/\b(?:kamu|kau|engkau|kalian|lo|lu|elo|gue|gua|anda)\b/);
      expect(words, key).not.toMatch(/\b(?:nggak|gak|enggak|kok|dong|sih|deh|yuk)\b/i);
    }
  });

  test('has no English left in it', () => {
    const left =
      /\b(?:the|and|or|of|to|for|with|your|you|not|click|save|saved|open|opened|post|posted|posting|draft|drafts|caption|captions|release|releases|share|shared|copy|copied|paste|delete|deleted|undo|back|close|cancel|settings|search|loading|upload|download|link|links|feed|browser|online|offline|update|refresh|error|failed|please|retry|hashtag|hashtags|desk|platform|platforms|platformnya|tab|toolbar|shortcut|icon|pin)\b/i;
    for (const { key, words } of said) {
      // Their own domain names are no words.
      expect(words.replace(/\b[\w-]+\.(?:social|id)\b/g, ''), key).not.toMatch(left);
    }
  });

  test('uses the words that the design names', () => {
    const all = said.map(({ words }) => words).join('\n');
    for (const word of ['Rilis', 'Takarir', 'Draf', 'Kanal', 'Sudut', 'Sumber', 'unggahan']) {
      expect(all, word).toMatch(new RegExp(word, 'i'));
    }
    expect(all).not.toMatch(/\b(?:caption|platform|postingan|media sosial)\b/i);
  });

  test('names every unit and angle for a screen reader', () => {
    for (const unit of ['weighted', 'grapheme', 'mastodon', 'threads', 'character'] as const) {
      expect(id.composer.units[unit]).toMatch(/\p{L}/u);
    }
    expect(new Set(Object.values(id.angles)).size).toBe(8);
    expect(platformIds.map((platform) => id.composer.open(platform))).toContain('Buka di x');
  });
});
