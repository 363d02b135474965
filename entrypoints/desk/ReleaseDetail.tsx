import type { Settings } from '../../utils/browser/settings.ts';
import { DraftTools } from './DraftTools.tsx';
import { NoDraft } from './NoDraft.tsx';
import type { DeskActions } from './use-desk-actions.ts';
import { Workspace } from './Workspace.tsx';

interface Props {
  releaseId: string;
  settings: Settings;
  actions: DeskActions;
  /** Back to the list, on a narrow page. */
  onBack: () => void;
}

/** A release of the archive in the composer. */
export function ReleaseDetail({ releaseId, settings, actions, onBack }: Props) {
  return (
    <Workspace releaseId={releaseId} initial={{ platform: settings.platforms[0] ?? 'x' }} settings={settings}>
      {(draft) =>
        draft ? (
          <DraftTools key={draft.id} {...{ draft, settings, actions, onBack }} />
        ) : (
          <NoDraft onBack={onBack} />
        )
      }
    </Workspace>
  );
}
