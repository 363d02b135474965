import { useEffect, useMemo, useState } from 'preact/hooks';
import { TextsContext } from '../../components/hooks/texts.ts';
import { useLive } from '../../components/hooks/use-live.ts';
import { ShareQuestion } from '../../components/release/ShareQuestion.tsx';
import { Toast } from '../../components/ui/Toast.tsx';
import { moment, textsFor } from '../../utils/browser/i18n.ts';
import { onSettings, type Settings } from '../../utils/browser/settings.ts';
import { db } from '../../utils/db/database.ts';
import { type Entry, entriesOf, factsOf, filterEntries, withCity } from '../../utils/draft/entries.ts';
import { useShare } from '../popup/use-share.ts';
import { ArchiveShelf } from './ArchiveShelf.tsx';
import { Detail } from './Detail.tsx';
import { everything, HistoryShelf } from './HistoryShelf.tsx';
import { ReleaseDetail } from './ReleaseDetail.tsx';
import { Shelves } from './Shelves.tsx';
import { useDeskActions } from './use-desk-actions.ts';

/** Drafts, posts and the release archive on a full page; all from this computer, so it works with the network off. */
export function Desk({ settings: stored }: { settings: Settings }) {
  const [settings, setSettings] = useState(stored);
  const [filter, setFilter] = useState(everything);
  const [archive, setArchive] = useState(location.hash === '#arsip');
  const [chosen, setChosen] = useState<string | null>(null);
  const texts = useMemo(() => textsFor(settings.language), [settings.language]);
  useEffect(() => onSettings(setSettings), []);
  useEffect(() => {
    document.documentElement.lang = texts.locale.slice(0, 2);
    document.title = `${texts.desk.title} · ${texts.app.name}`;
  }, [texts]);

  const live = useLive(readEntries, []);
  const releases = useLive(() => db.releases.count(), []);
  const all = live.state === 'ready' ? live.value : [];
  // A draft that was opened goes on as its post; then the newest entry is in view.
  const entry = archive
    ? undefined
    : (all.find((each) => each.id === chosen) ?? filterEntries(all, filter)[0]);
  const actions = useDeskActions(texts);
  const sharing = useShare({ texts, settings, place: 'panel', onOpen: setChosen });
  const { asking } = sharing;
  const show = (toArchive: boolean) => {
    setArchive(toArchive);
    setChosen(null);
  };

  return (
    <TextsContext.Provider value={texts}>
      <div class={`desk ${chosen ? 'desk-reading' : ''}`}>
        <Shelves
          entries={all}
          filter={filter}
          onFilter={(next) => {
            setFilter(next);
            show(false);
          }}
          archive={archive}
          releases={releases.state === 'ready' ? releases.value : 0}
          onArchive={() => show(true)}
        />
        <main class="desk-list">
          <h1 class="visually-hidden">{archive ? texts.archive.title : texts.desk.title}</h1>
          {archive ? (
            <ArchiveShelf
              platforms={settings.platforms}
              chosenId={chosen ?? undefined}
              onOpen={setChosen}
              onShare={sharing.share}
            />
          ) : (
            <HistoryShelf
              live={live}
              filter={filter}
              chosenId={entry?.id}
              onFilter={setFilter}
              onChoose={setChosen}
            />
          )}
        </main>
        <section class="desk-detail" aria-label={texts.desk.select}>
          {entry && (
            <Detail
              key={entry.id}
              entry={entry}
              settings={settings}
              actions={actions}
              onBack={() => setChosen(null)}
            />
          )}
          {archive && !chosen && <p class="empty-state">{texts.desk.select}</p>}
          {archive && chosen && (
            <ReleaseDetail
              key={chosen}
              releaseId={chosen}
              settings={settings}
              onBack={() => setChosen(null)}
            />
          )}
        </section>
        {asking?.row.blocked && (
          <ShareQuestion
            title={asking.row.title}
            state={asking.row.blocked}
            when={asking.row.changedAt === undefined ? '' : moment(texts, asking.row.changedAt, Date.now())}
            onRead={sharing.readFirst}
            onClose={sharing.cancel}
            {...(asking.row.blocked === 'suspicious' ? {} : { onOpen: sharing.openAnyway })}
          />
        )}
        {actions.toast && <Toast {...actions.toast} onGone={actions.clearToast} />}
        {sharing.toast && <Toast text={sharing.toast} onGone={() => sharing.setToast(null)} />}
      </div>
    </TextsContext.Provider>
  );
}

async function readEntries(): Promise<Entry[]> {
  const [drafts, posts] = await Promise.all([db.drafts.toArray(), db.posts.toArray()]);
  const entries = entriesOf(drafts, posts);
  const ids = [...new Set(entries.map((entry) => factsOf(entry).releaseId))];
  const releases = (await db.releases.bulkGet(ids)).filter((release) => release !== undefined);
  return withCity(entries, new Map(releases.map((release) => [release.id, release])));
}
