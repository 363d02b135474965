import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { ReleaseBeside } from '../../components/draft/ReleaseBeside.tsx';
import { useLive } from '../../components/hooks/use-live.ts';
import { logFailure } from '../../utils/browser/log.ts';
import { changeSettings, type Settings } from '../../utils/browser/settings.ts';
import type { Angle } from '../../utils/caption/caption.ts';
import { db } from '../../utils/db/database.ts';
import { type Draft, draftId } from '../../utils/draft/draft.ts';
import type { PlatformId } from '../../utils/platform/platform.ts';
import { versionAt, versionsOf } from '../../utils/release/versions.ts';
import { ComposeScreen } from '../popup/ComposeScreen.tsx';

interface View {
  platform: PlatformId;
  angle?: Angle;
}

interface Props {
  releaseId: string;
  initial: View;
  settings: Settings;
  /** What stands above: the tools of the draft in view, or of none where the text is still the suggestion. */
  children: (draft: Draft | undefined) => ComponentChildren;
}

/** The composer with the release beside it, where the page is wide enough, and the tools of the draft in view. */
export function Workspace({ releaseId, initial, settings, children }: Props) {
  const [view, setView] = useState(initial);
  const { platform, angle } = view;
  const read = useLive(() => readBeside(releaseId, view), [releaseId, platform, angle]);
  const { draft, release, sourceName, before } = read.state === 'ready' ? read.value : nothing;
  const inView = draft?.platform === platform && draft.angle === angle ? draft : undefined;
  return (
    <>
      {read.state === 'ready' && children(inView)}
      <div class="workspace">
        <ComposeScreen
          releaseId={releaseId}
          initial={initial}
          settings={settings}
          place="panel"
          onView={(next) => {
            if (next.platform !== platform || next.angle !== angle) setView(next);
          }}
          onServer={(mastodonServer) =>
            void changeSettings({ mastodonServer }).catch((error) => logFailure('settings', error))
          }
        />
        {release && <ReleaseBeside release={release} sourceName={sourceName} before={before} />}
      </div>
    </>
  );
}

const nothing = { draft: undefined, release: undefined, sourceName: '', before: null };

async function readBeside(releaseId: string, { platform, angle }: View) {
  const [draft, release, versions] = await Promise.all([
    angle ? db.drafts.get(draftId(releaseId, platform, angle)) : undefined,
    db.releases.get(releaseId),
    versionsOf(db, releaseId),
  ]);
  const source = release && (await db.sources.get(release.sourceId));
  const standing = draft && draft.deletedAt === 0 ? draft : undefined;
  return {
    draft: standing,
    release,
    sourceName: source?.name ?? '',
    before: standing ? versionAt(versions, standing.updatedAt) : null,
  };
}
