import type { Quantity } from './quantities.ts';

const ones: Readonly<Record<string, number>> = {
  ...{ satu: 1, dua: 2, tiga: 3, empat: 4, lima: 5, enam: 6, tujuh: 7, delapan: 8, sembilan: 9 },
  ...{ sepuluh: 10, sebelas: 11, seratus: 100, seribu: 1e3, sejuta: 1e6 },
  ...{
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
  },
  ...{ twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 },
};
const times: Readonly<Record<string, number>> = {
  ...{ belas: 0, puluh: 10, ratus: 100, ribu: 1e3, juta: 1e6, miliar: 1e9, milyar: 1e9, triliun: 1e12 },
  ...{ hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9 },
};
const one = `(?:${Object.keys(ones).join('|')})`;
const any = `(?:${[...Object.keys(ones), ...Object.keys(times)].join('|')})`;
const words = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:ke)?(${one}(?:[ -]${any})*)(?![\\p{L}\\p{N}-])(?: (persen|percent|rupiah)(?!\\p{L}))?`,
  'giu',
);
const first = /(?<![\p{L}-])(?:pertama|perdana|kesatu|first)(?!\p{L})/giu;
const ordinal =
  /(?<![\p{L}-])ke(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas)(?:\p{Ll}*)(?: (?:belas|puluh))?(?!\p{L})/giu;

/** Numbers written in words: "dua pekan", "tiga ratus lima puluh", "kedua belas", "pertama". */
export function spelledNumbers(text: string): Omit<Quantity, 'rounded'>[] {
  const found: Omit<Quantity, 'rounded'>[] = [];
  for (const match of text.matchAll(words)) {
    const value = numberOf((match[1] ?? '').toLowerCase());
    const unit = (match[2] ?? '').toLowerCase();
    const kind = unit === '' ? 'count' : unit === 'rupiah' ? 'money' : 'share';
    if (value !== null)
      found.push({ kind, values: [value], start: match.index, end: match.index + match[0].length });
  }
  for (const match of text.matchAll(first)) {
    found.push({ kind: 'count', values: [1], start: match.index, end: match.index + match[0].length });
  }
  for (const match of text.matchAll(ordinal)) {
    // "ketiganya" is "the three of them", and counts, too; "keempat belas" is fourteen.
    const value = numberOf(
      match[0]
        .toLowerCase()
        .replace(/^ke/, '')
        .replace(/nya(?= |$)/, ''),
    );
    if (value !== null && !found.some(({ start }) => start === match.index)) {
      found.push({ kind: 'count', values: [value], start: match.index, end: match.index + match[0].length });
    }
  }
  return found;
}

/** "dua ratus lima puluh ribu" is 250,000; null for what is no number as a whole. */
function numberOf(text: string): number | null {
  let total = 0;
  let part = 0;
  for (const word of text.split(/[ -]/)) {
    const digit = ones[word];
    const scale = times[word];
    if (digit !== undefined) part += digit;
    else if (scale === undefined) return null;
    else if (scale === 0) part += 10;
    else if (scale >= 1e3) {
      total += (part || 1) * scale;
      part = 0;
    } else {
      // The last digit alone is multiplied: "seratus dua puluh".
      const last = part % 10 === 0 ? part : part % 10;
      part += last * scale - last;
    }
  }
  return total + part;
}

/** A Roman number of two letters and more ("XIV"), or null. */
export function romanValue(text: string): number | null {
  if (!/^(?=[IVXLC]{2})C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(text)) return null;
  const worth: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };
  return [...text].reduce((sum, letter, i, all) => {
    const here = worth[letter] ?? 0;
    return sum + (here < (worth[all[i + 1] ?? ''] ?? 0) ? -here : here);
  }, 0);
}
