import {
  CircleCheck,
  CloudOff,
  ExternalLink,
  type IconNode,
  Inbox,
  Newspaper,
  PencilLine,
  Settings,
} from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { useTexts } from '../../components/hooks/texts.ts';
import { Brand } from '../../components/ui/Brand.tsx';
import { Icon } from '../../components/ui/Icon.tsx';
import { logFailure } from '../../utils/browser/log.ts';
import { send } from '../../utils/browser/messages.ts';
import { type Entry, type Filter, isOn, type Shelf } from '../../utils/draft/entries.ts';

interface Props {
  entries: Entry[];
  filter: Filter;
  onFilter: (filter: Filter) => void;
  /** Whether the release archive is in view instead of the history. */
  archive: boolean;
  /** Releases in the archive. */
  releases: number;
  onArchive: () => void;
}

/** The desk's shelves with how much stands on each, and whether the network is there. */
export function Shelves({ entries, filter, onFilter, archive, releases, onArchive }: Props) {
  const texts = useTexts();
  const offline = useOffline();
  const shelves: [Shelf, string, IconNode][] = [
    ['all', texts.desk.all, Inbox],
    ['drafts', texts.desk.drafts, PencilLine],
    ['opened', texts.desk.opened, ExternalLink],
    ['posted', texts.desk.posted, CircleCheck],
  ];
  const number = new Intl.NumberFormat(texts.locale);
  return (
    <aside class="shelves">
      <Brand name={texts.app.name} />
      <nav aria-label={texts.desk.state}>
        {shelves.map(([shelf, name, icon]) => (
          <button
            type="button"
            key={shelf}
            class="shelf"
            aria-current={!archive && filter.shelf === shelf ? 'true' : undefined}
            onClick={() => onFilter({ ...filter, shelf })}
          >
            <Icon icon={icon} />
            <span>{name}</span>
            <span class="shelf-count">
              {number.format(entries.filter((entry) => isOn(shelf, entry)).length)}
            </span>
          </button>
        ))}
        <button type="button" class="shelf" aria-current={archive ? 'true' : undefined} onClick={onArchive}>
          <Icon icon={Newspaper} />
          <span>{texts.archive.title}</span>
          <span class="shelf-count">{number.format(releases)}</span>
        </button>
        <button
          type="button"
          class="shelf"
          onClick={() =>
            send('open-page', { page: 'options' }).catch((error) => logFailure('options', error))
          }
        >
          <Icon icon={Settings} />
          <span>{texts.app.openSettings}</span>
        </button>
      </nav>
      <p class="shelves-foot" role="status">
        {offline && <Icon icon={CloudOff} size={16} />}
        {offline ? texts.desk.offline : texts.desk.online}
      </p>
    </aside>
  );
}

function useOffline(): boolean {
  const [offline, setOffline] = useState(!navigator.onLine);
  useEffect(() => {
    const update = () => setOffline(!navigator.onLine);
    addEventListener('online', update);
    addEventListener('offline', update);
    return () => {
      removeEventListener('online', update);
      removeEventListener('offline', update);
    };
  }, []);
  return offline;
}
