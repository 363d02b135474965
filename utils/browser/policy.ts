import { folderFor } from '../backup/folder-choice.ts';
import { hashtagsIn, mentionsIn, readHouse } from '../caption/house.ts';
import { type CheckRules, isCheckKey } from '../check/rules.ts';
import { type Addresses, isAddress } from '../platform/addresses.ts';
import { type PlatformId, platformIds } from '../platform/platform.ts';
import { isSafe, parseUrl } from '../source/address.ts';
import { bounds } from '../source/bounds.ts';
import { presets } from '../source/cities.ts';
import { type CityRecipes, readCityRecipes } from '../source/city-recipes.ts';
import type { CitySource } from '../source/city-source.ts';
import { hostsToAsk, normaliseAddress } from '../source/detect/hosts.ts';
import { isObject, type JsonObject } from '../source/json.ts';
import type { SourceKind } from '../source/source.ts';
import type { City, Fault, FaultReason } from './city.ts';
import { isLanguageChoice } from './texts/languages.ts';

/** A policy, read: what of it holds, and what is left out. */
export interface Policy {
  city: City;
  recipes: CityRecipes['recipes'];
  faults: Fault[];
}

/** The most of each that a policy may set. */
const most = { sources: 100, tags: 5, closings: 20, imageHosts: 8, name: 80 };

const kinds: readonly SourceKind[] = ['page', 'feed', 'jsonfeed', 'wordpress'];

/** Names a value that is left out. @returns undefined, so that the caller has nothing in its place */
type Tell = (path: string, reason: FaultReason) => undefined;

/** Reads one value at a place; undefined where it is left out. */
type Read<Value> = (value: unknown, path: string, tell: Tell) => Value | undefined;

/**
 * Reads a whole policy, as `storage.managed` gives it. Every value is judged alone: one that cannot be is named by its
 * place and left out, and takes no other with it. The one exception is the caption feed, which is not taken without the
 * signature that a damaged `captionKey` wanted.
 */
export function readPolicy(policy: unknown): Policy {
  const faults: Fault[] = [];
  const tell: Tell = (path, reason) => void faults.push({ path, reason });
  const given = withText(isObject(policy) ? policy : {}, tell);
  const { recipes, refused } = readCityRecipes(given.recipes);
  for (const place of refused) tell(`recipes[${place}]`, 'recipe');
  if (given.recipes !== undefined && !Array.isArray(given.recipes)) tell('recipes', 'list');
  const city: City = {};
  for (const [name, value] of Object.entries(given)) {
    if (name === 'recipes' || value === undefined) continue;
    const read = Object.hasOwn(readers, name) ? readers[name as keyof City] : undefined;
    const sound = read ? read(value, name, tell) : tell(name, 'unknown');
    if (sound !== undefined) Object.assign(city, { [name]: sound });
  }
  if (city.sources) city.sources = withRecipes(city.sources, recipes, tell);
  if (city.captionFeed !== undefined && given.captionKey !== undefined && city.captionKey === undefined) {
    delete city.captionFeed;
    tell('captionFeed', 'unsigned');
  }
  return { city, recipes, faults };
}

/**
 * The policy with what its `json` holds, the same names once more as one text. Chromium drops a whole value of which one
 * part is of another type than the schema's, before any extension sees it; in a text every fault can be named, and a
 * Windows registry holds it in one line.
 */
function withText({ json, ...given }: JsonObject, tell: Tell): JsonObject {
  if (json === undefined) return given;
  const inside = typeof json === 'string' ? parsed(json) : null;
  if (!isObject(inside)) tell('json', 'json');
  return isObject(inside) ? { ...given, ...inside } : given;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** A list of values, each left out alone; undefined where none is left. */
function listOf<Value>(read: Read<Value>, limit: number, keyOf: (value: Value) => unknown): Read<Value[]> {
  return (value, path, tell) => {
    if (!Array.isArray(value)) return tell(path, 'list');
    const sound: Value[] = [];
    for (const [at, one] of value.entries()) {
      const place = `${path}[${at}]`;
      const found = read(one, place, tell);
      if (found === undefined) continue;
      if (sound.some((other) => keyOf(other) === keyOf(found))) tell(place, 'twice');
      else if (sound.length >= limit) tell(place, 'too-many');
      else sound.push(found);
    }
    return sound.length > 0 ? sound : undefined;
  };
}

/** Text that a test lets through, as it is to be kept. */
const textOf =
  (reason: FaultReason, read: (text: string) => string | null | undefined): Read<string> =>
  (value, path, tell) =>
    (typeof value === 'string' && read(value.trim())) || tell(path, reason);

const yesNo: Read<boolean> = (value, path, tell) =>
  typeof value === 'boolean' ? value : tell(path, 'yes-no');

const platform: Read<PlatformId> = (value, path, tell) =>
  platformIds.find((each) => each === value) ?? tell(path, 'platform');

const hashtag = textOf('hashtag', (text) => (/[\s,;]/.test(text) ? null : hashtagsIn(text)[0]));
const mention = textOf('mention', (text) => (/[\s,;]/.test(text) ? null : mentionsIn(text)[0]));
const closing = textOf('closing', (text) => {
  const { closing: kept } = readHouse({ closing: text });
  return kept === text.replace(/\s+/gu, ' ') ? kept : null;
});

/** An address that Jubir will ask: https, or http on this very machine; nobody's password in it. */
const address = textOf('address', (text) => {
  const url = parseUrl(text);
  const isSound = url && isSafe(url) && !url.username && !url.password && text.length <= bounds.urlChars;
  return isSound ? url.href : null;
});

/** 32 bytes, as WebCrypto takes an Ed25519 public key (RFC 8032), in base64 with either alphabet. */
const key = textOf('key', (text) => {
  const plain = text.replaceAll('-', '+').replaceAll('_', '/').replace(/=$/, '');
  return /^[A-Za-z\d+/]{43}$/.test(plain) ? `${plain}=` : null;
});

const quietHours: Read<{ from: number; to: number }> = (value, path, tell) => {
  if (!isObject(value)) return tell(path, 'group');
  const hour = (name: 'from' | 'to') => {
    const given = value[name];
    const isHour = typeof given === 'number' && Number.isInteger(given) && given >= 0 && given <= 23;
    return isHour ? given : tell(`${path}.${name}`, 'hour');
  };
  const [from, to] = [hour('from'), hour('to')];
  // Half a night is none.
  return from === undefined || to === undefined ? undefined : { from, to };
};

const checks: Read<CheckRules> = (value, path, tell) => {
  if (!isObject(value)) return tell(path, 'group');
  const rules: CheckRules = {};
  for (const [name, severity] of Object.entries(value)) {
    if (!isCheckKey(name)) tell(`${path}.${name}`, 'check');
    else if (severity !== 'warn' && severity !== 'stop') tell(`${path}.${name}`, 'severity');
    else rules[name] = severity;
  }
  return Object.keys(rules).length > 0 ? rules : undefined;
};

const addresses: Read<Addresses> = (value, path, tell) => {
  if (!isObject(value)) return tell(path, 'group');
  const sound: Addresses = {};
  for (const [name, given] of Object.entries(value)) {
    const place = `${path}.${name}`;
    const id = platform(name, place, tell);
    if (!id) continue;
    if (typeof given === 'string' && isAddress(id, given)) sound[id] = given;
    else tell(place, 'address');
  }
  return Object.keys(sound).length > 0 ? sound : undefined;
};

/** The names that a source may have in a policy. */
const ofSource: readonly string[] = ['url', 'name', 'kind', 'hashtags', 'imageHosts'];

/** A source without its address is none; anything else of it is left out alone. */
const source: Read<CitySource> = (value, path, tell) => {
  if (!isObject(value)) return tell(path, 'group');
  const url = typeof value.url === 'string' ? normaliseAddress(value.url) : null;
  if (!url) return tell(`${path}.url`, 'address');
  for (const name of Object.keys(value)) if (!ofSource.includes(name)) tell(`${path}.${name}`, 'unknown');
  const part = <Value>(name: string, read: Read<Value>): Record<string, Value> => {
    const found = value[name] === undefined ? undefined : read(value[name], `${path}.${name}`, tell);
    return found === undefined ? {} : { [name]: found };
  };
  return {
    url,
    ...part(
      'name',
      textOf('text', (text) => (text.length <= most.name ? text.replace(/[\s\p{Cc}]+/gu, ' ') : null)),
    ),
    ...part('kind', (given, place, told) => kinds.find((each) => each === given) ?? told(place, 'kind')),
    ...part(
      'hashtags',
      listOf(hashtag, most.tags, (tag) => tag.toLowerCase()),
    ),
    ...part(
      'imageHosts',
      listOf(host, most.imageHosts, (name) => name),
    ),
  };
};

const host = textOf('address', (text) => {
  const [named] = hostsToAsk(text);
  return named === text.toLowerCase() ? named : null;
});

const readers: { [Name in keyof Required<City>]: Read<City[Name]> } = {
  sources: listOf(source, most.sources, ({ url }) => url),
  platforms: listOf(platform, platformIds.length, (id) => id),
  hashtags: listOf(hashtag, most.tags, (tag) => tag.toLowerCase()),
  mentions: listOf(mention, most.tags, (name) => name.toLowerCase()),
  closings: listOf(closing, most.closings, (line) => line),
  notifications: yesNo,
  quietHours,
  checks,
  captionFeed: address,
  captionKey: key,
  // Kept as written: the braces are no part of an address.
  folder: textOf('folder', (text) => (folderFor(text, 'budi') === null ? null : text)),
  language: (value, path, tell) => (isLanguageChoice(value) ? value : tell(path, 'language')),
  model: yesNo,
  addresses,
};

/** The recipe that a page needs to be read at all; without one Jubir finds it by itself, as for any address. */
function withRecipes(sources: CitySource[], recipes: Policy['recipes'], tell: Tell): CitySource[] {
  return sources.map((each) => {
    const recipe = recipes.get(each.url);
    if (each.kind !== 'page') return each;
    if (recipe) return { ...each, recipe };
    const { kind: _, ...rest } = each;
    // Where in the list it stood is no longer known.
    if (!presets.some(({ url }) => url === each.url)) tell(`sources[${each.url}].kind`, 'recipe-missing');
    return rest;
  });
}
