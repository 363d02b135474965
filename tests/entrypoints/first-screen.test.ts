import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { renewFirstScreen } from '../../entrypoints/background/first-screen.ts';
import { changeSettings, defaultSettings } from '../../utils/browser/settings.ts';
import { picturesKey } from '../../utils/browser/snapshot.ts';
import { check } from '../../utils/check/check.ts';
import { db } from '../../utils/db/database.ts';
import { platformIds } from '../../utils/platform/platform.ts';
import { draft, post, release } from '../draft/samples.ts';
import { firstScreen, freshProfile } from './background.ts';

beforeEach(freshProfile);

async function renewed() {
  await renewFirstScreen();
  return firstScreen();
}
const row = async (id = 'r1') => {
  const found = (await renewed()).rows.find((each) => each.id === id);
  if (!found) throw new Error(`no row ${id}`);
  return found;
};

test('the newest releases, newest first, with what their rows say', async () => {
  const screen = await renewed();
  expect(screen).toMatchObject({ sourceName: 'Kota Bogor', total: 2, unread: 1, question: null });
  expect(screen.outcome).toMatchObject({ ok: true, fresh: 2 });
  expect(screen.rows.map(({ id, unread }) => `${id} ${unread}`)).toEqual(['r1 true', 'r2 false']);
  expect(screen.rows[0]).toMatchObject({ title: 'Taman baru dibuka', sourceName: 'Kota Bogor', shared: {} });
});

test('thirty rows at most, all of them counted', async () => {
  await db.releases.bulkPut(
    Array.from({ length: 40 }, (_, n) =>
      release({ id: `n${n}`, order: 5000 + n, url: `https://kotabogor.go.id/${n}` }),
    ),
  );
  const screen = await renewed();
  expect(screen.rows).toHaveLength(30);
  expect(screen.rows[0]?.id).toBe('n39');
  expect(screen.total).toBe(42);
  expect(screen.unread).toBe(41);
});

describe('what one click sends', () => {
  test('a caption with the link for each of the first four platforms, in the official’s order', async () => {
    await changeSettings({ platforms: ['line', 'bluesky', 'facebook', 'x', 'threads'] });
    const { captions, url } = await row();
    expect(Object.keys(captions).sort()).toEqual(['bluesky', 'facebook', 'line', 'x']);
    for (const platform of platformIds) {
      const text = captions[platform]?.text;
      if (text === undefined) continue;
      const draft = { text, platform, link: url, shared: null, lastPosts: [], own: [], campaignWords: null };
      expect(
        check({ ...draft, facts: null, state: null, publishedAt: null, now: Date.now() }),
        platform,
      ).toEqual([]);
    }
  });

  test('the draft that is being written goes before the suggestion, on its platform alone', async () => {
    const suggestion = (await row()).captions.x;
    await db.drafts.put(draft({ angle: 'quote', text: 'tulisan saya' }));
    const { captions } = await row();
    expect(captions.x).toEqual({ angle: 'quote', text: 'tulisan saya' });
    expect(captions.whatsapp?.text).not.toBe('tulisan saya');
    expect((await row('r2')).captions.x?.text).not.toBe('tulisan saya');
    const rivals = [{ n: 2, by: 'm', text: 'tulisan lain', writer: 'panel', at: 1 }];
    await db.drafts.put(draft({ angle: 'quote', text: 'tulisan saya', rivals }));
    expect((await row()).captions.x).toMatchObject({ text: 'tulisan saya', lookFirst: true });
    await db.drafts.clear();
    expect((await row()).captions.x).toEqual(suggestion);
  });

  test('of two drafts the one that was written last', async () => {
    await db.drafts.bulkPut([
      draft({ text: 'lama', revision: 1, updatedAt: 2 }),
      draft({ angle: 'quote', text: 'baru', revision: 2, updatedAt: 1 }),
    ]);
    expect((await row()).captions.x?.text).toBe('baru');
  });

  test.each([
    ['opened', { state: 'opened' }],
    ['posted', { state: 'posted' }],
    ['deleted', { deletedAt: 5 }],
    ['emptied', { text: ' \n' }],
  ] as const)('a draft that was %s is not sent', async (_, change) => {
    const suggestion = (await row()).captions.x;
    await db.drafts.put(draft({ text: 'yang lama', ...change }));
    expect((await row()).captions.x).toEqual(suggestion);
  });

  test('a body that was read meanwhile, or a new title, changes the caption', async () => {
    await db.releases.update('r1', { paragraphs: [], body: 'pending' });
    const before = (await row()).captions.x?.text;
    await db.releases.update('r1', { paragraphs: release().paragraphs, body: 'read' });
    const after = (await row()).captions.x?.text;
    expect(after).not.toBe(before);
    await db.releases.update('r1', { url: 'https://kotabogor.go.id/berita/lain' });
    expect((await row()).captions.x?.text).toContain('https://kotabogor.go.id/berita/lain');
  });
});

test('where it was shared, and the question about the newest of that', async () => {
  await db.posts.bulkPut([
    post({ id: 'p1', platform: 'x', openedAt: 1 }),
    post({ id: 'p2', platform: 'threads', openedAt: 2, state: 'posted' }),
  ]);
  const screen = await renewed();
  expect(screen.rows[0]?.shared).toEqual({ x: 'opened', threads: 'posted' });
  expect(screen.question).toEqual({ postId: 'p1', platform: 'x', releaseTitle: 'Taman baru dibuka' });
});

test('pictures lie apart, only those that could be had', async () => {
  const data = 'data:image/webp;base64,AA==';
  await db.pictures.bulkPut([
    { releaseId: 'r1', data, fetchedAt: 1 },
    { releaseId: 'r2', data: null, fetchedAt: 1 },
    { releaseId: 'gone', data, fetchedAt: 1 },
  ]);
  await renewFirstScreen();
  expect((await fakeBrowser.storage.local.get(picturesKey))[picturesKey]).toEqual({ r1: data });
});

test('what changes while one is being made is in the next, whoever waits for it', async () => {
  const { set } = fakeBrowser.storage.local;
  let store = () => {};
  const storing = new Promise<void>((resolve) => {
    vi.spyOn(fakeBrowser.storage.local, 'set').mockImplementationOnce((async (items: object) => {
      resolve();
      await new Promise<void>((go) => {
        store = go;
      });
      await set(items);
    }) as never);
  });
  const first = renewFirstScreen();
  await storing;
  await db.releases.update('r1', { title: 'Judul baru' });
  const others = [renewFirstScreen(), renewFirstScreen()];
  store();
  await Promise.all([first, ...others]);
  expect((await firstScreen()).rows[0]?.title).toBe('Judul baru');
  vi.restoreAllMocks();
});

test('a failure is logged, and the next one is made as if nothing had been', async () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('full') as never);
  await db.releases.update('r1', { title: 'Belum tersimpan' });
  await renewFirstScreen();
  expect(error).toHaveBeenCalledWith('[jubir] first screen: Error: full');
  expect((await row()).title).toBe('Belum tersimpan');
  vi.restoreAllMocks();
});

describe('what the popup reads before its first paint', () => {
  /** A popup that opens now: it asks as soon as its code runs. */
  async function openPopup() {
    vi.resetModules();
    const { readFirstScreen } = await import('../../entrypoints/popup/first-screen.ts');
    return readFirstScreen();
  }

  test('nothing yet', async () => {
    const { snapshot, pictures, settings } = await openPopup();
    expect({ snapshot, settings }).toEqual({ snapshot: null, settings: defaultSettings });
    expect(await pictures).toEqual({});
  });

  test('what the background stored, the pictures after it', async () => {
    const data = 'data:image/webp;base64,AA==';
    await db.pictures.put({ releaseId: 'r1', data, fetchedAt: 1 });
    await changeSettings({ language: 'en' });
    const screen = await renewed();
    const first = await openPopup();
    expect(first.snapshot).toEqual(screen);
    expect(first.settings.language).toBe('en');
    expect(await first.pictures).toEqual({ r1: data });
  });
});
