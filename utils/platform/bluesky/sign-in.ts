import { catalogue } from '../catalogue.ts';
import type { Limits, SignedIn } from '../network.ts';
import { NetworkError } from '../network-error.ts';
import { type Answered, ask, askBytes, fields, textOf } from '../request.ts';
import { SignInError } from '../sign-in-error.ts';
import type { Found } from './identity.ts';
import { forget, json, pathOf, secretOf } from './session.ts';

/** As every server of the network draws them. */
const appPasswordForm = /^[a-z2-7]{4}(?:-[a-z2-7]{4}){3}$/;
/** As the lexicon has them for every server: the greatest picture of a card or post is 1,000,000 bytes. */
export const blueskyLimits: Limits = {
  characters: catalogue.bluesky.limit,
  perLink: 0,
  picture: 1_000_000,
  honoursKeys: true,
};
const profile = { collection: 'app.bsky.actor.profile', rkey: 'self' };

/**
 * Signs an account in with an app password, at its own server and nowhere else. The account's main password is refused
 * before anything is sent: who has that has everything.
 * @throws SignInError, NetworkError
 */
export async function signInToBluesky({ did, server }: Found, password: string): Promise<SignedIn> {
  const word = password.trim().toLowerCase();
  if (!appPasswordForm.test(word)) throw new SignInError('not-app-password');
  const session = fields((await createSession(server, did, word)).json);
  if (session.did !== did) throw new SignInError('other-account');
  const secret = secretOf(session);
  forget({ server, userId: did });
  const handle = textOf(session.handle, 253);
  const look = await profileOf(server, did);
  return {
    server,
    userId: did,
    handle: `@${handle}`,
    name: look.name || handle,
    avatar: look.avatar,
    limits: blueskyLimits,
    secret,
  };
}

async function createSession(server: string, identifier: string, password: string): Promise<Answered> {
  try {
    const path = pathOf('com.atproto.server.createSession');
    return await ask({ server, path, method: 'POST', ...json({ identifier, password }) });
  } catch (error) {
    if (error instanceof NetworkError && error.reason === 'signed-out')
      throw new SignInError('wrong-password', { cause: error });
    throw error;
  }
}

/** How they call themselves and their picture, both public; an account without either is one all the same. */
async function profileOf(server: string, did: string): Promise<{ name: string; avatar: Blob | null }> {
  try {
    const path = pathOf('com.atproto.repo.getRecord', { repo: did, ...profile });
    const { displayName, avatar } = fields(fields((await ask({ server, path })).json).value);
    const name = textOf(displayName, 640).trim();
    const cid = textOf(fields(fields(avatar).ref).$link, 120);
    if (cid === '') return { name, avatar: null };
    const file = await askBytes({ server, path: pathOf('com.atproto.sync.getBlob', { did, cid }) });
    return { name, avatar: new Blob([file.bytes], { type: file.type }) };
  } catch (error) {
    if (error instanceof NetworkError) return { name: '', avatar: null };
    throw error;
  }
}
