import { type CardContent, legible, type Part, type Size, type TextRole } from './card.ts';
import { ink, type Rgb, white } from './colour.ts';
import type { Palette } from './palette.ts';
import { hostOf, type QrCode, qrCode, quietZone, shortLink } from './qr.ts';
import { type Breaking, type Font, fitText, type Measure, type SetText } from './text.ts';

/** A block of a card before it has its place. */
export interface Block {
  height: number;
  place: (x: number, y: number, palette: Palette) => Part[];
}

const crestRoom: Size = { width: 132, height: 88 };
const crestGap = 22;
const qrSide = 216;
const leastModule = 4;
const qrGap = 40;

/** A line of small print, in one line where that goes, else in as many as it needs. */
function small(text: string, width: number, largest: number, weight: Font['weight'], measure: Measure) {
  const room = { width, weight, largest, smallest: legible.small };
  const one = { ...room, height: largest * 1.4, breaking: 'words' as const };
  const more = (breaking: Breaking) => ({
    ...{ ...room, largest: legible.small, height: Number.POSITIVE_INFINITY, breaking },
  });
  return (
    fitText(text, one, measure) ??
    fitText(text, more('words'), measure) ??
    fitText(text, more('long-words'), measure)
  );
}

const line = (role: TextRole, set: SetText, colour: Rgb, x: number, y: number): Part => ({
  ...{ kind: 'text', role, set, colour, rightToLeft: false },
  box: { x, y, width: set.width, height: set.height },
});

/** The crest with the city's name, and below it what this is and when; null where a line cannot be set. */
export function layMasthead(
  content: CardContent,
  crest: Size | null,
  width: number,
  measure: Measure,
): Block | null {
  const scale = crest ? Math.min(crestRoom.width / crest.width, crestRoom.height / crest.height) : 0;
  const mark = {
    width: Math.round((crest?.width ?? 0) * scale),
    height: Math.round((crest?.height ?? 0) * scale),
  };
  const indent = crest ? mark.width + crestGap : 0;
  const when = content.date === null ? content.kind : `${content.kind} · ${content.date}`;
  const city = small(content.city, width - indent, 40, 600, measure);
  const kind = small(when, width - indent, 30, 400, measure);
  if (!city || !kind) return null;
  const texts = city.height + kind.height;
  const height = Math.max(mark.height, texts);
  return {
    height,
    place: (x, y, { city: cityColour, quiet }) => {
      const top = y + Math.round((height - texts) / 2);
      const box = { ...mark, x, y: y + Math.round((height - mark.height) / 2) };
      return [
        ...(crest ? [{ kind: 'crest' as const, box }] : []),
        line('city', city, cityColour, x + indent, top),
        line('kind', kind, quiet, x + indent, top + city.height),
      ];
    },
  };
}

/** Where the whole release is: the link to read, and its QR code at the right. */
export function layFooter(
  content: CardContent,
  wantsQr: boolean,
  width: number,
  measure: Measure,
): Block | null {
  const code = wantsQr ? qrCode(content.url) : null;
  const modules = code ? code.size + 2 * quietZone : 0;
  const module = code ? Math.max(leastModule, Math.floor(qrSide / modules)) : 0;
  const side = modules * module;
  const column = code ? width - side - qrGap : width;
  const more = small(content.more, column, 30, 600, measure);
  const short = fitText(
    shortLink(content.url),
    { width: column, height: 44, largest: 32, smallest: legible.small, weight: 400, breaking: 'words' },
    measure,
  );
  const link = short ?? small(hostOf(content.url), column, 32, 400, measure);
  if (!more || !link) return null;
  const texts = more.height + link.height;
  const height = Math.max(side, texts);
  return {
    height,
    place: (x, y, { title, quiet, ground }) => {
      const top = y + height - texts;
      // Its light margin is not seen on white: there the dark of it stands on the card's own margin.
      const shift = ground === white ? quietZone * module : 0;
      return [
        ...(code ? qrParts(code, module, x + width - side + shift, y + height - side + shift) : []),
        line('more', more, title, x, top),
        line('link', link, quiet, x, top + more.height),
      ];
    },
  };
}

/** On a plate of its own: the light margin is part of the code. */
function qrParts(code: QrCode, module: number, x: number, y: number): Part[] {
  const side = (code.size + 2 * quietZone) * module;
  const inner = code.size * module;
  const quiet = quietZone * module;
  return [
    { kind: 'fill', box: { x, y, width: side, height: side }, colour: white, radius: 14 },
    {
      ...{ kind: 'qr', code, module, colour: ink },
      box: { x: x + quiet, y: y + quiet, width: inner, height: inner },
    },
  ];
}
