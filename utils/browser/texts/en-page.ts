import type { idPage } from './id-page.ts';

export const enPage: typeof idPage = {
  menu: 'Share as an official post',
  button: {
    share: 'Share',
    hide: 'Hide on this site',
    changed: 'The city changed this release after you shared it.',
    withdrawn: 'The city withdrew this release after you shared it.',
    hiddenTitle: 'The “Share” button on the city’s pages',
    hiddenHelp:
      'You have hidden the button on these sites. Jubir’s own button for the page in view still works.',
    showAgain: (host: string) => `Show again on ${host}`,
  },
  reading: 'Reading the page…',
  slow: 'This takes longer than usual. You can wait or try again; nothing is lost.',
  back: 'Back to the list',
  listing: {
    title: 'Releases on this page',
    help: (source: string) => `Choose the release of ${source} that you want to share.`,
  },
  news: {
    title: 'What the city has said about this',
    from: (host: string) => `You are reading ${host}`,
    searching: 'Looking for releases on the same matter…',
    why: 'Both mention',
    answer: 'Answer with this release',
    nothing: 'No release fits',
    nothingHelp:
      'Jubir has looked through the whole archive on this computer. Better no answer than one with the wrong release.',
    failedTitle: 'The archive cannot be read',
    failed: 'Jubir could not look for releases that fit. Nothing is lost; try again in a moment.',
    more: 'Other releases that may be related',
  },
  link: {
    title: 'Not from the city',
    ownTitle: 'No release',
    help: 'You can share this page as a plain link. Jubir marks it as no release of the city.',
    share: 'Share as a plain link',
    notice: (host: string) =>
      `This is a link to ${host}, not a release of the city. Jubir has not checked it; make sure that you have read it.`,
    read: 'Open the page',
    failed: 'The draft of the link could not be stored, so nothing was opened. Try again.',
  },
  reply: {
    x: (name: string) => `Open in ${name} as a reply to that post`,
    threads: (name: string) => `In ${name}, open that post and copy the caption; paste it as a reply`,
  },
  failed: {
    'not-release': 'This page is no release',
    unreadable: 'The text of this page cannot be read',
    'no-page': 'This is no web page',
    'no-permission': 'Jubir may not read this site yet',
    offline: 'This computer is offline',
    gone: 'This page is no longer on the city’s site',
    broken: 'Jubir could not read it',
    'no-answer': 'The city’s site does not answer',
  },
  next: {
    'not-release': 'Choose one of the newest releases, or open the release’s own page and try again.',
    'not-release-link': 'That link does not lead to a release of your sources.',
    unreadable: 'Select a few sentences on that page, right-click, and choose “Share as an official post”.',
    'unreadable-phone': 'On a phone, this page can only be shared as a plain link.',
    'no-page': 'Open a news page or a release of the city, then try again.',
    'no-permission': (host: string) =>
      `Allow Jubir to read ${host}. Jubir only reads releases there; nothing is sent or changed.`,
    offline: 'Nothing is lost. Releases that are stored can still be shared; try again when you are online.',
    gone: 'The city may have moved or withdrawn it. Look for its title in Jubir’s archive.',
    broken: 'Nothing is lost. Try again; if it keeps failing, open the release from the list.',
    'no-answer': 'Nothing is lost. Try again in a moment.',
  },
  allow: (host: string) => `Allow ${host}`,
  again: 'Try again',
  newest: 'See the newest releases',
  lookAlike: {
    title: 'Careful, an imitation',
    help: (host: string, real: string) =>
      `${host} is not an official site. The city’s site is ${real}. Share nothing from this page, and tell the press office.`,
  },
  notes: {
    'words-elsewhere':
      'The words that you selected are not in the release, so the usual suggestion is shown.',
    'picture-elsewhere': 'That picture is not from the city’s site, so it does not go along.',
  },
};
