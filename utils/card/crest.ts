import { decodePicture } from '../release/picture.ts';
import type { Size } from './card.ts';
import { crestRoom, crestSize, mostCrestLetters } from './crest-size.ts';

/** Why a file does not become a crest. */
export type CrestReason = 'too-large' | 'unreadable' | 'too-detailed';

/** A file that is no crest. Nothing changed. */
export class CrestError extends Error {
  override name = 'CrestError';
  readonly reason: CrestReason;
  constructor(reason: CrestReason) {
    super(
      `${reason}: the file did not become the crest; the one before stays: take a PNG, JPG or SVG below 2 MB`,
    );
    this.reason = reason;
  }
}

/** The most that a file may hold, in bytes. */
const mostBytes = 2 * 1024 * 1024;
/** The rooms that it is scaled into, the best first: twice what a card shows, then less where it is full of detail. */
const rooms: readonly Size[] = [crestRoom, { width: 198, height: 132 }, { width: 132, height: 88 }];
/**
 * Makes a crest of a file that the official chose: PNG, JPG, SVG or another picture that the browser reads, scaled to a
 * small PNG. An SVG is a program: it is drawn through `<img>`, where it can run nothing and load nothing, and only its
 * pixels are kept. Needs a page.
 * @returns a `data:` address
 * @throws CrestError
 */
export async function readCrest(file: Blob): Promise<string> {
  if (file.size > mostBytes) throw new CrestError('too-large');
  const picture = (await decodePicture(file)) ?? (await openSvg(file));
  if (!picture) throw new CrestError('unreadable');
  for (const room of rooms) {
    const address = draw(picture, room);
    if (address.length <= mostCrestLetters) return address;
  }
  throw new CrestError('too-detailed');
}

/** Opens a stored crest for drawing; null where it is none. Needs a page. */
export async function openCrest(address: string | undefined): Promise<HTMLCanvasElement | null> {
  const size = address === undefined ? null : crestSize(address);
  const image = size && (await load(address ?? ''));
  return image ? onCanvas(image, size) : null;
}

async function openSvg(file: Blob): Promise<HTMLImageElement | null> {
  const text = await file.text();
  if (!/<svg[\s>]/i.test(text)) return null;
  return load(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`);
}

async function load(address: string): Promise<HTMLImageElement | null> {
  const image = new Image();
  image.src = address;
  try {
    await image.decode();
  } catch (error) {
    // The browser's own word for what is no picture.
    if (error instanceof DOMException) return null;
    throw error;
  }
  return image;
}

/** An SVG need not say how large it is; then it is square. */
const sizeOf = (picture: HTMLImageElement | ImageBitmap): Size => {
  const { width, height } = picture;
  return width > 0 && height > 0 ? { width, height } : { width: 1, height: 1 };
};

function draw(picture: HTMLImageElement | ImageBitmap, room: Size): string {
  const { width, height } = sizeOf(picture);
  const scale = Math.min(room.width / width, room.height / height);
  const side = (length: number) => Math.max(1, Math.round(length * scale));
  return onCanvas(picture, { width: side(width), height: side(height) }).toDataURL('image/png');
}

function onCanvas(picture: HTMLImageElement | ImageBitmap, { width, height }: Size): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d canvas');
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, width, height);
  return canvas;
}
