import { beforeEach, expect, test, vi } from 'vitest';
import { openTogether } from '../../../entrypoints/desk/use-joined.ts';
import type { Month } from '../../../utils/backup/csv.ts';
import { factsOf } from '../../../utils/recap/facts.ts';
import { mostFiles, writeRecap } from '../../../utils/recap/file.ts';
import { monthOfPosts } from '../../recap/samples.ts';

const october: Month = { year: 2026, month: 9 };
const november: Month = { year: 2026, month: 10 };

function file(month: Month, from: string, at = 1_000): File {
  const facts = factsOf(month, { ...monthOfPosts(month, 3), sources: new Map() });
  return new File([writeRecap(facts, from, at)], `${from || 'rekap'}.json`);
}

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  return () => vi.restoreAllMocks();
});

test('the month is that of most files; others are named with theirs, and what is none with its reason', async () => {
  const unreadable = new File(['x'], 'hilang.json');
  vi.spyOn(unreadable, 'text').mockRejectedValue(new DOMException('gone', 'NotFoundError'));
  const found = await openTogether([
    file(october, 'Lama'),
    file(november, 'Dinas 10', 2_000),
    new File(['surat'], 'surat.pdf'),
    file(november, 'Dinas 9', 1_000),
    unreadable,
    file(november, ''),
    file(november, 'Dinas 9', 3_000),
  ]);
  if (!('month' in found)) throw new Error('nothing was read');
  expect(found.month).toEqual(november);
  expect(found.months.map(({ createdAt }) => createdAt)).toEqual([1_000, 1_000, 2_000, 3_000]);
  expect(found.told).toEqual({
    ...{ count: 4, names: ['Dinas 9', 'Dinas 10'], nameless: 1, refused: 0 },
    leftOut: [
      { name: 'surat.pdf', why: 'not-ours' },
      { name: 'hilang.json', why: 'unreadable' },
      { name: 'Lama.json', why: october },
    ],
  });
});

test('of two months that are named as often, the later one', async () => {
  expect(await openTogether([file(november, 'a'), file(october, 'b')])).toMatchObject({ month: november });
});

test('more files than can be opened together are named, not read', async () => {
  const files = Array.from({ length: mostFiles + 2 }, (_, n) => new File(['{}'], `${n}.json`));
  const last = vi.spyOn(files[mostFiles + 1] as File, 'text');
  const found = await openTogether(files);
  if ('month' in found) throw new Error('something was read');
  expect(found.leftOut.filter(({ why }) => why === 'too-many').map(({ name }) => name)).toEqual([
    `${mostFiles}.json`,
    `${mostFiles + 1}.json`,
  ]);
  expect(last).not.toHaveBeenCalled();
  expect(found.leftOut).toHaveLength(mostFiles + 2);
});

test('no file at all is a month', async () => {
  expect(await openTogether([new File([''], 'kosong.json')])).toEqual({
    leftOut: [{ name: 'kosong.json', why: 'not-ours' }],
  });
});
