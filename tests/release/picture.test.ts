import { deflateSync } from 'node:zlib';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { scalePicture } from '../../utils/release/picture.ts';
import { pictureSize } from '../../utils/release/picture-size.ts';

const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(
    Buffer.concat(
      parts.map((part) => Buffer.from(typeof part === 'string' ? Buffer.from(part, 'latin1') : part)),
    ),
  );
const be32 = (value: number) => [value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255];
const png = (width: number, height: number) =>
  bytes(
    '\x89PNG\r\n\x1a\n',
    be32(13),
    'IHDR',
    be32(width),
    be32(height),
    [8, 2, 0, 0, 0],
    deflateSync(Buffer.alloc(10)).toString('latin1'),
  );

afterEach(() => vi.unstubAllGlobals());

describe('the size in the header', () => {
  test.each([
    ['PNG', png(640, 480)],
    ['GIF', bytes('GIF89a', [0x80, 0x02, 0xe0, 0x01], [0, 0, 0])],
    ['BMP', bytes('BM', Array(16).fill(0), [0x80, 0x02, 0, 0], [0x20, 0xfe, 0xff, 0xff])],
    [
      'JPEG',
      bytes([
        0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xff, 0xfe, 0, 3, 9, 0xff, 0xc2, 0, 11, 8, 0x01, 0xe0, 0x02,
        0x80, 1, 0, 0, 0,
      ]),
    ],
    [
      'WebP, lossy',
      bytes('RIFF', be32(0), 'WEBPVP8 ', be32(0), [0, 0, 0, 0x9d, 1, 0x2a], [0x80, 0x02, 0xe0, 0x01]),
    ],
    ['WebP, lossless', bytes('RIFF', be32(0), 'WEBPVP8L', be32(0), [0x2f, 0x7f, 0xc2, 0x77, 0])],
    ['WebP, extended', bytes('RIFF', be32(0), 'WEBPVP8X', be32(0), be32(0), [0x7f, 2, 0, 0xdf, 1, 0])],
    ['AVIF', bytes(be32(28), 'ftypavif', Array(40).fill(0), be32(20), 'ispe', be32(0), be32(640), be32(480))],
  ])('%s', (_name, head) => {
    expect(pictureSize(head)).toEqual({ width: 640, height: 480 });
  });

  test('nothing else, and nothing that ends early, has one', () => {
    expect(pictureSize(bytes('<svg width="1" height="1"/>'))).toBeNull();
    expect(pictureSize(bytes(''))).toBeNull();
    expect(pictureSize(bytes([0xff, 0xd8, 0xff, 0xe0, 0, 1, 0, 0]))).toBeNull();
    expect(pictureSize(png(1, 1).subarray(0, 18))).toBeNull();
  });
});

describe('scaling', () => {
  const drawn: unknown[][] = [];

  /** A browser whose encoder makes `sizes[n]` bytes at the n-th quality asked for. */
  function browser(width: number, height: number, sizes: number[], type = 'image/webp') {
    drawn.length = 0;
    let asked = 0;
    const decode = vi.fn(async () => ({ width, height, close: () => {} }));
    vi.stubGlobal('createImageBitmap', decode);
    vi.stubGlobal(
      'OffscreenCanvas',
      class {
        getContext = () => ({
          fillRect: () => {},
          drawImage: (...rest: unknown[]) => void drawn.push(rest.slice(1)),
        });
        convertToBlob = async (options: { type: string }) => {
          if (options.type !== type) return new Blob([new Uint8Array(9)], { type: 'image/png' });
          return new Blob([new Uint8Array(sizes[asked++] ?? 1)], { type });
        };
      },
    );
    return decode;
  }

  test('covers a square with the middle, at the first quality that fits 4 KB', async () => {
    browser(300, 200, [9_000, 4_000, 1]);
    const data = await scalePicture(new Blob([png(300, 200)]));
    expect(data).toMatch(/^data:image\/webp;base64,/);
    expect(atob(data?.split(',')[1] ?? '')).toHaveLength(4_000);
    expect(drawn).toEqual([[50, 0, 200, 200, 0, 0, 128, 128]]);
  });

  test('takes the smallest where none fits', async () => {
    browser(200, 300, [9_000, 8_000, 7_000, 7_500]);
    expect(atob((await scalePicture(new Blob([png(200, 300)])))?.split(',')[1] ?? '')).toHaveLength(7_000);
  });

  test('writes JPEG where the browser writes no WebP', async () => {
    browser(10, 10, [50], 'image/jpeg');
    expect(await scalePicture(new Blob([png(10, 10)]))).toMatch(/^data:image\/jpeg;base64,/);
  });

  test.each([
    [50_000, 50_000],
    [16_385, 10],
    [9_000, 9_000],
    [0, 10],
  ])('a picture of %i x %i is never decoded', async (width, height) => {
    const decode = browser(width, height, [1]);
    expect(await scalePicture(new Blob([png(width, height)]))).toBeNull();
    expect(decode).not.toHaveBeenCalled();
  });

  test('what the browser cannot decode is no picture', async () => {
    browser(10, 10, [1]).mockRejectedValue(new DOMException('bad', 'InvalidStateError'));
    expect(await scalePicture(new Blob([png(10, 10)]))).toBeNull();
    expect(await scalePicture(new Blob(['<html>']))).toBeNull();
  });
});
