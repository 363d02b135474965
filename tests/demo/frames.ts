import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../browsers/build.ts';
import { escapeMarkup } from '../city/pages.ts';

/**
 * The stores' sizes in CSS pixels: https://developer.chrome.com/docs/webstore/images (screenshot 1280×800, small
 * promotional tile 440×280); Mozilla's and Microsoft's take the same screenshots.
 */
export const storeSizes = {
  screenshot: { width: 1280, height: 800 },
  tile: { width: 440, height: 280 },
};

/** What stands beside a picture. */
export interface Words {
  title: string;
  line: string;
}

/** Pictures of Jubir, as PNG in base64: a popup, with the page that it stands over if any, or a page of its own. */
export type Shown = { popup: string; behind?: string } | { page: string };

const style = `
  * { box-sizing: border-box; margin: 0 }
  body { position: relative; overflow: hidden; color: #fff; font-family: system-ui, 'Noto Sans', sans-serif;
    background: radial-gradient(circle at 85% 0, #14917a, transparent 60%), linear-gradient(150deg, #0a6652, #06382e) }
  img { display: block }
  .brand { display: flex; align-items: center; gap: 12px; font-weight: 700; font-size: 24px }
  .brand svg { width: 40px; height: 40px }
  h1 { font-size: 50px; line-height: 1.12; letter-spacing: -.02em; text-wrap: balance }
  p { font-size: 23px; line-height: 1.4; color: #d5efe7; text-wrap: pretty }
  .card { border-radius: 14px; overflow: hidden; background: #fff; box-shadow: 0 24px 70px rgb(0 20 15 / 45%) }`;

const page = (size: { width: number; height: number }, rules: string, body: string): string =>
  `<!DOCTYPE html><meta charset="utf-8"><style>${style} body { width: ${size.width}px; height: ${size.height}px } ${rules}</style>${body}`;

const mark = (): string => readFileSync(join(root, 'public/icon/jubir.svg'), 'utf8');
const brand = (): string => `<div class="brand">${mark()}Jubir</div>`;
const picture = (png: string, name: string): string =>
  `<div class="card ${name}"><img src="data:image/png;base64,${png}"></div>`;
const text = ({ title, line }: Words): string =>
  `<h1>${escapeMarkup(title)}</h1><p>${escapeMarkup(line)}</p>`;

/** A store's screenshot: what Jubir shows, and in a few words what it is good for. */
export function storeFrame(words: Words, shown: Shown): string {
  const { screenshot } = storeSizes;
  if ('page' in shown) {
    const rules = `
      header { position: absolute; left: 80px; right: 80px; top: 40px; display: grid; gap: 10px }
      .brand { position: absolute; right: 0; top: 8px }
      h1 { font-size: 40px; max-width: 940px } p { font-size: 20px; max-width: 940px }
      .page { position: absolute; left: 80px; top: 176px; width: 1120px } .page img { width: 1120px }`;
    return page(screenshot, rules, `<header>${text(words)}${brand()}</header>${picture(shown.page, 'page')}`);
  }
  const rules = `
    .words { position: absolute; left: 80px; top: 0; bottom: 0; width: 520px; display: grid; align-content: center; gap: 22px }
    .popup { position: absolute; right: 120px; top: 61px } .popup img { width: 452px }
    .behind { position: absolute; left: 560px; top: 120px; width: 900px; opacity: .92 } .behind img { width: 900px }
    .over .words { width: 430px } .over h1 { font-size: 44px } .over .popup { right: 70px; top: 132px } .over .popup img { width: 424px }`;
  const behind = shown.behind ? picture(shown.behind, 'behind') : '';
  return page(
    screenshot,
    rules,
    `<div${shown.behind ? ' class="over"' : ''}>${behind}<div class="words">${brand()}${text(words)}</div>${picture(shown.popup, 'popup')}</div>`,
  );
}

/** The small promotional tile. */
export function tileFrame(words: Words): string {
  const rules = `
    body { display: grid; place-content: center; justify-items: center; gap: 10px; text-align: center; padding: 24px }
    .brand svg { width: 84px; height: 84px } .brand { font-size: 0 }
    h1 { font-size: 44px } p { font-size: 19px; max-width: 340px; text-wrap: balance }`;
  return page(storeSizes.tile, rules, `${brand()}${text(words)}`);
}
