import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Page } from 'puppeteer-core';
import { root } from '../../browsers/build.ts';
import { findBrowser } from '../../browsers/find.ts';
import { cardCases } from './cases.ts';
import type { CardCase, contactSheet, Judged, judge } from './page.ts';
import { cardsScript } from './script.ts';

/** What the script puts into the page. */
type InPage = typeof globalThis & { cards: { judge: typeof judge; contactSheet: typeof contactSheet } };

const perSheet = 12;
const folder = join(root, '.output/cards');

/**
 * Draws every card of the gallery in Chromium, judges it by its pixels, and leaves contact sheets to be looked at.
 * `JUBIR_PHOTOS=folder` puts real photos (*.jpg) in place of the painted ones.
 */
export async function run(): Promise<boolean> {
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error('no Chromium is installed');
  const browser = await puppeteer.launch({
    executablePath,
    pipe: true,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: await cardsScript() });
    return await drawAll(page);
  } finally {
    await browser.close();
  }
}

async function drawAll(page: Page): Promise<boolean> {
  mkdirSync(folder, { recursive: true });
  const cases = withPhotos(cardCases());
  const judged: (Judged & { name: string })[] = [];
  for (const one of cases) {
    const found = await page.evaluate((given) => (globalThis as InPage).cards.judge(given), one);
    judged.push({ ...found, name: one.name });
  }
  for (let at = 0; at < judged.length; at += perSheet) {
    const cards = judged.slice(at, at + perSheet).map(({ png, name }) => ({ png, name }));
    const sheet = await page.evaluate((given) => (globalThis as InPage).cards.contactSheet(given), cards);
    const file = join(folder, `sheet-${at / perSheet + 1}.png`);
    writeFileSync(file, Buffer.from(sheet.split(',')[1] ?? '', 'base64'));
  }
  const complaints = judged.flatMap((one) => one.complaints);
  const contrasts = judged.map(({ contrast }) => contrast);
  const sizes = judged.map(({ titleSize }) => titleSize);
  console.log(
    `${judged.length} cards, ${complaints.length} complaints${complaints.map((one) => `\n  ${one}`).join('')}`,
  );
  console.log(
    `lowest contrast ${Math.min(...contrasts).toFixed(2)}; titles ${Math.min(...sizes)} to ${Math.max(...sizes)} px`,
  );
  console.log(`Look at them: ${folder}`);
  return complaints.length === 0;
}

function withPhotos(cases: CardCase[]): CardCase[] {
  const from = process.env.JUBIR_PHOTOS;
  if (!from) return cases;
  const photos = readdirSync(from)
    .filter((name) => name.endsWith('.jpg'))
    .sort()
    .map((name) => `data:image/jpeg;base64,${readFileSync(join(from, name)).toString('base64')}` as const);
  // One photo for a scenario's three styles.
  return cases.map((one, at) => ({
    ...one,
    photo: one.photo && (photos[Math.floor(at / 3) % photos.length] ?? null),
  }));
}
