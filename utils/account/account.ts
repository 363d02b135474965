import type { Secret } from '../db/database.ts';
import type { ApiPlatform, Limits, SignedIn } from '../platform/network.ts';

/** An account that the official posts from: everything about it but its tokens, which lie among the secrets. */
export interface Account {
  /** From `accountId`: signing in again is the same account. */
  id: string;
  platform: ApiPlatform;
  /** `https://host` of its own server, pinned at the sign-in: no request about it goes elsewhere. */
  server: string;
  /** Its id there: a DID, or Mastodon's number. */
  userId: string;
  /** "@dinas@mastodon.social", "@dinas.bsky.social". */
  handle: string;
  name: string;
  /** A small picture as a `data:` address, or null. */
  avatar: string | null;
  limits: Limits;
  /** `attention`: its tokens are void; it has to sign in again before anything is written for it. */
  state: 'ok' | 'attention';
  /** Epoch milliseconds. */
  addedAt: number;
}

/** The id of an account: one per network, server and user. */
export const accountId = (
  platform: ApiPlatform,
  { server, userId }: Pick<SignedIn, 'server' | 'userId'>,
): string => `${platform}:${new URL(server).host}:${userId}`;

const prefix = 'account:';

/** The id of the row of an account's tokens. */
export const secretId = (account: string): string => `${prefix}${account}`;

/** Whether a secret is an account's tokens. */
export const isAccountSecret = ({ id }: Pick<Secret, 'id'>): boolean => id.startsWith(prefix);

/** The host permission that an account needs, as a match pattern; those carry no port. */
export const originOf = ({ server }: Pick<Account, 'server'>): string =>
  `https://${new URL(server).hostname}/*`;
