/**
 * Letters of other scripts that look like one of ours, by what they look like (a part of Unicode's UTS 39 confusables,
 * those that a browser shows as such in an address).
 */
const twins: Record<string, string> = {
  a: 'аɑα',
  b: 'ьƅβ',
  c: 'сϲ',
  d: 'ԁɗ',
  e: 'еєεҽ',
  f: 'ƒ',
  g: 'ɡցğ',
  h: 'һհ',
  i: 'іıιɩ',
  j: 'јʝ',
  k: 'кκ',
  l: 'ӏłǀ',
  m: 'м',
  n: 'ոռпη',
  o: 'оοօøσ',
  p: 'рρ',
  q: 'ԛգ',
  r: 'гɾ',
  s: 'ѕꜱ',
  t: 'тτŧ',
  u: 'սυʋ',
  v: 'ѵν',
  w: 'ԝшωա',
  x: 'хχ',
  y: 'уүγ',
  z: 'ʐᴢ',
};
const byLetter = new Map(
  Object.entries(twins).flatMap(([letter, alike]) => [...alike].map((each) => [each, letter] as const)),
);
/** What passes for another in our own letters. `i` and `l` are one, as is `1`; both sides are folded alike. */
const folds: readonly [RegExp, string][] = [
  [/rn/g, 'm'],
  [/vv/g, 'w'],
  [/cl/g, 'd'],
  [/[i1|]/g, 'l'],
  [/0/g, 'o'],
  [/3/g, 'e'],
  [/4/g, 'a'],
  [/5/g, 's'],
  [/7/g, 't'],
  [/8/g, 'b'],
  [/[69]/g, 'g'],
];

/** What a host looks like at a glance: without marks, with one letter for all that look like it. Dots and hyphens stay. */
export function skeleton(host: string): string {
  const letters = host
    .toLowerCase()
    .split('.')
    .map(readable)
    .join('.')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');
  const latin = [...letters].map((letter) => byLetter.get(letter) ?? letter).join('');
  return folds.reduce((folded, [from, to]) => folded.replace(from, to), latin);
}

/** A label as it is shown: "xn--kotabgor-…" with its letters; as it is where it cannot be read. */
function readable(label: string): string {
  return label.startsWith('xn--') ? (fromPunycode(label.slice(4)) ?? label) : label;
}

/** RFC 3492, section 6.2; null where it is none. */
function fromPunycode(text: string): string | null {
  const [base, least, most, skew, damp] = [36, 1, 26, 38, 700];
  const edge = text.lastIndexOf('-');
  const output = edge > 0 ? [...text.slice(0, edge)].map((letter) => letter.codePointAt(0) ?? 0) : [];
  let [at, code, bias] = [edge > 0 ? edge + 1 : 0, 128, 72];
  let index = 0;
  while (at < text.length) {
    const before = index;
    for (let weight = 1, k = base; ; k += base) {
      const digit = digitOf(text.charCodeAt(at++));
      if (digit === null) return null;
      index += digit * weight;
      const threshold = Math.min(Math.max(k - bias, least), most);
      if (digit < threshold) break;
      weight *= base - threshold;
      if (weight > 2 ** 31) return null;
    }
    const length = output.length + 1;
    let delta = Math.floor((index - before) / (before === 0 ? damp : 2));
    delta += Math.floor(delta / length);
    let steps = 0;
    for (; delta > ((base - least) * most) / 2; steps += base) delta = Math.floor(delta / (base - least));
    bias = steps + Math.floor(((base - least + 1) * delta) / (delta + skew));
    code += Math.floor(index / length);
    if (code > 0x10ffff) return null;
    index %= length;
    output.splice(index++, 0, code);
  }
  return String.fromCodePoint(...output);
}

function digitOf(code: number): number | null {
  if (code >= 48 && code <= 57) return code - 22;
  if (code >= 97 && code <= 122) return code - 97;
  return null;
}
