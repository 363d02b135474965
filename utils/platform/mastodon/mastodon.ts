import { mastodonHost } from '../links.ts';
import type { Access, Network, Picture } from '../network.ts';
import { NetworkError } from '../network-error.ts';
import { ask, fields, serverOf, textOf } from '../request.ts';
import { limitsOf } from './limits.ts';
import { revoke } from './sign-in.ts';
import { lookForStatus, sentOf, statusBody, tokenOf } from './status.ts';

/** How often, and how many times, an upload is asked whether it is ready, in milliseconds. */
const poll = { every: 1_000, times: 25 };

/** A server out of what a person typed, as `https://host`; null where it is no host. */
export function mastodonServer(typed: string): string | null {
  const host = mastodonHost(typed);
  return host === null ? null : serverOf(`https://${host}`);
}

/** Mastodon's client API (https://docs.joinmastodon.org/client/intro/), at the account's own server. */
export const mastodon: Network = {
  async freeze(access, intent) {
    return statusBody(intent, intent.picture ? [await upload(access, intent.picture)] : []);
  },

  async send(access, key, frozen) {
    const { json } = await ask({
      server: access.server,
      path: '/api/v1/statuses',
      method: 'POST',
      token: tokenOf(access.secret),
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: frozen,
    });
    return sentOf(access, json);
  },

  lookUp: lookForStatus,

  async remove(access, { id }) {
    const path = `/api/v1/statuses/${encodeURIComponent(id)}`;
    try {
      await ask({ server: access.server, path, method: 'DELETE', token: tokenOf(access.secret) });
    } catch (error) {
      if (!(error instanceof NetworkError) || error.reason !== 'gone') throw error;
    }
  },

  async check(access) {
    const path = '/api/v1/accounts/verify_credentials';
    try {
      const { json } = await ask({ server: access.server, path, token: tokenOf(access.secret) });
      if (textOf(fields(json).id) !== access.userId) throw new NetworkError('unreadable');
    } catch (error) {
      // Of its own account a server refuses only one that is locked (403).
      const isLocked = error instanceof NetworkError && error.status === 403;
      throw isLocked ? new NetworkError('signed-out', { said: error.said, cause: error }) : error;
    }
  },

  limits: limitsOf,

  signOut: ({ server, secret }) => revoke(server, secret),
};

/** Uploads a picture and waits until the server has made its sizes of it. */
async function upload(access: Access, { bytes, type, alt }: Picture): Promise<string> {
  const { server, secret } = access;
  const token = tokenOf(secret);
  const body = new FormData();
  body.set('file', new Blob([bytes], { type }), `picture.${type.split('/')[1] ?? 'jpeg'}`);
  body.set('description', alt);
  const { status, json } = await ask({ server, path: '/api/v2/media', method: 'POST', token, body });
  const id = textOf(fields(json).id, 100);
  if (!/^[\w-]+$/.test(id)) throw new NetworkError('unreadable');
  let ready = status !== 202;
  for (let turn = 0; !ready && turn < poll.times; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, poll.every));
    // 206 while it is being worked on.
    ready = (await ask({ server, path: `/api/v1/media/${id}`, token })).status === 200;
  }
  if (!ready) throw new NetworkError('timeout');
  return id;
}
