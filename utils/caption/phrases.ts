/** The only words a caption has that no release has, per language. Everything else is the release's own. */
export interface Phrases {
  /** Before the link of a summary. */
  more: readonly string[];
  /** Before the link of an invitation. */
  info: readonly string[];
  /** Between a verb of saying and what the quotation is about: "kata … tentang Pasar Murah". */
  about: string;
}

const phrases: Record<'id' | 'en', Phrases> = {
  id: {
    more: ['Selengkapnya: ', 'Rilis lengkap: ', ''],
    info: ['Info: ', 'Selengkapnya: '],
    about: 'tentang',
  },
  en: { more: ['Details: ', 'Full release: ', ''], info: ['Details: '], about: 'about' },
};

/** Phrasings in a release's language. */
export function phrasesFor(language: 'id' | 'en'): Phrases {
  return phrases[language];
}

/** One of several phrasings: always the same for the same seed. */
export function pick<T>(all: readonly T[], seed: number): T | undefined {
  return all[Math.abs(Math.trunc(seed)) % Math.max(1, all.length)];
}
