import decodeQr from 'qr/decode.js';
import {
  type Box,
  type Card,
  type CardContent,
  type CardFormat,
  type CardStyle,
  formatSizes,
  type Part,
} from '../../../utils/card/card.ts';
import { type CityColours, contrast, type Rgb } from '../../../utils/card/colour.ts';
import { type Drawn, drawCard, measureWith } from '../../../utils/card/draw.ts';
import { layoutCard } from '../../../utils/card/layout.ts';
import { type PhotoKind, paintCrest, paintPhoto } from './paint.ts';

/** One card of the gallery. */
export interface CardCase {
  name: string;
  content: CardContent;
  style: CardStyle;
  format: CardFormat;
  colours: CityColours;
  /** A painted photo, the address of a real one as `data:`, or none. */
  photo: PhotoKind | `data:${string}` | null;
  crest: boolean;
  qr: boolean;
}

export interface Judged {
  /** The card as PNG, `data:`. */
  png: string;
  /** What is wrong with it; empty is good. */
  complaints: string[];
  titleSize: number;
  /** The lowest contrast of a text with what is behind it. */
  contrast: number;
}

/** WCAG 2.2, 1.4.3. */
const least = 4.5;

async function picturesOf({ photo, crest }: CardCase): Promise<Drawn> {
  const real = photo?.startsWith('data:');
  return {
    photo: real
      ? await createImageBitmap(await blobOf(String(photo)))
      : photo && paintPhoto(photo as PhotoKind),
    crest: crest ? paintCrest() : null,
  };
}

async function blobOf(address: string): Promise<Blob> {
  const [head = '', body = ''] = address.split(',');
  const bytes = Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0));
  return new Blob([bytes], { type: head.slice(5).split(';')[0] ?? '' });
}

function canvasOf({ width, height }: Card): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2d canvas');
  return context;
}

/**
 * Draws a card as the extension does, and judges it by its pixels.
 * @param withPicture else `png` is empty: encoding takes longer than judging
 */
export async function judge(one: CardCase, withPicture = true): Promise<Judged> {
  const pictures = await picturesOf(one);
  const measure = measureWith(canvasOf({ width: 1, height: 1 } as Card));
  const card = layoutCard(one.content, pictures, one, measure);
  const whole = canvasOf(card);
  drawCard(whole, card, pictures);
  const isText = (part: Part) => part.kind === 'text';
  // A second one without its words: what stands behind them.
  const ground = canvasOf(card);
  drawCard(ground, { ...card, parts: card.parts.filter((part) => !isText(part)) }, pictures);
  const texts = card.parts.filter((part): part is Part & { kind: 'text' } => part.kind === 'text');
  const contrasts = texts.map((part) => contrastIn(ground, part.box, part.colour));
  const lowest = Math.min(...contrasts);
  const complaints = [
    ...(lowest < least ? [`contrast ${lowest.toFixed(2)}`] : []),
    ...strayInk(whole, ground, texts),
    ...missingText(whole, ground, texts),
    ...codeComplaints(whole, card, one),
    ...sizeComplaints(card, one),
  ];
  const title = texts.find(({ role }) => role === 'title');
  return {
    png: withPicture ? whole.canvas.toDataURL('image/png') : '',
    complaints: complaints.map((complaint) => `${one.name}: ${complaint}`),
    titleSize: title?.set.font.size ?? 0,
    contrast: lowest,
  };
}

/** One number for each pixel: red in the lowest byte, as the machines that tests run on order bytes. */
const pixelsOf = ({ buffer, byteOffset, length }: Uint8ClampedArray): Uint32Array =>
  new Uint32Array(buffer, byteOffset, length / 4);

function contrastIn(ground: CanvasRenderingContext2D, { x, y, width, height }: Box, colour: Rgb): number {
  const { data } = ground.getImageData(x, y, width, height);
  // Each colour once: neighbours are mostly the same.
  let lowest = 21;
  for (const pixel of new Set(pixelsOf(data))) {
    const found = contrast(colour, [pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255]);
    if (found < lowest) lowest = found;
  }
  return lowest;
}

/** How far a letter may lean out of its box, as the hook of a J does. */
const lean = ({ set }: Part & { kind: 'text' }): number => 3 + 0.1 * set.font.size;

/** Ink of words outside of their boxes. */
function strayInk(
  whole: CanvasRenderingContext2D,
  ground: CanvasRenderingContext2D,
  texts: (Part & { kind: 'text' })[],
): string[] {
  const { width, height } = whole.canvas;
  const pixels = (context: CanvasRenderingContext2D) =>
    pixelsOf(context.getImageData(0, 0, width, height).data);
  const [one, other] = [pixels(whole), pixels(ground)];
  let stray = 0;
  for (let y = 0; y < height; y += 1) {
    const boxes = texts
      .map((part) => ({ ...part.box, hair: lean(part) }))
      .filter((box) => y >= box.y - box.hair && y < box.y + box.height + box.hair);
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      if (
        one[at] !== other[at] &&
        !boxes.some((box) => x >= box.x - box.hair && x < box.x + box.width + box.hair)
      )
        stray += 1;
    }
  }
  return stray > 0 ? [`${stray} pixels of text outside of its box`] : [];
}

/** Each text has ink in the last tenth of its widest line: nothing was cut. */
function missingText(
  whole: CanvasRenderingContext2D,
  ground: CanvasRenderingContext2D,
  texts: (Part & { kind: 'text' })[],
): string[] {
  return texts.flatMap(({ role, box }) => {
    const [one, other] = [whole, ground].map(
      (context) => context.getImageData(box.x, box.y, box.width, box.height).data,
    );
    let [left, right] = [box.width, 0];
    for (let at = 0; at < (one?.length ?? 0); at += 4) {
      if (one?.[at] === other?.[at] && one?.[at + 1] === other?.[at + 1]) continue;
      const x = (at / 4) % Math.floor(box.width);
      [left, right] = [Math.min(left, x), Math.max(right, x)];
    }
    return right - left < box.width * 0.85 - 8
      ? [`${role} is written over ${right - left} of ${box.width} pixels`]
      : [];
  });
}

/** The code has to be read off the pixels, and say the link. */
function codeComplaints(whole: CanvasRenderingContext2D, card: Card, { content, qr }: CardCase): string[] {
  const part = card.parts.find((each) => each.kind === 'qr');
  if (!part) return qr && content.url.length < 200 && content.title.length < 400 ? ['no code'] : [];
  const { width, height } = whole.canvas;
  const { data } = whole.getImageData(0, 0, width, height);
  try {
    const read = decodeQr({ width, height, data });
    return read === new URL(content.url).href ? [] : [`the code says ${read}`];
  } catch (error) {
    return [`the code cannot be read: ${error}`];
  }
}

function sizeComplaints({ width, height, parts, area }: Card, { format }: CardCase): string[] {
  const size = formatSizes[format];
  const { top, bottom } = size.safe;
  const outside = parts.filter(({ kind, box }) => {
    const words = kind === 'text' || kind === 'qr' || kind === 'crest';
    return (
      words &&
      (box.y < top ||
        box.y + box.height > height - bottom ||
        box.x < area.x ||
        box.x + box.width > area.x + area.width + 1)
    );
  });
  return [
    ...(width !== size.width || height !== size.height ? [`${width} × ${height}`] : []),
    ...outside.map(({ kind }) => `${kind} outside of what is safe`),
  ];
}

/** Puts cards side by side, scaled down, to be looked at. */
export async function contactSheet(cards: { png: string; name: string }[]): Promise<string> {
  const [width, columns] = [420, 4];
  const pictures = await Promise.all(
    cards.map(async ({ png, name }) => ({ bitmap: await createImageBitmap(await blobOf(png)), name })),
  );
  const tallest = Math.max(...pictures.map(({ bitmap }) => (bitmap.height / bitmap.width) * width));
  const cell = { width: width + 24, height: tallest + 48 };
  const context = canvasOf({
    width: cell.width * columns,
    height: cell.height * Math.ceil(cards.length / columns),
  } as Card);
  context.fillStyle = '#d7d7d7';
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  context.imageSmoothingQuality = 'high';
  for (const [at, { bitmap, name }] of pictures.entries()) {
    const [x, y] = [(at % columns) * cell.width + 12, Math.floor(at / columns) * cell.height + 12];
    context.drawImage(bitmap, x, y, width, (bitmap.height / bitmap.width) * width);
    context.fillStyle = '#333';
    context.font = '16px sans-serif';
    context.fillText(name, x, y + cell.height - 24);
  }
  return context.canvas.toDataURL('image/png');
}

Object.assign(globalThis, { cards: { judge, contactSheet } });
