import { expect, test } from 'vitest';
import type { Caption } from '../../utils/caption/caption.ts';
import { isEmbargoed, markOf, preferredCaptions, withPreferred } from '../../utils/caption/preferred.ts';
import { item } from '../humas/samples.ts';

const own = (angle: Caption['angle'], tags: string[] = []): Caption => ({
  ...{ angle, platform: 'x', text: `Jubir ${angle}` },
  ...{ hashtags: tags, moreHashtags: ['#UMKM'] },
});
const varied = (vary: boolean) =>
  item({ vary, captions: [{ platform: 'x', angle: 'quote', texts: ['satu', 'dua', 'tiga', 'empat'] }] });

test('they stand first, and at their angle in Jubir’s place; other networks’ do not', () => {
  const captions = withPreferred([own('summary'), own('quote')], preferredCaptions(varied(false), 'x', 7));
  expect(captions.map(({ angle, text }) => [angle, text])).toEqual([
    ['quote', 'satu'],
    ['summary', 'Jubir summary'],
  ]);
  expect(preferredCaptions(varied(false), 'threads', 7)).toEqual([]);
  expect(preferredCaptions(undefined, 'x', 7)).toEqual([]);
});

test('where the office lets them differ, officials get all of its texts between them, and each always the same', () => {
  const textFor = (seed: number) => preferredCaptions(varied(true), 'x', seed)[0]?.text;
  const seeds = Array.from({ length: 60 }, (_, n) => n * 7919 + 1);
  expect(new Set(seeds.map(textFor))).toEqual(new Set(['satu', 'dua', 'tiga', 'empat']));
  for (const seed of seeds) expect(textFor(seed)).toBe(textFor(seed));
  expect(new Set(seeds.map((seed) => preferredCaptions(varied(false), 'x', seed)[0]?.text))).toEqual(
    new Set(['satu']),
  );
});

test('a text keeps its mark while it is one of those that are as good', () => {
  const [caption] = preferredCaptions(varied(true), 'x', 5);
  expect(caption?.preferred?.mark).toBe(markOf(caption?.text ?? ''));
  expect(caption?.preferred?.marks).toEqual(['satu', 'dua', 'tiga', 'empat'].map(markOf));
  expect(new Set(caption?.preferred?.marks).size).toBe(4);
});

test('hashtags that the office wrote are its own; those that the release carries are offered beside them', () => {
  const tagged = item({ captions: [{ platform: 'x', angle: 'summary', texts: ['Taman #KotaBogor #umkm'] }] });
  const [first] = withPreferred([own('summary', ['#Taman'])], preferredCaptions(tagged, 'x', 1));
  expect(first).toMatchObject({ hashtags: ['#KotaBogor', '#umkm'], moreHashtags: ['#Taman'] });
});

test('"please not before" holds until that moment', () => {
  expect([isEmbargoed({ notBefore: 10 }, 9), isEmbargoed({ notBefore: 10 }, 10), isEmbargoed({}, 0)]).toEqual(
    [true, false, false],
  );
});
