import type { PlatformId } from './platform.ts';

/** A post on a network that can be answered by its address. */
export interface Answerable {
  platform: 'x' | 'threads';
  /** X's number of the post; '' on Threads. */
  id: string;
  url: string;
}

/**
 * The post that an address is of: `https://x.com/NAME/status/ID` (twitter.com too), `https://www.threads.com/@NAME/post/CODE`
 * (threads.net too). Hosts are compared exactly.
 * @returns null where it is none
 */
export function answerable(address: string): Answerable | null {
  if (!URL.canParse(address)) return null;
  const { protocol, hostname, pathname, port } = new URL(address);
  if (protocol !== 'https:' || port !== '') return null;
  const status = /^\/\w{1,15}\/status\/(\d{1,19})(?:\/|$)/.exec(pathname)?.[1];
  if (xHosts.has(hostname) && status)
    return { platform: 'x', id: status, url: `https://x.com/i/status/${status}` };
  const post = /^\/@[\w.]{1,30}\/post\/[\w-]{1,30}(?=\/|$)/.exec(pathname)?.[0];
  if (threadsHosts.has(hostname) && post)
    return { platform: 'threads', id: '', url: `https://www.threads.com${post}` };
  return null;
}

const xHosts = new Set([
  'x.com',
  'www.x.com',
  'mobile.x.com',
  'twitter.com',
  'www.twitter.com',
  'mobile.twitter.com',
]);
const threadsHosts = new Set(['threads.com', 'www.threads.com', 'threads.net', 'www.threads.net']);

/**
 * The address that opens the answer to a post. X's composer takes the post's number as `in_reply_to` (Web Intents,
 * "Tweet": the id of the post that this is a reply to). Threads' post intent knows no such thing
 * (developers.facebook.com/docs/threads/threads-web-intents): the post itself opens, and the text is pasted.
 * @param composer the address of the network's composer, filled in
 */
export const replyUrl = (post: Answerable, composer: string): string =>
  post.platform === 'x' ? `${composer}&in_reply_to=${post.id}` : post.url;

/** Whether the text of an answer goes by the clipboard there. */
export const repliesByCopy = (platform: PlatformId): boolean => platform === 'threads';
