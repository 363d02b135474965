import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'puppeteer-core';
import type { Picture } from './camera.ts';

/** How many pictures stand on one contact sheet, and how wide each is shown, in pixels. */
const layout = { small: { count: 8, width: 360 }, large: { count: 4, width: 760 } };

function sheetOf(pictures: readonly Picture[], width: number): string {
  const figures = pictures.map(
    ({ state, what, file }) =>
      `<figure><img src="${encodeURIComponent(basename(file))}" width="${width}"><figcaption>${state} · ${what}</figcaption></figure>`,
  );
  return `<!doctype html><meta charset="utf-8"><style>
    body { margin: 8px; display: flex; flex-wrap: wrap; gap: 12px; font: 14px sans-serif; background: #888 }
    figure { margin: 0 } figcaption { color: #fff } img { display: block; background: #fff }
  </style>${figures.join('\n')}`;
}

/**
 * Lays the pictures out on sheets that can be looked at a few at a time, and all on `index.html`.
 * @returns how many sheets
 */
export async function contactSheets(
  browser: Browser,
  folder: string,
  pictures: readonly Picture[],
): Promise<number> {
  writeFileSync(join(folder, 'index.html'), sheetOf(pictures, 300));
  const isLarge = ({ size, what }: Picture) => size.width > 400 && what !== 'phone';
  let sheets = 0;
  for (const kind of ['small', 'large'] as const) {
    const { count, width } = layout[kind];
    const some = pictures.filter((picture) => isLarge(picture) === (kind === 'large'));
    for (let at = 0; at < some.length; at += count) {
      sheets += 1;
      const name = join(folder, `sheet-${String(sheets).padStart(2, '0')}`);
      writeFileSync(`${name}.html`, sheetOf(some.slice(at, at + count), width));
      const page = await browser.newPage();
      await page.setViewport({ width: 1560, height: 900 });
      await page.goto(pathToFileURL(`${name}.html`).href);
      await page.screenshot({ path: `${name}.png`, fullPage: true });
      await page.close();
    }
  }
  return sheets;
}
