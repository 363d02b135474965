import { describe, expect, test } from 'vitest';
import { guessLanguage } from '../../utils/release/language.ts';
import { normaliseReading } from '../../utils/release/normalise.ts';
import type { ReadItem } from '../../utils/source/source.ts';
import { pageSource, source } from '../source/samples.ts';
import { item, reading } from './samples.ts';

const now = Date.UTC(2026, 4, 10);
const day = (date: string) => ({ at: Date.parse(`${date}T00:00:00+07:00`), precision: 'day' as const });
const normalise = (...items: ReadItem[]) => normaliseReading(reading(items), source(), now);
const url = (path: string) => `https://kota.go.id/${path}`;

test('a listing row becomes a release whose page is still to be read', () => {
  const image = 'http://adm.kota.go.id/a.jpg';
  const items = [
    item({
      title: '  Wali\n Kota ',
      url: 'http://kota.go.id/1?utm_source=x',
      published: day('2026-05-01'),
      image,
    }),
  ];
  expect(normaliseReading(reading(items), pageSource(), now)).toEqual([
    {
      id: expect.stringMatching(/^[0-9a-f]{16}$/),
      sourceId: 'kota',
      url: 'https://kota.go.id/1',
      title: 'Wali Kota',
      listedTitle: 'Wali Kota',
      paragraphs: [],
      body: 'pending',
      published: day('2026-05-01'),
      image: 'https://adm.kota.go.id/a.jpg',
      categories: [],
      language: 'id',
      order: day('2026-05-01').at,
      firstSeenAt: now,
      unread: 1,
    },
  ]);
});

test('a feed brings its bodies: the text, else the teaser; with neither the body is missing', () => {
  const bodies = normalise(
    item({ url: url('1'), paragraphs: ['Isi'], summary: ['Ringkas'] }),
    item({ url: url('2'), summary: ['Ringkas'] }),
    item({ url: url('3') }),
  ).map(({ body, paragraphs }) => ({ body, paragraphs }));
  expect(bodies).toEqual([
    { body: 'read', paragraphs: ['Isi'] },
    { body: 'read', paragraphs: ['Ringkas'] },
    { body: 'missing', paragraphs: [] },
  ]);
});

describe('the order', () => {
  test('of one day is that of the listing; a later day is higher', () => {
    const orders = normalise(
      item({ url: url('1'), published: day('2026-05-02') }),
      item({ url: url('2'), published: day('2026-05-01') }),
      item({ url: url('3'), published: day('2026-05-01') }),
    ).map((release) => release.order);
    expect(orders).toEqual([day('2026-05-02').at, day('2026-05-01').at - 1, day('2026-05-01').at - 2]);
  });

  test('without a date is just below the one above', () => {
    const [first, second, third, fourth] = normalise(
      item({ url: url('1') }),
      item({ url: url('2') }),
      item({ url: url('3'), published: day('2026-05-01') }),
      item({ url: url('4') }),
    ).map((release) => release.order);
    expect([first, second]).toEqual([now, now - 1]);
    expect(fourth).toBe((third ?? 0) - 1);
  });

  test('never stays on top for a slip of the pen, and the date is shown as the city wrote it', () => {
    const published = day('2062-05-01');
    expect(normalise(item({ published }))[0]).toMatchObject({ order: now, published });
  });
});

describe('hostile or poor items', () => {
  test.each(['https://slot.example/', 'https://kota.go.id.example/x', 'https://go.id/'])(
    'a link to %s is not kept',
    (link) => {
      expect(normalise(item({ url: link, guid: 'tag:kota,2026:1' }))[0]?.url).toBe('https://kota.go.id/feed');
    },
  );

  test('links to www and to offices below the city are', () => {
    for (const link of ['https://www.kota.go.id/1', 'https://dinkes.kota.go.id/1']) {
      expect(normalise(item({ url: link }))[0]?.url).toBe(link);
    }
  });

  test('one release twice in a document is one', () => {
    expect(normalise(item(), item({ url: 'https://www.kota.go.id/1#x' }))).toHaveLength(1);
  });

  test('titles are bounded, borrowed from the text where there is none, and without either there is no release', () => {
    const releases = normalise(
      item({ url: url('1'), title: 'kata '.repeat(300) }),
      item({ url: url('2'), title: ' ', summary: ['Catatan singkat dari kota'] }),
      item({ url: url('3'), title: '' }),
    );
    expect(releases.map((release) => release.title.length <= 500)).toEqual([true, true]);
    expect(releases[1]?.title).toBe('Catatan singkat dari kota');
  });
});

test.each([
  ['Wali Kota Bogor meninjau pasar di Kecamatan Bogor Tengah dan berdialog dengan warga.', 'id'],
  ['The mayor visited the market and talked with the people of the city.', 'en'],
  ['Launching Smart City Command Center di Balai Kota untuk warga', 'id'],
  ['Bogor', 'id'],
  ['', 'id'],
])('language of "%s"', (text, language) => {
  expect(guessLanguage(text)).toBe(language);
});
