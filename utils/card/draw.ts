import type { Box, Card, Part } from './card.ts';
import { cssOf, type Rgb, shadeStrength } from './colour.ts';
import type { Font, Measure } from './text.ts';

/** As in `tokens.css`: the system's own letters, nothing from the network. */
const family = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** What is drawn into a card; from `data:` and `blob:` alone, so that the canvas can be read. */
export interface Drawn {
  photo: Picture | null;
  crest: Picture | null;
}

/** Anything a canvas draws that knows its size. */
export type Picture = ImageBitmap | HTMLCanvasElement | OffscreenCanvas;

const fontOf = ({ size, weight }: Font): string => `${weight} ${size}px ${family}`;

/** Measures lines as the canvas will write them. */
export function measureWith(context: Context): Measure {
  return (line, font) => {
    context.font = fontOf(font);
    const metrics = context.measureText(line);
    return {
      // Ink may reach beyond the advance.
      width: Math.max(metrics.width, metrics.actualBoundingBoxLeft + metrics.actualBoundingBoxRight),
      ascent: metrics.actualBoundingBoxAscent,
      descent: metrics.actualBoundingBoxDescent,
    };
  };
}

/** Draws a card, part by part. The canvas has the card's size. */
export function drawCard(context: Context, card: Card, pictures: Drawn): void {
  for (const part of card.parts) {
    context.save();
    drawPart(context, part, pictures);
    context.restore();
  }
}

function drawPart(context: Context, part: Part, { photo, crest }: Drawn): void {
  switch (part.kind) {
    case 'fill':
      context.fillStyle = cssOf(part.colour);
      outline(context, part.box, part.radius);
      context.fill();
      break;
    case 'photo':
      if (photo) drawCovering(context, photo, part.box, part.radius);
      break;
    case 'shade':
      drawShade(context, part);
      break;
    case 'crest':
      if (crest) drawWhole(context, crest, part.box);
      break;
    case 'qr':
      drawQr(context, part);
      break;
    case 'text':
      drawText(context, part);
  }
}

function outline(context: Context, { x, y, width, height }: Box, radius: number): void {
  context.beginPath();
  if (radius === 0) context.rect(x, y, width, height);
  else context.roundRect(x, y, width, height, radius);
}

/** Where a photo is looked at: faces stand well above its middle, and the ground can go. */
const focus = { x: 0.5, y: 0.14 };

function drawCovering(context: Context, photo: Picture, box: Box, radius: number): void {
  const scale = Math.max(box.width / photo.width, box.height / photo.height);
  const width = box.width / scale;
  const height = box.height / scale;
  outline(context, box, radius);
  context.clip();
  context.imageSmoothingQuality = 'high';
  const [left, top] = [(photo.width - width) * focus.x, (photo.height - height) * focus.y];
  context.drawImage(photo, left, top, width, height, box.x, box.y, box.width, box.height);
}

function drawWhole(context: Context, picture: Picture, { x, y, width, height }: Box): void {
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, x, y, width, height);
}

/** Under text it is as opaque as the photo there asks for: how bright that is, is measured. */
function drawShade(context: Context, { box, colour, fade }: Part & { kind: 'shade' }): void {
  const { x, y, width, height } = box;
  const under = brightest(context, x, Math.max(0, y + fade), width, height - fade - Math.min(0, y + fade));
  const strength = shadeStrength(under, colour);
  const gradient = context.createLinearGradient(0, y, 0, y + height);
  for (let step = 0; step <= 8; step += 1) {
    // Slow at both ends: a straight ramp shows as an edge.
    const share = step / 8;
    gradient.addColorStop((share * fade) / height, cssOf(colour, strength * share * share * (3 - 2 * share)));
  }
  gradient.addColorStop(1, cssOf(colour));
  context.fillStyle = gradient;
  context.fillRect(x, y, width, height);
}

function brightest(context: Context, x: number, y: number, width: number, height: number): Rgb {
  const { data } = context.getImageData(x, y, width, height);
  let [r, g, b] = [0, 0, 0];
  for (let at = 0; at < data.length; at += 4) {
    r = Math.max(r, data[at] ?? 0);
    g = Math.max(g, data[at + 1] ?? 0);
    b = Math.max(b, data[at + 2] ?? 0);
  }
  return [r, g, b];
}

function drawQr(context: Context, { box, code, module, colour }: Part & { kind: 'qr' }): void {
  context.fillStyle = cssOf(colour);
  for (const [row, modules] of code.rows.entries()) {
    for (const [column, dark] of modules.entries()) {
      if (dark) context.fillRect(box.x + column * module, box.y + row * module, module, module);
    }
  }
}

function drawText(context: Context, { box, set, colour, rightToLeft }: Part & { kind: 'text' }): void {
  context.font = fontOf(set.font);
  context.fillStyle = cssOf(colour);
  context.textBaseline = 'alphabetic';
  context.direction = rightToLeft ? 'rtl' : 'ltr';
  context.textAlign = rightToLeft ? 'right' : 'left';
  const x = rightToLeft ? box.x + box.width : box.x;
  for (const { text, baseline } of set.lines) context.fillText(text, x, box.y + baseline);
}
