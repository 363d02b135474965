import { saidAfter, saying } from './words.ts';

/** What the words and marks of one sentence tell of its part in a text. */
export interface Cues {
  words: number;
  opensParagraph: boolean;
  /** It holds a quotation of a few words, or stands within one. */
  quotes: boolean;
  opensQuoting: boolean;
  /** It began while a quotation was open. */
  insideQuote: boolean;
  said: boolean;
  reports: boolean;
  pronoun: boolean;
  connective: boolean;
  pointing: boolean;
  firstPerson: boolean;
  digit: boolean;
  date: boolean;
  amount: boolean;
  /** Capitals that open no sentence. */
  names: number;
  /** It does not end as sentences do: a heading, a list's line. */
  endless: boolean;
  colon: boolean;
  question: boolean;
  /** "Baca juga: …", addresses, initials of the writer. */
  site: boolean;
  /** A dash near its head, as behind a dateline. */
  dash: boolean;
}

/** Words that carry no meaning by themselves, in lower case; Indonesian and English. */
export const shallow: ReadonlySet<string> = new Set(
  (
    'yang dan di ke dari untuk pada dengan oleh dalam ini itu adalah akan juga telah sudah para saat serta atau agar ' +
    'tersebut sebagai antara bagi hingga secara bisa dapat tidak ada the of and to in on for at a an is was with by from'
  ).split(' '),
);

/** Runs of letters and digits, in lower case. */
export function tokens(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

const word = (words: string, flags = 'iu'): RegExp => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, flags);
const start = (words: string): RegExp => new RegExp(`^(?:${words})(?!\\p{L})`, 'iu');

const marks = /["“”]/g;
/** Four words and more between marks. */
const quotation = /["“][^"“”\s]*(?:\s+[^"“”\s]+){3,}/;
const pronoun = start('ia|dia|beliau|mereka|keduanya|he|she|they|it|his|her|their');
const connective = start(
  'selain|sementara|namun|tetapi|tapi|meski|walau|kendati|padahal|bahkan|apalagi|sehingga|karena|oleh|maka|jadi|' +
    'dengan|untuk|adapun|sedangkan|dan|lalu|kemudian|selanjutnya|lebih|tak|tidak|hal|however|meanwhile|but|and|so|also',
);
const pointing = /^(?:\S+ ){0,3}(?:ini|itu|tersebut|this|that|these)(?!\p{L})/iu;
const firstPerson = word('saya|kami|kita|aku|gue|we|i|our|my');
const said = word(`(?:${saidAfter})(?:nya)?`);
const reports = word(saying);
const amount = /(?:Rp|rupiah|persen|%|dolar|dollar|percent)/i;
const site = /(?:baca|simak|lihat|saksikan)(?!\p{L})[^:]{0,40}:|^\(.*\)$|https?:|@/iu;
const dash = /^[^.]{0,60}(?:- ?-|–|—|\s-)\s/;

/** The cues of sentences in order; quotations may run on from one to the next within a paragraph. */
export function cues(lines: readonly { text: string; paragraph: number }[]): Cues[] {
  let open = false;
  return lines.map(({ text, paragraph }, at) => {
    const opensParagraph = paragraph !== lines[at - 1]?.paragraph;
    if (opensParagraph) open = false;
    const insideQuote = open;
    if ((text.match(marks)?.length ?? 0) % 2 === 1) open = !open;
    const bare = text.replace(/^["“”'‘(\s]+/, '');
    return {
      words: tokens(text).length,
      opensParagraph,
      quotes: insideQuote || quotation.test(text),
      opensQuoting: /^\s*["“]/.test(text),
      insideQuote,
      said: said.test(text),
      reports: reports.test(text),
      pronoun: pronoun.test(bare),
      connective: connective.test(bare),
      pointing: pointing.test(bare),
      firstPerson: firstPerson.test(text),
      digit: /\d/.test(text),
      date: /\(\d{1,2}[/ ]/.test(text),
      amount: amount.test(text),
      names: text.match(/(?<=[\p{Ll}\d,"”)]\s)\p{Lu}/gu)?.length ?? 0,
      endless: !/[.!?]["”')\]]*\s*$/.test(text),
      colon: /:\s*$/.test(text),
      question: text.includes('?'),
      site: site.test(text),
      dash: dash.test(text.slice(0, 70)),
    };
  });
}
