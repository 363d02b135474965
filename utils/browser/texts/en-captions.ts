import type { idCaptions } from './id-captions.ts';

/** House style, own lines and threads, in English. */
export const enCaptions: typeof idCaptions = {
  title: 'Caption style',
  help: 'Holds for every suggested caption. What a caption says still comes from the release alone.',
  hashtags: 'The city’s hashtags',
  hashtagsHelp:
    'In place of the source’s own; the first always leads. For instance #KotaBogor #BogorBerlari.',
  mentions: 'Accounts to mention',
  mentionsHelp:
    'For instance @pemkotbogor. On X, Threads, Instagram, Facebook and TikTok, while there is room.',
  closing: 'Closing line',
  closingHelp: 'One line before the link, while there is room. May stay empty.',
  naming: 'How the mayor, deputy and secretary are named',
  namings: { both: 'Office and name', office: 'Office only', name: 'Name only' },
  emoji: 'One emoji at the start of a caption',
  ownLines: 'My own lines, one per line',
  ownLinesHelp: 'They appear beside the text; one tap puts a line into the caption.',
  lines: 'My own lines',
  makeThread: 'Make it a thread',
  dropThread: 'No thread',
  thread: (n) => `Thread of ${n} posts`,
  threadHelp: (platform) =>
    `The first post opens in ${platform}. Copy the others as replies, one after the other.`,
  threadImpossible: (platform) =>
    `This text cannot become a thread yet: one sentence is longer than a post on ${platform}, or the text is too long.`,
  copyPost: (n) => `Copy post ${n}`,
  copiedPost: (n) => `Post ${n} copied.`,
};
