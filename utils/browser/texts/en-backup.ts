import { enCopy } from './en-copy.ts';
import type { idBackup } from './id-backup.ts';

const counted = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

/** Texts on copies of what the official wrote, and on erasing it, in English. */
export const enBackup: typeof idBackup = {
  ...enCopy,
  help: 'Your drafts, history, sources and settings are on this computer only. Removing Jubir from the browser removes them all. Save a copy to a file, and restore it at any time, here or on another computer.',
  last: (when) => `Last backup: ${when}.`,
  lastNever: 'There is no backup yet.',
  saving: 'Saving the backup…',
  saved: (drafts, posts, size) =>
    `The backup is made: ${counted(drafts, 'draft', 'drafts')} and ${counted(posts, 'post', 'posts')}, ${size}. Check your downloads.`,
  saveFailed: 'The backup was not saved. Nothing is lost; make some room on this computer and try again.',
  fileName: (date) => `jubir-backup-${date}.json`,
  withPhrase: 'Protect it with a passphrase',
  phrase: 'Passphrase',
  phraseHelp: (shortest) =>
    `At least ${shortest} letters; several words are safer than one. Without it nobody can open the backup, nor can you.`,
  repeat: 'Repeat the passphrase',
  repeatHelp: 'Type it once more, so that there is no slip.',
  phraseShort: (shortest) => `A passphrase needs at least ${shortest} letters.`,
  phraseDiffers: 'The two passphrases differ. No backup was made yet.',
  withSecrets: 'Include the keys and passwords that Jubir keeps',
  withSecretsHelp: 'The language model’s key, for instance. Only if this backup is for yourself.',
  restore: 'Restore',
  restoreHelp:
    'Choose a backup file. You see what is in it first; nothing here is replaced or deleted, it is only added to.',
  reading: 'Looking at the file…',
  open: 'Open',
  preview: 'What is in it',
  from: (when, machine) => `Made ${when} on ${machine}.`,
  fromHere: (when) => `Made ${when} on this computer.`,
  holds: (drafts, posts) =>
    `It holds ${counted(drafts, 'draft', 'drafts')} and ${counted(posts, 'post', 'posts')}.`,
  fresh: (n) => `${n} not here yet: will be added.`,
  changed: (n) => `${n} here already: will be brought up to date.`,
  rivals: (n) => `${counted(n, 'draft', 'drafts')} will hold two texts for you to choose from.`,
  nothingNew: 'There is nothing new: everything in it is here already, or you deleted it for good.',
  damaged: (n) => `${counted(n, 'part is', 'parts are')} damaged or unknown and will be left out.`,
  notWhole:
    'This file is not whole: its end is missing or something in it changed. What is whole can still be restored; look for another copy, too.',
  merges: 'No text here will be lost or overwritten.',
  confirm: 'Restore now',
  restoring: (percent) => `Restoring… ${percent}%`,
  restored: (added, changed) => `Done: ${added} added, ${changed} brought up to date.`,
  restoredSources: (n) =>
    `${counted(n, 'source', 'sources')} added. Click “Allow” on each so that Jubir may read it.`,
  restoreStopped:
    'Restoring stopped half way. What was taken stays; restore the same file once more; nothing will be doubled.',
  failures: {
    'not-ours':
      'This is no backup of Jubir, or its beginning is damaged. Nothing changed; choose another file.',
    newer:
      'This backup was made by a newer Jubir. Nothing changed; update Jubir in this browser and try again.',
    'too-large':
      'Another program wrote this file anew, and it is too large to be read. Nothing changed; use the original file.',
    sealed: 'This file is protected with a passphrase. Type it to open the file.',
    'wrong-passphrase':
      'The passphrase does not fit. Nothing changed; check capital letters and spaces, then try again.',
    unreadable: 'This file cannot be read. Nothing changed; check the file and try again.',
  },
  list: 'List of posts',
  listHelp: 'All posts as a table for the office, ready for Excel with Indonesian regional settings.',
  month: 'Month',
  allMonths: 'All months',
  saveList: 'Save the list of posts (CSV)',
  listName: (month) => `jubir-posts${month}.csv`,
  csv: {
    columns: {
      date: 'Date',
      time: 'Time',
      platform: 'Platform',
      account: 'Account',
      state: 'State',
      text: 'Text',
      link: 'Link of the post',
      release: 'Release',
      releaseLink: 'Link of the release',
      source: 'Source',
      picture: 'Picture',
      alt: 'Alternative text',
    },
    states: {
      opened: 'opened, not confirmed',
      posted: 'posted',
      'not-posted': 'not posted',
      failed: 'failed',
      prepared: 'waits to be sent',
      sending: 'being sent',
      removed: 'deleted from the platform',
      unknown: 'not sure that it was posted',
    },
  },
  erase: 'Erase all data',
  eraseHelp: 'For shared computers: erases everything that Jubir keeps in this browser. It cannot be undone.',
  eraseAsk: 'What will be erased for good:',
  eraseEntries: (drafts, posts) =>
    `${counted(drafts, 'draft', 'drafts')} and ${counted(posts, 'post', 'posts')}`,
  eraseReleases: (releases, sources) =>
    `${counted(releases, 'release', 'releases')} of ${counted(sources, 'source', 'sources')}`,
  eraseRest: 'all settings, keys and permissions',
  eraseBackup: 'Save a backup first if you still need it.',
  eraseSure: 'I understand that none of this can be had back',
  eraseNow: 'Erase everything',
  erasing: 'Erasing…',
  eraseFailed:
    'Not everything is erased yet. Close the other pages of Jubir and press “Erase everything” again.',
  erased: 'All data is erased',
  erasedHelp: 'Jubir keeps nothing in this browser any more, and does nothing until it is opened again.',
  startAnew: 'Start anew',
};
