import decodeQr from 'qr/decode.js';
import { describe, expect, test } from 'vitest';
import { hostOf, type QrCode, qrCode, quietZone, shortLink } from '../../utils/card/qr.ts';

/** What another author's reader reads off the code's pixels. */
function read({ size, rows }: QrCode): string {
  const module = 4;
  const side = (size + 2 * quietZone) * module;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const dark = rows[Math.floor(y / module) - quietZone]?.[Math.floor(x / module) - quietZone] === true;
      if (dark) data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  }
  return decodeQr({ width: side, height: side, data });
}

describe('the code of a link', () => {
  test.each([
    'https://kotabogor.go.id/berita-detail/3009',
    'https://kotabogor.go.id/index.php/show_post/detail/103947/warga-menanam-pohon?utm=a&b=%20c#d',
    `https://kotabogor.go.id/${'panjang-sekali/'.repeat(15)}`,
    `https://kotabogor.go.id/${'x'.repeat(271 - 24)}`,
  ])('%s reads back', (link) => {
    const code = qrCode(link);
    expect(code).not.toBeNull();
    expect(code?.size).toBeLessThanOrEqual(57);
    expect(read(code as QrCode)).toBe(link);
  });

  test('is of what the browser makes of it: letters beyond ASCII are escaped', () => {
    expect(read(qrCode('https://kotabogor.go.id/é 🌳') as QrCode)).toBe(
      'https://kotabogor.go.id/%C3%A9%20%F0%9F%8C%B3',
    );
  });

  test('there is none for a link that is too long', () => {
    expect(qrCode(`https://kotabogor.go.id/${'x'.repeat(272 - 24)}`)).toBeNull();
  });
});

test('a link as one would type it', () => {
  expect(shortLink('https://www.kotabogor.go.id/berita/')).toBe('kotabogor.go.id/berita');
  expect(shortLink('http://kotabogor.go.id')).toBe('kotabogor.go.id');
  expect(hostOf('https://www.kotabogor.go.id/berita/1?a=b')).toBe('kotabogor.go.id');
});
