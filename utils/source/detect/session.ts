import { bounds } from '../bounds.ts';
import type { downloadText } from '../download.ts';
import { FetchError, ReadError } from '../errors.ts';
import { limits } from '../limits.ts';
import type { Download, FetchReason, FoundBy, ReadReason } from '../source.ts';

/** What detection needs from outside. */
export interface DetectTools {
  downloadText: typeof downloadText;
  /** Hosts that may be read: what the official just allowed. `hostsToAsk(address)` by default. */
  hosts?: readonly string[];
  /** Ids of the sources that are there, so that a new one gets its own. */
  takenIds?: readonly string[];
  /** The time in epoch milliseconds; the machine's by default. */
  now?: () => number;
  /** Told of every address as its outcome is known. */
  onAttempt?: (attempt: Attempt) => void;
  /** Ends it early. */
  signal?: AbortSignal;
}

/** One address that was tried, and what came of it. */
export interface Attempt {
  url: string;
  /** As what it was tried; `page` for pages that are looked at for ways. */
  as: FoundBy | 'page';
  /** `found`: releases were read. `no-listing`: a page without a recognisable list. `no-release`: its releases cannot be read. */
  outcome: 'found' | 'looked-at' | 'no-listing' | 'no-release' | FetchReason | ReadReason;
  status?: number;
}

/** Milliseconds for one request: somebody is waiting. */
const REQUEST_MS = 10_000;

/** The requests of one detection: counted, bounded, each with its outcome on record. */
export class Session {
  readonly tried: Attempt[] = [];
  readonly hosts: readonly string[];
  readonly now: () => number;
  private readonly tools: DetectTools;
  private readonly end: number;
  private requests = 0;
  private silences = 0;
  /** Nothing can come of more requests: no network, no permission. */
  private isHopeless = false;

  constructor(tools: DetectTools, hosts: readonly string[]) {
    this.tools = tools;
    this.hosts = hosts;
    this.now = tools.now ?? Date.now;
    this.end = this.now() + limits.detectMs;
  }

  /** Requests that may still be made. */
  get left(): number {
    const isOver = this.tools.signal?.aborted === true || this.now() > this.end;
    return isOver || this.isHopeless || this.silences >= limits.silences
      ? 0
      : limits.detectRequests - this.requests;
  }

  /** Whether an address was asked for already. */
  knows(url: string): boolean {
    return this.tried.some((attempt) => attempt.url === url);
  }

  /** Downloads an address; null where nothing came or no request is left. Failures are on record. */
  async get(url: string, as: Attempt['as']): Promise<Download | null> {
    if (this.left <= 0 || this.knows(url)) return null;
    this.requests++;
    try {
      const download = await this.tools.downloadText(url, {
        hosts: this.hosts,
        maxBytes: as === 'page' || as === 'recognised' ? bounds.pageBytes : bounds.feedBytes,
        timeoutMs: REQUEST_MS,
        ...(this.tools.signal && { signal: this.tools.signal }),
      });
      // 304 answers only those who send validators.
      if (download === 'not-modified') throw new FetchError('status', url, { status: 304 });
      this.silences = 0;
      return download;
    } catch (error) {
      if (!(error instanceof FetchError)) throw error;
      const { reason, status } = error;
      this.silences = reason === 'timeout' || reason === 'no-answer' ? this.silences + 1 : 0;
      this.isHopeless ||= reason === 'offline' || reason === 'no-permission';
      this.note(url, as, reason, status ?? undefined);
      return null;
    }
  }

  /** Puts an outcome on record. */
  note(url: string, as: Attempt['as'], outcome: Attempt['outcome'], status?: number): void {
    const attempt: Attempt = { url, as, outcome, ...(status !== undefined && { status }) };
    this.tried.push(attempt);
    this.tools.onAttempt?.(attempt);
  }

  /** Puts a reader's failure on record. Anything else is a fault of ours and is thrown on. */
  noteFailure(url: string, as: Attempt['as'], error: unknown): void {
    if (!(error instanceof ReadError)) throw error;
    this.note(url, as, error.reason);
  }
}
