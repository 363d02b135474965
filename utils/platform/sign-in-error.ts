/** Why nobody was signed in. */
export type SignInReason =
  /** What was typed is no handle. */
  | 'bad-handle'
  /** What was typed is no server's name. */
  | 'bad-server'
  /** The browser has no window to sign in in, as on a phone. */
  | 'no-window'
  /** There is no such account. */
  | 'not-found'
  /** The handle and the account's own document do not name each other. */
  | 'mismatch'
  /** Its document names no server that may be asked. */
  | 'no-server'
  /** Not of the form of an app password: the account's own password is not wanted. */
  | 'not-app-password'
  | 'wrong-password'
  /** Another account than the one that was looked at signed in. */
  | 'other-account'
  /** The window was closed, or the official said no. */
  | 'cancelled'
  /** What came back was not an answer to our own question. */
  | 'forged';

/** Nobody was signed in, and nothing was kept. The message is the reason, by which pages find its text. */
export class SignInError extends Error {
  override name = 'SignInError';
  readonly reason: SignInReason;
  constructor(reason: SignInReason, options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}
