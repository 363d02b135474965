import type { idPhone } from './id-phone.ts';

export const enPhone: typeof idPhone = {
  composer: {
    opensAs: (platform) => `Posts from the ${platform} account that is signed in, in its app or on its site`,
    copied: 'Caption copied: press and hold the text box, then choose Paste',
  },
  notices: { copied: 'Caption copied: press and hold the text box, then choose Paste' },
  desk: {
    emptyHelp:
      'Open Jubir from the browser’s menu, choose a release, then tap a platform. Its draft appears here.',
    copyFailed: 'Not copied. Press and hold the text, then choose Copy.',
    select: 'Choose one in the list to read and edit it.',
  },
  welcome: {
    doneLead:
      'See the latest releases and tap a platform. Next time, open the browser’s menu (⋮), then Extensions and Jubir.',
    pin: 'On the city’s pages, or on the news, open Jubir from the same menu to share what you read.',
  },
};
