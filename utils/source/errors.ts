import type { FetchReason, ReadReason } from './source.ts';

/** Anything that can go wrong between a city's site and the archive. The rooms `source` throws nothing else. */
export class SourceError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SourceError';
  }
}

/** A request that brought nothing: `reason` says why, `status` is the HTTP status where there was one. */
export class FetchError extends SourceError {
  readonly reason: FetchReason;
  readonly url: string;
  readonly status: number | null;
  /** For how many milliseconds the server asked to be left alone; null where it did not. */
  readonly retryAfterMs: number | null;

  constructor(
    reason: FetchReason,
    url: string,
    detail: { status?: number; cause?: unknown; retryAfterMs?: number | null } = {},
  ) {
    super(`${reason}: ${url}`, 'cause' in detail ? { cause: detail.cause } : undefined);
    this.name = 'FetchError';
    this.reason = reason;
    this.url = url;
    this.status = detail.status ?? null;
    this.retryAfterMs = detail.retryAfterMs ?? null;
  }
}

/** A document that came but tells nothing: `empty` where rows were expected, `unreadable` where it is garbage. */
export class ReadError extends SourceError {
  readonly reason: ReadReason;

  constructor(reason: ReadReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ReadError';
    this.reason = reason;
  }
}
