/** Why a network did not do what was asked. */
export type NetworkReason =
  /** The browser is offline: nothing left this computer. */
  | 'offline'
  /** No connection, or it broke before an answer came. */
  | 'no-answer'
  | 'timeout'
  /** An answer began and broke off. */
  | 'cut'
  /** An answer that is none of the network's. */
  | 'unreadable'
  /** Another address would have answered. */
  | 'redirected'
  /** The tokens are void, or the account may not post: sign in again. */
  | 'signed-out'
  /** What was asked about is not there any more. */
  | 'gone'
  /** The server read it and does not want it; `said` tells why. */
  | 'refused'
  /** Too much at once; `wait` tells how long. */
  | 'limited'
  /** The server has trouble of its own. */
  | 'status';

/** What is known of a failure besides its reason. */
export interface Facts extends ErrorOptions {
  status?: number;
  /** Milliseconds that the server asked to be left alone. */
  wait?: number;
  /** The server's name for the fault, for instance "RecordNotFound". */
  code?: string;
  /** The server's own words: plain text, short. */
  said?: string;
}

/** Reasons after which the server cannot have done what was asked. */
const certain: readonly NetworkReason[] = ['offline', 'signed-out', 'gone', 'refused', 'limited'];

/**
 * A network that did not do what was asked. The message is the reason, by which pages find its text; it never holds
 * what was sent, nor a token.
 */
export class NetworkError extends Error {
  override name = 'NetworkError';
  readonly reason: NetworkReason;
  readonly status: number;
  readonly wait: number;
  readonly code: string;
  readonly said: string;

  constructor(reason: NetworkReason, { status = 0, wait = 0, code = '', said = '', ...options }: Facts = {}) {
    super(reason, options);
    this.reason = reason;
    this.status = status;
    this.wait = wait;
    this.code = code;
    this.said = said;
  }

  /** Whether the server may have done it all the same: anything but a plain no. */
  get mayBeDone(): boolean {
    return !certain.includes(this.reason);
  }
}

/** The longest of a server's words that is shown. */
const longestSaid = 300;

/** A server's words as one line of plain text: it may say anything, markup and hidden characters too. */
export function plainWords(said: unknown): string {
  if (typeof said !== 'string') return '';
  const line = said
    .slice(0, longestSaid * 4)
    .replace(/<[^>]{0,500}>/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > longestSaid ? `${line.slice(0, longestSaid - 1)}…` : line;
}
