import { describe, expect, test } from 'vitest';
import { diffWords, type Segment } from '../../utils/release/diff.ts';

const shown = (segments: Segment[]) =>
  segments
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `[-${text}-]`))
    .join('');
const side = (segments: Segment[], other: 'added' | 'removed') =>
  segments
    .filter(({ kind }) => kind !== other)
    .map(({ text }) => text)
    .join('');

describe('word by word', () => {
  test.each([
    ['Wali Kota hadir', 'Wali Kota hadir', 'Wali Kota hadir'],
    ['', 'Baru', '{+Baru+}'],
    ['Lama', '', '[-Lama-]'],
    ['', '', ''],
    [
      'Anggaran Rp2 miliar untuk taman',
      'Anggaran Rp3 miliar untuk taman',
      'Anggaran [-Rp2 -]{+Rp3 +}miliar untuk taman',
    ],
    ['a b c d', 'a c d', 'a [-b -]c d'],
    ['a c d', 'a b c d', 'a {+b +}c d'],
    ['Hari Senin pagi', 'Besok hari Senin pagi', '[-Hari -]{+Besok hari +}Senin pagi'],
  ])('%s → %s', (before, after, expected) => {
    expect(shown(diffWords(before, after))).toBe(expected);
  });

  test('white space alone is no difference, and the later text keeps its breaks', () => {
    expect(diffWords('satu  dua\ntiga', 'satu dua\n\ntiga')).toEqual([
      { kind: 'same', text: 'satu dua\n\ntiga' },
    ]);
  });

  test('a word that happens to stay in the middle of a rewritten sentence is not told apart', () => {
    const segments = diffWords(
      'Acara berlangsung meriah sekali di lapangan besar kota lama',
      'Kegiatan tersebut dibatalkan panitia di gedung serbaguna milik daerah',
    );
    expect(segments.map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });
});

/** A small generator with a seed, so that a failure can be seen again. */
function random(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
}

test('both texts can be put together again from the segments: 500 random pairs', () => {
  const words = 'kota bogor taman warga wali dan di hadir pagi senin rilis anggaran'.split(' ');
  const fold = (text: string) => text.split(/\s+/).filter(Boolean).join(' ');
  for (let seed = 1; seed <= 500; seed++) {
    const next = random(seed);
    const text = () => Array.from({ length: next(40) }, () => words[next(words.length)]);
    const before = text();
    const after =
      next(3) === 0
        ? text()
        : before.flatMap((word) => (next(6) === 0 ? (next(2) ? [] : [word, 'baru']) : [word]));
    const segments = diffWords(before.join(' '), after.join(' '));
    expect(fold(side(segments, 'removed')), `seed ${seed}`).toBe(after.join(' '));
    expect(fold(side(segments, 'added')), `seed ${seed}`).toBe(before.join(' '));
  }
});

test('the shortest difference: as many words as the edits that were made', () => {
  const before = Array.from({ length: 2_000 }, (_, index) => `kata${index}`);
  const after = before.map((word, index) => (index % 400 === 7 ? `ralat${index}` : word));
  const segments = diffWords(before.join(' '), after.join(' '));
  expect(segments.filter(({ kind }) => kind === 'added')).toHaveLength(5);
  expect(segments.filter(({ kind }) => kind === 'removed')).toHaveLength(5);
});

test('two long texts without a word in common end soon, as one removal and one addition', () => {
  const before = Array.from({ length: 20_000 }, (_, index) => `a${index}`).join(' ');
  const after = Array.from({ length: 20_000 }, (_, index) => `b${index}`).join(' ');
  expect(diffWords(before, after).map(({ kind }) => kind)).toEqual(['removed', 'added']);
});
