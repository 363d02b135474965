import { describe, expect, test } from 'vitest';
import { BadValue } from '../../utils/backup/check.ts';
import { carriedSource, checkSource } from '../../utils/backup/source-row.ts';
import { crestOf } from '../card/pictures.ts';
import { source } from '../draft/samples.ts';

const looks = { crest: crestOf(), cardColours: { main: '#112233', accent: '#445566' } };

describe('a source’s crest and colours for cards', () => {
  test('go along, and are taken in as they are', () => {
    const carried = carriedSource(source(looks));
    expect(carried).toMatchObject(looks);
    expect(checkSource(JSON.parse(JSON.stringify(carried)))).toEqual(carried);
    expect(checkSource(carriedSource(source()))).not.toHaveProperty('crest');
  });

  test.each([
    { crest: 'https://example.com/a.png' },
    { crest: 'data:image/svg+xml;base64,PHN2Zy8+' },
    { crest: crestOf(900, 900) },
    { crest: 7 },
    { cardColours: { main: 'red', accent: '#445566' } },
    { cardColours: { main: '#112233' } },
    { cardColours: ['#112233', '#445566'] },
  ])('from a stranger are refused where they are none: %j', (change) => {
    expect(() => checkSource({ ...carriedSource(source()), ...change })).toThrow(BadValue);
  });
});
