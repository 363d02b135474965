import { decodePicture } from './picture.ts';

/** What a platform shows of a picture; more only takes longer. */
const longestSide = 1_600;
const qualities = [0.85, 0.7, 0.5, 0.3];

/**
 * A release's picture for a post: drawn anew, so that nothing else that was in the file goes out (where and with what it
 * was taken), as JPEG in at most so many bytes. Needs `createImageBitmap` and `OffscreenCanvas`, which workers have.
 * @returns null where this is no picture, or none that can be made small enough
 */
export async function postPicture(
  blob: Blob,
  most: number,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: string } | null> {
  const bitmap = await decodePicture(blob);
  if (!bitmap) return null;
  try {
    for (let side = longestSide; side >= 200; side /= 2) {
      const canvas = draw(bitmap, side);
      for (const quality of qualities) {
        const file = await canvas.convertToBlob({ type: 'image/jpeg', quality });
        if (file.size <= most) return { bytes: new Uint8Array(await file.arrayBuffer()), type: file.type };
      }
    }
    return null;
  } finally {
    bitmap.close();
  }
}

function draw(bitmap: ImageBitmap, side: number): OffscreenCanvas {
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d canvas');
  // JPEG has no transparency: a logo on nothing would turn black.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  return canvas;
}
