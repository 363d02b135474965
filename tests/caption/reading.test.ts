import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FactKind } from '../../utils/caption/facts.ts';
import { findFacts } from '../../utils/caption/facts.ts';
import { figuresIn } from '../../utils/caption/figures.ts';
import { localTags } from '../../utils/caption/local.ts';
import { achievementMark, counterMark } from '../../utils/caption/marks.ts';
import { fullName } from '../../utils/caption/people.ts';
import { type Reading, readRelease } from '../../utils/caption/reading.ts';
import { splitSentences } from '../../utils/caption/sentences.ts';
import { ownRelease, sharedCity, sharedPresent, sharedReleases } from './releases.ts';

const read = (...paragraphs: string[]): Reading =>
  readRelease({ title: 'Kabar Kota', paragraphs, language: 'id' }, 'Kota Cikaret');
const facts = (reading: Reading, kind: FactKind): string[] =>
  reading.facts.filter((fact) => fact.kind === kind).map(({ text }) => text);

describe('facts of an event', () => {
  it.each([
    ['Bazar digelar setiap Sabtu pukul 07.00 WIB di Taman Merpati.', ['setiap Sabtu pukul 07.00 WIB']],
    ['Loket dibuka Senin (3/3/2025), pukul 08.00-15.00 WIB.', ['Senin (3/3/2025), pukul 08.00-15.00 WIB']],
    ['Pendaftaran berlangsung 16 hingga 19 Juni 2025 di kantor kelurahan.', ['16 hingga 19 Juni 2025']],
    ['Lomba berlangsung dari tanggal 2-5 Juli 2019.', ['tanggal 2-5 Juli 2019']],
    ['Pasar dibuka hari Jumat, 11 November 2022.', ['hari Jumat, 11 November 2022']],
    ['The library opens on Friday, 7 March 2025 at 9 a.m.', ['Friday, 7 March 2025 at 9 a.m.']],
    ['Program Jumat Bersih kembali digelar di RT 02/07.', []],
  ])('when: %s', (sentence, wanted) => {
    expect(facts(read(sentence), 'when')).toEqual(wanted);
  });
  it.each([
    [
      'Bazar dibuka di Taman Merpati, Kelurahan Kenanga, Kota Cikaret, Rabu (5/3/2025).',
      ['Taman Merpati, Kelurahan Kenanga, Kota Cikaret'],
    ],
    ['Bazar digelar di halaman kantor kecamatan setiap Sabtu.', ['halaman kantor kecamatan']],
    ['Rapat bertempat di Hotel Wisata pada Kamis (27/6).', ['Hotel Wisata']],
    ['Warga masih sedikit di Sabtu dan Minggu pagi hari.', []],
    [
      'Ketua RW 5, Wiwi Windarsih menanam pohon di Diskominfo Kota Cikaret, Wiwi senang.',
      ['Diskominfo Kota Cikaret'],
    ],
  ])('where: %s', (sentence, wanted) => {
    expect(facts(read(sentence), 'where')).toEqual(wanted);
  });
  it('how to take part and whom to ask, in whole sentences, none of them quoted', () => {
    const reading = read(
      'Pendaftaran dibuka di kantor kelurahan tanpa biaya.',
      'Warga dapat menghubungi call center 112 atau laman bazar.cikaret.go.id.',
      'Lurah Kenanga, Agus Priyono mengatakan, “Silakan mendaftar ke nomor 0251 123456,” di kantornya.',
      'Mahasiswa mendaftarkan teknologi itu sebagai hak cipta.',
    );
    expect(facts(reading, 'register')).toEqual(['Pendaftaran dibuka di kantor kelurahan tanpa biaya.']);
    expect(facts(reading, 'contact')).toEqual([
      'Warga dapat menghubungi call center 112 atau laman bazar.cikaret.go.id.',
    ]);
  });
  it('know the sentence they came from', () => {
    for (const release of [...sharedReleases(), ownRelease('market'), ownRelease('english')]) {
      const reading = readRelease(release, sharedCity.name);
      for (const { text, at } of [...reading.facts, ...reading.figures])
        expect(reading.sentences[at]?.text).toContain(text);
      for (const quote of reading.quotes)
        expect(reading.sentences[quote.at]?.text).toContain(quote.sentences.at(-1)?.replace(/[,.!?]$/u, ''));
    }
  });
});

describe('figures', () => {
  it.each([
    ['Bantuan bibit senilai Rp 125.500.000 masih dalam kajian.', [['Rp 125.500.000', 'Bantuan bibit']]],
    ['Taman dibangun dengan nilai Rp 2 miliar.', [['Rp 2 miliar', 'nilai']]],
    ['UMK naik 7,9 persen dari tahun lalu.', [['7,9 persen', 'UMK']]],
    [
      'Voucher untuk sekitar 1.000 orang dan 1.350-an orang sopir.',
      [
        ['sekitar 1.000 orang', 'orang'],
        ['1.350-an orang sopir', 'orang sopir'],
      ],
    ],
    [
      'Astra memberikan 500 bibit pohon rambutan kepada warga.',
      [['500 bibit pohon rambutan', 'bibit pohon rambutan']],
    ],
    ['Perda Nomor 1 tahun 2025 berlaku sejak pukul 09 pagi di RT 02.', []],
    ['Penghargaan tahun 2023 dan 2024 diterima 7 April mendatang.', []],
    ['The library holds 12,000 books.', [['12,000 books', 'books']]],
  ])('%s', (sentence, wanted) => {
    expect(figuresIn(sentence).map(({ text, counts }) => [text, counts])).toEqual(wanted);
  });
});

describe('who said it, told in the next sentence', () => {
  const mayor = 'Wali Kota Cikaret, Sari Wulandari membuka bazar.';
  const sayers = (...paragraphs: string[]): (string | undefined)[] =>
    read(...paragraphs).sentences.map(({ sayer }) => sayer && fullName(sayer));
  it('is put to the sentences before it', () => {
    expect(
      sayers(
        mayor,
        'Kota Cikaret punya sejarah panjang sebagai kota hijau.',
        'Hal itu dikatakan Sari di taman.',
      ),
    ).toEqual([undefined, 'Wali Kota Cikaret Sari Wulandari', undefined]);
  });
  it('not where the sentence says so itself, or another did', () => {
    expect(sayers(mayor, 'Hal itu disampaikan Sari di taman.')).toEqual([undefined, undefined]);
    expect(
      sayers(mayor, 'Lurah mengatakan sungai sudah bersih.', 'Hal itu disampaikan Sari di taman.')[1],
    ).toBeUndefined();
  });
  it('leaves a sentence unusable where nobody known said it', () => {
    const { sentences } = read(
      'Kota Cikaret adalah kota terbersih.',
      'Hal itu dikatakan seorang warga di pasar.',
    );
    expect(sentences[0]?.alone).toBe(false);
  });
});

describe('what a sentence is good for', () => {
  it.each([
    ['Kota Cikaret kembali meraih Piala Adipura.', 2],
    ['Kota Cikaret belum meraih Piala Adipura.', 0],
    ['Warga memanen ikan nila.', 0],
  ])('achievement: %s', (sentence, mark) => {
    expect(achievementMark(sentence)).toBe(mark);
  });
  it.each([
    ['Kabar penutupan pasar itu tidak benar.', 3],
    ['Kegiatan ini bukan Operasi Pasar Murah yang bersubsidi.', 2.5],
    ['Dinas memastikan stok beras cukup.', 2],
    ['Bazar bukan hanya untuk petani.', 0],
    ['Warga memanen ikan nila.', 0],
  ])('counterweight: %s', (sentence, mark) => {
    expect(counterMark(sentence)).toBe(mark);
  });
});

describe('places and offices as hashtags', () => {
  it('are the districts, the offices by their short name and the villages', () => {
    const reading = read(
      'Badan Pendapatan Daerah (Bapenda) dan Dinas Lingkungan Hidup (DLH) Kota Cikaret membuka loket di Kelurahan Kenanga, Kecamatan Cikaret Barat, Kecamatan Melati dan Kecamatan Malati bersama Badan Pengembangan Sumber Daya Manusia (BPSDM) Provinsi Jawa Barat.',
    );
    expect(localTags(reading, 'Kota Cikaret')).toEqual([
      '#CikaretBarat',
      '#KecamatanMelati',
      '#Bapenda',
      '#DLHKotaCikaret',
      '#KelurahanKenanga',
    ]);
    expect(localTags(reading, 'Berita').join()).not.toContain('DLH');
  });
});

describe('an English release', () => {
  it('is read for facts, figures and speakers too', () => {
    const reading = readRelease(ownRelease('english'), 'Kota Cikaret');
    expect(reading.people.all.map(fullName)).toContain('Mayor of Cikaret Sari Wulandari');
    expect(reading.figures.map(({ text }) => text)).toEqual(['12,000 books', 'about 400 visitors']);
    expect(facts(reading, 'register')[0]).toContain('open to everyone');
  });
});

const language = new URL('../../../shared/data/language/', import.meta.url);
describe.skipIf(!existsSync(language))('the shared language data', () => {
  const file = (name: string): string => readFileSync(new URL(name, language), 'utf8');
  it('has its dates and times found, all but the oddest', () => {
    const samples = file('date-samples.jsonl')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as { text: string; context: string });
    const missed = samples.filter(({ text, context }) => {
      const found = findFacts([{ text: context, at: 0, quoting: false }], { byWord: () => null });
      return !found.some((fact) => fact.kind === 'when' && fact.text.includes(text));
    });
    console.info(`${samples.length - missed.length} of ${samples.length} date samples found whole`);
    expect(samples).toHaveLength(238);
    expect(missed.length).toBeLessThanOrEqual(6);
  });
  it('has no sentence ended by an abbreviation', () => {
    const groups = JSON.parse(file('abbreviations.json')) as Record<string, string[] | string>;
    const all = Object.values(groups).flatMap((group) => (Array.isArray(group) ? group : []));
    // These often stand last and are followed by a new sentence; "Blok." and "Nomor." are words that end one as well.
    const often = new Set(['dll.', 'dsb.', 'dst.', 'dkk.', 'Tbk.']);
    const ended = [...new Set(all)].filter(
      (short) =>
        !often.has(short) &&
        splitSentences(`Warga bertemu ${short} Sutarwili di kantor kelurahan.`).length > 1,
    );
    expect(ended).toEqual([]);
  });
});

describe.skipIf(!sharedPresent)('the shared releases', () => {
  it('carry the facts that a reader finds in them', () => {
    const byTitle = (part: string): Reading => {
      const release = sharedReleases().find(({ title }) => title.includes(part));
      if (release === undefined) throw new Error(`no release ${part}`);
      return readRelease(release, sharedCity.name);
    };
    const foodcourt = byTitle('Foodcourt');
    expect(foodcourt.figures).toEqual([{ text: 'Rp 613.677.930', counts: 'nilai', at: 1 }]);
    const curug = byTitle('Grand Launching');
    expect(facts(curug, 'where')).toEqual([
      'Villa Arum Sari, Kelurahan Curug, Kecamatan Bogor Barat, Kota Bogor',
    ]);
    expect(facts(curug, 'when')).toEqual(['Selasa (11/10/2022)']);
    expect(curug.quotes).toEqual([]);
    const market = byTitle('Gelar Pasar Murah');
    expect(market.figures.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['2 persen', 'sekitar 1.000 orang', 'sekitar 1.350-an orang', 'Rp 2 miliar']),
    );
    expect(facts(market, 'when')).toContain('setiap kamis');
    const clean = byTitle('Arisan Kebersihan');
    expect(clean.sentences[0]?.sayer?.name).toBe('Bima Arya');
  });
});
