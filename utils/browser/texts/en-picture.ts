import type { idPicture } from './id-picture.ts';

/** Texts on a draft's picture, in English. */
export const enPicture: typeof idPicture = {
  title: 'Picture',
  alt: 'Alternative text',
  altHelp: 'Read out to people who cannot see the picture. Say in a sentence or two what it shows.',
  altMissing: 'The alternative text is still empty.',
  unnamed: 'The picture of this draft, not described yet',
  loading: 'Fetching the picture…',
  detach: 'Remove picture',
  goesAlong: 'This picture goes out too when you post from your account below.',
  byHand: (platform) =>
    `A link to ${platform} cannot carry a picture: save it, then attach it there yourself.`,
  save: 'Save picture',
  saved: 'The picture is in your downloads folder.',
  copyAlt: 'Copy alternative text',
  copied: 'Alternative text copied.',
  copyFailed: 'Not copied. Select the text and copy it yourself.',
  refused: 'That picture was not added: its address is not on the site of this release’s source.',
  failed: {
    elsewhere: 'The picture cannot be fetched: its address is not on the site of this release’s source.',
    'not-allowed':
      'The picture cannot be fetched: Jubir may not read its site yet. Allow the source in Settings.',
    offline: 'The picture cannot be fetched: there is no internet connection.',
    gone: 'The picture cannot be fetched: the city’s site has it no more.',
    unfit: 'The picture cannot be fetched: its file is no picture that can be used.',
    failed: 'The picture cannot be fetched. Nothing is lost; please try again.',
  },
  sentWith: (alt) => `With a picture: ${alt}`,
};
