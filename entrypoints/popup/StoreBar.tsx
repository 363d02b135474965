import '../../components/ui/store.css';
import { render } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { TextsContext } from '../../components/hooks/texts.ts';
import { IncidentNotice } from '../../components/ui/IncidentNotice.tsx';
import { StoreNotice } from '../../components/ui/StoreNotice.tsx';
import { textsFor } from '../../utils/browser/i18n.ts';
import { logFailure, logUncaught } from '../../utils/browser/log.ts';
import { send } from '../../utils/browser/messages.ts';
import { loadSettings, onSettings, type Settings } from '../../utils/browser/settings.ts';
import { askToKeep } from '../../utils/browser/storage-facts.ts';
import { loadStore, onStore, type StoreTold } from '../../utils/browser/store.ts';
import { laterTexts } from '../../utils/browser/texts/later.ts';
import { door, EmptyStoreError } from '../../utils/db/door.ts';

interface Props {
  settings: Settings;
  first: StoreTold;
  /** The page shows what can be read of a closed database. */
  isClosedDesk: boolean;
}

/** Says above any page of Jubir why nothing can be stored, and what became of a damaged store. */
function StoreBar({ settings: stored, first, isClosedDesk }: Props) {
  const [settings, setSettings] = useState(stored);
  const [told, setTold] = useState(first);
  const [own, setOwn] = useState(door.state);
  const texts = useMemo(() => textsFor(settings.language), [settings.language]);
  useEffect(() => onSettings(setSettings), []);
  useEffect(() => {
    setOwn(door.state);
    return door.onState(setOwn);
  }, []);
  useEffect(
    () =>
      onStore((next) => {
        // It can be used again: this page still shows that it cannot.
        if (isClosedDesk && next.state === 'open') location.reload();
        setTold(next);
      }),
    [isClosedDesk],
  );
  useEffect(() => door.onTrouble(checkStore), []);
  // This page's own connection first: only the page itself knows that it is the old one.
  const state = own === 'open' ? told.state : own;
  return (
    <TextsContext.Provider value={texts}>
      {state !== 'open' && (
        <StoreNotice
          state={state}
          onDesk={isClosedDesk ? undefined : openDesk}
          onReload={() => location.reload()}
          onReport={openReport}
          onRetry={() =>
            send('open-store', { again: true }).then(
              (next) => next.state === 'open' && location.reload(),
              (error) => logFailure('open the store', error),
            )
          }
        />
      )}
      {told.incident && (
        <IncidentNotice incident={told.incident} now={Date.now()} onUnderstood={understood} />
      )}
    </TextsContext.Provider>
  );
}

function openDesk(): void {
  send('open-page', { page: 'desk' }).catch((error) => logFailure('desk', error));
}

function openReport(): void {
  send('open-page', { page: 'options', query: '#laporan' }).catch((error) => logFailure('options', error));
}

function checkStore(error: Error): void {
  const rows = !(error instanceof EmptyStoreError);
  send('check-store', { rows }).catch((failed) => logFailure('check the store', failed));
}

function understood(): void {
  send('incident-read', null).catch((error) => logFailure('incident', error));
}

/** Puts the bar above the page. */
export async function mountStoreBar(isClosedDesk = false): Promise<void> {
  logUncaught();
  const [settings, first] = await Promise.all([loadSettings(), loadStore()]);
  const bar = document.createElement('aside');
  bar.className = 'store-bar';
  bar.setAttribute('aria-label', laterTexts(textsFor(settings.language)).store.section);
  document.body.prepend(bar);
  void askToKeep();
  render(<StoreBar settings={settings} first={first} isClosedDesk={isClosedDesk} />, bar);
}
