import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readPhoto } from '../../utils/card/photo.ts';
import { pngOf } from './pictures.ts';

let closed = 0;
let drawn: unknown[][] = [];

beforeEach(() => {
  closed = 0;
  drawn = [];
  vi.stubGlobal('createImageBitmap', async (blob: Blob) => {
    const view = new DataView(await blob.arrayBuffer());
    return { width: view.getUint32(16), height: view.getUint32(20), close: () => (closed += 1) };
  });
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      readonly width: number;
      readonly height: number;
      constructor(width: number, height: number) {
        [this.width, this.height] = [width, height];
      }
      getContext = () => ({
        fillRect: () => {},
        drawImage: (_: unknown, ...rest: unknown[]) => void drawn.push(rest),
      });
    },
  );
});
afterEach(() => vi.unstubAllGlobals());

const read = (width: number, height: number) => readPhoto(new Blob([new Uint8Array(pngOf(width, height))]));

test('a photo is kept at its size, as long as a card can show it', async () => {
  expect(await read(1600, 1067)).toMatchObject({ width: 1600, height: 1067 });
  expect(closed).toBe(1);
});

test('a large one is scaled down, upright or lying', async () => {
  expect(await read(4320, 2000)).toMatchObject({ width: 2160, height: 1000 });
  expect(await read(2000, 4320)).toMatchObject({ width: 1000, height: 2160 });
  expect(drawn).toEqual([
    [0, 0, 2160, 1000],
    [0, 0, 1000, 2160],
  ]);
});

test('a narrow one is left out: blown up it would be a smear', async () => {
  expect(await read(600, 400)).not.toBeNull();
  expect(await read(599, 2000)).toBeNull();
  expect(await read(128, 128)).toBeNull();
  expect(closed).toBe(3);
});

test('what is no picture, or unfolds too far, is never decoded', async () => {
  const decode = vi.fn();
  vi.stubGlobal('createImageBitmap', decode);
  expect(await readPhoto(new Blob(['<svg/>']))).toBeNull();
  const bomb = new Uint8Array(pngOf(1, 1));
  new DataView(bomb.buffer).setUint32(16, 50_000);
  new DataView(bomb.buffer).setUint32(20, 50_000);
  expect(await readPhoto(new Blob([bomb]))).toBeNull();
  expect(decode).not.toHaveBeenCalled();
});
