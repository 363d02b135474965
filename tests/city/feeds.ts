import type { City, CityRelease } from './city.ts';
import { escapeMarkup, paragraphHtml, pictureUrl } from './pages.ts';

const html = (release: CityRelease): string => release.paragraphs.map(paragraphHtml).join('\n');
const link = (base: string, release: CityRelease): string => `${base}/berita-detail/${release.id}`;
const iso = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');

/** The releases as RSS 2.0 with full text in `content:encoded`. */
export function rss(city: City, base: string): string {
  const items = city.releases.map(
    (release) => `  <item>
    <title>${escapeMarkup(release.title)}</title>
    <link>${link(base, release)}</link>
    <guid isPermaLink="false">${base}/?p=${release.id}</guid>
    <pubDate>${new Date(release.published).toUTCString()}</pubDate>
    <dc:creator>Prokompim</dc:creator>
    ${release.tags.map((tag) => `<category>${escapeMarkup(tag)}</category>`).join('')}
    <description><![CDATA[${release.paragraphs[0] ?? ''}]]></description>
    <content:encoded><![CDATA[${html(release)}]]></content:encoded>${
      release.scene ? `\n    <enclosure url="${pictureUrl(release)}" type="image/png" length="20000"/>` : ''
    }
  </item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
  <title>Pemerintah Kota Bogor</title>
  <link>${base}/</link>
  <description>Rilis resmi</description>
  <language>id</language>
  <lastBuildDate>${new Date(city.changed).toUTCString()}</lastBuildDate>
${items.join('\n')}
</channel>
</rss>
`;
}

/** The releases as Atom 1.0, the body as escaped HTML. */
export function atom(city: City, base: string): string {
  const entries = city.releases.map(
    (release) => `  <entry>
    <title type="text">${escapeMarkup(release.title)}</title>
    <link rel="alternate" type="text/html" href="${link(base, release)}"/>
    <id>tag:kotabogor.go.id,2026:berita-${release.id}</id>
    <published>${iso(release.published)}</published>
    <updated>${iso(release.updated)}</updated>
    <author><name>Prokompim</name></author>
    ${release.tags.map((tag) => `<category term="${escapeMarkup(tag)}"/>`).join('')}
    <summary type="text">${escapeMarkup(release.paragraphs[0] ?? '')}</summary>
    <content type="html">${escapeMarkup(html(release))}</content>
  </entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="id">
  <title>Pemerintah Kota Bogor</title>
  <link rel="self" href="${base}/feed/atom.xml"/>
  <link rel="alternate" href="${base}/"/>
  <id>${base}/</id>
  <updated>${iso(city.changed)}</updated>
${entries.join('\n')}
</feed>
`;
}

/** The releases as JSON Feed 1.1. */
export function jsonFeed(city: City, base: string): unknown {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Pemerintah Kota Bogor',
    home_page_url: `${base}/`,
    feed_url: `${base}/feed/feed.json`,
    language: 'id',
    items: city.releases.map((release) => ({
      id: `${base}/?p=${release.id}`,
      url: link(base, release),
      title: release.title,
      content_html: html(release),
      summary: release.paragraphs[0],
      date_published: iso(release.published),
      date_modified: iso(release.updated),
      authors: [{ name: 'Prokompim' }],
      tags: release.tags,
      ...(release.scene ? { image: pictureUrl(release) } : {}),
    })),
  };
}

/** WordPress's own description of its API, the part that a reader looks at. */
export function wordpressRoot(base: string): unknown {
  return {
    name: 'Pemerintah Kota Bogor',
    description: 'Rilis resmi',
    url: base,
    home: base,
    gmt_offset: '7',
    timezone_string: 'Asia/Jakarta',
    namespaces: ['oembed/1.0', 'wp/v2'],
    routes: { '/wp/v2/posts': { namespace: 'wp/v2', methods: ['GET'] } },
  };
}

/** One page of posts as WordPress REST gives them; titles hold entities, as they do there. */
export function wordpressPosts(
  city: City,
  base: string,
  query: URLSearchParams,
): { total: number; pages: number; posts: unknown[] } {
  const size = Math.min(100, Math.max(1, Number(query.get('per_page') ?? 10)));
  const page = Math.max(1, Number(query.get('page') ?? 1));
  const local = (at: number): string => new Date(at + 7 * 3_600_000).toISOString().slice(0, 19);
  const gmt = (at: number): string => new Date(at).toISOString().slice(0, 19);
  const texturize = (text: string): string =>
    escapeMarkup(text).replaceAll('&amp;', '&#038;').replaceAll('“', '&#8220;').replaceAll('”', '&#8221;');
  const posts = city.releases.slice((page - 1) * size, page * size).map((release) => ({
    id: release.id,
    date: local(release.published),
    date_gmt: gmt(release.published),
    modified: local(release.updated),
    modified_gmt: gmt(release.updated),
    guid: { rendered: `${base}/?p=${release.id}` },
    slug: `berita-${release.id}`,
    status: 'publish',
    type: 'post',
    link: link(base, release),
    title: { rendered: texturize(release.title) },
    content: { rendered: html(release), protected: false },
    excerpt: {
      rendered: paragraphHtml(`${(release.paragraphs[0] ?? '').slice(0, 120)} […]`),
      protected: false,
    },
    featured_media: release.scene ? release.id + 10_000 : 0,
    ...(query.has('_embed')
      ? {
          _embedded: {
            author: [{ id: 1, name: 'Prokompim' }],
            'wp:term': [release.tags.map((name, id) => ({ id, name, taxonomy: 'post_tag' }))],
            ...(release.scene
              ? {
                  'wp:featuredmedia': [
                    { id: release.id + 10_000, source_url: pictureUrl(release), media_type: 'image' },
                  ],
                }
              : {}),
          },
        }
      : {}),
  }));
  return { total: city.releases.length, pages: Math.ceil(city.releases.length / size), posts };
}
