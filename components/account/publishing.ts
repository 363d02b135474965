import type { Account } from '../../utils/account/account.ts';
import type { Post } from '../../utils/draft/draft.ts';
import type { Outgoing, Taken, Target } from '../../utils/draft/outgoing.ts';

/** A post that Jubir sends itself, with what there is to send on this machine; null on another one. */
export interface Sending {
  post: Post;
  outgoing: Outgoing | null;
}

/** What the composer needs to post from the official's own accounts. */
export interface Publishing {
  /** Every account, of whatever network. */
  accounts: readonly Account[];
  /** Posts of this release that Jubir sent or sends, newest first. */
  sendings: readonly Sending[];
  /** Whether the release has a picture that can go along. */
  hasPicture: boolean;
  /** Whether the official may take a post back before it is sent. */
  delayed: boolean;
  /** Takes what was confirmed into the outbox. Rejects when nothing was taken. */
  publish: (targets: Target[]) => Promise<Taken[]>;
  act: SendingActions;
  onSettings: () => void;
}

/** What can be done with a post of the outbox; each rejects when it was not done. */
export interface SendingActions {
  cancel: (postId: string) => Promise<unknown>;
  resume: (postId: string) => Promise<unknown>;
  lookUp: (postId: string) => Promise<unknown>;
  remove: (postId: string) => Promise<unknown>;
  answer: (postId: string, state: 'posted' | 'not-posted') => Promise<unknown>;
}
