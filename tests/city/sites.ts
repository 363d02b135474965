import type { downloadText } from '../../utils/source/download.ts';
import { FetchError } from '../../utils/source/errors.ts';
import { City } from './city.ts';
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

/** What a site shows on one of its pages, so many releases on each. */
function pageOf(city: City, page: number, size: number): City {
  const part = new City(() => city.changed);
  part.releases = city.releases.slice((page - 1) * size, page * size);
  return part;
}

/** The pages below the first one: each by its address. */
function older(
  city: City,
  size: number,
  address: (page: number) => string,
  body: (page: number) => Route,
): Record<string, Route> {
  const pages = Math.ceil(city.releases.length / size);
  return Object.fromEntries(
    Array.from({ length: Math.max(0, pages - 1) }, (_, index) => [address(index + 2), body(index + 2)]),
  );
}

/** A page of posts as WordPress's REST interface gives it. */
function posts(city: City, origin: string, page: number): Route {
  const query = new URLSearchParams(`per_page=20&_embed=1&page=${page}`);
  return { type: 'application/json', body: JSON.stringify(wordpressPosts(city, origin, query).posts) };
}

/** A page of the listing, with links to the others under it. */
function listed(city: City, page: number): string {
  const links = Array.from(
    { length: Math.ceil(city.releases.length / listSize) },
    (_, index) => `<a href="/berita?page=${index + 1}">${index + 1}</a>`,
  );
  const pager = `<div class="halaman">${links.join(' ')}</div></body>`;
  return list.listing(pageOf(city, page, listSize)).replace('</body>', pager);
}

/** How many releases a listing shows on a page, and a feed of WordPress unless its owner chose another number. */
const listSize = 9;
const feedSize = 10;

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
    [`${origin}/wp-json/wp/v2/posts?per_page=20&_embed=1`]: posts(city, origin, 1),
    ...older(
      city,
      20,
      (page) => `${origin}/wp-json/wp/v2/posts?per_page=20&_embed=1&page=${page}`,
      (page) => posts(city, origin, page),
    ),
  }),
  hiddenWordPress: (city: City, origin: string) => ({
    [`${origin}/`]: welcome('<link rel="stylesheet" href="/wp-content/themes/kota/style.css">'),
    [`${origin}/?rest_route=%2Fwp%2Fv2%2Fposts&per_page=20&_embed=1`]: posts(city, origin, 1),
  }),
  /** A feed that shows the ten newest; older ones are on its further pages, as WordPress has them. */
  feed: (city: City, origin: string) => ({
    [`${origin}/feed/`]: xml(rss(pageOf(city, 1, feedSize), origin)),
    ...older(
      city,
      feedSize,
      (page) => `${origin}/feed/?paged=${page}`,
      (page) => xml(rss(pageOf(city, page, feedSize), origin)),
    ),
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
    [`${origin}/berita`]: listed(city, 1),
    ...older(
      city,
      listSize,
      (page) => `${origin}/berita?page=${page}`,
      (page) => listed(city, page),
    ),
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
