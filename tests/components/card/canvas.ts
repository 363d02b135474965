import { vi } from 'vitest';

/** What was written and drawn on a canvas since it got its size. */
export interface Noted {
  texts: string[];
  pictures: unknown[];
}

const notes = new WeakMap<HTMLCanvasElement, Noted>();

/** What stands on a canvas. */
export const notedOn = (canvas: HTMLCanvasElement): Noted => notes.get(canvas) ?? { texts: [], pictures: [] };

/** Lets every canvas of happy-dom, which has none, note what is drawn; letters are half as wide as high. */
export function stubCanvas(): void {
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(function (this: HTMLCanvasElement) {
    const noted: Noted = { texts: [], pictures: [] };
    notes.set(this, noted);
    const nothing = () => {};
    const context = {
      ...{
        canvas: this,
        font: '',
        fillStyle: '',
        save: nothing,
        restore: nothing,
        fill: nothing,
        clip: nothing,
      },
      ...{ beginPath: nothing, rect: nothing, roundRect: nothing, fillRect: nothing },
      measureText(text: string) {
        const size = Number(/(\d+)px/.exec(this.font)?.[1]);
        const width = [...text].length * size * 0.5;
        return {
          ...{ width, actualBoundingBoxLeft: 0, actualBoundingBoxRight: width },
          ...{ actualBoundingBoxAscent: size * 0.7, actualBoundingBoxDescent: size * 0.2 },
        };
      },
      fillText: (text: string) => noted.texts.push(text),
      drawImage: (picture: unknown) => noted.pictures.push(picture),
      getImageData: () => ({ data: new Uint8ClampedArray(4) }),
      createLinearGradient: () => ({ addColorStop: nothing }),
    };
    return context as never;
  });
  vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation(function (
    this: HTMLCanvasElement,
    done,
  ) {
    done(new Blob([`${this.width} × ${this.height}`], { type: 'image/png' }));
  });
}
