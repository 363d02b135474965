import browser from 'webextension-polyfill';
import { keepCityAddresses } from '../../utils/browser/city-addresses.ts';
import { logFailure } from '../../utils/browser/log.ts';
import { db } from '../../utils/db/database.ts';
import { type Addresses, readAddresses } from '../../utils/platform/addresses.ts';
import { type CityRecipes, readCityRecipes } from '../../utils/source/city-recipes.ts';

/** What Firefox says where no policy is set; Chrome gives an empty answer. */
const noPolicy = /managed storage manifest not found/i;

/**
 * Puts the recipes of the city's policy on its sources, keeps its addresses of platforms, and takes back those it no longer sets. A policy that cannot
 * be read changes nothing: what it set before holds on.
 */
export async function applyCity(): Promise<void> {
  const policy = await readPolicy();
  if (!policy) return;
  await keepCityAddresses(policy.addresses);
  for (const address of policy.refused)
    logFailure('policy', new Error(`the recipe for ${address} is refused`));
  await db.sources.toCollection().modify((source) => {
    const recipe = policy.recipes.get(source.url);
    if (JSON.stringify(recipe) === JSON.stringify(source.cityRecipe)) return;
    // What was learnt stood in for the recipe before.
    delete source.learnt;
    if (recipe) source.cityRecipe = recipe;
    else delete source.cityRecipe;
  });
}

async function readPolicy(): Promise<(CityRecipes & { addresses: Addresses }) | null> {
  const read = ({ recipes, addresses }: Record<string, unknown>) => ({
    ...readCityRecipes(recipes),
    addresses: readAddresses(addresses),
  });
  try {
    return read(await browser.storage.managed.get(['recipes', 'addresses']));
  } catch (error) {
    if (error instanceof Error && noPolicy.test(error.message)) return read({ recipes: [] });
    logFailure('policy', error);
    return null;
  }
}
