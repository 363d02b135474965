import type { FeedItem } from './caption-feed.ts';

/** One release's captions as an officer of the Humas office writes them. The background is its only writer. */
export interface HumasItem extends FeedItem {
  /** What all addresses of the release have in common. */
  id: string;
}

/** What an officer set once for the whole file. */
export interface HumasDesk {
  id: typeof deskId;
  title: string;
  city: string;
  /** The officer's name, written into what they write. */
  name: string;
  /** Only what a second person approved goes into the file. */
  reviews: boolean;
  /** The public key of the pair that signs, base64; '' = not signed. The private one lies with the secrets. */
  publicKey: string;
}

/** There is one desk on a machine. */
export const deskId = 'desk';
