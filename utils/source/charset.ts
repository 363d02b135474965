import { MOJIBAKE, mendCharacters } from './mojibake.ts';

/** A document's text, and what had to be mended to get it. */
export interface Decoded {
  text: string;
  repairs: string[];
}

/** Where a declaration may stand: the HTML standard asks for 1,024 bytes, real portals need more. */
const DECLARATION_BYTES = 4096;

const MARKS: readonly [label: string, bytes: readonly number[]][] = [
  // Four bytes a character; before utf-16, whose mark theirs begins with.
  ['utf-32le', [0xff, 0xfe, 0x00, 0x00]],
  ['utf-32be', [0x00, 0x00, 0xfe, 0xff]],
  ['utf-32le', [0x3c, 0x00, 0x00, 0x00]],
  ['utf-32be', [0x00, 0x00, 0x00, 0x3c]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  // No mark, but "<?" or "<!" or "<r" in two bytes each (XML 1.0, appendix F).
  ['utf-16le', [0x3c, 0x00]],
  ['utf-16be', [0x00, 0x3c]],
];

/**
 * Decodes a document. The charset comes from the byte order mark, else the HTTP header, else the XML
 * declaration, else the HTML `meta`; utf-8 where nobody says. A label that is unknown or plainly untrue is
 * mended and noted, and bytes that fit nowhere become U+FFFD: this never throws.
 * Rules: https://encoding.spec.whatwg.org/, RFC 7303 section 3.
 */
export function decodeBytes(bytes: Uint8Array, contentType: string | null): Decoded {
  const decoded = decodeOnce(bytes, contentType);
  const { text, repaired } = mendCharacters(decoded.text);
  return repaired ? { text, repairs: [...decoded.repairs, MOJIBAKE] } : decoded;
}

function decodeOnce(bytes: Uint8Array, contentType: string | null): Decoded {
  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked?.[0].startsWith('utf-32'))
    return { text: decodeUtf32(bytes, marked[0] === 'utf-32le'), repairs: [] };
  if (marked) return { text: new TextDecoder(marked[0]).decode(bytes), repairs: [] };

  const declared = headerCharset(contentType) ?? documentCharset(bytes);
  if (declared === null) return decodeUtf8(bytes, []);

  const decoder = decoderFor(declared);
  if (!decoder) return decodeUtf8(bytes, [`unknown charset "${declared.slice(0, 40)}"`]);
  if (decoder.encoding === 'utf-8') return decodeUtf8(bytes, []);
  // utf-16 in the header of a document whose bytes are plainly not: the mark or the zero bytes would have shown.
  if (decoder.encoding.startsWith('utf-16'))
    return decodeUtf8(bytes, [`not ${decoder.encoding} as declared`]);

  // A server that says "iso-8859-1" of everything is common; text that is valid utf-8 is practically never Latin-1.
  const utf8 = strictUtf8(bytes);
  if (utf8 !== null && /[^\0-\x7f]/.test(utf8)) {
    return { text: utf8, repairs: [`declared ${decoder.encoding}, is utf-8`] };
  }
  return { text: decoder.decode(bytes), repairs: [] };
}

function headerCharset(contentType: string | null): string | null {
  return contentType?.match(/charset\s*=\s*["']?\s*([^\s"';,]+)/i)?.[1] ?? null;
}

function documentCharset(bytes: Uint8Array): string | null {
  // Latin-1 maps every byte to one character, which is all that reading an ASCII declaration takes.
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARATION_BYTES));
  return (
    head.match(/^\s*<\?xml[^>]*?\bencoding\s*=\s*["']\s*([\w.:-]+)/i)?.[1] ??
    head.match(/<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i)?.[1] ??
    null
  );
}

function decoderFor(label: string): TextDecoder | null {
  try {
    return new TextDecoder(label);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** The platform's decoder knows no utf-32 (the encoding standard leaves it out), but XML may come in it. */
function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 0; at + 4 <= bytes.byteLength; at += 4) {
    const code = view.getUint32(at, littleEndian);
    const isScalar = code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    if (code !== 0xfeff || at > 0) parts.push(isScalar ? String.fromCodePoint(code) : '\ufffd');
  }
  return parts.join('');
}

/** Utf-8; where most of the non-ASCII bytes are not, Windows-1252, which is what an old CMS sends unlabelled. */
function decodeUtf8(bytes: Uint8Array, repairs: string[]): Decoded {
  const strict = strictUtf8(bytes);
  if (strict !== null) return { text: strict, repairs };
  const lossy = new TextDecoder('utf-8').decode(bytes);
  const broken = lossy.match(/\ufffd/g)?.length ?? 0;
  const sound = lossy.match(/[^\0-\x7f\ufffd]/g)?.length ?? 0;
  if (sound >= broken) return { text: lossy, repairs: [...repairs, `${broken} bytes that are not utf-8`] };
  return {
    text: new TextDecoder('windows-1252').decode(bytes),
    repairs: [...repairs, 'not utf-8: read as windows-1252'],
  };
}
