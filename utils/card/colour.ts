/** Red, green and blue, 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** The two colours of a city, "#rrggbb". */
export interface CityColours {
  /** The ground, or what stands for the city on paper. */
  main: string;
  /** The one accent. */
  accent: string;
}

/** Kota Bogor's blue and green: what holds until a source has colours of its own. */
export const defaultColours: CityColours = { main: '#0b4f8a', accent: '#4fb477' };

export const white: Rgb = [255, 255, 255];
/** The ink of `tokens.css`. */
export const ink: Rgb = [21, 32, 28];
const black: Rgb = [0, 0, 0];

/** WCAG 2.2, 1.4.3 (text) and 1.4.11 (what is no text). A little more than asked, for rounding and soft edges. */
const readable = 4.6;
const visible = 3.1;

/** A colour from "#rrggbb", or null where it is none. */
export function rgbOf(hex: string): Rgb | null {
  const found = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(hex);
  if (!found) return null;
  const [, r = '', g = '', b = ''] = found;
  return [Number.parseInt(r, 16), Number.parseInt(g, 16), Number.parseInt(b, 16)];
}

/** The colour as CSS and canvas write it. */
export const cssOf = ([r, g, b]: Rgb, alpha = 1): string => `rgb(${r} ${g} ${b} / ${alpha})`;

/** Relative luminance, 0 to 1: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
export function luminance([r, g, b]: Rgb): number {
  const linear = (value: number) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

/** Contrast ratio, 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** The colour `share` of the way from one to the other, as a canvas lays one over the other. */
export const mix = (from: Rgb, to: Rgb, share: number): Rgb =>
  [0, 1, 2].map((i) => Math.round((from[i] ?? 0) * (1 - share) + (to[i] ?? 0) * share)) as unknown as Rgb;

/** The first mix on the way from one colour to another that passes; the other itself where none does. */
function towards(from: Rgb, to: Rgb, passes: (mixed: Rgb) => boolean): Rgb {
  for (let step = 0; step < 50; step += 1) {
    const mixed = mix(from, to, step / 50);
    if (passes(mixed)) return mixed;
  }
  return to;
}

/** A city's colour as a ground for text: one that is too pale for white and too dark for ink is deepened. */
export function groundOf(colour: Rgb): Rgb {
  const onWhite = contrast(colour, white);
  if (onWhite >= readable || onWhite < 2.6) return colour;
  return towards(colour, black, (mixed) => contrast(mixed, white) >= readable);
}

/** The colour of text on a ground. */
export function textOn(ground: Rgb): Rgb {
  return [white, ink].find((colour) => contrast(colour, ground) >= readable) ?? black;
}

/** A second, quieter colour of text on a ground. */
export const quietOn = (ground: Rgb): Rgb =>
  towards(mix(textOn(ground), ground, 0.2), textOn(ground), (mixed) => contrast(mixed, ground) >= readable);

/** The accent as it can be seen on a ground. */
export const accentOn = (accent: Rgb, ground: Rgb): Rgb =>
  towards(accent, textOn(ground), (mixed) => contrast(mixed, ground) >= visible);

/** A city's colour as text on paper. */
export const inkOn = (colour: Rgb, paper: Rgb): Rgb =>
  towards(colour, black, (mixed) => contrast(mixed, paper) >= readable);

/** The dark of a city's colour, to be laid over a photo under white text. */
export const shadeOf = (colour: Rgb): Rgb => towards(colour, black, (mixed) => luminance(mixed) <= 0.018);

/** How strong a shade is at least: quiet enough for reading, and of the city's colour. */
const leastShade = 0.8;

/**
 * How opaque a shade has to be over a photo for white text on it.
 * @param brightest the greatest red, green and blue that the photo has there
 */
export function shadeStrength(brightest: Rgb, shade: Rgb): number {
  for (let alpha = leastShade; alpha < 1; alpha += 0.02) {
    if (contrast(mix(brightest, shade, alpha), white) >= readable) return alpha;
  }
  return 1;
}

/** A source's colours for its cards: its own, else its mark in the lists with the default accent, else the default. */
export const coloursOf = (source: { colour?: string; cardColours?: CityColours }): CityColours =>
  source.cardColours ?? { ...defaultColours, ...(source.colour && { main: source.colour }) };
