import type { idAbout } from './id-about.ts';

/** Texts on Jubir itself and on what leaves this computer, in English. */
export const enAbout: typeof idAbout = {
  title: 'About',
  what: 'Jubir (short for juru bicara, spokesperson) reads the city’s official releases, prepares a caption for each platform and opens it for you to post from your own account.',
  privacy:
    'Your drafts, history and choices stay on this computer. Jubir contacts only the sites of your sources and of the Humas office’s captions, to read them; accounts, the city’s folder and a language model only if you set them up. A platform opens only when you click its button.',
  free: (licence) =>
    `Jubir is free software under the ${licence} licence: every city may use, inspect and change it.`,
  sources: (archive) =>
    `The source code of this version is in the archive ${archive}, which is made together with its packages.`,
  licences: 'Licences of everything in it',
  licencesHelp:
    'Apart from Jubir itself and IndoSum (data), all of these are libraries, used unchanged, as published on npm under this name and version.',
  firefoxAsks:
    'Firefox will ask whether this data may be “collected”: that is its word. Only the server you choose receives it; the makers of Jubir receive nothing.',
  loading: 'Loading…',
  failed: 'The list of licences cannot be read. Install Jubir again if this goes on.',
};
