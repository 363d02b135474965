import { type CardFormat, type CardStyle, formats, styles } from '../../../utils/card/card.ts';
import { type CityColours, defaultColours } from '../../../utils/card/colour.ts';
import { sharedReleases } from '../../caption/releases.ts';
import type { CardCase } from './page.ts';

interface Scenario {
  name: string;
  title: string;
  photo: CardCase['photo'];
  crest: boolean;
  colours?: CityColours;
  city?: string;
  date?: string | null;
  url?: string;
  qr?: boolean;
}

const words =
  'Pemerintah Kota Bogor melalui Dinas Pekerjaan Umum dan Penataan Ruang menyelesaikan perbaikan jembatan dan saluran air di enam kecamatan sebelum musim hujan tiba ';

/** The longest title there is. */
const longestTitle = words.repeat(4).slice(0, 500).trim();

/** Real titles where the shared data is there: the shortest and the longest of them, and one between. */
function realTitles(): string[] {
  const titles = sharedReleases()
    .map(({ title }) => title)
    .sort((a, b) => a.length - b.length);
  const middle = titles[Math.floor(titles.length / 2)];
  const real = [titles[0], titles.at(-1), middle].filter((title) => title !== undefined);
  return real.length === 3
    ? real
    : [
        'Pasar Jambu Dua Buka',
        words.slice(0, 121).trim(),
        'Warga Kampung Melati Panen Ikan Nila di Kolam Bersama',
      ];
}

function scenarios(): Scenario[] {
  const [short = '', long = '', middle = ''] = realTitles();
  return [
    { name: 'short, bright photo', title: short, photo: 'bright', crest: true },
    { name: 'long, dark photo', title: long, photo: 'dark', crest: true },
    { name: 'middle, portrait', title: middle, photo: 'portrait', crest: false },
    { name: 'long, no photo', title: long, photo: null, crest: true },
    { name: 'short, plain', title: short, photo: null, crest: false, date: null },
    { name: '500 letters', title: longestTitle, photo: 'bright', crest: true },
    {
      ...{ name: 'yellow city, white photo', title: middle, photo: 'white', crest: true },
      colours: { main: '#f2c230', accent: '#b3202a' },
      city: 'Kabupaten Pangkajene dan Kepulauan, Dinas Komunikasi, Informatika dan Statistik',
    },
    {
      ...{ name: 'a word without end, emoji', photo: 'dark-portrait', crest: true, qr: false },
      title: `🌳👨‍👩‍👧‍👦 Hari Bumi: ${'Kampungberseridanberkelanjutan'.repeat(3)} 100% “hijau”`,
      colours: { main: '#b3202a', accent: '#f2c230' },
    },
  ];
}

/** Every scenario in every style and format. */
export function cardCases(): CardCase[] {
  return formats.flatMap((format: CardFormat) =>
    scenarios().flatMap((scenario) =>
      styles.map((style: CardStyle) => ({
        ...{ name: `${scenario.name} · ${style} · ${format}`, style, format },
        photo: scenario.photo,
        crest: scenario.crest,
        colours: scenario.colours ?? defaultColours,
        qr: scenario.qr ?? true,
        content: {
          title: scenario.title,
          city: scenario.city ?? 'Kota Bogor',
          kind: 'Rilis resmi',
          date: scenario.date === undefined ? '24 November 2026' : scenario.date,
          more: 'Baca selengkapnya',
          url: scenario.url ?? 'https://kotabogor.go.id/berita-detail/3009',
        },
      })),
    ),
  );
}
