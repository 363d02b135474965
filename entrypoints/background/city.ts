import browser from 'webextension-polyfill';
import { folderFor } from '../../utils/backup/folder-choice.ts';
import { type City, keepCity, loadCity, loadCityFaults } from '../../utils/browser/city.ts';
import { loadFolder, saveFolder } from '../../utils/browser/folder.ts';
import { logFailure } from '../../utils/browser/log.ts';
import { type Policy, readPolicy } from '../../utils/browser/policy.ts';
import { loadOwnSettings } from '../../utils/browser/settings.ts';
import { db } from '../../utils/db/database.ts';
import { removeFromIndex } from '../../utils/release/search/write.ts';
import { presets } from '../../utils/source/cities.ts';
import { asTheCityHasIt, citySourceRow, standsFor, waitingSources } from '../../utils/source/city-sources.ts';
import type { Source } from '../../utils/source/source.ts';
import { addSource, removeSource } from '../../utils/source/store.ts';
import { originsOf } from './permissions.ts';

/** What Firefox says where no policy is set; Chrome gives an empty answer. */
const noPolicy = /managed storage manifest not found/i;
/** No policy, and the browser is sure of it. */
const none = {};

/** Where it is noted when a policy that was there before was first found empty, until the browser ends. */
const emptyKey = 'city-empty-since';
/** Empty for so long it is gone, in milliseconds. */
const surelyGone = 60_000;

/** Calls back when the policy changes while the browser runs; Firefox reads its own at start alone. */
export function onPolicy(listener: () => void): void {
  browser.storage.onChanged.addListener((_, area) => {
    if (area === 'managed') listener();
  });
}

/**
 * Takes in the city's policy: keeps what it sets for every page, marks its sources and how they are read, adds those
 * that may be read already, and takes back what it no longer sets. A policy that cannot be read changes nothing: what it
 * set before holds on.
 * @param changed the browser has just told that it is another
 */
export async function applyCity(changed = false): Promise<void> {
  const given = await askPolicy();
  if (!given || (!changed && (await isTooSoon(given)))) return;
  const policy = readPolicy(given);
  await keepIfNew(policy);
  await db.sources.toCollection().modify((source, ref) => {
    const row = asSet(source, policy);
    // A write that changes nothing would still wake every page.
    if (JSON.stringify(row) !== JSON.stringify(source)) ref.value = row;
  });
  await leavePresets(policy.city);
  await addAllowed(policy.city);
  await leaveOtherFolder(policy.city);
}

/** The preset city where there is no source at all, unless the city's policy names others. */
export async function firstSources(): Promise<readonly Source[]> {
  const { sources } = await loadCity();
  return sources ? presets.filter((preset) => sources.some((each) => standsFor(preset, each))) : presets;
}

async function askPolicy(): Promise<Record<string, unknown> | null> {
  try {
    // No office manages a phone's Firefox: it has no such storage.
    return (await browser.storage.managed?.get(null)) ?? none;
  } catch (error) {
    if (error instanceof Error && noPolicy.test(error.message)) return none;
    logFailure('policy', error);
    return null;
  }
}

/**
 * Whether an empty policy may only be late: Chromium gives none for some seconds after its start, and taking back and
 * setting again would let through what the city forbids.
 */
async function isTooSoon(given: Record<string, unknown>): Promise<boolean> {
  if (given === none || Object.keys(given).length > 0 || !(await isAnythingSet())) {
    await browser.storage.session.remove(emptyKey);
    return false;
  }
  const since = Number((await browser.storage.session.get(emptyKey))[emptyKey]) || 0;
  const now = Date.now();
  if (since === 0 || since > now) await browser.storage.session.set({ [emptyKey]: now });
  return since === 0 || now - since < surelyGone;
}

async function isAnythingSet(): Promise<boolean> {
  if (Object.keys(await loadCity()).length > 0) return true;
  return (await db.sources.toArray()).some(({ cityRecipe }) => cityRecipe !== undefined);
}

async function keepIfNew({ city, faults }: Policy): Promise<void> {
  const before = JSON.stringify([await loadCity(), await loadCityFaults()]);
  if (before === JSON.stringify([city, faults])) return;
  for (const { path, reason } of faults) logFailure('policy', new Error(`${path} is left out: ${reason}`));
  await keepCity(city, faults);
}

/** A row as the policy has it: its recipe, its name, and whether the city set it at all. */
function asSet(source: Source, { city, recipes }: Policy): Source {
  const { cityRecipe, city: _, ...rest } = source;
  const recipe = recipes.get(source.url);
  // What was learnt stood in for the recipe before.
  if (JSON.stringify(recipe) !== JSON.stringify(cityRecipe)) delete rest.learnt;
  const row: Source = { ...rest, ...(recipe && { cityRecipe: recipe }) };
  const wanted = city.sources?.find((each) => standsFor(source, each));
  if (!wanted) return row;
  // The official's pause was theirs to make before the city set it.
  delete row.paused;
  return asTheCityHasIt(row, wanted);
}

/**
 * Chromium tells the policy of a new install only seconds later. What stood in for it until then goes again, while the
 * official has neither finished the welcome nor written anything.
 */
async function leavePresets({ sources }: City): Promise<void> {
  if (!sources || (await loadOwnSettings()).welcomed || (await db.drafts.count()) > 0) return;
  const wanted = await firstSources();
  for (const { id } of presets) {
    if (!wanted.some((preset) => preset.id === id)) await removeFromIndex(db, await removeSource(db, id));
  }
}

/** Adds the city's sources that may be read already; the others wait for the official's click. */
async function addAllowed({ sources }: City): Promise<void> {
  const rows = await db.sources.toArray();
  const taken = rows.map(({ id }) => id);
  for (const wanted of waitingSources(sources, rows)) {
    const row = citySourceRow(wanted, taken);
    if (!row || !(await browser.permissions.contains({ origins: originsOf(row) }))) continue;
    if (await addSource(db, row)) taken.push(row.id);
  }
}

/** What was written goes to no other folder than the city's, once it sets one. */
async function leaveOtherFolder({ folder }: City): Promise<void> {
  const { choice } = await loadFolder();
  if (!folder || !choice.on || choice.address === folderFor(folder, choice.user)) return;
  await saveFolder({ choice: { on: false, address: '', user: choice.user }, outcome: null });
}
