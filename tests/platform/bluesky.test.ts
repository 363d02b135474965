import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { bluesky } from '../../utils/platform/bluesky/bluesky.ts';
import { type Facet, facetFault, richText } from '../../utils/platform/bluesky/facets.ts';
import { findAccount, typedHandle } from '../../utils/platform/bluesky/identity.ts';
import { postRecord } from '../../utils/platform/bluesky/record.ts';
import { signInToBluesky } from '../../utils/platform/bluesky/sign-in.ts';
import { drawTid, isTid } from '../../utils/platform/bluesky/tid.ts';
import { blueskyText } from '../../utils/platform/measure.ts';
import type { Access, Intent } from '../../utils/platform/network.ts';
import { PdsServer } from './pds-server.ts';

let pds: PdsServer;
beforeEach(() => {
  pds = new PdsServer();
  vi.stubGlobal('fetch', pds.fetch);
});
afterEach(() => vi.unstubAllGlobals());

const reason = (reason: string, more = {}) => expect.objectContaining({ reason, ...more });
const intent = (change: Partial<Intent> = {}): Intent => ({
  ...{ key: '3lbqjx3xyzk2a', text: 'Taman baru 🎉 #KotaBogor', language: 'id' },
  ...{ createdAt: '2026-11-24T00:00:00.000Z', card: null, picture: null, choices: null, reply: null },
  ...change,
});

async function signedIn(): Promise<Access & { kept: string[] }> {
  const found = await findAccount(pds.handle);
  const { server, userId, secret } = await signInToBluesky(found, pds.password);
  const kept: string[] = [];
  pds.asked = [];
  return { server, userId, secret, kept, keep: async (one) => void kept.push(one) };
}

describe('who a handle is', () => {
  test('is told by the network’s directory; its server is the one of its own document', async () => {
    expect(await findAccount('@Dinas.Kota.test')).toEqual({
      did: pds.did,
      handle: pds.handle,
      server: pds.origin,
    });
    expect(pds.asked.map(({ host }) => host)).toEqual(['public.api.bsky.app', 'plc.directory']);
    pds.asked = [];
    await findAccount(pds.handle, pds.origin);
    expect(pds.asked.map(({ host }) => host)).toEqual(['pds.kota.test', 'plc.directory']);
  });

  test.each([
    ['https://bsky.app/profile/Dinas.kota.test/post/3k', 'dinas.kota.test'],
    ['\u202a@dinas.kota.test\u202c', 'dinas.kota.test'],
    ['dinas', null],
    ['dinas@kota.test', null],
    ['dinas.kota.test/x', null],
    ['-a.kota.test', null],
  ])('%s is read as %s', (typed, handle) => expect(typedHandle(typed)).toBe(handle));

  test.each([
    ['no handle', 'dinas', {}, 'bad-handle'],
    ['nobody', 'bukan.kota.test', {}, 'not-found'],
    ['a document that does not name it', 'dinas.kota.test', { alsoKnownAs: ['at://lain.test'] }, 'mismatch'],
    ['another’s document', 'dinas.kota.test', { id: 'did:plc:aaaaaaaaaaaaaaaaaaaaaaaa' }, 'mismatch'],
    ...[
      'http://pds.kota.test',
      'https://pds.kota.test/x',
      'https://a:b@pds.kota.test',
      'https://localhost',
      'javascript:1',
    ].map(
      (serviceEndpoint) =>
        [
          `a server at ${serviceEndpoint}`,
          'dinas.kota.test',
          {
            service: [{ id: '#atproto_pds', type: 'AtprotoPersonalDataServer', serviceEndpoint }],
          },
          'no-server',
        ] as const,
    ),
  ] as const)('%s is not signed in at', async (_, typed, change, why) => {
    Object.assign(pds.document, change);
    await expect(findAccount(typed)).rejects.toEqual(reason(why));
  });
});

describe('signing in', () => {
  test('takes an app password alone: anything else is sent nowhere', async () => {
    const found = await findAccount(pds.handle);
    pds.asked = [];
    for (const password of ['rahasia-saya', 'AAAA-1111-bbbb-cccc', 'aaaa-bbbb-cccc-dddd-eeee', '']) {
      await expect(signInToBluesky(found, password)).rejects.toEqual(reason('not-app-password'));
    }
    expect(pds.asked).toEqual([]);
    await expect(signInToBluesky(found, 'aaaa-bbbb-cccc-eeee')).rejects.toEqual(reason('wrong-password'));
    expect(await signInToBluesky(found, ' AAAA-bbbb-cccc-dddd ')).toMatchObject({
      ...{ server: pds.origin, userId: pds.did, handle: '@dinas.kota.test', name: 'dinas.kota.test' },
      limits: { characters: 300, picture: 1_000_000 },
    });
  });

  test('a token that ran out is renewed once for all that need it, kept, and asked again', async () => {
    const access = await signedIn();
    pds.expire();
    await Promise.all([bluesky.check(access), bluesky.check(access), bluesky.check(access)]);
    expect(pds.asked.filter(({ name }) => name.endsWith('refreshSession'))).toHaveLength(1);
    expect(access.kept.map((one) => JSON.parse(one))).toEqual([{ access: 'access-2', refresh: 'refresh-2' }]);
    // The caller still holds the old ones.
    await bluesky.check(access);
    expect(pds.asked.filter(({ name }) => name.endsWith('refreshSession'))).toHaveLength(1);
  });

  test('a session that is void, and an account that is locked, have to sign in again', async () => {
    const access = await signedIn();
    pds.isLocked = true;
    await expect(bluesky.check(access)).rejects.toEqual(reason('signed-out'));
    pds.revoke();
    await expect(bluesky.check(access)).rejects.toEqual(reason('signed-out'));
    expect(access.kept).toEqual([]);
  });

  test('signing out makes the session void; twice is no harm', async () => {
    const access = await signedIn();
    await bluesky.signOut(access);
    await expect(bluesky.check(access)).rejects.toEqual(reason('signed-out'));
    await bluesky.signOut(access);
  });

  test('every request about the account goes to its own server', async () => {
    const access = await signedIn();
    const frozen = await bluesky.freeze(access, intent({ text: 'Halo @dinas.kota.test' }));
    await bluesky.remove(access, await bluesky.send(access, '3lbqjx3xyzk2a', frozen));
    await bluesky.signOut(access);
    expect(new Set(pds.asked.map(({ host }) => host))).toEqual(new Set(['pds.kota.test']));
  });
});

describe('a post', () => {
  test('goes out in the bytes that were frozen, under our key, and only where nothing lies', async () => {
    const access = await signedIn();
    const frozen = await bluesky.freeze(access, intent());
    const sent = await bluesky.send(access, '3lbqjx3xyzk2a', frozen);
    const [asked] = pds.asked.filter(({ name }) => name.endsWith('putRecord'));
    expect(asked?.body).toContain(`"record":${frozen},"swapRecord":null`);
    expect(sent).toEqual({
      id: `at://${pds.did}/app.bsky.feed.post/3lbqjx3xyzk2a`,
      cid: 'bafyrei3lbqjx3xyzk2a',
      link: `https://bsky.app/profile/${pds.did}/post/3lbqjx3xyzk2a`,
    });
    expect(await bluesky.send(access, '3lbqjx3xyzk2a', frozen)).toEqual(sent);
    const other = await bluesky.freeze(access, intent({ text: 'Lain' }));
    await expect(bluesky.send(access, '3lbqjx3xyzk2a', other)).rejects.toEqual(
      reason('refused', { code: 'InvalidSwap', mayBeDone: false }),
    );
    expect(pds.records.size).toBe(1);
  });

  test('names whom it can find, and leaves the others as words', async () => {
    const access = await signedIn();
    const frozen = await bluesky.freeze(access, intent({ text: '@dinas.kota.test dan @bukan.kota.test' }));
    expect(JSON.parse(frozen).facets).toEqual([
      {
        index: { byteStart: 0, byteEnd: 16 },
        features: [{ $type: 'app.bsky.richtext.facet#mention', did: pds.did }],
      },
    ]);
  });

  test('has the release as a card with its picture, or the picture with its words', async () => {
    const access = await signedIn();
    const picture = { bytes: new Uint8Array(9), type: 'image/png', alt: 'Warga di taman' };
    const blob = { $type: 'blob', ref: { $link: 'bafkreia' }, mimeType: 'image/png', size: 9 };
    const card = { url: 'https://kotabogor.go.id/berita/a', title: 'Taman', description: 'Dibuka.' };
    expect(JSON.parse(await bluesky.freeze(access, intent({ card, picture }))).embed).toEqual({
      $type: 'app.bsky.embed.external',
      external: { uri: card.url, title: 'Taman', description: 'Dibuka.', thumb: blob },
    });
    expect(JSON.parse(await bluesky.freeze(access, intent({ picture }))).embed).toEqual({
      $type: 'app.bsky.embed.images',
      images: [{ image: blob, alt: 'Warga di taman' }],
    });
  });

  test('is looked for by its key, and "absent" only once its request has ended', async () => {
    const access = await signedIn();
    const frozen = await bluesky.freeze(access, intent());
    const asked = {
      key: '3lbqjx3xyzk2a',
      frozen,
      sentAt: 1_000,
      honoursKeys: true,
      others: new Set<string>(),
    };
    expect(await bluesky.lookUp(access, { ...asked, now: 60_999 })).toEqual({ kind: 'unsure' });
    expect(await bluesky.lookUp(access, { ...asked, now: 61_000 })).toEqual({ kind: 'absent' });
    const sent = await bluesky.send(access, asked.key, frozen);
    expect(await bluesky.lookUp(access, { ...asked, now: 1_000 })).toEqual({ kind: 'found', sent });
    await bluesky.remove(access, sent);
    await bluesky.remove(access, sent);
    expect(pds.records.size).toBe(0);
  });

  test('that breaks the network’s limits is refused here', () => {
    const none = new Map<string, string>();
    expect(() => postRecord(intent({ text: 'é'.repeat(301) }), none, null)).toThrow('refused');
    expect(() => postRecord(intent({ text: '👨‍👩‍👧‍👦'.repeat(150) }), none, null)).toThrow('refused');
    expect(postRecord(intent({ text: 'é'.repeat(300) }), none, null).text).toHaveLength(300);
  });
});

describe('facets', () => {
  const link = (byteStart: number, byteEnd: number, uri = 'https://kota.id/'): Facet => ({
    index: { byteStart, byteEnd },
    features: [{ $type: 'app.bsky.richtext.facet#link', uri }],
  });

  test('stand on the bytes of a text whose links are shown short, as the composer shows them', () => {
    const text = '“Taman” 🎉 https://kotabogor.go.id/berita/taman-baru?a=1 (lihat kota.id) #Taman🌳 é';
    const rich = richText(text);
    expect(rich.text).toBe(blueskyText(text));
    expect(facetFault(rich.text, rich.facets)).toBeNull();
    const bytes = new TextEncoder().encode(rich.text);
    const on = rich.facets.map(({ index: { byteStart, byteEnd } }) =>
      new TextDecoder().decode(bytes.subarray(byteStart, byteEnd)),
    );
    expect(on).toEqual(['kotabogor.go.id/berita/taman...', 'kota.id', '#Taman🌳']);
    expect(rich.facets.map(({ features }) => features[0])).toMatchObject([
      { uri: 'https://kotabogor.go.id/berita/taman-baru?a=1' },
      { uri: 'https://kota.id/' },
      { tag: 'Taman🌳' },
    ]);
  });

  test.each([
    ['javascript:alert(1)', [link(0, 4, 'javascript:alert(1)')]],
    ['data:', [link(0, 4, 'data:text/html,x')]],
    ['an address with a password', [link(0, 4, 'https://a:b@kota.id/')]],
    ['past the end', [link(0, 99)]],
    ['empty', [link(2, 2)]],
    ['backwards', [link(3, 2)]],
    ['one over another', [link(0, 3), link(2, 4)]],
    ['out of order', [link(3, 4), link(0, 1)]],
    ['inside a character', [link(0, 6)]],
    ['negative', [link(-1, 2)]],
    ['no number', [link(0, Number.NaN)]],
    ['no meaning', [{ index: { byteStart: 0, byteEnd: 1 }, features: [] }]],
    [
      'nobody',
      [
        {
          index: { byteStart: 0, byteEnd: 1 },
          features: [{ $type: 'app.bsky.richtext.facet#mention', did: 'x' }],
        },
      ],
    ],
    [
      'a tag too long',
      [
        {
          index: { byteStart: 0, byteEnd: 1 },
          features: [{ $type: 'app.bsky.richtext.facet#tag', tag: 'a'.repeat(65) }],
        },
      ],
    ],
    ['unheard of', [{ index: { byteStart: 0, byteEnd: 1 }, features: [{ $type: 'x' }] }]],
  ] as [string, Facet[]][])('%s does not pass', (_, facets) => {
    expect(facetFault('Taman🎉 baru', facets)).not.toBeNull();
  });

  test('a long text takes no long time', () => {
    // Of the processor, so that neighbours do not count.
    const started = process.cpuUsage();
    for (const piece of ['#', '!', '@a.', 'a.', '#a!', '$A ', 'https://', '(', '👨‍👩‍👧‍👦#'])
      richText(piece.repeat(20_000));
    expect(process.cpuUsage(started).user / 1_000).toBeLessThan(5_000);
  });
});

test('keys of posts are in the order that they were drawn, and never twice the same', () => {
  const now = Date.UTC(2026, 10, 24);
  const drawn = Array.from({ length: 2_000 }, (_, n) => drawTid(now - (n % 7)));
  expect(drawn.every(isTid)).toBe(true);
  expect([...drawn].sort()).toEqual(drawn);
  expect(new Set(drawn).size).toBe(2_000);
});
