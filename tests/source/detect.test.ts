import { describe, expect, test } from 'vitest';
import { presets } from '../../utils/source/cities.ts';
import { DetectError, detectSource } from '../../utils/source/detect.ts';
import { RECOGNISED, readReleasePage } from '../../utils/source/page.ts';
import { read } from '../../utils/source/read.ts';
import { City } from '../city/city.ts';
import { rss } from '../city/feeds.ts';
import { frontPage, listingPage, releasePage } from '../city/pages.ts';
import { Site, sites, welcome } from '../city/sites.ts';

const now = Date.parse('2026-11-24T03:00:00Z');
const city = new City(() => now);
const origin = 'https://contohkota.go.id';
const titles = city.releases.slice(0, 5).map(({ title }) => title);
const tools = (site: Site) => ({ downloadText: site.downloadText, now: () => now });

describe('the best way in', () => {
  test.each([
    ['wordpress', 'wordpress', 'wordpress', 4],
    ['hiddenWordPress', 'wordpress', 'wordpress', 6],
    ['joomla', 'feed', 'usual-path', 5],
    ['blogger', 'feed', 'usual-path', 5],
    ['opensid', 'feed', 'usual-path', 5],
    ['codeigniter', 'feed', 'usual-path', 8],
    ['listing', 'page', 'recognised', 12],
    ['mapOnly', 'page', 'sitemap', 12],
  ] as const)('%s: %s, %s', async (name, kind, foundBy, most) => {
    const site = new Site(sites[name](city, origin));
    const found = await detectSource('contohkota.go.id', tools(site));
    const [best] = found.ways;
    expect(best).toMatchObject({ kind, foundBy });
    expect(site.asked.length).toBeLessThanOrEqual(most);
    expect(new Set(site.asked).size).toBe(site.asked.length);
    if (name !== 'mapOnly') expect(best?.items.map(({ title }) => title)).toEqual(titles);
    expect(best?.items).toHaveLength(5);
    expect(best?.confidence).toBeGreaterThan(name === 'mapOnly' ? 0.4 : 0.6);
    expect(best?.source).toMatchObject({
      kind,
      foundBy,
      hosts: ['contohkota.go.id', 'www.contohkota.go.id'],
    });
    // What is shown is what a refresh will read.
    const again = await site.downloadText(best?.url ?? '', { hosts: ['contohkota.go.id'] });
    if (again === 'not-modified' || !best) throw new Error('no document');
    expect(read(again, best.source).items.length).toBe(best.count);
    const [first] = best.items;
    if (kind === 'page' && first?.url) {
      const page = await site.downloadText(first.url, { hosts: ['contohkota.go.id'] });
      if (page === 'not-modified') throw new Error('no page');
      expect(readReleasePage(page, best.source).paragraphs).toEqual(first.paragraphs);
      expect(first.title).toBe(city.releases[0]?.title);
    }
  });

  test('WordPress first, its feed as another choice, comments never', async () => {
    const found = await detectSource('contohkota.go.id', tools(new Site(sites.wordpress(city, origin))));
    expect(found.ways.map(({ foundBy }) => foundBy)).toEqual(['wordpress', 'alternate']);
    expect(found.tried.some(({ url }) => url.includes('comments'))).toBe(false);
    expect(found.ways[0]?.source).toMatchObject({
      id: 'contohkota-go-id',
      name: 'Pemerintah Kota Contoh',
      hashtags: ['KotaContoh'],
    });
  });

  const pagesOf = (at: string, listing: string) => ({
    [`${at}/`]: frontPage(city, null),
    [`${at}/berita`]: listing,
    ...Object.fromEntries(
      city.releases.map((release) => [`${at}/berita-detail/${release.id}`, releasePage(city, release)]),
    ),
  });

  test('Kota Bogor is known: one request, by its own recipe', async () => {
    const site = new Site(pagesOf('https://kotabogor.go.id', listingPage(city, 1)));
    const { ways } = await detectSource('http://www.kotabogor.go.id/profil', tools(site));
    expect(ways).toMatchObject([
      { foundBy: 'known', count: 9, source: { id: 'kota-bogor', name: 'Kota Bogor' } },
    ]);
    expect(ways[0]?.source.recipe).toBe(presets[0]?.recipe);
    expect(site.asked).toEqual(['https://kotabogor.go.id/berita']);
  });

  test('a known city that was redesigned is recognised, one that moved is found anew', async () => {
    const at = 'https://kotabogor.go.id';
    const redesigned = new Site({ [`${at}/berita`]: sites.listing(city, at)[`${at}/berita`] ?? '' });
    const { ways } = await detectSource('kotabogor.go.id', tools(redesigned));
    expect(ways[0]).toMatchObject({ foundBy: 'known', repairs: [RECOGNISED] });
    expect(ways[0]?.source.learnt).toBeDefined();
    const moved = await detectSource('kotabogor.go.id', tools(new Site(sites.joomla(city, at))));
    expect(moved.ways[0]).toMatchObject({ foundBy: 'usual-path' });
    expect(moved.tried[0]).toMatchObject({ url: `${at}/berita`, as: 'known', outcome: 'not-found' });
  });

  test("a city with Bogor's template: its listing is found from the front page", async () => {
    const site = new Site(pagesOf(origin, listingPage(city, 1)));
    const { ways } = await detectSource('contohkota.go.id', tools(site));
    expect(ways[0]).toMatchObject({ kind: 'page', url: `${origin}/berita`, count: 9 });
    expect(ways[0]?.source.imageHosts).toEqual(['adm.kotabogor.go.id']);
    expect(ways[0]?.source.recipe?.listing).toMatchObject({
      item: '.blog-one__single',
      date: '.blog-one__date',
    });
  });

  test('a feed given by its address, and one that is JSON', async () => {
    const site = new Site({ [`${origin}/kabar.xml`]: { type: 'text/xml', body: rss(city, origin) } });
    const found = await detectSource('contohkota.go.id/kabar.xml', tools(site));
    expect(found.ways).toMatchObject([{ kind: 'feed', foundBy: 'given', count: city.releases.length }]);
    expect(site.asked).toEqual([`${origin}/kabar.xml`]);
    const json = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      items: city.releases.map((release) => ({
        id: String(release.id),
        url: `${origin}/${release.id}`,
        title: release.title,
      })),
    });
    const other = new Site({ [`${origin}/kabar.json`]: { type: 'application/json', body: json } });
    expect((await detectSource(`${origin}/kabar.json`, tools(other))).ways[0]?.source.kind).toBe('jsonfeed');
  });

  test('a feed that the city forgot comes after the page that it keeps', async () => {
    const old = new City(() => now - 200 * 86_400_000);
    const routes = {
      ...sites.listing(city, origin),
      [`${origin}/feed/`]: { type: 'text/xml', body: rss(old, origin) },
    };
    const link = `<link rel="alternate" type="application/rss+xml" href="/feed/">`;
    const { ways } = await detectSource(
      'contohkota.go.id',
      tools(new Site({ ...routes, [`${origin}/`]: welcome(link) })),
    );
    expect(ways.map(({ foundBy }) => foundBy)).toEqual(['recognised', 'alternate']);
    expect(ways[1]?.confidence).toBeLessThan(0.6);
  });

  test('the twin with www is asked when the named host does not answer', async () => {
    const www = 'https://www.contohkota.go.id';
    const site = new Site({ ...sites.joomla(city, www), [`${origin}/`]: 'timeout' });
    const { ways } = await detectSource('contohkota.go.id', tools(site));
    expect(ways[0]?.url).toBe(`${www}/index.php?format=feed&type=rss`);
  });

  test('ids that are taken are not given again; another host with news is told', async () => {
    const link =
      '<a href="https://berita.contohkota.go.id/">Portal Berita</a><a href="https://berita.lain.go.id/">Berita</a>';
    const routes = {
      ...sites.joomla(city, origin),
      [`${origin}/`]: welcome('<meta name="generator" content="Joomla!">', link),
    };
    const found = await detectSource('contohkota.go.id', {
      ...tools(new Site(routes)),
      takenIds: ['contohkota-go-id'],
    });
    expect(found.ways[0]?.source.id).toBe('contohkota-go-id-2');
    expect(found.otherHosts).toEqual(['berita.contohkota.go.id']);
  });
});

describe('nothing found', () => {
  const failure = async (routes: ConstructorParameters<typeof Site>[0], address = 'contohkota.go.id') => {
    const site = new Site(routes);
    const error = await detectSource(address, tools(site)).catch((reason: unknown) => reason);
    if (!(error instanceof DetectError)) throw error;
    return { error, site };
  };

  test('says what was tried and what came of each, in at most 12 requests', async () => {
    const { error, site } = await failure({ [`${origin}/`]: welcome(''), [`${origin}/berita`]: welcome('') });
    expect(site.asked.length).toBeLessThanOrEqual(12);
    expect(error.tried).toContainEqual({ url: `${origin}/`, as: 'page', outcome: 'looked-at' });
    expect(error.tried).toContainEqual({ url: `${origin}/`, as: 'recognised', outcome: 'no-listing' });
    expect(error.tried).toContainEqual({
      url: `${origin}/feed/`,
      as: 'usual-path',
      outcome: 'not-found',
      status: 404,
    });
    expect(error.tried).toContainEqual({
      url: `${origin}/sitemap.xml`,
      as: 'sitemap',
      outcome: 'not-found',
      status: 404,
    });
  });

  test('a site that is down, that refuses, that is no page', async () => {
    const down = await failure({ [`${origin}/`]: 'timeout', 'https://www.contohkota.go.id/': 'timeout' });
    expect(down.error.tried).toContainEqual({ url: `${origin}/`, as: 'page', outcome: 'timeout' });
    const refused = await failure({ [`${origin}/`]: 'refused' });
    expect(refused.error.tried).toContainEqual({
      url: `${origin}/`,
      as: 'page',
      outcome: 'status',
      status: 403,
    });
    const text = await failure({ [`${origin}/`]: 'Service Unavailable' });
    expect(text.error.tried).toContainEqual({ url: `${origin}/`, as: 'page', outcome: 'unreadable' });
  });

  test('hosts that were not allowed are not asked', async () => {
    const site = new Site(sites.wordpress(city, origin));
    const asked = detectSource('contohkota.go.id', { ...tools(site), hosts: [] });
    await expect(asked).rejects.toMatchObject({
      tried: [{ url: `${origin}/`, as: 'page', outcome: 'no-permission' }],
    });
    expect(site.asked).toEqual([]);
  });

  test('a site that stays silent is left alone after three requests', async () => {
    const routes = Object.fromEntries(
      ['/', '/feed/', '/rss.xml', '/rss', '/feed.xml'].map((path) => [
        `${origin}${path}`,
        'timeout' as const,
      ]),
    );
    const { site } = await failure({ ...routes, 'https://www.contohkota.go.id/': 'timeout' });
    expect(site.asked).toHaveLength(3);
  });

  test('text that is no address asks nothing', async () => {
    const { error, site } = await failure({}, 'berita kota bandung');
    expect(error.tried).toEqual([]);
    expect(site.asked).toEqual([]);
  });

  test('ends when told to', async () => {
    const site = new Site({});
    const run = detectSource('contohkota.go.id', { ...tools(site), signal: AbortSignal.abort() });
    await expect(run).rejects.toBeInstanceOf(DetectError);
    expect(site.asked).toEqual([]);
  });
});
