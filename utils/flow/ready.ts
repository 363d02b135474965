import type { Account } from '../account/account.ts';
import { accessOf, checkAccount } from '../account/accounts.ts';
import type { JubirDatabase } from '../db/database.ts';
import { changeJob, type Job } from '../draft/outbox.ts';
import type { Outgoing } from '../draft/outgoing.ts';
import type { Access, Network } from '../platform/network.ts';
import { NetworkError } from '../platform/network-error.ts';
import { blockedReason, type ReleaseState } from '../release/versions.ts';
import { fail, waitLonger } from './outcome.ts';
import type { SendTools } from './send.ts';

/** A server that answered this lately is not asked again whether it is there, in milliseconds. */
const fresh = 2 * 60_000;

/** When each account's server last answered, in this worker. */
export const answeredAt = new Map<string, number>();

/** Whose post it is, and by what it goes. */
export interface Ready {
  account: Account;
  access: Access;
  network: Network;
}

/** Whether a post may go out now; where not, why is told in its row. */
export async function makeReady(db: JubirDatabase, job: Job, tools: SendTools): Promise<Ready | null> {
  const { outgoing } = job;
  const { id } = outgoing;
  const now = tools.now();
  const held = await heldBy(db, outgoing);
  if (held) {
    if (outgoing.waiting !== held)
      await changeJob(db, id, ['prepared'], now, () => ({ outgoing: { waiting: held } }));
    return null;
  }
  const account = await db.accounts.get(outgoing.accountId);
  const access = account && (await accessOf(db, account));
  if (!account || !access) {
    await fail(db, id, nextPart(outgoing), new NetworkError('signed-out'), now);
    return null;
  }
  const network = tools.networkOf(account.platform);
  const known = now - (answeredAt.get(account.id) ?? Number.NEGATIVE_INFINITY) < fresh;
  const state = !tools.isOnline() ? 'offline' : known ? 'ok' : await checkAccount(db, account, network);
  if (state === 'attention') {
    await fail(db, id, nextPart(outgoing), new NetworkError('signed-out'), tools.now());
    return null;
  }
  if (state !== 'ok') {
    await waitLonger(db, outgoing, state === 'offline' ? 'offline' : 'no-answer', tools.now());
    return null;
  }
  if (!known) answeredAt.set(account.id, tools.now());
  return { account, access: (await accessOf(db, account)) ?? access, network };
}

/** What the city did with the release that the official was not told of when they confirmed. */
async function heldBy(
  db: JubirDatabase,
  { releaseId, seen, confirmedAt }: Outgoing,
): Promise<ReleaseState | null> {
  const release = await db.releases.get(releaseId);
  const state = release ? blockedReason(release) : null;
  if (!release || state === null) return null;
  if (state !== seen) return state;
  return state === 'changed' && (release.changedAt ?? 0) > confirmedAt ? 'changed' : null;
}

const nextPart = ({ parts }: Outgoing): number =>
  Math.max(
    0,
    parts.findIndex(({ state }) => state !== 'posted'),
  );
