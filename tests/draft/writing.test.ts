import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { JubirDatabase } from '../../utils/db/database.ts';
import { recordOpened, setDeleted, writeDraft } from '../../utils/draft/history.ts';
import { draft, input } from './samples.ts';

let db: JubirDatabase;
beforeEach(() => {
  db = new JubirDatabase(`writing-${Math.random()}`);
});
afterEach(() => db.delete());

const { id } = input();
const stored = () => db.drafts.get(id);

describe('one window', () => {
  test('the first input makes the draft', async () => {
    expect(await writeDraft(db, input({ text: 'T' }), 5000)).toBe(1);
    expect(await stored()).toEqual(draft({ text: 'T', createdAt: 5000, updatedAt: 5000 }));
  });

  test('each input takes the place of the one before, and keeps no copy of it', async () => {
    await writeDraft(db, input({ text: 'T' }), 5000);
    expect(await writeDraft(db, input({ text: 'Ta', revision: 2 }), 6000)).toBe(2);
    expect(await stored()).toMatchObject({ text: 'Ta', createdAt: 5000, updatedAt: 6000, earlier: [] });
  });

  test('an echo changes nothing and is acknowledged', async () => {
    await writeDraft(db, input({ text: 'Ta', revision: 2 }), 5000);
    expect(await writeDraft(db, input({ text: 'Ta', revision: 2 }), 9000)).toBe(2);
    expect(await stored()).toMatchObject({ text: 'Ta', updatedAt: 5000, earlier: [] });
  });

  test('an input that arrives late never overwrites a later one', async () => {
    await writeDraft(db, input({ text: 'Tam', revision: 3 }), 5000);
    expect(await writeDraft(db, input({ text: 'T', revision: 1 }), 6000)).toBe(3);
    expect(await stored()).toMatchObject({ text: 'Tam', revision: 3, updatedAt: 5000 });
  });

  test('inputs sent at once, in any order, leave the last one', async () => {
    const order = [4, 1, 9, 3, 10, 2, 8, 5, 7, 6];
    await Promise.all(order.map((n) => writeDraft(db, input({ text: 'x'.repeat(n), revision: n }), n)));
    expect(await stored()).toMatchObject({ text: 'x'.repeat(10), revision: 10 });
  });

  test('an emptied text is a text too', async () => {
    await writeDraft(db, input(), 5000);
    await writeDraft(db, input({ text: '', revision: 2 }), 6000);
    expect((await stored())?.text).toBe('');
  });

  test('angles and platforms have drafts of their own', async () => {
    await writeDraft(db, input({ text: 'a' }), 1);
    await writeDraft(db, input({ text: 'b', angle: 'quote', revision: 2 }), 2);
    await writeDraft(db, input({ text: 'c', platform: 'threads', revision: 3 }), 3);
    expect((await db.drafts.orderBy('updatedAt').toArray()).map(({ text }) => text)).toEqual(['a', 'b', 'c']);
  });
});

describe('two windows', () => {
  test('what another window replaces is kept, newest first', async () => {
    await writeDraft(db, input({ text: 'dari popup', revision: 7 }), 1);
    await writeDraft(db, input({ text: 'dari panel', writer: 'panel', revision: 1 }), 2);
    await writeDraft(db, input({ text: 'lagi dari popup', revision: 8 }), 3);
    expect(await stored()).toMatchObject({
      text: 'lagi dari popup',
      writer: 'popup',
      revision: 8,
      earlier: ['dari panel', 'dari popup'],
    });
  });

  test('the same text from another window leaves nothing behind', async () => {
    await writeDraft(db, input({ text: 'sama' }), 1);
    await writeDraft(db, input({ text: 'sama', writer: 'panel' }), 2);
    expect((await stored())?.earlier).toEqual([]);
  });

  test('a low revision of a new window is no echo', async () => {
    await writeDraft(db, input({ text: 'lama', revision: 90 }), 1);
    expect(await writeDraft(db, input({ text: 'baru', writer: 'panel', revision: 1 }), 2)).toBe(1);
    expect((await stored())?.text).toBe('baru');
  });

  test('the twenty newest replaced texts are kept', async () => {
    for (let n = 1; n <= 30; n += 1) await writeDraft(db, input({ text: `${n}`, writer: `w${n}` }), n);
    const { earlier = [] } = (await stored()) ?? {};
    expect(earlier).toHaveLength(20);
    expect(earlier[0]).toBe('29');
    expect(earlier.at(-1)).toBe('10');
  });
});

describe('a draft that was put away', () => {
  test('typing into a deleted draft brings it back', async () => {
    await writeDraft(db, input({ text: 'T' }), 1);
    await setDeleted(db, { draftIds: [id], postIds: [] }, 2);
    await writeDraft(db, input({ text: 'Ta', revision: 2 }), 3);
    expect(await stored()).toMatchObject({ text: 'Ta', deletedAt: 0, state: 'writing' });
  });

  test('a late echo does not bring a deleted draft back', async () => {
    await writeDraft(db, input({ text: 'T' }), 1);
    await setDeleted(db, { draftIds: [id], postIds: [] }, 2);
    await writeDraft(db, input({ text: 'T' }), 3);
    expect((await stored())?.deletedAt).toBe(2);
  });

  test('typing after a platform was opened makes it a draft again', async () => {
    await recordOpened(db, input(), { id: 'p1', route: 'composer' }, 1);
    await writeDraft(db, input({ text: 'diperbaiki', revision: 2 }), 2);
    expect(await stored()).toMatchObject({ text: 'diperbaiki', state: 'writing' });
  });
});

test('what is acknowledged is in the database when it is opened anew', async () => {
  await writeDraft(db, input({ text: 'tersimpan' }), 1);
  db.close();
  const again = new JubirDatabase(db.name);
  expect((await again.drafts.get(id))?.text).toBe('tersimpan');
  again.close();
});
