import { ReadError } from './errors.ts';
import { type ByRecipe, openPage, type Page, pageByRecipe, type Rows, rowsByRecipe } from './recipe.ts';
import { recogniseListing } from './recognise/listing.ts';
import { recogniseRelease } from './recognise/release.ts';
import { isSitemap, readSitemap } from './sitemap.ts';
import type { Download, Reading, Recipe, ReleasePage, Source } from './source.ts';

/** The repair that says that the city redesigned its pages and Jubir reads them by its own recognition. */
export const RECOGNISED = 'recognised: the recipe no longer matches';

/** How sure the recogniser must be before it takes the place of a recipe that people wrote. */
const SURE = { listing: 0.55, release: 0.6 };
/** A recipe that finds fewer rows may have been left one old corner of a new page. */
const FEW_ROWS = 3;

/**
 * Reads a listing page by the source's recipe. A row without a title or without a link to the source's own hosts
 * is left out: on a hacked page such rows are advertisements. When the recipe no longer matches, the one learnt
 * last time is tried, then the recogniser: `repairs` say so, and what was learnt anew comes back to be stored.
 * @throws ReadError `unreadable` when the document is no page or the recipe is broken, `empty` when no row is found
 */
export function readListing(download: Download, source: Source): Reading {
  const recipe = recipeOf(source);
  if (isSitemap(download.text)) return readSitemap(download, source.hosts, recipe.listing.under);
  const page = openPage(download);
  const taken = listingOf(page, source, recipe);
  if (taken.rows.items.length === 0) {
    throw new ReadError('empty', `no row of ${download.url} matches the recipe`);
  }
  const repairs = [...page.repairs];
  if (taken.rows.dropped > 0) {
    repairs.push(`${taken.rows.dropped} rows without a title or a link to the source's own hosts`);
  }
  if (taken.recipe !== recipe) repairs.push(RECOGNISED);
  return {
    title: null,
    language: page.language,
    items: taken.rows.items,
    repairs,
    ...(taken.isNew && { learnt: taken.recipe }),
  };
}

/**
 * Reads one release page, as `readListing` does its listing. Whether an empty body matters is the caller's to judge.
 * @param listed what the listing calls the release, which helps to recognise it on a page that changed
 * @throws ReadError `unreadable` when the document is no page, `empty` when nothing on it is a release
 */
export function readReleasePage(download: Download, source: Source, listed?: string): ReleasePage {
  const recipe = recipeOf(source);
  const page = openPage(download);
  const taken = releaseOf(page, source, recipe, listed);
  const { title, paragraphs, image, published } = taken.read;
  if (!title && paragraphs.length === 0) {
    throw new ReadError('empty', `nothing on ${download.url} matches the recipe`);
  }
  return {
    title,
    paragraphs,
    image,
    published,
    repairs: taken.recipe === recipe ? page.repairs : [...page.repairs, RECOGNISED],
    ...(taken.isNew && { learnt: taken.recipe }),
  };
}

interface Taken {
  recipe: Recipe;
  /** Learnt from this very page. */
  isNew: boolean;
}

function listingOf(page: Page, source: Source, recipe: Recipe): Taken & { rows: Rows } {
  const rows = rowsByRecipe(page, recipe, source.hosts);
  if (isWhole(rows, recipe)) return { recipe, rows, isNew: false };
  const { learnt } = source;
  if (learnt) {
    const again = rowsByRecipe(page, learnt, source.hosts);
    if (isWhole(again, learnt) && isBetter(again, rows)) return { recipe: learnt, rows: again, isNew: false };
  }
  const found = recogniseListing(page, source.hosts);
  if (!found || found.confidence < SURE.listing) return { recipe, rows, isNew: false };
  const { release } = learnt ?? recipe;
  const fresh: Recipe = { listing: found.listing, release, dateFormat: found.dateFormat };
  const seen = rowsByRecipe(page, fresh, source.hosts);
  return isBetter(seen, rows) ? { recipe: fresh, rows: seen, isNew: true } : { recipe, rows, isNew: false };
}

/** Several rows, and dates where the recipe promises them. */
function isWhole({ items }: Rows, { listing }: Recipe): boolean {
  const dated = items.filter((item) => item.published).length;
  return items.length >= FEW_ROWS && (listing.date === undefined || dated >= items.length / 2);
}

/** More dates, or as many and clearly more rows: what the recipe still finds is not given up for a guess. */
function isBetter(other: Rows, than: Rows): boolean {
  const dated = ({ items }: Rows) => items.filter((item) => item.published).length;
  if (than.items.length === 0) return other.items.length > 0;
  if (dated(other) > dated(than)) return other.items.length >= than.items.length;
  return dated(other) === dated(than) && other.items.length >= 2 * than.items.length;
}

function releaseOf(page: Page, source: Source, recipe: Recipe, listed?: string): Taken & { read: ByRecipe } {
  const read = pageByRecipe(page, recipe);
  // A body that is there and empty is what the city published: a picture, a video.
  const isThere = read.title !== null && read.hasBody;
  if (isThere) return { recipe, read, isNew: false };
  const { learnt } = source;
  if (learnt) {
    const again = pageByRecipe(page, learnt);
    if (again.title !== null && again.paragraphs.length > 0)
      return { recipe: learnt, read: again, isNew: false };
  }
  const found = recogniseRelease(page, listed);
  if (!found || found.confidence < SURE.release) return { recipe, read, isNew: false };
  const { listing, dateFormat } = learnt ?? recipe;
  const fresh: Recipe = { listing, release: found.release, dateFormat };
  return { recipe: fresh, read: pageByRecipe(page, fresh), isNew: true };
}

function recipeOf({ id, cityRecipe, recipe = cityRecipe }: Source): Recipe {
  if (!recipe) throw new ReadError('unreadable', `source ${id} has no recipe`);
  return cityRecipe ?? recipe;
}
