import { Newspaper, TriangleAlert } from 'lucide';
import { useState } from 'preact/hooks';
import { CopyReminder } from '../../components/backup/CopyReminder.tsx';
import { FolderTrouble } from '../../components/backup/FolderTrouble.tsx';
import { PostQuestion } from '../../components/draft/PostQuestion.tsx';
import { useTexts } from '../../components/hooks/texts.ts';
import { ReleaseRow } from '../../components/release/ReleaseRow.tsx';
import { CityWaits } from '../../components/source/CityWaits.tsx';
import { StatusLine } from '../../components/source/StatusLine.tsx';
import { Icon } from '../../components/ui/Icon.tsx';
import { UpdateLine } from '../../components/ui/UpdateLine.tsx';
import { remindLater } from '../../utils/browser/last-copy.ts';
import { send } from '../../utils/browser/messages.ts';
import type { Settings } from '../../utils/browser/settings.ts';
import type { ReleaseRow as Row } from '../../utils/browser/snapshot.ts';
import { forgetUpdate } from '../../utils/browser/updated.ts';
import type { PlatformId } from '../../utils/platform/platform.ts';
import type { FirstScreen } from './first-screen.ts';
import { useList } from './use-list.ts';

interface Props {
  first: FirstScreen;
  settings: Settings;
  place: 'popup' | 'panel';
  /** False while another view stands in front of it. */
  inView: boolean;
  onShare: (row: Row, platform: PlatformId) => void;
  tell: (text: string) => void;
  onOpen: (releaseId: string, platform: PlatformId) => void;
  /** Shows all that is stored. */
  onArchive: () => void;
}

/** The newest releases, painted from what is stored; each row opens the composer or shares at once. */
export function ListScreen({ first, settings, place, inView, onOpen, onShare, onArchive, tell }: Props) {
  const texts = useTexts();
  const list = useList(first, place, inView);
  const { snapshot, question } = list;
  const firstPlatform = settings.platforms[0] ?? 'x';
  const [updated, setUpdated] = useState(first.updated);
  const closeUpdate = () => {
    setUpdated(null);
    forgetUpdate().catch(() => tell(texts.desk.failed));
  };
  // One line at a time, the most pressing first.
  const calm = !question && !snapshot?.waiting && !snapshot?.folderFails;
  const options = (query: string) =>
    void send('open-page', { page: 'options', query }).catch(() => tell(texts.desk.failed));

  return (
    <main class="list" ref={list.root}>
      <h1 class="visually-hidden">{texts.list.title}</h1>
      <StatusLine
        outcome={snapshot?.outcome ?? null}
        {...(snapshot && snapshot.sources > 1 ? { sourceName: snapshot.sourceName } : {})}
        total={snapshot?.total ?? 0}
        unread={snapshot?.unread ?? 0}
        refreshing={list.refreshing}
        onRefresh={list.refresh}
        onMarkAllRead={() => void send('mark-read', 'all').catch(() => tell(texts.desk.failed))}
      />
      {question && (
        <PostQuestion
          key={question.postId}
          question={question}
          onLater={() => list.answered()}
          onAnswer={(state, link) => {
            send('answer-post', { postId: question.postId, state, link }).then(
              () => {
                list.answered();
                tell(state === 'posted' ? texts.question.thanks : texts.question.kept);
              },
              () => tell(texts.desk.failed),
            );
          }}
        />
      )}
      {!question && snapshot?.waiting && (
        <CityWaits count={snapshot.waiting} onAllow={() => options('#sumber-kota')} />
      )}
      {!question && snapshot?.folderFails && <FolderTrouble onLook={() => options('#sinkronisasi')} />}
      {calm && updated && <UpdateLine version={updated} onClose={closeUpdate} />}
      {calm && !updated && snapshot?.copyDue && (
        <CopyReminder
          onSave={() => options('#cadangan')}
          onLater={() => void remindLater(Date.now()).catch(() => tell(texts.desk.failed))}
        />
      )}
      {list.waiting > 0 && (
        <div class="fresh">
          <button type="button" class="button button-main" onClick={list.showWaiting}>
            {texts.list.fresh(list.waiting)} · {texts.list.showFresh}
          </button>
        </div>
      )}
      {list.rows.length === 0 ? (
        <EmptyList list={list} sourceName={snapshot?.sourceName ?? ''} />
      ) : (
        <ul class="releases">
          {list.rows.map((row) => (
            <ReleaseRow
              key={row.id}
              row={row}
              picture={list.pictures[row.id]}
              platforms={settings.platforms}
              now={list.now}
              onOpen={() => onOpen(row.id, firstPlatform)}
              onShare={onShare}
            />
          ))}
        </ul>
      )}
      {list.hasOlder && (
        <button type="button" class="button button-plain list-more" onClick={onArchive}>
          {texts.archive.title}
        </button>
      )}
    </main>
  );
}

function EmptyList({ list, sourceName }: { list: ReturnType<typeof useList>; sourceName: string }) {
  const texts = useTexts();
  const outcome = list.snapshot?.outcome;
  if (outcome && !outcome.ok && !list.refreshing) {
    return (
      <div class="empty-state">
        <Icon icon={TriangleAlert} size={32} />
        <h2>{texts.list.emptyFailed}</h2>
        <p>{texts.failures.next}</p>
        <button type="button" class="button" onClick={list.refresh}>
          {texts.list.retry}
        </button>
      </div>
    );
  }
  return (
    <div class="empty-state">
      <Icon icon={Newspaper} size={32} />
      <h2>{texts.list.empty}</h2>
      {sourceName && <p>{texts.list.emptyHelp(sourceName)}</p>}
    </div>
  );
}
