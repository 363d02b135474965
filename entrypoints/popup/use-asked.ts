import { useEffect, useState } from 'preact/hooks';
import { type Asked, onAsked } from '../../utils/browser/asked.ts';
import { logFailure } from '../../utils/browser/log.ts';
import { type HandOver, send } from '../../utils/browser/messages.ts';
import { pageInView } from '../../utils/browser/page-in-view.ts';
import { ownWindow } from '../../utils/browser/phone.ts';
import type { PlatformId } from '../../utils/platform/platform.ts';

/**
 * What the official clicked on in this window's pages. A release is opened at once; everything else is `asked`, for a
 * screen of its own.
 */
export function useAsked(platform: PlatformId, onShare: (target: HandOver) => void) {
  const [asked, setAsked] = useState<Asked | null>(null);
  useEffect(() => {
    // The small window of our own was opened for one click.
    const own = new URLSearchParams(location.search).get('asked');
    let stop = () => {};
    let left = false;
    ownWindow().then(
      (id) => {
        const isOurs = ({ windowId }: Asked) => id === null || windowId === id;
        if (!left) stop = onAsked((each) => (own === null ? isOurs(each) : each.id === own), setAsked);
      },
      (error) => logFailure('window', error),
    );
    return () => {
      left = true;
      stop();
    };
  }, []);
  const forget = () => {
    setAsked(null);
    if (asked) send('forget-asked', { id: asked.id }).catch((error) => logFailure('forget', error));
  };
  useEffect(() => {
    const found = asked?.found;
    if (found?.kind !== 'release') return;
    const { releaseId, lead, picture, note } = found;
    forget();
    onShare({
      ...{ releaseId, platform, at: asked?.at ?? 0 },
      ...(lead && { angle: 'selection' as const, lead }),
      ...(picture && { picture }),
      ...(note && { note }),
    });
  }, [asked]);
  return { asked: asked?.found?.kind === 'release' ? null : asked, forget };
}

/** Shares the page in view: the click that opened the popup lets Jubir read it. */
export function askForPage(): void {
  pageInView()
    .then((tab) => send('ask-page', { tabId: tab?.id ?? null, windowId: tab?.windowId ?? 0 }))
    .catch((error) => logFailure('ask for the page', error));
}
