import { isOnSite } from '../address.ts';
import type { FoundBy, ReadItem, Reading, SourceKind } from '../source.ts';

/** How much is known of a release by each way, all else being equal: whole texts and pictures, or only addresses. */
const WORTH: Readonly<Record<FoundBy, number>> = {
  known: 1.1,
  wordpress: 1,
  given: 0.97,
  alternate: 0.95,
  'usual-path': 0.9,
  pointed: 0.9,
  recognised: 0.85,
  sitemap: 0.6,
};

const DAY = 86_400_000;

/**
 * How sure it is that a reading is a list of a city's releases, 0 to 1: titles, dates, addresses of its own, more
 * than the one post that a fresh installation comes with.
 * @param own for pages: what the recogniser said
 */
export function confidenceOf(reading: Reading, kind: SourceKind, hosts: readonly string[], own = 1): number {
  const { items } = reading;
  const count = items.length;
  if (count === 0) return 0;
  const share = (test: (item: ReadItem) => boolean) => items.filter(test).length / count;
  const titled = share((item) => item.title.split(' ').length >= 3);
  const dated = share((item) => item.published !== null);
  const linked = share((item) => item.url !== null && isOnSite(item.url, hosts));
  const distinct = new Set(items.map((item) => item.url ?? item.title)).size / count;
  let sure = 0.2 + 0.25 * titled + 0.25 * dated + 0.2 * linked + 0.1 * distinct;
  if (count < 3) sure *= 0.6;
  if (kind !== 'page') {
    const texts = share((item) => item.paragraphs.length > 0 || item.summary.length > 0);
    sure *= 0.9 + 0.1 * texts;
  }
  if (items.every((item) => /^(?:hello world!?|halo dunia!?|sample page)$/i.test(item.title))) sure *= 0.2;
  return round(Math.min(0.98, sure) * own);
}

/** A way to compare with others. */
export interface Judged {
  foundBy: FoundBy;
  confidence: number;
  items: readonly ReadItem[];
}

/**
 * Best first. A feed that stopped a month before what the site's own page shows was forgotten by the city: it comes
 * after the page, and the doubt is in its confidence.
 */
export function rank<Way extends Judged>(ways: readonly Way[]): Way[] {
  const newest = (way: Judged) => Math.max(0, ...way.items.map((item) => item.published?.at ?? 0));
  const latest = Math.max(0, ...ways.map(newest));
  return ways
    .map((way) => {
      const at = newest(way);
      const isStale = at > 0 && latest - at > 30 * DAY;
      const confidence = isStale ? round(way.confidence * 0.5) : way.confidence;
      return { ...way, confidence };
    })
    .sort((a, b) => b.confidence * WORTH[b.foundBy] - a.confidence * WORTH[a.foundBy]);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
