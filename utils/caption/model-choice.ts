/** Which language model the official set up for rewriting, if any. */
export interface ModelChoice {
  kind: 'off' | 'built-in' | 'address';
  /** Base address of an OpenAI-compatible interface, for instance "http://localhost:11434/v1"; empty where none is set. */
  address: string;
  /** The model's name there, for instance "qwen3:8b". */
  name: string;
}

/** What holds until the official turns it on. */
export const noModel: ModelChoice = { kind: 'off', address: '', name: '' };

const longestName = 120;

/** The choice from what storage gave; anything damaged is no model. */
export function readModel(value: unknown): ModelChoice {
  const raw = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  if (raw.kind === 'built-in') return { ...noModel, kind: 'built-in' };
  const address = typeof raw.address === 'string' ? modelAddress(raw.address) : null;
  const name = typeof raw.name === 'string' ? raw.name.trim().slice(0, longestName) : '';
  if (raw.kind !== 'address' || !address || !name) return noModel;
  return { kind: 'address', address, name };
}

/**
 * The base address out of what a person typed: "localhost:11434" is Ollama's "http://localhost:11434/v1". Only https, or
 * http on this very machine; without user, query or fragment.
 * @returns null where it is none
 */
export function modelAddress(typed: string): string | null {
  const text = typed.trim();
  const full = /^https?:\/\//i.test(text) ? text : `${isLocal(text) ? 'http' : 'https'}://${text}`;
  if (!URL.canParse(full)) return null;
  const { protocol, hostname, username, password, origin, pathname } = new URL(full);
  if (username || password || (!hostname.includes('.') && hostname !== 'localhost')) return null;
  if (protocol !== 'https:' && !(protocol === 'http:' && isLocal(hostname))) return null;
  const path = pathname.replace(/\/(?:chat\/completions\/?)?$/, '');
  return `${origin}${path || '/v1'}`;
}

const isLocal = (text: string): boolean => /^(?:localhost|127\.0\.0\.1)(?::|\/|$)/i.test(text);

/** The host permission that an address needs, as a match pattern; those carry no port. */
export function modelOrigin(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}
