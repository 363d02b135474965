import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import {
  countContents,
  nothingTaken,
  readContents,
  sumTaken,
  takeContents,
} from '../../utils/backup/contents.ts';
import { openCopy, writeCopy } from '../../utils/backup/file.ts';
import { seal } from '../../utils/backup/seal.ts';
import { JubirDatabase } from '../../utils/db/database.ts';
import { bytes, head, history, inBatches, joined } from './samples.ts';

const drafts = 10_000;
const revisionsEach = 2;

/** Takes a copy in as the background does, and tells the most rows that were held at a time. */
async function restore(db: JubirDatabase, text: string, phrase = '') {
  const copy = await openCopy(bytes(text, 65_536), phrase);
  let [taken, most] = [nothingTaken, 0];
  for await (const rows of copy.batches) {
    most = Math.max(most, rows.length);
    taken = sumTaken(taken, await takeContents(db, rows));
  }
  return { taken, most, ending: copy.ending() };
}

test('10,000 drafts with their earlier texts go out and in whole, sealed, and a second time without a double', async () => {
  const [mine, theirs] = [new JubirDatabase('many-mine'), new JubirDatabase('many-theirs')];
  const told: string[] = [];
  const timed = async <T>(what: string, job: Promise<T>): Promise<T> => {
    const started = performance.now();
    const result = await job;
    told.push(`${what} ${((performance.now() - started) / 1_000).toFixed(1)} s`);
    return result;
  };
  const rows = [...history(drafts, revisionsEach)];
  await timed(
    'taken in',
    (async () => {
      for await (const batch of inBatches(rows)) await takeContents(theirs, batch);
    })(),
  );
  expect(await countContents(theirs)).toEqual({ drafts, posts: drafts / 2 });
  const text = await timed('sealed', joined(seal(writeCopy(readContents(theirs), head), 'hujan di Bogor')));
  expect(text).not.toContain('Rilis');
  const first = await timed('restored', restore(mine, text, 'hujan di Bogor'));
  expect(first.ending).toEqual({ whole: true, damaged: 0 });
  expect(first.taken).toMatchObject({ added: 1.5 * drafts, changed: 0, rivals: 0, refused: 0 });
  expect(first.most).toBeLessThanOrEqual(250);
  const again = await timed('once more', restore(mine, text, 'hujan di Bogor'));
  expect(again.taken).toEqual(nothingTaken);

  const [a, b] = [mine, theirs].map((db) => joined(writeCopy(readContents(db), head)));
  expect((await a) === (await b)).toBe(true);
  expect(await mine.revisions.count()).toBe(drafts * revisionsEach);
  console.log(
    `${drafts} drafts, ${rows.length} rows, ${(text.length / 1e6).toFixed(1)} MB: ${told.join(', ')}`,
  );
  await Promise.all([mine.delete(), theirs.delete()]);
}, 180_000);
