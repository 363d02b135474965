import { retryAfter } from '../source/schedule.ts';
import { FolderError, type FolderReason } from './folder-error.ts';
import { type FolderFile, readListing } from './listing.ts';

/** How to reach the folder. */
export interface Access {
  /** As `folderAddress` gives it. */
  address: string;
  user: string;
  password: string;
}

/** Milliseconds until a server answers, and for a second more of its silence while bytes go over the line. */
const patience = { answer: 30_000, perMebibyte: 30_000 };
const mebibyte = 1024 * 1024;
const longestListing = 2 * mebibyte;

/** How a MOVE is refused by servers, and by proxies in front of them, that take a plain PUT. */
const movesNot = new Set([207, 403, 405, 409, 412, 415, 501, 502]);

const properties =
  '<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:"><prop><getetag/><getcontentlength/><getlastmodified/><resourcetype/></prop></propfind>';

const reasons: Record<number, FolderReason> = {
  ...{
    401: 'refused',
    403: 'forbidden',
    404: 'not-found',
    405: 'not-webdav',
    409: 'no-parent',
    410: 'not-found',
  },
  ...{ 413: 'too-large', 423: 'locked', 429: 'busy', 501: 'not-webdav', 503: 'busy', 507: 'full' },
};

/**
 * A folder on a WebDAV server (RFC 4918), as far as Jubir uses it. Name and password go to its address alone: no
 * cookies, no redirect, nothing kept by the browser.
 */
export class WebDavFolder {
  readonly #address: string;
  readonly #authorization: string;
  readonly #patience: typeof patience;

  /** @param waits shorter ones for tests */
  constructor({ address, user, password }: Access, waits: Partial<typeof patience> = {}) {
    this.#address = address;
    const bytes = new TextEncoder().encode(`${user}:${password}`);
    this.#authorization = `Basic ${btoa(String.fromCharCode(...bytes))}`;
    this.#patience = { ...patience, ...waits };
  }

  /** The files that lie in it. @throws FolderError */
  async list(): Promise<FolderFile[]> {
    return readListing(await this.#properties('', '1'), this.#address);
  }

  /** What the server tells of one file; null where it is not there. @throws FolderError */
  async look(name: string): Promise<FolderFile | null> {
    try {
      const files = readListing(await this.#properties(name, '0'), this.#address);
      return files.find((file) => file.name === name) ?? null;
    } catch (error) {
      if (error instanceof FolderError && error.reason === 'not-found') return null;
      throw error;
    }
  }

  /** Makes the folder; harmless where it is there. @throws FolderError `no-parent` where its own folder is missing */
  async make(): Promise<void> {
    const { status } = await this.#ask('MKCOL', '/', { taken: [201, 405] });
    if (status !== 201) await this.list();
  }

  /** Reads a file. @param most bytes; more than that fails. @throws FolderError, also while bytes are taken */
  async read(name: string, most: number): Promise<AsyncGenerator<Uint8Array<ArrayBuffer>>> {
    const patience = this.#patience.answer + (most / mebibyte) * this.#patience.perMebibyte;
    const answer = await this.#ask('GET', `/${encodeURIComponent(name)}`, { taken: [200], patience });
    return bounded(answer, most);
  }

  /**
   * Puts a file in its place: under another name first, then moved, so that nobody reads half of it. Where the server
   * moves nothing it is put there at once.
   * @returns what lies there now, as long as it was sent
   * @throws FolderError
   */
  async write(name: string, body: Blob): Promise<FolderFile> {
    const part = `/${encodeURIComponent(`${name}.part`)}`;
    const place = `/${encodeURIComponent(name)}`;
    await this.#put(part, body);
    const headers = { destination: `${this.#address}${place}`, overwrite: 'T' };
    const { status } = await this.#ask('MOVE', part, { headers, taken: [201, 204, ...movesNot] });
    if (movesNot.has(status)) {
      await this.#put(place, body);
      // Whatever is left of it is written over the next time.
      await this.#ask('DELETE', part, { taken: 'any' });
    }
    const file = await this.look(name);
    if (!file || (file.size !== null && file.size !== body.size)) throw new FolderError('cut');
    return file;
  }

  /** Removes a file; harmless where it is not there. @throws FolderError */
  async remove(name: string): Promise<void> {
    await this.#ask('DELETE', `/${encodeURIComponent(name)}`, { taken: [200, 204, 404] });
  }

  async #put(path: string, body: Blob): Promise<void> {
    const patience = this.#patience.answer + (body.size / mebibyte) * this.#patience.perMebibyte;
    try {
      await this.#ask('PUT', path, { body, patience, taken: [200, 201, 204] });
    } catch (error) {
      if (!(error instanceof FolderError)) throw error;
      // What may be listed and not be written to is no trouble with the name or the password.
      if (error.status === 403 || error.status === 405) throw new FolderError('read-only', error.status);
      if (error.status === 404) throw new FolderError('not-found', 404);
      throw error;
    }
  }

  async #properties(name: string, depth: '0' | '1'): Promise<string> {
    const headers = { depth, 'content-type': 'application/xml; charset=utf-8' };
    const path = name === '' ? '/' : `/${encodeURIComponent(name)}`;
    const answer = await this.#ask('PROPFIND', path, { headers, body: properties, taken: [207] });
    let text = '';
    const decoder = new TextDecoder();
    try {
      for await (const bytes of bounded(answer, longestListing))
        text += decoder.decode(bytes, { stream: true });
    } catch (error) {
      throw error instanceof FolderError && error.reason === 'too-large' ? new FolderError('crowded') : error;
    }
    return text + decoder.decode();
  }

  async #ask(
    method: string,
    path: string,
    { taken, headers = {}, body, patience = this.#patience.answer }: Question,
  ): Promise<Response> {
    const signal = AbortSignal.timeout(Math.ceil(patience));
    let answer: Response;
    try {
      answer = await fetch(`${this.#address}${path}`, {
        ...{ method, signal, headers: { ...headers, authorization: this.#authorization } },
        ...(body !== undefined && { body }),
        ...{ credentials: 'omit', redirect: 'manual', cache: 'no-store', referrerPolicy: 'no-referrer' },
      });
    } catch (error) {
      throw noAnswer(error, signal);
    }
    if (taken === 'any' || taken.includes(answer.status)) return answer;
    await answer.body?.cancel();
    throw refusal(answer);
  }
}

interface Question {
  /** The statuses that are an answer; any other is a FolderError. */
  taken: readonly number[] | 'any';
  headers?: Record<string, string>;
  body?: string | Blob;
  /** Milliseconds for all of it. */
  patience?: number;
}

function noAnswer(error: unknown, signal?: AbortSignal): FolderError {
  const timedOut = signal?.aborted || (error instanceof DOMException && error.name === 'TimeoutError');
  const reason = timedOut ? 'timeout' : navigator.onLine === false ? 'offline' : 'no-answer';
  return new FolderError(reason, 0, 0, { cause: error });
}

function refusal({ type, status, headers }: Response): FolderError {
  if (type === 'opaqueredirect' || (status >= 300 && status < 400))
    return new FolderError('redirected', status);
  const wait = retryAfter(headers.get('retry-after'), headers.get('date'), Date.now()) ?? 0;
  // What answers a WebDAV question with 200 and a page is a page to sign in on.
  const reason = reasons[status] ?? (status >= 200 && status < 300 ? 'not-webdav' : 'status');
  return new FolderError(reason, status, wait);
}

/** The bytes of an answer, counted: what a server announces may be a lie. */
async function* bounded(answer: Response, most: number): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = answer.body?.getReader();
  let size = 0;
  try {
    while (reader) {
      const { done, value } = await reader.read().catch((error) => {
        throw noAnswer(error);
      });
      if (done) return;
      size += value.byteLength;
      if (size > most) throw new FolderError('too-large', answer.status);
      yield value;
    }
  } finally {
    // Whether it was read to its end, broke off or was too large, nobody waits for more.
    await reader?.cancel().catch(ended);
  }
}

/** A stream that broke off cannot be cancelled, and needs not be. */
const ended = () => {};
