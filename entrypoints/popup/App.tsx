import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { TextsContext } from '../../components/hooks/texts.ts';
import { onHandOver } from '../../utils/browser/hand-over.ts';
import { textsFor } from '../../utils/browser/i18n.ts';
import { logFailure } from '../../utils/browser/log.ts';
import { send } from '../../utils/browser/messages.ts';
import { openPanel } from '../../utils/browser/panel.ts';
import { changeSettings, onSettings } from '../../utils/browser/settings.ts';
import type { Angle } from '../../utils/caption/caption.ts';
import type { PlatformId } from '../../utils/platform/platform.ts';
import { whenIdle } from './after-paint.ts';
import type { FirstScreen } from './first-screen.ts';
import { Header } from './Header.tsx';
import { ListScreen } from './ListScreen.tsx';

/** The composer view with the database behind it; loaded after the list has been painted. */
type ComposeScreen = typeof import('./ComposeScreen.tsx').ComposeScreen;

interface View {
  releaseId: string;
  platform: PlatformId;
  angle?: Angle;
}

interface Props {
  first: FirstScreen;
  /** The popup vanishes when a tab opens; the panel stays. */
  place: 'popup' | 'panel';
}

/** The popup, and the side panel, which is the same with room. */
export function App({ first, place }: Props) {
  const [settings, setSettings] = useState(first.settings);
  const [view, setView] = useState<View | null>(null);
  const [Compose, setCompose] = useState<ComposeScreen | null>(null);
  const windowId = useRef(0);
  const shown = useRef<{ platform: PlatformId; angle: Angle } | null>(null);
  const texts = useMemo(() => textsFor(settings.language), [settings.language]);

  useEffect(() => {
    document.documentElement.lang = texts.locale.slice(0, 2);
  }, [texts]);
  useEffect(() => onSettings(setSettings), []);
  useEffect(
    () =>
      whenIdle(() => {
        send('refresh-if-stale', null).catch((error) => logFailure('refresh', error));
        browser.windows.getCurrent().then(
          (current) => {
            windowId.current = current.id ?? 0;
          },
          (error) => logFailure('window', error),
        );
        import('./ComposeScreen.tsx').then(
          (loaded) => setCompose(() => loaded.ComposeScreen),
          (error) => logFailure('composer', error),
        );
      }),
    [],
  );
  useEffect(() => (place === 'panel' ? onHandOver(setView) : undefined), [place]);

  const open = (releaseId: string, platform: PlatformId) => {
    shown.current = null;
    setView({ releaseId, platform });
    send('mark-read', { releaseIds: [releaseId] }).catch((error) => logFailure('mark read', error));
  };

  /** Back to the list, with the keyboard on the row that was left. */
  const back = (releaseId: string) => {
    setView(null);
    setTimeout(() => {
      document.querySelector<HTMLElement>(`[data-release="${releaseId}"] .release-title`)?.focus();
    });
  };

  const handOver = () => {
    const opened = openPanel(windowId.current);
    const target = view && shown.current ? { releaseId: view.releaseId, ...shown.current } : null;
    // Sent in the same breath: the panel takes the focus, and a popup without it is gone before `opened` says so.
    const sent = target && send('hand-over', target);
    Promise.all([opened, sent])
      .then(() => window.close())
      .catch((error) => logFailure('panel', error));
  };

  return (
    <TextsContext.Provider value={texts}>
      <div class="app">
        <Header sourceName={first.snapshot?.sourceName ?? ''} onPanel={place === 'popup' ? handOver : null} />
        {/* Kept mounted, so that "back" finds the list where it was. */}
        <div class="screen" hidden={view !== null}>
          <ListScreen first={first} settings={settings} place={place} inView={view === null} onOpen={open} />
        </div>
        {view && Compose && (
          <main class="screen" key={`${view.releaseId} ${view.platform} ${view.angle}`}>
            <Compose
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
      </div>
    </TextsContext.Provider>
  );
}
