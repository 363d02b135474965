import type { idAccounts } from './id-accounts.ts';

/** Texts on the accounts that Jubir posts from, in English. */
export const enAccounts: typeof idAccounts = {
  title: 'Accounts',
  help: 'On Mastodon and Bluesky, Jubir can post directly from your account. Other platforms open on their own page. Sign-ins are kept on this computer only.',
  none: 'No accounts yet.',
  attention: 'Has to sign in again',
  again: 'Sign in again',
  remove: 'Sign out',
  removeSure: (handle) => `Sign ${handle} out of this computer?`,
  removed: 'Signed out. The sign-in was removed from this computer and from its server.',
  removedHere:
    'Signed out of this computer. Its server cannot be reached; please remove the permission in the platform’s settings too.',
  removeFailed: 'Signing out did not work. Please try again.',
  addMastodon: 'Add a Mastodon account',
  addBluesky: 'Add a Bluesky account',
  server: 'Name of the Mastodon server',
  serverHelp:
    'For instance mastodon.social. You sign in on that server’s page; Jubir does not see the password.',
  signIn: 'Sign in',
  signingIn: 'Waiting…',
  handle: 'Bluesky handle',
  handleHelp: 'For instance office.bsky.social.',
  find: 'Find the account',
  found: (handle, host) => `@${handle} is on the server ${host}. Jubir will contact that server only.`,
  password: 'App password',
  passwordHelp:
    'Made in Bluesky: Settings → Privacy and security → App passwords. It looks like xxxx-xxxx-xxxx-xxxx. Do not use your account’s password.',
  other: 'Another account',
  added: (handle) => `${handle} is ready.`,
  refused: 'The permission for that server was not given. Nothing was kept; press again if you agree.',
  failed: 'Signing in did not work, and nothing was kept. Please try again.',
  undo: 'Wait 10 seconds before sending, so that it can be taken back',
};
