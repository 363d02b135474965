import browser from 'webextension-polyfill';
import { noModel } from '../caption/model-choice.ts';
import type { CheckRules } from '../check/rules.ts';
import type { Addresses } from '../platform/addresses.ts';
import type { PlatformId } from '../platform/platform.ts';
import type { CitySource } from '../source/city-source.ts';
import type { Settings } from './settings.ts';

/** What the city's IT office set by policy, made sound by `policy.ts`; what is absent is the official's own. */
export interface City {
  sources?: CitySource[];
  /** The platforms among which the official chooses. */
  platforms?: PlatformId[];
  /** Without "#". */
  hashtags?: string[];
  /** With "@". */
  mentions?: string[];
  /** Last lines before the link; each official gets one of them, so that not all posts end alike. */
  closings?: string[];
  notifications?: boolean;
  /** Full hours, 0 to 23; the same twice = no quiet hours. */
  quietHours?: { from: number; to: number };
  checks?: CheckRules;
  /** Address of the Humas officer's captions. */
  captionFeed?: string;
  /** The Ed25519 public key that signs them, 32 bytes in base64; absent = not signed. */
  captionKey?: string;
  /** Address of the WebDAV folder; "{user}" in it stands for the official's name there. */
  folder?: string;
  language?: Settings['language'];
  /** False forbids every language model. */
  model?: boolean;
  /** Addresses in place of the platforms' own. */
  addresses?: Addresses;
}

/** Why a value of the policy is left out; each has a text in the options. */
export type FaultReason =
  | 'unknown'
  | 'json'
  | 'list'
  | 'group'
  | 'yes-no'
  | 'too-many'
  | 'twice'
  | 'address'
  | 'text'
  | 'kind'
  | 'recipe'
  | 'recipe-missing'
  | 'platform'
  | 'hashtag'
  | 'mention'
  | 'closing'
  | 'hour'
  | 'check'
  | 'severity'
  | 'key'
  | 'unsigned'
  | 'folder'
  | 'language';

/** One value of the policy that is left out, by its place: "sources[2].url", counted from 0. */
export interface Fault {
  path: string;
  reason: FaultReason;
}

/** Where the last reading is kept: the policy itself may take seconds to answer, and no page waits for it. */
export const cityKey = 'city';
const cityFaultsKey = 'city-faults';

/** What the city set, from what storage gave; only `policy.ts` writes it there. */
export function readCity(stored: unknown): City {
  return typeof stored === 'object' && stored !== null ? stored : {};
}

/** What the policy set when it was last read. */
export async function loadCity(): Promise<City> {
  return readCity((await browser.storage.local.get(cityKey))[cityKey]);
}

/** What of the policy was left out when it was last read. */
export async function loadCityFaults(): Promise<Fault[]> {
  const stored = (await browser.storage.local.get(cityFaultsKey))[cityFaultsKey];
  return Array.isArray(stored) ? stored : [];
}

/** Calls back when that changed; returns what stops it. */
export function onCityFaults(listener: () => void): () => void {
  const heard = (changes: object, area: string) => {
    if (area === 'local' && cityFaultsKey in changes) listener();
  };
  browser.storage.onChanged.addListener(heard);
  return () => browser.storage.onChanged.removeListener(heard);
}

/** Keeps what the policy says now; pages hear of it by `onSettings`. The background alone does. */
export async function keepCity(city: City, faults: Fault[]): Promise<void> {
  await browser.storage.local.set({ [cityKey]: city, [cityFaultsKey]: faults });
}

/** The settings that hold: the official's own, and over them what the city set. */
export function withCity(own: Settings, city: City): Settings {
  if (Object.keys(city).length === 0) return own;
  const { language, notifications, quietHours, hashtags, mentions, closings, addresses } = city;
  const { captionFeed, captionKey = '' } = city;
  return {
    ...own,
    ...(language && { language }),
    ...(city.platforms && { platforms: chosenOf(city.platforms, own.platforms) }),
    ...(notifications !== undefined && { notifications }),
    ...(quietHours && { quietFrom: quietHours.from, quietTo: quietHours.to }),
    ...(city.model === false && { model: noModel }),
    house: {
      ...own.house,
      ...(hashtags && { hashtags }),
      ...(mentions && { mentions }),
      ...(closings && { closing: closings[own.seed % closings.length] ?? '' }),
    },
    addresses: { ...own.addresses, ...addresses },
    ...(captionFeed && { captionFeed: { url: captionFeed, key: captionKey } }),
    city,
  };
}

/** The official's choice among what is offered; all of it where they chose none of it. */
function chosenOf(offered: PlatformId[], chosen: readonly PlatformId[]): PlatformId[] {
  const both = chosen.filter((platform) => offered.includes(platform));
  return both.length > 0 ? both : offered;
}

/**
 * What is stored of settings that were changed while a city's held: what the city sets stays as the official had it,
 * for the day it is theirs again.
 */
export function withoutCity(changed: Settings, own: Settings, city: City): Settings {
  const { city: _, ...mine } = changed;
  const { language, notifications, quietHours, hashtags, mentions, closings } = city;
  const unoffered = own.platforms.filter((each) => city.platforms && !city.platforms.includes(each));
  const theirs = new Set(Object.keys(city.addresses ?? {}));
  const byHand = (addresses: Addresses, wanted: boolean): Addresses =>
    Object.fromEntries(Object.entries(addresses).filter(([platform]) => theirs.has(platform) === wanted));
  return {
    ...mine,
    ...(language && { language: own.language }),
    platforms: [...new Set([...mine.platforms, ...unoffered])],
    ...(notifications !== undefined && { notifications: own.notifications }),
    ...(quietHours && { quietFrom: own.quietFrom, quietTo: own.quietTo }),
    ...(city.model === false && { model: own.model }),
    ...(city.captionFeed && { captionFeed: own.captionFeed }),
    house: {
      ...mine.house,
      ...(hashtags && { hashtags: own.house.hashtags }),
      ...(mentions && { mentions: own.house.mentions }),
      ...(closings && { closing: own.house.closing }),
    },
    addresses: { ...byHand(mine.addresses, false), ...byHand(own.addresses, true) },
  };
}
