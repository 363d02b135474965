import type { Token } from './tokens.ts';

/** What a word does to a statement: denies it, puts it off, makes a wish, a study or a guess of it. */
export type SignalKind = 'not' | 'future' | 'hope' | 'study' | 'may' | 'guess' | 'only' | 'about';

export interface Signal {
  kind: SignalKind;
  /** Place among the words. */
  at: number;
}

const words: Readonly<Record<SignalKind, string>> = {
  not:
    'tidak tak bukan bukanlah belum jangan janganlah tanpa nggak enggak gak ga ngga tdk blm bkn jgn ' +
    'not no never without cannot dont doesnt isnt arent wont cant didnt wasnt',
  future:
    'akan bakal rencana rencananya berencana direncanakan merencanakan dijadwalkan ditargetkan menargetkan target ' +
    'will plans planned plan scheduled upcoming shall',
  hope:
    'diharapkan berharap harap harapan harapannya mengharapkan semoga mudah-mudahan moga berdoa ' +
    'expected hopes hope hoped hopefully aims',
  study:
    'kajian dikaji mengkaji pengkajian wacana usulan usul mengusulkan diusulkan diajukan pembahasan dibahas ' +
    'dipertimbangkan mempertimbangkan proposed review considered considering',
  may: 'bisa dapat mungkin kemungkinan berpotensi boleh may might could can',
  guess:
    'diduga dugaan diperkirakan perkiraan terindikasi dikhawatirkan disinyalir konon dikabarkan kabarnya dilaporkan diklaim disebut-sebut dugaannya alleged allegedly estimated',
  only: 'hanya cuma only',
  about: 'sekitar hampir nyaris kira-kira rata-rata kisaran berkisar about around nearly almost',
};

const kindOf: ReadonlyMap<string, SignalKind> = new Map(
  Object.entries(words).flatMap(([kind, list]) =>
    list.split(' ').map((word) => [word, kind as SignalKind] as const),
  ),
);

/** "tidak hanya", "tak terlepas": no denial at all. */
const notDenying = /^(?:hanya|cuma|sekadar|sekedar|saja|terlepas|lain|only|just)$/;

/** The words of a sentence that make it less than a fact, or its opposite. */
export function signalsOf(tokens: readonly Token[]): Signal[] {
  return tokens.flatMap(({ key, text }, at) => {
    const kind = kindOf.get(key);
    const next = tokens[at + 1]?.key ?? '';
    const before = tokens[at - 1]?.key ?? '';
    if (kind === undefined || (kind === 'not' && notDenying.test(next))) return [];
    // "Sekolah Dian Harapan" hopes for nothing.
    if (at > 0 && /^\p{Lu}/u.test(text) && /^\p{Lu}/u.test(tokens[at - 1]?.text ?? '')) return [];
    // "tidak hanya" again, from its second word; "mau tidak mau"; "dapat" as a noun's verb is told by its place.
    if (kind === 'only' && /^(?:tidak|tak|bukan|not)$/.test(before)) return [];
    return [{ kind, at }];
  });
}
