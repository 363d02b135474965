import { describe, expect, test } from 'vitest';
import { canonicalUrl, releaseId } from '../../utils/release/identity.ts';
import { item } from './samples.ts';

const front = 'https://kota.go.id/berita';
const id = (changes: Parameters<typeof item>[0], source = 'kota') => releaseId(source, item(changes), front);

test.each([
  ['HTTP://Kota.GO.id:80/Berita/1', 'https://kota.go.id/Berita/1'],
  ['https://kota.go.id/1#komentar', 'https://kota.go.id/1'],
  ['https://kota.go.id/#!/1', 'https://kota.go.id/#!/1'],
  ['https://kota.go.id/1?utm_source=x&id=7&fbclid=y&gclid=z&utm_medium=w', 'https://kota.go.id/1?id=7'],
  ['https://kota.go.id/1?b=2&a=1', 'https://kota.go.id/1?b=2&a=1'],
  ['https://kota.go.id/1?utm_source=x', 'https://kota.go.id/1'],
  ['http://127.0.0.1:8080/1', 'http://127.0.0.1:8080/1'],
])('the address that is stored and shared: %s', (address, canonical) => {
  expect(canonicalUrl(address)).toBe(canonical);
});

describe('one release', () => {
  test.each([
    ['http and https', 'http://kota.go.id/1'],
    ['with and without www', 'https://www.kota.go.id/1'],
    ['with and without a slash', 'https://kota.go.id/1/'],
    ['with tracking', 'https://kota.go.id/1?utm_campaign=x'],
    ['with a fragment', 'https://kota.go.id/1#atas'],
  ])('%s', (_name, url) => {
    expect(id({ url })).toBe(id({ url: 'https://kota.go.id/1' }));
  });

  test('parameters in another order', () => {
    expect(id({ url: 'https://kota.go.id/d?a=1&b=2' })).toBe(id({ url: 'https://kota.go.id/d?b=2&a=1' }));
  });

  test('a title, a date and a guid may change while the address stays', () => {
    const url = 'https://kota.go.id/1';
    expect(id({ url, title: 'Lain', guid: 'x-baru-sekali' })).toBe(id({ url }));
  });

  test('without a link, the guid', () => {
    expect(id({ url: null, guid: 'tag:kota,2026:1', title: 'Lain' })).toBe(
      id({ url: null, guid: 'tag:kota,2026:1' }),
    );
  });
});

describe('two releases', () => {
  test('a guid that is used again for another address', () => {
    expect(id({ url: 'https://kota.go.id/1', guid: '1' })).not.toBe(
      id({ url: 'https://kota.go.id/2', guid: '1' }),
    );
  });

  test('a number is no guid', () => {
    expect(id({ url: null, guid: '1', title: 'Satu' })).not.toBe(id({ url: null, guid: '1', title: 'Dua' }));
  });

  test.each(['https://kota.go.id/', front, 'https://kota.go.id/berita/'])(
    'links to the front page %s',
    (url) => {
      expect(id({ url, title: 'Satu' })).not.toBe(id({ url, title: 'Dua' }));
    },
  );

  test('one title on two days', () => {
    const day = (at: number) => id({ url: null, published: { at, precision: 'day' } });
    expect(day(Date.UTC(2026, 4, 1))).not.toBe(day(Date.UTC(2026, 4, 2)));
  });

  test('one address in two sources', () => {
    expect(id({}, 'kota')).not.toBe(id({}, 'dinas'));
  });
});

test('sixteen digits, all different over 20,000 addresses, and the same tomorrow', () => {
  const ids = new Set(
    Array.from({ length: 20_000 }, (_, index) => id({ url: `https://kota.go.id/${index}` })),
  );
  expect(ids.size).toBe(20_000);
  for (const each of ids) expect(each).toMatch(/^[0-9a-f]{16}$/);
  // Stored in archives since the first version: a change here would make every release new.
  expect(releaseId('kota-bogor', item({ url: 'https://kotabogor.go.id/berita-detail/2100' }), front)).toBe(
    '8501e272559ffa62',
  );
});
