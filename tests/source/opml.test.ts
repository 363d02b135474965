import { describe, expect, test } from 'vitest';
import { knownSources, presets } from '../../utils/source/cities.ts';
import { ReadError } from '../../utils/source/errors.ts';
import { sourcesFromOpml, sourcesToOpml } from '../../utils/source/opml.ts';
import { checkRecipe, isPlainSelector } from '../../utils/source/recipe-check.ts';
import type { Source } from '../../utils/source/source.ts';
import { pageSource, source } from './samples.ts';

const now = Date.parse('2026-11-24T03:00:00Z');
const wrap = (body: string, head = '') =>
  `<?xml version="1.0"?><opml version="2.0"${head}><body>${body}</body></opml>`;
const ours = ' xmlns:jubir="urn:jubir:opml:1"';

describe('sources as OPML', () => {
  const mine: Source[] = [
    source({
      name: 'Kota "Contoh" & <Kawan>\n2',
      colour: '#0a7f3f',
      hashtags: ['KotaContoh'],
      hosts: ['kota.go.id', 'www.kota.go.id'],
    }),
    source({
      id: 'wp',
      kind: 'wordpress',
      url: 'https://www.b.go.id/wp-json/wp/v2/posts?per_page=20&_embed=1',
      paused: true,
      hosts: ['www.b.go.id', 'b.go.id'],
      imageHosts: [],
    }),
    pageSource({
      id: 'hal',
      url: 'https://c.go.id/berita',
      hosts: ['c.go.id', 'www.c.go.id'],
      imageHosts: ['adm.c.go.id'],
    }),
  ];

  test('come back as they went', () => {
    const { sources, addresses, repairs } = sourcesFromOpml(sourcesToOpml(mine, now));
    expect(repairs).toEqual([]);
    expect(addresses).toEqual([]);
    expect(sources).toEqual(
      mine.map((each) => ({
        ...each,
        name: each.name.replace('\n', ' '),
        imageHosts: each.imageHosts.filter((host) => host.startsWith('adm.')),
      })),
    );
  });

  test('all known cities; those that are there keep their ids', () => {
    const text = sourcesToOpml(knownSources, now);
    const { sources } = sourcesFromOpml(text);
    const main = ({ id, kind, url, name }: Source) => ({ id, kind, url, name });
    expect(sources.map(main)).toEqual(knownSources.map(main));
    expect(sources[0]?.recipe).toEqual(presets[0]?.recipe);
    const there = sources.slice(0, 3).map((each, index) => ({ ...each, id: `punya-${index}` }));
    const again = sourcesFromOpml(text, there).sources;
    expect(again.slice(0, 3).map(({ id }) => id)).toEqual(there.map(({ id }) => id));
    const other = source({ id: 'kota-bogor', url: 'https://lain.go.id/feed' });
    expect(sourcesFromOpml(text, [other]).sources[0]?.id).toBe('kotabogor-go-id-berita');
  });

  test('what was learnt goes along in place of what no longer matches; how refreshes went does not', () => {
    const { recipe } = pageSource();
    if (!recipe) throw new Error('no recipe');
    const learnt = { ...recipe, dateFormat: 'Y M D' };
    const text = sourcesToOpml(
      [
        pageSource({
          learnt,
          outcome: { ok: true, at: now, count: 3, fresh: 1 },
          validators: { etag: '"rahasia"' },
        }),
      ],
      now,
    );
    expect(sourcesFromOpml(text).sources[0]?.recipe).toEqual(learnt);
    expect(text).not.toContain('rahasia');
    expect(text).not.toContain('fresh');
  });
});

describe('OPML from elsewhere', () => {
  test("a feed reader's folders, its http addresses, its doubles", () => {
    const text =
      wrap(`<outline text="Kota"><outline type="rss" text="A" xmlUrl="http://a.go.id/feed"/><outline type="rss" title="B" xmlUrl="https://b.go.id/rss" htmlUrl="https://b.go.id"/></outline>
      <outline text="A lagi" xmlUrl="https://a.go.id/feed"/><outline text="halaman" type="link" url="https://c.go.id/berita"/><outline text="kosong"/>`);
    const { sources, addresses, repairs } = sourcesFromOpml(text);
    expect(sources.map(({ name, kind, url, hosts }) => ({ name, kind, url, hosts }))).toEqual([
      { name: 'A', kind: 'feed', url: 'https://a.go.id/feed', hosts: ['a.go.id', 'www.a.go.id'] },
      { name: 'B', kind: 'feed', url: 'https://b.go.id/rss', hosts: ['b.go.id', 'www.b.go.id'] },
    ]);
    expect(addresses).toEqual([{ name: 'halaman', address: 'https://c.go.id/berita' }]);
    expect(repairs).toEqual(['1 entries without an address, or with one that was there already']);
  });

  test('another prefix for our namespace is ours, our prefix for another is not', () => {
    const entry = (prefix: string) =>
      `<outline text="A" xmlUrl="https://a.go.id/x" ${prefix}:kind="wordpress"/>`;
    expect(sourcesFromOpml(wrap(entry('j'), ' xmlns:j="urn:jubir:opml:1"')).sources[0]?.kind).toBe(
      'wordpress',
    );
    expect(sourcesFromOpml(wrap(entry('jubir'), ' xmlns:jubir="urn:lain"')).sources[0]?.kind).toBe('feed');
  });

  test.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https://u:p@a.go.id/',
    'https://127.0.0.1/feed',
    'https://go.id/',
    '',
  ])('%s is no source', (address) => {
    expect(sourcesFromOpml(wrap(`<outline text="x" xmlUrl="${address}"/>`)).sources).toEqual([]);
  });

  test('hosts, ids, colours, hashtags and recipes are believed only as far as they can be true', () => {
    const recipe = JSON.stringify({
      listing: { item: 'li:has(:has(a))', title: 'a', link: 'a' },
      release: { title: 'h1', body: 'p' },
    }).replaceAll('"', '&quot;');
    const { sources, addresses } = sourcesFromOpml(
      wrap(
        `<outline text="A" xmlUrl="https://a.go.id/x" jubir:id="../x" jubir:colour="red;x" jubir:hosts="bank.example" jubir:imageHosts="jahat.example adm.a.go.id" jubir:hashtags="A&lt;b KotaA"/>
         <outline text="B" url="https://b.go.id/berita" jubir:kind="page" jubir:recipe="${recipe}"/>`,
        ours,
      ),
    );
    expect(sources[0]).toEqual({
      id: 'a-go-id-x',
      name: 'A',
      kind: 'feed',
      url: 'https://a.go.id/x',
      hosts: ['a.go.id', 'www.a.go.id'],
      imageHosts: ['adm.a.go.id'],
      hashtags: ['KotaA'],
    });
    expect(addresses).toEqual([{ name: 'B', address: 'https://b.go.id/berita' }]);
  });

  test.each(['', 'x', '<rss/>', '{"opml":1}', '<html><body>404</body></html>'])(
    '%s is unreadable',
    (text) => {
      expect(() => sourcesFromOpml(text)).toThrow(ReadError);
    },
  );

  test('attacks end in a moment', () => {
    const started = performance.now();
    const deep = sourcesFromOpml(wrap('<outline text="x">'.repeat(200_000)));
    const wide = sourcesFromOpml(
      wrap(Array.from({ length: 30_000 }, (_, n) => `<outline xmlUrl="https://a${n}.go.id/f"/>`).join('')),
    );
    sourcesFromOpml(wrap(`<outline ${Array.from({ length: 100_000 }, (_, n) => `a${n}="x"`).join(' ')}/>`));
    expect(deep.sources).toEqual([]);
    expect(wide.sources).toHaveLength(500);
    // Far from the minutes that unbounded nesting takes, on however busy a machine.
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

describe('a recipe from outside', () => {
  test.each([
    '.a',
    'a[href]',
    '.x > li:nth-of-type(2) a',
    'meta[property="og:image"]',
    'h1, .b:not(.c)',
    '#isi td',
    'a[href^="/berita:1"]',
  ])('%s may be', (selector) => {
    expect(isPlainSelector(selector)).toBe(true);
  });
  test.each([
    '',
    ' ',
    'a:has(b)',
    ':is(a)',
    'a:contains("x")',
    'a:not(:not(a))',
    'a{',
    '<b>',
    `${'a '.repeat(60)}`,
    'x'.repeat(400),
    5,
    null,
  ])('%s may not', (selector) => {
    expect(isPlainSelector(selector)).toBe(false);
  });
  test('every preset passes, and comes out as it was', () => {
    expect(checkRecipe(JSON.parse(JSON.stringify(presets[0]?.recipe)))).toEqual(presets[0]?.recipe);
  });
});
