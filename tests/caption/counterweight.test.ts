import { describe, expect, it } from 'vitest';
import { check } from '../../utils/check/check.ts';
import { factsOf } from '../../utils/check/reading/facts.ts';
import { compose, composeAnswer } from '../../utils/flow/compose.ts';
import { room } from '../../utils/platform/measure.ts';
import { platformIds } from '../../utils/platform/platform.ts';
import { bogor, draft, line, present, sharedReleases } from '../check/samples.ts';
import { complaintsOf } from './ear.ts';
import { ownCity, ownNames, ownRelease } from './releases.ts';
import { originalOf } from './spans.ts';

const seeds = [0, 1, 2, 7, 2026];
const counter = (name: string, text: string, seed = 0) =>
  platformIds.map((platform) => composeAnswer(ownRelease(name), ownCity, platform, text, { seed }));
const on = (platform: string, all: ReturnType<typeof counter>): string =>
  all.find((one) => one.platform === platform)?.text ?? '';

describe('the counterweight', () => {
  it.each(ownNames)('is offered only where there is news to answer: %s', (name) => {
    for (const seed of seeds) {
      const angles = compose(ownRelease(name), ownCity, platformIds, { seed }).map(({ angle }) => angle);
      expect(angles).not.toContain('counterweight');
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
  it('answers with what is about the same: a figure, and what makes it less than certain', () => {
    const news =
      'Bantuan bibit senilai Rp 125.500.000 untuk kelompok tani dipertanyakan, kata Hendra Gunadi.';
    for (const seed of seeds) {
      const text = on('threads', counter('market', news, seed));
      expect(text).toContain('Rp 125.500.000');
      expect(text).toContain('masih dalam kajian');
    }
  });
  it('speaks the release’s language, whatever the news speaks', () => {
    for (const seed of seeds) {
      const text = on('x', counter('english', 'Perpustakaan tepi sungai hanya punya 12.000 buku.', seed));
      expect(text).toMatch(/^(?:Official|Kota Cikaret states)/);
      expect(text).not.toMatch(/Penjelasan|Keterangan|Selengkapnya/);
    }
  });
  it('is the same for the same seed and differs between officials', () => {
    const texts = Array.from({ length: 40 }, (_, seed) =>
      on('x', counter('market', 'Bazar sayur di Cikaret.', seed)),
    );
    expect(on('x', counter('market', 'Bazar sayur di Cikaret.', 7))).toBe(texts[7]);
    expect(new Set(texts).size).toBeGreaterThanOrEqual(8);
  });
  it('says nothing that the release does not say', () => {
    for (const name of ownNames) {
      const original = originalOf(ownRelease(name), ownCity.name);
      for (const seed of seeds) {
        const captions = counter(name, 'Warga Cikaret menyoal bazar, ikan, sungai, library books.', seed);
        expect(captions.flatMap((caption) => complaintsOf(caption, original))).toEqual([]);
      }
    }
  });
  it.skipIf(!present)(
    'of the shared releases raises no check and no complaint, and fits',
    { timeout: 120_000 },
    () => {
      let count = 0;
      const faults = new Set<string>();
      for (const release of sharedReleases()) {
        const facts = factsOf(release, bogor);
        const original = originalOf(release, bogor.name);
        const news = release.paragraphs.slice(Math.floor(release.paragraphs.length / 2)).join(' ');
        for (const seed of seeds) {
          for (const platform of platformIds) {
            count += 1;
            const caption = composeAnswer(release, bogor, platform, news, { seed });
            const { text } = caption;
            if (!room(platform, text).fits) faults.add(`too long: ${text}`);
            const now = (release.publishedAt ?? 0) + 3_600_000;
            const found = check(draft(text, { platform, facts, publishedAt: release.publishedAt, now }));
            for (const one of found) faults.add(`${line(text, one)} in: ${text}`);
            for (const one of complaintsOf(caption, original)) faults.add(one);
          }
        }
      }
      expect([...faults]).toEqual([]);
      console.log(`${count} counterweights, no alarm`);
    },
  );
});
