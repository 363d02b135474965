import { useState } from 'preact/hooks';
import type { Texts } from '../../utils/browser/i18n.ts';
import type { Settings } from '../../utils/browser/settings.ts';
import type { ReleaseRow } from '../../utils/browser/snapshot.ts';
import { catalogue } from '../../utils/platform/catalogue.ts';
import type { PlatformId } from '../../utils/platform/platform.ts';
import { LookFirstError, shareRow } from './share.ts';

interface Given {
  texts: Texts;
  settings: Settings;
  place: 'popup' | 'panel';
  /** Shows a release in the composer view. */
  onOpen: (releaseId: string, platform: PlatformId) => void;
}

/**
 * The single click of a row: shares at once, or stops with a plain question where the city changed or took back the
 * release. What came of it is told in a toast.
 */
export function useShare({ texts, settings, place, onOpen }: Given) {
  const [toast, setToast] = useState<string | null>(null);
  const [asking, setAsking] = useState<{ row: ReleaseRow; platform: PlatformId } | null>(null);

  const send = async (row: ReleaseRow, platform: PlatformId) => {
    const { name, route } = catalogue[platform];
    try {
      await shareRow(row, platform, place === 'popup' ? 'popup' : 'page');
      setToast(route === 'copy' ? texts.composer.copied : null);
    } catch (error) {
      if (error instanceof LookFirstError) return onOpen(row.id, platform);
      setToast(error instanceof DOMException ? texts.list.copyFailed : texts.list.rowFailed(name));
    }
  };
  const share = (row: ReleaseRow, platform: PlatformId) => {
    // Without a server there is no address to open: the composer view asks for it.
    if (platform === 'mastodon' && !settings.mastodonServer) return onOpen(row.id, platform);
    if (row.blocked) return setAsking({ row, platform });
    void send(row, platform);
  };
  return {
    share,
    toast,
    setToast,
    asking,
    cancel: () => setAsking(null),
    openAnyway: () => {
      // A text that a stranger may have put there goes out from no list, whatever a page offers.
      if (asking && asking.row.blocked !== 'suspicious') void send(asking.row, asking.platform);
      setAsking(null);
    },
    readFirst: () => {
      if (asking) onOpen(asking.row.id, asking.platform);
      setAsking(null);
    },
  };
}
