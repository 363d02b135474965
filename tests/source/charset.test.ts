import { expect, test } from 'vitest';
import { decodeBytes } from '../../utils/source/charset.ts';

const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, mark: boolean) => {
  const units = mark ? `\ufeff${text}` : text;
  return Uint8Array.from([...units].flatMap((unit) => [unit.charCodeAt(0) & 255, unit.charCodeAt(0) >> 8]));
};

test.each([
  ['utf-8 where nobody says', utf8('café – “ya”'), null, 'café – “ya”'],
  ['a byte order mark of utf-8, which goes', utf8('\ufeffcafé'), 'text/xml; charset=iso-8859-1', 'café'],
  ['a byte order mark of utf-16', utf16('<rss>é', true), null, '<rss>é'],
  ['utf-16 by its first character', utf16('<?xml version="1.0"?>é', false), null, '<?xml version="1.0"?>é'],
  ['the HTTP header', latin('caf\xe9'), 'text/html; charset=ISO-8859-1', 'café'],
  ['the HTTP header, quoted', latin('\x93ya\x94'), 'text/html; charset="windows-1252"', '“ya”'],
  [
    'the XML declaration',
    latin('<?xml version="1.0" encoding="ISO-8859-1"?>\xe9'),
    'text/xml',
    '<?xml version="1.0" encoding="ISO-8859-1"?>é',
  ],
  ['meta charset', latin('<meta charset=windows-1252>\xe9'), 'text/html', '<meta charset=windows-1252>é'],
  [
    'meta http-equiv',
    latin('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">\xe9'),
    null,
    '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">é',
  ],
  [
    'the header before the meta',
    latin('<meta charset="utf-8">\xe9'),
    'text/html; charset=iso-8859-1',
    '<meta charset="utf-8">é',
  ],
])('charset from %s', (_name, bytes, contentType, text) => {
  expect(decodeBytes(bytes, contentType)).toEqual({ text, repairs: [] });
});

test.each([
  ['an unknown label', utf8('é'), 'text/html; charset=utf8mb4', 'é', 'unknown charset "utf8mb4"'],
  [
    'a server that calls everything Latin-1',
    utf8('“ya”'),
    'text/html; charset=iso-8859-1',
    '“ya”',
    'declared windows-1252, is utf-8',
  ],
  [
    'an old CMS that says nothing',
    latin('\x93ya\x94, caf\xe9'),
    null,
    '“ya”, café',
    'not utf-8: read as windows-1252',
  ],
  ['a header of utf-16 that is not', utf8('é'), 'text/xml; charset=utf-16', 'é', 'not utf-16le as declared'],
])('%s is mended and noted', (_name, bytes, contentType, text, repair) => {
  expect(decodeBytes(bytes, contentType)).toEqual({ text, repairs: [repair] });
});

test('one broken byte does not cost the rest of the text', () => {
  const bytes = new Uint8Array([...utf8('“Kota” – café'), 0xe2]);
  expect(decodeBytes(bytes, null)).toEqual({
    text: '“Kota” – café\ufffd',
    repairs: ['1 bytes that are not utf-8'],
  });
});

test('nothing throws, whatever the bytes and the label', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const bytes = Uint8Array.from({ length: seed }, (_, index) => (seed * 31 + index * index * 17) % 256);
    expect(
      typeof decodeBytes(bytes, `text/html; charset=${String.fromCharCode(...bytes.subarray(0, 9))}`).text,
    ).toBe('string');
  }
});
