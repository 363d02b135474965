import { expect, test } from 'vitest';
import { CrestError, readCrest } from '../../utils/card/crest.ts';
import { crestSize } from '../../utils/card/crest-size.ts';
import { crestOf } from './pictures.ts';

test('a crest is a small PNG, by its own header', () => {
  expect(crestSize(crestOf())).not.toBeNull();
  expect(crestSize(crestOf(264, 176))).not.toBeNull();
  // It would unfold to more than a card shows.
  expect(crestSize(crestOf(265, 10))).toBeNull();
  expect(crestSize(crestOf(10, 177))).toBeNull();
});

test.each([
  '',
  'https://kotabogor.go.id/lambang.png',
  'data:image/svg+xml;base64,PHN2Zy8+',
  'data:image/png;base64,PHN2Zy8+',
  'data:image/png,iVBORw0KGgo',
  `data:image/png;base64,${'A'.repeat(96_000)}`,
  `${crestOf()}" onload="alert(1)`,
  'data:image/png;base64,',
])('and never “%.40s”', (address) => {
  expect(crestSize(address)).toBeNull();
});

test('a file that is too large is not even looked at', async () => {
  const file = new Blob([new Uint8Array(2 * 1024 * 1024 + 1)]);
  const reading = readCrest(file);
  await expect(reading).rejects.toBeInstanceOf(CrestError);
  await expect(reading).rejects.toMatchObject({ reason: 'too-large' });
});

test('a text is no crest', async () => {
  await expect(readCrest(new Blob(['lambang kota']))).rejects.toMatchObject({ reason: 'unreadable' });
});
