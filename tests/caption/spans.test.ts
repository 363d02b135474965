import { describe, expect, it } from 'vitest';
import type { Caption } from '../../utils/caption/caption.ts';
import { compose } from '../../utils/flow/compose.ts';
import { complaintsOf } from './ear.ts';
import { ownCity, ownRelease } from './releases.ts';
import { originalOf } from './spans.ts';

const release = ownRelease('market');
const original = originalOf(release, ownCity.name);
const at = (angle: string): Caption => {
  const found = compose(release, ownCity, ['facebook']).find((one) => one.angle === angle);
  if (found === undefined) throw new Error(`no ${angle}`);
  return found;
};

/** A check that lets these through would prove nothing. */
describe('the check of captions catches', () => {
  it.each([
    ['a figure changed', 'figure', '125.500.000', '125.000.000', 'not in the release'],
    ['a word added', 'summary', 'membuka', 'berhasil membuka', 'not in the release'],
    ['a word of praise', 'summary', 'membuka', 'hebat membuka', 'praise'],
    [
      'words turned round',
      'summary',
      'Bazar Sayur di Taman Merpati',
      'Taman Merpati Bazar Sayur di',
      'not in the',
    ],
    ['a hedge dropped', 'figure', ' masih dalam kajian dan belum dibagikan', '', 'hedge'],
    ['a negation dropped', 'figure', ' belum', '', 'hedge'],
    ['"akan" dropped', 'invitation', 'akan ', '', 'hedge'],
    ['who said it dropped', 'figure', 'mengatakan, ', '', 'who said it'],
    ['a quotation changed', 'quote', 'lebih rendah', 'jauh lebih rendah', 'quotation changed'],
    [
      'a quotation cut in a sentence',
      'quote',
      ' karena warga membeli langsung dari petani',
      '',
      'ends in a sentence',
    ],
    ['a quotation begun in a sentence', 'quote', 'Harga sayur di bazar ', '', 'begins in a sentence'],
    [
      'another speaker',
      'quote',
      'Wali Kota Cikaret Sari A. Wulandari',
      'Kepala Dinas Pertanian Kota Cikaret Hendra Gunadi',
      'somebody else',
    ],
    ['a speaker without name', 'quote', 'Wali Kota Cikaret Sari A. Wulandari', 'Sari', 'speaker'],
    ['an odd mark', 'quote', '”', '', 'pair'],
    [
      'two sentences made one',
      'summary',
      'Kota Cikaret. Bazar ini',
      'Kota Cikaret, bazar ini',
      'not in the release',
    ],
    ['a sentence cut', 'invitation', ', tanpa biaya pendaftaran.', '', 'end as a sentence'],
    ['a doubled space', 'summary', ' membuka', '  membuka', 'space'],
    ['a broken link', 'summary', '/berita/market', '/berita/mar', 'link not whole'],
    ['a link grown together', 'summary', '/berita/market', '/berita/market.', 'grown together'],
    ['a hashtag too many', 'summary', '#KotaCikaret', '#KotaCikaret #KotaCikaret', 'hashtag'],
    ['an emoji', 'summary', 'Wali Kota', '📢 Wali Kota', 'emoji'],
  ])('%s', (_, angle, words, instead, complaint) => {
    const caption = at(angle);
    expect(complaintsOf(caption, original)).toEqual([]);
    expect(caption.text).toContain(words);
    const altered = { ...caption, text: caption.text.replace(words, instead) };
    expect(complaintsOf(altered, original).join('\n')).toContain(complaint);
  });
});

describe('a hostile body', () => {
  it.each([
    ['A. '.repeat(9000), 'Wali Kota '.repeat(4000)],
    ['sekitar '.repeat(5000)],
    ['di Taman '.repeat(4000), `di ${'Aa '.repeat(13_000)}`],
    ['Senin, '.repeat(5000), 'pukul 09.00 '.repeat(3000)],
    ['Dinas Aa '.repeat(4000), `Dinas ${'Aa '.repeat(13_000)}`],
    ['Rp 1.'.repeat(8000), '5 bibit pohon '.repeat(3000)],
    [`hubungi ${'a-'.repeat(20_000)}`, `hubungi ${'a.'.repeat(20_000)}`],
    ['Hal itu dikatakan '.repeat(2000)],
  ])('is read in time: %#', (...paragraphs) => {
    const start = performance.now();
    compose({ title: 'Kabar Kota Cikaret Ramai', paragraphs, language: 'id', url: release.url }, ownCity);
    // Linear: tens of milliseconds; one quadratic rule takes half a second and more.
    expect(performance.now() - start).toBeLessThan(1500);
  });
});
