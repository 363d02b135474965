import { FileQuestionMark, LoaderCircle } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { useLaterTexts } from '../../components/hooks/later-texts.ts';
import { useLive } from '../../components/hooks/use-live.ts';
import { MatchRow } from '../../components/release/MatchRow.tsx';
import { Icon } from '../../components/ui/Icon.tsx';
import { logFailure } from '../../utils/browser/log.ts';
import { db } from '../../utils/db/database.ts';
import type { News } from '../../utils/flow/share-page.ts';
import type { Release } from '../../utils/release/release.ts';
import { blockedReason } from '../../utils/release/versions.ts';

/** As many releases of a listing as are offered. */
const listed = 20;

/** The newest releases of a source, to choose from. */
export function ListedReleases({ sourceId, onChoose }: { sourceId: string; onChoose: (id: string) => void }) {
  const { button } = useLaterTexts().page;
  const live = useLive(async () => {
    const range = [sourceId, Number.NEGATIVE_INFINITY] as const;
    const releases = await db.releases
      .where('[sourceId+order]')
      .between(range, [sourceId, Number.POSITIVE_INFINITY])
      .reverse()
      .limit(listed)
      .toArray();
    return rowsOf(releases);
  }, [sourceId]);
  if (live.state !== 'ready') return null;
  return (
    <ul>
      {live.value.map((row) => (
        <MatchRow
          key={row.id}
          row={row}
          why={[]}
          now={Date.now()}
          action={button.share}
          onChoose={() => onChoose(row.id)}
        />
      ))}
    </ul>
  );
}

/** Releases on the matter of a text from elsewhere, or that there are none. */
export function NewsReleases({ news, onChoose }: { news: News; onChoose: (id: string) => void }) {
  const page = useLaterTexts().page;
  const [found, setFound] = useState<Answering[] | 'failed' | null>(null);
  useEffect(() => {
    let left = false;
    answering(news).then(
      (rows) => left || setFound(rows),
      (error) => {
        logFailure('match', error);
        if (!left) setFound('failed');
      },
    );
    return () => {
      left = true;
    };
  }, [news]);
  if (found === null)
    return (
      <p class="asked-spinner" role="status">
        <Icon icon={LoaderCircle} class="spin" />
        {page.news.searching}
      </p>
    );
  if (found === 'failed' || found.length === 0)
    return (
      <div class="empty-state" role="status">
        <Icon icon={FileQuestionMark} size={32} />
        <h3>{page.news.nothing}</h3>
        <p>{found === 'failed' ? page.news.failed : page.news.nothingHelp}</p>
      </div>
    );
  return (
    <ul>
      {found.map(({ row, why }) => (
        <MatchRow
          key={row.id}
          {...{ row, why }}
          now={Date.now()}
          action={page.news.answer}
          onChoose={() => onChoose(row.id)}
        />
      ))}
    </ul>
  );
}

interface Answering {
  row: Awaited<ReturnType<typeof rowsOf>>[number];
  why: string[];
}

async function answering({ title, text }: News): Promise<Answering[]> {
  void title;
  void text;
  return [];
}

/** Rows of releases, with the names of their sources. */
async function rowsOf(releases: readonly Release[]) {
  const sources = new Map((await db.sources.toArray()).map((source) => [source.id, source]));
  return releases.map((release) => {
    const { id, title, published, sourceId } = release;
    const { name = '', colour } = sources.get(sourceId) ?? {};
    const blocked = blockedReason(release);
    return { id, title, published, sourceName: name, ...(blocked && { blocked }), ...(colour && { colour }) };
  });
}
