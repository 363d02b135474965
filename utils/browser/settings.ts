import browser from 'webextension-polyfill';
import { type House, plainHouse, readHouse, readLines, readTaken, withTaken } from '../caption/house.ts';
import { type ModelChoice, noModel, readModel } from '../caption/model-choice.ts';
import { type Election, noElection, readElection } from '../check/campaign-words.ts';
import { type Addresses, readAddresses } from '../platform/addresses.ts';
import { type PlatformId, platformIds } from '../platform/platform.ts';

/** What the official chose; kept in `storage.local`, so every page has it before its first paint. */
export interface Settings {
  /** `browser` follows the browser's own language. */
  language: 'browser' | 'id' | 'en';
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
  /** True once the welcome page was finished or skipped. */
  welcomed: boolean;
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
  welcomed: false,
};

/** The storage key; exported for pages that read it together with others in one call. */
export const settingsKey = 'settings';

const isLanguage = (value: unknown): value is Settings['language'] =>
  value === 'browser' || value === 'id' || value === 'en';

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
    language: isLanguage(language) ? language : defaultSettings.language,
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
    welcomed: raw.welcomed === true,
  };
}

/** The settings as stored now. */
export async function loadSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(settingsKey);
  return readSettings(stored[settingsKey]);
}

/** The change under way; each waits for the one before, or it would write back what that one replaced. */
let changing: Promise<unknown> = Promise.resolve();

/** Stores what changed and returns the whole; the background and open pages hear of it by `onSettings`. */
export function changeSettings(
  change: Partial<Settings> | ((now: Settings) => Partial<Settings>),
): Promise<Settings> {
  const changed = changing.then(async () => {
    const now = await loadSettings();
    const settings = { ...now, ...(typeof change === 'function' ? change(now) : change) };
    await browser.storage.local.set({ [settingsKey]: settings });
    return settings;
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
  const heard = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && settingsKey in changes) listener(readSettings(changes[settingsKey]?.newValue));
  };
  browser.storage.onChanged.addListener(heard);
  return () => browser.storage.onChanged.removeListener(heard);
}
