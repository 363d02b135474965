import { type Account, originOf } from '../../utils/account/account.ts';
import { checkAccount, removeAccount, renewLimits, storeAccount } from '../../utils/account/accounts.ts';
import { authWindow } from '../../utils/browser/identity.ts';
import { logFailure } from '../../utils/browser/log.ts';
import type { Answer, Payload } from '../../utils/browser/messages.ts';
import { maySend } from '../../utils/browser/permissions.ts';
import { db } from '../../utils/db/database.ts';
import { jobsIn } from '../../utils/draft/outbox.ts';
import { cancelJob } from '../../utils/draft/outbox-care.ts';
import { bluesky } from '../../utils/platform/bluesky/bluesky.ts';
import { findAccount } from '../../utils/platform/bluesky/identity.ts';
import { signInToBluesky } from '../../utils/platform/bluesky/sign-in.ts';
import { mastodon, mastodonServer } from '../../utils/platform/mastodon/mastodon.ts';
import { signInToMastodon } from '../../utils/platform/mastodon/sign-in.ts';
import type { ApiPlatform, Network, SignedIn } from '../../utils/platform/network.ts';
import { NetworkError } from '../../utils/platform/network-error.ts';
import { serverOf } from '../../utils/platform/request.ts';
import { SignInError } from '../../utils/platform/sign-in-error.ts';
import { scalePicture } from '../../utils/release/picture.ts';
import { keptAlive } from './keep-alive.ts';
import { giveBack } from './permissions.ts';

const networks: Record<ApiPlatform, Network> = { bluesky, mastodon };

/** How a platform is asked. Nothing is sent where the official took back that their texts may leave. */
export function networkOf(platform: ApiPlatform): Network {
  const network = networks[platform];
  return {
    ...network,
    check: (access) => allowed().then(() => network.check(access)),
    freeze: (access, intent) => allowed().then(() => network.freeze(access, intent)),
    send: (access, key, frozen) => allowed().then(() => network.send(access, key, frozen)),
  };
}

/** @throws NetworkError `signed-out` where it was taken back: signing in again asks for it again */
async function allowed(): Promise<void> {
  if (!(await maySend())) throw new NetworkError('signed-out');
}

/** What the messages about accounts do. */
export const accountCommands = {
  'find-account': ({ handle, host }: Payload<'find-account'>): Promise<Answer<'find-account'>> => {
    const server = host === null ? undefined : serverOf(`https://${host}`);
    if (server === null) throw new SignInError('bad-server');
    return findAccount(handle, server);
  },
  'add-bluesky': async ({ found, password }: Payload<'add-bluesky'>): Promise<Account> =>
    keep('bluesky', await keptAlive(signInToBluesky(found, password))),
  'add-mastodon': async ({ host }: Payload<'add-mastodon'>): Promise<Account> => {
    const server = mastodonServer(host);
    if (!server) throw new SignInError('bad-server');
    const page = authWindow();
    if (!page) throw new SignInError('no-window');
    const again = (await db.accounts.filter((account) => account.server === server).count()) > 0;
    return keep('mastodon', await keptAlive(signInToMastodon(server, page, again)));
  },
  'remove-account': async ({ id }: Payload<'remove-account'>): Promise<Answer<'remove-account'>> => {
    const account = await db.accounts.get(id);
    if (!account) return { revoked: true };
    // What waits for it would only fail.
    for (const { post, outgoing } of await jobsIn(db, ['prepared'])) {
      if (outgoing.accountId === id) await cancelJob(db, post.id, Date.now());
    }
    const revoked = await keptAlive(removeAccount(db, account, networkOf(account.platform)));
    // It is signed out, whatever becomes of the permission.
    await giveBack([originOf(account)]).catch((error) => logFailure('permissions', error));
    return { revoked };
  },
  'check-account': async ({ id }: Payload<'check-account'>): Promise<Answer<'check-account'>> => {
    const account = await db.accounts.get(id);
    if (!account) return { state: 'gone' };
    const network = networkOf(account.platform);
    const state = await keptAlive(checkAccount(db, account, network));
    // Once in each view, never between a click and its post.
    if (state === 'ok') await keptAlive(renewLimits(db, account, network));
    return { state };
  },
};

/** Tokens live on at their servers when this machine forgets them: they are made void, as far as that goes in this time. */
const patience = 5_000;

/** Signs every account out, before everything is erased. What cannot be reached is erased all the same. */
export async function signOutAll(): Promise<void> {
  const all = async (): Promise<void> => {
    const accounts = await db.accounts.toArray();
    await Promise.all(accounts.map((account) => removeAccount(db, account, networkOf(account.platform))));
  };
  const late = new Promise<void>((resolve) => setTimeout(resolve, patience));
  await Promise.race([all().catch((error) => logFailure('sign out', error)), late]);
}

async function keep(platform: ApiPlatform, signedIn: SignedIn): Promise<Account> {
  const { avatar } = signedIn;
  // An account without its picture is one all the same.
  const picture = avatar
    ? await scalePicture(avatar).catch((error) => {
        logFailure('avatar', error);
        return null;
      })
    : null;
  return storeAccount(db, platform, signedIn, picture, Date.now());
}
