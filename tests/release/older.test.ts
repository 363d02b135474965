import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { JubirDatabase } from '../../utils/db/database.ts';
import { readOlder } from '../../utils/release/older.ts';
import { download, pageSource } from '../source/samples.ts';

const day = (text: string) => Date.parse(`${text}T00:00:00+07:00`);

test('rows of an older page that tell no year are older than the page before, however late they are read', async () => {
  const db = new JubirDatabase('older');
  const rows = ['3 Jan', '30 Des', '28 Nov'].map(
    (date, index) => `<li><h3>Judul ${index}</h3><a href="/${index}">x</a><time>${date}</time></li>`,
  );
  const reach = {
    now: () => day('2026-11-24'),
    onProgress: () => {},
    downloadText: async (url: string) => ({ ...download(rows.join(''), url), receivedAt: day('2026-11-24') }),
  };
  const front = { page: 2, next: null, count: 3, order: day('2025-01-05'), last: null };
  const older = await readOlder(db, pageSource(), front, reach);
  if (typeof older === 'string') throw new Error(older);
  expect(older.releases.map(({ published }) => published?.at)).toEqual([
    day('2025-01-03'),
    day('2024-12-30'),
    day('2024-11-28'),
  ]);
  await db.delete();
});
