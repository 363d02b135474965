import type { idCopy } from './id-copy.ts';

/** The reminder of a copy, in English. */
export const enCopy: typeof idCopy = {
  title: 'Backup',
  save: 'Save a backup',
  remind: 'Your drafts are on this computer only.',
  later: 'Later',
};
