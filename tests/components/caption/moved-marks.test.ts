import { expect, test } from 'vitest';
import { movedMarks } from '../../../components/caption/moved-marks.ts';

const before = 'Ada 41.780 pohon di Bogor.';
const marks = [
  { start: 4, end: 10 },
  { start: 20, end: 25 },
];
const shown = (now: string) => movedMarks(marks, before, now).map(({ start, end }) => now.slice(start, end));

test.each([
  [before, ['41.780', 'Bogor']],
  [`${before} Ayo!`, ['41.780', 'Bogor']],
  [`Wah! ${before}`, ['41.780', 'Bogor']],
  ['Ada 41.780 bibit pohon di Bogor.', ['41.780', 'Bogor']],
  ['Ada 41.78 pohon di Bogor.', ['Bogor']],
  ['Ada 41.780 pohon di Bogr.', ['41.780']],
  ['', []],
])('%j', (now, words) => {
  expect(shown(now)).toEqual(words);
});
