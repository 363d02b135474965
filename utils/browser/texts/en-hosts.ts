import type { idHosts } from './id-hosts.ts';

/** Texts on whom Jubir contacts, and when, in English. */
export const enHosts: typeof idHosts = {
  title: 'Hosts that are contacted',
  help: 'This list is made from your settings as they are now. Jubir contacts nobody who is not on it: there is no server of Jubir’s, no statistics and no advertising.',
  own: 'Contacted by Jubir itself',
  uses: {
    releases: (source) =>
      `Releases of ${source}: every 8 to 15 minutes by day, about once an hour at night, and when you open Jubir.`,
    'releases-paused': (source) => `Releases of ${source}: paused, only when you share its page.`,
    pictures: (source) => `Pictures of ${source}’s releases, once these are read.`,
    captions: () => 'Captions of the press office, as often as releases.',
    account: (handle) =>
      `Account ${handle}: when you sign in, write for that account, send (or look for a post that is not certain), and sign out.`,
    lookup: () => 'Only when you add a Bluesky account: finds where that account is kept.',
    folder: () => 'Your WebDAV folder: soon after drafts or history change, and every 15 minutes.',
    model: () => 'Language model: only when you press “Rewrite with a language model”.',
    allowed: () => 'Allowed, but nothing uses it now: an address that was once tried, for instance.',
  },
  opened: 'Opened by your click alone',
  openedHelp:
    'Jubir does not contact these hosts; a platform’s button opens its page, and your text is part of that address. So it is with the pages of releases, news and posts that you open, and with a Mastodon account’s sign-in page.',
  more: 'Addresses that you type yourself, such as a new source or account, are contacted only after you press the button; the browser asks you first. Should the city’s site redirect to another host, the browser asks that host once, and Jubir refuses the answer unread.',
  none: 'It cannot be read now. Close this page and open it again.',
};
