import { describe, expect, test } from 'vitest';
import {
  type Box,
  type Card,
  CardDoesNotFitError,
  type CardPictures,
  formatSizes,
  formats,
  legible,
  type Part,
  styles,
} from '../../utils/card/card.ts';
import { defaultColours } from '../../utils/card/colour.ts';
import { type CardChoice, layoutCard } from '../../utils/card/layout.ts';
import type { Measure } from '../../utils/card/text.ts';
import { content, dice, latin, scriptOf } from './samples.ts';

const noPictures: CardPictures = { photo: null, crest: null };
const pictures: CardPictures = { photo: { width: 1600, height: 1067 }, crest: { width: 240, height: 300 } };
const choice: CardChoice = { format: 'square', style: 'sheet', colours: defaultColours, qr: true };

const textsOf = ({ parts }: Card) => parts.filter((part) => part.kind === 'text');
const titleOf = (card: Card) => textsOf(card).find(({ role }) => role === 'title') as Part & { kind: 'text' };
const written = ({ set }: Part & { kind: 'text' }): string => set.lines.map(({ text }) => text).join('');
const bare = (text: string): string => text.replaceAll(' ', '');

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Everything that is wrong with a card, as lines; empty is good. */
function faultsOf(card: Card, title: string, { format, style }: CardChoice, measure: Measure): string[] {
  const faults: string[] = [];
  const { safe, width, height } = formatSizes[format];
  if (card.width !== width || card.height !== height) faults.push('another size');
  const solid = card.parts.filter(({ kind }) => kind === 'text' || kind === 'qr' || kind === 'crest');
  for (const [at, part] of solid.entries()) {
    const { x, y, width: w, height: h } = part.box;
    if (x < 40 || x + w > width - 40 + 0.5) faults.push(`${part.kind} sticks out sideways`);
    if (y < Math.max(40, safe.top) || y + h > height - Math.max(40, safe.bottom)) {
      faults.push(`${part.kind} stands where a story says nothing`);
    }
    for (const other of solid.slice(at + 1)) {
      if (overlap(part.box, other.box)) faults.push(`${part.kind} lies on ${other.kind}`);
    }
  }
  const photo = card.parts.find(({ kind }) => kind === 'photo');
  // On a cover the masthead stands on the photo, in its shade.
  for (const part of photo && style !== 'cover' ? solid : []) {
    if (photo && overlap(photo.box, part.box)) faults.push(`${part.kind} lies on the photo`);
  }
  if (photo && (photo.box.height < 150 || photo.box.y + photo.box.height > height))
    faults.push('no photo to see');
  for (const part of textsOf(card)) {
    const least = part.role === 'title' ? legible.title : legible.small;
    if (part.set.font.size < least) faults.push(`${part.role} at ${part.set.font.size} px`);
    let before = 0;
    for (const line of part.set.lines) {
      const extent = measure(line.text, part.set.font);
      if (extent.width > part.box.width + 0.01) faults.push(`${part.role}: a line wider than its box`);
      if (line.baseline - extent.ascent < before - 0.5)
        faults.push(`${part.role}: lines run into each other`);
      before = line.baseline + extent.descent;
    }
    if (before > part.box.height + 0.5) faults.push(`${part.role}: higher than its box`);
  }
  if (bare(written(titleOf(card))) !== bare(title)) faults.push('a title that is not whole');
  return faults;
}

const letters = 'aaabdeeegghiiiklllmmnnnoprrsstttuuwyAKPSD0123456789–“”🌳字';

function randomTitle(roll: () => number): string {
  // Short ones and long ones alike often.
  const length = Math.ceil(500 ** roll());
  const spaced = roll() < 0.9;
  const signs = [...letters];
  let title = '';
  while (title.length < length) {
    const sign = spaced && roll() < 0.15 ? ' ' : (signs[Math.floor(roll() * signs.length)] ?? '');
    if (title.length + sign.length > 500) break;
    title += sign;
  }
  return title.replace(/ +/g, ' ').trim() || 'A';
}

test('2,000 random titles in random scripts: whole, readable, nothing on anything else, all in its box', () => {
  const roll = dice(6);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(roll() * items.length)] as Item;
  const found: string[] = [];
  const used = { photo: 0, broken: 0, smallest: 1000, largest: 0 };
  for (let run = 0; run < 2_000; run += 1) {
    const title = randomTitle(roll);
    const measure = scriptOf(0.2 + roll() * 0.3, 0.5 + roll() * 0.6, 0.7 + roll() * 0.3);
    const now: CardChoice = {
      ...{ format: pick(formats), style: pick(styles), colours: defaultColours, qr: roll() < 0.8 },
    };
    const has: CardPictures = {
      photo: roll() < 0.6 ? { width: 600 + roll() * 3000, height: 300 + roll() * 3000 } : null,
      crest: roll() < 0.6 ? { width: 20 + roll() * 400, height: 20 + roll() * 400 } : null,
    };
    const words = {
      ...{ ...content, title, date: roll() < 0.8 ? content.date : null },
      city: 'Kabupaten Pangkajene dan Kepulauan, Dinas Komunikasi dan Informatika'.slice(0, 4 + roll() * 76),
    };
    const card = layoutCard(words, has, now, measure);
    const faults = faultsOf(card, title, now, measure);
    if (faults.length > 0)
      found.push(`${run} (${title.length} letters, ${now.style}, ${now.format}): ${faults.join('; ')}`);
    const { size } = titleOf(card).set.font;
    used.photo += card.parts.some(({ kind }) => kind === 'photo') ? 1 : 0;
    used.broken += titleOf(card).set.lines.length;
    used.smallest = Math.min(used.smallest, size);
    used.largest = Math.max(used.largest, size);
  }
  expect(found).toEqual([]);
  // The sample reached both ends.
  expect(used.photo).toBeGreaterThan(400);
  expect(used.smallest).toBeLessThan(40);
  expect(used.largest).toBeGreaterThan(100);
});

describe('a title of 500 letters', () => {
  test.each(formats)('of the widest letters is whole on a %s card', (format) => {
    const wide = scriptOf(1.1, 1.1);
    const title = 'W'.repeat(500);
    const card = layoutCard({ ...content, title }, pictures, { ...choice, format }, wide);
    expect(faultsOf(card, title, { ...choice, format }, wide)).toEqual([]);
  });

  test('that no readable size holds gives no card', () => {
    const huge = scriptOf(8, 8);
    const title = '﷽'.repeat(500);
    const lay = () => layoutCard({ ...content, title }, noPictures, choice, huge);
    expect(lay).toThrow(CardDoesNotFitError);
    expect(lay).toThrow(/500 letters do not fit a square card/);
  });
});

describe('as a title grows', () => {
  const laid = (length: number, format: CardChoice['format'] = 'portrait') => {
    const title = 'Warga menanam pohon di tepi sungai '.repeat(20).slice(0, length).trim();
    const card = layoutCard({ ...content, title }, pictures, { ...choice, format }, latin);
    const photo = card.parts.find(({ kind }) => kind === 'photo');
    return { size: titleOf(card).set.font.size, photo: photo?.box.height ?? 0 };
  };

  test('it shrinks first, then the photo, and at last the photo goes', () => {
    const short = laid(30);
    const middle = laid(120);
    const long = laid(250);
    const longest = laid(500, 'square');
    expect(short.size).toBe(92);
    expect(middle.size).toBeLessThan(short.size);
    expect(middle.size).toBeGreaterThanOrEqual(54);
    expect(middle.photo).toBeGreaterThan(480);
    expect(long.size).toBeLessThanOrEqual(54);
    expect(long.photo).toBeGreaterThan(150);
    expect(long.photo).toBeLessThan(middle.photo);
    expect(longest.photo).toBe(0);
    expect(longest.size).toBeGreaterThanOrEqual(legible.title);
  });
});

describe('what stands on it', () => {
  const card = layoutCard(content, pictures, choice, latin);
  const said = (role: string) => written(textsOf(card).find((text) => text.role === role) as never);

  test('city, kind and date, title, link', () => {
    expect(textsOf(card).map(({ role }) => role)).toEqual(['city', 'kind', 'title', 'more', 'link']);
    expect(said('city')).toBe('Kota Bogor');
    expect(said('kind')).toBe('Rilis resmi · 24 November 2026');
    expect(said('link')).toBe('kotabogor.go.id/berita-detail/3009');
  });

  test('no date where the city gave none', () => {
    const dateless = layoutCard({ ...content, date: null }, pictures, choice, latin);
    expect(written(textsOf(dateless).find(({ role }) => role === 'kind') as never)).toBe('Rilis resmi');
  });

  test('a link that is too long for a line is the site’s name, and never cut', () => {
    const url = `https://www.kotabogor.go.id/${'berita/'.repeat(20)}`;
    const long = layoutCard({ ...content, url }, pictures, choice, latin);
    expect(written(textsOf(long).find(({ role }) => role === 'link') as never)).toBe('kotabogor.go.id');
    expect(long.parts.some(({ kind }) => kind === 'qr')).toBe(true);
  });

  test('no code where none is wanted, or the link is too long for one', () => {
    const has = (url: string, qr: boolean) =>
      layoutCard({ ...content, url }, pictures, { ...choice, qr }, latin).parts.some(
        ({ kind }) => kind === 'qr',
      );
    expect(has(content.url, true)).toBe(true);
    expect(has(content.url, false)).toBe(false);
    expect(has(`https://kotabogor.go.id/${'a'.repeat(400)}`, true)).toBe(false);
  });

  test('a crest keeps its shape, however wide or high', () => {
    for (const crest of [
      { width: 2000, height: 100 },
      { width: 50, height: 900 },
    ]) {
      const mark = layoutCard(content, { ...pictures, crest }, choice, latin).parts.find(
        ({ kind }) => kind === 'crest',
      );
      const { width = 0, height = 0 } = mark?.box ?? {};
      expect(width).toBeLessThanOrEqual(132);
      expect(height).toBeLessThanOrEqual(88);
      // To the nearest pixel of the shorter side.
      expect((width / height / crest.width) * crest.height).toBeCloseTo(1, 0);
    }
  });

  test('a title from right to left begins at the right, its accent too', () => {
    const arabic = layoutCard(
      { ...content, title: 'بيان صحفي من مدينة بوغور' },
      noPictures,
      { ...choice, style: 'colour' },
      latin,
    );
    const title = titleOf(arabic);
    expect(title.rightToLeft).toBe(true);
    expect(title.box.x + title.box.width).toBeCloseTo(1080 - 72, 0);
    const mark = arabic.parts.find(({ kind, box }) => kind === 'fill' && box.width === 96);
    expect(mark?.box.x).toBe(1080 - 72 - 96);
  });
});
