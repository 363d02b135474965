import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { JubirDatabase } from '../../utils/db/database.ts';
import type { CaptionFeed } from '../../utils/humas/caption-feed.ts';
import { type FeedDeps, refreshFeed, settleFeed } from '../../utils/humas/refresh.ts';
import { makeKeys, sign } from '../../utils/humas/signature.ts';
import { feedId, preferredFor } from '../../utils/humas/store.ts';
import { feedObject, feedText } from '../../utils/humas/write.ts';
import { FetchError } from '../../utils/source/errors.ts';
import type { Validators } from '../../utils/source/source.ts';
import { feed, item, url } from './samples.ts';

const address = 'https://humas.kotabogor.go.id/takarir.json';
let db: JubirDatabase;
let clock = 0;
let served: string | 'not-modified' | Error;
let asked: (Validators | undefined)[] = [];

beforeEach(() => {
  db = new JubirDatabase(`humas-${Math.random()}`);
  clock = Date.UTC(2026, 4, 10, 4);
  asked = [];
});
afterEach(() => db.delete());

const deps = (changes: Partial<FeedDeps> = {}): FeedDeps => ({
  now: () => clock,
  isAllowed: async () => true,
  dice: () => 0.5,
  downloadText: async (of, { validators, hosts }) => {
    expect(hosts).toEqual([new URL(of).hostname]);
    asked.push(validators);
    if (served instanceof Error) throw served;
    if (served === 'not-modified') return served;
    return { url: of, text: served, contentType: 'application/feed+json', validators: { etag: '"1"' } };
  },
  ...changes,
});
const saved = (changes: Partial<CaptionFeed> = {}) => feedText(feedObject(feed(changes)));
async function read(text: string | 'not-modified' | Error = served, changes: Partial<FeedDeps> = {}) {
  served = text;
  return refreshFeed(db, deps(changes));
}
const held = async () => [...(await preferredFor(db, [url], clock)).values()];

test('the captions are found by the release’s address, from whatever source it came', async () => {
  await settleFeed(db, { url: address, key: '' });
  expect(await read(saved())).toEqual({ ok: true, at: clock, count: 1, leftOut: 0 });
  const ways = [
    url,
    url.replace('https:', 'http:'),
    `${url}/`,
    url.replace('//', '//www.'),
    `${url}?utm_source=x#top`,
  ];
  const found = await preferredFor(db, [...ways, `${url}-lain`], clock);
  expect([...found.keys()]).toEqual(ways);
  expect(await db.captionFeeds.get(feedId)).toMatchObject({
    title: 'Takarir Humas Kota Bogor',
    city: 'Kota Bogor',
  });
});

test('what is over is not offered, to the millisecond', async () => {
  await settleFeed(db, { url: address, key: '' });
  await read(saved({ items: [item({ expires: clock + 1 })] }));
  expect(await held()).toHaveLength(1);
  clock += 1;
  expect(await held()).toEqual([]);
});

test('a corrected text takes the place of the first, one that was taken out goes', async () => {
  await settleFeed(db, { url: address, key: '' });
  await read(saved());
  const captions = [{ platform: 'x' as const, angle: 'summary' as const, texts: ['Diperbaiki.'] }];
  await read(saved({ items: [item({ captions })], issued: feed().issued + 1 }));
  expect((await held())[0]?.captions).toEqual(captions);
  await read(saved({ items: [], issued: feed().issued + 2 }));
  expect(await held()).toEqual([]);
});

test('asks with what the server said about freshness, and for the whole every six hours', async () => {
  await settleFeed(db, { url: address, key: '' });
  await read(saved());
  expect(await read('not-modified')).toMatchObject({ ok: true, count: 1 });
  clock += 6 * 60 * 60_000;
  await read(saved());
  expect(asked).toEqual([undefined, { etag: '"1"' }, undefined]);
  expect(await held()).toHaveLength(1);
});

describe('with a key', () => {
  async function signed(changes: Partial<CaptionFeed> = {}, from = makeKeys()) {
    const keys = await from;
    const raw = feedObject(feed(changes));
    raw._jubir.signature = await sign(raw, keys.privateKey);
    return { key: keys.publicKey, text: feedText(raw), keys };
  }

  test('a good one is read; a forged one is refused and named, and what was held stays', async () => {
    const { key, text } = await signed();
    await settleFeed(db, { url: address, key });
    expect(await read(text)).toMatchObject({ ok: true });
    expect(await read(text.replace('untuk semua', 'untuk saya'))).toEqual({
      ok: false,
      at: clock,
      reason: 'forged',
    });
    expect((await held())[0]?.captions[0]?.texts[0]).toContain('untuk semua');
    expect(await read(saved())).toMatchObject({ ok: false, reason: 'unsigned' });
    expect(await read(text.slice(0, -20))).toMatchObject({ ok: false, reason: 'unreadable' });
    expect((await db.captionFeeds.get(feedId))?.failures).toBe(3);
    expect(await held()).toHaveLength(1);
  });

  test('an old file that is put back is refused, signed or not', async () => {
    const first = await signed();
    const second = await signed({ issued: feed().issued + 60_000, items: [] }, Promise.resolve(first.keys));
    await settleFeed(db, { url: address, key: first.key });
    await read(second.text);
    expect(await read(first.text)).toMatchObject({ ok: false, reason: 'older' });
    expect(await held()).toEqual([]);
  });

  test('setting a key drops what nobody had signed, at once, and asks for the whole', async () => {
    await settleFeed(db, { url: address, key: '' });
    await read(saved());
    const { key, text } = await signed();
    await settleFeed(db, { url: address, key });
    expect(await held()).toEqual([]);
    await read(text);
    expect(asked).toEqual([undefined, undefined]);
    expect(await held()).toHaveLength(1);
  });
});

test('another feed, or none, takes what was held with it; the same again changes nothing', async () => {
  await settleFeed(db, { url: address, key: '' });
  await read(saved());
  await settleFeed(db, { url: address, key: '' });
  expect(await held()).toHaveLength(1);
  await settleFeed(db, null);
  expect([await held(), await db.captionFeeds.count()]).toEqual([[], 0]);
  expect(await read()).toBeNull();
});

test('without the official’s permission nothing is asked', async () => {
  await settleFeed(db, { url: address, key: '' });
  expect(await read(saved(), { isAllowed: async () => false })).toMatchObject({
    ok: false,
    reason: 'no-permission',
  });
  expect(asked).toEqual([]);
});

test('a failure waits by the same schedule as a source’s, and longer where the server says so', async () => {
  await settleFeed(db, { url: address, key: '' });
  await read(new FetchError('status', address, { status: 503, retryAfterMs: 3_600_000 }));
  const row = await db.captionFeeds.get(feedId);
  expect(row).toMatchObject({ failures: 1, holdUntil: clock + 3_600_000 });
  expect(row?.nextAt).toBeGreaterThan(clock + 3_600_000);
});

test('a feed that was set while another was on its way is not filled with the other’s captions', async () => {
  await settleFeed(db, { url: address, key: '' });
  const other = { url: 'https://lain.go.id/takarir.json', key: '' };
  await read(saved(), {
    downloadText: async (of) => {
      await settleFeed(db, other);
      return { url: of, text: saved(), contentType: null, validators: {} };
    },
  });
  expect(await held()).toEqual([]);
  expect(await db.captionFeeds.get(feedId)).toMatchObject({ ...other, issued: 0 });
});

test('a background that dies while it writes leaves the old, whole', async () => {
  await settleFeed(db, { url: address, key: '' });
  await read(saved());
  const { bulkPut } = db.preferred;
  db.preferred.bulkPut = (() => {
    throw new DOMException('full', 'QuotaExceededError');
  }) as unknown as typeof bulkPut;
  await expect(read(saved({ issued: feed().issued + 1, items: [item({ title: 'Baru' })] }))).rejects.toThrow(
    'full',
  );
  db.preferred.bulkPut = bulkPut;
  expect(await held()).toMatchObject([{ title: 'Taman baru dibuka' }]);
  const row = await db.captionFeeds.get(feedId);
  expect(row).toMatchObject({ issued: feed().issued, failures: 1 });
  expect(row?.nextAt).toBeGreaterThan(clock);
});
