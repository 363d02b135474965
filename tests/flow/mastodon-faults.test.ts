import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Account } from '../../utils/account/account.ts';
import { answerPost, postToAskAbout } from '../../utils/draft/history.ts';
import { resumeJob } from '../../utils/draft/outbox-care.ts';
import { type Fault, MastodonServer } from '../platform/mastodon-server.ts';
import { fetchVia, shorterPatience } from '../platform/reach.ts';
import { chance, World } from './world.ts';

/** Posts per mode: `npm run test:faults` asks for 200. */
const intents = Number(process.env.JUBIR_INTENTS ?? 10);
const minutes = { timeout: 5 * 60_000 };

let server: MastodonServer;
let world: World;
let account: Account;

beforeEach(async () => {
  server = new MastodonServer();
  server.options = { now: () => world.now, slowness: 2_000 };
  await server.start();
  world = new World(fetchVia({ 'mastodon.test': server.port }));
  vi.stubGlobal('fetch', world.fetch);
  const spared = AbortSignal.timeout;
  account = await signIn();
  return () => {
    AbortSignal.timeout = spared;
  };
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await world.end();
  await server.stop();
});

const signIn = (honoursKeys = true) =>
  world.signIn('mastodon', {
    ...{ server: server.origin, userId: server.user.id },
    secret: JSON.stringify({ token: server.grant(), client: 'c', clientSecret: 's' }),
    limits: { characters: 500, perLink: 23, picture: 1_000_000, honoursKeys },
  });

const textOf = (n: number) =>
  `Kabar ke-${n}: “taman” & warga 🎉 https://kotabogor.go.id/berita/kabar-${n} #KotaBogor`;
const posted = () => server.asked.filter((one) => one === 'POST /api/v1/statuses').length;
const there = (n: number) => server.statuses.filter(({ text }) => text === textOf(n));

/** What the server says is what the history says: each text once, and its address. */
async function expectEachOnce(ids: readonly string[]): Promise<void> {
  for (const [n, id] of ids.entries()) {
    expect(there(n), textOf(n)).toHaveLength(1);
    const { post } = await world.postOf(id);
    expect(post, textOf(n)).toMatchObject({ state: 'posted', link: there(n)[0]?.url });
  }
  expect(server.statuses).toHaveLength(ids.length);
}

async function confirmed(n: number): Promise<string> {
  const { postId, refused } = await world.confirm(account, textOf(n));
  expect(refused).toBeNull();
  return postId;
}

describe(`${intents} posts through a server that`, () => {
  test.each(['504', 'slow', 'cut'] as const)(
    'answers %s after it has taken them: each is found, none is sent twice',
    minutes,
    async (fault) => {
      // Where an answer is expected a busy machine must have the time to give it.
      if (fault === 'slow') shorterPatience(200);
      server.options.fault = () => fault;
      const ids: string[] = [];
      for (let n = 0; n < intents; n += 1) {
        ids.push(await confirmed(n));
        await world.turn();
        expect((await world.postOf(ids[n] as string)).post.state).toBe('unknown');
        await world.settle();
      }
      expect(posted()).toBe(intents);
      await expectEachOnce(ids);
    },
  );

  test.each([
    ['410', 'gone'],
    ['422', 'refused'],
  ] as const)(
    'refuses them with %s: told as failed at once, sent when the official says so',
    minutes,
    async (fault, reason) => {
      const ids: string[] = [];
      for (let n = 0; n < intents; n += 1) {
        server.options.fault = () => fault;
        const id = await confirmed(n);
        ids.push(id);
        await world.settle();
        const { post, outgoing } = await world.postOf(id);
        expect(post.state).toBe('failed');
        expect(outgoing.failure).toMatchObject({ reason });
        expect(there(n)).toEqual([]);
        server.options.fault = () => 'taken';
        expect(await resumeJob(world.db, id, null, world.now)).toBe(true);
        await world.settle();
      }
      expect(posted()).toBe(2 * intents);
      await expectEachOnce(ids);
    },
  );

  test('says 401: the account asks to be signed in again before the next is written', minutes, async () => {
    const ids: string[] = [];
    for (let n = 0; n < intents; n += 1) {
      server.options.fault = () => '401';
      const id = await confirmed(n);
      ids.push(id);
      await world.settle();
      const { post, outgoing } = await world.postOf(id);
      expect([post.state, outgoing.failure?.reason]).toEqual(['failed', 'signed-out']);
      expect(await world.confirm(account, 'Lain')).toMatchObject({ refused: 'attention' });
      server.options.fault = () => 'taken';
      account = await signIn();
      await resumeJob(world.db, id, null, world.now);
      await world.settle();
    }
    await expectEachOnce(ids);
  });

  test('asks to be left alone with 429: they wait as long as it says, then go out', minutes, async () => {
    const ids: string[] = [];
    for (let n = 0; n < intents; n += 1) {
      let asked = 0;
      server.options.fault = () => {
        asked += 1;
        return asked === 1 ? '429' : 'taken';
      };
      const id = await confirmed(n);
      ids.push(id);
      const before = world.now;
      await world.turn();
      const { post, outgoing } = await world.postOf(id);
      expect([post.state, outgoing.waiting]).toEqual(['prepared', 'limited']);
      expect(outgoing.sendAfter - before).toBe(120_000);
      world.now = outgoing.sendAfter - 1;
      await world.turn();
      expect(there(n)).toEqual([]);
      await world.settle();
    }
    expect(posted()).toBe(2 * intents);
    await expectEachOnce(ids);
  });

  test.each([
    ['honours the key', true],
    ['ignores the key', false],
  ] as const)(
    '%s, while anything goes wrong and the background is killed at any moment',
    minutes,
    async (_, honours) => {
      shorterPatience(200);
      server.options.ignoresKeys = !honours;
      account = await signIn(honours);
      const random = chance(honours ? 6 : 7);
      const faults: Fault[] = ['taken', '504', 'cut', 'slow', 'lost', 'late'];
      server.options.fault = () => faults[Math.floor(random() * faults.length)] ?? 'taken';
      const ids: string[] = [];
      for (let n = 0; n < intents; n += 1) {
        const id = await confirmed(n);
        ids.push(id);
        if (random() < 0.5) await world.killedIn(random() * 25, () => world.turn());
        await world.settle();
        // The official presses "again" as long as Jubir says that it did not go out.
        for (let again = 0; (await world.postOf(id)).post.state === 'failed'; again += 1) {
          expect(there(n), 'said to have failed').toEqual([]);
          expect(again).toBeLessThan(50);
          await resumeJob(world.db, id, null, world.now);
          await world.settle();
        }
      }
      await expectEachOnce(ids);
    },
  );

  test(
    'ignores the key and changes the words: unknown, asked about once, never sent again',
    minutes,
    async () => {
      server.options = {
        ...server.options,
        ...{ ignoresKeys: true, rewrite: (text) => text.replace('Kabar', 'Berita'), fault: () => '504' },
      };
      account = await signIn(false);
      for (let n = 0; n < intents; n += 1) {
        const id = await confirmed(n);
        await world.settle();
        const { post } = await world.postOf(id);
        expect([post.state, post.asked]).toEqual(['unknown', 0]);
        expect((await postToAskAbout(world.db))?.id).toBe(id);
        await answerPost(world.db, id, 'posted', null, world.now);
        await world.settle();
        expect((await world.postOf(id)).post.state).toBe('posted');
        expect(there(n)).toHaveLength(1);
        world.now += 3_600_000;
      }
      expect(posted()).toBe(intents);
    },
  );
});
