import type { Access, Finding, Intent, Network, Picture, Sent } from '../network.ts';
import { NetworkError } from '../network-error.ts';
import { ask, fields, patience, textOf } from '../request.ts';
import { detect } from './facets.ts';
import { resolveHandle } from './identity.ts';
import { type BlobRef, postCollection, postRecord } from './record.ts';
import { asked, endSession, frozenJson, json, pathOf } from './session.ts';
import { blueskyLimits } from './sign-in.ts';

/** A request that nobody heard of for this long is not on its way any more, in milliseconds. */
const settled = 2 * patience;
/** More mentions than anybody writes are left as text. */
const mostMentions = 10;

/**
 * Bluesky by XRPC (https://docs.bsky.app/docs/api), at the account's own PDS. A post is written by `putRecord` under a
 * key of ours and only where nothing lies there (`swapRecord: null`), so the same bytes twice are one post.
 */
export const bluesky: Network = {
  async freeze(access, intent) {
    const blob = intent.picture ? await upload(access, intent.picture) : null;
    return JSON.stringify(postRecord(intent, await mentionedIn(access, intent), blob));
  },

  async send(access, key, frozen) {
    const repo = JSON.stringify(access.userId);
    // The record's bytes as they were frozen, not parsed and written again.
    const body = `{"repo":${repo},"collection":"${postCollection}","rkey":"${key}","record":${frozen},"swapRecord":null}`;
    const call = { method: 'POST' as const, ...frozenJson(body) };
    const { json: told } = await asked(access, 'com.atproto.repo.putRecord', call);
    return sentOf(access, key, told);
  },

  async lookUp(access, { key, sentAt, now }): Promise<Finding> {
    const query = { repo: access.userId, collection: postCollection, rkey: key };
    try {
      // Public, so that it can be asked even when the tokens are void; from the PDS itself, which alone knows at once.
      const path = pathOf('com.atproto.repo.getRecord', query);
      const { json: told } = await ask({ server: access.server, path });
      return { kind: 'found', sent: sentOf(access, key, told) };
    } catch (error) {
      if (!(error instanceof NetworkError) || error.code !== 'RecordNotFound') throw error;
      return now - sentAt >= settled ? { kind: 'absent' } : { kind: 'unsure' };
    }
  },

  async remove(access, { id }) {
    const rkey = id.split('/').at(-1) ?? '';
    const body = json({ repo: access.userId, collection: postCollection, rkey });
    await asked(access, 'com.atproto.repo.deleteRecord', { method: 'POST', ...body });
  },

  async check(access) {
    const { active } = fields((await asked(access, 'com.atproto.server.getSession')).json);
    if (active === false) throw new NetworkError('signed-out');
  },

  limits: async () => blueskyLimits,

  signOut: endSession,
} satisfies Network;

/** @throws NetworkError where the server says that it wrote something else */
function sentOf({ userId }: Access, key: string, told: unknown): Sent {
  const { uri, cid } = fields(told);
  const id = `at://${userId}/${postCollection}/${key}`;
  const hash = textOf(cid, 200);
  if (uri !== id || hash === '') throw new NetworkError('unreadable');
  return { id, cid: hash, link: `https://bsky.app/profile/${userId}/post/${key}` };
}

async function upload(access: Access, { bytes, type }: Picture): Promise<BlobRef> {
  const call = { method: 'POST' as const, body: bytes, headers: { 'content-type': type } };
  const { blob } = fields((await asked(access, 'com.atproto.repo.uploadBlob', call)).json);
  const { ref, mimeType, size } = fields(blob);
  const $link = textOf(fields(ref).$link, 200);
  const held = textOf(mimeType, 100);
  if ($link === '' || !held.startsWith('image/') || size !== bytes.byteLength)
    throw new NetworkError('unreadable');
  return { $type: 'blob', ref: { $link }, mimeType: held, size };
}

/** The DIDs of those whom a text names; whoever is not found stays a word. */
async function mentionedIn(access: Access, { text }: Intent): Promise<Map<string, string>> {
  const handles = detect(text).flatMap((found) => (found.kind === 'mention' ? [found.handle] : []));
  const dids = new Map<string, string>();
  for (const handle of [...new Set(handles)].slice(0, mostMentions)) {
    const did = await resolveHandle(handle, access.server);
    if (did) dids.set(handle, did);
  }
  return dids;
}
