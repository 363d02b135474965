import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { JubirDatabase } from '../../utils/db/database.ts';
import { machineOf } from '../../utils/db/machine.ts';
import {
  answerPost,
  answerPosts,
  markAsked,
  postToAskAbout,
  recordOpened,
  writeDraft,
} from '../../utils/draft/history.ts';
import { draft, input, post } from './samples.ts';

let db: JubirDatabase;
beforeEach(() => {
  db = new JubirDatabase(`posts-${Math.random()}`);
});
afterEach(() => db.delete());

const composer = { id: 'p1', route: 'composer' } as const;
const { id } = input();

describe('a platform is opened', () => {
  test('the post is opened, never posted, with the exact text', async () => {
    await recordOpened(db, input({ text: 'Halo & “warga” 🎉\n#Bogor' }), composer, 5000);
    const stamp = { n: 1, by: (await machineOf(db)).name };
    expect(await db.posts.toArray()).toEqual([
      post({
        text: 'Halo & “warga” 🎉\n#Bogor',
        openedAt: 5000,
        changes: [{ ...stamp, state: 'opened', at: 5000 }],
        order: stamp.n,
      }),
    ]);
    expect(await db.drafts.get(id)).toMatchObject({ state: 'opened', text: 'Halo & “warga” 🎉\n#Bogor' });
  });

  test('the same post twice is one post, and its time stays', async () => {
    await recordOpened(db, input(), composer, 5000);
    await recordOpened(db, input(), composer, 9000);
    expect(await db.posts.toArray()).toMatchObject([{ openedAt: 5000, changes: [{ at: 5000 }] }]);
  });

  test('a repeat after the answer takes nothing back', async () => {
    await recordOpened(db, input(), composer, 5000);
    await answerPost(db, 'p1', 'posted', null, 6000);
    await recordOpened(db, input(), composer, 9000);
    expect(await db.drafts.get(id)).toMatchObject({ state: 'posted' });
    expect(await db.posts.get('p1')).toMatchObject({ state: 'posted' });
  });

  test('opening the same draft again is a second post', async () => {
    await recordOpened(db, input(), composer, 5000);
    await recordOpened(db, input({ count: 2 }), { ...composer, id: 'p2' }, 6000);
    expect(await db.posts.count()).toBe(2);
    expect(await db.drafts.count()).toBe(1);
  });

  test('what was typed after the click stays in the draft, to go on with', async () => {
    await writeDraft(db, input({ text: 'diklik, lalu diketik', count: 6 }), 5000);
    await recordOpened(db, input({ text: 'diklik', count: 5 }), composer, 5001);
    expect(await db.drafts.get(id)).toMatchObject({ text: 'diklik, lalu diketik', state: 'writing' });
    expect(await db.posts.get('p1')).toMatchObject({ text: 'diklik' });
  });

  test('what another window was writing there stays, and what went out lies beside it', async () => {
    await writeDraft(db, input({ text: 'dari panel', writer: 'panel', count: 3 }), 1);
    await recordOpened(db, input({ text: 'dari popup' }), composer, 2);
    expect(await db.drafts.get(id)).toMatchObject({
      text: 'dari panel',
      state: 'writing',
      rivals: [{ text: 'dari popup', writer: 'popup' }],
    });
    expect(await db.posts.get('p1')).toMatchObject({ text: 'dari popup', state: 'opened' });
  });

  test('neither is kept if one cannot be', async () => {
    db.posts.hook('creating', () => {
      throw new Error('penuh');
    });
    await expect(recordOpened(db, input(), composer, 1)).rejects.toThrow('penuh');
    expect(await db.drafts.count()).toBe(0);
  });
});

describe('the official answers', () => {
  beforeEach(() => recordOpened(db, input(), composer, 1000));

  test('yes, with the link', async () => {
    await answerPost(db, 'p1', 'posted', 'https://x.com/a/status/1', 2000);
    expect(await db.posts.get('p1')).toMatchObject({
      state: 'posted',
      link: 'https://x.com/a/status/1',
      asked: 1,
      openedAt: 1000,
      changes: [
        { state: 'opened', at: 1000 },
        { state: 'posted', at: 2000 },
      ],
    });
    expect(await db.drafts.get(id)).toMatchObject({ state: 'posted' });
  });

  test('not yet: the draft is given back', async () => {
    await answerPost(db, 'p1', 'not-posted', null, 2000);
    expect((await db.posts.get('p1'))?.changes.map(({ state }) => state)).toEqual(['opened', 'not-posted']);
    expect(await db.drafts.get(id)).toMatchObject({ state: 'writing', text: input().text });
  });

  test('a word taken back: the post is open again, and all that was said stays', async () => {
    await answerPost(db, 'p1', 'posted', 'https://x.com/a/status/1', 2000);
    await answerPost(db, 'p1', 'opened', null, 3000);
    const taken = await db.posts.get('p1');
    expect(taken).toMatchObject({ state: 'opened', asked: 1, link: 'https://x.com/a/status/1' });
    expect(taken?.changes.map(({ state }) => state)).toEqual(['opened', 'posted', 'opened']);
    expect(await db.drafts.get(id)).toMatchObject({ state: 'opened' });
  });

  test('several at once, each with a count of its own; those that are gone stay gone', async () => {
    await recordOpened(db, input({ platform: 'threads' }), { id: 'p2', route: 'composer' }, 1000);
    await answerPosts(db, ['p1', 'gone', 'p2'], 'posted', 2000);
    const posts = await db.posts.toArray();
    expect(posts.map(({ state }) => state)).toEqual(['posted', 'posted']);
    const counts = posts.map(({ changes }) => changes.at(-1)?.n);
    expect(new Set(counts).size).toBe(2);
    expect(await db.drafts.where('state').equals('posted').count()).toBe(2);
  });

  test('several at once, and one cannot be written: none is', async () => {
    await recordOpened(db, input({ platform: 'threads' }), { id: 'p2', route: 'composer' }, 1000);
    db.posts.hook('updating', (_, key) => {
      if (key === 'p2') throw new Error('penuh');
    });
    await expect(answerPosts(db, ['p1', 'p2'], 'posted', 2000)).rejects.toThrow('penuh');
    expect((await db.posts.toArray()).map(({ state }) => state)).toEqual(['opened', 'opened']);
  });

  test('a changed mind is added to what was said before', async () => {
    await answerPost(db, 'p1', 'not-posted', null, 2000);
    await answerPost(db, 'p1', 'posted', 'https://x.com/a/status/1', 3000);
    await answerPost(db, 'p1', 'posted', null, 4000);
    const { changes, link } = (await db.posts.get('p1')) ?? {};
    expect(changes).toMatchObject([
      { n: 1, state: 'opened', at: 1000 },
      { n: 2, state: 'not-posted', at: 2000 },
      { n: 3, state: 'posted', at: 3000, link: 'https://x.com/a/status/1' },
    ]);
    expect(link).toBe('https://x.com/a/status/1');
  });

  test('words written since then are not put away with the post', async () => {
    await writeDraft(db, input({ text: 'yang berikutnya', count: 2 }), 2000);
    await answerPost(db, 'p1', 'posted', null, 3000);
    expect(await db.drafts.get(id)).toMatchObject({ text: 'yang berikutnya', state: 'writing' });
  });

  test('a "no" about an older text leaves the newer post’s draft as it is', async () => {
    await recordOpened(db, input({ text: 'versi dua', count: 2 }), { ...composer, id: 'p2' }, 2000);
    await answerPost(db, 'p2', 'posted', null, 3000);
    await answerPost(db, 'p1', 'not-posted', null, 4000);
    expect(await db.drafts.get(id)).toMatchObject({ text: 'versi dua', state: 'posted' });
  });

  test('taken back, a post that Jubir sent itself is uncertain again, never “opened”', async () => {
    await db.posts.put(post({ id: 'own', route: 'api', state: 'unknown' }));
    await answerPost(db, 'own', 'posted', null, 2000);
    await answerPost(db, 'own', 'opened', null, 3000);
    expect(await db.posts.get('own')).toMatchObject({ state: 'unknown' });
  });

  test('about a post that is gone, nothing happens', async () => {
    await answerPost(db, 'gone', 'posted', null, 2000);
    expect(await db.posts.get('p1')).toMatchObject({ state: 'opened' });
    expect(await db.drafts.get(id)).toMatchObject({ state: 'opened' });
  });

  test('and the draft is gone: the post is answered all the same', async () => {
    await db.drafts.clear();
    await answerPost(db, 'p1', 'posted', null, 2000);
    expect(await db.posts.get('p1')).toMatchObject({ state: 'posted' });
    expect(await db.drafts.count()).toBe(0);
  });
});

describe('the question', () => {
  test('is about the newest opened post that nobody was asked about', async () => {
    await db.posts.bulkAdd([
      post({ id: 'old', order: 1 }),
      post({ id: 'newest', order: 9, asked: 1 }),
      post({ id: 'said', order: 8, state: 'posted' }),
      post({ id: 'not', order: 7, state: 'not-posted' }),
      post({ id: 'deleted', order: 6, deletedAt: 6 }),
      post({ id: 'this', order: 5 }),
    ]);
    expect((await postToAskAbout(db))?.id).toBe('this');
    await markAsked(db, 'this');
    expect((await postToAskAbout(db))?.id).toBe('old');
    await markAsked(db, 'old');
    expect(await postToAskAbout(db)).toBeUndefined();
  });

  test('once shown it stays answerable', async () => {
    await db.drafts.add(draft({ state: 'opened' }));
    await db.posts.add(post());
    await markAsked(db, 'p1');
    expect(await db.posts.get('p1')).toMatchObject({ state: 'opened', asked: 1 });
    await answerPost(db, 'p1', 'posted', null, 2000);
    expect(await db.posts.get('p1')).toMatchObject({ state: 'posted' });
  });
});
