import type { NetworkError } from './network-error.ts';
import type { PlatformId } from './platform.ts';

/** The networks that a person's own token may post to. */
export type ApiPlatform = Extract<PlatformId, 'bluesky' | 'mastodon'>;

/** Who posts, and where: nothing of it is secret but `secret`. */
export interface Access {
  /** `https://host` of the account's own server. No request about the account goes to any other. */
  server: string;
  /** The account's id there: a DID, or Mastodon's number. */
  userId: string;
  /** Tokens, as `SignedIn` gave them. */
  secret: string;
  /** Stores renewed tokens; the old ones may be void by then. */
  keep: (secret: string) => Promise<void>;
}

/** A picture that goes with a post. */
export interface Picture {
  bytes: Uint8Array<ArrayBuffer>;
  /** For instance "image/jpeg". */
  type: string;
  /** What it shows, in words. */
  alt: string;
}

/** The release as a card under the post, where the network lets the sender make it. */
export interface Card {
  url: string;
  title: string;
  description: string;
}

/** Mastodon's own choices. */
export interface Choices {
  visibility: 'public' | 'unlisted' | 'private';
  sensitive: boolean;
  /** A warning that hides the text until it is clicked; '' for none. */
  spoiler: string;
}

/** One post to be made, before anything was asked of the network. */
export interface Intent {
  /** Ours, drawn once: a second sending of the same key is the same post, where the network can tell. */
  key: string;
  text: string;
  /** The text's language, for instance "id". */
  language: string;
  /** ISO 8601, by this computer's clock; drawn once. */
  createdAt: string;
  card: Card | null;
  picture: Picture | null;
  choices: Choices | null;
  /** In a thread: the post that it answers, and the first one. */
  reply: { root: Sent; parent: Sent } | null;
}

/** A post that is there. */
export interface Sent {
  /** Its id for the network: an at-uri, or Mastodon's number. */
  id: string;
  /** The hash that Bluesky needs for an answer to it; '' elsewhere. */
  cid: string;
  /** Its https address. */
  link: string;
}

/** What a look at the network told of a post whose sending had no answer. */
export type Finding =
  | { kind: 'found'; sent: Sent }
  /** Certainly not there, and not on its way any more. */
  | { kind: 'absent' }
  /** Nobody can tell. */
  | { kind: 'unsure'; error?: NetworkError };

/** What is asked for in a look. */
export interface Question {
  key: string;
  /** The very bytes that went out. */
  frozen: string;
  /** When they did, epoch milliseconds. */
  sentAt: number;
  now: number;
  /** Whether the server takes a repeated key for the same post. */
  honoursKeys: boolean;
  /** Ids of posts that are known to be others. */
  others: ReadonlySet<string>;
}

/** A network that posts by its interface. Everything but `send` and `remove` may be repeated without harm. */
export interface Network {
  /**
   * The exact bytes that will go out: pictures are uploaded and names looked up here, so that nothing but these bytes is
   * left to be sent. @throws NetworkError
   */
  freeze(access: Access, intent: Intent): Promise<string>;
  /** Sends the bytes, once. @throws NetworkError, which tells whether they may have been taken */
  send(access: Access, key: string, frozen: string): Promise<Sent>;
  /** Looks whether a post is there. @throws NetworkError */
  lookUp(access: Access, question: Question): Promise<Finding>;
  /** Deletes a post; harmless where it is gone. @throws NetworkError */
  remove(access: Access, sent: Sent): Promise<void>;
  /** Asks whether the account may still post. @throws NetworkError `signed-out` where it must sign in again */
  check(access: Access): Promise<void>;
  /** What the account's server lets a post have now, as it tells anybody. @throws NetworkError where it does not tell */
  limits(server: string): Promise<Limits>;
  /** Makes the tokens void. @throws NetworkError */
  signOut(access: Access): Promise<void>;
}

/** Who signed in. */
export interface SignedIn {
  server: string;
  userId: string;
  /** "@dinas@mastodon.social", "@dinas.bsky.social". */
  handle: string;
  /** As the person calls themselves; their handle where they do not. */
  name: string;
  /** Their picture as it came; null where their server gives none. */
  avatar: Blob | null;
  limits: Limits;
  secret: string;
}

/** What the account's server lets a post have. */
export interface Limits {
  /** Characters as the catalogue's measure counts them. */
  characters: number;
  /** Characters that a link counts. */
  perLink: number;
  /** Bytes of a picture. */
  picture: number;
  /** Whether a repeated key is the same post: Mastodon itself and its forks; others do not tell. */
  honoursKeys: boolean;
}
