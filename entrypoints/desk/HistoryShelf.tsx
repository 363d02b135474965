import { TriangleAlert } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import { EntryList } from '../../components/draft/EntryList.tsx';
import { KeysSheet } from '../../components/draft/KeysSheet.tsx';
import { SelectionBar } from '../../components/draft/SelectionBar.tsx';
import { useLaterTexts } from '../../components/hooks/later-texts.ts';
import { useTexts } from '../../components/hooks/texts.ts';
import type { Live } from '../../components/hooks/use-live.ts';
import { Icon } from '../../components/ui/Icon.tsx';
import { type Entry, everything, type Filter } from '../../utils/draft/entries.ts';
import type { Seen } from '../../utils/draft/watch-entries.ts';
import { DeskReminder } from './DeskReminder.tsx';
import { EmptyShelf } from './EmptyShelf.tsx';
import { Tools } from './Tools.tsx';
import { useCities } from './use-cities.ts';
import type { DeskActions } from './use-desk-actions.ts';
import { useList } from './use-list.ts';
import { usePageKeys } from './use-page-keys.ts';

interface Props {
  live: Live<Seen>;
  /** What the filter lets through. */
  entries: readonly Entry[];
  filter: Filter;
  chosenId: string | undefined;
  actions: DeskActions;
  /** Counts up each time that the keyboard is to come back to the list. */
  returned: number;
  onFilter: (filter: Filter) => void;
  onChoose: (id: string, enter: boolean) => void;
  onBack: () => void;
}

/** Drafts and posts of one shelf, searched and filtered, newest first; one or several at once. */
export function HistoryShelf(props: Props) {
  const { live, entries, filter, chosenId, actions, returned, onFilter, onChoose, onBack } = props;
  const texts = useTexts();
  const words = useLaterTexts().entries;
  const search = useRef<HTMLInputElement>(null);
  const [help, setHelp] = useState(false);
  const { cities, onView } = useCities();
  const list = useList({
    entries,
    filter,
    chosenId,
    actions,
    onChoose,
    onSearch: () => search.current?.select(),
    onHelp: () => setHelp(true),
  });
  usePageKeys({ onBack, onCommand: (command, event) => list.key(command, event, 1) });
  const isReady = live.state === 'ready';
  // The keyboard starts in the list, unless it is somewhere already.
  useEffect(() => {
    if (isReady && (returned > 0 || document.activeElement === document.body)) list.enter();
  }, [isReady, returned]);

  const number = new Intl.NumberFormat(texts.locale);
  const seen = live.state === 'ready' ? live.value : { entries: [], complete: false };
  const isFiltered = isNarrowed(filter);
  const found = seen.complete && isFiltered ? words.found(number.format(entries.length)) : '';
  const { chosen } = list;
  return (
    <div class="history">
      <Tools
        entries={seen.entries}
        filter={filter}
        // Where nothing is, the list itself says so, with the way out.
        found={entries.length > 0 ? found : ''}
        input={search}
        onFilter={onFilter}
        onLeave={list.enter}
        onHelp={() => setHelp(true)}
      />
      <DeskReminder />
      <p class="visually-hidden" role="status">
        {chosen.length > 0 ? words.selected(number.format(chosen.length)) : found}
      </p>
      {live.state === 'failed' ? (
        <div class="empty-state">
          <Icon icon={TriangleAlert} size={32} />
          <h2>{texts.desk.damaged}</h2>
          <p>{texts.desk.damagedHelp}</p>
        </div>
      ) : (
        <EntryList
          entries={entries}
          of={filter}
          chosenId={chosenId}
          active={list.active}
          focus={list.focus}
          selected={list.selected}
          cities={cities}
          now={Date.now()}
          onClick={list.click}
          onKey={list.key}
          onView={onView}
        >
          {seen.complete ? (
            <EmptyShelf
              shelf={filter.shelf}
              first={seen.entries.length === 0}
              narrowed={isFiltered}
              onClear={() => onFilter({ ...everything, shelf: filter.shelf })}
            />
          ) : (
            <p class="desk-loading">{texts.app.loading}</p>
          )}
        </EntryList>
      )}
      {chosen.length > 0 && (
        <SelectionBar
          shelf={filter.shelf}
          count={chosen.length}
          opened={chosen.filter((each) => each.kind === 'post' && each.post.state === 'opened').length}
          shown={entries.length}
          onDo={list.run}
          onAll={list.selectAll}
          onClear={list.clear}
        />
      )}
      {help && <KeysSheet onClose={() => setHelp(false)} />}
    </div>
  );
}

/** Whether more than the shelf is asked for. */
const isNarrowed = ({ platform, sourceId, angle, search }: Filter): boolean =>
  platform !== null || sourceId !== null || angle !== null || search.trim() !== '';
