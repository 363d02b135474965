import type { CardStyle } from './card.ts';
import {
  accentOn,
  type CityColours,
  defaultColours,
  groundOf,
  ink,
  inkOn,
  mix,
  quietOn,
  type Rgb,
  rgbOf,
  shadeOf,
  textOn,
  white,
} from './colour.ts';

/** The colours of one card, each readable where it stands. */
export interface Palette {
  ground: Rgb;
  title: Rgb;
  /** What is said besides the title. */
  quiet: Rgb;
  city: Rgb;
  accent: Rgb;
  /** A band of the city's colour at the upper edge of paper; null where the ground says it. */
  band: Rgb | null;
}

/** A city's colours as a style uses them; one that cannot be read as a colour falls back alone. */
export function paletteOf(style: CardStyle, colours: CityColours, hasPhoto: boolean): Palette {
  const main = rgbOf(colours.main) ?? (rgbOf(defaultColours.main) as Rgb);
  const accent = rgbOf(colours.accent) ?? (rgbOf(defaultColours.accent) as Rgb);
  if (style === 'sheet') {
    return {
      ...{ ground: white, title: ink, quiet: quietOn(white), city: inkOn(main, white) },
      ...{ accent: accentOn(accent, white), band: main },
    };
  }
  if (style === 'cover') {
    // A photo is dark under its text; without one the same dark is the ground.
    const ground = hasPhoto ? shadeOf(main) : mix(shadeOf(main), groundOf(main), 0.35);
    return {
      ...{ ground, title: white, quiet: white, city: white, accent: accentOn(accent, ground) },
      band: null,
    };
  }
  const ground = groundOf(main);
  const text = textOn(ground);
  return {
    ...{ ground, title: text, quiet: quietOn(ground), city: text, accent: accentOn(accent, ground) },
    band: null,
  };
}
