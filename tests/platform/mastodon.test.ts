import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { mastodon, mastodonServer } from '../../utils/platform/mastodon/mastodon.ts';
import { kept, plainStatus } from '../../utils/platform/mastodon/plain.ts';
import { signInToMastodon } from '../../utils/platform/mastodon/sign-in.ts';
import type { Access, Intent, Question } from '../../utils/platform/network.ts';
import { statusHtml } from './mastodon-html.ts';
import { MastodonServer, type Status } from './mastodon-server.ts';
import { fetchVia } from './reach.ts';

const redirectUri = 'https://abcdef.chromiumapp.org/';
let server: MastodonServer;
let access: Access;

beforeAll(async () => {
  server = new MastodonServer();
  await server.start();
  vi.stubGlobal('fetch', fetchVia({ 'mastodon.test': server.port }));
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await server.stop();
});
beforeEach(() => {
  server.options = {};
  server.statuses = [];
  server.asked = [];
  const secret = JSON.stringify({ token: server.grant(), client: 'c', clientSecret: 's' });
  access = { server: server.origin, userId: server.user.id, secret, keep: async () => {} };
});

const says = (show: (address: string) => string) => ({ redirectUri, show: async (at: string) => show(at) });
const yes = says((address) => server.authorize(address));

const text =
  'Wali kota & warga: “100% siap” 🎉\n\nLihat https://kotabogor.go.id/berita/taman-baru-di-jalan-ahmad-yani?a=1&b=2 #KotaBogor @dinas@kota.test';
const intent = (change: Partial<Intent> = {}): Intent => ({
  ...{ key: crypto.randomUUID(), text, language: 'id', createdAt: '2026-11-24T00:00:00.000Z' },
  ...{ card: null, picture: null, choices: null, reply: null },
  ...change,
});
const reason = (reason: string) => expect.objectContaining({ reason });
const question = (frozen: string, change: Partial<Question> = {}): Question => ({
  ...{ key: 'k', frozen, sentAt: Date.now(), now: Date.now(), honoursKeys: true, others: new Set<string>() },
  ...change,
});

describe('signing in', () => {
  test('on the server’s own page, with PKCE and the least scopes; limits come from the server', async () => {
    const shown = vi.fn((address: string) => server.authorize(address));
    const signedIn = await signInToMastodon(server.origin, says(shown));
    expect(signedIn).toMatchObject({
      ...{ server: server.origin, userId: '109349', handle: '@pemkot@mastodon.test', name: 'Pemkot Bogor' },
      limits: { characters: 640, perLink: 23, picture: 16_777_216, honoursKeys: true },
    });
    const asked = new URL(shown.mock.calls[0]?.[0] ?? '').searchParams;
    expect(asked.get('scope')).toBe('read:accounts read:statuses write:statuses write:media');
    expect(asked.get('code_challenge')).toMatch(/^[\w-]{43}$/);
    expect(asked.get('force_login')).toBeNull();
    expect(server.isGranted(JSON.parse(signedIn.secret).token)).toBe(true);
    await mastodon.check({ ...access, secret: signedIn.secret });
    await mastodon.signOut({ ...access, secret: signedIn.secret });
    expect(server.isGranted(JSON.parse(signedIn.secret).token)).toBe(false);
    await expect(mastodon.check({ ...access, secret: signedIn.secret })).rejects.toEqual(
      reason('signed-out'),
    );
  });

  test('the account’s picture is asked of the host it lies on, without the token; one that is refused is none', async () => {
    const led = globalThis.fetch;
    const asked: [string, RequestInit | undefined][] = [];
    let answer = (): Promise<Response> =>
      Promise.resolve(new Response(new Uint8Array([1, 2]), { headers: { 'content-type': 'image/png' } }));
    vi.stubGlobal('fetch', (input: string, init?: RequestInit) => {
      if (!String(input).startsWith('https://files.mastodon.test/')) return led(input, init);
      asked.push([String(input), init]);
      return answer();
    });
    Object.assign(server.user, { avatar_static: 'https://files.mastodon.test/avatars/1.png?v=2' });
    const signedIn = await signInToMastodon(server.origin, yes);
    expect([signedIn.avatar?.type, signedIn.avatar?.size]).toEqual(['image/png', 2]);
    expect(asked).toEqual([
      [
        'https://files.mastodon.test/avatars/1.png?v=2',
        expect.objectContaining({ headers: {}, credentials: 'omit', referrerPolicy: 'no-referrer' }),
      ],
    ]);
    answer = () => Promise.reject(new TypeError('blocked by CORS'));
    expect((await signInToMastodon(server.origin, yes)).avatar).toBeNull();
    Object.assign(server.user, { avatar_static: 'http://files.mastodon.test/avatars/1.png' });
    expect((await signInToMastodon(server.origin, yes)).avatar).toBeNull();
    expect(asked).toHaveLength(2);
    vi.stubGlobal('fetch', led);
    Object.assign(server.user, { avatar_static: undefined });
  });

  test('a token that came for nothing is made void again', async () => {
    const told = server.user.username;
    Object.assign(server.user, { username: '<b>' });
    await expect(signInToMastodon(server.origin, yes)).rejects.toEqual(reason('unreadable'));
    Object.assign(server.user, { username: told });
    expect(server.asked.at(-1)).toBe('POST /oauth/revoke');
  });

  test('a second account makes the server ask who it is', async () => {
    const shown = vi.fn((address: string) => server.authorize(address));
    await signInToMastodon(server.origin, says(shown), true);
    expect(new URL(shown.mock.calls[0]?.[0] ?? '').searchParams.get('force_login')).toBe('true');
  });

  test.each([
    ['closed', () => Promise.reject(new Error('The user did not approve access.')), 'cancelled'],
    ['said no', async () => `${redirectUri}?error=access_denied`, 'forged'],
    [
      'said no, to our question',
      async (at: string) =>
        `${redirectUri}?error=access_denied&state=${new URL(at).searchParams.get('state')}`,
      'cancelled',
    ],
    ['another state', async (at: string) => server.authorize(at).replace(/state=.*/, 'state=x'), 'forged'],
    ['another address', async (at: string) => server.authorize(at).replace('abcdef', 'evil'), 'forged'],
  ])('the window %s: nobody is signed in, and no token is asked for', async (_, show, why) => {
    await expect(signInToMastodon(server.origin, { redirectUri, show })).rejects.toEqual(reason(why));
    expect(server.asked).toEqual(['POST /api/v1/apps']);
  });

  test('a server that tells nothing of itself has the defaults, and honours no keys', async () => {
    server.options = { ignoresKeys: true };
    expect((await signInToMastodon(server.origin, yes)).limits.honoursKeys).toBe(false);
  });

  test.each([
    ['mastodon.social', 'https://mastodon.social'],
    ['https://Mastodon.Social/@saya', 'https://mastodon.social'],
    ['@saya@kota.id', 'https://kota.id'],
    ['mastodon.social:8443', null],
    ['saya:sandi@mastodon.social', 'https://mastodon.social'],
    ['127.0.0.1', null],
    ['localhost', null],
  ])('%s is the server %s', (typed, origin) => expect(mastodonServer(typed)).toBe(origin));
});

describe('a status', () => {
  test('goes out as it was frozen, and the same key is the same status', async () => {
    const choices = { visibility: 'unlisted', sensitive: true, spoiler: 'Cuaca' } as const;
    const one = intent({ choices });
    const frozen = await mastodon.freeze(access, one);
    const sent = await mastodon.send(access, one.key, frozen);
    expect(await mastodon.send(access, one.key, frozen)).toEqual(sent);
    expect(server.statuses).toMatchObject([
      { text, visibility: 'unlisted', sensitive: true, spoiler_text: 'Cuaca', language: 'id' },
    ]);
    expect(sent).toEqual({ id: server.statuses[0]?.id, cid: '', link: server.statuses[0]?.url });
  });

  test('answers the one before it in a thread', async () => {
    const root = await mastodon.send(access, 'a', await mastodon.freeze(access, intent()));
    const reply = await mastodon.freeze(access, intent({ text: 'Dua', reply: { root, parent: root } }));
    await mastodon.send(access, 'b', reply);
    expect(server.statuses[1]?.in_reply_to_id).toBe(root.id);
  });

  test('takes a picture with its words, once the server is done with it', async () => {
    const picture = { bytes: new Uint8Array([1, 2, 3]), type: 'image/jpeg', alt: 'Taman di malam hari' };
    await mastodon.send(access, 'c', await mastodon.freeze(access, intent({ picture })));
    expect(server.statuses[0]?.media_attachments).toMatchObject([{ description: 'Taman di malam hari' }]);
    expect(server.asked.filter((one) => one.startsWith('GET /api/v1/media/'))).toHaveLength(2);
  });

  test('is deleted, and deleting it again is no harm', async () => {
    const sent = await mastodon.send(access, 'd', await mastodon.freeze(access, intent()));
    await mastodon.remove(access, sent);
    await mastodon.remove(access, sent);
    expect(server.statuses).toEqual([]);
  });
});

describe('a look', () => {
  const post = async (change: Partial<Intent> = {}) => {
    const frozen = await mastodon.freeze(access, intent(change));
    return { frozen, sent: await mastodon.send(access, crypto.randomUUID(), frozen) };
  };

  test('finds a status by its text, whatever the server’s markup', async () => {
    const { frozen, sent } = await post();
    expect(await mastodon.lookUp(access, question(frozen))).toEqual({ kind: 'found', sent });
  });

  test('finds it among many, by a clock that is hours off', async () => {
    server.options = { now: () => Date.now() + 5 * 3_600_000 };
    const { frozen, sent } = await post();
    for (let n = 0; n < 90; n += 1) await post({ text: `Lain ${n}` });
    expect(await mastodon.lookUp(access, question(frozen))).toEqual({ kind: 'found', sent });
  });

  test('does not take another known post for it, nor an older one, nor an answer to another', async () => {
    const { frozen, sent } = await post();
    const late = { now: Date.now() + 120_000 };
    const others = new Set([sent.id]);
    expect(await mastodon.lookUp(access, question(frozen, { ...late, others }))).toEqual({ kind: 'absent' });
    const hour = Date.now() + 3_600_000;
    server.options = { now: () => hour };
    const later = { sentAt: hour, now: hour + 60_000 };
    expect(await mastodon.lookUp(access, question(frozen, later))).toEqual({ kind: 'absent' });
    server.options = {};
    const reply = await mastodon.freeze(access, intent({ reply: { root: sent, parent: sent } }));
    expect(await mastodon.lookUp(access, question(reply))).toMatchObject({ kind: 'unsure' });
  });

  test('says "absent" only when the request cannot be on its way any more', async () => {
    const frozen = await mastodon.freeze(access, intent());
    // One moment: read twice, the clock may be a millisecond on.
    const sentAt = Date.now();
    const at = (ms: number, honoursKeys: boolean) =>
      mastodon.lookUp(access, question(frozen, { sentAt, now: sentAt + ms, honoursKeys }));
    server.options = { now: () => Date.now() };
    expect(await at(59_000, true)).toEqual({ kind: 'unsure' });
    expect(await at(60_000, true)).toEqual({ kind: 'absent' });
    expect(await at(599_000, false)).toEqual({ kind: 'unsure' });
    expect(await at(600_000, false)).toEqual({ kind: 'absent' });
  });

  test('is unsure where the server may have changed the words; another client’s posts are none of ours', async () => {
    const frozen = await mastodon.freeze(access, intent({ text: 'Tautan lama' }));
    await post({ text: 'Tautan yang diubah server' });
    const late = { now: Date.now() + 700_000 };
    expect(await mastodon.lookUp(access, question(frozen, late))).toEqual({ kind: 'unsure' });
    (server.statuses[0] as Status).application = null;
    expect(await mastodon.lookUp(access, question(frozen, late))).toEqual({ kind: 'unsure' });
    (server.statuses[0] as Status).application = { name: 'Web' };
    expect(await mastodon.lookUp(access, question(frozen, late))).toEqual({ kind: 'absent' });
  });

  test('a list that cannot be read says nothing', async () => {
    const { frozen } = await post();
    (server.statuses[0] as { content: unknown }).content = null;
    await expect(mastodon.lookUp(access, question(frozen))).rejects.toEqual(reason('unreadable'));
  });
});

describe('what went wrong is told apart', () => {
  test.each([
    ['401', 'signed-out', false, 0],
    ['410', 'gone', false, 0],
    ['422', 'refused', false, 0],
    ['429', 'limited', false, 120_000],
    ['504', 'status', true, 0],
    ['cut', 'cut', true, 0],
    ['lost', 'no-answer', true, 0],
  ] as const)('%s is %s; may it be there: %s', async (fault, why, mayBeDone, wait) => {
    server.options = { fault: () => fault };
    const frozen = await mastodon.freeze(access, intent());
    await expect(mastodon.send(access, 'k', frozen)).rejects.toEqual(
      expect.objectContaining({ reason: why, mayBeDone, wait }),
    );
  });

  test('a server that is too slow, and one that is not reached', async () => {
    vi.spyOn(AbortSignal, 'timeout').mockImplementationOnce(() => AbortSignal.abort());
    const frozen = JSON.stringify({ status: 'x' });
    await expect(mastodon.send(access, 'k', frozen)).rejects.toEqual(reason('timeout'));
    const elsewhere = { ...access, server: 'https://elsewhere.test' };
    await expect(mastodon.send(elsewhere, 'k', frozen)).rejects.toEqual(reason('no-answer'));
  });

  test('the server’s words come as one short line of plain text', async () => {
    server.options = { fault: () => '422' };
    await expect(mastodon.send(access, 'k', '{"status":"x"}')).rejects.toEqual(
      expect.objectContaining({ said: 'Validation failed: Text is not wanted here' }),
    );
  });

  test('a token goes to no other server, by no path and no redirect', async () => {
    for (const other of [
      'http://mastodon.test',
      'https://mastodon.test/x',
      'https://u:p@mastodon.test',
      'https://localhost',
    ]) {
      await expect(mastodon.check({ ...access, server: other })).rejects.toEqual(reason('refused'));
    }
    expect(server.asked).toEqual([]);
    const init: RequestInit[] = [];
    const real = fetch;
    vi.stubGlobal('fetch', ((input: string, asked: RequestInit) => {
      init.push(asked);
      return real(input, asked);
    }) as typeof fetch);
    await mastodon.check(access);
    vi.stubGlobal('fetch', real);
    expect(init).toMatchObject([{ redirect: 'manual', credentials: 'omit', referrerPolicy: 'no-referrer' }]);
  });
});

test('a status’s markup gives its words back', () => {
  for (const words of [
    text,
    'a <b> & "c" \'d\'',
    '1\n2\n\n3',
    '#Satu #Dua',
    'https://www.kota.id/x',
    '👩‍👩‍👧‍👦 é',
  ]) {
    expect(kept(plainStatus(statusHtml(words, 'https://mastodon.test')))).toBe(kept(words));
  }
  expect(kept('satu  dua')).not.toBe(kept('satu tiga'));
});
