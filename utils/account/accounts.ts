import type { JubirDatabase } from '../db/database.ts';
import type { Access, ApiPlatform, Network, SignedIn } from '../platform/network.ts';
import { NetworkError } from '../platform/network-error.ts';
import { type Account, accountId, secretId } from './account.ts';

/** Keeps an account that signed in: its tokens among the secrets, everything else in the open. */
export function storeAccount(
  db: JubirDatabase,
  platform: ApiPlatform,
  { secret, ...signedIn }: SignedIn,
  avatar: string | null,
  now: number,
): Promise<Account> {
  const id = accountId(platform, signedIn);
  return db.transaction('rw', db.accounts, db.secrets, async () => {
    const before = await db.accounts.get(id);
    const account: Account = {
      ...{ id, platform, ...signedIn, avatar, state: 'ok' },
      addedAt: before?.addedAt ?? now,
    };
    await db.accounts.put(account);
    await db.secrets.put({ id: secretId(id), address: signedIn.server, value: secret });
    return account;
  });
}

/** What a request for an account needs; null where it has no tokens for its server. */
export async function accessOf(db: JubirDatabase, account: Account): Promise<Access | null> {
  const { id, server, userId } = account;
  const stored = await db.secrets.get(secretId(id));
  if (!stored || stored.address !== server) return null;
  return {
    ...{ server, userId, secret: stored.value },
    keep: (secret) =>
      db.transaction('rw', db.accounts, db.secrets, async () => {
        // Renewed while it was being removed: it stays removed.
        if (!(await db.accounts.get(id))) return;
        await db.secrets.put({ id: secretId(id), address: server, value: secret });
      }),
  };
}

/** Notes whether an account may post; one that is gone stays gone. */
export async function setState(db: JubirDatabase, id: string, state: Account['state']): Promise<void> {
  await db.accounts.update(id, { state });
}

/**
 * Asks the account's server whether it may still post, and notes the answer.
 * @returns `unreachable` where no answer came: that says nothing of the account
 */
export async function checkAccount(
  db: JubirDatabase,
  account: Account,
  network: Network,
): Promise<Account['state'] | 'unreachable'> {
  const access = await accessOf(db, account);
  let state: Account['state'] = 'attention';
  if (access) {
    try {
      await network.check(access);
      state = 'ok';
    } catch (error) {
      if (!(error instanceof NetworkError)) throw error;
      if (error.reason !== 'signed-out') return 'unreachable';
    }
  }
  await setState(db, account.id, state);
  return state;
}

/** Reads what the account's server lets a post have: it may be more or less than at the sign-in. What it does not tell stays. */
export async function renewLimits(db: JubirDatabase, account: Account, network: Network): Promise<void> {
  try {
    await db.accounts.update(account.id, { limits: await network.limits(account.server) });
  } catch (error) {
    if (!(error instanceof NetworkError)) throw error;
  }
}

/**
 * Signs an account out: its tokens are made void at its server, then everything of it goes. Where the server cannot be
 * reached it goes all the same: an official who leaves a machine must not have to wait.
 * @returns whether the server made the tokens void
 */
export async function removeAccount(db: JubirDatabase, account: Account, network: Network): Promise<boolean> {
  const access = await accessOf(db, account);
  let revoked = access === null;
  try {
    if (access) await network.signOut(access);
    revoked = true;
  } catch (error) {
    if (!(error instanceof NetworkError)) throw error;
  }
  await db.transaction('rw', db.accounts, db.secrets, async () => {
    await db.accounts.delete(account.id);
    await db.secrets.delete(secretId(account.id));
  });
  return revoked;
}
