import type { Angle } from './caption.ts';

/** The only words a caption has that no release has, per language. Everything else is the release's own. */
export interface Phrases {
  /** Before the link; the first is the plain choice. */
  more: readonly string[];
  /** Before the link of an invitation. */
  info: readonly string[];
  /** Before the link of a quotation: mostly none, the speaker is the sentence's end. */
  read: readonly string[];
  /** Before the first words, by angle; "{city}" is the source's name, where it is a city's. */
  openings: Partial<Record<Angle, readonly string[]>>;
  /** Before a counterweight, always; "{office}" is the city's government, where the source is a city's. */
  official: readonly string[];
  /** The same where the source is no city's. */
  officially: string;
  /** Before the address of a news text that is answered. */
  answering: string;
  /** Between a verb of saying and what the quotation is about: "kata … tentang Pasar Murah". */
  about: string;
  /** Between a sentence and who said it. */
  said: string;
}

const phrases: Record<'id' | 'en', Phrases> = {
  id: {
    more: [
      'Selengkapnya: ',
      'Rilis lengkap: ',
      '',
      'Baca rilisnya: ',
      'Rilis resminya: ',
      'Info lengkap: ',
      'Baca selengkapnya: ',
      'Kabar lengkap: ',
    ],
    info: ['Info: ', 'Selengkapnya: ', 'Info lengkap: ', 'Keterangan lengkap: ', 'Rilis resminya: ', ''],
    read: ['', 'Selengkapnya: ', 'Rilis lengkap: ', 'Baca rilisnya: ', 'Baca selengkapnya: '],
    openings: {
      summary: ['', '', 'Kabar {city}: ', 'Info {city}: ', 'Kabar dari {city}: ', 'Rilis {city}: '],
      figure: ['', '', 'Dalam angka: ', 'Info {city}: ', 'Kabar {city}: '],
      achievement: ['', '', 'Kabar {city}: ', 'Kabar dari {city}: '],
      invitation: ['', '', 'Agenda {city}: ', 'Info warga: ', 'Info {city}: '],
      quote: ['', '', '', 'Kutipan rilis: '],
      points: ['', '', 'Poin rilis: ', 'Ringkasan: ', 'Kabar {city}: ', 'Info {city}: '],
    },
    official: [
      'Penjelasan resmi {office}: ',
      'Keterangan resmi {office}: ',
      'Penjelasan {office}: ',
      'Dari rilis resmi {office}: ',
    ],
    officially: 'Penjelasan resmi: ',
    answering: 'Menanggapi berita: ',
    about: 'tentang',
    said: 'kata',
  },
  en: {
    more: ['Details: ', 'Full release: ', '', 'Read the release: ', 'Read more: ', 'The full release: '],
    info: ['Details: ', 'Full release: ', 'More information: ', ''],
    read: ['', 'Details: ', 'Full release: ', 'Read the release: '],
    openings: {
      summary: ['', '', 'News from {city}: ', '{city} news: ', 'From {city}: '],
      figure: ['', '', 'In numbers: ', 'News from {city}: '],
      achievement: ['', '', 'News from {city}: ', 'From {city}: '],
      invitation: ['', '', 'Coming up: ', '{city} agenda: '],
      quote: ['', '', '', 'From the release: '],
      points: ['', '', 'In short: ', 'News from {city}: '],
    },
    official: ['Official statement of {office}: ', 'Official information of {office}: ', '{office} states: '],
    officially: 'Official statement: ',
    answering: 'In answer to: ',
    about: 'about',
    said: 'said',
  },
};

/** Phrasings in a release's language. */
export function phrasesFor(language: 'id' | 'en'): Phrases {
  return phrases[language];
}

const cityName = /^(?:Kota|Kabupaten|Provinsi|City of) \p{Lu}[\p{L} -]{1,40}$/u;
const government: readonly (readonly [RegExp, string])[] = [
  [/^Kota /u, 'Pemkot '],
  [/^Kabupaten /u, 'Pemkab '],
  [/^Provinsi /u, 'Pemprov '],
];

/**
 * A phrase for a source, or null where it needs a city's name and the source's is none: "Kabar Kota Bogor: ",
 * "Penjelasan resmi Pemkot Bogor: ".
 */
export function phraseFor(phrase: string, source: string, language: 'id' | 'en'): string | null {
  if (!phrase.includes('{')) return phrase;
  const name = source.trim();
  if (!cityName.test(name)) return null;
  const [pattern, short] = government.find(([kind]) => kind.test(name)) ?? [null, ''];
  const office = pattern === null || language === 'en' ? name : name.replace(pattern, short);
  return phrase.replace('{city}', name).replace('{office}', office);
}
