import type { idStore } from './id-store.ts';

/** Texts on where drafts are stored, and on what happens when that place fails, in English. */
export const enStore: typeof idStore = {
  states: {
    newer: {
      title: 'A newer Jubir wrote your data',
      help: 'All your drafts and history are whole and can be read, but this version of Jubir cannot write them without harm. Install the newest Jubir again; until then you can save a copy.',
    },
    'step-failed': {
      title: 'Your data could not be prepared for this version of Jubir',
      help: 'Nothing was lost: everything is stored as before the update and can be read, only not changed yet. Save a copy, then try again.',
    },
    unreadable: {
      title: 'Jubir’s storage in this browser cannot be opened',
      help: 'Jubir deleted nothing. Close the browser completely, open it again, then try once more. You can save the latest automatic copy now.',
    },
    outdated: {
      title: 'Jubir was updated; this page is still the old one',
      help: 'What says “saved” is safe. If something is not saved yet, copy it from this page first, then reload.',
    },
    blocked: {
      title: 'Close the other pages of Jubir',
      help: 'Jubir is preparing your data for this version, but an old page of Jubir is still open. Once it is closed, Jubir goes on by itself. Nothing was lost.',
    },
    restoring: {
      title: 'Restoring your drafts…',
      help: 'Jubir’s storage was damaged. Drafts and history are being brought back from the automatic copy; please do not close the browser yet.',
    },
  },
  reload: 'Reload',
  retry: 'Try again',
  copyOut: 'Save a copy',
  openDesk: 'See what is there',
  restored: 'Jubir’s storage was damaged and has been restored',
  restoredFrom: (drafts, posts, when) =>
    `${counted(drafts, 'draft')} and ${counted(posts, 'post')} are back, from the automatic copy of ${when} and what was noted since.`,
  restoredNone: (drafts, posts) =>
    `${counted(drafts, 'draft')} and ${counted(posts, 'post')} are back, from Jubir’s own notes; there was no automatic copy yet.`,
  restoredRest: 'Releases and their pictures are read again from the city’s site.',
  lost: 'What was written last could not be restored in:',
  lostEntry: (title, platform) => `${title} – ${platform}`,
  lostMore: (n) => `and ${n} more`,
  lostNone: 'No text was lost.',
  secretsGone: 'Keys and passwords that you had entered have to be entered again in Settings.',
  understood: 'I understand',
  readOnly: 'Read only',
  entries: (n) => `${n} drafts and posts`,
  noEntries: 'There are no drafts or posts here.',
  draft: 'Draft',
  post: 'Post',
  select: 'Choose a draft or a post to read its text.',
  copySaved: 'The copy is saved: one file with everything, one text file to read.',
  copyFailed: 'The copy was not saved. Try again; your data did not change.',
  copyLeftOut: (n) =>
    n === 1
      ? 'One part could not be read and is not in that copy.'
      : `${n} parts could not be read and are not in that copy.`,
  untitled: 'No title',
  section: 'Storage',
  persisted: 'This browser keeps Jubir’s data for good: it is not removed when the disk is full.',
  notPersisted:
    'This browser does not promise to keep data for good, but Jubir’s storage permission shields your data from removal when the disk is almost full.',
  used: (drafts, posts, size) =>
    `${counted(drafts, 'draft')} and ${counted(posts, 'post')} are stored${size === null ? '' : `; Jubir uses ${size}`}.`,
  lastCopy: (when) => `Latest automatic copy: ${when}.`,
  noCopy: 'There is no automatic copy yet; it is made within a minute of your writing.',
  copyHelp:
    'The automatic copy lies in another place on this computer and is used when Jubir’s storage is damaged. Removing Jubir erases both.',
};

const counted = (n: number, thing: string): string =>
  `${n.toLocaleString('en')} ${thing}${n === 1 ? '' : 's'}`;
