import { FileQuestionMark, LoaderCircle } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { useLaterTexts } from '../../components/hooks/later-texts.ts';
import { useLive } from '../../components/hooks/use-live.ts';
import type { ArchiveEntry } from '../../components/release/ArchiveRow.tsx';
import { MatchRow } from '../../components/release/MatchRow.tsx';
import { Icon } from '../../components/ui/Icon.tsx';
import { logFailure } from '../../utils/browser/log.ts';
import { db } from '../../utils/db/database.ts';
import type { News } from '../../utils/flow/share-page.ts';
import type { Match } from '../../utils/match/match.ts';
import { openMatcher } from '../../utils/match/open.ts';
import { newestOf } from '../../utils/release/archive.ts';
import { entriesOf } from './use-archive.ts';

/** As many releases of a listing as are offered. */
const listed = 20;

/** The newest releases of a source, to choose from. */
export function ListedReleases({ sourceId, onChoose }: { sourceId: string; onChoose: (id: string) => void }) {
  const { button } = useLaterTexts().page;
  const live = useLive(async () => entriesOf(await newestOf(db, sourceId, listed)), [sourceId]);
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

/** Releases on the matter of a text from elsewhere; where none surely is, it says so and shows the nearest as that. */
export function NewsReleases({ news, onChoose }: { news: News; onChoose: (id: string) => void }) {
  const page = useLaterTexts().page;
  const [found, setFound] = useState<Answering | 'failed' | null>(null);
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
  if (found === 'failed') return <Told title={page.news.failedTitle} help={page.news.failed} />;
  const { sure, near } = found;
  return (
    <>
      {sure.length === 0 && <Told title={page.news.nothing} help={page.news.nothingHelp} />}
      <Matches rows={sure} onChoose={onChoose} />
      {near.length > 0 && (
        <details class="asked-near">
          <summary>{page.news.more}</summary>
          <Matches rows={near} onChoose={onChoose} />
        </details>
      )}
    </>
  );
}

function Told({ title, help }: { title: string; help: string }) {
  return (
    <div class="empty-state" role="status">
      <Icon icon={FileQuestionMark} size={32} />
      <h3>{title}</h3>
      <p>{help}</p>
    </div>
  );
}

type Answer = { row: ArchiveEntry; why: string[] };

function Matches({ rows, onChoose }: { rows: readonly Answer[]; onChoose: (id: string) => void }) {
  const { answer } = useLaterTexts().page.news;
  if (rows.length === 0) return null;
  return (
    <ul>
      {rows.map(({ row, why }) => (
        <MatchRow
          key={row.id}
          {...{ row, why }}
          now={Date.now()}
          action={answer}
          onChoose={() => onChoose(row.id)}
        />
      ))}
    </ul>
  );
}

interface Answering {
  sure: Answer[];
  near: Answer[];
}

/** As many that are not sure as are shown. */
const mostNear = 3;

/** How long a release that was just read may take to be in the index, in milliseconds, and how often that is looked at. */
const indexing = { most: 4_000, every: 200 };

/** "Nothing fits" is only true of a whole archive: waits until the background has taken what is new into the index. */
async function indexed(): Promise<void> {
  for (let waited = 0; waited < indexing.most; waited += indexing.every) {
    if ((await db.releases.where('indexed').equals(0).count()) === 0) return;
    await new Promise((go) => setTimeout(go, indexing.every));
  }
}

async function answering({ title, text }: News): Promise<Answering> {
  await indexed();
  const matcher = await openMatcher(db);
  const { matches, near } = await matcher.match([title, text].join('\n'));
  return { sure: await answersOf(matches), near: await answersOf(near.slice(0, mostNear)) };
}

async function answersOf(matches: readonly Match[]): Promise<Answer[]> {
  const releases = await db.releases.bulkGet(matches.map(({ releaseId }) => releaseId));
  const rows = await entriesOf(releases.filter((release) => release !== undefined));
  return rows.map((row) => {
    const why = matches.find(({ releaseId }) => releaseId === row.id)?.why ?? [];
    return { row, why: why.map((reason) => reason.text) };
  });
}
