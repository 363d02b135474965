import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Account, isAccountSecret, secretId } from '../../utils/account/account.ts';
import { checkAccount, removeAccount } from '../../utils/account/accounts.ts';
import { lastPosts } from '../../utils/draft/history.ts';
import { mergePosts } from '../../utils/draft/merge.ts';
import { cancelJob, purgeOutbox, recoverJobs, resumeJob } from '../../utils/draft/outbox-care.ts';
import type { Target } from '../../utils/draft/outgoing.ts';
import { confirmPosts } from '../../utils/flow/confirm.ts';
import { lookUpDue, nextTime, removePost } from '../../utils/flow/look-up.ts';
import { postsUnderWay, sendDue } from '../../utils/flow/send.ts';
import { bluesky } from '../../utils/platform/bluesky/bluesky.ts';
import { mastodon } from '../../utils/platform/mastodon/mastodon.ts';
import type { Network } from '../../utils/platform/network.ts';
import { NetworkError } from '../../utils/platform/network-error.ts';
import { release } from '../draft/samples.ts';
import { PdsServer } from '../platform/pds-server.ts';
import { World } from './world.ts';

let pds: PdsServer;
let world: World;
let account: Account;
/** What becomes of the next writes of posts, in order; then all is well. */
let fates: ('lost before' | 'lost after' | 'refused' | 'hangs')[];

beforeEach(async () => {
  pds = new PdsServer();
  fates = [];
  world = new World(async (address, init) => {
    if (!String(address).endsWith('putRecord')) return pds.fetch(address, init);
    const fate = fates.shift();
    if (fate === 'lost before') throw new TypeError('fetch failed');
    if (fate === 'refused') return new Response('{"error":"InvalidRequest","message":"no"}', { status: 400 });
    const answer = await pds.fetch(address, init);
    if (fate === 'lost after') throw new TypeError('fetch failed');
    if (fate === 'hangs')
      await new Promise((_, reject) => {
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
      });
    return answer;
  });
  vi.stubGlobal('fetch', world.fetch);
  const session = (await (
    await pds.fetch(`${pds.origin}/xrpc/com.atproto.server.createSession`, {
      method: 'POST',
      body: JSON.stringify({ identifier: pds.did, password: pds.password }),
    })
  ).json()) as { accessJwt: string; refreshJwt: string };
  account = await world.signIn('bluesky', {
    ...{ server: pds.origin, userId: pds.did, handle: `@${pds.handle}` },
    secret: JSON.stringify({ access: session.accessJwt, refresh: session.refreshJwt }),
    limits: { characters: 300, perLink: 0, picture: 1_000_000, honoursKeys: true },
  });
  // The tokens of a profile before are none of this one.
  await bluesky.signOut({
    server: pds.origin,
    userId: `${pds.did}x`,
    secret: '{"access":"a","refresh":"b"}',
    keep: async () => {},
  });
  pds.asked = [];
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await world.end();
});

const writes = () => pds.asked.filter(({ name }) => name.endsWith('putRecord'));
const texts = () => [...pds.records.values()].map(({ value }) => (value as { text: string }).text);
const stateOf = async (id: string) => (await world.postOf(id)).post.state;
const states = async (id: string) => (await world.postOf(id)).post.changes.map(({ state }) => state);
const draftOf = async (id: string) => world.db.drafts.get((await world.postOf(id)).post.draftId);
async function confirm(
  text = 'Taman baru #KotaBogor',
  change: Partial<Target> = {},
  delay = 0,
  draft = {},
): Promise<string> {
  const { postId, refused } = await world.confirm(account, text, change, delay, draft);
  expect(refused).toBeNull();
  return postId;
}

describe('confirming', () => {
  test('is on the disk before anything is asked of any network', async () => {
    const id = await confirm();
    const { post, outgoing } = await world.postOf(id);
    expect(post).toMatchObject({
      state: 'prepared',
      route: 'api',
      account: '@dinas.kota.test',
      link: null,
      asked: 1,
    });
    expect(outgoing.parts).toMatchObject([{ text: 'Taman baru #KotaBogor', state: 'prepared', sentAt: 0 }]);
    expect(await draftOf(id)).toMatchObject({ state: 'opened', text: 'Taman baru #KotaBogor' });
    expect(pds.asked).toEqual([]);
  });

  test('twice is the same post', async () => {
    const id = await confirm();
    await confirm('Taman baru #KotaBogor', { postId: id });
    await world.settle();
    await confirm('Taman baru #KotaBogor', { postId: id });
    await world.settle();
    expect(writes()).toHaveLength(1);
  });

  test.each([
    ['no-account', { accountId: 'mastodon:x:1' }, 'a'],
    ['empty', {}, ' \n'],
    ['empty', { thread: ['a', ''] }, 'a'],
    ['empty', { thread: [] }, 'a'],
    ['too-long', {}, 'é'.repeat(301)],
    ['too-long', { thread: ['a', 'é'.repeat(301)] }, 'a'],
  ] as const)('is refused as %s: nothing is written', async (why, change, text) => {
    expect(await world.confirm(account, text, change as Partial<Target>)).toMatchObject({ refused: why });
    expect(await world.db.posts.count()).toBe(0);
    expect(await world.db.outbox.count()).toBe(0);
  });

  test('for several accounts: one that is refused, or fails, holds no other up', async () => {
    const second = await world.signIn('mastodon', {
      server: 'https://mastodon.test',
      userId: '1',
      secret: '{"token":"t"}',
    });
    const third = { ...account, id: 'bluesky:gone:1' };
    const ids = [await confirm('Satu'), (await world.confirm(second, 'Dua')).postId];
    expect((await world.confirm(third, 'Tiga')).refused).toBe('no-account');
    await world.turn();
    expect(await stateOf(ids[0] as string)).toBe('posted');
    const { post, outgoing } = await world.postOf(ids[1] as string);
    expect([post.state, outgoing.waiting]).toEqual(['prepared', 'no-answer']);
  });
});

describe('sending', () => {
  test('commits the very bytes, sends them once, and keeps the address', async () => {
    const id = await confirm();
    await world.settle();
    const { post, outgoing } = await world.postOf(id);
    const [part] = outgoing.parts;
    expect(writes()[0]?.body).toContain(`"record":${part?.frozen},`);
    expect(part?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(post).toMatchObject({
      state: 'posted',
      link: `https://bsky.app/profile/${pds.did}/post/${part?.key}`,
    });
    expect(await states(id)).toEqual(['prepared', 'sending', 'posted']);
    expect(await draftOf(id)).toMatchObject({ state: 'posted' });
    expect((await lastPosts(world.db, 5)).map((one) => one.id)).toEqual([id]);
  });

  test('two turns at once send once', async () => {
    await confirm();
    await Promise.all([world.turn(), world.turn(), world.turn()]);
    expect(writes()).toHaveLength(1);
  });

  test('what was typed since stays a draft, and is not said to have gone out', async () => {
    const id = await confirm();
    const { post } = await world.postOf(id);
    await world.db.drafts.update(post.draftId, { text: 'Teks yang lebih baru', state: 'writing' });
    await world.settle();
    expect(await draftOf(id)).toMatchObject({ text: 'Teks yang lebih baru', state: 'writing' });
  });

  test('bytes that the disk changed do not go out', async () => {
    fates = ['lost before'];
    const id = await confirm();
    await world.settle();
    expect(await stateOf(id)).toBe('failed');
    await world.db.outbox.toCollection().modify((row) => {
      for (const part of row.parts) part.frozen = part.frozen?.replace('Taman', 'Makam') ?? null;
    });
    await resumeJob(world.db, id, null, world.now);
    await world.settle();
    expect((await world.postOf(id)).outgoing.failure).toMatchObject({ code: 'Damaged' });
    expect(texts()).toEqual([]);
  });

  test('a server’s no is told with its words, and gives the draft back', async () => {
    fates = ['refused'];
    const id = await confirm();
    await world.settle();
    const { post, outgoing } = await world.postOf(id);
    expect([post.state, outgoing.failure]).toEqual([
      'failed',
      { reason: 'refused', code: 'InvalidRequest', said: 'no' },
    ]);
    expect(await draftOf(id)).toMatchObject({ state: 'writing' });
    expect(await lastPosts(world.db, 5)).toEqual([]);
  });

  test('an account whose tokens are void says so, and nothing more is written for it', async () => {
    pds.revoke();
    const id = await confirm();
    await world.settle();
    expect([await stateOf(id), (await world.db.accounts.get(account.id))?.state]).toEqual([
      'failed',
      'attention',
    ]);
    expect((await world.confirm(account, 'Lagi')).refused).toBe('attention');
    expect(writes()).toEqual([]);
  });
});

describe('waiting', () => {
  test('for ten seconds the official may take it back, also after the background was killed', async () => {
    const [one, two] = [await confirm('Satu', {}, 10_000), await confirm('Dua', {}, 10_000)];
    expect((await world.postOf(one)).outgoing.waiting).toBe('undo');
    expect(await nextTime(world.db, world.now)).toBe(world.now + 10_000);
    world.now += 9_999;
    await world.turn();
    await world.restart();
    await world.turn();
    expect(await cancelJob(world.db, one, world.now)).toBe(true);
    world.now += 1;
    await world.turn();
    expect(texts()).toEqual(['Dua']);
    expect(await states(one)).toEqual(['prepared', 'not-posted']);
    expect(await draftOf(one)).toMatchObject({ state: 'writing' });
    expect(await cancelJob(world.db, two, world.now)).toBe(false);
  });

  test('a clock that was set right lets nothing wait for years', async () => {
    const right = world.now;
    world.now += 3 * 365 * 86_400_000;
    const id = await confirm('Satu', {}, 10_000);
    world.now = right;
    await world.turn();
    expect(await stateOf(id)).toBe('posted');
  });

  test('offline it stays in the outbox, and goes out when the line is back', async () => {
    world.online = false;
    const id = await confirm();
    await world.turn();
    expect((await world.postOf(id)).outgoing.waiting).toBe('offline');
    expect(pds.asked).toEqual([]);
    world.online = true;
    await world.settle();
    expect(await stateOf(id)).toBe('posted');
    expect(await states(id)).toEqual(['prepared', 'sending', 'posted']);
  });

  test.each([
    ['changed', { changedAt: 1 }],
    ['withdrawn', { withdrawnAt: 1 }],
    ['suspicious', { suspicious: true as const }],
  ] as const)('a release that was %s meanwhile: the official is asked first', async (state, mark) => {
    world.online = false;
    await world.db.releases.put(release({ id: 'r-ubah' }));
    const id = await confirm('Taman', {}, 0, { releaseId: 'r-ubah' });
    await world.turn();
    const at = 'changedAt' in mark ? { changedAt: world.now + 1 } : mark;
    await world.db.releases.update('r-ubah', at);
    world.online = true;
    world.now += 120_000;
    await world.turn();
    expect((await world.postOf(id)).outgoing.waiting).toBe(state);
    expect(await nextTime(world.db, world.now)).toBeNull();
    expect(writes()).toEqual([]);
    expect(await resumeJob(world.db, id, state, world.now)).toBe(true);
    await world.settle();
    expect(await stateOf(id)).toBe('posted');
  });

  test('what the official was told of a release when they confirmed is no reason to ask again', async () => {
    await world.db.releases.put(release({ id: 'r-tarik', withdrawnAt: 5 }));
    const seen = await confirm('Satu', { seen: 'withdrawn' }, 0, { releaseId: 'r-tarik' });
    const unseen = await confirm('Dua', { seen: null }, 0, { releaseId: 'r-tarik', angle: 'quote' });
    await world.settle();
    expect([await stateOf(seen), await stateOf(unseen)]).toEqual(['posted', 'prepared']);
  });
});

describe('without an answer', () => {
  test('it is unknown, looked for, and found: never sent again', async () => {
    fates = ['lost after'];
    const id = await confirm();
    await world.turn();
    expect(await stateOf(id)).toBe('unknown');
    expect(await draftOf(id)).toMatchObject({ state: 'opened' });
    await lookUpDue(world.db, world.tools, id);
    expect(await stateOf(id)).toBe('posted');
    expect(writes()).toHaveLength(1);
    expect(await states(id)).toEqual(['prepared', 'sending', 'unknown', 'posted']);
  });

  test('and not there: told as failed only when it cannot be on its way, then sent under the same key by the official alone', async () => {
    fates = ['lost before'];
    const id = await confirm();
    await world.turn();
    await lookUpDue(world.db, world.tools, id);
    expect(await stateOf(id)).toBe('unknown');
    await world.settle();
    expect(await stateOf(id)).toBe('failed');
    expect(writes()).toHaveLength(0);
    const { key, frozen } = (await world.postOf(id)).outgoing.parts[0] ?? {};
    await resumeJob(world.db, id, null, world.now);
    await world.settle();
    expect((await world.postOf(id)).outgoing.parts[0]).toMatchObject({ key, frozen, state: 'posted' });
    expect(texts()).toHaveLength(1);
  });

  test('after a crash what was on its way is unknown, and nothing else', async () => {
    fates = ['hangs'];
    const [going, waiting] = [await confirm('Satu'), await confirm('Dua')];
    const turn = world.turn().catch(() => undefined);
    await vi.waitFor(async () => expect(writes()).toHaveLength(1));
    await world.restart();
    await turn;
    expect([await stateOf(going), await stateOf(waiting)]).toEqual(['unknown', 'prepared']);
    await world.settle();
    expect([await stateOf(going), await stateOf(waiting)]).toEqual(['posted', 'posted']);
    expect(texts()).toEqual(['Satu', 'Dua']);
  });

  test('a look that nobody answers asks the official after a while, and goes on looking', async () => {
    fates = ['lost after'];
    const id = await confirm();
    await world.turn();
    const silent = vi.fn(() => Promise.reject(new NetworkError('no-answer')));
    const tools = { ...world.tools, networkOf: (): Network => ({ ...bluesky, lookUp: silent }) };
    for (let n = 0; n < 6; n += 1) {
      expect((await world.postOf(id)).post.asked).toBe(1);
      world.now = (await nextTime(world.db, world.now)) ?? 0;
      await lookUpDue(world.db, tools);
    }
    expect((await world.postOf(id)).post).toMatchObject({ state: 'unknown', asked: 0 });
    await world.settle();
    expect(await stateOf(id)).toBe('posted');
  });
});

test('a disk that fails when the answer comes: unknown at the next turn, and found', async () => {
  const id = await confirm();
  const real = world.db.outbox.put.bind(world.db.outbox);
  const put = vi.spyOn(world.db.outbox, 'put');
  // The first is the commit before the request, the second tells of its end.
  put.mockImplementationOnce(real).mockRejectedValueOnce(new Error('disk full') as never);
  await expect(world.turn()).rejects.toThrow('disk full');
  put.mockRestore();
  expect([await stateOf(id), postsUnderWay.size]).toEqual(['sending', 0]);
  await recoverJobs(world.db, world.now, new Set([id]));
  expect(await stateOf(id)).toBe('sending');
  await recoverJobs(world.db, world.now, postsUnderWay);
  expect(await stateOf(id)).toBe('unknown');
  await world.settle();
  expect([await stateOf(id), writes().length]).toEqual(['posted', 1]);
});

test('what is under way is not seen to again and again meanwhile', async () => {
  fates = ['hangs'];
  const [going, queued] = [await confirm('Satu'), await confirm('Dua')];
  const turn = world.turn().catch(() => undefined);
  await vi.waitFor(async () => expect(await stateOf(going)).toBe('sending'));
  expect(await stateOf(queued)).toBe('prepared');
  expect(await nextTime(world.db, world.now)).toBe(world.now + 60_000);
  await world.restart();
  await turn;
});

test('what nobody could tell within two days is for the official alone', async () => {
  fates = ['lost after'];
  const id = await confirm();
  world.tools.networkOf = () => ({ ...bluesky, lookUp: async () => ({ kind: 'unsure' }) });
  await world.settle(72 * 3_600_000);
  expect((await world.postOf(id)).post).toMatchObject({ state: 'unknown', asked: 0 });
  expect(await nextTime(world.db, world.now)).toBeNull();
  world.tools.networkOf = () => bluesky;
  await lookUpDue(world.db, world.tools, id);
  expect(await stateOf(id)).toBe('posted');
});

describe('a thread', () => {
  const thread = ['1/3 Satu', '2/3 Dua', '3/3 Tiga'];
  const replyOf = (text: string) => {
    const found = [...pds.records.values()].find(({ value }) => (value as { text: string }).text === text);
    return (found?.value as { reply?: object } | undefined)?.reply;
  };
  const cidOf = (at: number, parts: { sent: { cid: string } | null }[]) => parts[at]?.sent?.cid;

  test('goes out in order, each an answer to the one before', async () => {
    const id = await confirm('Satu. Dua. Tiga.', { thread });
    await world.settle();
    const { post, outgoing } = await world.postOf(id);
    expect(texts()).toEqual(thread);
    expect(replyOf('3/3 Tiga')).toMatchObject({
      root: { cid: cidOf(0, outgoing.parts) },
      parent: { cid: cidOf(1, outgoing.parts) },
    });
    expect(post).toMatchObject({ state: 'posted', link: outgoing.parts[0]?.sent?.link });
  });

  test('that stops says how far it came, and goes on from there', async () => {
    fates = ['lost after', 'refused'];
    const id = await confirm('Satu. Dua. Tiga.', { thread });
    await world.settle();
    const { post, outgoing } = await world.postOf(id);
    expect(post).toMatchObject({ state: 'failed', link: outgoing.parts[0]?.sent?.link });
    expect(outgoing.parts.map(({ state }) => state)).toEqual(['posted', 'failed', 'prepared']);
    expect(await draftOf(id)).toMatchObject({ state: 'opened' });
    expect((await lastPosts(world.db, 5)).map((one) => one.id)).toEqual([id]);
    await resumeJob(world.db, id, null, world.now);
    await world.settle();
    expect(texts()).toEqual(thread);
    expect(await stateOf(id)).toBe('posted');
  });

  test('whose background was killed between two posts goes on', async () => {
    const id = await confirm('Satu. Dua. Tiga.', { thread });
    fates = [];
    await world.turn();
    await world.db.outbox.toCollection().modify((row) => {
      for (const part of row.parts.slice(1))
        Object.assign(part, { state: 'prepared', sent: null, frozen: null });
    });
    await world.db.posts.update(id, { state: 'sending' });
    for (const key of [...pds.records.keys()].slice(1)) pds.records.delete(key);
    await recoverJobs(world.db, world.now);
    expect(await stateOf(id)).toBe('prepared');
    await world.settle();
    expect(texts()).toEqual(thread);
  });

  test('is deleted from its end; deleting again after half of it is no harm', async () => {
    const id = await confirm('Satu. Dua. Tiga.', { thread });
    await world.settle();
    let broken = true;
    const network: Network = {
      ...bluesky,
      remove: async (access, sent) => {
        if (broken && pds.records.size === 2) throw new NetworkError('no-answer');
        await bluesky.remove(access, sent);
      },
    };
    const tools = { ...world.tools, networkOf: () => network };
    await expect(removePost(world.db, id, tools)).rejects.toThrow('no-answer');
    expect([await stateOf(id), texts()]).toEqual(['posted', ['1/3 Satu', '2/3 Dua']]);
    broken = false;
    await removePost(world.db, id, tools);
    expect([await stateOf(id), texts()]).toEqual(['removed', []]);
    expect(await lastPosts(world.db, 5)).toEqual([]);
    expect(await resumeJob(world.db, id, null, world.now)).toBe(false);
  });
});

describe('a picture', () => {
  const file = { bytes: new Uint8Array(9), type: 'image/png' };
  const sent = () => pds.asked.filter(({ name }) => name.endsWith('uploadBlob'));

  beforeEach(() =>
    world.db.releases.put(release({ id: 'r-foto', image: 'https://adm.kotabogor.go.id/a.png' })),
  );

  test('goes along under the card; the card goes without it where it cannot be had', async () => {
    world.tools.pictureOf = async () => file;
    await confirm('Satu', { picture: { as: 'card' } }, 0, { releaseId: 'r-foto' });
    await world.settle();
    world.tools.pictureOf = async () => null;
    await confirm('Dua', { picture: { as: 'card' } }, 0, { releaseId: 'r-foto', angle: 'quote' });
    await world.settle();
    const cards = [...pds.records.values()].map(
      ({ value }) => value as { embed: { external: { thumb?: object; title: string; description: string } } },
    );
    expect(cards.map(({ embed }) => [embed.external.title, embed.external.thumb !== undefined])).toEqual([
      ['Taman baru dibuka', true],
      ['Taman baru dibuka', false],
    ]);
    expect(cards[0]?.embed.external.description).toMatch(/^Pemerintah Kota Bogor/);
    expect(sent()).toHaveLength(1);
  });

  test('that was wanted for itself is not left out silently', async () => {
    const id = await confirm('Satu', { picture: { as: 'picture', alt: 'Taman' } }, 0, {
      releaseId: 'r-foto',
    });
    await world.settle();
    const { post, outgoing } = await world.postOf(id);
    expect([post.state, outgoing.failure?.code]).toEqual(['failed', 'NoPicture']);
    expect(writes()).toEqual([]);
  });

  test('of the draft’s own is the one that goes out, and the record says which, with its words', async () => {
    const own = { url: 'https://adm.kotabogor.go.id/taman.png', alt: 'Taman' };
    const asked: (string | undefined)[] = [];
    world.tools.pictureOf = async (_, __, url) => {
      asked.push(url);
      return file;
    };
    const ids = [
      await confirm('Satu', { picture: { as: 'picture', ...own } }, 0, { releaseId: 'r1', picture: own }),
      await confirm('Dua', { picture: { as: 'picture', alt: 'Foto' } }, 0, { releaseId: 'r-foto' }),
    ];
    await world.settle();
    expect(asked).toEqual([own.url, 'https://adm.kotabogor.go.id/a.png']);
    const records = await Promise.all(ids.map(async (id) => (await world.postOf(id)).post.picture));
    expect(records).toEqual([own, { url: 'https://adm.kotabogor.go.id/a.png', alt: 'Foto' }]);
    const images = [...pds.records.values()].map(
      ({ value }) => (value as { embed: { images: { alt: string }[] } }).embed.images[0]?.alt,
    );
    expect(images).toEqual(['Taman', 'Foto']);
  });

  test('whose upload has no answer is only tried again: nothing of the post was sent', async () => {
    world.tools.pictureOf = async () => file;
    let broken = true;
    const freeze: Network['freeze'] = (access, intent) => {
      if (broken) return Promise.reject(new NetworkError('timeout'));
      return bluesky.freeze(access, intent);
    };
    world.tools.networkOf = () => ({ ...bluesky, freeze });
    const id = await confirm('Satu', { picture: { as: 'card' } }, 0, { releaseId: 'r-foto' });
    await world.turn();
    expect([await stateOf(id), (await world.postOf(id)).outgoing.waiting]).toEqual(['prepared', 'no-answer']);
    broken = false;
    await world.settle();
    expect(await stateOf(id)).toBe('posted');
  });
});

describe('tokens', () => {
  test('are in the secrets alone: in no row, no error and no page’s reach', async () => {
    fates = ['refused'];
    await confirm('Satu');
    await world.settle();
    const { value } = (await world.db.secrets.get(secretId(account.id))) ?? { value: '' };
    const { access, refresh } = JSON.parse(value) as Record<string, string>;
    for (const table of world.db.tables) {
      if (table.name === 'secrets') continue;
      const rows = JSON.stringify(await table.toArray());
      for (const token of [access, refresh]) expect(rows, table.name).not.toContain(token);
    }
    expect((await world.db.secrets.toArray()).every(isAccountSecret)).toBe(true);
  });

  test('are made void and forgotten when the account goes; what cannot be reached goes all the same', async () => {
    expect(await checkAccount(world.db, account, bluesky)).toBe('ok');
    expect(await removeAccount(world.db, account, bluesky)).toBe(true);
    expect([await world.db.accounts.count(), await world.db.secrets.count()]).toEqual([0, 0]);
    const other = await world.signIn('mastodon', {
      server: 'https://mastodon.test',
      userId: '1',
      secret: '{"token":"t"}',
    });
    expect(await checkAccount(world.db, other, mastodon)).toBe('unreachable');
    expect((await world.db.accounts.get(other.id))?.state).toBe('ok');
    expect(await removeAccount(world.db, other, mastodon)).toBe(false);
    expect([await world.db.accounts.count(), await world.db.secrets.count()]).toEqual([0, 0]);
  });

  test('that were given for another server are not used', async () => {
    await world.db.secrets.update(secretId(account.id), { address: 'https://lain.test' });
    const id = await confirm();
    await world.settle();
    expect((await world.postOf(id)).outgoing.failure?.reason).toBe('signed-out');
    expect(pds.asked).toEqual([]);
  });
});

test('another machine’s post in the outbox is never sent from here', async () => {
  const id = await confirm();
  const { post } = await world.postOf(id);
  await world.db.outbox.clear();
  await world.turn();
  expect(await nextTime(world.db, world.now)).toBeNull();
  expect(writes()).toEqual([]);
  const theirs = {
    ...post,
    changes: [
      ...post.changes,
      { n: 99, by: 'z', state: 'posted' as const, at: 1, link: 'https://bsky.app/x' },
    ],
  };
  expect(mergePosts(post, theirs)).toMatchObject({ state: 'posted', link: 'https://bsky.app/x' });
  expect(mergePosts(theirs, post)).toMatchObject({ state: 'posted', link: 'https://bsky.app/x' });
});

test('what is left of posts that are gone goes too', async () => {
  const [one, two] = [await confirm('Satu'), await confirm('Dua')];
  await world.db.posts.delete(one);
  await purgeOutbox(world.db);
  expect((await world.db.outbox.toArray()).map(({ id }) => id)).toEqual([two]);
});

test('all of what the official confirmed is taken, or nothing', async () => {
  world.db.outbox.hook('creating', () => {
    throw new Error('disk full');
  });
  await expect(confirm()).rejects.toThrow('disk full');
  expect([await world.db.posts.count(), await world.db.drafts.count()]).toEqual([0, 0]);
  expect(await confirmPosts(world.db, [], 0, world.now)).toEqual([]);
  await sendDue(world.db, world.tools);
});
