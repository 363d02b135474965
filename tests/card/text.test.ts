import { describe, expect, test } from 'vitest';
import { fitText, isRightToLeft, type Measure, type Room, setText } from '../../utils/card/text.ts';

/** Every sign half as wide as it is high. */
const half: Measure = (line, { size }) => ({
  ...{ width: [...line].length * size * 0.5, ascent: 0.7 * size, descent: 0.2 * size },
});
const room: Room = { width: 500, height: 1000, largest: 100, smallest: 10, weight: 700, breaking: 'words' };
const linesOf = (text: string, change: Partial<Room>, size?: number) => {
  const set = size
    ? setText(text, { ...room, ...change }, size, half)
    : fitText(text, { ...room, ...change }, half);
  return set?.lines.map((line) => line.text) ?? null;
};

describe('setting', () => {
  test('takes the largest size that fits', () => {
    expect(fitText('abcde', room, half)?.font.size).toBe(100);
    expect(fitText('a'.repeat(20), room, half)?.font.size).toBe(50);
    expect(fitText('a'.repeat(200), room, half)).toBeNull();
  });

  test('is bound by the height too', () => {
    // Two lines of 1.2 × 50.
    const set = fitText('aaaaaaaaaaaaaaaaaaaa bbbbbbbbbbbbbbbbbbbb', { ...room, height: 120 }, half);
    expect(set?.font.size).toBe(50);
    expect(set?.height).toBe(120);
  });

  test('makes lines of about the same length', () => {
    expect(linesOf('aaaa bbbb cccc dddd e', { largest: 50, smallest: 50 })).toEqual([
      'aaaa bbbb',
      'cccc dddd e',
    ]);
    expect(linesOf('aaaa bbbb cccc dddd', { largest: 60, smallest: 60 })).toEqual(['aaaa bbbb', 'cccc dddd']);
  });

  test('gives high letters the lines they need', () => {
    const high: Measure = (line, font) => ({ ...half(line, font), ascent: 2 * font.size });
    const set = setText('aaaaaaaaaaaaaaaaaaaa bbbbbbbbbbbbbbbbbbbb', room, 50, high);
    const [first, second] = set?.lines ?? [];
    expect((second?.baseline ?? 0) - (first?.baseline ?? 0)).toBeGreaterThanOrEqual(2.24 * 50);
    expect(first?.baseline).toBeGreaterThanOrEqual(100);
  });
});

describe('breaking', () => {
  const long = `ab ${'x'.repeat(25)} cd`;

  test('by words alone leaves a word whole, or says that it cannot', () => {
    expect(linesOf(long, {}, 50)).toBeNull();
    expect(linesOf('aaaaaaaaaa bbbbbbbbbbbb', {}, 50)).toEqual(['aaaaaaaaaa', 'bbbbbbbbbbbb']);
  });

  test('inside a word only where it is wider than a line', () => {
    expect(linesOf(long, { breaking: 'long-words' }, 50)).toEqual([
      'ab',
      'x'.repeat(20),
      `${'x'.repeat(5)} cd`,
    ]);
  });

  test('anywhere loses no room', () => {
    expect(linesOf(long, { breaking: 'anywhere' }, 50)).toEqual([
      `ab ${'x'.repeat(17)}`,
      `${'x'.repeat(8)} cd`,
    ]);
  });

  test('never through an emoji of several signs', () => {
    const family = '👨‍👩‍👧‍👦';
    const lines = linesOf(family.repeat(5), { breaking: 'anywhere' }, 50) ?? [];
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(line.replaceAll(family, '')).toBe('');
  });

  test('a single sign that is wider than the line cannot be set', () => {
    expect(linesOf('aaa', { breaking: 'anywhere', width: 20 }, 50)).toBeNull();
  });
});

test('the first letter says the direction', () => {
  expect(isRightToLeft('بوغور 2026')).toBe(true);
  expect(isRightToLeft('“2026” שלום')).toBe(true);
  expect(isRightToLeft('Kota Bogor (بوغور)')).toBe(false);
  expect(isRightToLeft('123')).toBe(false);
});
