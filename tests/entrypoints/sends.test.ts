import 'fake-indexeddb/auto';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Account } from '../../utils/account/account.ts';
import { storeAccount } from '../../utils/account/accounts.ts';
import { leaving } from '../../utils/browser/permissions.ts';
import { db } from '../../utils/db/database.ts';
import { confirmPosts } from '../../utils/flow/confirm.ts';
import { input } from '../draft/samples.ts';
import { MastodonServer } from '../platform/mastodon-server.ts';
import { fetchVia } from '../platform/reach.ts';
import { freshProfile } from './background.ts';
import { browserStubs } from './stubs.ts';

let server: MastodonServer;
let account: Account;
let stubs: ReturnType<typeof browserStubs>;

beforeEach(async () => {
  await freshProfile();
  stubs = browserStubs();
  server = new MastodonServer();
  await server.start();
  vi.stubGlobal('fetch', fetchVia({ 'mastodon.test': server.port }));
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const limits = { characters: 500, perLink: 23, picture: 1_000, honoursKeys: true };
  const who = {
    server: server.origin,
    userId: server.user.id,
    handle: '@p@mastodon.test',
    name: 'P',
    limits,
  };
  const secret = JSON.stringify({ token: server.grant() });
  account = await storeAccount(db, 'mastodon', { ...who, avatar: null, secret }, null, 1);
  return async () => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
    await server.stop();
  };
});

const confirm = (postId: string, delay: number) =>
  confirmPosts(
    db,
    [
      {
        ...{ accountId: account.id, postId, draft: input({ platform: 'mastodon', text: postId }) },
        ...{ thread: null, picture: null, choices: null, seen: null },
      },
    ],
    delay,
    Date.now(),
  );

/** A background that has just begun, with nothing in its memory. */
async function begun(): Promise<typeof import('../../entrypoints/background/sends.ts')> {
  vi.resetModules();
  // Its own database would be another one than the test's.
  vi.doMock('../../utils/db/database.ts', () => ({ db }));
  const background = await import('../../entrypoints/background/sends.ts');
  background.registerSends();
  return background;
}

test('a background that begins: what was on its way is unknown and found, what waited goes out', async () => {
  await confirm('lama', 0);
  await confirm('baru', 0);
  const first = await begun();
  server.options.fault = () => 'slow';
  void first.sendCommands['resume-post']({ postId: 'lama', seen: null });
  await vi.waitFor(() => expect(server.statuses).toHaveLength(1));
  // The first one ends here, in the middle of its request.
  server.options.fault = () => 'taken';
  expect((await db.posts.get('lama'))?.state).toBe('sending');
  await begun();
  stubs.ring('outbox');
  await vi.waitFor(async () => {
    const states = (await db.posts.toArray()).map(({ id, state }) => `${id} ${state}`);
    expect(states.sort()).toEqual(['baru posted', 'lama posted']);
  });
  expect(server.statuses.map(({ text }) => text).sort()).toEqual(['baru', 'lama']);
});

test('an alarm is set for what is due, and none where nothing is', async () => {
  await confirm('nanti', 50_000);
  await begun();
  stubs.ring('outbox');
  await vi.waitFor(() => expect(stubs.alarms.get('outbox')).toBeDefined());
  const { when = 0, periodInMinutes } = stubs.alarms.get('outbox') ?? {};
  expect(when - Date.now()).toBeGreaterThan(45_000);
  expect(when - Date.now()).toBeLessThanOrEqual(50_000);
  expect(periodInMinutes).toBe(1);
  await db.posts.clear();
  stubs.ring('outbox');
  await vi.waitFor(() => expect(stubs.alarms.has('outbox')).toBe(false));
});

test('what is due before any alarm may ring goes out by itself', async () => {
  await confirm('segera', 300);
  await begun();
  stubs.ring('outbox');
  await vi.waitFor(() => expect(stubs.alarms.has('outbox')).toBe(true));
  expect(server.statuses).toEqual([]);
  await vi.waitFor(() => expect(server.statuses).toHaveLength(1), 3_000);
});

test('another’s alarm is none of ours', async () => {
  await confirm('diam', 0);
  await begun();
  stubs.ring('refresh');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(server.asked).toEqual([]);
});

test('nothing is sent where Firefox was told that texts may not leave any more: signing in asks for it again', async () => {
  vi.stubEnv('BROWSER', 'firefox');
  onTestFinished(() => void vi.unstubAllEnvs());
  const contains = vi.fn(async () => false);
  Object.assign(fakeBrowser.permissions, { contains });
  await confirm('dicabut', 0);
  await begun();
  stubs.ring('outbox');
  await vi.waitFor(async () => expect((await db.posts.get('dicabut'))?.state).toBe('failed'));
  expect(contains).toHaveBeenCalledWith({ data_collection: leaving });
  expect(server.asked).toEqual([]);
  expect((await db.accounts.get(account.id))?.state).toBe('attention');
});
