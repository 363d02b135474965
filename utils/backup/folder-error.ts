/** Why the city's folder could not be used; each has a text in the UI. */
export type FolderReason =
  | 'offline'
  /** No connection to the server, or one that broke off. */
  | 'no-answer'
  | 'timeout'
  /** The browser may not ask this host: the official has to allow it anew. */
  | 'no-permission'
  /** The password is not on this machine any more, after a damaged database for instance. */
  | 'no-password'
  /** The server sends elsewhere; name and password are not sent along. */
  | 'redirected'
  /** 401: the name or the password is wrong. */
  | 'refused'
  /** 403: known, but not allowed here. */
  | 'forbidden'
  /** Can be read, but not written to. */
  | 'read-only'
  /** 404: the folder is not there. */
  | 'not-found'
  /** 409: what it should lie in is not there. */
  | 'no-parent'
  /** 423 */
  | 'locked'
  /** 507: no room left. */
  | 'full'
  /** 413: the server takes no file of this size. */
  | 'too-large'
  /** 429, 503: it asks to be left alone for a while. */
  | 'busy'
  /** A page, or anything else that is no answer of a WebDAV server. */
  | 'not-webdav'
  /** More in it than a folder of Jubir's own would have. */
  | 'crowded'
  /** What was sent is not what lies there now. */
  | 'cut'
  /** Any other status. */
  | 'status'
  /** The trouble is on this machine: something could not be read or stored here. */
  | 'here';

/** The folder could not be used. Nothing on this machine changed by it; whatever was not sent is sent another time. */
export class FolderError extends Error {
  override name = 'FolderError';
  readonly reason: FolderReason;
  /** The server's status; 0 without one. */
  readonly status: number;
  /** How long the server asks to be left alone, milliseconds; 0 = it does not say. */
  readonly waitMs: number;

  constructor(reason: FolderReason, status = 0, waitMs = 0, options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
    this.status = status;
    this.waitMs = waitMs;
  }
}
