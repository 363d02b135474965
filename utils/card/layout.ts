import {
  type Box,
  type Card,
  type CardContent,
  CardDoesNotFitError,
  type CardFormat,
  type CardPictures,
  type CardStyle,
  formatSizes,
  legible,
  type Part,
  type Size,
} from './card.ts';
import type { CityColours } from './colour.ts';
import { type Block, layFooter, layMasthead } from './furniture.ts';
import { type Palette, paletteOf } from './palette.ts';
import { type Breaking, fitText, isRightToLeft, type Measure, type SetText } from './text.ts';

export interface CardChoice {
  format: CardFormat;
  style: CardStyle;
  colours: CityColours;
  /** A QR code of the link, where it is short enough for one. */
  qr: boolean;
}

/** One way to give the title its room; the first that holds it is taken. */
interface Attempt {
  hasPhoto: boolean;
  /** Height that is left to the photo, or free where there is none, in shares of the area. */
  free: number;
  largest: number;
  smallest: number;
  breaking: Breaking;
  qr: boolean;
  margin: number;
}

const margin = 72;
const narrowMargin = 48;
/** From here up a title is comfortable to read; below, the photo yields first. */
const comfortable = 54;
const smallWithPhoto = 42;
/** Between the blocks, and between the accent and the title. */
const gap = 36;
const accent = { width: 96, height: 10, gap: 28 };
const bandHeight = 28;
/** How far a shade reaches beyond its text, and over how many pixels it fades out then. */
const shadeMargin = 40;
const shadeFade = 280;

/**
 * Lays a card out: masthead, photo, title, footer, from the top to the bottom. A long title shrinks, then takes room
 * from the photo, then shrinks further, then breaks long words; nothing of it is ever cut.
 * @throws CardDoesNotFitError where no readable size holds the title
 */
export function layoutCard(
  content: CardContent,
  pictures: CardPictures,
  choice: CardChoice,
  measure: Measure,
): Card {
  for (const attempt of attemptsFor(choice, pictures.photo !== null)) {
    const card = tryLayout(content, pictures, choice, attempt, measure);
    if (card) return card;
  }
  throw new CardDoesNotFitError(content.title.length, choice.format);
}

function attemptsFor({ format, qr }: CardChoice, hasPhoto: boolean): Attempt[] {
  const tall = format !== 'square';
  const most = { photo: tall ? 92 : 84, plain: tall ? 116 : 104 };
  const words = { breaking: 'words' as const, qr, margin };
  const photo = { ...words, hasPhoto: true, free: 0.24, largest: comfortable, smallest: smallWithPhoto };
  const plain = { ...words, hasPhoto: false, free: 0, largest: comfortable, smallest: legible.title };
  const withPhoto: Attempt[] = [
    { ...photo, free: 0.42, largest: most.photo, smallest: comfortable },
    { ...photo, free: 0.34, smallest: 48 },
    photo,
    { ...photo, breaking: 'long-words' },
  ];
  const without: Attempt[] = [
    { ...plain, free: 0.2, largest: most.plain, smallest: comfortable },
    plain,
    // A word that is longer than a line, or a text that needs every corner.
    { ...plain, breaking: 'long-words' },
    { ...plain, breaking: 'anywhere', qr: false, margin: narrowMargin },
  ];
  return hasPhoto ? [...withPhoto, ...without] : without;
}

/** What a card is put together from, in one attempt. */
interface Blocks extends Size {
  area: Box;
  masthead: Block;
  footer: Block;
  title: SetText;
  /** Height of the area that nothing takes yet; the photo's, where there is one. */
  spare: number;
  palette: Palette;
  rightToLeft: boolean;
}

function tryLayout(
  content: CardContent,
  pictures: CardPictures,
  choice: CardChoice,
  attempt: Attempt,
  measure: Measure,
): Card | null {
  const { width, height, safe } = formatSizes[choice.format];
  const top = Math.max(attempt.margin, safe.top);
  const area: Box = {
    ...{ x: attempt.margin, y: top, width: width - 2 * attempt.margin },
    height: height - top - Math.max(attempt.margin, safe.bottom),
  };
  const { hasPhoto } = attempt;
  const masthead = layMasthead(content, pictures.crest, area.width, measure);
  const footer = layFooter(content, attempt.qr, area.width, measure);
  if (!masthead || !footer) return null;
  const taken = masthead.height + footer.height + 2 * gap + accent.height + accent.gap;
  const least = Math.round(attempt.free * area.height) + (hasPhoto ? gap : 0);
  const room = { ...attempt, weight: 700 as const, width: area.width, height: area.height - taken - least };
  const title = fitText(content.title, room, measure);
  if (!title) return null;
  const blocks: Blocks = {
    ...{ width, height, area, masthead, footer, title, spare: area.height - taken - title.height },
    palette: paletteOf(choice.style, choice.colours, hasPhoto),
    rightToLeft: isRightToLeft(content.title),
  };
  const ground: Part = {
    ...{ kind: 'fill', box: { x: 0, y: 0, width, height }, radius: 0 },
    colour: blocks.palette.ground,
  };
  const parts = hasPhoto ? photoStacks[choice.style](blocks) : plainStack(blocks, plainDrop[choice.style]);
  return { width, height, area, parts: [ground, ...parts] };
}

/** With a photo, from the upper edge to the lower. */
const photoStacks: Record<CardStyle, (blocks: Blocks) => Part[]> = {
  cover: ({ width, ...blocks }) => {
    const { area, masthead, palette } = blocks;
    const mastheadY = area.y + blocks.spare;
    const top = mastheadY - shadeMargin - shadeFade;
    // The photo ends below the masthead, in the dark: what it shows stands above.
    const bottom = mastheadY + masthead.height + shadeMargin;
    return [
      { kind: 'photo', box: { x: 0, y: 0, width, height: bottom }, radius: 0 },
      {
        ...{ kind: 'shade', colour: palette.ground, fade: shadeFade },
        box: { x: 0, y: top, width, height: bottom - top },
      },
      ...masthead.place(area.x, mastheadY, palette),
      ...titleParts(blocks, mastheadY + masthead.height + gap, true),
      ...footerParts(blocks),
    ];
  },
  sheet: ({ width, height, ...blocks }) => {
    const { area, masthead, palette } = blocks;
    // The accent runs along the photo's edge, so the title needs none above it.
    const photoBottom = area.y + blocks.spare + accent.gap - gap;
    const mastheadY = photoBottom + accent.height + gap;
    return [
      { kind: 'photo', box: { x: 0, y: 0, width, height: photoBottom }, radius: 0 },
      {
        ...{ kind: 'fill', colour: palette.accent, radius: 0 },
        box: { x: 0, y: photoBottom, width, height: accent.height },
      },
      ...bands({ width, height, ...blocks }, 0),
      ...masthead.place(area.x, mastheadY, palette),
      ...titleParts(blocks, mastheadY + masthead.height + gap, false),
      ...footerParts(blocks),
    ];
  },
  colour: (blocks) => {
    const { area, masthead, palette } = blocks;
    const photoY = area.y + masthead.height + gap;
    const photo = { x: area.x, y: photoY, width: area.width, height: blocks.spare - gap };
    return [
      ...masthead.place(area.x, area.y, palette),
      { kind: 'photo', box: photo, radius: 20 },
      ...titleParts(blocks, photoY + blocks.spare, true),
      ...footerParts(blocks),
    ];
  },
};

/** Without a photo the words stand alone; how far down the title stands, in shares of what is free. */
const plainDrop: Record<CardStyle, number> = { cover: 1, sheet: 0.4, colour: 0.5 };

function plainStack(blocks: Blocks, drop: number): Part[] {
  const { area, masthead, palette } = blocks;
  const titleY = area.y + masthead.height + gap + Math.round(blocks.spare * drop);
  return [
    ...bands(blocks, bandHeight),
    ...masthead.place(area.x, area.y, palette),
    ...titleParts(blocks, titleY, true),
    ...footerParts(blocks),
  ];
}

/** The city's colour at the upper edge of paper, and wherever a story must not say anything. */
function bands({ palette, area, width, height }: Blocks, least: number): Part[] {
  if (!palette.band) return [];
  const upper = least > 0 ? Math.max(least, area.y - 2 * margin) : 0;
  const lower = Math.max(0, height - area.y - area.height - margin);
  const band = { kind: 'fill' as const, colour: palette.band, radius: 0 };
  return [
    { ...band, box: { x: 0, y: 0, width, height: upper } },
    { ...band, box: { x: 0, y: height - lower, width, height: lower } },
  ].filter(({ box }) => box.height > 0);
}

/** The title with the accent above it, on the side where it begins. */
function titleParts(
  { area, title, palette, rightToLeft }: Omit<Blocks, 'width' | 'height'>,
  y: number,
  withAccent: boolean,
): Part[] {
  const right = area.x + area.width;
  const text = {
    ...{ x: rightToLeft ? right - title.width : area.x, width: title.width, height: title.height },
    y: withAccent ? y + accent.height + accent.gap : y,
  };
  const mark = {
    ...{ x: rightToLeft ? right - accent.width : area.x, y, width: accent.width, height: accent.height },
  };
  return [
    ...(withAccent ? [{ kind: 'fill' as const, box: mark, colour: palette.accent, radius: 0 }] : []),
    { kind: 'text', role: 'title', box: text, set: title, colour: palette.title, rightToLeft },
  ];
}

const footerParts = ({ area, footer, palette }: Omit<Blocks, 'width' | 'height'>): Part[] =>
  footer.place(area.x, area.y + area.height - footer.height, palette);
