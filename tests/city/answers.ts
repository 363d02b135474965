import type { City } from './city.ts';
import { atom, jsonFeed, rss, wordpressPosts, wordpressRoot } from './feeds.ts';
import { frontPage, listingPage, pictureHost, releasePage } from './pages.ts';
import { recordedPage } from './recorded.ts';
import type { Redesign } from './redesigns/parts.ts';
import { drawScene } from './scenes.ts';

/** An answer before it goes on the wire. */
export interface Answer {
  status: number;
  type: string;
  body: string | Buffer;
  headers?: Record<string, string>;
}

/** The city's own hosts, which Jubir may read from the start. */
export const cityHosts = ['kotabogor.go.id', pictureHost];

/** A second, invented city whose front page tells of its feeds: for trying out a source of one's own. */
export const feedHost = 'contohkota.go.id';

/** What kind of thing a path of the city is, so that a fault can be limited to one of them. */
export type Part = 'listing' | 'release' | 'picture' | 'feed' | 'other';

/** Tells the part of the city's site that a request is for. */
export function partOf(url: URL): Part {
  if (url.hostname === pictureHost) return 'picture';
  if (url.pathname === '/berita') return 'listing';
  if (url.pathname.startsWith('/berita-detail/')) return 'release';
  if (/^\/(feed|wp-json)\//.test(url.pathname)) return 'feed';
  return 'other';
}

const pictures = new Map<string, Buffer>();

function picture(city: City, path: string): Answer | null {
  const id = Number(/^\/storage\/data\/berita-(\d+)\.(?:png|jpg)$/.exec(path)?.[1]);
  if (!id) return null;
  const scene = city.find(id)?.scene ?? 'park';
  const key = `${scene}-${id}`;
  const body = pictures.get(key) ?? drawScene(scene, id);
  pictures.set(key, body);
  return {
    status: 200,
    type: 'image/png',
    body,
    // As the real host answers: no page of another site may show the picture, only fetch it with a permission.
    headers: { 'cross-origin-resource-policy': 'same-origin' },
  };
}

const html = (body: string): Answer => ({ status: 200, type: 'text/html; charset=UTF-8', body });
const json = (value: unknown, headers?: Record<string, string>): Answer => ({
  status: 200,
  type: 'application/json; charset=UTF-8',
  body: JSON.stringify(value),
  ...(headers ? { headers } : {}),
});

function feed(city: City, url: URL): Answer | null {
  switch (url.pathname) {
    case '/feed/':
    case '/feed/rss.xml':
      return { status: 200, type: 'application/rss+xml; charset=UTF-8', body: rss(city, url.origin) };
    case '/feed/atom/':
    case '/feed/atom.xml':
      return { status: 200, type: 'application/atom+xml; charset=UTF-8', body: atom(city, url.origin) };
    case '/feed/feed.json':
      return { ...json(jsonFeed(city, url.origin)), type: 'application/feed+json; charset=UTF-8' };
    case '/wp-json/':
      return json(wordpressRoot(url.origin));
    case '/wp-json/wp/v2/posts': {
      const { total, pages, posts } = wordpressPosts(city, url.origin, url.searchParams);
      return json(posts, { 'x-wp-total': String(total), 'x-wp-totalpages': String(pages) });
    }
    default:
      return null;
  }
}

/** How the city's pages are made: as the real site had them on record, or in another design than today's. */
interface Look {
  recorded: boolean;
  redesign: Redesign | null;
}

/** What the city answers when all is well. */
export function cityAnswer(city: City, url: URL, { recorded, redesign }: Look): Answer {
  const missing: Answer = { status: 404, type: 'text/html; charset=UTF-8', body: '<h1>404 Not Found</h1>' };
  if (url.hostname === pictureHost) return picture(city, url.pathname) ?? missing;
  if (recorded) {
    const page = recordedPage(url.pathname + url.search);
    return page === null ? missing : html(page);
  }
  if (redesign && url.hostname !== feedHost) {
    const release = city.releases.find((each) => redesign.path(each) === url.pathname + url.search);
    if (release) return html(redesign.release(city, release));
    // A new template comes with new addresses; those of the old one are gone.
    return url.pathname === '/berita' ? html(redesign.listing(city)) : missing;
  }
  if (url.pathname === '/') return html(frontPage(city, url.hostname === feedHost ? url.origin : null));
  if (url.pathname === '/berita')
    return html(listingPage(city, Number(url.searchParams.get('page') ?? 1) || 1));
  const release = city.find(Number(/^\/berita-detail\/(\d+)$/.exec(url.pathname)?.[1]));
  if (release) return html(releasePage(city, release));
  return feed(city, url) ?? missing;
}
