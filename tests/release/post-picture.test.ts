import { readFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { postPicture } from '../../utils/release/post-picture.ts';
import { encodePng } from '../city/png.ts';

afterEach(() => vi.unstubAllGlobals());

const drawn: number[][] = [];
const closed = vi.fn();

/** A browser whose encoder makes so many bytes of a canvas of that width at that quality. */
function browser(width: number, height: number, size: (width: number, quality: number) => number): void {
  drawn.length = 0;
  closed.mockClear();
  vi.stubGlobal('createImageBitmap', async () => ({ width, height, close: closed }));
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      width: number;
      constructor(width: number, height: number) {
        this.width = width;
        drawn.push([width, height]);
      }
      getContext = () => ({ fillRect: () => {}, drawImage: () => {} });
      convertToBlob = async ({ quality, type }: { quality: number; type: string }) =>
        new Blob([new Uint8Array(size(this.width, quality))], { type });
    },
  );
}

const png = (width: number, height: number) =>
  new Blob([new Uint8Array(encodePng(width, height, Buffer.alloc(width * height * 3)))]);

test('a picture is drawn anew as JPEG, no larger than a platform shows', async () => {
  browser(3_200, 1_600, () => 10);
  expect(await postPicture(png(320, 160), 1_000)).toEqual({ bytes: new Uint8Array(10), type: 'image/jpeg' });
  expect(drawn).toEqual([[1_600, 800]]);
  expect(closed).toHaveBeenCalledOnce();
});

test('a small one stays as large as it is', async () => {
  browser(300, 200, () => 10);
  await postPicture(png(300, 200), 1_000);
  expect(drawn).toEqual([[300, 200]]);
});

test('it gets coarser, then smaller, until it is within the limit', async () => {
  browser(3_200, 3_200, (width, quality) => Math.round(width * quality));
  expect((await postPicture(png(32, 32), 300))?.bytes).toHaveLength(240);
  expect(drawn).toEqual([
    [1_600, 1_600],
    [800, 800],
  ]);
});

test('what is no picture, and what does not get small enough, is none', async () => {
  browser(3_200, 3_200, () => 5_000);
  expect(await postPicture(png(32, 32), 300)).toBeNull();
  expect(closed).toHaveBeenCalledOnce();
  expect(await postPicture(new Blob(['<svg/>']), 300)).toBeNull();
  expect(await postPicture(new Blob([readFileSync('package.json')]), 300)).toBeNull();
});
