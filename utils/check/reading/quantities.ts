import { findCounters, findMoments } from './moments.ts';
import { spelledNumbers } from './spelled.ts';

/** A number, an amount or a share in a text. */
export interface Quantity {
  kind: 'count' | 'money' | 'share' | 'rt' | 'rw' | 'dialled';
  /** What it may mean: "1.200" is 1200; "2" of "2-3 juta" is 2 or 2,000,000. */
  values: readonly number[];
  /** Of "ratusan": from this to the first value below that. */
  range?: readonly [from: number, below: number];
  /** How it is softened: "lebih dari", "hampir", "sekitar", or "41 ribuan". */
  rounded: 'more' | 'less' | 'about' | 'some' | null;
  /** It opens a range whose unit stands behind the other end: "60-70%" may be shares as well. */
  open?: Quantity['kind'];
  start: number;
  end: number;
}

const scales: Readonly<Record<string, number>> = {
  ...{
    ratus: 100,
    ribu: 1e3,
    rb: 1e3,
    k: 1e3,
    juta: 1e6,
    jt: 1e6,
    miliar: 1e9,
    milyar: 1e9,
    miliyar: 1e9,
    m: 1e9,
  },
  ...{
    triliun: 1e12,
    trilyun: 1e12,
    t: 1e12,
    hundred: 100,
    thousand: 1e3,
    million: 1e6,
    billion: 1e9,
    trillion: 1e12,
  },
};
/** Units that may stand right behind the digits. */
const glued =
  /^(?:km|m|kg|g|gr|cm|mm|ha|l|ml|mg|kwh|mw|ton|x|th|pcs|org|hr|mnt|menit|jam|m2|m3|m²|m³|an|-an|st|nd|rd|th)(?![\p{L}\d])/iu;

const money = '(?:(?<!\\p{L})(?:Rp|IDR|USD|US\\$|SGD)\\.? ?|\\$ ?)';
const core = '(\\d{1,3}(?:[.,]\\d{3})+(?:[.,]\\d{1,2})?(?![\\d])|\\d+(?:[.,]\\d+)?)';
const scale =
  '(?:\\s?(ratus|ribu|rb|juta|jt|miliar|milyar|miliyar|triliun|trilyun|hundred|thousand|million|billion|trillion|[kK](?!\\p{L})|M(?!\\p{L})|T(?!\\p{L}))(?:an)?(?!\\p{L}))?';
const behind =
  '(?:\\s?(%|persen(?!\\p{L})|prosen(?!\\p{L})|per ?cent(?!\\p{L})|rupiah(?!\\p{L})|dolar(?!\\p{L})))?';
const number = new RegExp(
  `(?<![\\p{L}\\p{N}.,#@])(${money})?${core}(?:,-|,00(?!\\d))?${scale}${behind}`,
  'giu',
);

const neighbourhood =
  /(?<!\p{L})RT\.?\s*0*(\d{1,3})(?:\s*\/\s*(?:RW\.?\s*)?0*(\d{1,3}))?(?!\d)|(?<!\p{L})RW\.?\s*0*(\d{1,3})(?!\d)/giu;
const dialled = /(?<![\p{L}\p{N}.,])(?:\+?62|\(?0)[\d\s().-]{6,17}\d(?!\d)/gu;
const vague =
  /(?<!\p{L}|\d\s?)(belasan|puluhan|ratusan|ribuan|jutaan|miliaran|dozens|hundreds|thousands|millions)(?: (ribu|juta|miliar|triliun|of thousands|of millions))?(?!\p{L})/giu;
const ranges: Readonly<Record<string, readonly [number, number]>> = {
  ...{ belasan: [11, 20], puluhan: [20, 100], ratusan: [100, 1e3], ribuan: [1e3, 1e6], jutaan: [1e6, 1e9] },
  ...{
    miliaran: [1e9, 1e12],
    dozens: [12, 100],
    hundreds: [100, 1e3],
    thousands: [1e3, 1e6],
    millions: [1e6, 1e9],
  },
};

/** Every quantity of a text, in order; dates and times are `findMoments`'. */
export function findQuantities(text: string): Quantity[] {
  const found: Quantity[] = [];
  let rest = text;
  const blank = (start: number, end: number): void => {
    rest = rest.slice(0, start) + '\u0000'.repeat(end - start) + rest.slice(end);
  };
  const add = (quantity: Omit<Quantity, 'rounded'>): void => {
    found.push({ ...quantity, rounded: roundedBy(text, quantity.start, quantity.end) });
    blank(quantity.start, quantity.end);
  };
  for (const match of rest.matchAll(neighbourhood)) {
    const place = { start: match.index, end: match.index + match[0].length };
    if (match[1] !== undefined) add({ kind: 'rt', values: [Number(match[1])], ...place });
    if (match[2] ?? match[3]) add({ kind: 'rw', values: [Number(match[2] ?? match[3])], ...place });
  }
  for (const { start, end } of [...findMoments(rest), ...findCounters(rest)]) blank(start, end);
  for (const match of rest.matchAll(dialled)) {
    const digits = match[0].replace(/\D/g, '');
    if (digits.length < 8 || digits.length > 15) continue;
    add({
      kind: 'dialled',
      values: [Number(digits)],
      start: match.index,
      end: match.index + match[0].length,
    });
  }
  for (const match of rest.matchAll(vague)) {
    const [from, below] = ranges[(match[1] ?? '').toLowerCase()] ?? [0, 0];
    const times = scales[(match[2] ?? '').toLowerCase().replace('of ', '').replace(/s$/, '')] ?? 1;
    const place = { start: match.index, end: match.index + match[0].length };
    add({ kind: 'count', values: [], range: [from * times, below * times], ...place });
  }
  for (const match of rest.matchAll(number)) {
    const quantity = written(text, match as RegExpExecArray);
    if (quantity !== null) add(quantity);
  }
  for (const spelled of spelledNumbers(rest)) add(spelled);
  found.sort((a, b) => a.start - b.start);
  return found.map((one, i) => opened(one, found[i + 1], text));
}

function written(text: string, match: RegExpExecArray): Omit<Quantity, 'rounded'> | null {
  const [whole, sign, digits = '', scaleWord, unit] = match;
  const start = match.index;
  const end = start + whole.trimEnd().length;
  const after = text.slice(end);
  // "3D", "2nd floor" and a keycap are no amounts; nor is the number of a line of a list.
  if (/^[\uFE0F\u20E3]/u.test(after)) return null;
  if (/^[\p{L}]/u.test(after) && !glued.test(after)) return null;
  if (
    sign === undefined &&
    /(?:^|\n)\s*$/u.test(text.slice(0, start)) &&
    /^[.)]\s/u.test(after) &&
    digits.length <= 2
  )
    return null;
  if (/^\d+$/.test(digits) && digits.length >= 16) return null;
  const cash = sign !== undefined || /^(?:rupiah|dolar)$/i.test(unit ?? '');
  // "M" and "T" are thousands of millions only behind a sign of money.
  const times = /^[MT]$/.test(scaleWord ?? '') && !cash ? 1 : (scales[(scaleWord ?? '').toLowerCase()] ?? 1);
  const values = readings(digits).map((value) => rounded(value * times));
  return { kind: cash ? 'money' : unit === undefined ? 'count' : 'share', values, start, end };
}

const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;

/** What digits may mean: "1.350" 1350; "7,9" 7.9; "1,350" 1350 or 1.35; "1.200.000,50" as it says. */
function readings(digits: string): number[] {
  const separators = digits.match(/[.,]/g) ?? [];
  if (separators.length === 0) return [Number(digits)];
  const grouped = Number(digits.replace(/[.,]/g, ''));
  if (separators.length === 1) {
    const decimal = Number(digits.replace(',', '.'));
    if (!/[.,]\d{3}$/.test(digits)) return [decimal];
    return /^0/.test(digits) ? [decimal] : digits.includes('.') ? [grouped] : [grouped, decimal];
  }
  const last = digits.at(-3) === separators[0] ? null : /[.,](\d{1,2})$/.exec(digits)?.[1];
  if (last === null || last === undefined) return [grouped];
  return [Number(`${digits.slice(0, -last.length - 1).replace(/[.,]/g, '')}.${last}`)];
}

const more = /(?:lebih dari|di atas|melebihi|lebih|lewat|more than|over|above)\s*$/iu;
const less = /(?:hampir|nyaris|mendekati|kurang dari|di bawah|nearly|almost|less than|under)\s*$/iu;
const about = /(?:sekitar|sekira|kurang lebih|kira-kira|berkisar|±|\+-|\+\/-|~|about|around|some)\s*$/iu;

function roundedBy(text: string, start: number, end: number): Quantity['rounded'] {
  const before = text.slice(Math.max(0, start - 20), start);
  const after = text.slice(end, end + 30);
  if (about.test(before)) return 'about';
  if (more.test(before)) return 'more';
  if (less.test(before)) return 'less';
  if (
    /^(?: \p{Ll}+)? lebih(?! (?:dari|rendah|tinggi|banyak|sedikit|murah|baik|besar|kecil))(?!\p{L})/u.test(
      after,
    ) ||
    /^\+/.test(after)
  )
    return 'more';
  return /^(?:-?an)(?!\p{L})/u.test(after) ||
    /(?:ribuan|jutaan|miliaran|rban|jtan)$/u.test(text.slice(start, end))
    ? 'some'
    : null;
}

const through = /^\s*(?:[-–—]|s\.?\/?d\.?|sampai(?: dengan)?|hingga|to)\s*$/iu;

/** The first end of "60-70%" or "Rp 2-3 juta" with what its other end says for both. */
function opened(one: Quantity, next: Quantity | undefined, text: string): Quantity {
  if (next === undefined || next.values.length === 0 || !through.test(text.slice(one.end, next.start)))
    return one;
  const digits = /\d[\d.,]*/.exec(text.slice(next.start, next.end))?.[0] ?? '';
  const times = (next.values[0] ?? 1) / (readings(digits)[0] || 1);
  return {
    ...one,
    values: [...one.values, ...(times > 1 ? one.values.map((value) => rounded(value * times)) : [])],
    open: next.kind,
  };
}
