import type { Publishing } from '../../../components/account/publishing.ts';
import type { Account } from '../../../utils/account/account.ts';
import type { Outgoing } from '../../../utils/draft/outgoing.ts';

/** An account that may post. */
export const account = (change: Partial<Account> = {}): Account => ({
  id: 'mastodon:mastodon.social:1',
  platform: 'mastodon',
  server: 'https://mastodon.social',
  userId: '1',
  handle: '@dinas@mastodon.social',
  name: 'Dinas Kota Bogor',
  avatar: null,
  limits: { characters: 500, perLink: 23, picture: 1_000_000, honoursKeys: true },
  state: 'ok',
  addedAt: 1,
  ...change,
});

/** What there is to send for a post of one part. */
export const outgoing = (change: Partial<Outgoing> = {}): Outgoing => ({
  id: 'p1',
  accountId: account().id,
  platform: 'mastodon',
  releaseId: 'r1',
  language: 'id',
  parts: [
    {
      ...{ text: 'teks', key: 'k', createdAt: '2026-11-24T00:00:00.000Z' },
      ...{ frozen: null, hash: '', sentAt: 0, state: 'prepared', sent: null },
    },
  ],
  card: null,
  picture: null,
  choices: null,
  sendAfter: 0,
  waiting: null,
  seen: null,
  confirmedAt: 1,
  attempts: 0,
  failure: null,
  looks: 0,
  nextLook: 0,
  ...change,
});

const done = async () => null;

/** What the composer is given; nothing happens by itself. */
export const publishing = (change: Partial<Publishing> = {}): Publishing => ({
  accounts: [account()],
  sendings: [],
  hasPicture: false,
  delayed: true,
  publish: async (targets) => targets.map(({ postId }) => ({ postId, refused: null })),
  act: { cancel: done, resume: done, lookUp: done, remove: done, answer: done },
  onSettings: () => {},
  ...change,
});
