import {
  Archive,
  ChartColumn,
  ChevronDown,
  CircleCheck,
  CircleHelp,
  CloudOff,
  ExternalLink,
  type IconNode,
  Inbox,
  Megaphone,
  Newspaper,
  PencilLine,
  Send,
  Settings,
  Trash2,
} from 'lucide';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { useLaterTexts } from '../../components/hooks/later-texts.ts';
import { useTexts } from '../../components/hooks/texts.ts';
import { Brand } from '../../components/ui/Brand.tsx';
import { Icon } from '../../components/ui/Icon.tsx';
import { logFailure } from '../../utils/browser/log.ts';
import { send } from '../../utils/browser/messages.ts';
import { countShelves, type Filter, type Shelf } from '../../utils/draft/entries.ts';
import type { Seen } from '../../utils/draft/watch-entries.ts';

interface Props {
  /** What is read of the history; counts wait until that is all of it. */
  seen: Seen;
  filter: Filter;
  onFilter: (filter: Filter) => void;
  /** What is in view: a shelf of the history, the release archive, or the monthly recap. */
  room: Room;
  /** Releases in the archive. */
  releases: number;
  /** The official writes captions for the city. */
  writesHumas: boolean;
  onRoom: (room: Room) => void;
}

/** The desk's rooms. */
export type Room = 'history' | 'archive' | 'recap' | 'humas';

/** The desk's shelves with how much stands on each, and whether the network is there. */
export function Shelves({ seen, filter, onFilter, room, releases, writesHumas, onRoom }: Props) {
  const texts = useTexts();
  const { entries: words, recap, humasDesk } = useLaterTexts();
  const offline = useOffline();
  // On a phone the shelves would take half the screen: they open from a button that says which one is in view.
  const [shown, setShown] = useState(false);
  const go = (run: () => void) => () => {
    setShown(false);
    run();
  };
  const { drafts, opened, posted, all } = texts.desk;
  const { outbox, unsure, away, deleted } = words.shelves;
  const desk: [Shelf, string, IconNode][] = [
    ['all', all, Inbox],
    ['drafts', drafts, PencilLine],
    ['outbox', outbox, Send],
    ['opened', opened, ExternalLink],
    ['posted', posted, CircleCheck],
    ['unsure', unsure, CircleHelp],
  ];
  const aside: [Shelf, string, IconNode][] = [
    ['away', away, Archive],
    ['deleted', deleted, Trash2],
  ];
  const number = new Intl.NumberFormat(texts.locale);
  const counts = useMemo(() => (seen.complete ? countShelves(seen.entries) : null), [seen]);
  const shelf = ([name, title, icon]: [Shelf, string, IconNode]) => (
    <button
      type="button"
      key={name}
      class="shelf"
      data-shelf={name}
      aria-current={room === 'history' && filter.shelf === name ? 'true' : undefined}
      onClick={go(() => onFilter({ ...filter, shelf: name }))}
    >
      <Icon icon={icon} />
      <span>{title}</span>
      <span class="shelf-count">{counts ? number.format(counts[name]) : ''}</span>
    </button>
  );
  const rooms = { archive: texts.archive.title, recap: recap.title, humas: humasDesk.title };
  const inView =
    room === 'history' ? [...desk, ...aside].find(([name]) => name === filter.shelf)?.[1] : rooms[room];
  return (
    <aside class={`shelves ${shown ? 'shelves-open' : ''}`}>
      <Brand name={texts.app.name} />
      <button
        type="button"
        class="button shelves-toggle"
        aria-expanded={shown}
        aria-controls="shelves"
        onClick={() => setShown(!shown)}
      >
        {inView}
        <Icon icon={ChevronDown} size={16} class={shown ? 'turned' : ''} />
      </button>
      <nav id="shelves" aria-label={texts.desk.state}>
        {desk.map(shelf)}
        <button
          type="button"
          class="shelf"
          aria-current={room === 'archive' ? 'true' : undefined}
          onClick={go(() => onRoom('archive'))}
        >
          <Icon icon={Newspaper} />
          <span>{texts.archive.title}</span>
          <span class="shelf-count">{number.format(releases)}</span>
        </button>
        <button
          type="button"
          class="shelf"
          aria-current={room === 'recap' ? 'true' : undefined}
          onClick={go(() => onRoom('recap'))}
        >
          <Icon icon={ChartColumn} />
          <span>{recap.title}</span>
        </button>
        {writesHumas && (
          <button
            type="button"
            class="shelf"
            aria-current={room === 'humas' ? 'true' : undefined}
            onClick={go(() => onRoom('humas'))}
          >
            <Icon icon={Megaphone} />
            <span>{humasDesk.title}</span>
          </button>
        )}
        <hr class="shelves-line" />
        {aside.map(shelf)}
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
