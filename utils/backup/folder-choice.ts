import { isSafe, parseUrl } from '../source/address.ts';

/** The city's WebDAV folder that the official's machines meet in, off until the official turns it on. */
export interface FolderChoice {
  on: boolean;
  /** Address of the folder without a slash at the end, "https://awan.kota.go.id/remote.php/dav/files/budi/Jubir". */
  address: string;
  user: string;
}

/** What holds until the official turns it on. */
export const noFolder: FolderChoice = { on: false, address: '', user: '' };

const longest = { address: 1_000, user: 200 };

/** The choice from what storage gave; anything damaged is no folder. */
export function readFolderChoice(value: unknown): FolderChoice {
  const raw = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const address = typeof raw.address === 'string' ? folderAddress(raw.address) : null;
  const user = typeof raw.user === 'string' ? folderUser(raw.user) : null;
  if (!address || !user) return noFolder;
  return { on: raw.on === true, address, user };
}

/**
 * The address of a folder out of what a person typed: https, or http on this very machine; without user, query or
 * fragment, and never the server's root, where Jubir's files would lie among the server's own.
 * @returns null where it is none
 */
export function folderAddress(typed: string): string | null {
  const text = typed.trim();
  const url = parseUrl(/^https?:\/\//i.test(text) ? text : `https://${text}`);
  if (!url || !isSafe(url) || url.username || url.password || url.search || url.hash) return null;
  if (!url.hostname.includes('.') && url.hostname !== 'localhost') return null;
  const path = url.pathname.replace(/\/+$/, '');
  const address = `${url.origin}${path}`;
  return path === '' || address.length > longest.address || pathIn(address) === null ? null : address;
}

/**
 * The address of an official's folder, from the one that the city set for everybody: "{user}" in it stands for the
 * official's name there.
 * @returns null where it is none
 */
export function folderFor(pattern: string, user: string): string | null {
  return folderAddress(pattern.replaceAll('{user}', encodeURIComponent(user)));
}

/** The name to sign in with; null where it is none: a colon would end it (RFC 7617). */
export function folderUser(typed: string): string | null {
  const user = typed.trim();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 7617 allows none in a name
  return user === '' || user.length > longest.user || /[:\u0000-\u001f\u007f]/.test(user) ? null : user;
}

/** The decoded path of an address; null where it cannot be decoded. */
export function pathIn(address: string): string | null {
  try {
    return decodeURIComponent(new URL(address).pathname);
  } catch (error) {
    if (error instanceof URIError || error instanceof TypeError) return null;
    throw error;
  }
}

/** The host permission that the folder needs, as a match pattern; those carry no port. */
export function folderOrigin(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}
