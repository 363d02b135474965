import { parseUrl } from './address.ts';
import type { Recipe, SourceKind } from './source.ts';

/** A source that the city's IT office set for everybody. */
export interface CitySource {
  /** As `normaliseAddress` gives it. */
  url: string;
  name?: string;
  /** How it is read; without it Jubir finds out by itself once it may read the site. */
  kind?: SourceKind;
  hashtags?: string[];
  /** Hosts besides its own that its pictures come from. */
  imageHosts?: string[];
  /** Present for every source of kind `page`. */
  recipe?: Recipe;
}

/** What this source is called until its site says more. */
export const citySourceName = ({ name, url }: CitySource): string => name ?? parseUrl(url)?.hostname ?? url;
