import { retryAfter } from '../source/schedule.ts';
import { NetworkError, type NetworkReason, plainWords } from './network-error.ts';

/** One question to a network's server. */
export interface Asked {
  /** `https://host`, exactly: a path never changes it. */
  server: string;
  /** Begins with "/". */
  path: string;
  method?: 'GET' | 'POST' | 'DELETE';
  token?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer> | FormData;
  /** Milliseconds for all of it. */
  patience?: number;
}

/** What a server answered. */
export interface Answered {
  status: number;
  headers: Headers;
  /** Parsed JSON; null where the body is empty. */
  json: unknown;
}

/** A server that takes longer will not answer, in milliseconds. */
export const patience = 30_000;
/** A larger answer is none that we asked for, in bytes. */
const largest = 2 * 1024 * 1024;

/** A server as its `https://host`; null where an address is anything more, or less. */
export function serverOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const bare = url.pathname === '/' && url.search === '' && url.hash === '';
  if (url.protocol !== 'https:' || url.username || url.password || !bare) return null;
  return url.hostname.includes('.') ? url.origin : null;
}

/**
 * Asks once. No cookies, no cache, no redirect: a token goes to the server that it was given for and to no other.
 * @throws NetworkError
 */
export async function ask(asked: Asked): Promise<Answered> {
  const answer = await reach(asked);
  const bytes = await read(answer);
  return judge(answer, bytes);
}

/** As `ask`, for bytes: a picture from the account's own server. @throws NetworkError */
export async function askBytes(asked: Asked): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: string }> {
  const answer = await reach(asked);
  const bytes = await read(answer);
  if (!answer.ok) judge(answer, bytes);
  return { bytes, type: (answer.headers.get('content-type') ?? '').split(';', 1)[0]?.trim() ?? '' };
}

async function reach(asked: Asked): Promise<Response> {
  const { server, path, method = 'GET', token, headers = {}, body } = asked;
  if (serverOf(server) !== server || !path.startsWith('/') || path.startsWith('//')) {
    throw new NetworkError('refused', { code: 'NotItsServer' });
  }
  if (globalThis.navigator?.onLine === false) throw new NetworkError('offline');
  const signal = AbortSignal.timeout(asked.patience ?? patience);
  try {
    const answer = await fetch(`${server}${path}`, {
      ...{ method, signal, headers: { ...headers, ...(token && { authorization: `Bearer ${token}` }) } },
      ...(body !== undefined && { body }),
      ...{ credentials: 'omit', redirect: 'manual', cache: 'no-store', referrerPolicy: 'no-referrer' },
    });
    return answer;
  } catch (error) {
    throw new NetworkError(signal.aborted ? 'timeout' : 'no-answer', { cause: error });
  }
}

async function read(answer: Response): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = answer.body?.getReader();
  try {
    while (reader) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.byteLength;
      if (size > largest) throw new NetworkError('unreadable', { status: answer.status });
      parts.push(value);
    }
  } catch (error) {
    // A stream that broke off cannot be cancelled, and needs not be.
    await reader?.cancel().catch(() => undefined);
    if (error instanceof NetworkError) throw error;
    throw new NetworkError('cut', { status: answer.status, cause: error });
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.byteLength;
  }
  return bytes;
}

function judge(answer: Response, bytes: Uint8Array): Answered {
  const { status, headers } = answer;
  if (answer.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
    throw new NetworkError('redirected', { status });
  }
  const json = parsed(bytes);
  if (!answer.ok) throw refusal(status, headers, json);
  if (json === undefined) throw new NetworkError('unreadable', { status });
  return { status, headers, json };
}

/** Undefined where it is no JSON. */
function parsed(bytes: Uint8Array): unknown {
  if (bytes.byteLength === 0) return null;
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    // What else JSON.parse may throw is not about the answer.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function refusal(status: number, headers: Headers, json: unknown): NetworkError {
  // Mastodon: {error, error_description}; Bluesky: {error, message}.
  const { error, error_description, message } = fields(json);
  const code = typeof error === 'string' && /^[A-Za-z_]{1,60}$/.test(error) ? error : '';
  const said = plainWords(message ?? error_description ?? error);
  const wait = status === 429 || status === 503 ? waitOf(headers) : 0;
  return new NetworkError(reasonOf(status), { status, code, said, wait });
}

/** How long a server wants to be left alone: `Retry-After`, or the reset that both networks tell. */
function waitOf(headers: Headers): number {
  const asked = retryAfter(headers.get('retry-after'), headers.get('date'), Date.now());
  if (asked !== null) return asked;
  // Bluesky in seconds since 1970, Mastodon as a date.
  const reset = headers.get('ratelimit-reset') ?? headers.get('x-ratelimit-reset') ?? '';
  const until = /^\d{9,11}$/.test(reset) ? Number(reset) * 1_000 : Date.parse(reset);
  const serverNow = Date.parse(headers.get('date') ?? '');
  const left = until - (Number.isNaN(serverNow) ? Date.now() : serverNow);
  return Number.isFinite(left) ? Math.min(Math.max(left, 0), 24 * 60 * 60_000) : 0;
}

function reasonOf(status: number): NetworkReason {
  if (status === 401) return 'signed-out';
  if (status === 404 || status === 410) return 'gone';
  if (status === 429) return 'limited';
  // 408 and 425 are about the line, not about what was sent.
  if (status >= 400 && status < 500 && status !== 408 && status !== 425) return 'refused';
  return 'status';
}

/** An object's fields; none where it is no object. */
export function fields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

/** A text of a server's, or '' where there is none or it is longer than anything of its kind. */
export const textOf = (value: unknown, longest = 2_048): string =>
  typeof value === 'string' && value.length <= longest ? value : '';
