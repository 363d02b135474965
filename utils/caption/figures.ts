import type { Sentence } from './reading.ts';

/** A number of a release with what it counts and the words that make it less than exact. */
export interface Figure {
  /** As the release writes it, hedge and all: "sekitar 1.000 orang", "Rp 613.677.930", "7,9 persen". */
  text: string;
  /** What it counts, in the words beside it: "bibit pohon rambutan", "nilai"; empty where none stand there. */
  counts: string;
  /** Place of its sentence among all, from 0. */
  at: number;
}

const about =
  '(?:(?:sekitar|kurang lebih|lebih dari|hampir|sedikitnya|setidaknya|sebanyak|mencapai|hingga|sampai|di atas|about|around|nearly|almost|over|more than|at least|up to) ){0,3}';
const amount =
  'Rp\\.? ?\\d[\\d.,]*\\d(?: (?:ribu|juta|miliar|milyar|triliun))?|Rp\\.? ?\\d(?: (?:ribu|juta|miliar|milyar|triliun))';
const share = '\\d+(?:[.,]\\d+)?(?: ?%| persen(?!\\p{L})| percent)';
const number = '\\d{1,3}(?:[.,]\\d{3})+|\\d{1,3}|(?!19|20)\\d{4}';
/** What stands before a number that numbers, dates or names something instead of counting it. */
const naming =
  "(?:Nomor|nomor|No\\.?|Tahun|tahun|pukul|Pukul|jam|tanggal|RT|RW|ke|KM|Km|HUT|usia|Pasal|pasal|Zona|Tingkat|Angkatan|Blok|Law|page|Article|’|')";
const unit =
  '(?:ribu|juta|miliar|milyar|triliun|silam|masih|tahun|bulan|hari|jam|malam|pagi|siang|sore|menit|lalu|persen|WIB|tentang|dan|hingga|sampai|atau|mendatang|di|ke|dari|yang|untuk|pada|kali|wib|a\\.m|p\\.m|years?|months?|days?|hours?|minutes?|and|to|in|at|on|of)';
const months =
  '(?:[Jj]anuari|[Ff]ebruari|[Mm]aret|[Aa]pril|[Mm]ei|[Jj]uni|[Jj]uli|[Aa]gustus|[Ss]eptember|[Oo]ktober|[Nn]ovember|[Dd]esember)';

const money = new RegExp(`${about}(?:${amount})`, 'gu');
const percent = new RegExp(`${about}(?<![\\d.,–-])${share}`, 'gu');
const counted = new RegExp(
  `${about}(?<![\\d./:–-]|Rp\\.? ?|${naming} )(?:${number})(?:-an)? (?!${unit}(?!\\p{L})|${months})((?:\\p{Ll}[\\p{Ll}-]{2,})(?: (?!(?:yang|yakni|yaitu|khusus|masih|kepada|di|ke|dari|dan|untuk|pada|akan|bagi|telah|sudah|dalam|dengan|oleh|se|ini|itu|tersebut|serta|that|who|which|and|a|the|in|at|to|of|for|is|are|was|were|will)(?!\\p{L}))\\p{Ll}[\\p{Ll}-]{2,}){0,3})`,
  'gu',
);

/**
 * The amounts, shares and counts of a release, in its order, each with the noun it belongs to. Years, dates, house
 * and law numbers are none.
 */
export function findFigures(sentences: readonly Pick<Sentence, 'text' | 'at'>[]): Figure[] {
  return sentences.flatMap(({ text, at }) => figuresIn(text).map((figure) => ({ ...figure, at })));
}

/** The figures of one sentence, in its order. */
export function figuresIn(text: string): Omit<Figure, 'at'>[] {
  const found: { text: string; counts: string; from: number }[] = [];
  for (const match of text.matchAll(money))
    found.push({ text: match[0], counts: before(text, match.index), from: match.index });
  for (const match of text.matchAll(percent))
    found.push({
      text: match[0],
      counts: before(text, match.index) || behind(text.slice(match.index + match[0].length)),
      from: match.index,
    });
  for (const match of text.matchAll(counted))
    found.push({ text: match[0], counts: match[1] ?? '', from: match.index });
  return found.sort((a, b) => a.from - b.from).map(({ text: words, counts }) => ({ text: words, counts }));
}

const glue = /^(?:senilai|sebesar|sejumlah|seharga|sebanyak|mencapai|menjadi|naik|turun|of|worth|is|are)$/u;
/** Words that end a noun's run: what stands before them belongs to something else. */
const stops =
  /^(?:yang|dan|atau|dari|di|ke|untuk|bagi|dengan|oleh|pada|dalam|yakni|yaitu|dimana|bahwa|akan|telah|sudah|ini|itu|tersebut|kita|kami|ada|masih|kepada|(?:di|me|ber|ter)\p{L}{4,}|that|which|the|a|an|and|or|in|on|for|to|by|was|were|will)$/u;

/** The words an amount belongs to: "bantuan bibit senilai Rp …", "nilai Rp …"; none behind a comma. */
function before(text: string, at: number): string {
  const words = (
    text
      .slice(0, at)
      .split(/[,.;:()“”]/u)
      .at(-1) ?? ''
  )
    .trim()
    .split(' ');
  while (glue.test(words.at(-1) ?? '')) words.pop();
  const noun: string[] = [];
  while (words.length > 0 && noun.length < 3 && !stops.test(words.at(-1) ?? ''))
    noun.unshift(words.pop() ?? '');
  return noun.join(' ').trim();
}

/** "2 persen dari Dana Transfer Umum", "86 percent of households" */
function behind(rest: string): string {
  const words = (/^ (?:dari |of |untuk )?((?:\p{L}[\p{L}-]+ ?){1,4})/u.exec(rest)?.[1] ?? '')
    .trim()
    .split(' ');
  const end = words.findIndex((word) => stops.test(word));
  return (end < 0 ? words : words.slice(0, end)).join(' ');
}
