import { describe, expect, it } from 'vitest';
import { featureNames, type Line, traitsOf } from '../../utils/caption/features.ts';
import { bestTogether, type Ranked, rankSentences } from '../../utils/caption/rank.ts';
import { weights } from '../../utils/caption/rank-weights.ts';
import { readRelease } from '../../utils/caption/reading.ts';
import { chooseSentences, scoreSet, worths } from '../../utils/caption/worth.ts';
import { ownCity, ownNames, ownRelease } from './releases.ts';

const lines = (...paragraphs: string[][]): Line[] =>
  paragraphs.flatMap((sentences, paragraph) => sentences.map((text) => ({ text, paragraph })));

const news =
  'Wali Kota Cikaret Sari Wulandari membuka Bazar Sayur di Taman Merpati, Rabu (5/3/2025), yang diikuti 48 kelompok tani.';
const where = 'Bazar Sayur digelar di halaman kantor kecamatan dan dibuka untuk semua warga kota.';
const plain = 'Bantuan bibit senilai Rp 125 juta akan dibagikan kepada kelompok tani di enam kecamatan.';
const boilerplate = 'Kami mengucapkan terima kasih kepada semua pihak yang telah mendukung acara ini.';
const said = '“Harga sayur di bazar lebih rendah karena warga membeli langsung dari petani,” kata Sari.';
const text = lines([news, where], [said], [boilerplate], [plain]);
const title = 'Wali Kota Buka Bazar Sayur di Taman Merpati';

const worth = (of: Line[], head = title): number[] => worths(traitsOf(of, head), weights);
const choose = (of: Line[], budget: number, head = title): number[] => {
  const traits = traitsOf(of, head, budget);
  return chooseSentences(traits, weights, traits.words, budget);
};

describe('traits', () => {
  it('are one number per feature, all finite, for any text', () => {
    const odd = ['', '.', '“', '12', '😀 😀', 'a'.repeat(5000), '(admin)', ' \n '].map((one) => [one]);
    for (const some of [[], lines(['']), lines(...odd), text]) {
      const { rows } = traitsOf(some, '');
      expect(rows).toHaveLength(some.length);
      for (const row of rows) {
        expect(row).toHaveLength(featureNames.length);
        expect(row.every(Number.isFinite)).toBe(true);
      }
    }
  });

  it('say what they are called', () => {
    const { rows, leaning } = traitsOf(
      lines(['Bazar dibuka.'], ['Namun “hari ini hujan turun deras,” kata Sari?', 'Ia pulang']),
      'Bazar dibuka',
    );
    const trait = (sentence: number, name: (typeof featureNames)[number]): number =>
      rows[sentence]?.[featureNames.indexOf(name)] ?? Number.NaN;
    expect([0, 1, 2].map((at) => trait(at, 'first'))).toEqual([1, 0, 0]);
    expect([0, 1, 2].map((at) => trait(at, 'opens paragraph'))).toEqual([1, 1, 0]);
    expect([0, 1, 2].map((at) => trait(at, 'quotes'))).toEqual([0, 1, 0]);
    expect([0, 1, 2].map((at) => trait(at, 'said, not quoting'))).toEqual([0, 0, 0]);
    expect([0, 1, 2].map((at) => trait(at, 'says who said'))).toEqual([0, 1, 0]);
    expect([0, 1, 2].map((at) => trait(at, 'opens with connective'))).toEqual([0, 1, 0]);
    expect([0, 1, 2].map((at) => trait(at, 'opens with pronoun'))).toEqual([0, 0, 1]);
    expect([0, 1, 2].map((at) => trait(at, 'next opens with pronoun'))).toEqual([0, 1, 0]);
    expect([0, 1, 2].map((at) => trait(at, 'question'))).toEqual([0, 1, 0]);
    expect([0, 1, 2].map((at) => trait(at, 'no end'))).toEqual([0, 0, 1]);
    expect(trait(0, 'of title in it')).toBeGreaterThan(trait(1, 'of title in it'));
    expect(leaning).toEqual([false, true, true]);
  });

  it('hold without a title: then no sentence stands out by it', () => {
    const at = featureNames.indexOf('of title in it');
    expect(traitsOf(text, '').rows.map((row) => row[at])).toEqual([0, 0, 0, 0, 0]);
    expect(worth(text, '')[0]).toBeGreaterThan(worth(text, '')[3] ?? 1);
  });
});

describe('worth', () => {
  it('is from 0 to 1, and the same every time', () => {
    for (const one of worth(text)) {
      expect(one).toBeGreaterThanOrEqual(0);
      expect(one).toBeLessThanOrEqual(1);
    }
    expect(worth(text)).toEqual(worth(text));
  });

  it('puts who did what before talk, wherever both stand', () => {
    for (const at of [1, 2, 3, 4]) {
      const worthOf = (sentence: string): number => {
        const paragraphs = [[news], [where], [where], [where], [where], [where]];
        paragraphs[at] = [sentence];
        return worth(lines(...paragraphs))[at] ?? Number.NaN;
      };
      expect(worthOf(plain)).toBeGreaterThan(worthOf(said));
      expect(worthOf(plain)).toBeGreaterThan(worthOf('“Kita semua senang sekali hari ini,” ujarnya.'));
      expect(worthOf(plain)).toBeGreaterThan(worthOf('Baca juga: Harga Cabai Turun'));
    }
    const behindTalk = worth(lines([news], [said], [plain]));
    expect(behindTalk[2]).toBeGreaterThan(behindTalk[1] ?? 1);
  });

  it('is more for a sentence that says what the title says', () => {
    const [, there = 0] = worth(
      lines([news], [where], [plain]),
      'Bazar Sayur Digelar di Halaman Kantor Kecamatan',
    );
    const [, elsewhere = 1] = worth(lines([news], [where], [plain]), 'Bantuan Bibit untuk Kelompok Tani');
    expect(there).toBeGreaterThan(elsewhere);
  });

  it('knows English too', () => {
    const english = worth(
      lines(
        ['The Mayor of Cikaret opened the Riverside Library on Friday, which holds 12,000 books.'],
        ['“We are so happy to see all of you here today,” she said.'],
        ['The library is open every day and lends up to six books to each reader of the city.'],
      ),
      'City Opens Riverside Library',
    );
    expect(english[0]).toBe(Math.max(...english));
    expect(english[2]).toBeGreaterThan(english[1] ?? 1);
  });
});

describe('sentences told together', () => {
  it('are none of nothing, and none of what fits nowhere', () => {
    expect(choose([], 62)).toEqual([]);
    expect(choose(text, 0)).toEqual([]);
    expect(choose(text, 5)).toEqual([]);
    expect(choose(lines(['Ya.']), 62)).toEqual([]);
  });

  it('are the one there is', () => {
    expect(choose(lines([news]), 62)).toEqual([0]);
  });

  it('begin with the news, keep the order and the budget', () => {
    for (let budget = 0; budget <= 90; budget += 1) {
      const chosen = choose(text, budget);
      const traits = traitsOf(text, title);
      expect(chosen).toEqual([...chosen].sort((a, b) => a - b));
      expect(new Set(chosen).size).toBe(chosen.length);
      expect(chosen.reduce((sum, at) => sum + (traits.words[at] ?? 0), 0)).toBeLessThanOrEqual(budget);
      if (budget >= 20) expect(chosen).toContain(0);
    }
  });

  it('are never worth less for more room, in what the ranker adds up', () => {
    const traits = traitsOf(text, title);
    const each = worths(traits, weights);
    let before = Number.NEGATIVE_INFINITY;
    for (let budget = 15; budget <= 90; budget += 1) {
      const chosen = chooseSentences(traits, weights, traits.words, budget);
      const kept = chosen.map((at) => traits.words[at] ?? 0);
      const score = scoreSet(traits, each, weights, chosen, kept);
      expect(score).toBeGreaterThanOrEqual(before);
      before = score;
    }
  });

  it('are worth less with a sentence that leans on one left out than with an equal one that does not', () => {
    const leaning = 'Ia membagikan bantuan bibit senilai Rp 125 juta kepada kelompok tani di enam kecamatan.';
    const free =
      'Hendra membagikan bantuan bibit senilai Rp 125 juta kepada kelompok tani di enam kecamatan.';
    const scoreWith = (third: string, chosen: number[]): number => {
      const traits = traitsOf(lines([news], [where], [third]), title);
      return scoreSet(traits, [0.9, 0.5, 0.5], weights, chosen, [17, 12, 13].slice(0, chosen.length));
    };
    expect(scoreWith(leaning, [0, 2])).toBeLessThan(scoreWith(free, [0, 2]));
    // With the sentence before it, it does not lean on anything left out.
    expect(scoreWith(leaning, [0, 1, 2])).toBeCloseTo(scoreWith(free, [0, 1, 2]), 1);
  });

  it('are worth less when they say the same twice', () => {
    const again =
      'Bazar Sayur dibuka Wali Kota Cikaret Sari Wulandari di Taman Merpati, diikuti 48 kelompok tani.';
    const scoreOf = (third: string): number => {
      const traits = traitsOf(lines([news], [where], [third]), title);
      return scoreSet(traits, [0.5, 0.5, 0.5], weights, [0, 2], [15, 15]);
    };
    expect(scoreOf(again)).toBeLessThan(scoreOf(plain));
  });

  it('are only those that may be told, and the one that must', () => {
    const traits = traitsOf(text, title);
    const usable = (at: number): boolean => at !== 0;
    expect(chooseSentences(traits, weights, traits.words, 62, { usable })).not.toContain(0);
    expect(chooseSentences(traits, weights, traits.words, 30, { always: 4 })).toContain(4);
  });
});

describe('a release', () => {
  it.each(ownNames)('%s is ranked the same every time, and told within its room', (name) => {
    const reading = readRelease(ownRelease(name), ownCity.name);
    const ranked = rankSentences(reading);
    expect(rankSentences(reading)).toEqual(ranked);
    const [first] = ranked;
    if (first === undefined) {
      expect(reading.sentences).toEqual([]);
      return;
    }
    for (const room of [235, 440, 700]) {
      const told = bestTogether(reading, ranked, first, room);
      if (first.text.length > room) continue;
      expect(told).toContain(first);
      expect(told.map((one) => one.text).join(' ').length).toBeLessThanOrEqual(room);
      expect(told.every(({ sentence }) => sentence.alone && !sentence.quoting)).toBe(true);
    }
  });

  it('opens with its news; thanks and words for the day come last, though they stand before', () => {
    const today = 'Hari ini panen kelompok tani di enam kecamatan dihitung bersama warga kota.';
    const release = { ...ownRelease('market'), paragraphs: [news, boilerplate, today, where, plain] };
    const places = rankSentences(readRelease(release, ownCity.name)).map(({ sentence }) => sentence.at);
    expect(places[0]).toBe(0);
    expect(places.indexOf(3)).toBe(1);
    expect(places.indexOf(4)).toBe(2);
  });

  it('tells no sentence that leans on one left out', () => {
    const leaning = 'Ia membagikan bantuan bibit senilai Rp 125 juta kepada kelompok tani di enam kecamatan.';
    for (const paragraphs of [
      [news, said, leaning, plain],
      [news, leaning, plain],
      [news, plain, leaning],
      [news, leaning, plain, where],
    ]) {
      const reading = readRelease(
        { ...ownRelease('market'), title: 'Wali Kota Bagikan Bantuan Bibit Rp 125 Juta', paragraphs },
        ownCity.name,
      );
      const ranked = rankSentences(reading);
      const told = bestTogether(reading, ranked, ranked[0] as Ranked, 700).map(
        ({ sentence }) => sentence.text,
      );
      expect(told).toContain(plain);
      expect(told).not.toContain(leaning);
    }
  });
});
