import { useEffect, useMemo } from 'preact/hooks';
import type { Publishing, Sending } from '../../components/account/publishing.ts';
import { useLive } from '../../components/hooks/use-live.ts';
import { logFailure } from '../../utils/browser/log.ts';
import { send } from '../../utils/browser/messages.ts';
import type { Settings } from '../../utils/browser/settings.ts';
import { db } from '../../utils/db/database.ts';
import type { Release } from '../../utils/release/release.ts';
import { blockedReason } from '../../utils/release/versions.ts';

/** How long the official may take a post back, in milliseconds. */
const undoTime = 10_000;
/** As many of a release's sent posts as are told in the composer. */
const sendingsTold = 10;

/** Posting from the official's own accounts, for one release; undefined while it is read, or where there is no account. */
export function usePublishing(release: Release | undefined, settings: Settings): Publishing | undefined {
  const accounts = useLive(readAccounts, []);
  const sendings = useLive(async () => (release ? sendingsOf(release.id) : []), [release?.id]);
  useChecks(accounts.state === 'ready' ? accounts.value.map(({ id }) => id) : none);
  const delayed = settings.undoSend;
  return useMemo(() => {
    if (accounts.state !== 'ready' || sendings.state !== 'ready') return undefined;
    // Of an account that is gone its posts can still be told.
    if (accounts.value.length === 0 && sendings.value.length === 0) return undefined;
    return {
      accounts: accounts.value,
      sendings: sendings.value,
      hasPicture: Boolean(release?.image),
      delayed,
      publish: (targets) => send('publish', { targets, delay: delayed ? undoTime : 0 }),
      act: sendingActions,
      onSettings: () => {
        send('open-page', { page: 'options', query: '#akun' }).catch((error) => logFailure('options', error));
      },
    };
  }, [accounts, sendings, release?.image, delayed]);
}

const none: string[] = [];

const readAccounts = async () => (await db.accounts.toArray()).sort((a, b) => a.addedAt - b.addedAt);

/** What can be done with a post of the outbox. */
export const sendingActions: Publishing['act'] = {
  cancel: async (postId) => must(await send('cancel-post', { postId })),
  resume: async (postId) => must(await send('resume-post', { postId, seen: await seenNow(postId) })),
  lookUp: (postId) => send('look-up-post', { postId }),
  remove: (postId) => send('remove-post', { postId }),
  answer: (postId, state) => send('answer-post', { postId, state, link: null }),
};

const must = ({ done }: { done: boolean }): void => {
  if (!done) throw new Error('it was too late');
};

/** What is told of the release where its post is shown: whoever sends it now has read that. */
async function seenNow(postId: string) {
  const post = await db.posts.get(postId);
  const release = post && (await db.releases.get(post.releaseId));
  return release ? blockedReason(release) : null;
}

/** Accounts are asked once in each view whether they may still post: what needs attention is told before the writing. */
function useChecks(ids: readonly string[]): void {
  const key = ids.join(' ');
  useEffect(() => {
    for (const id of key ? key.split(' ') : []) {
      send('check-account', { id }).catch((error) => logFailure('check account', error));
    }
  }, [key]);
}

/** Posts of a release that Jubir sent or sends, newest first. */
async function sendingsOf(releaseId: string): Promise<Sending[]> {
  const posts = await db.posts
    .where('releaseId')
    .equals(releaseId)
    .filter(({ route, deletedAt }) => route === 'api' && deletedAt === 0)
    .toArray();
  const newest = posts.sort((a, b) => b.order - a.order).slice(0, sendingsTold);
  const rows = await db.outbox.bulkGet(newest.map(({ id }) => id));
  return newest.map((post, at) => ({ post, outgoing: rows[at] ?? null }));
}
