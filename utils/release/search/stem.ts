import { irregular, roots, whole } from './roots.ts';

/** Below this length no Indonesian word carries an affix that could be told from its root. */
const SHORTEST = 5;
/** What is left of a word that no list knows, at least; with an affix on one side only, one letter more. */
const SHORTEST_UNKNOWN = 4;

/** Stems already found: an archive says the same few thousand words over and over. */
const known = new Map<string, string>();
const MOST_KNOWN = 20_000;

/**
 * What a word shares with its other forms, so that "menyalurkan", "penyaluran" and "disalurkan" meet: "salur". It is
 * a key for comparing, not for reading. Affixes come off where what remains is a known root, fewest first; from a word
 * that is unknown only where two affixes belong together or the prefix leaves no doubt, so names stay whole.
 * @param term a word as `termOf` gives it
 */
export function stem(term: string): string {
  if (term.length < SHORTEST) return term;
  const before = known.get(term);
  if (before !== undefined) return before;
  const found = findStem(term);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(term, found);
  return found;
}

function findStem(term: string): string {
  if (!/^[a-z]+$/.test(term)) return term;
  const bare = term.endsWith('nya') && term.length > 6 && !isKnown(term) ? term.slice(0, -3) : term;
  const told = irregular.get(bare) ?? irregular.get(term);
  if (told !== undefined) return told;
  if (isKnown(bare)) return bare;
  return peelToRoot(bare) ?? peelUnknown(bare);
}

const isKnown = (word: string): boolean => roots.has(word) || whole.has(word);

/** The nearest known root, affixes taken off one at a time in every way that is possible. */
function peelToRoot(word: string): string | null {
  let level = [word];
  for (let depth = 0; depth < 4 && level.length > 0; depth++) {
    const next: string[] = [];
    for (const each of level) {
      for (const rest of [...withoutSuffix(each), ...withoutBoth(each), ...withoutPrefix(each)]) {
        if (roots.has(rest)) return irregular.get(rest) ?? rest;
        if (rest.length >= SHORTEST_UNKNOWN) next.push(rest);
      }
    }
    level = next;
  }
  return null;
}

/** Nouns carry two affixes at once: "keringanan" is ke+ringan+an, although "kering" is a word as well. */
function withoutBoth(word: string): string[] {
  return /^(?:ke|pe).{3,}an$/.test(word) ? withoutPrefix(word.slice(0, -2)) : [];
}

function withoutSuffix(word: string): string[] {
  // "gerakan" is gerak+an and "berikan" beri+kan; but verbs take -kan: "mengadukan" is adu+kan.
  const verb = /^(?:me|di)/.test(word);
  return [...(verb ? ['kan', 'an'] : ['an', 'kan']), 'i', 'nya', 'lah', 'kah']
    .filter((suffix) => word.endsWith(suffix) && word.length - suffix.length >= 3)
    .map((suffix) => word.slice(0, -suffix.length));
}

function withoutPrefix(word: string): string[] {
  const rests = ['di', 'ke', 'se', 'ber', 'ter', 'per', 'be', 'te', 'pe']
    .filter((prefix) => word.startsWith(prefix))
    .map((prefix) => word.slice(prefix.length));
  if (/^[mp]e/.test(word)) rests.push(...withoutNasal(word.slice(2)));
  return rests.filter((rest) => rest.length >= 3);
}

/**
 * Behind me- or pe- the first sound melts: meny+alur is salur, mem+ilih pilih, men+ulis tulis, meng+irim kirim or
 * with nothing lost ingat. (Tata Bahasa Baku Bahasa Indonesia, on morphophonemics.) Likelier readings first.
 */
function withoutNasal(rest: string): string[] {
  const vowel = (at: number): boolean => 'aiueo'.includes(rest[at] ?? '-');
  if (rest.startsWith('ny') && vowel(2)) return [`s${rest.slice(2)}`, rest];
  if (rest.startsWith('ng')) {
    const behind = rest.slice(2);
    if (vowel(2)) return [behind, `k${behind}`, rest];
    return /^[ghk]/.test(behind) ? [behind] : [];
  }
  if (rest.startsWith('m')) {
    if (vowel(1)) return [`p${rest.slice(1)}`, rest];
    return /^m[bfpv]/.test(rest) ? [rest.slice(1)] : [];
  }
  if (rest.startsWith('n')) {
    if (vowel(1)) return [`t${rest.slice(1)}`, rest];
    return /^n[cdjstz]/.test(rest) ? [rest.slice(1)] : [];
  }
  return /^[lrwy]/.test(rest) ? [rest] : [];
}

/** Affixes that come as a pair in verbs and nouns of new words: "mengoptimalkan", "pengaspalan", "diaspalkan". */
const PAIRED = /^(?:(?:me|di|memper|diper).+(?:kan|i)|(?:pe|ke|per).+an)$/;
/** Prefixes that stand alone before a longer word: "mengaspal", "diaspal", "berorganisasi". */
const CLEAR = /^(?:me(?:m[bfp]|n[cdj]|ng[ghaiueo])|di|ber)/;

function peelUnknown(word: string): string {
  const paired = PAIRED.test(word);
  if (!paired && !CLEAR.test(word)) return word;
  const inner = paired
    ? /^(?:me|di)/.test(word)
      ? word.replace(/(?:kan|i)$/, '')
      : word.slice(0, -2)
    : word;
  const rest = unknownRest(inner);
  if (rest === null || rest.length < SHORTEST_UNKNOWN + (paired ? 0 : 1)) return word;
  return /^[^aiueo]{3}|^ng/.test(rest) ? word : rest;
}

function unknownRest(word: string): string | null {
  const double = /^(?:mem|di)per(.+)$/.exec(word);
  if (double?.[1]) return double[1];
  const plain = /^(?:di|ke|ber|per)(.+)$/.exec(word);
  if (plain?.[1]) return plain[1];
  // Of words that are in no list, most are new, and new words keep a first vowel behind meng-.
  return /^[mp]e/.test(word) ? (withoutNasal(word.slice(2))[0] ?? null) : null;
}
