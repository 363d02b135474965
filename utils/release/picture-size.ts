/** What a picture's own header says it unfolds to, in pixels. */
export interface PictureSize {
  width: number;
  height: number;
}

/** How many bytes of a picture are enough to find its size; JPEG metadata can fill the first 64 KiB and more. */
export const PICTURE_HEAD_BYTES = 512 * 1024;

/**
 * Reads a picture's size from its header, without decoding it: a file of some KB can unfold to gigabytes.
 * Knows PNG, GIF, BMP, JPEG, WebP and AVIF.
 * @returns null where no size is found
 */
export function pictureSize(head: Uint8Array): PictureSize | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  try {
    return png(view) ?? gif(view) ?? bmp(view) ?? webp(view) ?? jpeg(view) ?? avif(view);
  } catch (error) {
    // A header that ends early: DataView refuses to read past the end.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function png(view: DataView): PictureSize | null {
  if (view.getUint32(0) !== 0x89504e47) return null;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

function gif(view: DataView): PictureSize | null {
  if (tag(view, 0) !== 'GIF8') return null;
  return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

function bmp(view: DataView): PictureSize | null {
  if (tag(view, 0).slice(0, 2) !== 'BM') return null;
  // A negative height means that the rows run from the top.
  return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) };
}

/** https://developers.google.com/speed/webp/docs/riff_container */
function webp(view: DataView): PictureSize | null {
  if (tag(view, 0) !== 'RIFF' || tag(view, 8) !== 'WEBP') return null;
  switch (tag(view, 12)) {
    case 'VP8X':
      return { width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 };
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8 ':
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    default:
      return null;
  }
}

/** Walks the segments to the frame header (SOF), ITU-T T.81 annex B. */
function jpeg(view: DataView): PictureSize | null {
  if (view.getUint16(0) !== 0xffd8) return null;
  let at = 2;
  for (;;) {
    while (view.getUint8(at) === 0xff && view.getUint8(at + 1) === 0xff) at++;
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    const length = view.getUint16(at + 2);
    if (length < 2) return null;
    at += 2 + length;
  }
}

/** The first `ispe` property (ISO/IEC 23008-12, 6.5.3); it stands in the boxes before the picture's data. */
function avif(view: DataView): PictureSize | null {
  if (tag(view, 4) !== 'ftyp') return null;
  for (let at = 8; at + 16 <= Math.min(view.byteLength, 8_192); at++) {
    if (tag(view, at) === 'ispe') return { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
  }
  return null;
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}

function tag(view: DataView, at: number): string {
  return String.fromCharCode(
    view.getUint8(at),
    view.getUint8(at + 1),
    view.getUint8(at + 2),
    view.getUint8(at + 3),
  );
}
