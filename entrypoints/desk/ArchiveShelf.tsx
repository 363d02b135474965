import { useLive } from '../../components/hooks/use-live.ts';
import { ArchiveProgress } from '../../components/source/ArchiveProgress.tsx';
import { logFailure } from '../../utils/browser/log.ts';
import { send } from '../../utils/browser/messages.ts';
import type { ReleaseRow } from '../../utils/browser/snapshot.ts';
import { db } from '../../utils/db/database.ts';
import type { PlatformId } from '../../utils/platform/platform.ts';
import { ArchiveList } from '../popup/ArchiveList.tsx';

interface Props {
  platforms: PlatformId[];
  chosenId: string | undefined;
  onOpen: (releaseId: string) => void;
  onShare: (row: ReleaseRow, platform: PlatformId) => void;
}

/** The release archive: searched, and fetched further back from each source. */
export function ArchiveShelf({ platforms, chosenId, onOpen, onShare }: Props) {
  const sources = useLive(() => db.sources.toArray(), []);
  const ask = (name: 'fetch-archive' | 'stop-archive', id: string) => {
    send(name, { id }).catch((error) => logFailure(name, error));
  };
  return (
    <>
      <ArchiveList platforms={platforms} chosenId={chosenId} onOpen={onOpen} onShare={onShare} />
      {sources.state === 'ready' &&
        sources.value.map((source) => (
          <ArchiveProgress
            key={source.id}
            source={source}
            onFetch={() => ask('fetch-archive', source.id)}
            onStop={() => ask('stop-archive', source.id)}
          />
        ))}
    </>
  );
}
