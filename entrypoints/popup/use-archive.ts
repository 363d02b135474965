import { useEffect, useMemo, useState } from 'preact/hooks';
import { useLive } from '../../components/hooks/use-live.ts';
import type { ArchiveEntry } from '../../components/release/ArchiveRow.tsx';
import { logFailure } from '../../utils/browser/log.ts';
import { db } from '../../utils/db/database.ts';
import { sharedOn } from '../../utils/draft/history.ts';
import { newest, newestOf } from '../../utils/release/archive.ts';
import type { Release } from '../../utils/release/release.ts';
import { highlighter } from '../../utils/release/search/highlight.ts';
import { type ArchiveSearch, openSearch } from '../../utils/release/search/open.ts';
import { blockedReason } from '../../utils/release/versions.ts';

/**
 * The archive as a list: the newest releases, or those that answer a search; read live.
 * @param count how many are wanted; `more` tells whether there are others
 */
export function useArchive(query: string, sourceId: string | null, count: number) {
  const [search, setSearch] = useState<ArchiveSearch | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    openSearch(db).then(setSearch, (error) => {
      logFailure('search', error);
      setFailed(true);
    });
  }, []);
  const marks = useMemo(() => highlighter(query, Date.now()), [query]);
  const live = useLive(
    // One more, to know whether there is any.
    () => entries(search, query.trim(), sourceId, count + 1),
    [search, query, sourceId, count],
  );
  const found = live.state === 'ready' ? live.value : [];
  return {
    ready: live.state === 'ready',
    entries: found.slice(0, count),
    more: found.length > count,
    marks,
    preparing: search === null && !failed,
    failed,
  };
}

const entries = async (
  search: ArchiveSearch | null,
  query: string,
  sourceId: string | null,
  limit: number,
): Promise<ArchiveEntry[]> => entriesOf(await releasesFor(search, query, sourceId, limit));

/** Releases as rows, in their order; one whose source is gone is left out. */
export async function entriesOf(releases: readonly Release[]): Promise<ArchiveEntry[]> {
  const sources = new Map((await db.sources.toArray()).map((source) => [source.id, source]));
  const shared = await sharedOn(
    db,
    releases.map(({ id }) => id),
  );
  return releases.flatMap((release) => {
    const source = sources.get(release.sourceId);
    if (!source) return [];
    const { id, title, url, published, paragraphs } = release;
    const blocked = blockedReason(release);
    return {
      id,
      title,
      url,
      published,
      paragraphs,
      sourceId: source.id,
      sourceName: source.name,
      unread: release.unread === 1,
      captions: {},
      shared: shared.get(id) ?? {},
      ...(blocked && { blocked }),
      ...(release.changedAt !== undefined && { changedAt: release.changedAt }),
      ...(source.colour && { colour: source.colour }),
    };
  });
}

async function releasesFor(
  search: ArchiveSearch | null,
  query: string,
  sourceId: string | null,
  limit: number,
) {
  if (query && search) {
    await search.refresh();
    const hits = search.search(query, { limit, ...(sourceId && { sources: [sourceId] }) });
    const found = await db.releases.bulkGet(hits.map(({ releaseId }) => releaseId));
    return found.filter((release) => release !== undefined);
  }
  if (!sourceId) return newest(db, limit);
  return newestOf(db, sourceId, limit);
}
