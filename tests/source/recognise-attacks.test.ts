import { describe, expect, test } from 'vitest';
import { presets } from '../../utils/source/cities.ts';
import { SourceError } from '../../utils/source/errors.ts';
import { parseHtml } from '../../utils/source/markup.ts';
import { readListing, readReleasePage } from '../../utils/source/page.ts';
import { readSitemap } from '../../utils/source/sitemap.ts';
import type { Source } from '../../utils/source/source.ts';
import { download } from './samples.ts';

const bogor = presets[0] as Source;
const times = (count: number, make: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => make(n)).join('');
const item = (n: number, rest = '') =>
  `<li${rest}><a href="/berita/${n}">Judul rilis kota nomor ${n} hari ini</a> <i>${(n % 28) + 1} Mei 2026</i></li>`;

const attacks: readonly [string, string][] = [
  ['3,300 rows, as large as a page may be', `<ul>${times(3_300, (n) => item(n))}</ul>`],
  [
    '9,900 paragraphs',
    `<h1>Judul rilis kota hari ini</h1>${'<p>Teks rilis kota yang cukup panjang untuk sebuah paragraf.'.repeat(9_900)}`,
  ],
  [
    '9,900 headings',
    `${'<h2>Judul rilis kota hari ini nomor sekian</h2>'.repeat(9_900)}<p>${'Teks rilis yang panjang. '.repeat(30)}</p>`,
  ],
  [
    '2,400 lists of links in a text',
    `<h1>Judul rilis kota hari ini</h1><div>${'<p>Teks rilis kota yang cukup panjang untuk sebuah paragraf, sungguh panjang sekali.</p><div class="share">x</div><i>y</i>'.repeat(2_400)}</div>`,
  ],
  [
    '2,400 dates in rows',
    `<ul>${'<li><i>1 Mei 2026</i><i>2 Mei 2026</i><i>3 Mei 2026</i></li>'.repeat(2_400)}</ul>`,
  ],
  ['16,000 rows', `<ul>${times(16_000, (n) => item(n))}</ul>`],
  [
    'a class for every row',
    `<ul>${times(16_000, (n) => item(n, ` class="baris-${String.fromCharCode(97 + (n % 26), 97 + ((n / 26) % 26), 97 + ((n / 676) % 26))}"`))}</ul>`,
  ],
  [
    'a hundred classes on every row',
    `<ul>${times(3_000, (n) => item(n, ` class="${times(100, (c) => `k${(n * c) % 97}x `)}"`))}</ul>`,
  ],
  [
    'rows 250 levels deep',
    times(
      250,
      (n) =>
        `<div class="d${n % 7}a"><a href="/berita/${n}">Judul rilis kota nomor ${n} hari ini</a><i>${(n % 28) + 1} Mei 2026</i>`,
    ),
  ],
  ['lists in lists in lists', times(40, (n) => `<div><ul>${times(60, (m) => item(n * 60 + m))}</ul>`)],
  [
    'one row of 40,000 elements',
    `<ul>${times(3, (n) => `<li><a href="/berita/${n}">Judul rilis kota nomor ${n}</a>${'<b>x</b>'.repeat(13_000)}</li>`)}</ul>`,
  ],
  [
    '4 MB of paragraphs',
    `<h1>Judul rilis kota hari ini</h1><div>${times(8_000, (n) => `<p>${'Teks rilis yang panjang sekali. '.repeat(15)}${n}</p>`)}</div>`,
  ],
  [
    '50,000 short paragraphs',
    `<h1>Judul rilis kota hari ini</h1>${'<p>Teks rilis kota yang cukup panjang untuk sebuah paragraf.'.repeat(50_000)}`,
  ],
  [
    'paragraphs 250 levels deep',
    `<h1>Judul rilis kota hari ini</h1>${times(250, (n) => `<div>Teks rilis kota yang cukup panjang untuk sebuah paragraf, nomor ${n}, dan lebih.`)}`,
  ],
  [
    'headings without end',
    `${'<h2>Judul rilis kota hari ini nomor sekian</h2>'.repeat(20_000)}<p>${'Teks rilis yang panjang. '.repeat(30)}</p>`,
  ],
  [
    'dates without end',
    `<ul>${'<li><i>1 Mei 2026</i><i>2 Mei 2026</i><i>3 Mei 2026</i></li>'.repeat(12_000)}</ul>`,
  ],
  [
    'links that are all the same',
    `<div>${'<p><a href="/berita/1">Judul rilis kota nomor satu</a> 1 Mei 2026</p>'.repeat(15_000)}</div>`,
  ],
];

/** How often the largest page could be parsed meanwhile: the machine is shared, so nothing absolute holds. */
const MOST = 15;
const largest = '<p>Teks rilis kota yang cukup panjang untuk sebuah paragraf.'.repeat(50_000);

/** Milliseconds that the processor works on something, whatever else it works on. */
function worked(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
const parsing = Math.min(...[1, 2, 3].map(() => worked(() => parseHtml(largest))));

describe('attacks on the recogniser', () => {
  test.each(attacks)('%s', (_name, html) => {
    const page = download(html, 'https://kotabogor.go.id/berita');
    for (const read of [() => readListing(page, bogor), () => readReleasePage(page, bogor)]) {
      const ms = worked(() => {
        try {
          read();
        } catch (error) {
          expect(error).toBeInstanceOf(SourceError);
        }
      });
      expect(ms).toBeLessThan(MOST * parsing);
    }
  });

  test('a map of 100,000 addresses', () => {
    const map = `<urlset>${times(100_000, (n) => `<url><loc>https://kotabogor.go.id/berita/rilis-kota-nomor-${n}</loc></url>`)}</urlset>`;
    const page = download(map, 'https://kotabogor.go.id/sitemap.xml');
    const ms = worked(() => expect(readSitemap(page, bogor.hosts).items).toHaveLength(200));
    expect(ms).toBeLessThan(MOST * parsing);
  });
});
