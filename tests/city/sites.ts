import type { downloadText } from '../../utils/source/download.ts';
import { FetchError } from '../../utils/source/errors.ts';
import type { City } from './city.ts';
import { rss, wordpressPosts } from './feeds.ts';
import { html, menu, slug, text } from './redesigns/parts.ts';
import { list } from './redesigns/plain.ts';

/** What a site answers at a path: a document, or how it fails. */
export type Route = string | { type: string; body: string } | 'timeout' | 'refused';

/** A site in memory, by "https://host/path?query". What is not in it is not found. */
export class Site {
  readonly asked: string[] = [];
  readonly routes: Record<string, Route>;

  constructor(routes: Record<string, Route>) {
    this.routes = routes;
  }

  /** Stands in for the network: only the given hosts, as a browser would. */
  readonly downloadText: typeof downloadText = async (url, { hosts }) => {
    const { hostname } = new URL(url);
    if (!hosts.includes(hostname)) throw new FetchError('no-permission', url);
    this.asked.push(url);
    const route = this.routes[url];
    if (route === undefined) throw new FetchError('not-found', url, { status: 404 });
    if (route === 'timeout') throw new FetchError('timeout', url);
    if (route === 'refused') throw new FetchError('status', url, { status: 403 });
    const { type, body } = typeof route === 'string' ? { type: 'text/html', body: route } : route;
    return { url, text: body, contentType: type, validators: {} };
  };
}

const xml = (body: string): Route => ({ type: 'application/xml', body });

/** Every release page of a city in one redesign. */
function releases(city: City, origin: string, design = list): Record<string, Route> {
  return Object.fromEntries(
    city.releases.map((release) => [`${origin}${design.path(release)}`, design.release(city, release)]),
  );
}

/** A front page with a menu and a word of welcome, and what a head may hold. */
export function welcome(head: string, body = ''): string {
  return html(
    `<title>Beranda - Pemerintah Kota Contoh</title>${head}`,
    `<div class="menu"><ul>${menu()}</ul></div><h1>Selamat Datang</h1><p>Situs resmi Pemerintah Kota Contoh.</p>${body}`,
  );
}

/** Portal softwares as cities run them, each on a host of its own. */
export const sites = {
  wordpress: (city: City, origin: string) => ({
    [`${origin}/`]: welcome(
      `<meta name="generator" content="WordPress 6.1"><link rel="https://api.w.org/" href="${origin}/wp-json/"><link rel="alternate" type="application/rss+xml" title="Kota Contoh &raquo; Feed" href="${origin}/feed/"><link rel="alternate" type="application/rss+xml" title="Comments Feed" href="${origin}/comments/feed/">`,
    ),
    [`${origin}/feed/`]: xml(rss(city, origin)),
    [`${origin}/comments/feed/`]: xml(rss(city, origin)),
    [`${origin}/wp-json/wp/v2/posts?per_page=20&_embed=1`]: {
      type: 'application/json',
      body: JSON.stringify(wordpressPosts(city, origin, new URLSearchParams('per_page=20&_embed=1')).posts),
    },
  }),
  hiddenWordPress: (city: City, origin: string) => ({
    [`${origin}/`]: welcome('<link rel="stylesheet" href="/wp-content/themes/kota/style.css">'),
    [`${origin}/?rest_route=%2Fwp%2Fv2%2Fposts&per_page=20&_embed=1`]: {
      type: 'application/json',
      body: JSON.stringify(wordpressPosts(city, origin, new URLSearchParams('per_page=20&_embed=1')).posts),
    },
  }),
  joomla: (city: City, origin: string) => ({
    [`${origin}/`]: welcome('<meta name="generator" content="Joomla! - Open Source Content Management">'),
    [`${origin}/index.php?format=feed&type=rss`]: xml(rss(city, origin)),
  }),
  blogger: (city: City, origin: string) => ({
    [`${origin}/`]: welcome('<meta content="blogger" name="generator">'),
    [`${origin}/feeds/posts/default?alt=rss`]: xml(rss(city, origin)),
  }),
  opensid: (city: City, origin: string) => ({
    [`${origin}/`]: welcome('<link rel="stylesheet" href="/desa/themes/esensi/style.css">'),
    [`${origin}/feed`]: xml(rss(city, origin)),
  }),
  codeigniter: (city: City, origin: string) => ({
    [`${origin}/`]: welcome(''),
    // As seen: no dates, no guid, htmlentities() in XML.
    [`${origin}/rss.xml`]: xml(
      `<?xml version="1.0"?><rss version="2.0"><channel><title>Kota Contoh</title>${city.releases
        .map(
          ({ id, title, paragraphs }) =>
            `<item><title>${text(title)}</title><link>${origin}/read/${id}/${slug(title)}</link><description>${text(paragraphs[0] ?? '')}&nbsp;&ldquo;kutipan&rdquo;</description></item>`,
        )
        .join('')}</channel></rss>`,
    ),
  }),
  listing: (city: City, origin: string) => ({
    [`${origin}/`]: welcome(''),
    [`${origin}/berita`]: list.listing(city),
    ...releases(city, origin),
  }),
  mapOnly: (city: City, origin: string) => ({
    [`${origin}/`]: welcome('<script src="/app.js"></script>'),
    [`${origin}/robots.txt`]: `User-agent: *\nDisallow: /admin\nSitemap: ${origin}/peta/index.xml`,
    [`${origin}/peta/index.xml`]: xml(
      `<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>${origin}/peta/halaman.xml</loc></sitemap><sitemap><loc>${origin}/peta/berita.xml</loc></sitemap></sitemapindex>`,
    ),
    [`${origin}/peta/berita.xml`]: xml(
      `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>${origin}/profil/visi-dan-misi-wali-kota</loc></url>${[
        ...city.releases,
      ]
        .reverse()
        .map(
          (release) =>
            `<url><loc>${origin}/berita/${slug(release.title)}</loc><lastmod>${new Date(release.updated).toISOString()}</lastmod></url>`,
        )
        .join('')}</urlset>`,
    ),
    ...Object.fromEntries(
      city.releases.map((release) => [
        `${origin}/berita/${slug(release.title)}`,
        list.release(city, release),
      ]),
    ),
  }),
} satisfies Record<string, (city: City, origin: string) => Record<string, Route>>;
