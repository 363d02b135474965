/** How text is written on a card. */
export interface Font {
  /** Pixels. */
  size: number;
  weight: 400 | 600 | 700;
}

/** How much room a line takes around the point where it starts, in pixels. */
export interface Extent {
  width: number;
  ascent: number;
  descent: number;
}

export type Measure = (line: string, font: Font) => Extent;

/** A text as it was set: its lines and where each stands, from the top of its box. */
export interface SetText {
  lines: { text: string; baseline: number }[];
  font: Font;
  /** The widest line. */
  width: number;
  height: number;
}

/** Where a line may end: between words; inside one that is wider than a line; anywhere, so that no room is lost. */
export type Breaking = 'words' | 'long-words' | 'anywhere';

export interface Room {
  width: number;
  height: number;
  /** The largest and the smallest size, in pixels. */
  largest: number;
  smallest: number;
  weight: Font['weight'];
  breaking: Breaking;
}

/** Height of a line for its size, where the script needs no more. */
const leading = 1.2;
const closeLeading = 1.15;
/** What Latin letters with their marks take, for its size: lines of a card stand alike whatever is in them. */
const usual = { ascent: 0.8, descent: 0.24 };

/** Sets a text as large as the room lets it be, its lines of about the same length; null where it does not fit. */
export function fitText(text: string, room: Room, measure: Measure): SetText | null {
  let [low, high] = [room.smallest, room.largest];
  let best = setText(text, room, low, measure);
  if (!best) return null;
  while (low < high) {
    const size = Math.ceil((low + high) / 2);
    const found = setText(text, room, size, measure);
    if (found) [low, best] = [size, found];
    else high = size - 1;
  }
  return balanced(text, room, best, measure);
}

/** A text at one size; null where it is higher than the room, or a line wider. */
export function setText(text: string, room: Room, size: number, measure: Measure): SetText | null {
  const font: Font = { size, weight: room.weight };
  const lines = wrap(text, room.width, room.breaking, (line) => measure(line, font).width);
  if (!lines) return null;
  const extents = lines.map((line) => measure(line, font));
  const ascent = Math.max(usual.ascent * size, ...extents.map((extent) => extent.ascent));
  const descent = Math.max(usual.descent * size, ...extents.map((extent) => extent.descent));
  const close = room.breaking === 'anywhere' ? closeLeading : leading;
  const lineHeight = Math.ceil(Math.max(close * size, ascent + descent + 0.05 * size));
  const height = lineHeight * lines.length;
  if (height > room.height) return null;
  const first = Math.round((lineHeight - ascent - descent) / 2 + ascent);
  return {
    lines: lines.map((line, at) => ({ text: line, baseline: first + at * lineHeight })),
    font,
    width: Math.max(...extents.map(({ width }) => width)),
    height,
  };
}

/** The same lines' number in the narrowest room: no last line with one word in it. */
function balanced(text: string, room: Room, set: SetText, measure: Measure): SetText {
  if (room.breaking !== 'words' || set.lines.length < 2) return set;
  let best = set;
  let [low, high] = [Math.floor(room.width / 2), Math.floor(room.width)];
  while (low < high) {
    const width = Math.floor((low + high) / 2);
    const found = setText(text, { ...room, width }, set.font.size, measure);
    if (found && found.lines.length === set.lines.length) [high, best] = [width, found];
    else low = width + 1;
  }
  return best;
}

/** Breaks a text into lines; null where one is wider than the room whatever is done. Nothing but spaces is lost. */
function wrap(
  text: string,
  width: number,
  breaking: Breaking,
  widthOf: (line: string) => number,
): string[] | null {
  const lines: string[] = [];
  let line = '';
  const fits = (candidate: string) => widthOf(candidate) <= width;
  const end = () => {
    if (line.trim() !== '') lines.push(line.trim());
    line = '';
  };
  for (const word of text.split(' ').filter(Boolean)) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (fits(joined)) {
      line = joined;
      continue;
    }
    if (breaking === 'anywhere' && line !== '') line += ' ';
    else end();
    if (breaking === 'words' || (breaking === 'long-words' && fits(word))) {
      if (!fits(word)) return null;
      line = word;
      continue;
    }
    for (const letter of lettersOf(word)) {
      if (!fits(line + letter)) end();
      if (line === '' && !fits(letter)) return null;
      line += letter;
    }
  }
  end();
  return lines;
}

let segmenter: Intl.Segmenter | undefined;

/** What a person sees as the letters of a word: an emoji of several signs is one. */
function lettersOf(word: string): string[] {
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  return [...segmenter.segment(word)].map(({ segment }) => segment);
}

/** Whether a text runs from right to left, by its first letter that says so. */
export function isRightToLeft(text: string): boolean {
  const first = /[\p{L}]/u.exec(text)?.[0] ?? '';
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(first);
}
