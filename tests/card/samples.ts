import type { CardContent } from '../../utils/card/card.ts';
import type { Measure } from '../../utils/card/text.ts';

/** A card's words, as a release of the test city gives them. */
export const content: CardContent = {
  title: 'Pemkot Bogor Resmikan Taman Baru di Enam Kecamatan',
  city: 'Kota Bogor',
  kind: 'Rilis resmi',
  date: '24 November 2026',
  more: 'Baca selengkapnya',
  url: 'https://kotabogor.go.id/berita-detail/3009',
};

/** Numbers that look random and are the same at every run, 0 to 1. */
export function dice(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * A script of its own: each sign has a width between two bounds, for its size.
 * @param tall how far its letters reach above the line, for their size
 */
export function scriptOf(narrowest: number, widest: number, tall = 0.75): Measure {
  return (line, { size, weight }) => {
    let width = 0;
    for (const sign of line) {
      const share = ((sign.codePointAt(0) ?? 0) * 37) % 101;
      width += narrowest + ((widest - narrowest) * share) / 100;
    }
    return { width: width * size * (weight / 700), ascent: tall * size, descent: 0.2 * size };
  };
}

/** Letters as most fonts have them. */
export const latin = scriptOf(0.3, 0.75);
