import { TriangleAlert } from 'lucide';
import { EntryList } from '../../components/draft/EntryList.tsx';
import { useTexts } from '../../components/hooks/texts.ts';
import type { Live } from '../../components/hooks/use-live.ts';
import { Icon } from '../../components/ui/Icon.tsx';
import { type Entry, type Filter, filterEntries } from '../../utils/draft/entries.ts';
import { Tools } from './Tools.tsx';

/** The filter that lets everything through. */
export const everything: Filter = { shelf: 'all', platform: null, search: '' };

interface Props {
  live: Live<Entry[]>;
  filter: Filter;
  chosenId: string | undefined;
  onFilter: (filter: Filter) => void;
  onChoose: (id: string) => void;
}

/** Drafts and posts of one shelf, searched and filtered, newest first. */
export function HistoryShelf({ live, filter, chosenId, onFilter, onChoose }: Props) {
  const texts = useTexts();
  const all = live.state === 'ready' ? live.value : [];
  const entries = filterEntries(all, filter);
  return (
    <>
      <Tools filter={filter} onFilter={onFilter} />
      {live.state === 'loading' && <p class="desk-loading">{texts.app.loading}</p>}
      {live.state === 'failed' && (
        <div class="empty-state">
          <Icon icon={TriangleAlert} size={32} />
          <h2>{texts.desk.damaged}</h2>
          <p>{texts.desk.damagedHelp}</p>
        </div>
      )}
      {live.state === 'ready' && entries.length === 0 && (
        <div class="empty-state">
          <h2>{all.length === 0 ? texts.desk.emptyTitle : texts.desk.nothingFound}</h2>
          <p>{all.length === 0 ? texts.desk.emptyHelp : texts.desk.nothingFoundHelp}</p>
          {all.length > 0 && (
            <button type="button" class="button" onClick={() => onFilter(everything)}>
              {texts.desk.clearFilters}
            </button>
          )}
        </div>
      )}
      <EntryList
        entries={entries}
        chosenId={chosenId}
        now={Date.now()}
        onChoose={(each) => onChoose(each.id)}
      />
    </>
  );
}
