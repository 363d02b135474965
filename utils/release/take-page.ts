import type { JubirDatabase } from '../db/database.ts';
import { otherAddress } from '../source/cities.ts';
import { ReadError } from '../source/errors.ts';
import { readPageOf } from '../source/release-page.ts';
import type { Download, ReleasePage, Source } from '../source/source.ts';
import { newestOf, storeBody } from './archive.ts';
import { addressId, canonicalUrl } from './identity.ts';
import { guessLanguage } from './language.ts';
import { markSuspicion } from './merge.ts';
import type { Release } from './release.ts';

/** The id that a release at this address has in the archive, were it there. */
function idAt(address: string, source: Source): string | null {
  const url = otherAddress(address, source) ?? canonicalUrl(address);
  return url === null ? null : addressId(source.id, url, source.url);
}

/** The archive's release at an address of a source, by whatever address of it; undefined where it holds none. */
export async function releaseAt(
  db: JubirDatabase,
  address: string,
  source: Source,
): Promise<Release | undefined> {
  const id = idAt(address, source);
  if (id === null) return undefined;
  return (await db.releases.get(id)) ?? (await db.releases.where('aliases').equals(id).first());
}

/** Addresses of a source's latest releases: what its addresses look like. */
export async function addressesOf(db: JubirDatabase, sourceId: string, count = 60): Promise<string[]> {
  return (await newestOf(db, sourceId, count)).map(({ url }) => url);
}

/**
 * Takes the release that a page shows into the archive, read and not news: the official has it before them. One that
 * is known keeps all that is known of it, and gets its text if it had none.
 * @param address of the page, as the browser tells it
 * @param now epoch milliseconds
 * @throws ReadError where the page shows no release with a text
 */
export async function takePage(
  db: JubirDatabase,
  source: Source,
  address: string,
  download: Download,
  now: number,
): Promise<Release> {
  const page = readPageOf(download, source);
  const id = idAt(address, source);
  if (id === null || !page.title || page.paragraphs.length === 0) {
    throw new ReadError('empty', `${address} shows no release`);
  }
  const known = await releaseAt(db, address, source);
  if (known) {
    if (known.body !== 'read') await storeBody(db, known.id, page);
    return (await db.releases.get(known.id)) ?? known;
  }
  const release = releaseFrom(page, page.title, source, { id, address, now });
  return db.transaction('rw', db.releases, async () => {
    // A refresh may have brought it meanwhile, with its place and date.
    const there = await db.releases.get(id);
    if (!there) await db.releases.add(release);
    return there ?? release;
  });
}

function releaseFrom(
  page: ReleasePage,
  title: string,
  source: Source,
  { id, address, now }: { id: string; address: string; now: number },
): Release {
  const { paragraphs, published, image } = page;
  const release: Release = {
    id,
    sourceId: source.id,
    url: otherAddress(address, source) ?? canonicalUrl(address) ?? address,
    title,
    paragraphs,
    body: 'read',
    published,
    image,
    categories: [],
    language: guessLanguage([title, ...paragraphs].join('\n')),
    // Without a date it stands below all that have one: it must not pass for the newest, nor be missed on the listing.
    order: published ? Math.min(published.at, now) : 0,
    firstSeenAt: now,
    unread: 0,
  };
  markSuspicion(release);
  return release;
}
