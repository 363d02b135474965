import type { idFolder } from './id-folder.ts';

/** Texts on the city's folder that an official's machines meet in, in English. */
export const enFolder: typeof idFolder = {
  title: 'Sync',
  help: 'If you use more than one computer, a WebDAV folder of the city’s (Nextcloud, for instance) can keep their drafts and history the same. The folder is a backup, too.',
  what: 'Kept the same: drafts and their earlier texts, notes, reminders, the history of posts, and the releases they are about; not sources and settings. Where two texts were written without knowing of each other, both are kept and you choose. Reminders appear on every computer until you are done with them.',
  address: 'Folder address',
  addressHelp:
    'In Nextcloud: https://…/remote.php/dav/files/user-name/Jubir. The folder is made if it is not there.',
  user: 'User name',
  userHelp: 'Your name on that server.',
  password: 'App password',
  passwordHelp:
    'In Nextcloud it is made in Settings → Security. Kept on this computer only, and never shown again.',
  passwordKept: 'Leave it empty to use the password that is stored.',
  tryIt: 'Try and turn on',
  trying: 'Trying the connection…',
  badAddress: 'The address or the user name is not right yet. Nothing changed.',
  notAllowed: 'You have not allowed Jubir to contact that server yet. Nothing changed; try again.',
  notOn: (why: string) => `${why} Sync is not on yet; nothing changed.`,
  made: 'The folder was made. Sync is on.',
  found: 'The folder is there and can be written to. Sync is on.',
  isOn: (user: string, host: string) => `On, as ${user} at ${host}.`,
  never: 'Never synced yet.',
  met: (when: string, machines: number) => `Last synced ${when}, between ${machines} computers.`,
  metNobody: (when: string) => `Last stored in the folder ${when}. Turn it on on your other computer, too.`,
  meeting: 'Syncing…',
  meetNow: 'Sync now',
  change: 'Change',
  turnOff: 'Turn off',
  wentOff: 'Sync is off and its password was erased. The files in the folder stay.',
  failed: 'That did not work. Nothing was lost; please try again.',
  safe: 'Nothing was lost: everything is stored on this computer.',
  again: (when: string) => `It tries again by itself ${when}.`,
  reasons: {
    offline: 'There is no internet connection.',
    'no-answer': 'The server does not answer, or the connection broke off.',
    timeout: 'The server takes too long to answer.',
    'no-permission':
      'The browser does not let Jubir contact this server. Click “Change” and turn it on again.',
    'no-password': 'Its password is no longer on this computer. Click “Change” and enter it again.',
    redirected:
      'The server sends to another address. Check the folder address; the password was not sent there.',
    refused:
      'The user name or the password was refused. Make a new app password on that server and enter that one.',
    forbidden: 'The server does not let you open this folder. Ask its administrator for access.',
    'read-only':
      'This folder cannot be written to. Ask its administrator for write access, or choose another folder.',
    'not-found': 'The folder was not found. Check the address; it may have been deleted or renamed.',
    'no-parent': 'What the folder should lie in is not there. Check the address.',
    locked: 'The folder is locked by somebody else at the moment.',
    full: 'There is no room left on the server. Make room there, or ask its administrator for more.',
    'too-large': 'The server takes no file of this size. Ask its administrator to raise the limit.',
    busy: 'The server is busy or under maintenance.',
    'not-webdav': 'This is no WebDAV folder: an ordinary page answers at this address. Check it.',
    crowded: 'There are too many files in this folder. Use one of its own for Jubir.',
    cut: 'The file on the server is not whole.',
    status: 'The server is in trouble.',
    here: 'This computer cannot read or store its data. Make a little room on this computer.',
  },
  faults: {
    cut: 'Another computer’s file is not whole; what is whole in it was taken. It usually heals when that computer is on again.',
    unreadable: 'One file is damaged or not Jubir’s; it was left out.',
    newer: 'Another computer uses a newer Jubir. Update Jubir on this computer.',
    'too-large': 'Another computer’s file is too large; it was left out.',
    refused: 'The server does not give out another computer’s file; it will be tried again.',
  },
};
