import { accessOf, setState } from '../account/accounts.ts';
import type { JubirDatabase } from '../db/database.ts';
import { changeJob, type Job, jobsIn } from '../draft/outbox.ts';
import { jobRemoved } from '../draft/outbox-care.ts';
import { partFailed, partSent } from '../draft/outbox-parts.ts';
import { hasCome, never, type Outgoing } from '../draft/outgoing.ts';
import type { Finding, Network, Sent } from '../platform/network.ts';
import { NetworkError } from '../platform/network-error.ts';
import type { SendTools } from './send.ts';

/** Pauses between looks for a post whose sending had no answer, in milliseconds; the last for every further time. */
const looks = [15_000, 60_000, 60_000, 2 * 60_000, 5 * 60_000, 10 * 60_000, 30 * 60_000, 60 * 60_000];
/** After so many looks that told nothing the official is asked; the looking goes on. */
const askAfter = 6;
/** What was not found by then is for the official alone, in milliseconds. */
const longest = 48 * 60 * 60_000;

/** When a post whose sending had no answer is looked for first. */
export const firstLook = (now: number): number => now + (looks[0] ?? 0);

/**
 * Looks for posts that nobody heard of, as their time comes, and tells what is certain: it is there, or it is not. One of
 * which neither can be told stays unknown and becomes a question to the official. Nothing is ever sent here.
 * @param only this one, whether its time has come or not
 */
export async function lookUpDue(db: JubirDatabase, tools: SendTools, only?: string): Promise<void> {
  for (const job of await jobsIn(db, ['unknown'])) {
    const wanted = only === undefined ? hasCome(job.outgoing.nextLook, tools.now()) : job.post.id === only;
    if (!wanted || !tools.isOnline()) continue;
    await lookFor(db, job, tools);
    tools.onProgress();
  }
}

async function lookFor(db: JubirDatabase, { post, outgoing }: Job, tools: SendTools): Promise<void> {
  const at = outgoing.parts.findIndex(({ state }) => state === 'unknown');
  if (at < 0) return;
  const finding = await findingOf(db, outgoing, at, tools);
  const now = tools.now();
  if (finding.kind === 'found') {
    await partSent(db, post.id, at, finding.sent, now);
  } else if (finding.kind === 'absent') {
    await partFailed(db, post.id, at, { reason: 'no-answer', code: 'NotThere', said: '' }, now);
  } else {
    await changeJob(db, post.id, ['unknown'], now, ({ outgoing: { looks: before, parts } }) => {
      const usual = looks[Math.min(before + 1, looks.length - 1)] ?? 0;
      const pause = Math.max(usual, finding.error?.wait ?? 0);
      const over = now - (parts[at]?.sentAt ?? 0) > longest;
      return {
        outgoing: { looks: before + 1, nextLook: over ? never : now + pause },
        ...(before + 1 === askAfter && { ask: true }),
      };
    });
  }
}

async function findingOf(
  db: JubirDatabase,
  outgoing: Outgoing,
  at: number,
  tools: SendTools,
): Promise<Finding> {
  const part = outgoing.parts[at];
  const account = await db.accounts.get(outgoing.accountId);
  const access = account && (await accessOf(db, account));
  if (!access || !part || part.frozen === null) return { kind: 'unsure' };
  try {
    return await tools.networkOf(account.platform).lookUp(access, {
      ...{ key: part.key, frozen: part.frozen, sentAt: part.sentAt, now: tools.now() },
      honoursKeys: account.limits.honoursKeys,
      others: await othersOf(db, outgoing),
    });
  } catch (error) {
    if (!(error instanceof NetworkError)) throw error;
    if (error.reason === 'signed-out') await setState(db, account.id, 'attention');
    return { kind: 'unsure', error };
  }
}

/** Ids of posts of this account that are known, so that the same text sent twice on purpose is two posts. */
async function othersOf(db: JubirDatabase, { id, accountId, parts: own }: Outgoing): Promise<Set<string>> {
  const rows = await db.outbox.filter((row) => row.accountId === accountId && row.id !== id).toArray();
  const parts = [...rows.flatMap((row) => row.parts), ...own];
  return new Set(parts.flatMap(({ sent }) => (sent ? [sent.id] : [])));
}

/**
 * Deletes a post at its network, a thread from its end, and records it. Safe to repeat.
 * @throws NetworkError; what was not deleted still says that it is there
 */
export async function removePost(db: JubirDatabase, id: string, tools: SendTools): Promise<void> {
  const outgoing = await db.outbox.get(id);
  const account = outgoing && (await db.accounts.get(outgoing.accountId));
  const access = account && (await accessOf(db, account));
  if (!outgoing || !account || !access) throw new NetworkError('signed-out');
  const network: Network = tools.networkOf(account.platform);
  const there: Sent[] = outgoing.parts.flatMap(({ sent }) => (sent ? [sent] : []));
  for (const sent of there.reverse()) await network.remove(access, sent);
  await jobRemoved(db, id, tools.now());
  tools.onProgress();
}

const isHeld = ({ waiting }: Outgoing): boolean =>
  waiting === 'changed' || waiting === 'withdrawn' || waiting === 'suspicious';

/** What is due and not done is under way, or was cut short: it is seen to again after this long, in milliseconds. */
const again = 60_000;

/** When this machine has to see to its posts next, after `now`; null where there is nothing to see to. */
export async function nextTime(db: JubirDatabase, now: number): Promise<number | null> {
  const times = (await jobsIn(db, ['prepared', 'sending', 'unknown'])).flatMap(({ post, outgoing }) => {
    if (post.state === 'sending') return [now + again];
    if (post.state === 'unknown') return outgoing.nextLook === never ? [] : [outgoing.nextLook];
    // What the city changed waits for the official, not for a time.
    return isHeld(outgoing) ? [] : [outgoing.sendAfter];
  });
  const planned = times.map((time) => (hasCome(time, now) ? now + again : time));
  return planned.length === 0 ? null : Math.min(...planned);
}
