import { decodePicture } from '../release/picture.ts';

/** A photo narrower than this is a smear on a card: it is left out. The small pictures of the lists all are. */
const leastWidth = 600;
/** No more is kept than a card can show, at twice its size. */
const mostSide = 2160;

/**
 * Makes a release's picture ready to be drawn: decoded within bounds, scaled down to what a card can show.
 * @returns null where it is no picture, too large to unfold, or too narrow for a card
 */
export async function readPhoto(blob: Blob): Promise<OffscreenCanvas | null> {
  const bitmap = await decodePicture(blob);
  if (!bitmap) return null;
  try {
    return bitmap.width < leastWidth ? null : scaled(bitmap);
  } finally {
    bitmap.close();
  }
}

function scaled(bitmap: ImageBitmap): OffscreenCanvas {
  const scale = Math.min(1, mostSide / Math.max(bitmap.width, bitmap.height));
  const [width, height] = [bitmap.width, bitmap.height].map((side) => Math.max(1, Math.round(side * scale)));
  const canvas = new OffscreenCanvas(width ?? 1, height ?? 1);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d canvas');
  // A logo on nothing stands on white.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return canvas;
}
