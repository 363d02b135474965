import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { TextsContext } from '../../components/hooks/texts.ts';
import { ShareQuestion } from '../../components/release/ShareQuestion.tsx';
import { Toast } from '../../components/ui/Toast.tsx';
import { onHandOver } from '../../utils/browser/hand-over.ts';
import { moment, textsFor } from '../../utils/browser/i18n.ts';
import { logFailure } from '../../utils/browser/log.ts';
import { type HandOver, send } from '../../utils/browser/messages.ts';
import { hasPanel, openPanel } from '../../utils/browser/panel.ts';
import { ownWindow } from '../../utils/browser/phone.ts';
import { changeSettings, onSettings } from '../../utils/browser/settings.ts';
import type { Angle } from '../../utils/caption/caption.ts';
import type { PlatformId } from '../../utils/platform/platform.ts';
import { whenIdle } from './after-paint.ts';
import type { FirstScreen } from './first-screen.ts';
import { Header } from './Header.tsx';
import { ListScreen } from './ListScreen.tsx';
import { askForPage, useAsked } from './use-asked.ts';
import { useShare } from './use-share.ts';
import { useSourceLine } from './use-source-line.ts';

/** The views with the database behind them; loaded after the list has been painted. */
interface Later {
  ComposeScreen: typeof import('./ComposeScreen.tsx').ComposeScreen;
  ArchiveList: typeof import('./ArchiveList.tsx').ArchiveList;
  AskedScreen: typeof import('./AskedScreen.tsx').AskedScreen;
}

interface Props {
  first: FirstScreen;
  /** The popup vanishes when a tab opens; the panel stays. */
  place: 'popup' | 'panel';
}

/** The popup, and the side panel, which is the same with room. */
export function App({ first, place }: Props) {
  const [settings, setSettings] = useState(first.settings);
  const [view, setView] = useState<HandOver | null>(null);
  const [searching, setSearching] = useState(false);
  const [later, setLater] = useState<Later | null>(null);
  const windowId = useRef(0);
  const shown = useRef<{ platform: PlatformId; angle: Angle } | null>(null);
  const texts = useMemo(() => textsFor(settings.language), [settings.language]);

  useEffect(() => {
    document.documentElement.lang = texts.language;
  }, [texts]);
  useEffect(() => onSettings(setSettings), []);
  useEffect(
    () =>
      whenIdle(() => {
        send('refresh-if-stale', null).catch((error) => logFailure('refresh', error));
        ownWindow().then(
          (id) => {
            windowId.current = id ?? 0;
          },
          (error) => logFailure('window', error),
        );
        Promise.all([
          import('./ComposeScreen.tsx'),
          import('./ArchiveList.tsx'),
          import('./AskedScreen.tsx'),
        ]).then(
          ([{ ComposeScreen }, { ArchiveList }, { AskedScreen }]) =>
            setLater({ ComposeScreen, ArchiveList, AskedScreen }),
          (error) => logFailure('views', error),
        );
      }),
    [],
  );
  useEffect(() => (place === 'panel' ? onHandOver(setView) : undefined), [place]);

  const show = (target: HandOver) => {
    shown.current = null;
    setView(target);
    send('mark-read', { releaseIds: [target.releaseId] }).catch((error) => logFailure('mark read', error));
  };
  const open = (releaseId: string, platform: PlatformId) => show({ releaseId, platform });

  const sharing = useShare({ texts, settings, place, onOpen: open });
  const firstPlatform = settings.platforms[0] ?? 'x';
  const sourceLine = useSourceLine(texts, first.snapshot);
  const { asking } = sharing;
  const { asked, forget } = useAsked(firstPlatform, show);
  // A new click on a page comes before whatever was in view.
  useEffect(() => {
    if (asked) setView(null);
  }, [asked?.id]);
  const listHidden = view !== null || searching || asked !== null;

  /** Back to the list, with the keyboard on the row that was left. */
  const back = (releaseId: string) => {
    setView(null);
    setTimeout(() => {
      // It may stand in the list and among what was found: the one in view is meant.
      const row = `.screen:not([hidden]) [data-release="${releaseId}"] .release-title`;
      document.querySelector<HTMLElement>(row)?.focus();
    });
  };

  const handOver = () => {
    const opened = openPanel(windowId.current);
    // The draft has the picture by now, or the official took it off again.
    const { picture: _, ...rest } = view ?? {};
    const target = view && shown.current ? { ...rest, releaseId: view.releaseId, ...shown.current } : null;
    // Sent in the same breath: the panel takes the focus, and a popup without it is gone before `opened` says so.
    const sent = target && send('hand-over', target);
    Promise.all([opened, sent])
      .then(() => window.close())
      .catch((error) => logFailure('panel', error));
  };

  return (
    <TextsContext.Provider value={texts}>
      <div class="app">
        <Header
          sourceName={sourceLine}
          searching={searching}
          onSearch={() => {
            setSearching(listHidden || !searching);
            if (asked) forget();
            setView(null);
          }}
          onPage={place === 'popup' ? askForPage : null}
          onPanel={place === 'popup' && hasPanel() ? handOver : null}
        />
        {/* Kept mounted, so that "back" finds the list where it was. */}
        <div class="screen" hidden={listHidden}>
          <ListScreen
            first={first}
            settings={settings}
            place={place}
            inView={!listHidden}
            onOpen={open}
            onShare={sharing.share}
            onArchive={() => setSearching(true)}
            tell={sharing.setToast}
          />
        </div>
        {asked && later && (
          <main class="screen" hidden={view !== null}>
            <h1 class="visually-hidden">{texts.app.name}</h1>
            <later.AskedScreen asked={asked} platform={firstPlatform} onShare={show} onBack={forget} />
          </main>
        )}
        {searching && !asked && later && (
          <main class="screen" hidden={view !== null}>
            <h1 class="visually-hidden">{texts.archive.title}</h1>
            <later.ArchiveList
              platforms={settings.platforms}
              onOpen={(releaseId) => open(releaseId, firstPlatform)}
              onShare={sharing.share}
            />
          </main>
        )}
        {view && later && (
          <main class="screen" key={`${view.releaseId} ${view.platform} ${view.angle} ${view.at}`}>
            <later.ComposeScreen
              releaseId={view.releaseId}
              initial={view}
              settings={settings}
              place={place}
              onView={(now) => {
                shown.current = now;
              }}
              onServer={(mastodonServer) =>
                void changeSettings({ mastodonServer }).catch((error) => logFailure('settings', error))
              }
              onBack={() => back(view.releaseId)}
            />
          </main>
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
        {sharing.toast && <Toast text={sharing.toast} onGone={() => sharing.setToast(null)} />}
      </div>
    </TextsContext.Provider>
  );
}
