import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { execPath } from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { secretId } from '../../utils/account/account.ts';
import { checkAccount, removeAccount } from '../../utils/account/accounts.ts';
import { resumeJob } from '../../utils/draft/outbox-care.ts';
import { removePost } from '../../utils/flow/look-up.ts';
import { bluesky } from '../../utils/platform/bluesky/bluesky.ts';
import type { Facet } from '../../utils/platform/bluesky/facets.ts';
import { findAccount } from '../../utils/platform/bluesky/identity.ts';
import { signInToBluesky } from '../../utils/platform/bluesky/sign-in.ts';
import { encodePng } from '../city/png.ts';
import { release } from '../draft/samples.ts';
import { World } from '../flow/world.ts';
import { fetchVia } from '../platform/reach.ts';
import { installPds } from './install.ts';

/**
 * A real Bluesky server on this machine: signs in, posts with everything, reads it back; then posts whose answers are
 * lost after the server took them, while the background is killed at random moments.
 */
const host = 'pds.test';
const origin = `https://${host}`;
const intents = Number(process.env.JUBIR_INTENTS ?? 200);
const say = (line: string): void => console.log(line);

const { child, ports } = await start(installPds());
const line = fetchVia({ [host]: ports.pds, 'plc.directory': ports.plc });
/** Answers to writes of posts that never arrive, though the server wrote. */
let losing = false;
let lost = 0;
const world = new World(async (address, init) => {
  const answer = await line(address, init);
  if (!losing || !String(address).endsWith('putRecord')) return answer;
  await answer.arrayBuffer();
  lost += 1;
  throw new TypeError('the answer was lost');
});
globalThis.fetch = world.fetch;

try {
  await run();
} finally {
  child.kill();
}

async function run(): Promise<void> {
  const password = 'sandi-utama-yang-panjang';
  const owner = await createAccount('dinas', password);
  const other = await createAccount('warga', password);
  const appPassword = await call('com.atproto.server.createAppPassword', owner.token, { name: 'jubir' });

  const found = await findAccount(`@Dinas.${host}`, origin);
  assert.deepEqual(found, { did: owner.did, handle: `dinas.${host}`, server: origin });
  say(`the handle is found: ${found.handle} is ${found.did}, at ${found.server}, which is pinned`);
  await assert.rejects(signInToBluesky(found, password), { message: 'not-app-password' });
  await assert.rejects(signInToBluesky(found, 'aaaa-bbbb-cccc-dddd'), { message: 'wrong-password' });
  const signedIn = await signInToBluesky(found, String(appPassword.password));
  const account = await world.signIn('bluesky', signedIn);
  assert.equal(await checkAccount(world.db, account, bluesky), 'ok');
  say('signed in with an app password; the main password and a wrong one are refused');

  const text = `Wali kota: “Taman 24 jam” 🎉👨‍👩‍👧‍👦 dibuka é!\nhttps://kotabogor.go.id/berita/taman-baru-di-jalan-ahmad-yani @warga.${host} @tidakada.${host} #KotaBogor #Taman🌳`;
  const bytes = new Uint8Array(encodePng(640, 360, Buffer.alloc(640 * 360 * 3, 120)));
  world.tools.pictureOf = async () => ({ bytes, type: 'image/png' });
  const releaseId = 'r-kartu';
  await world.db.releases.put(release({ id: releaseId, image: 'https://adm.kotabogor.go.id/a.png' }));
  const draftOf = { releaseId, releaseTitle: 'Taman baru dibuka' };
  const card = await publish(text, { picture: { as: 'card' } }, draftOf);
  const record = await recordOf(card.rkey);
  assert.equal(JSON.stringify(sorted(record.value)), JSON.stringify(sorted(JSON.parse(card.frozen))));
  const shown = pieces(record.value);
  assert.deepEqual(shown, [
    ['kotabogor.go.id/berita/taman...', 'https://kotabogor.go.id/berita/taman-baru-di-jalan-ahmad-yani'],
    [`@warga.${host}`, other.did],
    ['#KotaBogor', 'KotaBogor'],
    ['#Taman🌳', 'Taman🌳'],
  ]);
  const { external } = record.value.embed as {
    external: { uri: string; title: string; thumb: { ref: { $link: string } } };
  };
  assert.deepEqual([external.uri, external.title], [release().url, 'Taman baru dibuka']);
  assert.deepEqual(await blobOf(owner.did, external.thumb.ref.$link), bytes);
  say(
    `posted and read back equal: ${card.frozen.length} characters of record, ${shown.length} facets, a card with a picture of ${bytes.length} bytes`,
  );

  const picture = await publish(
    'Taman baru 🌳',
    { picture: { as: 'picture', alt: 'Warga di taman' } },
    draftOf,
  );
  const { images } = (await recordOf(picture.rkey)).value.embed as { images: { alt: string }[] };
  assert.equal(images[0]?.alt, 'Warga di taman');
  say('a picture by itself has its words');

  const parts = ['1/3 Satu 🎉', '2/3 Dua', '3/3 Tiga'];
  const thread = await publish(parts.join('\n'), { thread: parts });
  const keys = thread.keys;
  const third = (await recordOf(keys[2] ?? '')).value.reply as { root: Ref; parent: Ref };
  const uris = await Promise.all(keys.map(async (key) => (await recordOf(key)).uri));
  assert.deepEqual([third.root.uri, third.parent.uri], [uris[0], uris[1]]);
  say('a thread of three answers in order');

  const stored = await world.db.secrets.get(secretId(account.id));
  const tokens = JSON.parse(stored?.value ?? '') as { access: string; refresh: string };
  await world.db.secrets.update(secretId(account.id), {
    value: JSON.stringify({ ...tokens, access: tokens.refresh }),
  });
  await publish('Setelah token diperbarui');
  assert.notEqual((await world.db.secrets.get(secretId(account.id)))?.value, stored?.value);
  say('a token that is void is renewed and kept, and the post goes out once');

  await removePost(world.db, thread.id, world.tools);
  for (const key of keys) await assert.rejects(recordOf(key), /RecordNotFound/);
  say('a thread is deleted whole');

  await killed();

  const last = await world.db.secrets.get(secretId(account.id));
  const { refresh } = JSON.parse(last?.value ?? '') as { refresh: string };
  assert.equal(await removeAccount(world.db, account, bluesky), true);
  assert.equal(await world.db.secrets.count(), 0);
  await assert.rejects(call('com.atproto.server.refreshSession', refresh), /ExpiredToken/);
  say('signed out: the session is void at the server, and no token is left here');
  await world.end();

  async function killed(): Promise<void> {
    const before = new Set((await allRecords(owner.did)).map(({ uri }) => uri));
    const ids: string[] = [];
    let [kills, presses, unknowns] = [0, 0, 0];
    losing = true;
    for (let n = 0; n < intents; n += 1) {
      const { postId } = await world.confirm(
        account,
        `Kabar ke-${n} 🎉 https://kotabogor.go.id/berita/${n} #KotaBogor`,
      );
      ids.push(postId);
      await world.killedIn(Math.random() * 90, () => world.turn());
      kills += 1;
      if ((await world.postOf(postId)).post.state === 'unknown') unknowns += 1;
      await world.settle();
      while ((await world.postOf(postId)).post.state === 'failed') {
        presses += 1;
        await resumeJob(world.db, postId, null, world.now);
        await world.settle();
      }
    }
    losing = false;
    const records = (await allRecords(owner.did)).filter(({ uri }) => !before.has(uri));
    const texts = new Set(records.map(({ value }) => value.text));
    const posts = (await world.db.posts.bulkGet(ids)).map((post) => post?.state);
    const confirmed = posts.filter((state) => state === 'posted').length;
    say(
      `${intents} posts, not one answer arrived: ${lost} were lost after the server wrote, the others ended with the background, which was killed ${kills} times (${unknowns} left a post unknown); ${presses} times "again" by the official`,
    );
    say(`${records.length} records, ${records.length - texts.size} doubles, ${confirmed} confirmed`);
    assert.deepEqual([records.length, texts.size, confirmed], [intents, intents, intents]);
  }

  async function publish(
    words: string,
    target: Parameters<World['confirm']>[2] = {},
    draft: Record<string, string> = {},
  ) {
    const { postId, refused } = await world.confirm(account, words, target, 0, draft);
    assert.equal(refused, null);
    await world.settle();
    const { post, outgoing } = await world.postOf(postId);
    assert.equal(post.state, 'posted', JSON.stringify(outgoing.failure));
    const rkeys = outgoing.parts.map(({ key }) => key);
    return { id: postId, rkey: rkeys[0] ?? '', keys: rkeys, frozen: outgoing.parts[0]?.frozen ?? '' };
  }

  function recordOf(rkey: string): Promise<Stored> {
    const query = new URLSearchParams({ repo: owner.did, collection: 'app.bsky.feed.post', rkey });
    return call(`com.atproto.repo.getRecord?${query}`) as unknown as Promise<Stored>;
  }
}

interface Ref {
  uri: string;
}
interface Stored {
  uri: string;
  value: Record<string, unknown> & { text: string; facets?: Facet[] };
}

/** A question of the test's own, past everything that is tested. */
async function call(name: string, token?: string, body?: unknown): Promise<Record<string, unknown>> {
  const post = body !== undefined || name.endsWith('Session');
  const answer = await line(`${origin}/xrpc/${name}`, {
    method: post ? 'POST' : 'GET',
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(token && { authorization: `Bearer ${token}` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const json = (await answer.json()) as Record<string, unknown>;
  if (!answer.ok) throw new Error(`${name}: ${answer.status} ${JSON.stringify(json)}`);
  return json;
}

async function createAccount(name: string, password: string): Promise<{ did: string; token: string }> {
  const body = { handle: `${name}.${host}`, email: `${name}@${host}`, password };
  const { did, accessJwt } = await call('com.atproto.server.createAccount', undefined, body);
  return { did: String(did), token: String(accessJwt) };
}

async function allRecords(repo: string): Promise<Stored[]> {
  const records: Stored[] = [];
  for (let cursor = ''; ; ) {
    const query = new URLSearchParams({
      repo,
      collection: 'app.bsky.feed.post',
      limit: '100',
      ...(cursor && { cursor }),
    });
    const page = await call(`com.atproto.repo.listRecords?${query}`);
    records.push(...(page.records as Stored[]));
    if (!page.cursor || (page.records as Stored[]).length === 0) return records;
    cursor = String(page.cursor);
  }
}

async function blobOf(did: string, cid: string): Promise<Uint8Array> {
  const answer = await line(`${origin}/xrpc/com.atproto.sync.getBlob?${new URLSearchParams({ did, cid })}`);
  return new Uint8Array(await answer.arrayBuffer());
}

/** What each facet of a stored record stands on, by its bytes, and where it leads. */
function pieces({ text, facets = [] }: Stored['value']): [string, string][] {
  const whole = new TextEncoder().encode(text);
  return facets.map(({ index, features }) => {
    const [feature] = features;
    const leads = feature && ('uri' in feature ? feature.uri : 'did' in feature ? feature.did : feature.tag);
    return [new TextDecoder().decode(whole.subarray(index.byteStart, index.byteEnd)), leads ?? ''];
  });
}

/** The same value with its keys in one order: the server keeps records in CBOR. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  );
}

function start(folder: string): Promise<{ child: ChildProcess; ports: { pds: number; plc: number } }> {
  const script = fileURLToPath(new URL('./servers.mjs', import.meta.url));
  const env = { ...process.env, LOG_ENABLED: 'false' };
  const child = spawn(execPath, [script, folder, host], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the servers ended with ${code}`)));
    createInterface({ input: child.stdout }).on('line', (said) => {
      if (said.startsWith('{"pds":')) resolve({ child, ports: JSON.parse(said) });
    });
  });
}
