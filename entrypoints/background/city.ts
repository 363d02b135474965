import browser from 'webextension-polyfill';
import { logFailure } from '../../utils/browser/log.ts';
import { db } from '../../utils/db/database.ts';
import { type CityRecipes, readCityRecipes } from '../../utils/source/city-recipes.ts';

/** What Firefox says where no policy is set; Chrome gives an empty answer. */
const noPolicy = /managed storage manifest not found/i;

/**
 * Puts the recipes of the city's policy on its sources, and takes back those it no longer sets. A policy that cannot
 * be read changes nothing: what it set before holds on.
 */
export async function applyCity(): Promise<void> {
  const policy = await readPolicy();
  if (!policy) return;
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

async function readPolicy(): Promise<CityRecipes | null> {
  try {
    return readCityRecipes((await browser.storage.managed.get('recipes')).recipes);
  } catch (error) {
    if (error instanceof Error && noPolicy.test(error.message)) return readCityRecipes([]);
    logFailure('policy', error);
    return null;
  }
}
