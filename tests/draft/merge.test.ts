import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test } from 'vitest';
import { JubirDatabase } from '../../utils/db/database.ts';
import { machineOf } from '../../utils/db/machine.ts';
import type { Draft } from '../../utils/draft/draft.ts';
import { answerPost, markEntries, recordOpened, writeDraft } from '../../utils/draft/history.ts';
import { type History, mergeDrafts, mergeHistory, mergePosts } from '../../utils/draft/merge.ts';
import { purgeDeleted } from '../../utils/draft/purge.ts';
import { input } from './samples.ts';

const machines: JubirDatabase[] = [];
async function machine(): Promise<JubirDatabase> {
  const db = new JubirDatabase(`merge-${Math.random()}`);
  machines.push(db);
  await db.machine.put(await machineOf(db));
  return db;
}
afterEach(() => Promise.all(machines.splice(0).map((db) => db.delete())));

const { id } = input();
const draftOn = async (db: JubirDatabase): Promise<Draft> => (await db.drafts.get(id)) as Draft;
const write = async (db: JubirDatabase, text: string, change: Parameters<typeof input>[0] = {}) => {
  const known = await db.drafts.get(id);
  const writer = `page of ${db.name}`;
  const count = (known?.inputs[writer] ?? 0) + 1;
  return writeDraft(db, input({ text, writer, count, base: known?.revision ?? 0, ...change }), Date.now());
};
async function historyOf(db: JubirDatabase): Promise<History> {
  const [drafts, posts, revisions] = await Promise.all([
    db.drafts.toArray(),
    db.posts.toArray(),
    db.revisions.toArray(),
  ]);
  return { drafts, posts, revisions };
}
/** What machines agree on: what a page sent is remembered on its own machine. */
const agreed = ({ inputs: _, ...draft }: Draft) => draft;
const shared = async (db: JubirDatabase) => {
  const history = await historyOf(db);
  return { ...history, drafts: history.drafts.map(agreed) };
};
const give = async (from: JubirDatabase, to: JubirDatabase) => mergeHistory(to, await historyOf(from));
async function textsOn(db: JubirDatabase): Promise<string[]> {
  const { drafts, revisions } = await historyOf(db);
  const texts = drafts.flatMap(({ text, rivals }) => [text, ...rivals.map((rival) => rival.text)]);
  return [...texts, ...revisions.map(({ text }) => text)];
}

test('a history that is not here is added whole, and a second time changes nothing', async () => {
  const [a, b] = [await machine(), await machine()];
  await write(a, 'satu');
  await write(a, 'dua', { step: true });
  await recordOpened(a, input({ angle: 'quote' }), { id: 'p1', route: 'composer' }, 1);
  expect(await give(a, b)).toEqual({ added: 3, changed: 0, rivals: 0 });
  expect(await historyOf(b)).toEqual(await historyOf(a));
  expect(await give(a, b)).toEqual({ added: 0, changed: 0, rivals: 0 });
});

test('what one machine wrote knowing the other’s text takes its place on both', async () => {
  const [a, b] = [await machine(), await machine()];
  await write(a, 'dari kantor');
  await give(a, b);
  await write(b, 'dari rumah');
  expect(await give(b, a)).toMatchObject({ changed: 1, rivals: 0 });
  expect(await draftOn(a)).toMatchObject({ text: 'dari rumah', rivals: [] });
  expect(await textsOn(a)).toContain('dari kantor');
});

test('what both wrote without knowing of each other stands side by side on both, and nothing is lost', async () => {
  const [a, b] = [await machine(), await machine()];
  await write(a, 'awal');
  await give(a, b);
  await write(a, 'dari kantor');
  await write(b, 'dari rumah');
  expect(await give(b, a)).toMatchObject({ rivals: 1 });
  await give(a, b);
  expect(agreed(await draftOn(a))).toEqual(agreed(await draftOn(b)));
  const { text, rivals } = await draftOn(a);
  expect([text, ...rivals.map((rival) => rival.text)].sort()).toEqual(['dari kantor', 'dari rumah']);
  // Chosen on one, it is chosen on both.
  await write(a, 'dari rumah', { settles: true });
  await give(a, b);
  expect(await draftOn(b)).toMatchObject({ text: 'dari rumah', rivals: [] });
  expect(await textsOn(b)).toEqual(expect.arrayContaining(['dari kantor', 'dari rumah']));
});

test('an older copy, from a backup, changes nothing here', async () => {
  const [a, copy] = [await machine(), await machine()];
  await write(a, 'lama');
  const backup = await historyOf(a);
  await write(a, 'baru', { step: true });
  await mergeHistory(copy, backup);
  expect(await give(copy, a)).toEqual({ added: 0, changed: 0, rivals: 0 });
  expect((await draftOn(a)).text).toBe('baru');
});

test('the next write comes after all that was seen, so it is no rival anywhere', async () => {
  const [a, b] = [await machine(), await machine()];
  for (let n = 1; n <= 20; n += 1) await write(a, `dari kantor ${n}`);
  await give(a, b);
  await write(b, 'dari rumah');
  expect((await draftOn(b)).revision).toBeGreaterThan(20);
  await give(b, a);
  expect(await draftOn(a)).toMatchObject({ text: 'dari rumah', rivals: [] });
});

test('marks are each taken as they were set last', async () => {
  const [a, b] = [await machine(), await machine()];
  await write(a, 'teks');
  await give(a, b);
  await markEntries(a, { draftIds: [id], postIds: [] }, { note: 'dari kantor' });
  await markEntries(b, { draftIds: [id], postIds: [] }, { remindAt: 9000 });
  await give(a, b);
  await give(b, a);
  expect(await draftOn(a)).toMatchObject({ note: 'dari kantor', remindAt: 9000 });
  expect(agreed(await draftOn(a))).toEqual(agreed(await draftOn(b)));
});

test('a star stands on both machines, and so does taking it back', async () => {
  const [a, b] = [await machine(), await machine()];
  await write(a, 'teks');
  await give(a, b);
  expect(await draftOn(b)).not.toHaveProperty('starredAt');
  await markEntries(b, { draftIds: [id], postIds: [] }, { starredAt: 8000 });
  await give(b, a);
  expect(await draftOn(a)).toMatchObject({ starredAt: 8000 });
  await markEntries(a, { draftIds: [id], postIds: [] }, { starredAt: 0 });
  await give(b, a);
  await give(a, b);
  for (const each of [a, b]) expect(await draftOn(each)).toMatchObject({ starredAt: 0 });
  expect(agreed(await draftOn(a))).toEqual(agreed(await draftOn(b)));
});

test('a post has every change that either machine knows of', async () => {
  const [a, b] = [await machine(), await machine()];
  await recordOpened(a, input(), { id: 'p1', route: 'composer' }, 1);
  await give(a, b);
  await answerPost(a, 'p1', 'not-posted', null, 2);
  await answerPost(b, 'p1', 'posted', 'https://x.com/a/1', 3);
  await answerPost(b, 'p1', 'posted', 'https://x.com/a/2', 4);
  await give(a, b);
  await give(b, a);
  const post = await a.posts.get('p1');
  expect(post).toEqual(await b.posts.get('p1'));
  expect(post?.changes).toHaveLength(4);
  expect(post).toMatchObject({ state: 'posted', link: 'https://x.com/a/2' });
});

/** Numbers that look random and are the same in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

test('three machines that meet in any order hold the same in the end, with every text: 40 runs', async () => {
  for (let run = 1; run <= 40; run += 1) {
    const roll = dice(run);
    const three = [await machine(), await machine(), await machine()];
    const any = () => three[roll(3)] as JubirDatabase;
    const written: string[] = [];
    for (let step = 0; step < 25; step += 1) {
      const db = any();
      const what = roll(8);
      if (what < 4) {
        const text = `run ${run} step ${step}`;
        written.push(text);
        // Half of the windows write over what they have not seen.
        const base = roll(2) === 0 ? 0 : undefined;
        await write(db, text, { step: true, ...(base === 0 && { base }) });
      } else if (what === 4) await markEntries(db, { draftIds: [id], postIds: [] }, { note: `${step}` });
      else if (what === 5) {
        const deletedAt = roll(2) * step;
        await markEntries(db, { draftIds: [id], postIds: [] }, { deletedAt });
      } else await give(any(), db);
    }
    for (let round = 0; round < 2; round += 1) {
      for (const from of three) for (const to of three) if (from !== to) await give(from, to);
    }
    const [a, ...others] = await Promise.all(three.map(shared));
    for (const other of others) expect(other, `run ${run}`).toEqual(a);
    expect(await textsOn(three[0] as JubirDatabase)).toEqual(expect.arrayContaining(written));
    await Promise.all(machines.splice(0).map((db) => db.delete()));
  }
}, 60_000);

test('merging is the same both ways, and once is as good as twice', async () => {
  const [a, b] = [await machine(), await machine()];
  await write(a, 'awal');
  await recordOpened(a, input({ angle: 'quote', count: 9 }), { id: 'p1', route: 'composer' }, 1);
  await give(a, b);
  await write(a, 'dari kantor');
  await write(b, 'dari rumah');
  await answerPost(a, 'p1', 'posted', null, 3);
  await markEntries(b, { draftIds: [], postIds: ['p1'] }, { archivedAt: 5 });
  const [mine, theirs] = [await draftOn(a), await draftOn(b)];
  const joined = mergeDrafts(mine, theirs);
  expect(agreed(mergeDrafts(theirs, mine))).toEqual(agreed(joined));
  expect(mergeDrafts(joined, theirs)).toEqual(joined);
  const [postA, postB] = [await a.posts.get('p1'), await b.posts.get('p1')];
  if (!postA || !postB) throw new Error('no post');
  const post = mergePosts(postA, postB);
  expect(mergePosts(postB, postA)).toEqual(post);
  expect(mergePosts(post, postA)).toEqual(post);
});

test('a draft merged with itself stays as it is, the text in front too', async () => {
  const [a, b] = [await machine(), await machine()];
  await write(a, 'jendela satu', { writer: 'satu' });
  await write(a, 'jendela dua', { writer: 'dua', base: 0 });
  const before = await historyOf(a);
  expect(before.drafts[0]?.text).toBe('jendela satu');
  await give(a, b);
  expect(await give(b, a)).toEqual({ added: 0, changed: 0, rivals: 0 });
  expect(await historyOf(a)).toEqual(before);
});

test('what one machine put away, another’s words that it had not seen bring back', async () => {
  for (const mark of [{ deletedAt: 5 }, { archivedAt: 5 }]) {
    const [a, b] = [await machine(), await machine()];
    await write(a, 'awal');
    await give(a, b);
    await write(b, 'dari rumah');
    await write(a, 'lain', { id: 'r9:x:summary', releaseId: 'r9' });
    await markEntries(a, { draftIds: [id], postIds: [] }, mark);
    await give(b, a);
    await give(a, b);
    for (const db of [a, b]) {
      expect(await draftOn(db)).toMatchObject({ text: 'dari rumah', deletedAt: 0, archivedAt: 0 });
    }
    expect(agreed(await draftOn(a))).toEqual(agreed(await draftOn(b)));
    // Having seen them, it may put them away.
    await markEntries(a, { draftIds: [id], postIds: [] }, mark);
    await give(a, b);
    expect(await draftOn(b)).toMatchObject(mark);
  }
});

test('a text that never went out is not shown as gone out because an earlier one did elsewhere', async () => {
  const [a, b] = [await machine(), await machine()];
  await write(a, 'awal');
  await give(a, b);
  await write(b, 'dari rumah');
  const known = await draftOn(a);
  await recordOpened(a, input({ text: 'awal', base: known.revision }), { id: 'p1', route: 'composer' }, 1);
  await answerPost(a, 'p1', 'posted', null, 2);
  await give(b, a);
  await give(a, b);
  for (const db of [a, b]) expect(await draftOn(db)).toMatchObject({ state: 'writing' });
  expect(agreed(await draftOn(a))).toEqual(agreed(await draftOn(b)));
});

test('what a page typed on one machine leaves no trace of every letter on another', async () => {
  const [a, b] = [await machine(), await machine()];
  for (const text of ['Ta', 'Tam', 'Tama', 'Taman']) {
    await write(a, text);
    await give(a, b);
  }
  expect(await shared(b)).toEqual(await shared(a));
  expect(await textsOn(b)).toEqual(['Taman']);
});

test('two writes under one stamp, as two machines of one name make them, both stay', async () => {
  const [a, b] = [await machine(), await machine()];
  await write(a, 'dari kantor');
  await write(b, 'dari rumah');
  const [mine, other] = [await draftOn(a), await draftOn(b)];
  const theirs = { ...other, machine: mine.machine, seen: mine.seen };
  const joined = mergeDrafts(mine, theirs);
  expect(joined).toMatchObject({ text: 'dari rumah', rivals: [{ text: 'dari kantor' }] });
  expect(agreed(mergeDrafts(theirs, mine))).toEqual(agreed(joined));
});

test('pages of other machines do not pile up in a draft', async () => {
  const [a, b] = [await machine(), await machine()];
  for (let page = 0; page < 70; page += 1) {
    await write(a, `dari kantor ${page}`, { writer: `page ${page}` });
    await give(a, b);
    await give(b, a);
  }
  expect(Object.keys((await draftOn(a)).inputs).length).toBeLessThanOrEqual(8);
  expect(Object.keys((await draftOn(b)).inputs).length).toBeLessThanOrEqual(8);
});

test('a count that runs ahead of a lifetime is not followed there, and what is written then is read elsewhere', async () => {
  const [a, b] = [await machine(), await machine()];
  await write(a, 'teks');
  const { drafts } = await historyOf(a);
  const far = drafts.map((draft) => ({ ...draft, seen: { ...draft.seen, lain: 4e15 } }));
  await mergeHistory(a, { drafts: far, posts: [], revisions: [] });
  await write(a, 'lanjut');
  expect((await machineOf(a)).n).toBe(1e9 + 2);
  await give(a, b);
  expect((await draftOn(b)).text).toBe('lanjut');
});

describe('what was removed for good', () => {
  const removedOn = async (db: JubirDatabase) => {
    await markEntries(db, { draftIds: [id], postIds: ['p1'] }, { deletedAt: 5 });
    await purgeDeleted(db, 10);
  };

  test('is not brought back by a machine that was off for long', async () => {
    const [a, b] = [await machine(), await machine()];
    await write(a, 'awal');
    await write(a, 'teks', { step: true });
    await recordOpened(a, input({ angle: 'quote' }), { id: 'p1', route: 'composer' }, 1);
    await give(a, b);
    await removedOn(a);
    expect(await give(b, a)).toMatchObject({ added: 0 });
    expect(await a.drafts.get(id)).toBeUndefined();
    expect(await a.posts.get('p1')).toBeUndefined();
    expect(await a.revisions.where('draftId').equals(id).count()).toBe(0);
  });

  test('comes again where somebody wrote into it, or took it back, not knowing of that', async () => {
    for (const restore of [true, false]) {
      const [a, b] = [await machine(), await machine()];
      await write(a, 'teks');
      await recordOpened(a, input({ angle: 'quote' }), { id: 'p1', route: 'composer' }, 1);
      await give(a, b);
      await removedOn(a);
      await markEntries(b, { draftIds: [], postIds: [] }, {});
      for (let n = 0; n < 3; n += 1) {
        if (restore) await markEntries(b, { draftIds: [id], postIds: ['p1'] }, { deletedAt: 0 });
        else await write(b, `dari rumah ${n}`, { step: true });
      }
      await give(b, a);
      expect(agreed(await draftOn(a))).toEqual(agreed(await draftOn(b)));
      expect(await a.posts.get('p1')).toEqual(restore ? await b.posts.get('p1') : undefined);
    }
  });

  test('written anew, the old text is no rival', async () => {
    const [a, b] = [await machine(), await machine()];
    await write(a, 'lama');
    await give(a, b);
    await removedOn(a);
    await write(a, 'baru');
    await give(b, a);
    expect(await draftOn(a)).toMatchObject({ text: 'baru', rivals: [] });
    await give(a, b);
    expect(await draftOn(b)).toMatchObject({ text: 'baru', rivals: [], deletedAt: 0 });
  });
});
