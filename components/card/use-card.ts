import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { type CardContent, CardDoesNotFitError } from '../../utils/card/card.ts';
import { type Drawn, drawCard, measureWith } from '../../utils/card/draw.ts';
import { type CardChoice, layoutCard } from '../../utils/card/layout.ts';

/**
 * Keeps a card drawn on a canvas. What it is made of has to stay the same object while it says the same.
 * @returns whether it is drawn; false where its title fits no readable size
 */
export function useCard(
  canvas: RefObject<HTMLCanvasElement | null>,
  content: CardContent,
  pictures: Drawn,
  choice: CardChoice,
): boolean {
  const [drawn, setDrawn] = useState(true);
  useLayoutEffect(() => {
    if (canvas.current) setDrawn(draw(canvas.current, content, pictures, choice));
  }, [content, pictures, choice]);
  return drawn;
}

function draw(canvas: HTMLCanvasElement, content: CardContent, pictures: Drawn, choice: CardChoice): boolean {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2d canvas');
  try {
    const card = layoutCard(content, pictures, choice, measureWith(context));
    canvas.width = card.width;
    canvas.height = card.height;
    drawCard(context, card, pictures);
    return true;
  } catch (error) {
    if (error instanceof CardDoesNotFitError) return false;
    throw error;
  }
}

/** The canvas as a PNG. */
export const pngOf = (canvas: HTMLCanvasElement): Promise<Blob> =>
  new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no PNG was made'))), 'image/png'),
  );
