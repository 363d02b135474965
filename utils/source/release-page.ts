import { isOn, parseUrl, secured } from './address.ts';
import { otherAddress } from './cities.ts';
import { ReadError } from './errors.ts';
import { readReleasePage } from './page.ts';
import { openPage, pageByRecipe, queryFirst } from './recipe.ts';
import { recogniseRelease } from './recognise/release.ts';
import type { Download, ReleasePage, Source } from './source.ts';

/**
 * What an address of a source's own hosts is. `unclear`: its releases have addresses like that, and so may its other
 * pages; the page itself must say that it is a release.
 */
export type AddressKind = 'release' | 'listing' | 'unclear' | 'other';

/**
 * Tells by an address alone what stands there.
 * @param known addresses of releases that the archive holds of the source
 */
export function addressKind(address: string, source: Source, known: readonly string[]): AddressKind {
  const url = parseUrl(secured(address));
  if (!url || !isOn(url.href, source.hosts)) return 'other';
  if (otherAddress(address, source)) return 'release';
  const like = known.map((each) => shapeOf(new URL(each))).find((shape) => isLike(url, shape));
  if (like) return like.path.includes('#') || [...like.query.values()].includes('#') ? 'release' : 'unclear';
  const listing = source.kind === 'page' ? parseUrl(source.url) : null;
  const path = bare(url.pathname);
  return path === '' || (listing && path === bare(listing.pathname)) ? 'listing' : 'other';
}

const bare = (path: string): string => path.replace(/\/+$/, '');

/** An address without what tells one release from another: numbers are "#", a slug "*". */
interface Shape {
  path: string;
  query: Map<string, string>;
}

/** "/berita-detail/9001" is "/berita-detail/#", "/2026/11/pasar-murah-di-bogor/" is "/#/#/*". */
function shapeOf(url: URL): Shape {
  const path = bare(url.pathname).split('/').map(partShape).join('/');
  return { path, query: new Map([...url.searchParams].map(([name, value]) => [name, partShape(value)])) };
}

/** Further parameters, such as those that tell where a reader came from, make no other page. */
function isLike(url: URL, shape: Shape): boolean {
  const own = shapeOf(url);
  return own.path === shape.path && [...shape.query].every(([name, value]) => own.query.get(name) === value);
}

function partShape(part: string): string {
  if (/^\d+$/.test(part)) return '#';
  // The id before or behind the slug: "9001-pasar-murah", "pasar-murah-9001".
  if (/^\d+[-_.]/.test(part) || /[-_.]\d{3,}(?:\.html?)?$/.test(part)) return '#*';
  return part.split(/[-_]/).length >= 3 ? '*' : part;
}

/**
 * Reads a release from a page of a source, whatever kind the source is: by its recipe, else by recognition.
 * @throws ReadError when nothing on it is a release
 */
export function readPageOf(download: Download, source: Source): ReleasePage {
  if (source.recipe ?? source.cityRecipe) return readReleasePage(download, source);
  const page = openPage(download);
  const found = recogniseRelease(page);
  if (!found || found.confidence < sure) throw new ReadError('empty', `${download.url} shows no release`);
  const recipe = {
    listing: { item: 'a', title: 'a', link: 'a' },
    release: found.release,
    dateFormat: 'D M Y',
  };
  return { ...pageByRecipe(page, recipe), repairs: page.repairs };
}

/** How sure the recogniser must be of a page that a person chose to share. */
const sure = 0.6;

/**
 * Whether a page says itself that it is an article and no standing page such as a profile: WordPress' class of single
 * posts (`get_body_class`), Open Graph's `article:published_time` (https://ogp.me/#type_article), or schema.org's
 * NewsArticle (https://schema.org/NewsArticle).
 */
export function isArticle(download: Download): boolean {
  const { document } = openPage(download);
  return articleMarks.some((mark) => queryFirst(mark, document) !== null) || newsArticle.test(download.text);
}

const articleMarks = ['body.single-post', 'meta[property="article:published_time"]'];
const newsArticle = /"@type"\s*:\s*"(?:NewsArticle|BlogPosting|ReportageNewsArticle)"/;
