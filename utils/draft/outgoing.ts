import type { ApiPlatform, Card, Choices, Sent } from '../platform/network.ts';
import type { NetworkReason } from '../platform/network-error.ts';
import type { ReleaseState } from '../release/versions.ts';
import type { DraftInput } from './writing.ts';

/** One post of a thread, or the only one. */
export interface Part {
  text: string;
  /** Drawn once, kept whatever happens: a TID or a UUID. */
  key: string;
  /** ISO 8601, drawn once. */
  createdAt: string;
  /** The exact bytes that go out, committed before they do; null until then. */
  frozen: string | null;
  /** SHA-256 of those bytes, in hex; '' until then. What does not match never goes out. */
  hash: string;
  /** When they last went out, epoch milliseconds; 0 = never. */
  sentAt: number;
  state: 'prepared' | 'sending' | 'posted' | 'failed' | 'unknown';
  sent: Sent | null;
}

/** Why a prepared post waits. */
export type Waiting =
  /** For its time: the official may still take it back. */
  | 'undo'
  | 'offline'
  /** Its server does not answer, or has trouble; it is asked again. */
  | 'no-answer'
  /** Its server asked to be left alone until `sendAfter`. */
  | 'limited'
  /** The city changed or withdrew the release meanwhile: the official is asked first. */
  | ReleaseState;

/**
 * How a picture goes along: the release's under its title, or one by itself with words for it, at `url` or, without one,
 * the release's. It is fetched when it is sent.
 */
export type WantedPicture = { as: 'card' } | { as: 'picture'; alt: string; url?: string };

/** Nothing waits longer for its time, in milliseconds: what seems to was written by a clock that was wrong. */
const longestWait = 25 * 60 * 60_000;

/** Whether a moment that was planned has come. */
export const hasCome = (planned: number, now: number): boolean =>
  planned <= now || (planned - now > longestWait && planned !== never);

/** A moment that is not planned. */
export const never = Number.MAX_SAFE_INTEGER;

/**
 * What this machine has to send, or has sent, for a post: one row a post, under its id. It belongs to this machine alone
 * and is in no copy, so that no two machines send the same post.
 */
export interface Outgoing {
  /** The post's id. */
  id: string;
  accountId: string;
  platform: ApiPlatform;
  releaseId: string;
  language: string;
  parts: Part[];
  card: Card | null;
  picture: WantedPicture | null;
  choices: Choices | null;
  /** Not before this moment, epoch milliseconds. */
  sendAfter: number;
  waiting: Waiting | null;
  /** What the official had been told of the release when they confirmed, and when they did. */
  seen: ReleaseState | null;
  confirmedAt: number;
  /** How often its server was asked in vain, before anything went out. */
  attempts: number;
  /** Why it did not go out; null where it did, or may. */
  failure: { reason: NetworkReason; code: string; said: string } | null;
  /** How often an unknown one was looked for, and when it will be again, epoch milliseconds. */
  looks: number;
  nextLook: number;
}

/** What the official confirmed for one account. */
export interface Target {
  accountId: string;
  /** Made by the page, so that a repeated message is the same post. */
  postId: string;
  /** The draft as it stands in the page. */
  draft: DraftInput;
  /** The posts of a thread in their order; null where the text is one post. */
  thread: string[] | null;
  picture: WantedPicture | null;
  choices: Choices | null;
  /** What the page told the official of the release: it was changed, withdrawn … */
  seen: ReleaseState | null;
}

export type Refusal = 'no-account' | 'attention' | 'empty' | 'too-long';

/** What became of a target: it is in the outbox, or why it is not. */
export type Taken = { postId: string; refused: Refusal | null };
