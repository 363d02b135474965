import { isSafe, parseUrl } from './address.ts';
import { bounds } from './bounds.ts';
import { decodeBytes } from './charset.ts';
import { FetchError } from './errors.ts';
import { pictureType } from './picture-type.ts';
import { retryAfter } from './schedule.ts';
import type { Download, Validators } from './source.ts';

/** What both kinds of download share. */
interface Limits {
  /** Exact host names that may answer; a redirect to any other fails. */
  hosts: readonly string[];
  /** Bytes of the body, counted while they stream in. */
  maxBytes?: number;
  /** Milliseconds for everything, the body included; 15 s unless a test is in a hurry. */
  timeoutMs?: number;
  /** Ends the request early. */
  signal?: AbortSignal;
}

export interface TextOptions extends Limits {
  /** From the last download: the server may answer that nothing changed. */
  validators?: Validators;
}

export type PictureOptions = Limits;

const TEXT_ACCEPT =
  'application/atom+xml, application/rss+xml, application/feed+json, text/html;q=0.9, application/json;q=0.9, */*;q=0.8';

/** Types that no feed and no page ever has: refused before the body is read. */
const NOT_TEXT = /^(image|video|audio|font)\/|^application\/(pdf|zip|gzip|x-rar|vnd\.|msword)/i;

/**
 * Gets a feed or a page as decoded text.
 * @returns `'not-modified'` when validators were given and the server says that they still hold (304).
 * @throws FetchError, and nothing else.
 */
export async function downloadText(url: string, options: TextOptions): Promise<Download | 'not-modified'> {
  const validators = options.validators ?? {};
  const headers = new Headers({ Accept: TEXT_ACCEPT });
  if (validators.etag) headers.set('If-None-Match', validators.etag);
  if (validators.lastModified) headers.set('If-Modified-Since', validators.lastModified);
  const conditional = Boolean(validators.etag || validators.lastModified);

  const answer = await get(url, headers, options, options.maxBytes ?? bounds.feedBytes, (response) => {
    if (conditional && response.status === 304) return 'skip-body';
    return NOT_TEXT.test(typeOf(response)) ? 'refuse' : 'read-body';
  });
  if (answer.bytes === null) return 'not-modified';

  const { headers: answered } = answer.response;
  const contentType = answered.get('content-type');
  const { text, repairs } = decodeBytes(answer.bytes, contentType);
  return {
    url: answer.response.url || url,
    text,
    contentType,
    validators: validatorsOf(answer.response),
    receivedAt: serverTime(answered) ?? Date.now(),
    ...(repairs.length > 0 && { repairs }),
  };
}

/**
 * Gets a picture: PNG, JPEG, GIF, WebP, AVIF or BMP by its own first bytes, whatever the server calls it; at
 * most 8 MiB. SVG is a program rather than a picture and is refused.
 * @throws FetchError; reason `wrong-type` when it is no such picture.
 */
export async function downloadPicture(url: string, options: PictureOptions): Promise<Blob> {
  const headers = new Headers({ Accept: 'image/avif,image/webp,image/png,image/jpeg,image/*;q=0.8' });
  const answer = await get(url, headers, options, options.maxBytes ?? bounds.pictureBytes, (response) => {
    const type = typeOf(response);
    const plausible = type === '' || type === 'application/octet-stream' || /^image\/(?!svg)/.test(type);
    return plausible ? 'read-body' : 'refuse';
  });
  const type = answer.bytes && pictureType(answer.bytes);
  if (!answer.bytes || !type) throw new FetchError('wrong-type', url);
  return new Blob([answer.bytes], { type });
}

type Verdict = 'read-body' | 'skip-body' | 'refuse';

interface Answer {
  response: Response;
  /** Null where the verdict was `skip-body`. */
  bytes: Uint8Array<ArrayBuffer> | null;
}

async function get(
  url: string,
  headers: Headers,
  limits: Limits,
  maxBytes: number,
  judge: (response: Response) => Verdict,
): Promise<Answer> {
  checkAddress(url, limits.hosts);
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), limits.timeoutMs ?? bounds.requestMs);
  // One more controller, so that whatever ends this request also ends its connection.
  const end = new AbortController();
  const signal = AbortSignal.any([timeout.signal, end.signal, ...(limits.signal ? [limits.signal] : [])]);
  try {
    const response = await send(url, headers, signal);
    checkAnswer(response, url, limits.hosts);
    const verdict = judge(response);
    if (verdict === 'skip-body') return { response, bytes: null };
    if (!response.ok) throw statusError(response, url);
    if (verdict === 'refuse') throw new FetchError('wrong-type', url, { status: response.status });
    return { response, bytes: await readBody(response, url, maxBytes) };
  } catch (error) {
    if (error instanceof FetchError) throw error;
    const reason = timeout.signal.aborted ? 'timeout' : isOffline() ? 'offline' : 'no-answer';
    throw new FetchError(reason, url, { cause: error });
  } finally {
    clearTimeout(timer);
    end.abort();
  }
}

function checkAddress(url: string, hosts: readonly string[]): void {
  const parsed = parseUrl(url);
  if (!parsed || !isSafe(parsed)) throw new FetchError('not-https', url);
  if (!hosts.includes(parsed.hostname)) throw new FetchError('no-permission', url);
}

/**
 * A redirect to a host that the extension may not read shows as a bare TypeError, the same as a dead server
 * (tried in Chromium and Firefox). Asking once more without following tells the two apart; it cannot tell where to.
 */
async function send(url: string, headers: Headers, signal: AbortSignal): Promise<Response> {
  const init: RequestInit = {
    headers,
    signal,
    // A city must not learn who reads it, and its cookies must not change what it says.
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    // Freshness is ours to decide: with the browser's cache in between, a 304 would never be seen.
    cache: 'no-store',
  };
  try {
    return await fetch(url, { ...init, redirect: 'follow' });
  } catch (error) {
    if (signal.aborted || isOffline() || !(error instanceof TypeError)) throw error;
    return await fetch(url, { ...init, redirect: 'manual' });
  }
}

function checkAnswer(response: Response, url: string, hosts: readonly string[]): void {
  const redirects = response.type === 'opaqueredirect' || [301, 302, 303, 307, 308].includes(response.status);
  if (redirects) throw new FetchError('redirected', url);
  const landed = response.url ? parseUrl(response.url) : null;
  if (landed && (!isSafe(landed) || !hosts.includes(landed.hostname)))
    throw new FetchError('redirected', url);
}

function statusError(response: Response, url: string): FetchError {
  const gone = response.status === 404 || response.status === 410;
  // Only these two mean "later" by it; a 301 may carry it too.
  const { headers, status } = response;
  const asksToWait = status === 429 || status === 503;
  const retryAfterMs = asksToWait
    ? retryAfter(headers.get('retry-after'), headers.get('date'), Date.now())
    : null;
  return new FetchError(gone ? 'not-found' : 'status', url, { status, retryAfterMs });
}

async function readBody(response: Response, url: string, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  // What is announced as too large need not be begun. The header may lie, so the bytes are counted all the same.
  if (Number(response.headers.get('content-length')) > maxBytes) throw new FetchError('too-large', url);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > maxBytes) throw new FetchError('too-large', url);
    chunks.push(value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

/** The moment of the answer (RFC 9110, 6.6.1); an official's clock may be years off, a server's seldom is. */
function serverTime(headers: Headers): number | null {
  const at = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(at) ? null : at;
}

function validatorsOf(response: Response): Validators {
  const etag = response.headers.get('etag');
  const lastModified = response.headers.get('last-modified');
  return { ...(etag && { etag }), ...(lastModified && { lastModified }) };
}

function typeOf(response: Response): string {
  return (response.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

function isOffline(): boolean {
  return typeof navigator !== 'undefined' && navigator.onLine === false;
}
