import type { Account } from '../account/account.ts';
import { setState } from '../account/accounts.ts';
import type { JubirDatabase } from '../db/database.ts';
import { jobOf, jobsIn } from '../draft/outbox.ts';
import { beginPart, partSent, partUnknown, wait } from '../draft/outbox-parts.ts';
import { hasCome, type Outgoing, type Part } from '../draft/outgoing.ts';
import type { ApiPlatform, Intent, Network, Picture, Sent } from '../platform/network.ts';
import { NetworkError } from '../platform/network-error.ts';
import { firstLook } from './look-up.ts';
import { fail, limited, shortPause, waitLonger } from './outcome.ts';
import { answeredAt, makeReady, type Ready } from './ready.ts';

/** What sending needs from outside. */
export interface SendTools {
  now: () => number;
  networkOf: (platform: ApiPlatform) => Network;
  isOnline: () => boolean;
  /**
   * A picture of the city's, ready to be sent, in at most so many bytes: the one at `url`, or the release's. Null where
   * there is none to be had.
   */
  pictureOf: (releaseId: string, most: number, url?: string) => Promise<Omit<Picture, 'alt'> | null>;
  /** Something changed that a page may show. */
  onProgress: () => void;
}

/** The posts that this background is sending now. */
const sendingNow = new Set<string>();
export const postsUnderWay: ReadonlySet<string> = sendingNow;

/** Per account the sending under way: posts of one account go out one after another, in the order of their clicks. */
const underWay = new Map<string, Promise<void>>();

/**
 * Sends what is due: at most one request per post, whatever happens, and each account for itself. Resolves when all of
 * it is told in the history.
 */
export async function sendDue(db: JubirDatabase, tools: SendTools): Promise<void> {
  const byAccount = new Map<string, string[]>();
  for (const { post, outgoing } of await jobsIn(db, ['prepared'])) {
    if (!hasCome(outgoing.sendAfter, tools.now())) continue;
    byAccount.set(outgoing.accountId, [...(byAccount.get(outgoing.accountId) ?? []), post.id]);
  }
  await Promise.all([...byAccount].map(([account, ids]) => queued(account, () => inTurn(db, ids, tools))));
}

async function inTurn(db: JubirDatabase, ids: readonly string[], tools: SendTools): Promise<void> {
  for (const id of ids) {
    sendingNow.add(id);
    try {
      await sendOne(db, id, tools);
    } finally {
      sendingNow.delete(id);
    }
  }
}

function queued(account: string, run: () => Promise<void>): Promise<void> {
  const before = underWay.get(account) ?? Promise.resolve();
  // What went wrong with the one before was told to whoever started it.
  const mine = before.then(run, run);
  underWay.set(account, mine);
  const over = () => {
    if (underWay.get(account) === mine) underWay.delete(account);
  };
  mine.then(over, over);
  return mine;
}

async function sendOne(db: JubirDatabase, id: string, tools: SendTools): Promise<void> {
  const job = await jobOf(db, id);
  if (job?.post.state !== 'prepared' || !hasCome(job.outgoing.sendAfter, tools.now())) return;
  const ready = await makeReady(db, job, tools);
  tools.onProgress();
  if (!ready) return;
  for (const at of job.outgoing.parts.keys()) {
    if (!(await sendPart(db, { id, at }, ready, tools))) break;
    tools.onProgress();
  }
  tools.onProgress();
}

/**
 * Sends one post, or of a thread one of its posts.
 * @returns whether it is there, so that the next may follow
 */
async function sendPart(
  db: JubirDatabase,
  { id, at }: { id: string; at: number },
  ready: Ready,
  tools: SendTools,
): Promise<boolean> {
  const job = await jobOf(db, id);
  const part = job?.outgoing.parts[at];
  if (!job || !part) return false;
  if (part.state === 'posted') return true;
  if (part.state !== 'prepared') return false;
  const { account, access, network } = ready;
  const bytes = await freeze(db, job.outgoing, at, ready, tools);
  if (!bytes || !(await beginPart(db, id, at, bytes, tools.now()))) return false;
  let sent: Sent;
  try {
    sent = await network.send(access, part.key, bytes.frozen);
  } catch (error) {
    await notSent(db, { id, at }, ready, error, tools);
    return false;
  }
  answeredAt.set(account.id, tools.now());
  return partSent(db, id, at, sent, tools.now());
}

/** The bytes of a part: as they were frozen, or frozen now. Null where that failed, which is told. */
async function freeze(
  db: JubirDatabase,
  outgoing: Outgoing,
  at: number,
  { access, network, account }: Ready,
  tools: SendTools,
): Promise<{ frozen: string; hash: string } | null> {
  const part = outgoing.parts[at] as Part;
  const { id } = outgoing;
  if (part.frozen !== null) {
    if ((await sha256(part.frozen)) === part.hash) return { frozen: part.frozen, hash: part.hash };
    await fail(db, id, at, new NetworkError('refused', { code: 'Damaged' }), tools.now());
    return null;
  }
  try {
    const picture = at === 0 ? await pictureFor(outgoing, account, tools) : null;
    const frozen = await network.freeze(access, { ...intentOf(outgoing, at), picture });
    return { frozen, hash: await sha256(frozen) };
  } catch (error) {
    if (!(error instanceof NetworkError)) throw error;
    if (error.reason === 'signed-out') await setState(db, account.id, 'attention');
    // Nothing went out yet: what is no plain no is only tried again.
    if (error.reason === 'limited') await limited(db, id, error, tools.now());
    else if (error.mayBeDone || error.reason === 'offline')
      await waitLonger(db, outgoing, error.reason === 'offline' ? 'offline' : 'no-answer', tools.now());
    else await fail(db, id, at, error, tools.now());
    return null;
  }
}

/** @throws NetworkError where the official wanted the picture itself and it cannot be had; a card goes without */
async function pictureFor(
  { picture, releaseId }: Outgoing,
  { limits }: Account,
  tools: SendTools,
): Promise<Picture | null> {
  if (!picture) return null;
  const url = picture.as === 'picture' ? picture.url : undefined;
  const file = await tools.pictureOf(releaseId, limits.picture, url);
  if (!file && picture.as === 'picture') throw new NetworkError('refused', { code: 'NoPicture' });
  return file && { ...file, alt: picture.as === 'picture' ? picture.alt : '' };
}

/** What is known after a request that brought no post back. */
async function notSent(
  db: JubirDatabase,
  { id, at }: { id: string; at: number },
  { account }: Ready,
  error: unknown,
  tools: SendTools,
): Promise<void> {
  const now = tools.now();
  answeredAt.delete(account.id);
  if (!(error instanceof NetworkError) || error.mayBeDone) {
    await partUnknown(db, id, at, firstLook(now), now);
    if (!(error instanceof NetworkError)) throw error;
    return;
  }
  if (error.reason === 'offline') await wait(db, id, 'offline', now + shortPause, now);
  else if (error.reason === 'limited') await limited(db, id, error, now);
  else {
    if (error.reason === 'signed-out') await setState(db, account.id, 'attention');
    await fail(db, id, at, error, now);
  }
}

function intentOf(outgoing: Outgoing, at: number): Omit<Intent, 'picture'> {
  const { language, choices, parts } = outgoing;
  const { key, text, createdAt } = parts[at] as Part;
  const [root, parent] = [parts[0]?.sent, parts[at - 1]?.sent];
  return {
    ...{ key, text, language, createdAt, choices },
    // Of a thread the first post shows the release.
    card: at === 0 ? outgoing.card : null,
    reply: root && parent ? { root, parent } : null,
  };
}

async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
