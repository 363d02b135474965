import { useEffect, useMemo, useState } from 'preact/hooks';
import { useLive } from '../../components/hooks/use-live.ts';
import type { ArchiveEntry } from '../../components/release/ArchiveRow.tsx';
import { logFailure } from '../../utils/browser/log.ts';
import { db } from '../../utils/db/database.ts';
import { sharedOn } from '../../utils/draft/history.ts';
import { newest } from '../../utils/release/archive.ts';
import { highlighter } from '../../utils/release/search/highlight.ts';
import { type ArchiveSearch, openSearch } from '../../utils/release/search/open.ts';
import { blockedReason } from '../../utils/release/versions.ts';

/** How many are shown; nobody reads more before typing another word. */
const shown = 50;

/** The archive as a list: the newest releases, or those that answer a search; read live. */
export function useArchive(query: string, sourceId: string | null) {
  const [search, setSearch] = useState<ArchiveSearch | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    openSearch(db).then(setSearch, (error) => {
      logFailure('search', error);
      setFailed(true);
    });
  }, []);
  const marks = useMemo(() => highlighter(query, Date.now()), [query]);
  const live = useLive(() => entries(search, query.trim(), sourceId), [search, query, sourceId]);
  return { live, marks, preparing: search === null && !failed, failed };
}

async function entries(
  search: ArchiveSearch | null,
  query: string,
  sourceId: string | null,
): Promise<ArchiveEntry[]> {
  const sources = new Map((await db.sources.toArray()).map((source) => [source.id, source]));
  const releases = await releasesFor(search, query, sourceId);
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

async function releasesFor(search: ArchiveSearch | null, query: string, sourceId: string | null) {
  if (query && search) {
    await search.refresh();
    const hits = search.search(query, { limit: shown, ...(sourceId && { sources: [sourceId] }) });
    const found = await db.releases.bulkGet(hits.map(({ releaseId }) => releaseId));
    return found.filter((release) => release !== undefined);
  }
  if (!sourceId) return newest(db, shown);
  return db.releases
    .where('[sourceId+order]')
    .between([sourceId, Number.NEGATIVE_INFINITY], [sourceId, Number.POSITIVE_INFINITY])
    .reverse()
    .limit(shown)
    .toArray();
}
