import { parseUrl } from '../source/address.ts';

/** A value from a file that is not what it has to be. */
export class BadValue extends Error {
  override name = 'BadValue';
}

/** The longest of each, in characters. Far above what Jubir writes, far below what hurts. */
export const most = { id: 600, name: 200, line: 2_000, text: 100_000, url: 2_048 };
/** The greatest count: exact, and millions of harmful files away from where counts are (see `countFrom`). */
const greatestCount = 4e15;
/** The last moment of a JavaScript date, epoch milliseconds. */
const lastMoment = 8.64e15;

type Raw = Readonly<Record<string, unknown>>;

/** An object, not a list. @throws BadValue */
export function fields(value: unknown): Raw {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new BadValue('no object');
  return value as Raw;
}

/** A text of at most so many characters. @throws BadValue */
export function text(value: unknown, longest: number): string {
  if (typeof value !== 'string' || value.length > longest) throw new BadValue('no text, or too long');
  return value;
}

/** A name that a record may be keyed by. @throws BadValue */
export function name(value: unknown, longest = most.name): string {
  const found = text(value, longest);
  // As a key it would be an object's prototype.
  if (found === '' || found === '__proto__') throw new BadValue('no name');
  return found;
}

/** An id of a row. @throws BadValue */
export const id = (value: unknown): string => name(value, most.id);

/** One of these words. @throws BadValue */
export function oneOf<Word extends string>(value: unknown, words: readonly Word[]): Word {
  const found = words.find((word) => word === value);
  if (found === undefined) throw new BadValue('an unknown word');
  return found;
}

/** A mark that is set, or absent. @throws BadValue */
export function isTrue(value: unknown): true {
  if (value !== true) throw new BadValue('not true');
  return value;
}

/** A number of writes or inputs. @throws BadValue */
export function count(value: unknown): number {
  return whole(value, greatestCount);
}

/** Epoch milliseconds; 0 = never. @throws BadValue */
export function time(value: unknown): number {
  return whole(value, lastMoment);
}

function whole(value: unknown, greatest: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > greatest) {
    throw new BadValue('no number, or out of range');
  }
  return value;
}

/** The address of a page: http or https, or nothing where there may be none. @throws BadValue */
export function address(value: unknown, orNone: 'or-none' | 'must' = 'must'): string {
  const found = text(value, most.url);
  if (found === '' && orNone === 'or-none') return found;
  const protocol = parseUrl(found)?.protocol;
  if (protocol !== 'https:' && protocol !== 'http:') throw new BadValue('no web address');
  return found;
}

/** A list of at most so many. @throws BadValue */
export function list<Item>(value: unknown, longest: number, read: (item: unknown) => Item): Item[] {
  if (!Array.isArray(value) || value.length > longest) throw new BadValue('no list, or too long');
  return value.map(read);
}

/** A record with at most so many keys. @throws BadValue */
export function record<Item>(
  value: unknown,
  longest: number,
  read: (item: unknown) => Item,
): Record<string, Item> {
  const entries = Object.entries(fields(value));
  if (entries.length > longest) throw new BadValue('too many keys');
  return Object.fromEntries(entries.map(([key, item]) => [name(key), read(item)]));
}

/** A field that may be absent: under its name where it is there, else nothing. @throws BadValue */
export function optional<Name extends string, Value>(
  raw: Raw,
  field: Name,
  read: (value: unknown) => Value,
): { [N in Name]?: Value } {
  const value = raw[field];
  return (value === undefined ? {} : { [field]: read(value) }) as { [N in Name]?: Value };
}
