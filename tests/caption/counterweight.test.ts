import { describe, expect, it } from 'vitest';
import { newsLink } from '../../utils/caption/counterweight.ts';
import { check } from '../../utils/check/check.ts';
import { factsOf } from '../../utils/check/reading/facts.ts';
import { compose } from '../../utils/flow/compose.ts';
import { room } from '../../utils/platform/measure.ts';
import { platformIds } from '../../utils/platform/platform.ts';
import { bogor, draft, line, present, sharedReleases } from '../check/samples.ts';
import { complaintsOf } from './ear.ts';
import { ownCity, ownNames, ownRelease } from './releases.ts';
import { originalOf } from './spans.ts';

const url = 'https://berita.example.com/2025/03/harga-sayur-naik?utm_source=x&id=7';
const seeds = [0, 1, 2, 7, 2026];
const counter = (name: string, text: string, seed = 0, news: string | null = url) =>
  compose(ownRelease(name), ownCity, platformIds, {
    seed,
    news: { text, ...(news !== null && { url: news }) },
  }).filter(({ angle }) => angle === 'counterweight');
const on = (platform: string, all: ReturnType<typeof counter>): string =>
  all.find((one) => one.platform === platform)?.text ?? '';

describe('the counterweight', () => {
  it.each(ownNames)('is offered only where there is news to answer: %s', (name) => {
    for (const seed of seeds) {
      const angles = compose(ownRelease(name), ownCity, platformIds, { seed }).map(({ angle }) => angle);
      expect(angles).not.toContain('counterweight');
    }
  });
  it('comes first, on every network, within its limit, with both links', () => {
    for (const seed of seeds) {
      const news = { text: 'Harga sayur di Cikaret disebut naik.', url };
      const captions = compose(ownRelease('market'), ownCity, platformIds, { seed, news });
      for (const platform of platformIds) {
        const first = captions.find((one) => one.platform === platform);
        expect(first?.angle).toBe('counterweight');
        expect(room(platform, first?.text ?? '').fits).toBe(true);
        expect(first?.text.split(url)).toHaveLength(2);
        expect(first?.text.split(ownRelease('market').url)).toHaveLength(2);
        // The city's link comes last: its card is the one that networks show.
        expect(first?.text.indexOf(url)).toBeLessThan(first?.text.indexOf(ownRelease('market').url) ?? 0);
      }
    }
  });
  it('answers with what is about the same: a quotation', () => {
    const text = on(
      'threads',
      counter('market', 'Warga mengeluh harga sayur di bazar lebih mahal daripada di petani.'),
    );
    expect(text).toContain(
      '“Harga sayur di bazar lebih rendah karena warga membeli langsung dari petani,” kata',
    );
    expect(text).toContain('Sari A. Wulandari');
  });
  it('answers with what is about the same: a figure', () => {
    const text = on(
      'threads',
      counter(
        'market',
        'Bantuan bibit senilai Rp 125.500.000 untuk kelompok tani dipertanyakan, kata Hendra Gunadi.',
      ),
    );
    expect(text).toContain('Rp 125.500.000');
    expect(text).toContain('masih dalam kajian');
  });
  it('speaks the release’s language, whatever the news speaks', () => {
    for (const seed of seeds) {
      const text = on('x', counter('english', 'Perpustakaan tepi sungai hanya punya 12.000 buku.', seed));
      expect(text).toMatch(/^(?:Official|Kota Cikaret states)/);
      expect(text).not.toMatch(/Menanggapi|Penjelasan/);
    }
  });
  it('is absent where nothing was read yet', () => {
    expect(counter('untold', 'Jadwal layanan kependudukan berubah.')).toEqual([]);
  });
  it('is the same for the same seed and differs between officials', () => {
    const texts = Array.from({ length: 40 }, (_, seed) =>
      on('x', counter('market', 'Bazar sayur di Cikaret.', seed)),
    );
    expect(on('x', counter('market', 'Bazar sayur di Cikaret.', 7))).toBe(texts[7]);
    expect(new Set(texts).size).toBeGreaterThanOrEqual(8);
  });
  it('goes without the news’ address where none is wanted, and where none fits', () => {
    for (const text of counter('market', 'Bazar sayur.', 3, null).map((one) => one.text))
      expect(text).not.toMatch(/berita\.example|Menanggapi (?:berita|pemberitaan):/);
    const long = `https://berita.example.com/${'a'.repeat(480)}`;
    const threads = on('threads', counter('market', 'Bazar sayur.', 0, long));
    expect(threads).not.toContain(long);
    expect(threads).toContain(ownRelease('market').url);
    // X counts every address as 23.
    expect(on('x', counter('market', 'Bazar sayur.', 0, long))).toContain(long);
  });
  it.each([
    'javascript:alert(1)',
    'https://user:key@example.com/',
    'not an address',
    `https://a.id/${'b'.repeat(2100)}`,
  ])('carries no such address: %s', (bad) => {
    expect(newsLink({ text: '', url: bad })).toBeNull();
  });
  it('breaks no white space into the text by an address', () => {
    expect(newsLink({ text: '', url: 'https://a.id/b c\nd' })).toBe('https://a.id/b%20cd');
  });
  it('says nothing that the release does not say', () => {
    for (const name of ownNames) {
      const original = { ...originalOf(ownRelease(name), ownCity.name), answers: url };
      for (const seed of seeds) {
        const captions = counter(name, 'Warga Cikaret menyoal bazar, ikan, sungai, library books.', seed);
        expect(captions.flatMap((caption) => complaintsOf(caption, original))).toEqual([]);
      }
    }
  });
  it.skipIf(!present)(
    'of the shared releases raises no check and no complaint, with and without the news’ address',
    () => {
      let count = 0;
      const faults = new Set<string>();
      for (const release of sharedReleases()) {
        const facts = factsOf(release, bogor);
        const plain = originalOf(release, bogor.name);
        const text = release.paragraphs.slice(Math.floor(release.paragraphs.length / 2)).join(' ');
        for (const seed of seeds) {
          for (const news of [{ text }, { text, url }]) {
            const captions = compose(release, bogor, platformIds, { seed, news });
            for (const caption of captions.filter(({ angle }) => angle === 'counterweight')) {
              count += 1;
              const given = draft(caption.text, {
                ...{ platform: caption.platform, facts, publishedAt: release.publishedAt },
                now: (release.publishedAt ?? 0) + 3_600_000,
              });
              for (const one of check(given)) faults.add(`${line(caption.text, one)} in: ${caption.text}`);
              const original = { ...plain, ...('url' in news && { answers: url }) };
              for (const one of complaintsOf(caption, original)) faults.add(one);
            }
          }
        }
      }
      expect([...faults]).toEqual([]);
      expect(count).toBeGreaterThan(2500);
      console.log(`${count} counterweights, no alarm`);
    },
    120_000,
  );
});
