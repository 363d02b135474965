import { describe, expect, test } from 'vitest';
import { styles } from '../../utils/card/card.ts';
import {
  contrast,
  defaultColours,
  luminance,
  mix,
  type Rgb,
  rgbOf,
  shadeOf,
  shadeStrength,
  white,
} from '../../utils/card/colour.ts';
import { paletteOf } from '../../utils/card/palette.ts';
import { dice } from './samples.ts';

const hex = (rgb: Rgb): string => `#${rgb.map((value) => value.toString(16).padStart(2, '0')).join('')}`;

test('luminance and contrast are those of WCAG', () => {
  expect(luminance([255, 255, 255])).toBeCloseTo(1, 6);
  expect(luminance([0, 0, 0])).toBe(0);
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 6);
  // W3C's own example of a grey that just passes.
  expect(contrast([118, 118, 118], [255, 255, 255])).toBeCloseTo(4.54, 2);
});

test('only “#rrggbb” is a colour', () => {
  expect(rgbOf('#0b4f8a')).toEqual([11, 79, 138]);
  for (const none of ['', '0b4f8a', '#0b4', '#0b4f8a00', 'red', '#0b4f8g']) expect(rgbOf(none)).toBeNull();
});

describe('whatever colours a city has', () => {
  test('text is readable, and the accent to be seen, in every style', () => {
    const roll = dice(3);
    const colour = (): Rgb => [0, 1, 2].map(() => Math.floor(roll() * 256)) as unknown as Rgb;
    for (let run = 0; run < 3_000; run += 1) {
      const colours = { main: hex(colour()), accent: hex(colour()) };
      for (const style of styles) {
        for (const hasPhoto of [true, false]) {
          const { ground, title, quiet, city, accent } = paletteOf(style, colours, hasPhoto);
          const told = `${style} ${colours.main} ${colours.accent}`;
          for (const text of [title, quiet, city])
            expect(contrast(text, ground), told).toBeGreaterThanOrEqual(4.5);
          expect(contrast(accent, ground), told).toBeGreaterThanOrEqual(3);
        }
      }
    }
  });

  test('one that cannot be read as a colour falls back alone', () => {
    const palette = paletteOf('colour', { main: 'url(x)', accent: '#ffffff' }, false);
    expect(palette.ground).toEqual(rgbOf(defaultColours.main));
    expect(palette.accent).toEqual(white);
  });

  test('a shade makes white text readable over any photo', () => {
    const roll = dice(4);
    for (let run = 0; run < 2_000; run += 1) {
      const photo = [0, 1, 2].map(() => Math.floor(roll() * 256)) as unknown as Rgb;
      const shade = shadeOf([0, 1, 2].map(() => Math.floor(roll() * 256)) as unknown as Rgb);
      const strength = shadeStrength(photo, shade);
      expect(strength).toBeLessThanOrEqual(1);
      expect(contrast(mix(photo, shade, strength), white)).toBeGreaterThanOrEqual(4.5);
    }
  });
});
