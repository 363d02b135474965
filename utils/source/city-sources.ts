import { presets } from './cities.ts';
import { type CitySource, citySourceName } from './city-source.ts';
import { hostsToAsk } from './detect/hosts.ts';
import { idOf } from './detect/naming.ts';
import type { Source } from './source.ts';

/**
 * The row of a source of the city; null where how it is read has to be found out first.
 * @param taken ids of the rows there are
 */
export function citySourceRow(wanted: CitySource, taken: readonly string[]): Source | null {
  const { url, kind } = wanted;
  const preset = presets.find((each) => each.url === url);
  if (preset && (!kind || kind === preset.kind) && !taken.includes(preset.id)) {
    return asTheCityHasIt(preset, wanted);
  }
  if (!kind) return null;
  const hosts = hostsToAsk(url);
  const row = { id: idOf(url, taken), name: citySourceName(wanted), kind, url, hosts };
  return asTheCityHasIt({ ...row, imageHosts: [], hashtags: [] }, wanted);
}

/** A row with what the city set of it, marked as the city's. */
export function asTheCityHasIt(row: Source, wanted: CitySource): Source {
  const { url, name, hashtags, imageHosts = [], recipe } = wanted;
  return {
    ...row,
    ...(name && { name }),
    ...(hashtags && { hashtags }),
    imageHosts: [...new Set([...row.imageHosts, ...imageHosts])],
    ...(recipe && { cityRecipe: recipe }),
    city: url,
  };
}

/** Whether a row is what a source of the city is read by. */
export const standsFor = (row: Source, { url }: CitySource): boolean => row.city === url || row.url === url;

/** The city's sources that have no row yet: each waits for the official's permission. */
export function waitingSources(
  wanted: readonly CitySource[] | undefined,
  rows: readonly Source[],
): CitySource[] {
  return (wanted ?? []).filter((each) => !rows.some((row) => standsFor(row, each)));
}
