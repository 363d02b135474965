import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formats } from '../../utils/card/card.ts';
import { cardCases } from '../bench/cards/cases.ts';
import type { Judged, judge } from '../bench/cards/page.ts';
import { cardsScript } from '../bench/cards/script.ts';
import { useJubir } from './harness.ts';

const jubir = useJubir();
let page: Page;

beforeAll(async () => {
  const script = await cardsScript();
  page = await jubir.session.browser.newPage();
  await page.goto('about:blank');
  await page.evaluate(script);
});
afterAll(() => page?.close());

/** Each browser sets letters in its own way: what the gallery says of one has to hold for both. */
test.each(formats)(
  'every %s card of the gallery is whole, readable and safe',
  { timeout: 240_000 },
  async (format) => {
    const cases = cardCases().filter((one) => one.format === format);
    expect(cases.length).toBe(24);
    const judged: Judged[] = [];
    for (const one of cases) {
      const found = await page.evaluate((given) => {
        const { cards } = globalThis as unknown as { cards: { judge: typeof judge } };
        return cards.judge(given, false);
      }, one);
      judged.push(found);
    }
    expect(judged.flatMap(({ complaints }) => complaints)).toEqual([]);
    expect(Math.min(...judged.map((one) => one.contrast))).toBeGreaterThanOrEqual(4.5);
  },
);
