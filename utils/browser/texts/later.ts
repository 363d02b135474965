import { enBackup } from './en-backup.ts';
import { enCard } from './en-card.ts';
import { enFolder } from './en-folder.ts';
import type { Texts } from './id.ts';
import { idBackup } from './id-backup.ts';
import { idCard } from './id-card.ts';
import { idFolder } from './id-folder.ts';

/** Texts that no first screen shows: a page that shows them loads them with its own code, and the popup stays small. */
export const later = {
  id: { backup: idBackup, card: idCard, folder: idFolder },
  en: { backup: enBackup, card: enCard, folder: enFolder },
};

/** Those texts, in the language of the others. */
export const laterTexts = ({ locale }: Pick<Texts, 'locale'>): typeof later.id =>
  locale.startsWith('en') ? later.en : later.id;
