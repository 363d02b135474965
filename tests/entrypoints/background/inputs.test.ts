import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { inputsStored, takeInput } from '../../../entrypoints/background/inputs.ts';
import { db } from '../../../utils/db/database.ts';
import type { DraftInput } from '../../../utils/draft/writing.ts';

const input = (count: number, text: string, writer = 'popup'): DraftInput => ({
  id: 'r:x:summary',
  releaseId: 'r',
  releaseTitle: 'Pasar murah',
  releaseUrl: 'https://kotabogor.go.id/berita-detail/1',
  platform: 'x',
  angle: 'summary',
  text,
  sourceId: 's',
  writer,
  count,
  base: 0,
});

beforeEach(() => db.drafts.clear());

test('a burst of inputs ends with the last text, each answered by a count that covers it', async () => {
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, at) => takeInput(input(at + 1, 'x'.repeat(at + 1)))),
  );
  answers.forEach(({ count }, at) => {
    expect(count).toBeGreaterThanOrEqual(at + 1);
  });
  expect((await db.drafts.get('r:x:summary'))?.text).toBe('x'.repeat(200));
});

test('a burst costs a few commits, not one for each letter', async () => {
  let writes = 0;
  const count = () => {
    writes += 1;
  };
  db.drafts.hook('updating', count);
  db.drafts.hook('creating', count);
  await Promise.all(Array.from({ length: 50 }, (_, at) => takeInput(input(at + 1, `teks ${at}`))));
  db.drafts.hook('updating').unsubscribe(count);
  db.drafts.hook('creating').unsubscribe(count);
  expect(writes).toBeLessThan(5);
});

test('an input that arrives late does not take the place of a newer one that waits', async () => {
  await Promise.all([takeInput(input(1, 'satu')), takeInput(input(3, 'tiga')), takeInput(input(2, 'dua'))]);
  expect((await db.drafts.get('r:x:summary'))?.text).toBe('tiga');
});

test('a picture is not lost with the input that a newer one takes the place of', async () => {
  const picture = { url: 'https://adm.kotabogor.go.id/a.png', alt: '' };
  const brings = { ...input(2, 'dua'), picture };
  await Promise.all([takeInput(input(1, 'satu')), takeInput(brings), takeInput(input(3, 'tiga'))]);
  expect(await db.drafts.get('r:x:summary')).toMatchObject({ text: 'tiga', picture });
  const removes = { ...input(5, 'lima'), picture: null };
  await Promise.all([takeInput(input(4, 'empat')), takeInput(removes), takeInput(input(6, 'enam'))]);
  expect(await db.drafts.get('r:x:summary')).not.toHaveProperty('picture');
});

test('two pages on one draft: both texts are kept', async () => {
  await Promise.all([takeInput(input(1, 'dari popup')), takeInput(input(1, 'dari panel', 'panel'))]);
  const draft = await db.drafts.get('r:x:summary');
  expect([draft?.text, ...(draft?.rivals ?? []).map(({ text }) => text)].sort()).toEqual([
    'dari panel',
    'dari popup',
  ]);
});

test('what waits for all inputs waits for those that wait too', async () => {
  for (let at = 1; at <= 20; at += 1) void takeInput(input(at, `teks ${at}`));
  await inputsStored();
  expect((await db.drafts.get('r:x:summary'))?.text).toBe('teks 20');
});

test('a write that fails is told to its sender, and the next one is written', async () => {
  const first = takeInput(input(1, 'satu'));
  const broken = { ...input(2, 'dua'), text: (() => 'no text') as unknown as string };
  const second = takeInput(broken);
  await first;
  await expect(second).rejects.toThrow();
  expect(await takeInput(input(3, 'tiga'))).toMatchObject({ count: 3 });
  expect((await db.drafts.get('r:x:summary'))?.text).toBe('tiga');
});
