/** Chooses among forms that are equally good, always the same for the same install, release, network and angle. */
export interface Vary {
  /** One of several; the first for the plain choice. `all` may not be empty. */
  one<T>(what: string, all: readonly T[]): T;
  /** So many of several, in their order; the first ones for the plain choice. */
  some<T>(what: string, all: readonly T[], count: number): T[];
}

/**
 * The choices of one seed. Seed 0, and what is no number, is the plain choice: always the first, which is the best.
 * Choices under different names are independent of each other.
 *
 * @param key what is being told, so that one install does not choose alike everywhere
 */
export function vary(seed: number, key: string): Vary {
  const plain = !Number.isFinite(seed) || Math.trunc(seed) === 0;
  const place = (what: string, count: number): number =>
    plain || count < 2 ? 0 : hash(`${Math.trunc(seed)} ${key} ${what}`) % count;
  return {
    one: <T>(what: string, all: readonly T[]): T => all[place(what, all.length)] as T,
    some: <T>(what: string, all: readonly T[], count: number): T[] => {
      const rest = all.map((_, at) => at);
      const taken: number[] = [];
      while (taken.length < count && rest.length > 0)
        taken.push(...rest.splice(place(`${what} ${taken.length}`, rest.length), 1));
      return taken.sort((a, b) => a - b).map((at) => all[at] as T);
    },
  };
}

/** FNV-1a with a last mix, so that seeds that follow each other part. 32 bits. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
