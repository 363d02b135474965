import { bootstrap, tailwind } from './cards.ts';
import type { Redesign } from './parts.ts';
import { list, table, wordpressTheme } from './plain.ts';
import { magazine, opensid } from './portals.ts';

/** Ways in which the city's pages could look tomorrow. */
export const redesigns: readonly Redesign[] = [
  bootstrap,
  tailwind,
  table,
  wordpressTheme,
  list,
  magazine,
  opensid,
];
