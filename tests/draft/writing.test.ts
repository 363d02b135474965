import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { JubirDatabase } from '../../utils/db/database.ts';
import { machineOf } from '../../utils/db/machine.ts';
import {
  markEntries,
  recordOpened,
  revisionsKept,
  revisionsOf,
  writeDraft,
} from '../../utils/draft/history.ts';
import { draft, input } from './samples.ts';

let db: JubirDatabase;
let machine: string;
beforeEach(async () => {
  db = new JubirDatabase(`writing-${Math.random()}`);
  // Drawn by the first write; drawn here so that what it stamps can be told.
  machine = (await machineOf(db)).name;
  await db.machine.put({ id: 'machine', name: machine, n: 0 });
});
afterEach(() => db.delete());

const { id } = input();
const stored = () => db.drafts.get(id);
const earlier = async () => (await revisionsOf(db, id)).map(({ text }) => text);

describe('one window', () => {
  test('the first input makes the draft', async () => {
    expect(await writeDraft(db, input({ text: 'T' }), 5000)).toEqual({ count: 1, revision: 1, rival: false });
    expect(await stored()).toEqual(draft({ text: 'T', machine, createdAt: 5000, updatedAt: 5000 }));
  });

  test('each input takes the place of the one before, and keeps no copy of it', async () => {
    await writeDraft(db, input({ text: 'T' }), 5000);
    expect(await writeDraft(db, input({ text: 'Ta', count: 2 }), 6000)).toMatchObject({
      count: 2,
      revision: 2,
    });
    expect(await stored()).toMatchObject({ text: 'Ta', createdAt: 5000, updatedAt: 6000, rivals: [] });
    expect(await earlier()).toEqual([]);
  });

  test('an echo changes nothing and is acknowledged', async () => {
    await writeDraft(db, input({ text: 'Ta', count: 2 }), 5000);
    expect(await writeDraft(db, input({ text: 'Ta', count: 2 }), 9000)).toMatchObject({
      count: 2,
      revision: 1,
    });
    expect(await stored()).toMatchObject({ text: 'Ta', updatedAt: 5000 });
  });

  test('an input that arrives late never overwrites a later one', async () => {
    await writeDraft(db, input({ text: 'Tam', count: 3 }), 5000);
    expect(await writeDraft(db, input({ text: 'T', count: 1 }), 6000)).toMatchObject({ count: 3 });
    expect(await stored()).toMatchObject({ text: 'Tam', updatedAt: 5000 });
  });

  test('inputs sent at once, in any order, leave the last one', async () => {
    const order = [4, 1, 9, 3, 10, 2, 8, 5, 7, 6];
    await Promise.all(order.map((n) => writeDraft(db, input({ text: 'x'.repeat(n), count: n }), n)));
    expect(await stored()).toMatchObject({ text: 'x'.repeat(10), inputs: { popup: 10 } });
  });

  test('an emptied text is a text too', async () => {
    await writeDraft(db, input(), 5000);
    await writeDraft(db, input({ text: '', count: 2 }), 6000);
    expect((await stored())?.text).toBe('');
  });

  test('a clock that goes back changes no order', async () => {
    await writeDraft(db, input({ text: 'a' }), 9_000_000_000);
    await writeDraft(db, input({ text: 'b', angle: 'quote', count: 2 }), 2);
    await writeDraft(db, input({ text: 'c', platform: 'threads', count: 3 }), 1);
    expect((await db.drafts.orderBy('revision').toArray()).map(({ text }) => text)).toEqual(['a', 'b', 'c']);
  });

  test('that a language model wrote it stays with the text until another one takes its place', async () => {
    await writeDraft(db, input({ text: 'dari model', model: true }), 1);
    expect(await stored()).toMatchObject({ model: true });
    await writeDraft(db, input({ text: 'tulisan saya sendiri', count: 2, step: true }), 2);
    expect(await stored()).not.toHaveProperty('model');
    expect(await revisionsOf(db, id)).toMatchObject([{ text: 'dari model', model: true }]);
  });
});

describe('two windows', () => {
  test('a window that saw what the other wrote goes on with it; what it replaced is an earlier text', async () => {
    await writeDraft(db, input({ text: 'dari popup', count: 7 }), 1);
    await writeDraft(db, input({ text: 'dari panel', writer: 'panel', base: 1 }), 2);
    expect(await stored()).toMatchObject({ text: 'dari panel', writer: 'panel', rivals: [] });
    expect(await earlier()).toEqual(['dari popup']);
  });

  test('a window that had not seen it overwrites nothing: both texts stand', async () => {
    await writeDraft(db, input({ text: 'dari popup' }), 1);
    const answer = await writeDraft(db, input({ text: 'dari panel', writer: 'panel' }), 2);
    expect(answer).toEqual({ count: 1, revision: 1, rival: true });
    expect(await stored()).toMatchObject({
      text: 'dari popup',
      rivals: [{ text: 'dari panel', writer: 'panel', n: 2, by: machine }],
    });
  });

  test('a text to choose from brings its draft back from where it was put away', async () => {
    await writeDraft(db, input({ text: 'dari popup' }), 1);
    await markEntries(db, { draftIds: [input().id], postIds: [] }, { archivedAt: 5 });
    await writeDraft(db, input({ text: 'dari panel', writer: 'panel' }), 2);
    expect(await stored()).toMatchObject({ archivedAt: 0, stamps: { archivedAt: { n: 3 } } });
  });

  test('both go on typing: each keeps its own newest text, and no third one appears', async () => {
    await writeDraft(db, input({ text: 'a' }), 1);
    for (let n = 1; n <= 5; n += 1) {
      await writeDraft(db, input({ text: `popup ${n}`, count: n + 1 }), n);
      await writeDraft(db, input({ text: `panel ${n}`, writer: 'panel', count: n }), n);
    }
    const { text, rivals = [] } = (await stored()) ?? {};
    expect([text, ...rivals.map((rival) => rival.text)]).toEqual(['popup 5', 'panel 5']);
  });

  test('the choice stands alone, and what was not chosen is an earlier text', async () => {
    await writeDraft(db, input({ text: 'dari popup' }), 1);
    await writeDraft(db, input({ text: 'dari panel', writer: 'panel' }), 2);
    const choice = input({ text: 'dari panel', writer: 'panel', count: 2, base: 1, settles: true });
    expect(await writeDraft(db, choice, 3)).toMatchObject({ rival: false });
    expect(await stored()).toMatchObject({ text: 'dari panel', rivals: [] });
    expect(await earlier()).toEqual(['dari popup']);
  });

  test('what a page typed and then chose away is an earlier text', async () => {
    await writeDraft(db, input({ text: 'dari popup' }), 1);
    await writeDraft(db, input({ text: 'dari panel', writer: 'panel' }), 2);
    await writeDraft(db, input({ text: 'dari panel', count: 2, base: 2, settles: true }), 3);
    expect(await stored()).toMatchObject({ text: 'dari panel', rivals: [] });
    expect((await revisionsOf(db, input().id)).map(({ text }) => text)).toEqual(['dari popup']);
  });

  test('keeping what stands puts the other text among the earlier ones', async () => {
    await writeDraft(db, input({ text: 'dari popup' }), 1);
    await writeDraft(db, input({ text: 'dari panel', writer: 'panel' }), 2);
    await writeDraft(db, input({ text: 'dari popup', count: 2, base: 1, settles: true }), 3);
    expect(await stored()).toMatchObject({ text: 'dari popup', rivals: [] });
    expect(await earlier()).toEqual(['dari panel']);
  });

  test('a choice made over a text that changed meanwhile is one more text, not an overwriting', async () => {
    await writeDraft(db, input({ text: 'dari popup' }), 1);
    await writeDraft(db, input({ text: 'dari panel', writer: 'panel' }), 2);
    await writeDraft(db, input({ text: 'dari popup, lagi', count: 2 }), 3);
    const choice = input({ text: 'dari panel', writer: 'panel', count: 2, base: 1, settles: true });
    expect(await writeDraft(db, choice, 4)).toMatchObject({ rival: true });
    expect(await stored()).toMatchObject({ text: 'dari popup, lagi', rivals: [{ text: 'dari panel' }] });
  });

  test('the same text from another window needs no choice', async () => {
    await writeDraft(db, input({ text: 'sama' }), 1);
    await writeDraft(db, input({ text: 'sama', writer: 'panel' }), 2);
    expect(await stored()).toMatchObject({ rivals: [] });
    expect(await earlier()).toEqual([]);
  });

  test('an echo of what the other window has replaced knowingly stays an echo', async () => {
    await writeDraft(db, input({ text: 'dari popup' }), 1);
    await writeDraft(db, input({ text: 'dari panel', writer: 'panel', base: 1 }), 2);
    await writeDraft(db, input({ text: 'dari popup' }), 3);
    expect(await stored()).toMatchObject({ text: 'dari panel', rivals: [] });
  });

  test('more rivals than a screen can show: the oldest go to the earlier texts', async () => {
    await writeDraft(db, input({ text: 'awal' }), 1);
    for (let n = 1; n <= 12; n += 1) await writeDraft(db, input({ text: `${n}`, writer: `w${n}` }), n);
    const rivals = (await stored())?.rivals.map(({ text }) => text);
    expect([...(rivals ?? []), ...(await earlier())].sort()).toEqual(
      Array.from({ length: 12 }, (_, at) => `${at + 1}`).sort(),
    );
  });
});

describe('earlier texts', () => {
  test('a button’s change, a pause and a large cut are worth one; letters are not', async () => {
    await writeDraft(db, input({ text: 'Ayo ke taman baru di Bogor hari ini' }), 0);
    await writeDraft(db, input({ text: 'Ayo', count: 2 }), 1000);
    await writeDraft(db, input({ text: 'Ayo!', count: 3 }), 2000);
    await writeDraft(db, input({ text: 'Ayo! Datang', count: 4 }), 63_000);
    await writeDraft(db, input({ text: 'Ayo! Datang #Bogor', count: 5, step: true }), 64_000);
    expect(await earlier()).toEqual(['Ayo! Datang', 'Ayo!', 'Ayo ke taman baru di Bogor hari ini']);
  });

  test('a clock that was set back is a pause as well', async () => {
    await writeDraft(db, input({ text: 'satu' }), 90_000_000);
    await writeDraft(db, input({ text: 'satu dua', count: 2 }), 1);
    expect(await earlier()).toEqual(['satu']);
  });

  test('typing without a pause keeps one now and then', async () => {
    for (let n = 1; n <= 450; n += 1) await writeDraft(db, input({ text: 'x'.repeat(n), count: n }), n);
    expect((await earlier()).map(({ length }) => length)).toEqual([402, 201]);
  });

  test('the newest are kept, of each draft for itself', async () => {
    const kept = revisionsKept + 10;
    for (let n = 1; n <= kept; n += 1) await writeDraft(db, input({ text: `${n}`, count: n, step: true }), n);
    const quote = { angle: 'quote', step: true } as const;
    await writeDraft(db, input({ ...quote, text: 'kutipan' }), 1);
    await writeDraft(db, input({ ...quote, text: 'lain', count: 2 }), 2);
    const texts = await earlier();
    expect(texts).toHaveLength(revisionsKept);
    expect(texts[0]).toBe(`${kept - 1}`);
    expect(await revisionsOf(db, input(quote).id)).toHaveLength(1);
  });
});

describe('a draft that was put away', () => {
  test('typing into a deleted draft brings it back', async () => {
    await writeDraft(db, input({ text: 'T' }), 1);
    await markEntries(db, { draftIds: [id], postIds: [] }, { deletedAt: 2 });
    await writeDraft(db, input({ text: 'Ta', count: 2 }), 3);
    expect(await stored()).toMatchObject({ text: 'Ta', deletedAt: 0, state: 'writing' });
  });

  test('another window’s text in its place is no rival: nobody sees the deleted one', async () => {
    await writeDraft(db, input({ text: 'lama' }), 1);
    await markEntries(db, { draftIds: [id], postIds: [] }, { deletedAt: 2, archivedAt: 2 });
    await writeDraft(db, input({ text: 'baru', writer: 'panel' }), 3);
    expect(await stored()).toMatchObject({ text: 'baru', deletedAt: 0, archivedAt: 0, rivals: [] });
    expect(await earlier()).toEqual(['lama']);
  });

  test('a late echo does not bring a deleted draft back', async () => {
    await writeDraft(db, input({ text: 'T' }), 1);
    await markEntries(db, { draftIds: [id], postIds: [] }, { deletedAt: 2 });
    await writeDraft(db, input({ text: 'T' }), 3);
    expect((await stored())?.deletedAt).toBe(2);
  });

  test('typing after a platform was opened makes it a draft again', async () => {
    await recordOpened(db, input(), { id: 'p1', route: 'composer' }, 1);
    await writeDraft(db, input({ text: 'diperbaiki', count: 2 }), 2);
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
