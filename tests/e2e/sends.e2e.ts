import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Account } from '../../utils/account/account.ts';
import { id as texts } from '../../utils/browser/texts/id.ts';
import { sending } from '../../utils/browser/texts/sending.ts';
import { draftId, type Post } from '../../utils/draft/draft.ts';
import type { Target } from '../../utils/draft/outgoing.ts';
import type { Release } from '../../utils/release/release.ts';
import { poll } from '../browsers/session.ts';
import { MastodonServer } from '../platform/mastodon-server.ts';
import { accountOn } from './allowed.ts';
import { expectAccessible } from './axe.ts';
import { useJubir } from './harness.ts';
import {
  closePage,
  fillBox,
  openComposer,
  waitForReleases,
  waitForSaved,
  waitForText,
  worded,
} from './steps.ts';

const server = new MastodonServer();
const host = 'mastodon.test';
const words = sending.id;

const jubir = useJubir({ change: accountOn(host) });
let account: Account;
let release: Release;

beforeAll(async () => {
  await server.start();
  jubir.portal.servers.set(host, server.port);
  await waitForReleases(jubir);
  release = await poll('a release with a picture', async () =>
    (await jubir.table<Release>('releases')).find(({ image }) => image !== null),
  );
});
afterAll(() => server.stop());

const target = (postId: string, text: string, change: Partial<Target> = {}): Target => ({
  ...{ accountId: account.id, postId, thread: null, picture: null, choices: null, seen: null },
  draft: {
    ...{ id: draftId(release.id, 'mastodon', 'summary'), releaseId: release.id, platform: 'mastodon' },
    ...{ releaseTitle: release.title, releaseUrl: release.url, sourceId: release.sourceId, angle: 'summary' },
    ...{ text, writer: postId, count: 1, base: 0 },
  },
  ...change,
});
const publish = (one: Target, delay = 0) => jubir.send('publish', { targets: [one], delay });
const postIn = (id: string, state: Post['state']) =>
  poll(`${id} to be ${state}`, async () =>
    (await jubir.table<Post>('posts')).find((post) => post.id === id && post.state === state),
  );

test('an account signs in on its server’s own page', async () => {
  account = (await jubir.send('add-mastodon', { host })) as Account;
  expect(account).toMatchObject({ server: server.origin, handle: '@pemkot@mastodon.test', state: 'ok' });
  expect(await jubir.table('accounts')).toEqual([account]);
});

test('one message posts: text, picture with its words, and the address comes back', async () => {
  await publish(target('p1', 'Taman 🎉 & “warga” #KotaBogor', { picture: { as: 'picture', alt: 'Warga' } }));
  const { link } = await postIn('p1', 'posted');
  expect(server.statuses).toMatchObject([
    { text: 'Taman 🎉 & “warga” #KotaBogor', url: link, media_attachments: [{ description: 'Warga' }] },
  ]);
});

test('killed while it is being sent: unknown, found, and there once', async () => {
  server.options.fault = () => 'slow';
  await publish(target('p2', 'Jembatan selesai'));
  await poll('the request', async () => server.statuses.length === 2);
  await jubir.session.killBackground();
  server.options.fault = () => 'taken';
  // Any message wakes it; this one asks at once what an alarm would ask later.
  await jubir.send('look-up-post', { postId: 'p2' });
  await postIn('p2', 'posted');
  const changes = (await jubir.table<Post>('posts')).find(({ id }) => id === 'p2')?.changes;
  expect(changes?.map(({ state }) => state)).toEqual(['prepared', 'sending', 'unknown', 'posted']);
  expect(server.statuses.filter(({ text }) => text === 'Jembatan selesai')).toHaveLength(1);
});

test('what waits to be sent outlives the background, and can be taken back', async () => {
  await publish(target('p3', 'Ditunda'), 60_000);
  await jubir.session.killBackground();
  expect(await jubir.send('cancel-post', { postId: 'p3' })).toEqual({ done: true });
  await postIn('p3', 'not-posted');
  await publish(target('p4', 'Sebentar lagi'), 2_000);
  await postIn('p4', 'posted');
  expect(server.statuses.map(({ text }) => text)).not.toContain('Ditunda');
});

test('from the composer: who posts and the whole text are confirmed, it is taken back, then sent, and the link comes', async () => {
  const panel = await jubir.openPage('sidepanel.html');
  await panel.waitForSelector('[data-release]');
  await openComposer(panel, release);
  await panel.click('[role=tab][data-platform=mastodon]');
  await panel.waitForSelector('.publish-bar');
  expect(await panel.$eval('.publish-from', (from) => from.textContent)).toContain('@pemkot@mastodon.test');
  await fillBox(panel, 'Terbit dari layar Jubir');
  await waitForSaved(panel);
  await panel.click(worded(words.publish.publish));
  await panel.waitForSelector('dialog[open]');
  expect(await panel.$eval('dialog .publish-text', (text) => text.textContent)).toBe(
    'Terbit dari layar Jubir',
  );
  // What cannot be taken back is no key's default.
  expect(await panel.evaluate(() => document.activeElement?.textContent)).toBe(texts.app.cancel);
  await expectAccessible(jubir, panel);
  await panel.click(worded(words.publish.confirm.yes));
  await panel.waitForSelector(worded(words.publish.sent.cancel));
  await expectAccessible(jubir, panel);
  await panel.click(worded(words.publish.sent.cancel));
  await waitForText(panel, '.sent-post p', new RegExp(words.publish.sent.notPosted));
  expect(server.statuses.map(({ text }) => text)).not.toContain('Terbit dari layar Jubir');

  await panel.click(worded(words.publish.publish));
  await panel.waitForSelector('dialog[open]');
  await panel.click(worded(words.publish.confirm.yes));
  await panel.waitForSelector(worded(words.publish.sent.sendNow));
  await panel.click(worded(words.publish.sent.sendNow));
  const status = await poll('the status', async () =>
    server.statuses.find(({ text }) => text === 'Terbit dari layar Jubir'),
  );
  await poll('the link', () =>
    panel.$$eval('.sent-posted a', (all, url) => all.some(({ href }) => href === url), status.url),
  );
  expect(server.statuses.filter(({ text }) => text === 'Terbit dari layar Jubir')).toHaveLength(1);
  await closePage(panel);
});

test('no token is anywhere but among the secrets', async () => {
  const tokens = await jubir.session.inExtension(async () => {
    const opening = indexedDB.open('jubir');
    await new Promise((resolve) => {
      opening.onsuccess = resolve;
    });
    const all = opening.result.transaction('secrets').objectStore('secrets').getAll();
    await new Promise((resolve) => {
      all.onsuccess = resolve;
    });
    opening.result.close();
    return all.result.flatMap(({ value }: { value: string }) => Object.values(JSON.parse(value)));
  });
  expect(tokens).toHaveLength(3);
  const told = JSON.stringify([
    await jubir.stored(),
    await Promise.all((['accounts', 'outbox', 'posts', 'drafts'] as const).map((name) => jubir.table(name))),
    jubir.portal.requests.filter((request) => request.host !== host),
  ]);
  for (const token of tokens) expect(told).not.toContain(token);
});

test('signing out makes the token void', async () => {
  expect(await jubir.send('remove-account', { id: account.id })).toEqual({ revoked: true });
  expect(await jubir.table('accounts')).toEqual([]);
  expect(server.asked.at(-1)).toBe('POST /oauth/revoke');
});
