import { PICTURE_HEAD_BYTES, pictureSize } from './picture-size.ts';

/** Side of the stored square, in pixels: twice the size that a list shows it at, for dense screens. */
const SIDE = 128;
/** The longest side and the area that are decoded at all; a camera of today stays below both. */
const MAX_SIDE = 16_384;
const MAX_PIXELS = 64_000_000;
/** A thousand of these are kept, and thirty of them stand in the first screen's snapshot. */
const TARGET_BYTES = 4 * 1024;
const QUALITIES = [0.7, 0.5, 0.35, 0.2];

/**
 * Scales a picture to a small square that covers its middle, as WebP (JPEG where the browser writes no WebP), at
 * the best quality that stays within 4 KB. Needs `createImageBitmap` and `OffscreenCanvas`, which workers have.
 * @returns a `data:` address, or null where this is no picture, or one that unfolds to more than 64 megapixels
 */
export async function scalePicture(blob: Blob): Promise<string | null> {
  const bitmap = await decodePicture(blob);
  if (!bitmap) return null;
  try {
    return await encode(draw(bitmap));
  } finally {
    bitmap.close();
  }
}

/** Decodes a picture, unless its header says that it unfolds to more than 64 megapixels; null where it is none. */
export async function decodePicture(blob: Blob): Promise<ImageBitmap | null> {
  const head = new Uint8Array(await blob.slice(0, PICTURE_HEAD_BYTES).arrayBuffer());
  const size = pictureSize(head);
  return size && isReasonable(size.width, size.height) ? decode(blob) : null;
}

function isReasonable(width: number, height: number): boolean {
  return width > 0 && height > 0 && width <= MAX_SIDE && height <= MAX_SIDE && width * height <= MAX_PIXELS;
}

async function decode(blob: Blob): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(blob);
  } catch (error) {
    // The browser's own word for a picture that cannot be decoded.
    if (error instanceof DOMException) return null;
    throw error;
  }
}

function draw(bitmap: ImageBitmap): OffscreenCanvas {
  const canvas = new OffscreenCanvas(SIDE, SIDE);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d canvas');
  // JPEG has no transparency: a logo on nothing would turn black.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, SIDE, SIDE);
  context.imageSmoothingQuality = 'high';
  const edge = Math.min(bitmap.width, bitmap.height);
  const left = (bitmap.width - edge) / 2;
  const top = (bitmap.height - edge) / 2;
  context.drawImage(bitmap, left, top, edge, edge, 0, 0, SIDE, SIDE);
  return canvas;
}

async function encode(canvas: OffscreenCanvas): Promise<string> {
  let smallest: Blob | null = null;
  for (const quality of QUALITIES) {
    const webp = await canvas.convertToBlob({ type: 'image/webp', quality });
    const blob =
      webp.type === 'image/webp' ? webp : await canvas.convertToBlob({ type: 'image/jpeg', quality });
    if (!smallest || blob.size < smallest.size) smallest = blob;
    if (blob.size <= TARGET_BYTES) break;
  }
  if (!smallest) throw new Error('nothing encoded');
  return dataAddress(new Uint8Array(await smallest.arrayBuffer()), smallest.type);
}

/** A file as a `data:` address. In pieces: a call takes only so many arguments. */
export function dataAddress(bytes: Uint8Array, type: string): string {
  let letters = '';
  for (let at = 0; at < bytes.length; at += 0x8000) {
    letters += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return `data:${type};base64,${btoa(letters)}`;
}
