import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { JubirDatabase } from '../../utils/db/database.ts';
import { writeDraft } from '../../utils/draft/history.ts';
import { openPlatform, type PublishTools, recordShared } from '../../utils/flow/publish.ts';
import { NoMastodonServerError } from '../../utils/platform/links.ts';
import { input, url } from '../draft/samples.ts';

let db: JubirDatabase;
beforeEach(() => {
  db = new JubirDatabase(`publish-${Math.random()}`);
});
afterEach(() => db.delete());

const text = `Warga & wali kota: “100% siap” 🎉\n${url} #KotaBogor`;

function publish(change: Parameters<typeof input>[0] = {}, openTab = vi.fn(async (_: string) => {})) {
  const draft = input({ text, ...change });
  const facts = { mastodonServer: 'mastodon.social', addresses: {}, phone: false, now: 5000 };
  const tools: PublishTools = { ...facts, openTab };
  return { openTab, draft, tools, run: () => openPlatform(db, { draft, postId: 'p1' }, tools) };
}

const opened = (openTab: ReturnType<typeof publish>['openTab']) => new URL(openTab.mock.calls[0]?.[0] ?? '');

describe('the composer opens', () => {
  test('at the address that stands in for the platform’s own', async () => {
    const { openTab, draft, tools } = publish();
    const addresses = { x: 'https://x.com/intent/post?text={text}' };
    await openPlatform(db, { draft, postId: 'p1' }, { ...tools, addresses });
    expect(opened(openTab).pathname).toBe('/intent/post');
    expect(opened(openTab).searchParams.get('text')).toBe(text);
  });

  test('with the text exactly as it stands', async () => {
    const { run, openTab } = publish();
    await run();
    expect(openTab).toHaveBeenCalledOnce();
    const address = opened(openTab);
    expect(address.origin + address.pathname).toBe('https://x.com/intent/tweet');
    expect(address.searchParams.get('text')).toBe(text);
  });

  test('on a phone at the address that the app listens to, unless another stands in for it', async () => {
    const line = publish({ platform: 'line' });
    await openPlatform(db, { draft: line.draft, postId: 'p1' }, { ...line.tools, phone: true });
    expect(opened(line.openTab).origin + opened(line.openTab).pathname).toBe('https://line.me/R/share');
    expect(opened(line.openTab).searchParams.get('text')).toBe(text);

    const own = publish({ platform: 'line' });
    const addresses = { line: 'https://line.me/lain?text={text}' };
    await openPlatform(db, { draft: own.draft, postId: 'p2' }, { ...own.tools, phone: true, addresses });
    expect(opened(own.openTab).pathname).toBe('/lain');

    const x = publish();
    await openPlatform(db, { draft: x.draft, postId: 'p3' }, { ...x.tools, phone: true });
    expect(opened(x.openTab).origin + opened(x.openTab).pathname).toBe('https://x.com/intent/tweet');
  });

  test('at the official’s own Mastodon server', async () => {
    const { run, openTab } = publish({ platform: 'mastodon' });
    await run();
    expect(opened(openTab).host).toBe('mastodon.social');
    expect(opened(openTab).searchParams.get('text')).toBe(text);
  });

  test('and the post is recorded as opened, with the route', async () => {
    const { run, draft } = publish({ platform: 'instagram' });
    await run();
    expect(await db.posts.toArray()).toMatchObject([
      { id: 'p1', draftId: draft.id, platform: 'instagram', route: 'copy', state: 'opened', text, asked: 0 },
    ]);
    expect(await db.drafts.get(draft.id)).toMatchObject({ state: 'opened', text });
  });

  test('the tab does not wait for the database', async () => {
    const order: string[] = [];
    db.posts.hook('creating', () => void order.push('record'));
    const { run } = publish(
      {},
      vi.fn(async () => void order.push('tab')),
    );
    await run();
    expect(order).toEqual(['tab', 'record']);
  });
});

describe('nothing opens', () => {
  const fails = () => vi.fn(() => Promise.reject(new Error('no window')));

  test('it is told, the record says so, and the draft can be written on', async () => {
    const { run, draft } = publish({}, fails());
    await expect(run()).rejects.toThrow('no window');
    const [post] = await db.posts.toArray();
    expect(post).toMatchObject({ state: 'not-posted', asked: 1 });
    expect(post?.changes.map(({ state }) => state)).toEqual(['opened', 'not-posted']);
    expect(await db.drafts.get(draft.id)).toMatchObject({ state: 'writing', text });
  });

  test('without a Mastodon server: told, no tab, no record', async () => {
    const { tools, draft, openTab } = publish({ platform: 'mastodon' });
    await writeDraft(db, draft, 1000);
    const attempt = openPlatform(db, { draft, postId: 'p1' }, { ...tools, mastodonServer: null });
    await expect(attempt).rejects.toThrow(NoMastodonServerError);
    expect(openTab).not.toHaveBeenCalled();
    expect(await db.posts.count()).toBe(0);
    expect(await db.drafts.get(draft.id)).toMatchObject({ state: 'writing', text });
  });
});

describe('the database fails', () => {
  test('is told even where the tab opened', async () => {
    db.posts.hook('creating', () => {
      throw new Error('disk full');
    });
    const { run, openTab } = publish();
    await expect(run()).rejects.toThrow('disk full');
    expect(openTab).toHaveBeenCalledOnce();
  });

  test('and no tab opens either: the database’s failure is told', async () => {
    db.posts.hook('creating', () => {
      throw new Error('disk full');
    });
    const { run } = publish(
      {},
      vi.fn(() => Promise.reject(new Error('no window'))),
    );
    await expect(run()).rejects.toThrow('disk full');
  });
});

test('what went to the system’s sheet is recorded as opened, once, and asked about', async () => {
  const draft = input({ text });
  await recordShared(db, { draft, postId: 'p1' }, 5000);
  await recordShared(db, { draft, postId: 'p1' }, 6000);
  expect(await db.posts.toArray()).toMatchObject([
    {
      id: 'p1',
      draftId: draft.id,
      platform: 'x',
      route: 'share',
      state: 'opened',
      openedAt: 5000,
      asked: 0,
      text,
    },
  ]);
  expect(await db.drafts.get(draft.id)).toMatchObject({ state: 'opened', text });
});
