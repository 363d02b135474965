import { expect, test } from 'vitest';
import { imageText } from '../../utils/caption/image-text.ts';
import { compose } from '../../utils/flow/compose.ts';
import { graphemes } from '../../utils/platform/graphemes.ts';
import { ownCity, ownNames, ownRelease } from './releases.ts';

const link = 'https://kotabogor.go.id/berita/taman-baru';
const around = { title: 'Taman Baru Dibuka', date: '24 November 2026', city: 'Kota Bogor' };
const body = (text: string) =>
  imageText(text, { ...around, title: '' })
    .split('\n\n')
    .slice(0, -1)
    .join('\n\n');

test('title, words in short lines, city and date', () => {
  const text = `Pemerintah Kota Bogor membuka taman baru di Jalan Ahmad Yani pada Senin pagi.\n\nSelengkapnya: ${link}\n\n#KotaBogor #Taman`;
  expect(imageText(text, around)).toBe(
    [
      'Taman Baru Dibuka',
      'Pemerintah Kota Bogor membuka taman baru\ndi Jalan Ahmad Yani pada Senin pagi.',
      'Kota Bogor · 24 November 2026',
    ].join('\n\n'),
  );
});

test('a text that begins with the title does not say it twice', () => {
  const shown = `Taman Baru Dibuka\n\nAyo datang.\n\nKota Bogor · 24 November 2026`;
  expect(imageText(`*Taman baru dibuka*\n\nAyo datang. ${link}`, around)).toBe(shown);
  expect(imageText(`Taman Baru Dibuka. Ayo datang.`, around)).toBe(shown);
  expect(imageText(`Taman Baru Dibuka ${link}`, around)).toBe(
    'Taman Baru Dibuka\n\nKota Bogor · 24 November 2026',
  );
  expect(imageText('Taman Baru Dibukalah.', around)).toContain('Dibukalah.');
});

test('what is not known is left out', () => {
  expect(imageText('Ayo.', { title: 'Judul', date: '', city: 'Kota Bogor' })).toBe(
    'Judul\n\nAyo.\n\nKota Bogor',
  );
  expect(imageText('', { title: 'Judul', date: '', city: '' })).toBe('Judul');
});

test.each([
  [`Warga senang ${link} #A #B`, 'Warga senang'],
  [`Warga senang. Info lengkap: ${link}`, 'Warga senang.'],
  [`${link}\nWarga senang.`, 'Warga senang.'],
  ['Daftar di https://kota.go.id/daftar sebelum Senin.', 'Daftar di kota.go.id/daftar sebelum\nSenin.'],
  ['Daftar di https://kota.go.id/daftar', 'Daftar di kota.go.id/daftar'],
  ['Ayo ke #TamanKencana bersama warga', 'Ayo ke TamanKencana bersama warga'],
  ['Ayo ke #TamanKencana #KotaBogor', 'Ayo ke TamanKencana'],
  ['• satu\n• dua #KotaBogor', '• satu\n• dua'],
  ['Oleh @pemkotbogor #KotaBogor', 'Oleh @pemkotbogor'],
])('%s', (text, shown) => {
  expect(body(text)).toBe(shown);
});

test('a word longer than a line stands alone, whole', () => {
  const word = 'Kesejahteraan'.repeat(4);
  expect(body(`Satu ${word} dua`)).toBe(`Satu\n${word}\ndua`);
});

test('every caption: no link, no hashtag, no line over 40', () => {
  for (const name of ownNames) {
    const release = ownRelease(name);
    for (const { text } of compose(release, ownCity)) {
      const shown = imageText(text, { title: release.title, date: '5 Maret 2025', city: ownCity.name });
      expect(shown).not.toMatch(/https?:|#|\*/);
      for (const line of shown.split('\n')) expect(graphemes(line), line).toBeLessThanOrEqual(40);
      expect(shown.replace(/\s+/g, ' ')).toContain(release.title);
      expect(shown.split('\n').at(-1)).toBe('Kota Cikaret · 5 Maret 2025');
    }
  }
});
