import { Search } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useTexts } from '../../components/hooks/texts.ts';
import { useLive } from '../../components/hooks/use-live.ts';
import { ArchiveRow } from '../../components/release/ArchiveRow.tsx';
import '../../components/release/archive.css';
import { Icon } from '../../components/ui/Icon.tsx';
import type { ReleaseRow } from '../../utils/browser/snapshot.ts';
import { db } from '../../utils/db/database.ts';
import type { PlatformId } from '../../utils/platform/platform.ts';
import { useArchive } from './use-archive.ts';

interface Props {
  platforms: PlatformId[];
  /** The release in view beside the list, if any. */
  chosenId?: string | undefined;
  onOpen: (releaseId: string) => void;
  onShare: (row: ReleaseRow, platform: PlatformId) => void;
}

/** How many stand there at first, and how many more each time that more are asked for. */
const step = 50;

/** The whole archive, searched as one types, with the network off too. */
export function ArchiveList({ platforms, chosenId, onOpen, onShare }: Props) {
  const texts = useTexts();
  const [query, setQuery] = useState('');
  const [sourceId, setSourceId] = useState<string | null>(null);
  const [count, setCount] = useState(step);
  const sources = useLive(() => db.sources.toArray(), []);
  const { ready, entries, more, marks, preparing, failed } = useArchive(query, sourceId, count);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const many = sources.state === 'ready' && sources.value.length > 1 ? sources.value : [];
  return (
    <div class="archive">
      <search class="archive-tools">
        <div class="search">
          <Icon icon={Search} />
          <input
            ref={input}
            type="search"
            aria-label={texts.archive.search}
            placeholder={texts.archive.search}
            value={query}
            onInput={(event) => {
              setQuery(event.currentTarget.value);
              setCount(step);
            }}
          />
        </div>
        {many.length > 0 && (
          <select
            class="input"
            aria-label={texts.sources.choose}
            value={sourceId ?? ''}
            onChange={(event) => {
              setSourceId(event.currentTarget.value || null);
              setCount(step);
            }}
          >
            <option value="">{texts.sources.all}</option>
            {many.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </search>
      <p class="archive-count" role="status">
        {failed
          ? texts.archive.unavailable
          : preparing && query
            ? texts.archive.preparing
            : !ready
              ? ''
              : more
                ? texts.archive.resultsFirst(entries.length)
                : texts.archive.results(entries.length)}
      </p>
      {ready && entries.length === 0 && !preparing && (
        <div class="empty-state">
          <h2>{texts.archive.none}</h2>
          <p>{texts.archive.noneHelp}</p>
        </div>
      )}
      <ul>
        {entries.map((entry) => (
          <ArchiveRow
            key={entry.id}
            entry={entry}
            marks={marks}
            platforms={platforms}
            now={Date.now()}
            chosen={entry.id === chosenId}
            onOpen={() => onOpen(entry.id)}
            onShare={(platform) => onShare(entry, platform)}
          />
        ))}
      </ul>
      {more && (
        <button type="button" class="button button-plain list-more" onClick={() => setCount(count + step)}>
          {texts.archive.more}
        </button>
      )}
    </div>
  );
}
