import { describe, expect, test } from 'vitest';
import { highlighter, type Range } from '../../utils/release/search/highlight.ts';

const now = Date.UTC(2026, 7, 20);
const show = (text: string, ranges: Range[]) =>
  ranges
    .toReversed()
    .reduce(
      (all, { start, end }) => `${all.slice(0, start)}[${all.slice(start, end)}]${all.slice(end)}`,
      text,
    );
const mark = (query: string, text: string) => show(text, highlighter(query, now).ranges(text));

describe('marking what was found', () => {
  test.each([
    [
      'salur',
      'Pemkot Menyalurkan bantuan, penyaluran lancar',
      'Pemkot [Menyalurkan] bantuan, [penyaluran] lancar',
    ],
    ['tanah sar', 'Warga Tanah Sareal', 'Warga [Tanah] [Sar]eal'],
    ['menteri', 'Menari untuk Menteri', 'Menari untuk [Menteri]'],
    ['jumat', "Salat Jum'at dan jumatan", "Salat [Jum'at] dan [jumat]an"],
    ['pajajaran', 'Jalan Pajajáran', 'Jalan [Pajajáran]'],
    ['agustus 2026', 'Pada 17 Agustus 2026', 'Pada 17 [Agustus] [2026]'],
    ['di bogor', 'Didi tinggal di Bogor', 'Didi tinggal di [Bogor]'],
    ['', 'Bogor', 'Bogor'],
    ['zzz', 'Bogor', 'Bogor'],
    ['<b>', 'tag <b> asli', 'tag <[b]> asli'],
  ])('%s', (query, text, expected) => {
    expect(mark(query, text)).toBe(expected);
  });
});

describe('snippets', () => {
  const long = `${'Kata pembuka yang panjang. '.repeat(12)}Wali Kota meninjau pasar murah di Tanah Sareal. ${'Penutup. '.repeat(40)}`;

  test('show the words in their sentence, cut at words, within the length', () => {
    const found = highlighter('pasar murah sareal', now).snippet(['Tidak ada.', long], 160);
    expect(found && show(found.text, found.ranges)).toContain(
      'Wali Kota meninjau [pasar] [murah] di Tanah [Sareal]',
    );
    expect(found?.text).toMatch(/^….*…$/);
    expect(found?.text.length).toBeLessThanOrEqual(162);
  });

  test('take the paragraph with the most words', () => {
    const found = highlighter('pasar murah', now).snippet(['Pasar baru.', 'Harga murah di pasar.'], 100);
    expect(found && show(found.text, found.ranges)).toBe('Harga [murah] di [pasar].');
  });

  test('are none where nothing is found', () => {
    expect(highlighter('pasar', now).snippet(['Rapat.'], 100)).toBeNull();
    expect(highlighter('', now).snippet(['Rapat.'], 100)).toBeNull();
    expect(highlighter('pasar', now).snippet([], 100)).toBeNull();
  });

  test('ranges lie within the text whatever the cut', () => {
    for (let most = 45; most < 400; most += 7) {
      const found = highlighter('tanah penutup', now).snippet([long], most);
      for (const { start, end } of found?.ranges ?? []) {
        expect(found?.text.slice(start, end)).toMatch(/^(?:Tanah|Penutup)$/);
      }
      expect(found?.ranges.length).toBeGreaterThan(0);
    }
  });

  test('a page of one endless word takes no time', () => {
    // Of the processor, so that neighbours do not count.
    const start = process.cpuUsage();
    highlighter('aaaa', now).snippet(['a'.repeat(256 * 1024), 'aaaa '.repeat(50_000)], 160);
    highlighter('aaaa bbbb', now).snippet(
      Array.from({ length: 60 }, () => 'aaaa '.repeat(800)),
      4_000,
    );
    expect(process.cpuUsage(start).user / 1_000).toBeLessThan(500);
  });
});
