import { describe, expect, it } from 'vitest';
import { bestCaption, type Composable, compose } from '../../utils/flow/compose.ts';
import { room } from '../../utils/platform/measure.ts';
import { platformIds } from '../../utils/platform/platform.ts';
import { ownCity, ownNames, ownRelease } from '../caption/releases.ts';

const url = 'https://cikaret.example.go.id/berita/1';
const texts = (name: string, platform: (typeof platformIds)[number]): Record<string, string> =>
  Object.fromEntries(compose(ownRelease(name), ownCity, [platform]).map(({ angle, text }) => [angle, text]));

describe('the captions of a release', () => {
  it('tell the news, a voice and what is to come, in short', () => {
    expect(texts('market', 'x')).toEqual({
      summary:
        'Wali Kota Cikaret Sari A. Wulandari membuka Bazar Sayur di Taman Merpati, Kelurahan Kenanga, Kecamatan Cikaret Barat, Kota Cikaret. Bazar ini diikuti 48 kelompok tani. Selengkapnya: https://cikaret.example.go.id/berita/market #KotaCikaret #BazarSayur #TamanMerpati',
      quote:
        '“Harga sayur di bazar lebih rendah karena warga membeli langsung dari petani,” kata Wali Kota Cikaret Sari A. Wulandari. https://cikaret.example.go.id/berita/market #KotaCikaret #BazarSayur #TamanMerpati',
      figure:
        'Kepala Dinas Pertanian Kota Cikaret Hendra Gunadi mengatakan, bantuan bibit senilai Rp 125.500.000 masih dalam kajian dan belum dibagikan kepada kelompok tani. Selengkapnya: https://cikaret.example.go.id/berita/market #KotaCikaret #BazarSayur #TamanMerpati',
      invitation:
        'Bazar Sayur akan digelar setiap Sabtu pukul 07.00 WIB di halaman kantor kecamatan, tanpa biaya pendaftaran. Info: https://cikaret.example.go.id/berita/market #KotaCikaret #BazarSayur #TamanMerpati',
    });
  });
  it('are points with a bold heading and the link last in a chat', () => {
    expect(texts('market', 'whatsapp').points).toBe(
      [
        '*Pemkot Cikaret Buka Bazar Sayur di Taman Merpati*',
        '• Wali Kota Cikaret Sari A. Wulandari membuka Bazar Sayur di Taman Merpati, Kelurahan Kenanga, Kecamatan Cikaret Barat, Kota Cikaret',
        '• Kepala Dinas Pertanian Kota Cikaret Hendra Gunadi mengatakan, bantuan bibit senilai Rp 125.500.000 masih dalam kajian dan belum dibagikan kepada kelompok tani',
        '• Bazar Sayur akan digelar setiap Sabtu pukul 07.00 WIB di halaman kantor kecamatan, tanpa biaya pendaftaran',
        '',
        'https://cikaret.example.go.id/berita/market',
      ].join('\n'),
    );
    expect(bestCaption(ownRelease('market'), ownCity, 'whatsapp').angle).toBe('points');
    expect(bestCaption(ownRelease('market'), ownCity, 'x').angle).toBe('summary');
  });
  it('offer no angle that the release does not carry', () => {
    expect(Object.keys(texts('strangers', 'x'))).not.toContain('quote');
    expect(Object.keys(texts('untold', 'x'))).toEqual(['summary']);
  });
  it('come from the title alone while the page is unread', () => {
    expect(texts('untold', 'threads').summary).toBe(
      'Jadwal Layanan Kependudukan Selama Ramadan. Selengkapnya: https://cikaret.example.go.id/berita/untold #KotaCikaret',
    );
  });
  it('follow the language of the release', () => {
    expect(texts('english', 'x').quote).toBe(
      '“Every child in this city should have a place to read within walking distance,” said Mayor of Cikaret Sari Wulandari. https://cikaret.example.go.id/berita/english #KotaCikaret #RiversideLibrary',
    );
    expect(texts('english', 'x').summary).toMatch(
      /^Mayor of Cikaret Sari Wulandari opened .* Details: https:/,
    );
  });
  it('are the same for the same input, and vary with the seed only in phrasing', () => {
    for (const name of ownNames) {
      const release = ownRelease(name);
      expect(compose(release, ownCity)).toEqual(compose(release, ownCity));
      for (const seed of [-1, 1, 2, 99, Number.NaN])
        expect(compose(release, ownCity, ['x'], { seed })[0]?.text).toContain(release.url);
    }
  });
  it('keep the networks in the order asked for', () => {
    expect([
      ...new Set(compose(ownRelease('market'), ownCity, ['line', 'x']).map(({ platform }) => platform)),
    ]).toEqual(['line', 'x']);
    expect(compose(ownRelease('market'), ownCity, [])).toEqual([]);
  });
  it('offer the hashtags that are not in the text', () => {
    const caption = bestCaption(ownRelease('market'), ownCity, 'threads');
    expect(caption.hashtags).toEqual(['#KotaCikaret']);
    expect(caption.moreHashtags).toContain('#BazarSayur');
  });
});

describe('a text that does not fit', () => {
  const titled = (title: string): Composable => ({ title, url, paragraphs: [], language: 'id' });
  it('gives up hashtags before words, and words before the link', () => {
    const title = `Pemkot ${'membangun taman '.repeat(15)}kota`;
    expect(bestCaption(titled(title), ownCity, 'x').text).toBe(`${title}. ${url}`);
  });
  it('cuts an endless title at a clause', () => {
    const title = `Pemkot Cikaret membuka bazar sayur, ${'warga datang berbelanja '.repeat(20)}`;
    expect(bestCaption(titled(title), ownCity, 'x').text).toBe(
      `Pemkot Cikaret membuka bazar sayur. ${url} #KotaCikaret`,
    );
  });
  it('says nothing where the rest of the title carries a hedge or there is no clause', () => {
    const hedged = `Pemkot Cikaret membagikan bibit sayur, ${'tetapi masih dalam kajian '.repeat(20)}`;
    for (const title of [hedged, 'panjang '.repeat(60), 'x'.repeat(500)]) {
      expect(bestCaption(titled(title), ownCity, 'x').text).toBe(`${url} #KotaCikaret`);
    }
  });
  it('never ends a title that its site cut with dots', () => {
    expect(bestCaption(titled('Di Bawah Kepemimpinan Baru, Kota ...'), ownCity, 'x').text).toBe(
      `${url} #KotaCikaret`,
    );
  });
});

describe('odd releases', () => {
  const odd: Partial<Composable>[] = [
    { title: '' },
    { title: '   ' },
    { title: '“““', paragraphs: ['“'.repeat(9000), ')'.repeat(9000)] },
    { title: '#Tag @siapa https://a.id/x <script>alert(1)</script> *tebal* _miring_' },
    { title: '😀'.repeat(400) },
    { title: 'عنوان \u202Eعربي\u202C', paragraphs: ['\u200Fنص قصير.', '\uD800 setengah pasangan.'] },
    { title: 'Kabar', paragraphs: ['', ' ', '.', '...', '“”', '()', 'A.', 'kata '.repeat(20_000)] },
    {
      title: 'Kabar',
      paragraphs: ['A. '.repeat(9000), 'Wali Kota '.repeat(4000), 'ini itu tersebut '.repeat(3000)],
    },
    { title: 'Kabar', url: '' },
    { title: 'Kabar', url: `https://a.id/${'x'.repeat(600)}` },
  ];
  it.each(odd.map((release, i) => [i, release] as const))(
    '%i never throw and keep the link',
    (_, release) => {
      const whole: Composable = { title: '', url, paragraphs: [], language: 'id', ...release };
      const start = performance.now();
      for (const city of [
        ownCity,
        { name: '', hashtags: [] },
        { name: 'Kota (', hashtags: ['#', 'a b', 'KotaCikaret', 'kotacikaret', ''] },
      ]) {
        const captions = compose(whole, city);
        for (const id of platformIds)
          expect(captions.some(({ platform, angle }) => platform === id && angle === 'summary')).toBe(true);
        for (const { platform, text } of captions) {
          expect(text).toContain(whole.url);
          if (whole.url.length < 100) expect(room(platform, text).fits).toBe(true);
        }
      }
      expect(performance.now() - start).toBeLessThan(8000);
    },
  );
  it('of 20,000 words are read in a bounded part', () => {
    const paragraphs = Array.from({ length: 400 }, () =>
      'Warga Kota Cikaret datang ke Taman Merpati sejak pagi hari. '.repeat(6),
    );
    const start = performance.now();
    compose({ title: 'Warga Datang ke Taman Merpati', url, paragraphs, language: 'id' }, ownCity);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
