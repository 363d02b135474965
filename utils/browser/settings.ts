import browser from 'webextension-polyfill';
import { type House, plainHouse, readHouse, readLines, readTaken, withTaken } from '../caption/house.ts';
import { type ModelChoice, noModel, readModel } from '../caption/model-choice.ts';
import { type Election, noElection, readElection } from '../check/campaign-words.ts';
import { readWanted, type WantedFeed } from '../humas/wanted.ts';
import { type Addresses, readAddresses } from '../platform/addresses.ts';
import { type PlatformId, platformIds } from '../platform/platform.ts';
import { type City, cityKey, readCity, withCity, withoutCity } from './city.ts';
import { logFailure } from './log.ts';
import './texts/found-languages.ts';
import { isLanguageChoice, type LanguageChoice } from './texts/languages.ts';

/**
 * What holds: what the official chose and, over it, what the city set; both kept in `storage.local`, so every page has
 * them before its first paint.
 */
export interface Settings {
  /** `browser` follows the browser's own language. */
  language: LanguageChoice;
  /** The platforms the official uses, in their order; the first four stand in each row. */
  platforms: PlatformId[];
  /** Host of the official's Mastodon server, for instance "mastodon.social"; null if none. */
  mastodonServer: string | null;
  /** One grouped notification of new releases, at most once an hour. Off until the official wants it; the welcome asks. */
  notifications: boolean;
  /** No notification from this full hour until that one, by the official's own clock (0 to 23); the same twice = never. */
  quietFrom: number;
  quietTo: number;
  /** When and about which words the checks warn a civil servant; off until the official turns it on. */
  election: Election;
  /** Chooses among equally good captions, so that no two officials post the same; drawn once, 0 until then. */
  seed: number;
  /** How the official's office wants its captions. */
  house: House;
  /** The official's own lines, added to a text in one tap. */
  lines: string[];
  /** How often the official took up a hashtag, by `tagKey`; orders the suggestions and never leaves this machine. */
  taken: Record<string, number>;
  /** The language model for rewriting, off until the official sets one up; its key lies in the database. */
  model: ModelChoice;
  /** Whether Jubir waits 10 seconds before it sends a post itself, so that it can be taken back. */
  undoSend: boolean;
  /** Addresses in place of the platforms' own, by hand; the city's policy goes before. */
  addresses: Addresses;
  /** Hosts on whose pages the official wants no button. */
  hiddenOn: string[];
  /** The Humas office's captions, where the city's policy names none; null = none are read. */
  captionFeed: WantedFeed | null;
  /** The official writes such captions. */
  writesHumas: boolean;
  /** True once the welcome page was finished or skipped. */
  welcomed: boolean;
  /** What of this the city set, and what else it set; absent where it set nothing. Never stored with the rest. */
  city?: City;
}

/** What holds until the official chooses. */
export const defaultSettings: Settings = {
  // Officials read Indonesian, whatever language their laptop came with.
  language: 'id',
  platforms: [...platformIds],
  mastodonServer: null,
  notifications: false,
  quietFrom: 21,
  quietTo: 5,
  election: noElection,
  seed: 0,
  house: plainHouse,
  lines: [],
  taken: {},
  model: noModel,
  undoSend: true,
  addresses: {},
  hiddenOn: [],
  captionFeed: null,
  writesHumas: false,
  welcomed: false,
};

/** The storage key of what the official chose. */
export const settingsKey = 'settings';
/** All that `settingsFrom` reads, for pages that read more in the same call. */
export const settingsKeys: readonly string[] = [settingsKey, cityKey];

/** Roughly a host; `mastodonHost` is exact where one is typed. Without one, the official is asked again. */
const isHost = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(value);

const isPlatformId = (value: unknown): value is PlatformId =>
  (platformIds as readonly unknown[]).includes(value);

const hourOr = (value: unknown, other: number): number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 23 ? value : other;

/**
 * Settings from what storage gave: unknown or damaged values fall back one by one, so that one bad field
 * never takes the others with it.
 */
export function readSettings(stored: unknown): Settings {
  const raw = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>;
  const language = raw.language;
  const platforms = Array.isArray(raw.platforms) ? [...new Set(raw.platforms.filter(isPlatformId))] : [];
  return {
    language: isLanguageChoice(language) ? language : defaultSettings.language,
    platforms: platforms.length > 0 ? platforms : defaultSettings.platforms,
    mastodonServer: isHost(raw.mastodonServer) ? raw.mastodonServer : null,
    notifications: raw.notifications === true,
    quietFrom: hourOr(raw.quietFrom, defaultSettings.quietFrom),
    quietTo: hourOr(raw.quietTo, defaultSettings.quietTo),
    election: readElection(raw.election),
    seed: Number.isSafeInteger(raw.seed) ? Number(raw.seed) : 0,
    house: readHouse(raw.house),
    lines: readLines(raw.lines),
    taken: readTaken(raw.taken),
    model: readModel(raw.model),
    undoSend: raw.undoSend !== false,
    addresses: readAddresses(raw.addresses),
    hiddenOn: Array.isArray(raw.hiddenOn) ? [...new Set(raw.hiddenOn.filter(isHost))].slice(0, 200) : [],
    captionFeed: readWanted(raw.captionFeed),
    writesHumas: raw.writesHumas === true,
    welcomed: raw.welcomed === true,
  };
}

/** The settings that hold, from what `storage.local` gave for `settingsKeys`. */
export function settingsFrom(stored: Record<string, unknown>): Settings {
  return withCity(readSettings(stored[settingsKey]), readCity(stored[cityKey]));
}

/** The settings that hold now. */
export async function loadSettings(): Promise<Settings> {
  return settingsFrom(await browser.storage.local.get([...settingsKeys]));
}

/** What the official chose, whatever the city set over it. */
export async function loadOwnSettings(): Promise<Settings> {
  return readSettings((await browser.storage.local.get(settingsKey))[settingsKey]);
}

/** The change under way; each waits for the one before, or it would write back what that one replaced. */
let changing: Promise<unknown> = Promise.resolve();

/**
 * Stores what the official changed and returns what holds then; the background and open pages hear of it by
 * `onSettings`. What the city set does not change. A function is given the official's own settings.
 */
export function changeSettings(
  change: Partial<Settings> | ((now: Settings) => Partial<Settings>),
): Promise<Settings> {
  const changed = changing.then(async () => {
    const stored = await browser.storage.local.get([...settingsKeys]);
    const own = readSettings(stored[settingsKey]);
    const city = readCity(stored[cityKey]);
    const changed = { ...own, ...(typeof change === 'function' ? change(own) : change) };
    const settings = withoutCity(changed, own, city);
    await browser.storage.local.set({ [settingsKey]: settings });
    return withCity(settings, city);
  });
  changing = changed.catch(() => {});
  return changed;
}

/** Draws the install's seed where there is none yet. */
export async function drawSeed(): Promise<void> {
  const { seed } = await loadSettings();
  if (seed !== 0) return;
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
  await changeSettings({ seed: drawn || 1 });
}

/** Counts a hashtag that the official switched on or off. */
export function rememberHashtag(tag: string, on: boolean): Promise<Settings> {
  return changeSettings(({ taken }) => ({ taken: withTaken(taken, tag, on) }));
}

/** Calls back on every later change; returns the function that stops it. */
export function onSettings(listener: (settings: Settings) => void): () => void {
  let over = false;
  const heard = (changes: object, area: string) => {
    if (area !== 'local' || !settingsKeys.some((key) => key in changes)) return;
    // A change tells of one half, and what holds is made of both.
    loadSettings().then(
      (settings) => {
        if (!over) listener(settings);
      },
      (error) => logFailure('settings', error),
    );
  };
  browser.storage.onChanged.addListener(heard);
  return () => {
    over = true;
    browser.storage.onChanged.removeListener(heard);
  };
}
