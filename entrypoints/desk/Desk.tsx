import { useEffect, useMemo, useState } from 'preact/hooks';
import { usePlace } from '../../components/draft/use-place.ts';
import { TextsContext } from '../../components/hooks/texts.ts';
import { useLive } from '../../components/hooks/use-live.ts';
import { ShareQuestion } from '../../components/release/ShareQuestion.tsx';
import { Toast } from '../../components/ui/Toast.tsx';
import { moment, textsFor } from '../../utils/browser/i18n.ts';
import { onSettings, type Settings } from '../../utils/browser/settings.ts';
import { db } from '../../utils/db/database.ts';
import {
  type Entry,
  everything,
  type Filter,
  filterEntries,
  isOn,
  shelfOf,
} from '../../utils/draft/entries.ts';
import type { Seen } from '../../utils/draft/watch-entries.ts';
import { useShare } from '../popup/use-share.ts';
import { ArchiveShelf } from './ArchiveShelf.tsx';
import { DeletedDetail } from './DeletedDetail.tsx';
import { Detail } from './Detail.tsx';
import { HistoryShelf } from './HistoryShelf.tsx';
import { ReleaseDetail } from './ReleaseDetail.tsx';
import { type Room, Shelves } from './Shelves.tsx';
import { useColumns } from './use-columns.ts';
import { useDeskActions } from './use-desk-actions.ts';
import { useEntries } from './use-entries.ts';
import { useHumasShelf } from './use-humas-shelf.ts';
import { useLinkedDraft } from './use-linked-draft.ts';
import { useRecapShelf } from './use-recap-shelf.ts';

/** Drafts, posts, the release archive and the monthly recap on a full page; all from this computer, so it works with the network off. */
export function Desk({ settings: stored }: { settings: Settings }) {
  const [settings, setSettings] = useState(stored);
  const [filter, setFilter] = useState(everything);
  const [room, setRoom] = useState<Room>(rooms[location.hash] ?? 'history');
  const [chosen, setChosen] = useState<string | null>(null);
  const texts = useMemo(() => textsFor(settings.language), [settings.language]);
  useEffect(() => onSettings(setSettings), []);
  useEffect(() => {
    document.documentElement.lang = texts.language;
    document.title = `${texts.desk.title} · ${texts.app.name}`;
  }, [texts]);

  const live = useEntries();
  const releases = useLive(() => db.releases.count(), []);
  const seen = live.state === 'ready' ? live.value : unread;
  const entries = useMemo(() => filterEntries(seen.entries, filter), [seen, filter]);
  const place = usePlace(entries, chosen, filter);
  const archive = room === 'archive';
  const Recap = useRecapShelf(room === 'recap');
  const Humas = useHumasShelf(room === 'humas');
  const hasList = room === 'history' || archive;
  const entry = room !== 'history' ? undefined : (chosenOf(seen.entries, filter, chosen) ?? entries[place]);
  const actions = useDeskActions(texts);
  const sharing = useShare({ texts, settings, place: 'panel', onOpen: setChosen });
  const { asking } = sharing;
  const show = (next: Room, id: string | null = null) => {
    setRoom(next);
    setChosen(id);
  };
  const { detail, returned, choose, back } = useColumns(setChosen);
  const openEntry = (id: string, shelf: Filter['shelf']) => {
    setFilter({ ...everything, shelf });
    show('history', id);
  };
  useLinkedDraft(seen.entries, openEntry);

  return (
    <TextsContext.Provider value={texts}>
      <div class={`desk ${chosen ? 'desk-reading' : ''}`}>
        <Shelves
          seen={seen}
          filter={filter}
          onFilter={(next) => {
            setFilter(next);
            show('history');
          }}
          room={room}
          releases={releases.state === 'ready' ? releases.value : 0}
          writesHumas={settings.writesHumas}
          onRoom={show}
        />
        {room === 'humas' && (
          <main class="desk-recap">
            {Humas ? <Humas /> : <p class="desk-loading">{texts.app.loading}</p>}
          </main>
        )}
        {room === 'recap' && (
          <main class="desk-recap">
            {Recap ? (
              <Recap
                live={live}
                actions={actions}
                onPost={(id) => {
                  const post = seen.entries.find((each) => each.id === id);
                  if (post) openEntry(id, isOn('all', post) ? 'all' : shelfOf(post));
                }}
                onRelease={(id) => show('archive', id)}
              />
            ) : (
              <p class="desk-loading">{texts.app.loading}</p>
            )}
          </main>
        )}
        {hasList && (
          <main class={`desk-list ${archive ? 'desk-list-archive' : ''}`}>
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
                entries={entries}
                filter={filter}
                chosenId={entry?.id}
                actions={actions}
                returned={returned}
                onFilter={setFilter}
                onChoose={choose}
                onBack={back}
              />
            )}
          </main>
        )}
        {hasList && (
          <section class="desk-detail" aria-label={texts.desk.select} ref={detail} tabIndex={-1}>
            {entry &&
              (shelfOf(entry) === 'deleted' ? (
                <DeletedDetail
                  key={entry.id}
                  entry={entry}
                  onRestore={() => actions.restore([entry])}
                  onBack={back}
                />
              ) : (
                <Detail key={entry.id} entry={entry} settings={settings} actions={actions} onBack={back} />
              ))}
            {archive && !chosen && <p class="empty-state">{texts.desk.select}</p>}
            {archive && chosen && (
              <ReleaseDetail
                key={chosen}
                releaseId={chosen}
                settings={settings}
                actions={actions}
                onBack={() => setChosen(null)}
              />
            )}
          </section>
        )}
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

/** Rooms that the page's address can name. */
const rooms: Record<string, Room | undefined> = { '#arsip': 'archive', '#rekap': 'recap', '#humas': 'humas' };

const unread: Seen = { entries: [], complete: false };

/** The chosen entry while it stands on the shelf; a draft that was opened goes on as its post. */
function chosenOf(entries: readonly Entry[], { shelf }: Filter, id: string | null): Entry | undefined {
  const entry = entries.find((each) => each.id === id);
  if (entry) return isOn(shelf, entry) ? entry : undefined;
  return id === null ? undefined : entries.find((each) => each.kind === 'post' && each.post.draftId === id);
}
