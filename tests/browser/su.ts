import type { Language } from '../../utils/browser/texts/languages.ts';

/** A language that has only begun: ten texts in Sundanese, the words of Kota Bogor's own people. */
export const su: Language = {
  name: 'Basa Sunda',
  texts: {
    app: { cancel: 'Bolay', save: 'Simpen', back: 'Balik' },
    time: { now: 'anyar pisan', today: 'dinten ieu', yesterday: 'kamari' },
    list: { title: 'Rilis panganyarna', unread: (n) => `${n} can dibaca` },
    desk: { title: 'Méja gawé' },
  },
  later: { backup: { title: 'Salinan cadangan' } },
};
