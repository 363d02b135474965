import { encodePng } from '../city/png.ts';

/** A real PNG of one colour. */
export const pngOf = (width: number, height: number): Buffer =>
  encodePng(width, height, Buffer.alloc(width * height * 3, 120));

/** A crest as it is stored. */
export const crestOf = (width = 60, height = 80): string =>
  `data:image/png;base64,${pngOf(width, height).toString('base64')}`;
