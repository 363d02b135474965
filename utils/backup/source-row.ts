import { crestSize } from '../card/crest-size.ts';
import { isOn } from '../source/address.ts';
import { checkRecipe } from '../source/recipe-check.ts';
import type { FoundBy, Recipe, Source, SourceKind } from '../source/source.ts';
import { address, BadValue, fields, list, most, oneOf, optional, text } from './check.ts';

const kinds: readonly SourceKind[] = ['page', 'feed', 'jsonfeed', 'wordpress'];
const ways: Record<FoundBy, true> = {
  known: true,
  given: true,
  alternate: true,
  wordpress: true,
  'usual-path': true,
  recognised: true,
  sitemap: true,
  pointed: true,
};
/** The most hosts, hashtags and other paths of a source. */
const longest = { hosts: 16, hashtags: 10, paths: 20 };

/**
 * A source as another machine may have it: what it is, and nothing of how its refreshes went there. The city's own
 * recipe comes from this machine's policy.
 */
export function carriedSource(source: Source): Source {
  const { id, name, kind, url, hosts, imageHosts, hashtags } = source;
  const { recipe, learnt, foundBy, colour, crest, cardColours, paused, seen, otherPaths } = source;
  return {
    ...{ id, name, kind, url, hosts, imageHosts, hashtags },
    ...(recipe && { recipe }),
    ...(learnt && { learnt }),
    ...(foundBy && { foundBy }),
    ...(colour && { colour }),
    ...(crest && { crest }),
    ...(cardColours && { cardColours }),
    ...(paused && { paused }),
    ...(seen && { seen }),
    ...(otherPaths && { otherPaths }),
  };
}

/** A source from outside: read from its own hosts alone, by recipes that hold nothing else. @throws BadValue */
export function checkSource(value: unknown): Source {
  const raw = fields(value);
  const url = address(raw.url);
  const hosts = list(raw.hosts, longest.hosts, readHost);
  if (!isOn(url, hosts)) throw new BadValue('a source outside of its hosts');
  const kind = oneOf(raw.kind, kinds);
  return {
    id: matching(/^[a-z\d][a-z\d-]{0,79}$/)(raw.id),
    name: text(raw.name, most.name),
    kind,
    url,
    hosts,
    imageHosts: list(raw.imageHosts, longest.hosts, readHost),
    hashtags: list(raw.hashtags, longest.hashtags, matching(/^[\p{L}\p{N}_]{1,60}$/u)),
    ...optional(raw, 'recipe', readRecipe),
    ...optional(raw, 'learnt', readRecipe),
    ...optional(raw, 'foundBy', (way) => oneOf(way, Object.keys(ways) as FoundBy[])),
    ...optional(raw, 'colour', readColour),
    ...optional(raw, 'crest', readCrest),
    ...optional(raw, 'cardColours', readColours),
    ...(raw.paused === true && { paused: true }),
    ...optional(raw, 'seen', (seen) => oneOf(seen, ['never-live'] as const)),
    ...optional(raw, 'otherPaths', (paths) => list(paths, longest.paths, matching(/^\/[\w%./{}-]{0,200}$/))),
  };
}

const readColour = (value: unknown): string => matching(/^#[\da-f]{6}$/i)(value);

function readColours(value: unknown): { main: string; accent: string } {
  const { main, accent } = fields(value);
  return { main: readColour(main), accent: readColour(accent) };
}

function readCrest(value: unknown): string {
  const found = text(value, most.text);
  if (!crestSize(found)) throw new BadValue('no crest');
  return found;
}

/** A host's exact name; this very machine only where a test runs a city on it. */
const readHost = (value: unknown): string => matching(/^(?!-)[a-z\d_-]{1,63}(?:\.[a-z\d_-]{1,63})*$/)(value);

function readRecipe(value: unknown): Recipe {
  const recipe = checkRecipe(value);
  if (!recipe) throw new BadValue('no recipe');
  return recipe;
}

const matching =
  (pattern: RegExp) =>
  (value: unknown): string => {
    const found = text(value, most.line);
    if (!pattern.test(found)) throw new BadValue('another form');
    return found;
  };
