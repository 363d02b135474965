import { catalogue } from './catalogue.ts';
import type { PlatformId } from './platform.ts';

/** A post that somebody wants to answer. */
export interface Answered {
  platform: Extract<PlatformId, 'x' | 'threads'>;
  /** The post's own address, without what trackers hang on it. */
  url: string;
  /** X's number of the post, or Threads' short code. */
  post: string;
}

/** How an answer begins: by a composer that knows the post, or at the post itself, with the text copied. */
export interface ReplyLink {
  route: 'composer' | 'copy';
  url: string;
}

const hosts: Readonly<Record<string, Answered['platform']>> = {
  'x.com': 'x',
  'www.x.com': 'x',
  'mobile.x.com': 'x',
  'twitter.com': 'x',
  'www.twitter.com': 'x',
  'mobile.twitter.com': 'x',
  'threads.com': 'threads',
  'www.threads.com': 'threads',
  'threads.net': 'threads',
  'www.threads.net': 'threads',
};

/** `/user/status/123`, what follows it ("/photo/1") left alone; a number is at most 64 bits. */
const xPost = /^\/(\w{1,15}|i\/web)\/status(?:es)?\/(\d{1,20})(?:\/|$)/;
/** `/@user/post/CODE` */
const threadsPost = /^\/@([\w.]{1,30})\/post\/([\w-]{5,40})(?:\/|$)/;

/** The post on X or Threads that an address leads to, or null where it leads to none. Hosts compare exactly. */
export function answeredPost(address: string): Answered | null {
  let url: URL;
  try {
    url = new URL(address.trim());
  } catch {
    return null;
  }
  const platform = Object.hasOwn(hosts, url.hostname) ? hosts[url.hostname] : undefined;
  const plain = url.protocol === 'https:' && url.port === '' && url.username === '' && url.password === '';
  if (!plain || platform === undefined) return null;
  const [, user, post] = (platform === 'x' ? xPost : threadsPost).exec(url.pathname) ?? [];
  if (user === undefined || post === undefined) return null;
  const own =
    platform === 'x'
      ? `https://x.com/${user}/status/${post}`
      : `https://www.threads.com/@${user}/post/${post}`;
  return { platform, url: own, post };
}

/**
 * The address that opens an answer to a post.
 *
 * X: its documented Tweet intent takes `in_reply_to`, the post's number
 * (https://docs.x.com/x-for-websites/web-intents/overview). Threads: its post intent knows `text`, `url`, `tag` and
 * `reply_control` and no parameter for the post that is answered
 * (https://developers.facebook.com/documentation/threads/threads-web-intents), so the post itself opens and the text is
 * pasted.
 */
export function replyLink({ platform, url, post }: Answered, text: string): ReplyLink {
  if (platform !== 'x') return { route: 'copy', url };
  const words = encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'));
  return {
    route: 'composer',
    url: `${catalogue.x.address.replace('{text}', () => words)}&in_reply_to=${post}`,
  };
}
