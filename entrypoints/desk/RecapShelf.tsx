import { TriangleAlert } from 'lucide';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { useLaterTexts } from '../../components/hooks/later-texts.ts';
import { useTexts } from '../../components/hooks/texts.ts';
import { type Live, useLive } from '../../components/hooks/use-live.ts';
import { RecapPage } from '../../components/recap/RecapPage.tsx';
import { Icon } from '../../components/ui/Icon.tsx';
import { saveFile } from '../../components/ui/save-file.ts';
import { Toast } from '../../components/ui/Toast.tsx';
import { logFailure } from '../../utils/browser/log.ts';
import { db } from '../../utils/db/database.ts';
import type { Post } from '../../utils/draft/draft.ts';
import type { Seen } from '../../utils/draft/watch-entries.ts';
import { recapAsCsv } from '../../utils/recap/csv.ts';
import { factsOf, postsToWatch } from '../../utils/recap/facts.ts';
import { writeRecap } from '../../utils/recap/file.ts';
import { joinFacts } from '../../utils/recap/join.ts';
import { dayHere, monthKey, monthsSince, monthToShow } from '../../utils/recap/month.ts';
import { releasesFor } from '../../utils/recap/read.ts';
import { recapOf } from '../../utils/recap/recap.ts';
import type { DeskActions } from './use-desk-actions.ts';
import { useJoined } from './use-joined.ts';

interface Props {
  live: Live<Seen>;
  actions: DeskActions;
  /** Opens a post, or a release, in the rooms beside this one. */
  onPost: (id: string) => void;
  onRelease: (id: string) => void;
}

/** "Rekap bulanan": this computer's month from what the desk holds, or several officials' from their files. */
export function RecapShelf({ live, actions, onPost, onRelease }: Props) {
  const texts = useTexts();
  const words = useLaterTexts().recap;
  const [now] = useState(Date.now);
  const [chosen, setMonth] = useState(() => monthToShow(now));
  const [withOwn, setWithOwn] = useState(false);
  const [toast, setToast] = useState<string | null>(null);
  const joined = useJoined();
  const month = joined.opened?.month ?? chosen;
  const key = monthKey(month);
  const isWhole = live.state === 'ready' && live.value.complete;
  const posts = useMemo(() => (isWhole ? postsIn(live.value) : []), [live]);
  // A star or a note changes no release: they are read again only when other ones are needed.
  const watched = useMemo(
    () => [...new Set(postsToWatch(posts, month).map(({ releaseId }) => releaseId))].sort().join(' '),
    [posts, key],
  );
  const stored = useLive(
    async () => ({
      key,
      releases: await releasesFor(db, month, posts),
      sources: new Map((await db.sources.toArray()).map(({ id, name }) => [id, name])),
    }),
    [key, watched, isWhole],
  );
  const own = useMemo(
    () =>
      isWhole && stored.state === 'ready' && stored.value.key === key
        ? factsOf(month, { posts, releases: stored.value.releases, sources: stored.value.sources })
        : null,
    [isWhole, stored, posts, key],
  );
  const facts = useMemo(() => {
    if (!joined.opened) return own;
    return joinFacts(month, [...(withOwn && own ? [own] : []), ...joined.opened.months]);
  }, [joined.opened, own, withOwn]);
  const recap = useMemo(() => facts && recapOf(facts), [facts]);
  useEffect(() => {
    // What the browser offers as a name for the PDF.
    const before = document.title;
    document.title = `${words.title} ${key} · ${texts.app.name}`;
    return () => {
      document.title = before;
    };
  }, [key, words, texts]);
  const choices = useMemo(
    () =>
      posts
        .filter(({ deletedAt, openedAt }) => deletedAt === 0 && dayHere(openedAt, month) !== null)
        .sort((a, b) => b.order - a.order)
        .map(({ id, platform, text, starredAt = 0 }) => ({ id, platform, text, starred: starredAt > 0 })),
    [posts, key],
  );

  if (live.state === 'failed' || stored.state === 'failed')
    return (
      <div class="empty-state">
        <Icon icon={TriangleAlert} size={32} />
        <h2>{texts.desk.damaged}</h2>
        <p>{texts.desk.damagedHelp}</p>
      </div>
    );
  if (!recap || !facts) return <p class="desk-loading">{texts.app.loading}</p>;

  const save = (name: string, content: () => string, type: string, said: string) => {
    try {
      saveFile(name, new Blob([content()], { type }));
      setToast(said);
    } catch (error) {
      logFailure('save the recap', error);
      setToast(words.failed);
    }
  };
  const open = (files: File[]) => {
    setToast(words.reading);
    joined.open(files).then(
      (leftOut) => setToast(leftOut ? words.noneRead : null),
      (error) => {
        logFailure('open recaps', error);
        setToast(words.noneRead);
      },
    );
  };
  const csvWords = {
    ...words.csvWords,
    noSource: words.noSource,
    angles: texts.angles,
    states: texts.states,
  };
  const oldest = posts.reduce((first, { openedAt }) => Math.min(first, openedAt), now);
  return (
    <>
      <RecapPage
        recap={recap}
        months={monthsSince(oldest, now)}
        choices={choices}
        joined={joined.opened?.told ?? null}
        withOwn={withOwn}
        now={now}
        onMonth={setMonth}
        onPrint={() => print()}
        onCsv={() => save(words.csvName(key), () => recapAsCsv(recap, csvWords), 'text/csv', words.csvSaved)}
        onHandIn={(from) =>
          save(
            words.fileName(key, forFile(from)),
            () => writeRecap(facts, from, Date.now()),
            'application/json',
            words.saved,
          )
        }
        onFiles={open}
        onOwn={setWithOwn}
        onCloseJoined={joined.close}
        onStar={actions.star}
        onPost={onPost}
        onRelease={onRelease}
      />
      {toast && <Toast text={toast} onGone={() => setToast(null)} />}
    </>
  );
}

const postsIn = ({ entries }: Seen): Post[] =>
  entries.flatMap((entry) => (entry.kind === 'post' ? entry.post : []));

/** Somebody's name as part of a file's: "-kec-bogor-tengah". */
const forFile = (from: string): string => {
  const name = from
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
  return name && `-${name}`;
};
