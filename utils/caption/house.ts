import type { PlatformId } from '../platform/platform.ts';
import type { Telling } from './angles.ts';
import type { Angle } from './caption.ts';
import { fullName, isHead, type People } from './people.ts';

/** How the official's office wants its captions; a caption's facts do not hang on it. */
export interface House {
  /** Hashtags without "#" in place of the source's own; none = the source's. */
  hashtags: string[];
  /** Accounts to name, with "@", on networks that know such names. */
  mentions: string[];
  /** A last line before the link; empty = none. */
  closing: string;
  /** One emoji before the first word, by angle. */
  emoji: boolean;
  /** How the mayor and other heads are named: "Wali Kota Bogor Bima Arya", "Wali Kota Bogor" or "Bima Arya". */
  naming: 'both' | 'office' | 'name';
}

/** What holds until the official chooses. */
export const plainHouse: House = { hashtags: [], mentions: [], closing: '', emoji: false, naming: 'both' };

const emojis: Record<Angle, string> = {
  summary: '📢',
  quote: '💬',
  figure: '📊',
  invitation: '📅',
  points: '📌',
  achievement: '🏆',
  counterweight: '📝',
};

/** The emoji of an angle with its space; empty where the house wants none. */
export function emojiFor(angle: Angle, house: House): string {
  return house.emoji ? `${emojis[angle]} ` : '';
}

/** Networks where "@name" alone names an account, and the same one is likely held on all of them. */
const withMentions: readonly PlatformId[] = ['x', 'threads', 'instagram', 'tiktok', 'facebook'];

/** The accounts to name on a network. */
export function mentionsFor(house: House, platform: PlatformId): readonly string[] {
  return withMentions.includes(platform) ? house.mentions : [];
}

/** A telling with the heads of the city named as the house wants; words only go, and none inside a quotation. */
export function inHouse(telling: Telling, people: People, house: House): Telling {
  if (house.naming === 'both') return telling;
  const heads = people.all.filter(({ office, name }) => isHead(office) && name !== '');
  const shown = (text: string): string =>
    heads.reduce((shorter, person) => {
      const short = house.naming === 'office' ? person.office : person.name;
      return shorter.replaceAll(fullName(person), short);
    }, text);
  const { bodies, opening, extra, points } = telling;
  return {
    ...telling,
    bodies: bodies.map(shown),
    ...(opening === undefined ? {} : { opening: shown(opening) }),
    ...(extra === undefined ? {} : { extra: extra.map(shown) }),
    ...(points === undefined ? {} : { points: points.map(shown) }),
  };
}
