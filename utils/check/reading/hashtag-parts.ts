import type { FoundHashtag } from '../../caption/hashtags.ts';
import type { Mark } from '../check.ts';
import type { ReleaseFacts } from './facts.ts';
import { common, known } from './known.ts';
import { isKnown, nearestName } from './names.ts';
import { keyOf } from './tokens.ts';

/** "#PasarMurah2025" as "Pasar", "Murah", "2025"; "#HUTRI80" as "HUTRI", "80". */
export function partsOf(tag: string): string[] {
  return (
    tag
      .replace(/^[#＃]/u, '')
      .match(/\p{Lu}{2,}(?=\p{Lu}\p{Ll})|\p{Lu}?[\p{Ll}\p{M}]+|\p{Lu}+|\p{N}+|[^\p{Lu}\p{Ll}\p{N}_]+/gu) ?? []
  );
}

/** The fewest words of the release (or ordinary ones) that letters in a row can be read as; null if they cannot. */
export function segmented(letters: string, facts: ReleaseFacts | null): string[] | null {
  const text = keyOf(letters);
  const best: (string[] | null)[] = [[]];
  for (let end = 1; end <= text.length; end += 1) {
    best[end] = null;
    for (let start = Math.max(0, end - 18); start < end; start += 1) {
      const before = best[start];
      const word = text.slice(start, end);
      if (!before || word.length < 3) continue;
      const isWord = facts?.words.has(word) || common.has(word) || known.has(word);
      const kept = best[end];
      if (isWord && (!kept || before.length + 1 < kept.length)) best[end] = [...before, word];
    }
  }
  return best[text.length] ?? null;
}

/** Words that stand for the city in every tag and so say nothing of the release. */
const places =
  /^(?:kota|kab|kabupaten|kecamatan|kec|kelurahan|kel|desa|kampung|pemkot|pemkab|provinsi|walikota)$/;

/**
 * Hashtags that say something else than the release: a place that it does not have, a name of it mistyped or with
 * another word in it, a number that is not there. A tag of the official's own making is none of our business.
 */
export function unknownInHashtags(hashtags: readonly FoundHashtag[], facts: ReleaseFacts): Mark[] {
  return hashtags.flatMap(({ tag, start, end }) => (isForeign(tag, facts) ? [{ start, end }] : []));
}

function isForeign(tag: string, facts: ReleaseFacts): boolean {
  const whole = keyOf(tag.replace(/^[#＃]/u, ''));
  if (facts.words.has(whole) || facts.joined.has(whole) || segmented(whole, facts) !== null) return false;
  const parts = partsOf(tag);
  const says = parts.map((part) => saysPart(part, facts));
  if (says.every(Boolean)) return false;
  return parts.some((part, i) => {
    if (says[i]) return false;
    const key = keyOf(part);
    if (/^\p{N}+$/u.test(part)) return true;
    if (places.test(keyOf(parts[i - 1] ?? ''))) return true;
    if (nearestName(facts, key) !== null) return true;
    // "#DepokCreativeCenter": most of it is a name of the release, and this is not.
    const telling = parts.filter(
      (other, j) => says[j] && facts.names.has(keyOf(other)) && !places.test(keyOf(other)),
    );
    return telling.length >= 2 && telling.length > says.filter((one) => !one).length && !common.has(key);
  });
}

function saysPart(part: string, facts: ReleaseFacts): boolean {
  if (/^\p{N}+$/u.test(part)) {
    const value = Number(part);
    if (facts.quantities.some(({ values }) => values.includes(value))) return true;
    return facts.moments.some(({ year, days }) => year === value || days?.includes(value));
  }
  return isKnown(facts, keyOf(part)) || segmented(part, facts) !== null;
}
