import type { idLinks } from './id-links.ts';

/** Texts on the addresses that open each platform, in English. */
export const enLinks: typeof idLinks = {
  title: 'Platform links',
  help: 'The address that Jubir opens for each platform. When a platform changes its own, the city can replace it here without waiting for a new Jubir.',
  confirmed: (when) => `Last confirmed by you ${when}`,
  never: 'Never confirmed by you',
  byCity: 'Set by the city',
  byYou: 'Replaced',
  change: 'Replace the address',
  address: (platform) => `Address in place of ${platform}’s`,
  addressHelp: (text, body, link) =>
    `With https, and in their places ${text} (the whole text), ${body} (the text without its link), or ${link} (the release’s link). Empty it for the built-in one.`,
  bad: (places) =>
    `That address cannot be used; the old one holds. It needs https, a server’s name, and one of ${places}.`,
};
