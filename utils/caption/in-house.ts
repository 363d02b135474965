import type { Telling } from './angles.ts';
import type { House } from './house.ts';
import { fullName, isHead, type People } from './people.ts';

/** A telling with the heads of the city named as the house wants; words only go, and none inside a quotation. */
export function inHouse(telling: Telling, people: People, house: House): Telling {
  if (house.naming === 'both') return telling;
  const heads = people.all.filter(({ office, name }) => isHead(office) && name !== '');
  const shown = (text: string): string =>
    heads.reduce((shorter, person) => {
      const short = house.naming === 'office' ? person.office : person.name;
      return shorter.replaceAll(fullName(person), short);
    }, text);
  const { bodies, opening, extra, fewer, points } = telling;
  return {
    ...telling,
    bodies: bodies.map(shown),
    ...(opening === undefined ? {} : { opening: shown(opening) }),
    ...(extra === undefined ? {} : { extra: extra.map(shown) }),
    ...(fewer === undefined ? {} : { fewer: fewer.map((some) => some.map(shown)) }),
    ...(points === undefined ? {} : { points: points.map(shown) }),
  };
}
