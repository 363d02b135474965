import { secured } from './address.ts';
import { isObject } from './json.ts';
import { checkRecipe } from './recipe-check.ts';
import type { Recipe } from './source.ts';

/** The recipes that a city's IT office set, by the address of their source; and those that are none. */
export interface CityRecipes {
  recipes: Map<string, Recipe>;
  /** Addresses, or places in the list counted from 0, whose recipe is refused. */
  refused: string[];
}

/** How many sources a policy may set a recipe for. */
const MOST = 100;

/**
 * Reads the policy's list `recipes`: `[{ "source": "https://kotabogor.go.id/berita", "recipe": { … } }]`. A damaged
 * entry is refused alone.
 */
export function readCityRecipes(value: unknown): CityRecipes {
  const result: CityRecipes = { recipes: new Map(), refused: [] };
  const entries = Array.isArray(value) ? value.slice(0, MOST) : [];
  for (const [at, entry] of entries.entries()) {
    const address = isObject(entry) && typeof entry.source === 'string' ? secured(entry.source) : '';
    const recipe = isObject(entry) ? checkRecipe(entry.recipe) : null;
    if (address && recipe) result.recipes.set(address, recipe);
    else result.refused.push(address || `${at}`);
  }
  return result;
}
