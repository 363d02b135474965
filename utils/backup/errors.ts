/** Why a file cannot be restored from; each has a text in the UI. */
export type BackupReason =
  /** No copy of Jubir, or damaged in its very first line. */
  | 'not-ours'
  /** Written by a newer Jubir, in a form that this one does not know. */
  | 'newer'
  /** Written anew by another program in one piece that is too large to be read at once. */
  | 'too-large'
  /** It is under a passphrase, and none was given. */
  | 'sealed'
  | 'wrong-passphrase';

/** A file that cannot be restored from. Nothing was taken from it, and nothing here changed. */
export class BackupError extends Error {
  override name = 'BackupError';
  readonly reason: BackupReason;
  constructor(reason: BackupReason) {
    super(reason);
    this.reason = reason;
  }
}
