import { Buffer } from 'node:buffer';
import type { Page } from 'puppeteer-core';
import { contrast, defaultColours, type Rgb } from '../../utils/card/colour.ts';
import { paletteOf } from '../../utils/card/palette.ts';

/** A picture as its pixels, four bytes each. */
export interface Pixels {
  width: number;
  height: number;
  data: Buffer;
}

/** Decodes a PNG file that a page holds as `globalThis.saved`. */
export async function pixelsOfSaved(page: Page): Promise<Pixels> {
  const { width, height } = await page.evaluate(async () => {
    const scope = globalThis as unknown as { saved: Blob; pixels: Uint8ClampedArray };
    const bitmap = await createImageBitmap(scope.saved);
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    scope.pixels = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray();
    return { width: bitmap.width, height: bitmap.height };
  });
  const parts: Buffer[] = [];
  // In slices, for the tools' sake.
  for (let at = 0; at < width * height * 4; at += 1_500_000) {
    const slice = await page.evaluate((from) => {
      const { pixels } = globalThis as unknown as { pixels: Uint8ClampedArray };
      let text = '';
      for (const byte of pixels.subarray(from, from + 1_500_000)) text += String.fromCharCode(byte);
      return btoa(text);
    }, at);
    parts.push(Buffer.from(slice, 'base64'));
  }
  return { width, height, data: Buffer.concat(parts) };
}

const at = ({ data, width }: Pixels, x: number, y: number): Rgb => {
  const from = (y * width + x) * 4;
  return [data[from] ?? 0, data[from + 1] ?? 0, data[from + 2] ?? 0];
};
const isNear = (one: Rgb, other: Rgb, by: number): boolean =>
  [0, 1, 2].every((i) => Math.abs((one[i] ?? 0) - (other[i] ?? 0)) <= by);

const cover = paletteOf('cover', defaultColours, true);

/** The row of a cover's accent, below which is the title. */
function accentRow(pixels: Pixels): number {
  for (let y = 0; y < pixels.height; y += 1) {
    if ([80, 120, 160].every((x) => isNear(at(pixels, x, y), cover.accent, 2))) return y;
  }
  throw new Error('there is no accent');
}

/**
 * The lowest contrast of a cover's white letters with what is around them, from the masthead down, and how many of
 * the pixels there are letters. A letter's own soft edge does not count: what is three to six pixels away does.
 */
export function contrastOfCover(pixels: Pixels): { lowest: number; letters: number } {
  const { width, height } = pixels;
  const from = accentRow(pixels) - 124;
  const isLetter = (x: number, y: number) => isNear(at(pixels, x, y), cover.title, 60);
  const letters = new Uint8Array(width * height);
  let count = 0;
  for (let y = from; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (!isLetter(x, y)) continue;
      letters[y * width + x] = 1;
      count += 1;
    }
  }
  const hasLetter = (x: number, y: number, reach: number): boolean => {
    for (let dy = -reach; dy <= reach; dy += 1) {
      for (let dx = -reach; dx <= reach; dx += 1) if (letters[(y + dy) * width + x + dx]) return true;
    }
    return false;
  };
  let lowest = 21;
  for (let y = from; y < height - 6; y += 2) {
    for (let x = 6; x < width - 6; x += 2) {
      if (hasLetter(x, y, 3) || !hasLetter(x, y, 6)) continue;
      lowest = Math.min(lowest, contrast(at(pixels, x, y), cover.title));
    }
  }
  return { lowest, letters: count };
}
