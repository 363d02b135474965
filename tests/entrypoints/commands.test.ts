import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { registerCommands } from '../../entrypoints/background/commands.ts';
import { handOverKey } from '../../utils/browser/hand-over.ts';
import { type Handed, send } from '../../utils/browser/messages.ts';
import { changeSettings } from '../../utils/browser/settings.ts';
import { db } from '../../utils/db/database.ts';
import { connectPages, deliver } from '../browser/fake.ts';
import { draft, input, post, url } from '../draft/samples.ts';
import { freshProfile, openedTabs, screenSays } from './background.ts';

beforeEach(async () => {
  await freshProfile();
  connectPages();
  registerCommands();
  vi.spyOn(console, 'error').mockImplementation(() => {});
  return () => vi.restoreAllMocks();
});

const { id } = input();

describe('write-draft', () => {
  test('answers when it is in the database, with the revision', async () => {
    expect(await send('write-draft', input({ text: 'T', count: 4 }))).toMatchObject({ count: 4 });
    expect((await db.drafts.get(id))?.text).toBe('T');
  });

  test('a burst, answered one by one, leaves the last', async () => {
    const burst = Array.from({ length: 30 }, (_, n) => input({ text: 'x'.repeat(n + 1), count: n + 1 }));
    const answers = await Promise.all(burst.map((each) => send('write-draft', each)));
    for (const [n, { count }] of answers.entries()) expect(count).toBeGreaterThan(n);
    expect((await db.drafts.get(id))?.text).toBe('x'.repeat(30));
  });

  test('the row’s button then sends it', async () => {
    await send('write-draft', input({ text: `tulisan saya ${url}` }));
    await screenSays(({ rows }) => expect(rows[0]?.captions.x?.text).toBe(`tulisan saya ${url}`));
  });

  test('a database that fails is told, never answered as stored', async () => {
    vi.spyOn(db.drafts, 'put').mockRejectedValueOnce(new Error('disk full') as never);
    await expect(send('write-draft', input())).rejects.toMatchObject({ message: 'disk full' });
    expect(await send('write-draft', input())).toMatchObject({ count: 1 });
  });

  test('a page of the web cannot write', async () => {
    const message = { jubir: 'write-draft', payload: input() };
    expect(await deliver(message, { id: fakeBrowser.runtime.id, url })).toBeUndefined();
    expect(await db.drafts.count()).toBe(0);
  });
});

describe('open-platform', () => {
  const handed = (change: Partial<Handed> & Parameters<typeof input>[0] = {}): Handed => {
    const { postId = 'p1', from = 'popup', draft: _, ...rest } = change;
    return { draft: input(rest), postId, from };
  };
  const hints = () => Object.values(fakeBrowser.notifications.getAllCreateOptions());

  test('opens the composer, records it as opened, and the release as read', async () => {
    await send('open-platform', handed({ text: `Halo & #Bogor ${url}` }));
    const [address = ''] = await openedTabs();
    expect(new URL(address).searchParams.get('text')).toBe(`Halo & #Bogor ${url}`);
    expect(await db.posts.get('p1')).toMatchObject({ state: 'opened', text: `Halo & #Bogor ${url}` });
    expect((await db.releases.get('r1'))?.unread).toBe(0);
    await screenSays(({ rows, unread, question }) => {
      expect(unread).toBe(0);
      expect(rows[0]?.shared).toEqual({ x: 'opened' });
      expect(question?.postId).toBe('p1');
    });
    expect(hints()).toEqual([]);
  });

  test('of a thread it opens the first post and records the whole text', async () => {
    await send('open-platform', { ...handed({ text: `Panjang. ${url}` }), first: '1/2 Panjang.' });
    const [address = ''] = await openedTabs();
    expect(new URL(address).searchParams.get('text')).toBe('1/2 Panjang.');
    expect(await db.posts.get('p1')).toMatchObject({ text: `Panjang. ${url}` });
  });

  test('copied from the popup, the hint is a notification, in the official’s language', async () => {
    await changeSettings({ language: 'en' });
    await send('open-platform', handed({ platform: 'facebook' }));
    expect(hints()).toMatchObject([
      { title: 'Paste it in Facebook', message: 'Caption copied: paste it with Ctrl+V' },
    ]);
  });

  test('copied from a page that stays, it is none', async () => {
    await send('open-platform', handed({ platform: 'facebook', from: 'page' }));
    expect(hints()).toEqual([]);
  });

  test('a notification that the system refuses is no failure to open', async () => {
    vi.spyOn(fakeBrowser.notifications, 'create').mockRejectedValue(new Error('refused') as never);
    await send('open-platform', handed({ platform: 'facebook' }));
    expect((await db.releases.get('r1'))?.unread).toBe(0);
  });

  test('at the official’s own Mastodon server', async () => {
    await changeSettings({ mastodonServer: 'mastodon.social' });
    await send('open-platform', handed({ platform: 'mastodon' }));
    expect((await openedTabs())[0]).toMatch(/^https:\/\/mastodon\.social\/share\?text=/);
  });

  test('nothing opens: told by name, and the draft can be written on', async () => {
    vi.spyOn(fakeBrowser.tabs, 'create').mockRejectedValue(new Error('no window') as never);
    await expect(send('open-platform', handed())).rejects.toMatchObject({ message: 'no window' });
    expect(await db.posts.get('p1')).toMatchObject({ state: 'not-posted' });
    expect(await db.drafts.get(id)).toMatchObject({ state: 'writing' });
    await expect(send('open-platform', handed({ platform: 'mastodon' }))).rejects.toMatchObject({
      failure: 'NoMastodonServerError',
    });
  });
});

describe('answers, reading, deleting', () => {
  beforeEach(async () => {
    await db.drafts.put(draft({ state: 'opened' }));
    await db.posts.put(post());
  });

  test('answer-post and question-shown reach the first screen', async () => {
    await send('question-shown', { postId: 'p1' });
    await screenSays(({ question }) => expect(question).toBeNull());
    await send('answer-post', { postId: 'p1', state: 'posted', link: 'https://x.com/a/status/1' });
    await screenSays(({ rows }) => expect(rows[0]?.shared).toEqual({ x: 'posted' }));
    expect(await db.posts.get('p1')).toMatchObject({ link: 'https://x.com/a/status/1' });
  });

  test('answer-posts: several at once, and taken back', async () => {
    await send('answer-posts', { postIds: ['p1'], state: 'posted' });
    await screenSays(({ rows }) => expect(rows[0]?.shared).toEqual({ x: 'posted' }));
    await send('answer-posts', { postIds: ['p1'], state: 'opened' });
    await screenSays(({ rows }) => expect(rows[0]?.shared).toEqual({ x: 'opened' }));
    expect((await db.posts.get('p1'))?.changes).toHaveLength(3);
  });

  test('mark-read: one, then all', async () => {
    await db.releases.update('r2', { unread: 1 });
    await send('mark-read', { releaseIds: ['r1'] });
    await screenSays(({ unread }) => expect(unread).toBe(1));
    await send('mark-read', 'all');
    await screenSays(({ unread }) => expect(unread).toBe(0));
  });

  test('deleting entries and back', async () => {
    const entries = { draftIds: [id], postIds: ['p1'] };
    await send('mark-entries', { ...entries, mark: { deleted: true } });
    expect((await db.drafts.get(id))?.deletedAt).toBeGreaterThan(0);
    await screenSays(({ rows, question }) => {
      expect(rows[0]?.shared).toEqual({});
      expect(question).toBeNull();
    });
    await send('mark-entries', { ...entries, mark: { deleted: false } });
    expect(await db.drafts.get(id)).toMatchObject({ deletedAt: 0 });
    expect(await db.posts.get('p1')).toMatchObject({ deletedAt: 0 });
  });

  test('what was typed just before deleting does not bring the draft back', async () => {
    const typed = [5, 6, 7].map((count) => send('write-draft', input({ text: `v${count}`, count })));
    await Promise.all([
      ...typed,
      send('mark-entries', { draftIds: [id], postIds: [], mark: { deleted: true } }),
    ]);
    expect(await db.drafts.get(id)).toMatchObject({ text: 'v7' });
    expect((await db.drafts.get(id))?.deletedAt).toBeGreaterThan(0);
  });
});

describe('captions and pages', () => {
  test('best-caption: the suggestion, or the draft; none for a release that is gone', async () => {
    const best = await send('best-caption', { releaseId: 'r1', platform: 'tiktok' });
    expect(best?.text).toContain(url);
    await db.drafts.put(draft({ platform: 'tiktok', text: 'tulisan saya' }));
    expect(await send('best-caption', { releaseId: 'r1', platform: 'tiktok' })).toMatchObject({
      text: 'tulisan saya',
    });
    expect(await send('best-caption', { releaseId: 'gone', platform: 'x' })).toBeNull();
  });

  test('hand-over waits for every input sent before it', async () => {
    const target = { releaseId: 'r1', platform: 'x', angle: 'summary' } as const;
    let seen: string | undefined;
    fakeBrowser.storage.onChanged.addListener((async (changes: object) => {
      if (handOverKey in changes) seen = (await db.drafts.get(id))?.text;
    }) as never);
    const typed = [1, 2, 3, 4].map((count) => send('write-draft', input({ text: `v${count}`, count })));
    await Promise.all([...typed, send('hand-over', target)]);
    expect(seen).toBe('v4');
    expect((await fakeBrowser.storage.session.get(handOverKey))[handOverKey]).toEqual(target);
  });

  test('open-page opens a page of ours', async () => {
    await send('open-page', { page: 'desk' });
    await send('open-page', { page: 'options', query: '?a=1' });
    expect(await openedTabs()).toEqual([
      `chrome-extension://${fakeBrowser.runtime.id}/desk.html`,
      `chrome-extension://${fakeBrowser.runtime.id}/options.html?a=1`,
    ]);
  });
});
