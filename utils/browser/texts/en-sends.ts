import type { idSends } from './id-sends.ts';

export const enSends: typeof idSends = {
  statePrepared: 'waiting to be sent',
  stateSending: 'being sent',
  stateRemoved: 'deleted from the platform',
  prepared: 'Waiting in the outbox, not sent yet',
  sending: 'Being sent',
  removed: 'Deleted from the platform',
  failures: {
    offline: 'This computer is offline. Nothing was sent; your text is kept.',
    'no-answer': 'The platform’s server does not answer. Your text is kept. Please try again in a moment.',
    timeout: 'The platform’s server took too long. Your text is kept. Please try again in a moment.',
    cut: 'The server’s answer broke off. Your text is kept. Please look at your account before sending again.',
    unreadable: 'The server’s answer cannot be read. Your text is kept. Please look at your account first.',
    redirected: 'The server points to another address, which Jubir does not follow. Your text is kept.',
    'signed-out':
      'The platform wants you to sign in again. Nothing was published; your text is kept. Sign in under Settings, then send again.',
    gone: 'What was asked for is not on the server any more. Nothing was published; your text is kept.',
    refused: 'The server refused. Nothing was published; your text is kept and can be changed.',
    limited: 'The server asks to wait a little. Your text is kept and will be tried again.',
    status: 'The platform’s server has trouble. Your text is kept. Please try again in a moment.',
  },
  signIn: {
    'bad-handle': 'That is no Bluesky account name. Write it like “office.bsky.social”.',
    'bad-server': 'That is no server’s name. Write it like “mastodon.social”.',
    'no-window':
      'A phone’s browser cannot show Mastodon’s page to sign in on. Mastodon accounts are added on a computer; the button “Open in Mastodon” works here all the same.',
    'not-found': 'That account was not found. Please check the spelling.',
    mismatch:
      'That name does not match the account’s own document, so it is not used. Please check the name.',
    'no-server': 'The account’s document names no server that can be used. Nothing was sent.',
    'not-app-password':
      'That is no app password, so it was sent nowhere. Make one in Bluesky’s settings (it looks like xxxx-xxxx-xxxx-xxxx).',
    'wrong-password':
      'That app password was not accepted. Make a new one in Bluesky’s settings and try again.',
    'other-account': 'Another account signed in, so it was not kept. Please check name and password.',
    cancelled: 'You are not signed in: the window was closed or permission was not given. Please try again.',
    forged: 'What came back was no answer to Jubir’s request, so it was thrown away. Please try again.',
  },
  refusals: {
    'no-account': 'That account is not in Jubir any more. Your text is kept; choose another account.',
    attention: 'That account has to sign in again. Your text is kept; sign in under Settings first.',
    empty: 'There is no text to publish yet.',
    'too-long': 'This text is over the platform’s limit. Shorten it first; your text is kept.',
  },
};
