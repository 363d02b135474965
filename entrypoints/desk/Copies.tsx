import { useState } from 'preact/hooks';
import { DuplicatePanel } from '../../components/draft/DuplicatePanel.tsx';
import { useLive } from '../../components/hooks/use-live.ts';
import { send } from '../../utils/browser/messages.ts';
import type { Settings } from '../../utils/browser/settings.ts';
import { db } from '../../utils/db/database.ts';
import type { Draft } from '../../utils/draft/draft.ts';
import { planCopies } from '../../utils/flow/duplicate.ts';
import { platformIds } from '../../utils/platform/platform.ts';

interface Props {
  draft: Draft;
  settings: Settings;
  onClose: () => void;
}

/** The copies of a draft on the official's other platforms, planned from the database and made by the background. */
export function Copies({ draft, settings, onClose }: Props) {
  // One wish, and one taking back: a message that is sent twice does it once.
  const [names] = useState(() => ({ wish: crypto.randomUUID(), undo: crypto.randomUUID() }));
  const own = settings.platforms.filter((platform) => platform !== draft.platform);
  const others = own.length > 0 ? own : platformIds.filter((platform) => platform !== draft.platform);
  const planned = useLive(
    () => planCopies(db, draft, others, settings),
    [draft.id, draft.revision, settings],
  );
  if (planned.state !== 'ready') return null;
  return (
    <DuplicatePanel
      copies={planned.value}
      onCopy={(platforms) => send('duplicate-draft', { draftId: draft.id, platforms, writer: names.wish })}
      onUndo={(copies) => send('undo-duplicate', { copies, writer: names.undo })}
      onClose={onClose}
    />
  );
}
