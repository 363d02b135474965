/**
 * Mends text that was encoded as utf-8, taken for Windows-1252 or Latin-1, and encoded again: "â€œKotaâ€\u009d" was
 * "“Kota”". Each scrambled character is two to four characters in a row that are, as bytes, one in utf-8; no
 * language writes them beside each other. They may stand as they are, as numeric references (`&#226;&#8364;&#339;`)
 * or as escapes of JSON (`\u00e2\u20ac\u0153`).
 */

/** What the bytes 0x80 to 0xbf, which continue a character in utf-8, look like in Windows-1252. */
const CONTINUING = [
  ...new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 64 }, (_, i) => 128 + i)),
];

const byteOf = new Map<number, number>();
for (let byte = 0x80; byte <= 0xff; byte++) byteOf.set(byte, byte);
for (const [index, character] of CONTINUING.entries()) byteOf.set(character.charCodeAt(0), 128 + index);

const LEADS = Array.from({ length: 0xf4 - 0xc2 + 1 }, (_, index) => 0xc2 + index);
const CONTINUATIONS = [...byteOf.keys()].filter((code) => (byteOf.get(code) ?? 0) < 0xc0);

/** One scrambled character in a notation that writes a code point as `write` says. */
function pattern(write: (code: number) => string): string {
  const either = (codes: readonly number[]) => `(?:${codes.map(write).join('|')})`;
  return `${either(LEADS)}${either(CONTINUATIONS)}{1,3}`;
}

const unit = (code: number) => `\\u${hex(code)}`;
const PLAIN = new RegExp(`[\\u00c2-\\u00f4][${CONTINUATIONS.map(unit).join('')}]{1,3}`, 'g');
const REFERENCES = new RegExp(
  pattern((code) => `&#(?:${code}|x0{0,2}${code.toString(16)});`),
  'gi',
);
const ESCAPES = new RegExp(`(?<!\\\\)${pattern((code) => `\\\\u${hex(code)}`)}`, 'gi');

/** The repair's name in a source's record. */
export const MOJIBAKE = 'utf-8 encoded twice';

/** Mends plain characters. */
export function mendCharacters(text: string): { text: string; repaired: boolean } {
  return mend(text, PLAIN, (found) => Array.from(found, (character) => character.charCodeAt(0)));
}

/** Mends numeric references in XML or HTML. */
export function mendReferences(text: string): { text: string; repaired: boolean } {
  if (!text.includes('&#')) return { text, repaired: false };
  return mend(text, REFERENCES, (found) =>
    Array.from(found.matchAll(/&#(x?)([\da-f]+);/gi), ([, isHex, digits]) =>
      Number.parseInt(digits ?? '', isHex ? 16 : 10),
    ),
  );
}

/** Mends escapes in the strings of JSON. */
export function mendEscapes(text: string): { text: string; repaired: boolean } {
  if (!text.includes('\\u')) return { text, repaired: false };
  return mend(text, ESCAPES, (found) =>
    Array.from(found.matchAll(/\\u([\da-f]{4})/gi), ([, digits]) => Number.parseInt(digits ?? '', 16)),
  );
}

function mend(
  text: string,
  scrambled: RegExp,
  codesOf: (found: string) => number[],
): { text: string; repaired: boolean } {
  let repaired = false;
  const known = new Map<string, string>();
  const mended = text.replace(scrambled, (found) => {
    let plain = known.get(found);
    if (plain === undefined) {
      plain = decode(codesOf(found)) ?? found;
      if (known.size < 1000) known.set(found, plain);
    }
    if (plain !== found) repaired = true;
    return plain;
  });
  return { text: repaired ? mended : text, repaired };
}

/** The character that these are the bytes of, and what follows it; null where they are none. */
function decode(codes: readonly number[]): string | null {
  const [lead = 0] = codes;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  // The pattern may have taken a character too many: "Ã©»" is "é»".
  if (codes.length < length) return null;
  const bytes = Uint8Array.from(codes.slice(0, length), (code) => byteOf.get(code) ?? 0);
  const character = new TextDecoder().decode(bytes);
  // A control or U+FFFD is not what anyone wrote.
  if (/[\u0080-\u009f\ufffd]/.test(character)) return null;
  return character + String.fromCharCode(...codes.slice(length));
}

function hex(code: number): string {
  return code.toString(16).padStart(4, '0');
}
