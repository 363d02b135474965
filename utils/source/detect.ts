import { takeFeed, tryAll, tryUsual } from './detect/feeds.ts';
import { Finds, type Way } from './detect/finds.ts';
import { hostsToAsk, normaliseAddress } from './detect/hosts.ts';
import { rank } from './detect/judge.ts';
import { tryKnown } from './detect/known.ts';
import { FAIR, look, takeMap, tryListings, tryMap } from './detect/pages.ts';
import { type Attempt, type DetectTools, Session } from './detect/session.ts';
import { namedWays, newsHosts } from './detect/ways.ts';
import { SourceError } from './errors.ts';
import { isSitemap } from './sitemap.ts';
import type { Download } from './source.ts';

/** What was found at an address. */
export interface Detection {
  address: string;
  /** Best first; never empty. */
  ways: Way[];
  tried: Attempt[];
  /** Hosts of the same city where it seems to keep its news, which need a permission of their own. */
  otherHosts: string[];
}

/** Nothing was found. `tried` lists every address with its outcome; empty where the text is no address. */
export class DetectError extends SourceError {
  readonly tried: readonly Attempt[];
  readonly otherHosts: readonly string[];

  constructor(address: string, tried: readonly Attempt[], otherHosts: readonly string[] = []) {
    super(tried.length > 0 ? `no releases found at ${address}` : `no address: ${address}`);
    this.name = 'DetectError';
    this.tried = tried;
    this.otherHosts = otherHosts;
  }
}

/**
 * Finds how the releases of a site can be read, from any address on it: feeds that the page names, the WordPress
 * interface, a listing that it recognises on the page or on one that the page calls news, the usual paths of feeds,
 * the site's map. At most 12 requests, two at a time, and only to the hosts that the official allowed.
 * @throws DetectError when no way was found
 */
export async function detectSource(typed: string, tools: DetectTools): Promise<Detection> {
  const address = normaliseAddress(typed);
  if (!address) throw new DetectError(typed.slice(0, 200), []);
  const session = new Session(tools, tools.hosts ?? hostsToAsk(address));
  const takenIds = tools.takenIds ?? [];
  const finds = new Finds(address, session, takenIds);
  const isKnown = await tryKnown(finds, new URL(address).hostname, takenIds);
  const otherHosts = isKnown ? [] : await hunt(finds, address);
  const ways = rank(finds.ways);
  if (ways.length === 0) throw new DetectError(address, session.tried, otherHosts);
  return { address, ways, tried: session.tried, otherHosts };
}

async function hunt(finds: Finds, address: string): Promise<string[]> {
  const { session } = finds;
  const download = await firstPage(session, address);
  if (download && isSitemap(download.text) && (await takeMap(finds, download))) return [];
  if (
    download &&
    isData(download) &&
    takeFeed(finds, download, { url: download.url, kind: 'feed', foundBy: 'given' })
  ) {
    return [];
  }
  const page = download && look(finds, download);
  let otherHosts: string[] = [];
  if (page) {
    finds.front = page;
    otherHosts = newsHosts(page, session.hosts);
    await tryAll(finds, namedWays(page));
    await tryListings(finds, page);
  }
  await tryUsual(finds);
  if (!finds.has(FAIR)) await tryMap(finds);
  return otherHosts;
}

/** The address itself; where it does not answer, its twin with or without `www`; at last the site's front page. */
async function firstPage(session: Session, address: string): Promise<Download | null> {
  const twins = session.hosts.map((host) => {
    const twin = new URL(address);
    twin.hostname = host;
    return twin.href;
  });
  for (const url of [...new Set([address, ...twins, new URL('/', address).href])].slice(0, 3)) {
    const download = await session.get(url, 'page');
    if (download) return download;
  }
  return null;
}

/** The address may be a feed itself. */
function isData({ text }: Download): boolean {
  const start = text.slice(0, 2_000).trimStart();
  return /^(?:<\?xml|<rss|<feed|<rdf|[[{])/i.test(start) && !/<html[\s>]/i.test(start);
}
