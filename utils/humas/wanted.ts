/** Where the caption feed is, and the key that signs it: as the city set it, or the official. */
export interface WantedFeed {
  /** https, or http to this very machine. */
  url: string;
  /** The Ed25519 public key, 32 bytes in base64; '' = not signed. */
  key: string;
}

/** An address that Jubir may ask, with nobody's password in it; null where it is none. */
export function feedAddress(text: string): string | null {
  const address = text.trim();
  if (address.length > 2_048 || !URL.canParse(address)) return null;
  const { protocol, hostname, username, password, href } = new URL(address);
  const isHere = hostname === 'localhost' || hostname === '127.0.0.1';
  const isSafe = protocol === 'https:' || (protocol === 'http:' && isHere);
  return isSafe && !username && !password ? href : null;
}

/** The permission that reading it needs, as a match pattern: one host, whatever its port. */
export function feedOrigin(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}

/** A public key in base64, from either of its alphabets; null where it is none, '' for none wanted. */
export function feedKey(text: string): string | null {
  const plain = text.trim().replaceAll('-', '+').replaceAll('_', '/').replace(/=$/, '');
  if (plain === '') return '';
  return /^[A-Za-z\d+/]{43}$/.test(plain) ? `${plain}=` : null;
}

/** The official's choice, from what storage gave; a damaged key takes the address with it. */
export function readWanted(value: unknown): WantedFeed | null {
  const { url, key } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const address = typeof url === 'string' ? feedAddress(url) : null;
  const sound = typeof key === 'string' ? feedKey(key) : null;
  return address !== null && sound !== null ? { url: address, key: sound } : null;
}
