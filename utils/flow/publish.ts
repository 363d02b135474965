import type { JubirDatabase } from '../db/database.ts';
import { answerPost, recordOpened } from '../draft/history.ts';
import type { DraftInput } from '../draft/writing.ts';
import { type Addresses, addressOf } from '../platform/addresses.ts';
import { catalogue } from '../platform/catalogue.ts';
import { composerUrl } from '../platform/links.ts';
import { answerable, replyUrl } from '../platform/reply.ts';

/**
 * Draft -> the system's share sheet -> post: records it as opened, like a composer's. What became of it only the
 * official knows.
 */
export const recordShared = (
  db: JubirDatabase,
  { draft, postId }: { draft: DraftInput; postId: string },
  now: number,
): Promise<void> => recordOpened(db, draft, { id: postId, route: 'share' }, now);

/** What publishing needs from the browser and the settings. */
export interface PublishTools {
  mastodonServer: string | null;
  /** Addresses in place of the platforms' own. */
  addresses: Addresses;
  /** Whether apps stand behind the platforms' addresses, as on a phone. */
  phone: boolean;
  /** Epoch milliseconds. */
  now: number;
  openTab: (url: string) => Promise<void>;
}

/**
 * Draft -> platform -> post, by way of the platform's own composer: records the post as opened (never as
 * posted) and opens the address. The tab does not wait for the database, which may be cold; both are awaited.
 * @throws NoMastodonServerError where no server is known; the browser's own error if no tab opens.
 */
export async function openPlatform(
  db: JubirDatabase,
  handed: { draft: DraftInput; postId: string; first?: string; replyTo?: string },
  tools: PublishTools,
): Promise<void> {
  const { draft, postId } = handed;
  // Of a thread the composer takes the first post; the record keeps the whole text.
  const text = handed.first ?? draft.text;
  const { mastodonServer, addresses, phone } = tools;
  const input = { text, link: draft.releaseUrl, mastodonServer };
  const address = addresses[draft.platform] ?? addressOf(draft.platform, phone);
  const composer = composerUrl(draft.platform, input, address);
  const post = handed.replyTo === undefined ? null : answerable(handed.replyTo);
  const url = post?.platform === draft.platform ? replyUrl(post, composer) : composer;
  const recorded = recordOpened(db, draft, { id: postId, route: catalogue[draft.platform].route }, tools.now);
  const [opened, written] = await Promise.allSettled([tools.openTab(url), recorded]);
  if (written.status === 'rejected') throw written.reason;
  if (opened.status === 'rejected') {
    // Nothing was opened: the record must not say so.
    await answerPost(db, postId, 'not-posted', null, tools.now);
    throw opened.reason;
  }
}
