import { parseUrl } from '../address.ts';
import { ReadError } from '../errors.ts';
import { readReleasePage } from '../page.ts';
import { openPage, type Page } from '../recipe.ts';
import { recogniseListing } from '../recognise/listing.ts';
import { type RecognisedRelease, recogniseRelease } from '../recognise/release.ts';
import { NEWS_PATH } from '../recognise/words.ts';
import { isSitemap, mapsIn, readSitemap } from '../sitemap.ts';
import type { Download, ReadItem, Reading, Recipe, Source } from '../source.ts';
import type { Finds } from './finds.ts';
import { confidenceOf } from './judge.ts';
import { newsPages } from './ways.ts';

/** Surer than a coin: less is no find. */
export const FAIR = 0.5;
/** Requests kept back for the site's map. */
export const FOR_MAP = 4;

/** Opens a page to look for ways on it; null where it is none, which is on record. */
export function look(finds: Finds, download: Download): Page | null {
  if (isSitemap(download.text)) return null;
  try {
    const page = openPage(download);
    finds.session.note(download.url, 'page', 'looked-at');
    return page;
  } catch (error) {
    finds.session.noteFailure(download.url, 'page', error);
    return null;
  }
}

/** A listing on the page itself, or on one that it calls its news. */
export async function tryListings(finds: Finds, page: Page): Promise<void> {
  if (await tryListing(finds, page)) return;
  for (const url of newsPages(page, finds.session.hosts).slice(0, 2)) {
    if (finds.session.left <= FOR_MAP) return;
    const download = await finds.session.get(url, 'page');
    const other = download && look(finds, download);
    if (other && (await tryListing(finds, other))) return;
  }
}

async function tryListing(finds: Finds, page: Page): Promise<boolean> {
  const { hosts } = finds.session;
  const found = recogniseListing(page, hosts);
  if (!found || found.confidence < FAIR) {
    finds.session.note(page.url, 'recognised', 'no-listing');
    return false;
  }
  const learnt = await learnRelease(finds, found.items);
  if (!learnt) {
    finds.session.note(page.url, 'recognised', 'no-release');
    return false;
  }
  const recipe: Recipe = { listing: found.listing, release: learnt.release, dateFormat: found.dateFormat };
  const source = finds.sourceOf({ kind: 'page', url: page.url, foundBy: 'recognised' });
  const reading: Reading = {
    title: null,
    language: page.language,
    items: found.items,
    repairs: page.repairs,
  };
  const sure = (0.6 * found.confidence + 0.4 * learnt.confidence) / 0.95;
  const confidence = confidenceOf(reading, 'page', hosts, Math.min(1, sure));
  finds.add(
    { ...source, recipe },
    'recognised',
    withPage(reading, learnt.download, { ...source, recipe }),
    confidence,
  );
  // A front page shows the newest few; the list behind it is looked for as well.
  return found.items.length >= 5;
}

/** Reads one or two release pages until one is recognised. */
async function learnRelease(
  finds: Finds,
  items: readonly ReadItem[],
): Promise<(RecognisedRelease & { download: Download }) | null> {
  for (const item of items.slice(0, 2)) {
    if (!item.url) continue;
    const download = await finds.session.get(item.url, 'recognised');
    if (!download) continue;
    try {
      const found = recogniseRelease(openPage(download), item.title || undefined);
      if (found && found.confidence >= FAIR) {
        finds.session.note(item.url, 'recognised', 'found');
        return { ...found, download };
      }
      finds.session.note(item.url, 'recognised', 'no-release');
    } catch (error) {
      finds.session.noteFailure(item.url, 'recognised', error);
    }
  }
  return null;
}

/** The release that was read appears with its own heading and text. */
function withPage(reading: Reading, download: Download, source: Source): Reading {
  const page = readReleasePage(download, source);
  const items = reading.items.map((item) =>
    item.url === download.url
      ? {
          ...item,
          title: page.title ?? item.title,
          published: item.published ?? page.published,
          paragraphs: page.paragraphs,
          image: item.image ?? page.image,
        }
      : item,
  );
  return { ...reading, items };
}

/** The site's map: where robots.txt says it is, else where it usually is. https://www.rfc-editor.org/rfc/rfc9309 */
export async function tryMap(finds: Finds): Promise<void> {
  const { origin } = finds;
  const robots = await finds.session.get(`${origin}/robots.txt`, 'sitemap');
  const named = [...(robots?.text.slice(0, 20_000).matchAll(/^\s*sitemap:\s*(\S+)/gim) ?? [])].flatMap(
    (match) => (match[1] ? [match[1]] : []),
  );
  const maps = [
    ...new Set([...named.filter((url) => /news|berita|post/i.test(url)), ...named, `${origin}/sitemap.xml`]),
  ];
  for (const url of maps.slice(0, 2)) {
    const download = await finds.session.get(url, 'sitemap');
    if (download && (await takeMap(finds, download))) return;
  }
}

/** Reads a map, or the newest of those that it lists; false where it tells of no readable release. */
export async function takeMap(finds: Finds, download: Download): Promise<boolean> {
  const inner = isSitemap(download.text) ? mapsIn(download, finds.session.hosts) : [];
  const [next] = [...inner.filter((url) => /news|berita|post/i.test(url)), ...inner];
  const map = next ? await finds.session.get(next, 'sitemap') : download;
  if (!map) return false;
  try {
    const whole = readSitemap(map, finds.session.hosts);
    const under = commonStart(whole.items);
    const reading = under ? readSitemap(map, finds.session.hosts, under) : whole;
    const learnt = await learnRelease(finds, reading.items);
    if (!learnt) throw new ReadError('empty', `no release of ${map.url} can be read`);
    const listing = {
      item: 'url',
      title: 'title',
      link: 'loc',
      date: 'publication_date',
      ...(under && { under }),
    };
    const source = finds.sourceOf({ kind: 'page', url: map.url, foundBy: 'sitemap' });
    const recipe: Recipe = { listing, release: learnt.release, dateFormat: 'Y M D' };
    const sure = 0.8 * confidenceOf(reading, 'page', finds.session.hosts, learnt.confidence);
    finds.add(
      { ...source, recipe },
      'sitemap',
      withPage(reading, learnt.download, { ...source, recipe }),
      sure,
    );
    return true;
  } catch (error) {
    finds.session.noteFailure(map.url, 'sitemap', error);
    return false;
  }
}

/** Of a map's addresses, the section that holds releases: "/berita/"; undefined where none is named so. */
function commonStart(items: readonly ReadItem[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { url } of items) {
    const first = parseUrl(url ?? '')?.pathname.split('/')[1];
    if (first && NEWS_PATH.test(`/${first}/`)) counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best && best[1] >= 3 ? `/${best[0]}/` : undefined;
}
