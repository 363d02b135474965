import { describe, expect, it } from 'vitest';
import { addHashtag, findHashtags, removeHashtag, suggestHashtags } from '../../utils/caption/hashtags.ts';
import { readRelease } from '../../utils/caption/reading.ts';
import { findTopics } from '../../utils/caption/topics.ts';

describe('switching a hashtag on and off', () => {
  it.each([
    ['Kabar.', '#UMKM', 'Kabar. #UMKM'],
    ['Kabar. #KotaBogor', 'UMKM', 'Kabar. #KotaBogor #UMKM'],
    ['Kabar. #umkm', '#UMKM', 'Kabar. #umkm'],
    ['', '#UMKM', '#UMKM'],
    ['Lihat https://a.id/#UMKM', '#UMKM', 'Lihat https://a.id/#UMKM #UMKM'],
  ])('adds to %j', (text, tag, wanted) => {
    expect(addHashtag(text, tag)).toBe(wanted);
  });
  it.each([
    ['Kabar. #KotaBogor #UMKM', '#UMKM', 'Kabar. #KotaBogor'],
    ['Kabar. #UMKM #KotaBogor', '#UMKM', 'Kabar. #KotaBogor'],
    ['#UMKM kabar', '#UMKM', 'kabar'],
    ['Pelaku #UMKM, hadir.', '#UMKM', 'Pelaku, hadir.'],
    ['#UMKMBogor #UMKM', '#UMKM', '#UMKMBogor'],
    ['https://a.id/#UMKM', '#UMKM', 'https://a.id/#UMKM'],
    ['Kabar.\n\n#UMKM', '#UMKM', 'Kabar.'],
    ['Kabar.\n\n#UMKM\n\nlink', '#UMKM', 'Kabar.\n\nlink'],
    ['Kabar.\n\n#UMKM #Kota', '#UMKM', 'Kabar.\n\n#Kota'],
    ['Kabar dua  spasi', '#UMKM', 'Kabar dua  spasi'],
  ])('removes from %j', (text, tag, wanted) => {
    expect(removeHashtag(text, tag)).toBe(wanted);
  });
  it('comes back to the same text', () => {
    for (const text of [
      'Kabar. https://a.id/1',
      'Satu\ndua https://a.id/1 #KotaBogor',
      '“Kutipan,” kata A. B. C.',
    ]) {
      expect(removeHashtag(addHashtag(text, '#UMKM'), '#UMKM')).toBe(text);
    }
  });
});

describe('suggestions', () => {
  const topics = (title: string, ...paragraphs: string[]): string[] =>
    findTopics(readRelease({ title, paragraphs, language: 'id' }, 'Kota Cikaret')).map(({ tag }) => tag);
  it('puts the city first, drops doubles and what is no hashtag', () => {
    expect(
      suggestHashtags(['#PasarMurah', '#kotabogor', '#12', '#a b'], ['KotaBogor', '#BogorKita']),
    ).toEqual(['#KotaBogor', '#PasarMurah', '#BogorKita']);
  });
  it('takes listed topics and proper names that title and body share', () => {
    expect(topics('Pasar Murah di Kenanga')).toEqual(['#PasarMurah']);
    expect(topics('Bazar di Taman Merpati', 'Warga ramai datang ke Taman Merpati sejak pagi.')).toEqual([
      '#TamanMerpati',
    ]);
  });
  it('takes no common noun, person, office, place word or company tail', () => {
    expect(
      topics(
        'Kegiatan Wali Kota Cikaret Sari Wulandari Bersama PT Maju Jaya Tbk',
        'Dalam kegiatan itu Wali Kota Cikaret Sari Wulandari menyapa warga bersama PT Maju Jaya Tbk.',
      ),
    ).toEqual([]);
  });
  it('finds no tag in a word, a number or an address', () => {
    expect(findHashtags('a#b #12 https://a.id/#c &#d').map(({ tag }) => tag)).toEqual([]);
  });
});
