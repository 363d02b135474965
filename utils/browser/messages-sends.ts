import type { Account } from '../account/account.ts';
import type { Outgoing, Taken, Target } from '../draft/outgoing.ts';
import type { Found } from '../platform/bluesky/identity.ts';

/**
 * Messages about accounts and about what Jubir sends itself. No token is in any of them, and none comes back: the
 * accounts stand in the database's table `accounts`, what is to be sent in `outbox`, both without tokens.
 */
export interface SendMessages {
  /**
   * Who a Bluesky handle is and on what server its posts lie, to be shown before anything is typed for it. `host` is
   * asked instead of the network's own directory. Fails with a SignInError or a NetworkError, whose message is the reason.
   */
  'find-account': (payload: { handle: string; host: string | null }) => Found;
  /** Signs in with an app password, at the server that was shown and nowhere else. Fails as `find-account`. */
  'add-bluesky': (payload: { found: Found; password: string }) => Account;
  /** Signs in on the server's own page. `host` from `mastodonHost`. Answers when that is done. Fails as `find-account`. */
  'add-mastodon': (payload: { host: string }) => Account;
  /** Signs out, and gives the host's permission back. `revoked`: the server made the tokens void. */
  'remove-account': (payload: { id: string }) => { revoked: boolean };
  /** Asks the server whether the account may still post: before the official begins to write. */
  'check-account': (payload: { id: string }) => { state: Account['state'] | 'unreachable' | 'gone' };
  /**
   * Takes what the official confirmed into the outbox, and sends it after `delay` milliseconds. Answers when it is on the
   * disk; what becomes of each is told by its post and its row in `outbox`.
   */
  publish: (payload: { targets: Target[]; delay: number }) => Taken[];
  /** Takes a post back that waits. `done`: false where it is on its way, or out. */
  'cancel-post': (payload: { postId: string }) => { done: boolean };
  /**
   * Sends now: one that waits for its time, for the official's word on a changed release (`seen`: what they were told of
   * it), one that failed, or a thread that stopped. What is out is not sent again.
   */
  'resume-post': (payload: { postId: string; seen: Outgoing['seen'] }) => { done: boolean };
  /** Looks at once for a post of which nobody heard. Answers when that is done. */
  'look-up-post': (payload: { postId: string }) => null;
  /** Deletes a post at its network. Fails with a NetworkError, whose message is the reason. */
  'remove-post': (payload: { postId: string }) => null;
}
