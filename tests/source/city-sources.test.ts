import { expect, test } from 'vitest';
import { presets } from '../../utils/source/cities.ts';
import { citySourceName } from '../../utils/source/city-source.ts';
import { citySourceRow, waitingSources } from '../../utils/source/city-sources.ts';
import { source } from './samples.ts';

const url = 'https://kotasatu.go.id/feed';

test('a source of a known kind is a row at once, marked as the city’s', () => {
  const wanted = {
    url,
    kind: 'feed',
    name: 'Kota Satu',
    hashtags: ['Satu'],
    imageHosts: ['cdn.id'],
  } as const;
  expect(citySourceRow({ ...wanted, hashtags: ['Satu'], imageHosts: ['cdn.id'] }, [])).toEqual({
    id: 'kotasatu-go-id-feed',
    name: 'Kota Satu',
    kind: 'feed',
    url,
    hosts: ['kotasatu.go.id', 'www.kotasatu.go.id'],
    imageHosts: ['cdn.id'],
    hashtags: ['Satu'],
    city: url,
  });
  expect(citySourceRow({ url, kind: 'feed' }, ['kotasatu-go-id-feed'])?.id).toBe('kotasatu-go-id-feed-2');
});

test('one of no known kind has to be found out first; the preset is known', () => {
  expect(citySourceRow({ url }, [])).toBeNull();
  const [bogor] = presets;
  if (!bogor) throw new Error('no preset');
  expect(citySourceRow({ url: bogor.url, name: 'Bogor' }, [])).toEqual({
    ...bogor,
    name: 'Bogor',
    city: bogor.url,
  });
});

test('waits until a row reads it, by its own address or by the city’s', () => {
  const wanted = [{ url }, { url: 'https://dua.go.id/' }, { url: 'https://tiga.go.id/' }];
  const rows = [source({ url }), source({ url: 'https://dua.go.id/feed', city: 'https://dua.go.id/' })];
  expect(waitingSources(wanted, rows)).toEqual([{ url: 'https://tiga.go.id/' }]);
  expect(waitingSources(undefined, rows)).toEqual([]);
});

test('is called by its host until it has a name', () => {
  expect(citySourceName({ url })).toBe('kotasatu.go.id');
});
