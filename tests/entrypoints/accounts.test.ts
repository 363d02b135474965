import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { signOutAll } from '../../entrypoints/background/accounts.ts';
import { registerCommands } from '../../entrypoints/background/commands.ts';
import { send } from '../../utils/browser/messages.ts';
import { db } from '../../utils/db/database.ts';
import { connectPages } from '../browser/fake.ts';
import { input } from '../draft/samples.ts';
import { MastodonServer } from '../platform/mastodon-server.ts';
import { PdsServer } from '../platform/pds-server.ts';
import { fetchVia } from '../platform/reach.ts';
import { freshProfile } from './background.ts';

let pds: PdsServer;
let mastodon: MastodonServer;
const given = vi.fn(async (_: { origins: string[] }) => true);
const logged = vi.spyOn(console, 'error').mockImplementation(() => {});

beforeEach(async () => {
  await freshProfile();
  connectPages();
  registerCommands();
  pds = new PdsServer();
  mastodon = new MastodonServer();
  await mastodon.start();
  const line = fetchVia({ 'mastodon.test': mastodon.port });
  vi.stubGlobal('fetch', ((address: string, init: RequestInit) =>
    address.startsWith(mastodon.origin) ? line(address, init) : pds.fetch(address, init)) as typeof fetch);
  given.mockClear();
  logged.mockClear();
  Object.assign(fakeBrowser.permissions, { remove: given });
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({}), getPlatformInfo: async () => ({}) });
  Object.assign(fakeBrowser, {
    identity: {
      getRedirectURL: () => 'https://abcdef.chromiumapp.org/',
      launchWebAuthFlow: async ({ url }: { url: string }) => mastodon.authorize(url),
    },
  });
  return async () => {
    vi.unstubAllGlobals();
    await mastodon.stop();
  };
});

const addBluesky = async () => {
  const found = await send('find-account', { handle: pds.handle, host: null });
  return send('add-bluesky', { found, password: pds.password });
};
const addMastodon = () => send('add-mastodon', { host: 'mastodon.test' });

describe('an account', () => {
  test('on Bluesky is shown with its server before it signs in, and is kept without its tokens', async () => {
    expect(await send('find-account', { handle: pds.handle, host: null })).toEqual({
      did: pds.did,
      handle: pds.handle,
      server: pds.origin,
    });
    const account = await addBluesky();
    expect(account).toMatchObject({
      platform: 'bluesky',
      server: pds.origin,
      handle: '@dinas.kota.test',
      state: 'ok',
    });
    expect(await db.accounts.toArray()).toEqual([account]);
  });

  test('on Mastodon signs in on its server’s page; two servers are two accounts, twice is one', async () => {
    await addMastodon();
    const account = await addMastodon();
    await addBluesky();
    expect(account).toMatchObject({
      platform: 'mastodon',
      handle: '@pemkot@mastodon.test',
      name: 'Pemkot Bogor',
    });
    expect(await db.accounts.count()).toBe(2);
    expect(await db.secrets.count()).toBe(2);
  });

  test('that does not sign in is none, and says why', async () => {
    const found = await send('find-account', { handle: pds.handle, host: null });
    await expect(send('add-bluesky', { found, password: 'rahasia-utama' })).rejects.toMatchObject({
      ...{ failure: 'SignInError', message: 'not-app-password' },
    });
    for (const host of ['bukan server', 'localhost', 'https://x', '127.0.0.1'])
      await expect(send('add-mastodon', { host })).rejects.toMatchObject({ failure: expect.any(String) });
    await expect(send('find-account', { handle: pds.handle, host: 'a b' })).rejects.toMatchObject({
      message: 'bad-server',
    });
    expect([await db.accounts.count(), await db.secrets.count()]).toEqual([0, 0]);
  });

  test('that goes is signed out, its permission given back, and what waits for it is taken back', async () => {
    const account = await addMastodon();
    const draft = input({ platform: 'mastodon', text: 'Menunggu' });
    const target = { accountId: account.id, draft, thread: null, picture: null, choices: null, seen: null };
    await send('publish', { targets: [{ ...target, postId: 'p1' }], delay: 10_000 });
    expect(await send('remove-account', { id: account.id })).toEqual({ revoked: true });
    expect(given).toHaveBeenCalledWith({ origins: ['https://mastodon.test/*'] });
    expect((await db.posts.get('p1'))?.state).toBe('not-posted');
    expect([await db.accounts.count(), await db.secrets.count()]).toEqual([0, 0]);
    expect(await send('remove-account', { id: account.id })).toEqual({ revoked: true });
  });

  test('keeps its permission while another source or account needs it', async () => {
    const account = await addMastodon();
    await db.accounts.put({ ...account, id: 'mastodon:mastodon.test:2', userId: '2' });
    await send('remove-account', { id: account.id });
    expect(given).not.toHaveBeenCalled();
  });

  test('is asked whether it may post before anything is written for it', async () => {
    const { id } = await addBluesky();
    expect(await send('check-account', { id })).toEqual({ state: 'ok' });
    pds.revoke();
    expect(await send('check-account', { id })).toEqual({ state: 'attention' });
    expect((await db.accounts.get(id))?.state).toBe('attention');
    expect(await send('check-account', { id: 'x' })).toEqual({ state: 'gone' });
    expect((await addBluesky()).state).toBe('ok');
  });

  test('follows a server that changes what a post may have; one that does not tell leaves it as it was', async () => {
    const { id, limits } = await addMastodon();
    expect(limits.characters).toBe(640);
    mastodon.options = { characters: 5_000 };
    expect(await send('check-account', { id })).toEqual({ state: 'ok' });
    expect((await db.accounts.get(id))?.limits).toEqual({ ...limits, characters: 5_000 });
    mastodon.options = { saysNothing: true };
    expect(await send('check-account', { id })).toEqual({ state: 'ok' });
    expect((await db.accounts.get(id))?.limits.characters).toBe(5_000);
  });
});

describe('a post', () => {
  const target = (accountId: string, postId: string, text: string) => ({
    ...{ accountId, postId, draft: input({ platform: postId === 'p1' ? 'bluesky' : 'mastodon', text }) },
    ...{ thread: null, picture: null, choices: null, seen: null },
  });
  const settled = () =>
    vi.waitFor(async () => {
      for (const { state } of await db.posts.toArray()) expect(['posted', 'failed']).toContain(state);
    });

  test('goes to several accounts in one click, and each tells how it went', async () => {
    const [one, two] = [await addBluesky(), await addMastodon()];
    const targets = [
      target(one.id, 'p1', 'Taman 🎉'),
      target(two.id, 'p2', 'Taman 🌳'),
      target('x', 'p3', 'T'),
    ];
    expect(await send('publish', { targets, delay: 0 })).toEqual([
      { postId: 'p1', refused: null },
      { postId: 'p2', refused: null },
      { postId: 'p3', refused: 'no-account' },
    ]);
    await settled();
    expect([...pds.records.values()]).toMatchObject([{ value: { text: 'Taman 🎉' } }]);
    expect(mastodon.statuses).toMatchObject([{ text: 'Taman 🌳', visibility: 'public', language: 'id' }]);
    expect((await db.posts.get('p2'))?.link).toBe(mastodon.statuses[0]?.url);
    expect((await db.releases.get('r1'))?.unread).toBe(0);
    expect(await send('cancel-post', { postId: 'p1' })).toEqual({ done: false });
  });

  test('waits for its time, and is taken back or sent at once', async () => {
    const two = await addMastodon();
    await send('publish', { targets: [target(two.id, 'p2', 'Satu')], delay: 10_000 });
    expect(await send('cancel-post', { postId: 'p2' })).toEqual({ done: true });
    await send('publish', { targets: [target(two.id, 'p4', 'Dua')], delay: 10_000 });
    expect(mastodon.statuses).toEqual([]);
    expect(await send('resume-post', { postId: 'p4', seen: null })).toEqual({ done: true });
    await vi.waitFor(() => expect(mastodon.statuses).toMatchObject([{ text: 'Dua' }]));
  });

  test('of which nobody heard is looked for when the official asks, and deleted where it may be', async () => {
    const two = await addMastodon();
    mastodon.options.fault = () => '504';
    await send('publish', { targets: [target(two.id, 'p2', 'Taman')], delay: 0 });
    await vi.waitFor(async () => expect((await db.posts.get('p2'))?.state).toBe('unknown'));
    await send('look-up-post', { postId: 'p2' });
    expect((await db.posts.get('p2'))?.state).toBe('posted');
    await send('remove-post', { postId: 'p2' });
    expect([(await db.posts.get('p2'))?.state, mastodon.statuses]).toEqual(['removed', []]);
    await expect(send('remove-post', { postId: 'none' })).rejects.toMatchObject({ failure: 'NetworkError' });
  });

  test('no token is in a message, in storage or in what is logged', async () => {
    const [one, two] = [await addBluesky(), await addMastodon()];
    mastodon.options.fault = () => '422';
    await send('publish', { targets: [target(one.id, 'p1', 'A'), target(two.id, 'p2', 'B')], delay: 0 });
    await settled();
    mastodon.revokeAll();
    await expect(send('remove-post', { postId: 'none' })).rejects.toThrow();
    const secrets = (await db.secrets.toArray()).flatMap(({ value }) => Object.values(JSON.parse(value)));
    const told = JSON.stringify([
      ...[one, two, await send('check-account', { id: two.id }), logged.mock.calls],
      ...[await fakeBrowser.storage.local.get(), await fakeBrowser.storage.session.get()],
      ...[await db.posts.toArray(), await db.outbox.toArray(), await db.accounts.toArray()],
    ]);
    expect(secrets).toHaveLength(5);
    for (const secret of secrets) expect(told).not.toContain(secret);
  });
});

test('before everything is erased every account is signed out; one that cannot be reached holds nothing up', async () => {
  await addBluesky();
  await addMastodon();
  await mastodon.stop();
  await signOutAll();
  expect(await db.accounts.count()).toBe(0);
  expect(await db.secrets.count()).toBe(0);
  await mastodon.start();
});
